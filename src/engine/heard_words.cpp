#include "engine/heard_words.h"

#include <algorithm>

#include "engine/word_timing.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// Of the sounds that words have alone, the part that is left when they are said as one.
constexpr std::size_t kKeptOf5 = 3;

bool is_enough(std::size_t heard, std::size_t alone) { return heard * 5 >= alone * kKeptOf5; }

std::size_t sounds_between(std::span<const SpeechEvent> events, const WordGroup& group) {
  const auto part = events.subspan(group.first_event, group.last_event - group.first_event);
  return static_cast<std::size_t>(
      std::ranges::count_if(part, [](const SpeechEvent& event) { return event.kind == SpeechEvent::Kind::sound; }));
}

// A word whose event brought no sound has been said with the words before it, or not at all.
std::vector<WordGroup> sounding_groups(std::string_view text, std::span<const ByteRange> words,
                                       std::span<const SpeechEvent> events) {
  std::vector<WordGroup> sounding;
  for (const WordGroup& group : word_groups(text, words, events)) {
    if (sounding.empty() || sounds_between(events, group) > 0) {
      sounding.push_back(group);
    } else {
      sounding.back().end = group.end;
      sounding.back().last_event = group.last_event;
    }
  }
  // The first word of a text may be reported on the mark before it.
  if (!sounding.empty()) sounding.front().first_event = 0;
  return sounding;
}

bool has_space(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

// Words that no space parts are one to the engine: it is asked for them together.
struct Stretch {
  std::size_t begin = 0, end = 0;  // words
  std::size_t sounds = 0;
  std::string_view text;
};

std::optional<std::vector<Stretch>> stretches_of(std::string_view text, std::span<const ByteRange> words,
                                                 const WordGroup& group, const CountSounds& count) {
  std::vector<Stretch> stretches;
  for (std::size_t word = group.begin; word < group.end; ++word) {
    const bool new_one =
        stretches.empty() || has_space(text.substr(words[word - 1].end, words[word].begin - words[word - 1].end));
    if (new_one) stretches.push_back({word, word + 1, 0, {}});
    stretches.back().end = word + 1;
  }
  for (Stretch& stretch : stretches) {
    const std::size_t begin = words[stretch.begin].begin;
    stretch.text = text.substr(begin, words[stretch.end - 1].end - begin);
    const std::optional<std::size_t> sounds = count(stretch.text);
    if (!sounds) return std::nullopt;
    stretch.sounds = *sounds;
  }
  return stretches;
}

std::size_t sum_of(std::span<const Stretch> stretches) {
  std::size_t sounds = 0;
  for (const Stretch& stretch : stretches) sounds += stretch.sounds;
  return sounds;
}

// Of a group that lacks sounds: no dictionary joins a word with itself, so the second is what is missing; else the last ones
// are.
void add_unheard(std::span<const Stretch> stretches, std::size_t heard, std::vector<std::size_t>& unheard) {
  std::vector<bool> missing(stretches.size());
  std::size_t alone = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    missing[i] = i > 0 && stretches[i].text == stretches[i - 1].text;
    if (!missing[i]) alone += stretches[i].sounds;
  }
  for (std::size_t i = stretches.size(); i-- > 0 && !is_enough(heard, alone);) {
    if (!missing[i]) alone -= stretches[i].sounds;
    missing[i] = true;
  }
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const bool silent = stretches[i].sounds == 0;  // by nature
    for (std::size_t word = stretches[i].begin; missing[i] && !silent && word < stretches[i].end; ++word)
      unheard.push_back(word);
  }
}

// The engine's positions may be off by a word after numbers and initials: then a neighbour has what the group lacks.
class Neighbourhood {
 public:
  Neighbourhood(std::string_view text, std::span<const ByteRange> words, std::span<const SpeechEvent> events,
                std::span<const WordGroup> groups, const CountSounds& count)
      : text_(text), words_(words), events_(events), groups_(groups), count_(count) {}

  bool has(std::size_t missing, std::size_t group) const {
    std::size_t surplus = 0;
    if (group > 0) surplus += surplus_of(groups_[group - 1]);
    if (group + 1 < groups_.size()) surplus += surplus_of(groups_[group + 1]);
    return surplus * 2 > missing;
  }

 private:
  std::size_t surplus_of(const WordGroup& group) const {
    const auto stretches = stretches_of(text_, words_, group, count_);
    const std::size_t heard = sounds_between(events_, group), alone = stretches ? sum_of(*stretches) : heard;
    return heard > alone ? heard - alone : 0;
  }

  std::string_view text_;
  std::span<const ByteRange> words_;
  std::span<const SpeechEvent> events_;
  std::span<const WordGroup> groups_;
  const CountSounds& count_;
};

}  // namespace

std::vector<std::size_t> unheard_words(std::string_view text, std::span<const ByteRange> words,
                                       std::span<const SpeechEvent> events, const CountSounds& count) {
  const std::vector<WordGroup> groups = sounding_groups(text, words, events);
  const Neighbourhood neighbourhood(text, words, events, groups, count);
  std::vector<std::size_t> unheard;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::size_t heard = sounds_between(events, groups[i]);
    if (groups[i].end - groups[i].begin == 1 && heard > 0) continue;
    const auto stretches = stretches_of(text, words, groups[i], count);
    if (!stretches) continue;
    const std::size_t alone = sum_of(*stretches);
    if (!is_enough(heard, alone) && !neighbourhood.has(alone - heard, i)) add_unheard(*stretches, heard, unheard);
  }
  return unheard;
}

}  // namespace aloud
