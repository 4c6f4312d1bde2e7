// The threads that work ahead of what is heard: one composes, one has utterances spoken.
#include "play/player_impl.h"
#include "render/calibration.h"
#include "util/error.h"

namespace aloud {
namespace {

/// Seconds of speech that are ready before anything else is done, and before the head of what plays.
constexpr double kAhead = 60;

/// Articles longer than this, in seconds, are not spoken through only to know how long they last to the second.
constexpr double kLongestMeasured = 3 * 3600;

/// Frames of sound kept before some are let go: half an hour, 80 MB.
constexpr std::size_t kMostFrames = std::size_t{22050} * 60 * 30;

/// What comes before the first sound is made alone, so that nothing takes a processor from it: the first utterances are
/// composed, one is spoken, and the device is opened meanwhile. No longer than this, since a device may take its time.
constexpr std::size_t kFirstUtterances = 2;
constexpr auto kPatience = std::chrono::milliseconds(100);

struct Cancelled {};

/// Hands what is composed to a track.
class TrackSink final : public ScriptSink {
 public:
  explicit TrackSink(std::function<void(Utterance)> say) : say_(std::move(say)) {}
  void say(Utterance utterance) override { say_(std::move(utterance)); }
  void leave_out(LeftOut) override {}
  void report(Finding) override {}

 private:
  std::function<void(Utterance)> say_;
};

}  // namespace

void Player::Impl::leave_the_start_alone(std::unique_lock<std::mutex>& lock) {
  if (!begun && track && !track->held()) changed.wait_for(lock, kPatience, [&] { return begun || closing; });
}

void Player::Impl::compose_all() {
  std::unique_lock lock(mutex);
  while (!closing) {
    const std::shared_ptr<Track> into = std::exchange(to_compose, nullptr);
    if (!into) {
      changed.wait(lock);
      continue;
    }
    lock.unlock();
    compose_track(into);
    lock.lock();
  }
}

/// The level of a voice that is about to be heard for the first time. A profile names voices that most articles never use, and
/// one that was not measured beforehand has to be listened to.
Level Player::Impl::level(const VoiceParameters& voice, const LoudnessTarget& target) {
  for (const auto& [known, level] : levels)
    if (known == voice) return level;
  return levels.emplace_back(voice, level_for(voice, target, factory)).second;
}

void Player::Impl::compose_track(const std::shared_ptr<Track>& into) {
  try {
    TrackSink script_sink([&](Utterance utterance) {
      std::unique_lock lock(mutex);
      if (closing || track != into) throw Cancelled{};
      into->add(std::move(utterance));
      changed.notify_all();
      if (into->script().size() == kFirstUtterances) leave_the_start_alone(lock);
    });
    const Article& article = into->article();
    const auto tail = compose(article.document, compose_options(article.reading), script_sink);
    const std::lock_guard lock(mutex);
    if (track == into) into->finish(tail);
  } catch (const Cancelled&) {
    return;
  } catch (...) {
    const std::lock_guard lock(mutex);
    if (!failure) failure = std::current_exception();
  }
  tell();
}

void Player::Impl::open(std::size_t index) {
  const auto article = load_article(request.articles[index], request.document_format, request.voice, reader);
  const Start start = request.start_of ? request.start_of(*article) : Start{FromBeginning{}};
  auto fresh = std::make_shared<Track>(article, start);
  levels.clear();  // another profile may aim at another loudness
  {
    std::unique_lock lock(mutex);
    const bool paused = track && track->playhead.paused();
    // What still sounds fades out before it is taken away.
    if (track && sink != nullptr && !ended) {
      const std::shared_ptr<Track> old = track;
      old->playhead.set_paused(true);
      changed.notify_all();
      const Frames before = handed;
      changed.wait_for(lock, std::chrono::milliseconds(100), [&] { return closing || handed > before; });
    }
    if (track) failures += track->failures;
    track = fresh;
    number = index;
    track_begin = handed;
    ended.reset();
    to_compose = fresh;
    apply_settings();
    track->playhead.set_paused(paused);
  }
  tell();
}

void Player::Impl::give_up_article(const std::string& why) {
  problems.push_back(why);
  if (direction == Direction::back && number > 0) {
    wanted_article = number - 1;
  } else if (number + 1 < request.articles.size()) {
    direction = Direction::on;
    wanted_article = number + 1;
  } else {
    all_done = true;
  }
}

void Player::Impl::produce() {
  try {
    std::unique_lock lock(mutex);
    while (!closing) {
      if (wanted_article) {
        number = *wanted_article;
        wanted_article.reset();
        opening = true;  // what has ended until that is done is the one before
        lock.unlock();
        try {
          open(number);
          lock.lock();
          opening = false;
        } catch (const Error& error) {
          if (error.kind() == ErrorKind::usage) throw;
          lock.lock();
          opening = false;
          give_up_article(error.what());
        }
        continue;
      }
      if (!make_some(lock) && !closing && !wanted_article) changed.wait(lock);
    }
  } catch (...) {
    const std::lock_guard lock(mutex);
    if (!failure) failure = std::current_exception();
  }
  tell();
}

/// Makes a batch of units; false if there is nothing to do.
bool Player::Impl::make_some(std::unique_lock<std::mutex>& lock) {
  if (!track || all_done || failure) return false;
  if (track->complete() && track->script().empty()) {
    give_up_article(track->article().path + ": holds nothing that is spoken: see 'aloud inspect --stage coverage'");
    return true;
  }
  // The first alone: nothing is to wait for another.
  const bool first = !begun && track->schedule.first_unknown() == 0;
  const std::vector<std::size_t> urgent = track->wanted(first ? 1 : most_at_once, kAhead);
  if (!urgent.empty()) {
    make(lock, urgent, Keep::yes);
    if (first) leave_the_start_alone(lock);
    return true;
  }
  if (!performer.cache_ready() && begun) {
    lock.unlock();
    performer.open_cache();
    lock.lock();
    return true;
  }
  // All that is heard soon is there. The rest is made one by one, and no faster than one processor half at work, to know how
  // long the article lasts.
  const std::vector<std::size_t> rest = track->unmeasured(1);
  if (rest.empty() || track->schedule.total() > kLongestMeasured) return false;
  const Clock::time_point begin = Clock::now();
  make(lock, rest, Keep::no);
  const auto busy = Clock::now() - begin;
  const std::size_t from = track ? track->playhead.next_utterance() : 0;
  changed.wait_for(lock, busy,
                   [&] { return closing || wanted_article || (track && (track->playhead.next_utterance() != from)); });
  return true;
}

void Player::Impl::make(std::unique_lock<std::mutex>& lock, const std::vector<std::size_t>& which, Keep keep) {
  const std::shared_ptr<Track> into = track;
  std::vector<Utterance> utterances;
  std::vector<int> rates;
  std::vector<double> speeds;
  for (const std::size_t index : which) {
    utterances.push_back(into->script()[index]);
    const auto [rate, speed_of_unit] = into->rate_of(index);
    rates.push_back(rate);
    speeds.push_back(speed_of_unit);
  }
  lock.unlock();
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    VoiceParameters& voice = utterances[i].voice;
    const LoudnessTarget& target = into->article().reading.profile.loudness;
    const std::shared_ptr<const Clip>& clip = utterances[i].clip;
    voice.level = clip ? level_of_clip(*clip, target) : level(voice, target);  // of the voice at its own rate
    voice.rate = rates[i];
  }
  std::exception_ptr error;
  std::size_t next = 0;
  performer.perform(std::move(utterances), keep, [&](const Utterance& utterance, const Take& take) {
    Unit unit = unit_of(utterance, take, speeds[next++]);
    const std::lock_guard inner(mutex);
    try {
      if (track == into) into->set_unit(utterance.index, std::move(unit));
    } catch (...) {
      error = std::current_exception();
    }
    changed.notify_all();
  });
  lock.lock();
  if (error) std::rethrow_exception(error);
  if (into->held_frames() > kMostFrames) into->let_go();
}

}  // namespace aloud
