#include "play/track.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "audio/time_text.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr int kSlowestRate = 80;
constexpr int kFastestRate = 449;

/// What stays at hand around the head, in seconds.
constexpr double kKeptBehind = 120, kKeptAhead = 600;

[[noreturn]] void refuse_time(double seconds, const std::string& article, double length) {
  throw Error(ErrorKind::usage,
              fmt::format("--from {}: {} lasts {}", clock_text(std::floor(seconds)), article, clock_text(std::floor(length))));
}

/// The word of an utterance that stands for `offset` of the source, or the first behind it.
Target target_at(const Utterance& utterance, std::size_t offset) {
  for (std::size_t i = 0; i < utterance.words.size(); ++i) {
    const ByteRange& source = utterance.words[i].source;
    if (source.empty() || source.end <= offset) continue;
    if (i == 0) break;
    return {utterance.index, Target::Point::word, i};
  }
  return {utterance.index, Target::Point::speech};
}

}  // namespace

Track::Track(std::shared_ptr<const Article> article, Start start) : article_(std::move(article)), start_(start) {
  playhead->hold_back(held());
}

void Track::add(Utterance utterance) {
  playhead->add_utterance(utterance.sentence);
  const Frames clip = utterance.clip ? utterance.clip->length() : Frames{0};
  schedule.add(frames_of(utterance.pause_before, kEngineRate) + clip, utterance.text.size());
  script_.push_back(std::move(utterance));
  try_to_start();
}

void Track::start_at(const Target& target) {
  playhead->jump(target);
  start_ = FromBeginning{};
  playhead->hold_back(false);
}

void Track::try_to_start() {
  const Utterance& utterance = script_.back();
  if (const auto* from = std::get_if<FromSentence>(&start_)) {
    if (utterance.sentence >= from->sentence) start_at({utterance.index});
  } else if (const auto* source = std::get_if<FromSource>(&start_)) {
    const ByteRange said = utterance.text.source_of({0, utterance.text.size()});
    if (said.contains(source->offset)) {
      start_at(target_at(utterance, source->offset));
    } else if (!start_behind_ && said.begin > source->offset) {
      start_behind_ = Target{utterance.index};
    }
  }
}

void Track::finish(std::chrono::milliseconds tail) {
  tail_ = tail;
  const Frames silence = frames_of(tail, kEngineRate);
  playhead->finish_script(silence);
  schedule.finish(silence);
  if (script_.empty()) return;  // which is reported as such
  if (std::holds_alternative<FromSource>(start_)) start_at(start_behind_.value_or(Target{}));
  if (const auto* from = std::get_if<FromSentence>(&start_)) {
    const std::size_t sentences = script_.back().sentence + 1;
    throw Error(ErrorKind::usage, fmt::format("--from {}: {} has {} sentences", from->sentence + 1, article_->path, sentences));
  }
  require_time_within();
}

void Track::require_time_within() const {
  const auto* from = std::get_if<FromTime>(&start_);
  if (from == nullptr || !schedule.exact() || schedule.exact_until(from->seconds)) return;
  refuse_time(from->seconds, article_->path, schedule.total());
}

std::vector<std::size_t> Track::wanted(std::size_t most, double ahead) const {
  std::vector<std::size_t> found;
  if (const auto* from = std::get_if<FromTime>(&start_)) {
    // Times are exact: everything before has to be heard.
    if (schedule.exact_until(from->seconds)) return found;
    for (std::size_t i = schedule.first_unknown(); i < script_.size() && found.size() < most; ++i) found.push_back(i);
    return found;
  }
  if (held()) return found;
  const std::size_t begin = playhead->next_utterance();
  const double horizon = schedule.start(begin) + ahead;
  for (std::size_t i = begin; i < script_.size() && found.size() < most && schedule.start(i) <= horizon; ++i) {
    const std::shared_ptr<const Unit> unit = playhead->unit(i);
    const bool at_hand =
        unit != nullptr && (script_[i].sentence == script_[begin].sentence || std::abs(unit->speed - rate_of(i).second) < 1e-9);
    if (!at_hand) found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> Track::unmeasured(std::size_t most) const {
  std::vector<std::size_t> found;
  if (playhead->speed() != 1) return found;
  for (std::size_t i = schedule.first_unknown(); i < script_.size() && found.size() < most; ++i)
    if (!schedule.is_exact(i)) found.push_back(i);
  return found;
}

std::pair<int, double> Track::rate_of(std::size_t utterance) const {
  const int own = script_[utterance].voice.rate;
  const double speed = std::holds_alternative<FromTime>(start_) ? 1 : playhead->speed();
  if (speed == 1 || script_[utterance].clip) return {own, 1};  // a clip that is played faster is stretched
  const int rate = std::clamp(static_cast<int>(std::lround(own * speed)), kSlowestRate, kFastestRate);
  return {rate, static_cast<double>(rate) / own};
}

void Track::set_unit(std::size_t utterance, Unit unit) {
  if (unit.failure && !schedule.is_exact(utterance)) ++failures;
  const double own = static_cast<double>(unit.length().count) * unit.speed;
  if (unit.speed == 1) {
    schedule.set_exact(utterance, unit.length());
  } else {
    schedule.set_estimate(utterance, Frames{std::llround(own)});
  }
  if (const auto* from = std::get_if<FromTime>(&start_)) {
    if (schedule.exact_until(from->seconds)) {
      const std::size_t there = schedule.at(from->seconds);
      const double within = (from->seconds - schedule.start(there)) * static_cast<double>(kEngineRate.hertz);
      start_at({there, Target::Point::time, 0, Frames{std::llround(within)}});
    } else if (complete() && schedule.exact()) {
      refuse_time(from->seconds, article_->path, schedule.total());
    }
  }
  const double begin = schedule.start(utterance), head = schedule.start(playhead->next_utterance());
  if (begin > head + kKeptAhead || begin < head - kKeptBehind) return;
  if (const auto old = playhead->unit(utterance)) held_frames_ -= old->speech.size();
  held_frames_ += unit.speech.size();
  playhead->set_unit(utterance, std::make_shared<const Unit>(std::move(unit)));
}

double Track::total() const {
  const double composed = schedule.total();
  if (complete() || script_.empty()) return composed;
  const auto all = static_cast<double>(article_->document.source.text().size());
  const std::size_t end = article_->document.blocks[script_.back().block].source.end;
  return end == 0 ? composed : std::max(composed, composed * all / static_cast<double>(end));
}

void Track::let_go() {
  const double head = schedule.start(playhead->next_utterance());
  for (std::size_t i = 0; i < script_.size(); ++i) {
    const std::shared_ptr<const Unit> unit = playhead->unit(i);
    const double begin = schedule.start(i);
    if (unit == nullptr || (begin >= head - kKeptBehind && begin <= head + kKeptAhead)) continue;
    held_frames_ -= unit->speech.size();
    playhead->set_unit(i, nullptr);
  }
}

Position Track::position(Frames device) const {
  Position position;
  const Heard heard = playhead->heard(device);
  Frames at = heard.at;
  position.utterance = heard.utterance;
  if (heard.ahead) position.utterance = heard.ahead->utterance;
  if (position.utterance >= script_.size()) {
    position.utterance = script_.empty() ? 0 : script_.size() - 1;
    position.seconds = script_.empty() ? 0 : schedule.start(script_.size()) + seconds_of(at, kEngineRate);
    return position;
  }
  const std::shared_ptr<const Unit> unit = playhead->unit(position.utterance);
  position.seconds = schedule.start(position.utterance);
  if (unit == nullptr) {  // not made yet: the word is known by where the jump leads
    const std::size_t words = script_[position.utterance].words.size();
    if (!heard.ahead || words == 0) return position;
    const Target::Point point = heard.ahead->point;
    position.word = point == Target::Point::last_word ? words - 1 : point == Target::Point::word ? heard.ahead->word : 0;
    return position;
  }
  position.silent = !heard.ahead && at < unit->pause;
  if (heard.ahead) at = place_in(*unit, *heard.ahead);
  position.word = word_at(*unit, at);
  position.seconds += seconds_of(at, kEngineRate) * unit->speed;
  return position;
}

}  // namespace aloud
