#include "play/player.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "play/studio.h"
#include "synthesis/calibration.h"
#include "synthesis/job_count.h"
#include "util/error.h"

namespace aloud {
namespace {

/// Seconds of speech that are ready before anything else is done, and before the head of what plays.
constexpr double kAhead = 60;

/// Frames of sound kept before some are let go: half an hour, 80 MB.
constexpr std::size_t kMostFrames = std::size_t{22050} * 60 * 30;

/// What comes before the first sound is made alone, so that nothing takes a processor from it: the first utterances are
/// composed, one is spoken, and the device is opened meanwhile. No longer than this, since a device may take its time.
constexpr std::size_t kFirstUtterances = 2;
constexpr auto kPatience = std::chrono::milliseconds(100);

struct Cancelled {};

}  // namespace

class Player::Impl {
 public:
  Impl(PlayRequest asked, const SynthesizerFactory& engine)
      : request(std::move(asked)),
        factory(engine),
        most_at_once((request.jobs == 0 ? usable_cores() : request.jobs) + 1),
        studio(engine, request.jobs, request.cache) {}

  // One lock for everything below. The device's thread holds it for the time of copying samples.
  mutable std::mutex mutex;
  std::condition_variable changed;

  PlayRequest request;
  const SynthesizerFactory& factory;
  const std::size_t most_at_once;

  std::shared_ptr<Track> track;  // null while none is open
  std::size_t number = 0;        // of the article
  std::optional<std::size_t> wanted_article;
  bool closing = false, all_done = false, any_played = false;
  std::exception_ptr failure;
  std::vector<std::string> problems;
  std::size_t failures = 0;

  // The device.
  AudioSink* sink = nullptr;
  Frames latency;
  Frames handed, track_begin;  // frames that the device was given; and when the track began
  Frames last_handed;          // when the last pull began
  Clock::time_point last_pull;
  std::optional<Frames> ended;  // when all of the track had been handed over
  bool begun = false;

  double speed = 1;
  int volume = 100;
  bool muted = false;

  Studio studio;
  std::thread producer, composer;
  std::shared_ptr<Track> to_compose;
  std::vector<std::pair<VoiceParameters, Level>> levels;  // of the producer's thread alone

  // With the lock held.

  Clock::time_point now() const { return request.clock ? request.clock() : Clock::now(); }
  Frames heard_now() const {
    if (sink == nullptr) return handed - track_begin;
    const double since = std::chrono::duration<double>(now() - last_pull).count();
    const Frames passed{std::llround(std::min(since, 10.0) * static_cast<double>(kEngineRate.hertz))};
    return std::min(last_handed - latency + passed, handed) - track_begin;
  }
  Position position() const { return track->position(heard_now()); }

  void jump(const std::optional<Target>& target) {
    if (!target || !track || track->held()) return;
    track->playhead.set_repeat(std::nullopt);
    track->playhead.jump(*target);
    ended.reset();
  }

  void apply_settings() {
    if (!track) return;
    track->playhead.set_speed(speed);
    track->playhead.set_volume(muted ? 0 : volume / 100.0);
  }

  void tell() {
    changed.notify_all();
    if (request.on_change) request.on_change();
  }

  // On the producer's thread.

  void produce();
  void open(std::size_t index);
  Level level(const VoiceParameters& voice, const LoudnessTarget& target);

  void leave_the_start_alone(std::unique_lock<std::mutex>& lock) {
    if (!begun && !track->held()) changed.wait_for(lock, kPatience, [&] { return begun || closing; });
  }

  // On the composer's thread.

  void compose_all();
  void compose_track(const std::shared_ptr<Track>& into);

  // On the producer's thread.

  bool make_some(std::unique_lock<std::mutex>& lock);
  void make(std::unique_lock<std::mutex>& lock, const std::vector<std::size_t>& which);
  void give_up_article(const std::string& why);
};

namespace {

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
    const auto tail = compose(article.document, {article.reading.profile, article.reading.language}, script_sink);
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
  const auto article = load_article(request.articles[index], request.document_format, request.voice);
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
  if (number + 1 < request.articles.size()) {
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
        lock.unlock();
        try {
          open(number);
          lock.lock();
        } catch (const Error& error) {
          if (error.kind() == ErrorKind::usage) throw;
          lock.lock();
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
    make(lock, urgent);
    if (first) leave_the_start_alone(lock);
    return true;
  }
  if (!studio.remembers() && begun) {
    lock.unlock();
    studio.begin_to_remember();
    lock.lock();
    return true;
  }
  // All that is heard soon is there. The rest is made one by one, and no faster than one processor half at work, to know how
  // long the article lasts.
  const std::vector<std::size_t> rest = track->unmeasured(1);
  if (rest.empty()) return false;
  const Clock::time_point begin = Clock::now();
  make(lock, rest);
  const auto busy = Clock::now() - begin;
  const std::size_t from = track ? track->playhead.next_utterance() : 0;
  changed.wait_for(lock, busy,
                   [&] { return closing || wanted_article || (track && (track->playhead.next_utterance() != from)); });
  return true;
}

void Player::Impl::make(std::unique_lock<std::mutex>& lock, const std::vector<std::size_t>& which) {
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
    voice.level = level(voice, into->article().reading.profile.loudness);  // of the voice at its own rate
    voice.rate = rates[i];
  }
  std::exception_ptr error;
  std::size_t next = 0;
  studio.perform(std::move(utterances), [&](const Utterance& utterance, const Take& take) {
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

Player::Player(PlayRequest request, const SynthesizerFactory& factory)
    : impl_(std::make_unique<Impl>(std::move(request), factory)) {
  impl_->speed = impl_->request.speed;
}

Player::~Player() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->closing = true;
    impl_->changed.notify_all();
  }
  if (impl_->producer.joinable()) impl_->producer.join();
  if (impl_->composer.joinable()) impl_->composer.join();
}

void Player::start() {
  impl_->wanted_article = 0;
  impl_->composer = std::thread([this] { impl_->compose_all(); });
  impl_->producer = std::thread([this] { impl_->produce(); });
}

void Player::attach(AudioSink& sink) {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->sink = &sink;
    impl_->latency = sink.latency();
    impl_->last_pull = impl_->now();
    impl_->last_handed = impl_->handed;
  }
  sink.start(*this);
}

void Player::detach() {
  const std::lock_guard lock(impl_->mutex);
  Impl& self = *impl_;
  if (self.track && !self.track->held() && !self.track->script().empty() && self.begun && !self.ended) {
    if (const auto target = target_at_time(*self.track, self.position().seconds)) self.track->playhead.jump(*target);
  }
  self.sink = nullptr;
  self.changed.notify_all();
}

void Player::pull(std::span<std::int16_t> out) {
  Impl& self = *impl_;
  std::unique_lock lock(self.mutex);
  std::size_t done = 0;
  const AudioSink* sink = self.sink;
  const bool paced = sink == nullptr || sink->is_paced();
  while (done < out.size() && !self.closing && self.sink != nullptr) {
    Playhead::Filled filled{0, Playhead::State::starved};
    if (self.track && !self.track->held() && !self.ended && !self.failure) {
      filled = self.track->playhead.fill(out.subspan(done));
      self.handed += Frames{static_cast<std::int64_t>(filled.frames)};
      done += filled.frames;
      if (filled.frames > 0) self.begun = true;
      self.changed.notify_all();
    }
    if (filled.state == Playhead::State::playing) continue;
    if (filled.state == Playhead::State::ended) self.ended = self.handed;
    const bool silent = filled.state != Playhead::State::starved || self.ended || self.failure || self.all_done;
    if (silent && paced) break;
    if (silent && done > 0) break;
    // Nothing to give yet: wait for it. A device that takes all it can get waits for a pause, or the end, to be over too.
    const auto limit = silent ? std::chrono::milliseconds(20) : std::chrono::milliseconds(1000);
    if (self.changed.wait_for(lock, limit) == std::cv_status::timeout && silent) break;
  }
  const std::size_t rest = out.size() - done;
  std::fill(out.begin() + static_cast<std::ptrdiff_t>(done), out.end(), std::int16_t{0});
  self.last_handed = self.handed - Frames{static_cast<std::int64_t>(done)};
  if (self.track) self.track->playhead.add_silence(rest);
  self.handed += Frames{static_cast<std::int64_t>(rest)};
  self.last_pull = self.now();
  lock.unlock();
  if (self.request.on_change) self.request.on_change();
}

void Player::set_paused(bool paused) {
  const std::lock_guard lock(impl_->mutex);
  if (impl_->track) impl_->track->playhead.set_paused(paused);
  impl_->tell();
}

void Player::toggle_pause() { set_paused(!view().paused); }

void Player::step(Step step, Direction direction) {
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->track) return;
  const Track& track = *impl_->track;
  const Position from = impl_->position();
  switch (step) {
    case Step::word:
      impl_->jump(next_word(track, from, direction));
      break;
    case Step::sentence:
      impl_->jump(next_sentence(track, from, direction));
      break;
    case Step::block:
      impl_->jump(next_block(track, from, direction));
      break;
    case Step::heading:
      impl_->jump(next_heading(track, from, direction));
      break;
  }
  impl_->tell();
}

void Player::go_to_beginning() {
  const std::lock_guard lock(impl_->mutex);
  impl_->jump(Target{});
  impl_->tell();
}

void Player::seek(double seconds) {
  const std::lock_guard lock(impl_->mutex);
  if (impl_->track) impl_->jump(target_at_time(*impl_->track, seconds));
  impl_->tell();
}

void Player::seek_by(double seconds) { seek(view().position + seconds); }

bool Player::go_to_source(std::size_t offset) {
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->track) return false;
  const std::optional<Target> target = target_of_source(*impl_->track, offset);
  impl_->jump(target);
  impl_->tell();
  return target.has_value();
}

void Player::set_speed(double speed) {
  const std::lock_guard lock(impl_->mutex);
  impl_->speed = std::clamp(speed, kSlowest, kFastest);
  if (std::abs(impl_->speed - 1) < 0.01) impl_->speed = 1;  // ten steps up and ten down are none
  impl_->apply_settings();
  impl_->tell();
}

void Player::set_volume(int percent) {
  const std::lock_guard lock(impl_->mutex);
  impl_->volume = std::clamp(percent, 0, 100);
  impl_->apply_settings();
  impl_->tell();
}

void Player::set_muted(bool muted) {
  const std::lock_guard lock(impl_->mutex);
  impl_->muted = muted;
  impl_->apply_settings();
  impl_->tell();
}

void Player::toggle_repeat() {
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->track || impl_->track->script().empty()) return;
  Playhead& playhead = impl_->track->playhead;
  if (playhead.repeating()) {
    playhead.set_repeat(std::nullopt);
  } else {
    playhead.set_repeat(utterances_of_sentence(*impl_->track, impl_->position().utterance));
  }
  impl_->tell();
}

bool Player::skip_article(Direction direction) {
  const std::lock_guard lock(impl_->mutex);
  const bool back = direction == Direction::back;
  const std::size_t current = impl_->wanted_article.value_or(impl_->number);
  if (back ? current == 0 : current + 1 >= impl_->request.articles.size()) return false;
  impl_->wanted_article = back ? current - 1 : current + 1;
  impl_->tell();
  return true;
}

View Player::view() const {
  const std::lock_guard lock(impl_->mutex);
  View view;
  view.speed = impl_->speed;
  view.volume = impl_->volume;
  view.muted = impl_->muted;
  view.number = impl_->number;
  view.begun = impl_->begun;
  if (!impl_->track) return view;
  const Track& track = *impl_->track;
  view.article = track.shared_article();
  view.paused = track.playhead.paused();
  view.repeating = track.playhead.repeating();
  view.total = track.schedule.total();
  view.total_is_exact = track.schedule.exact();
  if (track.script().empty() || track.held()) return view;
  const Position position = impl_->position();
  const Utterance& utterance = track.script()[position.utterance];
  view.position = std::min(position.seconds, view.total);
  view.sentence = utterance.sentence;
  view.block = utterance.block;
  if (position.word && *position.word < utterance.words.size()) view.word = utterance.words[*position.word].source;
  const auto [first, last] = utterances_of_sentence(track, position.utterance);
  for (std::size_t i = first; i <= last; ++i) {
    for (const ByteRange& piece : track.script()[i].text.source_pieces()) view.sentence_source.push_back(piece);
  }
  return view;
}

bool Player::finished() {
  const std::lock_guard lock(impl_->mutex);
  Impl& self = *impl_;
  if (self.failure) std::rethrow_exception(self.failure);
  if (self.all_done) return true;
  if (!self.ended || self.heard_now() + self.track_begin < *self.ended) return false;
  if (self.wanted_article) return false;
  if (self.number + 1 >= self.request.articles.size()) {
    self.all_done = true;
    return true;
  }
  self.wanted_article = self.number + 1;
  self.changed.notify_all();
  return false;
}

std::vector<std::string> Player::take_problems() {
  const std::lock_guard lock(impl_->mutex);
  return std::exchange(impl_->problems, {});
}

std::size_t Player::failures() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->failures + (impl_->track ? impl_->track->failures : 0);
}

}  // namespace aloud
