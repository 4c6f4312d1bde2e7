#include "play/navigation.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace aloud {
namespace {

/// Back: the start of the stretch that lies before the one of `from`. On: the start of the next. Stretches are utterances that
/// are `together`.
std::optional<Target> next_stretch(const Track& track, std::size_t from, Direction direction,
                                   const std::function<bool(const Utterance&, const Utterance&)>& together) {
  const auto& script = track.script();
  const auto begin_of = [&](std::size_t at) {
    while (at > 0 && together(script[at - 1], script[at])) --at;
    return at;
  };
  if (from >= script.size()) return std::nullopt;
  if (direction == Direction::back) {
    const std::size_t begin = begin_of(from);
    return Target{begin == 0 ? 0 : begin_of(begin - 1)};
  }
  std::size_t next = from + 1;
  while (next < script.size() && together(script[next - 1], script[next])) ++next;
  if (next >= script.size()) return std::nullopt;
  return Target{next};
}

/// A pause belongs to what was heard before it: from there, a step on leads to what has not been heard, and not past it.
std::size_t heard_last(const Position& from, Direction direction) {
  return from.silent && direction == Direction::on && from.utterance > 0 ? from.utterance - 1 : from.utterance;
}

bool is_heading(const Track& track, std::size_t utterance) {
  const BlockKind kind = track.article().document.blocks[track.script()[utterance].block].kind;
  return kind == BlockKind::heading || kind == BlockKind::title;
}

}  // namespace

std::optional<Target> next_word(const Track& track, const Position& from, Direction direction) {
  const auto& script = track.script();
  if (from.utterance >= script.size()) return std::nullopt;
  const std::size_t words = script[from.utterance].words.size();
  // Words that the engine says as one have one time, and are one step; nothing is known of them before they are spoken.
  const std::shared_ptr<const Unit> unit = track.playhead->unit(from.utterance);
  const auto begin = [&](std::size_t word) {
    const bool known = unit != nullptr && word < unit->words.size();
    return known ? unit->words[word].begin.count : static_cast<std::int64_t>(word);
  };
  if (direction == Direction::on) {
    std::size_t word = from.word ? *from.word + 1 : 0;
    while (from.word && word < words && begin(word) <= begin(*from.word)) ++word;
    if (word < words) return Target{from.utterance, Target::Point::word, word};
    if (from.utterance + 1 >= script.size()) return std::nullopt;
    return Target{from.utterance + 1, Target::Point::word, 0};
  }
  std::size_t word = from.word.value_or(0);
  while (word > 0 && begin(word) >= begin(*from.word)) --word;
  if (from.word && word < *from.word) return Target{from.utterance, Target::Point::word, word};
  if (from.utterance == 0) return Target{0, Target::Point::word, 0};
  return Target{from.utterance - 1, Target::Point::last_word};
}

std::optional<Target> next_sentence(const Track& track, const Position& from, Direction direction) {
  return next_stretch(track, heard_last(from, direction), direction,
                      [](const Utterance& a, const Utterance& b) { return a.sentence == b.sentence; });
}

std::optional<Target> next_block(const Track& track, const Position& from, Direction direction) {
  return next_stretch(track, heard_last(from, direction), direction,
                      [](const Utterance& a, const Utterance& b) { return a.block == b.block; });
}

std::optional<Target> next_heading(const Track& track, const Position& from, Direction direction) {
  const auto& script = track.script();
  if (from.utterance >= script.size()) return std::nullopt;
  const std::size_t last = heard_last(from, direction);
  const std::size_t here = script[last].block;
  if (direction == Direction::on) {
    for (std::size_t i = last + 1; i < script.size(); ++i)
      if (script[i].block != here && is_heading(track, i)) return Target{i};
    return std::nullopt;
  }
  for (std::size_t i = from.utterance; i > 0; --i) {
    if (script[i - 1].block == here || !is_heading(track, i - 1)) continue;
    std::size_t begin = i - 1;
    while (begin > 0 && script[begin - 1].block == script[begin].block) --begin;
    return Target{begin};
  }
  return Target{0};
}

std::optional<Target> target_at_time(const Track& track, double seconds) {
  if (track.script().empty()) return std::nullopt;
  const double time = std::max(0.0, seconds);
  const std::size_t utterance = track.schedule.at(time);
  const double within = (time - track.schedule.start(utterance)) * static_cast<double>(kEngineRate.hertz);
  return Target{utterance, Target::Point::time, 0, Frames{std::llround(within)}};
}

std::optional<Target> target_of_source(const Track& track, std::size_t offset) {
  std::optional<Target> behind;
  for (const Utterance& utterance : track.script()) {
    const ByteRange said = utterance.text.source_of({0, utterance.text.size()});
    if (!said.contains(offset)) {
      if (!behind && said.begin > offset) behind = Target{utterance.index};
      continue;
    }
    for (std::size_t i = 0; i < utterance.words.size(); ++i) {
      const ByteRange& source = utterance.words[i].source;
      if (!source.empty() && source.end > offset) return Target{utterance.index, Target::Point::word, i};
    }
    return Target{utterance.index};
  }
  return behind;
}

std::pair<std::size_t, std::size_t> utterances_of_sentence(const Track& track, std::size_t utterance) {
  const auto& script = track.script();
  std::size_t first = utterance, last = utterance;
  while (first > 0 && script[first - 1].sentence == script[utterance].sentence) --first;
  while (last + 1 < script.size() && script[last + 1].sentence == script[utterance].sentence) ++last;
  return {first, last};
}

}  // namespace aloud
