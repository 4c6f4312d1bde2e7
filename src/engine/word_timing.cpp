#include "engine/word_timing.h"

#include <algorithm>
#include <optional>

#include "util/utf8.h"

namespace aloud {
namespace {

/// Longest run of words at the end of a text that may go without an event of their own: eSpeak NG's dictionaries merge up to
/// four words into one entry.
constexpr std::size_t kMostMergedWords = 4;

/// Byte offset of each code point of `text`, and its size at the end.
std::vector<std::size_t> code_point_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  offsets.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).size) offsets.push_back(i);
  offsets.push_back(text.size());
  return offsets;
}

/// The event that starts each word, as an index into `events`. An event inside a word counts as its start, as eSpeak NG
/// reports the parts of numbers one character late; so does one on the punctuation that stands before it.
std::vector<std::optional<std::size_t>> first_events(std::string_view text, std::span<const ByteRange> words,
                                                     std::span<const SpeechEvent> events) {
  const std::vector<std::size_t> offsets = code_point_offsets(text);
  std::vector<std::optional<std::size_t>> first(words.size());
  std::size_t lowest = 0;  // events of words before this one come too late: the engine repeats positions at a clause's end
  for (std::size_t e = 0; e < events.size(); ++e) {
    if (events[e].kind != SpeechEvent::Kind::word || events[e].character >= offsets.size()) continue;
    const std::size_t offset = offsets[events[e].character];
    const auto word = std::partition_point(words.begin(), words.end(), [&](const ByteRange& w) { return w.end <= offset; });
    if (word == words.end() || offset < word->begin) continue;
    const auto index = static_cast<std::size_t>(word - words.begin());
    if (index < lowest || first[index]) continue;
    first[index] = e;
    lowest = index;
  }
  return first;
}

// A transition counts where a word begins and ends, as it always did.
bool is_audible(SpeechEvent::Kind kind) { return kind == SpeechEvent::Kind::sound || kind == SpeechEvent::Kind::transition; }

/// The sound of the word whose event is `begin` and whose next word's event is `end` (or events.size()).
WordTime sound_between(std::span<const SpeechEvent> events, std::size_t begin, std::size_t end, Frames length) {
  const Frames last = end < events.size() ? events[end].at : length;
  WordTime time{events[begin].at, last};
  bool sounding = false, heard = false;
  for (std::size_t e = begin; e < end; ++e) {
    if (is_audible(events[e].kind)) {
      if (!heard) time.begin = events[e].at;
      heard = sounding = true;
      time.end = last;
    } else if (events[e].kind == SpeechEvent::Kind::silence && sounding) {
      sounding = false;
      time.end = events[e].at;
    }
  }
  return time;
}

/// Shares [time.begin, time.end) among `words`, by their lengths.
void share_out(WordTime time, std::span<const ByteRange> words, std::span<WordTime> times) {
  std::int64_t total = 0, passed = 0;
  for (const ByteRange& word : words) total += static_cast<std::int64_t>(word.size()) + 1;
  const auto at = [&](std::int64_t part) { return Frames{time.begin.count + (time.end - time.begin).count * part / total}; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    times[i].begin = at(passed);
    passed += static_cast<std::int64_t>(words[i].size()) + 1;
    times[i].end = at(passed);
  }
}

void make_monotone(std::span<WordTime> times, Frames length) {
  Frames earliest{0};
  for (WordTime& time : times) {
    time.begin = std::clamp(time.begin, earliest, length);
    time.end = std::clamp(time.end, time.begin, length);
    earliest = time.end;
  }
}

/// The stretch of `text` without spaces that holds `offset`; languages written without spaces report one event for many words.
std::size_t end_of_stretch(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const CodePoint c = code_point_at(text, offset);
    if (is_white_space(c.value)) break;
    offset += c.size;
  }
  return offset;
}

}  // namespace

bool reached_last_word(std::string_view text, std::span<const ByteRange> words, std::span<const SpeechEvent> events) {
  if (words.empty()) return true;
  const std::vector<std::size_t> offsets = code_point_offsets(text);
  std::optional<std::size_t> farthest;
  for (const SpeechEvent& event : events) {
    if (event.kind != SpeechEvent::Kind::word || event.character >= offsets.size()) continue;
    farthest = std::max(farthest.value_or(0), offsets[event.character]);
  }
  if (!farthest) return false;
  std::size_t missed = 0, stretch = end_of_stretch(text, *farthest);
  for (const ByteRange& word : words) {
    if (word.begin < stretch) continue;
    ++missed;
    stretch = end_of_stretch(text, word.begin);
  }
  return missed <= kMostMergedWords && missed < words.size();
}

std::vector<WordGroup> word_groups(std::string_view text, std::span<const ByteRange> words,
                                   std::span<const SpeechEvent> events) {
  const std::vector<std::optional<std::size_t>> first = first_events(text, words, events);
  std::vector<WordGroup> groups;
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (!first[word]) continue;
    if (!groups.empty()) {
      groups.back().end = word;
      groups.back().last_event = *first[word];
    }
    groups.push_back({groups.empty() ? 0 : word, words.size(), *first[word], events.size()});
  }
  return groups;
}

std::vector<WordTime> word_times(std::string_view text, std::span<const ByteRange> words, std::span<const SpeechEvent> events,
                                 Frames length) {
  const std::vector<WordGroup> groups = word_groups(text, words, events);
  if (groups.empty()) return interpolated_word_times(words, length);
  std::vector<WordTime> times(words.size());
  for (const WordGroup& group : groups) {
    share_out(sound_between(events, group.first_event, group.last_event, length),
              words.subspan(group.begin, group.end - group.begin),
              std::span(times).subspan(group.begin, group.end - group.begin));
  }
  make_monotone(times, length);
  return times;
}

std::vector<WordTime> interpolated_word_times(std::span<const ByteRange> words, Frames length) {
  std::vector<WordTime> times(words.size());
  share_out({Frames{0}, length}, words, times);
  return times;
}

}  // namespace aloud
