#include "play/playhead.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace aloud {
namespace {

/// Speeds nearer to each other than this are the same: rates are whole numbers of words a minute.
constexpr double kSameSpeed = 0.005;

/// Traces that are remembered; a device holds far less than the shortest utterances of this number.
constexpr std::size_t kMostTraces = 64;

/// Speech is given to the stretcher in pieces, so that a change of speed is heard soon.
constexpr std::size_t kFeed = 512;

std::int64_t whole(double frames) { return static_cast<std::int64_t>(std::llround(frames)); }

}  // namespace

Frames place_in(const Unit& unit, const Target& target) {
  const auto word = [&](std::size_t number) {
    return unit.words.empty() ? unit.pause : unit.pause + unit.words[std::min(number, unit.words.size() - 1)].begin;
  };
  switch (target.point) {
    case Target::Point::pause:
      return {};
    case Target::Point::speech:
      return unit.pause;
    case Target::Point::word:
      return word(target.word);
    case Target::Point::last_word:
      return word(unit.words.size());
    case Target::Point::time:
      return std::clamp(Frames{whole(static_cast<double>(target.time.count) / unit.speed)}, Frames{}, unit.length());
  }
  return unit.pause;
}

void Playhead::add_utterance(std::size_t sentence) {
  sentences_.push_back(sentence);
  units_.emplace_back();
}

void Playhead::finish_script(Frames tail) { tail_ = tail; }

void Playhead::jump(const Target& target) {
  pending_ = target;
  last_jump_ = target;
  ++jumps_;
}

void Playhead::set_speed(double speed) { speed_ = speed; }

Playhead::Filled Playhead::fill(std::span<std::int16_t> out) {
  std::size_t done = 0;
  while (done < out.size()) {
    if (!now_ && !pending_ && !paused_ && !find_unit())
      return {done, utterance_ > units_.size() ? State::ended : State::starved};
    const bool leaving = paused_ || pending_.has_value();
    const bool inaudible = gain_ == 0 || !now_ || at_ < static_cast<double>(now_->pause.count);
    if (leaving && inaudible) {
      if (pending_ && arrive()) continue;
      gain_ = 0;
      return {done, paused_ ? State::paused : State::starved};
    }
    std::span<std::int16_t> piece = out.subspan(done);
    if (leaving) piece = piece.first(std::min(piece.size(), static_cast<std::size_t>(kFade.count)));
    const std::size_t produced = produce(piece);
    apply_gain(piece.first(produced), leaving ? 0 : volume_);
    done += produced;
    if (unit_is_over()) next_unit();
  }
  return {done, State::playing};
}

/// Takes hold of the unit under the head. The silence at the end is a unit of its own.
bool Playhead::find_unit() {
  if (utterance_ < units_.size()) {
    now_ = units_[utterance_];
  } else if (utterance_ == units_.size() && tail_) {
    auto tail = std::make_shared<Unit>();
    tail->pause = *tail_;
    now_ = std::move(tail);
  }
  if (!now_) return false;
  fed_ = 0;
  flushed_ = false;
  stretcher_.reset();
  if (at_ >= static_cast<double>(now_->length().count)) next_unit();
  return now_ != nullptr || find_unit();
}

/// Goes to where a jump leads; false if there is nothing yet. A place within speech is faded into; where speech begins, it does
/// so by itself.
bool Playhead::arrive() {
  const Target target = *pending_;
  utterance_ = target.utterance;
  now_ = nullptr;
  at_ = 0;
  if (utterance_ < units_.size() && !units_[utterance_]) return false;
  pending_.reset();
  arrived_ = jumps_;
  gain_ = paused_ ? 0 : volume_;
  if (!find_unit() || utterance_ != target.utterance) return true;
  at_ = static_cast<double>(place_in(*now_, target).count);
  fed_ = static_cast<std::size_t>(std::max(0.0, at_ - static_cast<double>(now_->pause.count)));
  if (at_ > static_cast<double>(now_->pause.count)) gain_ = 0;
  return true;
}

std::size_t Playhead::produce(std::span<std::int16_t> out) {
  const double ratio = speed_ / now_->speed;
  const bool same = std::abs(ratio - 1) < kSameSpeed;
  const double begin = at_;
  const std::size_t produced = same && !stretcher_ ? copy(out) : stretch(out, same ? 1 : ratio);
  trace(begin, same ? 1 : ratio, produced);
  return produced;
}

std::size_t Playhead::copy(std::span<std::int16_t> out) {
  at_ = static_cast<double>(whole(at_));
  const std::int64_t place = whole(at_);
  const std::int64_t silent = std::clamp<std::int64_t>(now_->pause.count - place, 0, static_cast<std::int64_t>(out.size()));
  std::fill_n(out.begin(), silent, std::int16_t{0});
  const std::int64_t from = std::max<std::int64_t>(0, place - now_->pause.count);
  const auto speech = static_cast<std::int64_t>(now_->speech.size());
  const std::int64_t sounding = std::clamp<std::int64_t>(speech - from, 0, static_cast<std::int64_t>(out.size()) - silent);
  std::copy_n(now_->speech.begin() + from, sounding, out.begin() + silent);
  fed_ = static_cast<std::size_t>(from + sounding);
  at_ += static_cast<double>(silent + sounding);
  return static_cast<std::size_t>(silent + sounding);
}

/// Silence is counted off; speech goes through the stretcher until the unit is over, even if the speeds become the same.
std::size_t Playhead::stretch(std::span<std::int16_t> out, double ratio) {
  const auto pause = static_cast<double>(now_->pause.count);
  if (at_ < pause) {
    const std::size_t silent = std::min(out.size(), static_cast<std::size_t>(std::ceil((pause - at_) / ratio)));
    std::fill_n(out.begin(), silent, std::int16_t{0});
    at_ = std::min(pause, at_ + static_cast<double>(silent) * ratio);
    return silent;
  }
  if (!stretcher_) stretcher_.emplace();
  stretcher_->set_speed(ratio);
  std::size_t taken = 0;
  while (taken < out.size()) {
    const std::size_t fresh = stretcher_->take(out.subspan(taken));
    taken += fresh;
    if (fresh > 0) continue;
    if (flushed_) break;
    const std::span<const std::int16_t> rest = std::span(now_->speech).subspan(std::min(fed_, now_->speech.size()));
    const std::span<const std::int16_t> piece = rest.first(std::min(rest.size(), kFeed));
    if (!piece.empty()) stretcher_->feed(piece);
    fed_ += piece.size();
    if (piece.size() == rest.size()) {
      stretcher_->flush();
      flushed_ = true;
    }
  }
  at_ = std::min(at_ + static_cast<double>(taken) * ratio, static_cast<double>(now_->length().count));
  if (taken < out.size()) at_ = static_cast<double>(now_->length().count);
  return taken;
}

bool Playhead::unit_is_over() const {
  if (!now_) return false;
  if (stretcher_ && !flushed_) return false;
  return at_ >= static_cast<double>(now_->length().count);
}

void Playhead::next_unit() {
  now_ = nullptr;
  stretcher_.reset();
  at_ = 0;
  ++utterance_;
  if (repeat_ && utterance_ == repeat_->second + 1) {
    utterance_ = repeat_->first;
    return;
  }
}

/// Moves the gain towards `target`, a step for each frame.
void Playhead::apply_gain(std::span<std::int16_t> samples, double target) {
  if (gain_ == 1 && target == 1) return;
  constexpr double kStep = 1.0 / static_cast<double>(kFade.count);
  for (std::int16_t& sample : samples) {
    gain_ = gain_ < target ? std::min(target, gain_ + kStep) : std::max(target, gain_ - kStep);
    sample = static_cast<std::int16_t>(std::lround(sample * gain_));
  }
}

void Playhead::trace(double at, double ratio, std::size_t count) {
  const auto frames = static_cast<std::int64_t>(count);
  if (!traces_.empty()) {
    Trace& last = traces_.back();
    const bool continues = last.device + Frames{last.count} == handed_ && last.utterance == utterance_ && last.ratio == ratio &&
                           last.jumps == arrived_ && std::abs(last.at + static_cast<double>(last.count) * ratio - at) < 2;
    if (continues) {
      last.count += frames;
      handed_ += Frames{frames};
      return;
    }
  }
  if (traces_.size() == kMostTraces) traces_.pop_front();
  traces_.push_back({handed_, frames, utterance_, at, ratio, arrived_});
  handed_ += Frames{frames};
}

Heard Playhead::heard(Frames device) const {
  Heard heard;
  const auto after = std::upper_bound(traces_.begin(), traces_.end(), device,
                                      [](Frames time, const Trace& trace) { return time < trace.device; });
  std::uint64_t jumps = 0;
  if (!traces_.empty()) {
    const Trace& trace = after == traces_.begin() ? traces_.front() : *std::prev(after);
    const std::int64_t into = std::clamp<std::int64_t>((device - trace.device).count, 0, trace.count);
    heard.utterance = trace.utterance;
    heard.at = Frames{whole(trace.at + static_cast<double>(into) * trace.ratio)};
    jumps = trace.jumps;
  }
  if (jumps < jumps_) heard.ahead = last_jump_;
  return heard;
}

}  // namespace aloud
