#include "play/producer.h"

#include "util/error.h"
#include "util/job_count.h"

namespace aloud {
namespace {

using Clock = DeviceFeed::Clock;

/// Seconds of speech that are ready before anything else is done, and before the head of what plays.
constexpr double kAhead = 60;

/// Articles longer than this, in seconds, are not spoken through only to know how long they last to the second.
constexpr double kLongestMeasured = 3 * 3600;

/// Frames of sound kept before some are let go: half an hour, 80 MB.
constexpr std::size_t kMostFrames = std::size_t{22050} * 60 * 30;

/// What still sounds of an article is given so long to fade out.
constexpr auto kFadeTime = std::chrono::milliseconds(100);

unsigned jobs_of(const PlayRequest& request) { return request.jobs == 0 ? usable_cores() : request.jobs; }

}  // namespace

Producer::Producer(PlayerState& state)
    : state_(state),
      most_at_once_(jobs_of(state.request) + 1),
      performer_(state.factory, state.request.jobs, state.request.cache),
      reader_(state.request.limits),
      recordings_(state) {}

Producer::~Producer() {
  state_.wake_workers();
  if (thread_.joinable()) thread_.join();
}

void Producer::start() {
  thread_ = std::thread([this] { run(); });
}

void Producer::run() {
  try {
    while (!state_.is_closing()) {
      if (!work()) state_.producer_call.wait();
    }
  } catch (...) {
    state_.fail(std::current_exception());
  }
  tell_saved();
}

/// Does what is most urgent; false if there is nothing to do.
bool Producer::work() {
  bool finishing = false;
  {
    const MutexLock lock(state_.mutex);
    if (state_.saved) return false;
    finishing = state_.finishing_saves;
  }
  return finishing ? finish_saves() : open_wanted() || make_some();
}

/// When nothing is played any more: what the files lack is made as fast as can be.
bool Producer::finish_saves() {
  if (has_failed()) return tell_saved(), true;
  if (record_some(most_at_once_)) return true;
  if (const auto next = recordings_.next_to_begin()) {
    try {
      load(*next, false);
    } catch (const Error&) {
      recordings_.fail(*next, std::current_exception());
    }
    return true;
  }
  if (!recordings_.all_over()) return false;  // something is still being composed
  tell_saved();
  return true;
}

bool Producer::has_failed() const {
  const MutexLock lock(state_.mutex);
  return state_.failure != nullptr;
}

void Producer::tell_saved() {
  {
    const MutexLock lock(state_.mutex);
    if (!state_.saved) state_.saved = recordings_.outcomes(state_.failure);
  }
  state_.saved_call.ring();
}

/// Returns when it is true, the player is closing, or the time is over.
template <typename Condition>
void Producer::wait_until(const Condition& condition, Clock::duration limit) {
  const auto deadline = Clock::now() + limit;
  while (!state_.is_closing() && !condition()) {
    const auto rest = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (rest.count() <= 0) return;
    state_.producer_call.wait(rest);
  }
}

/// Opens the article that is asked for, if one is.
bool Producer::open_wanted() {
  std::size_t index = 0;
  {
    const MutexLock lock(state_.mutex);
    if (!state_.wanted_article) return false;
    index = state_.number = *state_.wanted_article;
    state_.wanted_article.reset();
    state_.opening = true;
  }
  try {
    open(index);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::usage) throw;
    recordings_.fail(index, std::current_exception());
    give_up_article(error.what());
  }
  return true;
}

/// Reads an article and begins its file, of which all is composed from now on.
std::shared_ptr<Track> Producer::load(std::size_t index, bool to_be_heard) {
  const PlayRequest& request = state_.request;
  ReadOptions read = request.read;
  VoiceChoice voice = request.voice;
  if (request.settings_of) request.settings_of(request.articles[index], read, voice);
  const auto article = load_article(request.articles[index], read, voice, reader_, request.load);
  const Start start = to_be_heard && request.start_of ? request.start_of(*article) : Start{FromBeginning{}};
  auto fresh = std::make_shared<Track>(article, start);
  recordings_.begin(index, fresh);
  if (to_be_heard) return fresh;
  {
    const MutexLock lock(state_.mutex);
    state_.to_compose.push_back(fresh);
  }
  state_.composer_call.ring();
  return fresh;
}

void Producer::open(std::size_t index) {
  const std::shared_ptr<Track> fresh = load(index, true);
  const auto [format, quality] = recordings_.format_of(index);
  leveler_.emplace(fresh->article().reading.profile.loudness, format, quality, state_.factory);
  fade_out();
  {
    const MutexLock lock(state_.mutex);
    if (state_.track) state_.failures += state_.track->failures;
    state_.track = fresh;
    state_.to_compose.push_back(fresh);
    state_.number = index;
    state_.opening = false;
    state_.apply_settings();
    state_.feed.play(fresh->playhead);
  }
  state_.tell();
}

/// What still sounds fades out before it is taken away.
void Producer::fade_out() {
  {
    const MutexLock lock(state_.mutex);
    if (!state_.track || !state_.feed.is_playing()) return;
    state_.track->playhead->set_paused(true);
  }
  state_.feed.notify();
  const Frames before = state_.feed.handed();
  wait_until([&] { return state_.feed.handed() > before; }, kFadeTime);
}

void Producer::give_up_article(const std::string& why) {
  {
    const MutexLock lock(state_.mutex);
    state_.problems.push_back(why);
    state_.opening = false;
    if (state_.direction == Direction::back && state_.number > 0) {
      state_.wanted_article = state_.number - 1;
    } else if (state_.number + 1 < state_.request.articles.size()) {
      state_.direction = Direction::on;
      state_.wanted_article = state_.number + 1;
    } else {
      state_.all_done = true;
      state_.feed.stop();
    }
  }
  state_.tell();
}

/// Makes a batch of units; false if there is nothing to do.
bool Producer::make_some() {
  if (refuse_silent_article()) return true;
  std::shared_ptr<Track> track;
  std::vector<std::size_t> urgent, rest;
  const bool begun = state_.feed.begun();
  bool first = false;
  {
    const MutexLock lock(state_.mutex);
    if (!state_.track || state_.all_done || state_.failure) return false;
    track = state_.track;
    // The first alone: nothing is to wait for another.
    first = !begun && track->schedule.first_unknown() == 0;
    urgent = track->wanted(first ? 1 : most_at_once_, kAhead);
    if (urgent.empty() && track->schedule.total() <= kLongestMeasured) rest = track->unmeasured(1);
  }
  if (!urgent.empty()) {
    make(track, urgent, Keep::yes);
    if (first) state_.leave_the_start_alone(state_.producer_call);
    return true;
  }
  if (!performer_.cache_ready() && begun) {
    performer_.open_cache();
    return true;
  }
  if (!begun || (rest.empty() && !recordings_.missing(1))) return false;
  // All that is heard soon is there. The rest is made one by one, and no faster than one processor half at work: for the file,
  // and to know how long the article lasts.
  const Clock::time_point begin = Clock::now();
  if (!record_some(1)) make(track, rest, Keep::no);
  rest_since(begin);
  return true;
}

/// Makes what a file lacks; false if that is nothing, as far as articles are composed.
bool Producer::record_some(std::size_t most) {
  const auto missing = recordings_.missing(most);
  if (!missing) return false;
  performer_.perform(missing->utterances, Keep::yes, [&](const Utterance& utterance, const Take& take) {
    recordings_.offer(missing->track, utterance, take);
    const MutexLock lock(state_.mutex);
    const bool useful = missing->track == state_.track && missing->track->playhead->speed() == 1;
    if (useful) missing->track->set_unit(utterance.index, unit_of(utterance, take, 1));
  });
  return true;
}

bool Producer::refuse_silent_article() {
  std::string path;
  {
    const MutexLock lock(state_.mutex);
    const bool silent = state_.track && !state_.all_done && !state_.failure && state_.track->complete() &&
                        state_.track->script().empty() && !state_.wanted_article;
    if (!silent) return false;
    path = state_.track->article().path;
  }
  give_up_article(path + ": holds nothing that is spoken: see 'aloud inspect --stage coverage'");
  return true;
}

/// Does nothing for as long as it has worked, unless there is something more urgent to do.
void Producer::rest_since(Clock::time_point begin) {
  std::shared_ptr<Track> track;
  {
    const MutexLock lock(state_.mutex);
    track = state_.track;
  }
  const std::size_t from = track->playhead->next_utterance();
  const auto has_to_go_on = [&] {
    const MutexLock lock(state_.mutex);
    return state_.wanted_article || state_.finishing_saves || track->playhead->next_utterance() != from;
  };
  wait_until(has_to_go_on, Clock::now() - begin);
}

std::vector<Utterance> Producer::utterances_at_speed(const std::shared_ptr<Track>& track, const std::vector<std::size_t>& which,
                                                     std::vector<double>& speeds) {
  std::vector<Utterance> utterances;
  std::vector<int> rates;
  {
    const MutexLock lock(state_.mutex);
    for (const std::size_t index : which) {
      utterances.push_back(track->script()[index]);
      const auto [rate, speed] = track->rate_of(index);
      rates.push_back(rate);
      speeds.push_back(speed);
    }
  }
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    VoiceParameters& voice = utterances[i].voice;
    if (utterances[i].clip) {
      voice.level = leveler_->level_of(*utterances[i].clip);
    } else {
      leveler_->set_level(voice);  // of the voice at its own rate
    }
    voice.rate = rates[i];
  }
  return utterances;
}

void Producer::make(const std::shared_ptr<Track>& track, const std::vector<std::size_t>& which, Keep keep) {
  std::vector<double> speeds;
  std::vector<Utterance> utterances = utterances_at_speed(track, which, speeds);
  std::exception_ptr error;
  std::size_t next = 0;
  performer_.perform(std::move(utterances), keep, [&](const Utterance& utterance, const Take& take) {
    const double speed = speeds[next++];
    Unit unit = unit_of(utterance, take, speed);
    if (speed == 1) recordings_.offer(track, utterance, take);
    {
      const MutexLock lock(state_.mutex);
      try {
        if (state_.track == track) track->set_unit(utterance.index, std::move(unit));
      } catch (...) {
        error = std::current_exception();
      }
      state_.start_device();
    }
    state_.feed.notify();
  });
  if (error) std::rethrow_exception(error);
  const MutexLock lock(state_.mutex);
  if (track->held_frames() > kMostFrames) track->let_go();
}

}  // namespace aloud
