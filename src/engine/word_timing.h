#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "audio/units.h"
#include "engine/synthesizer.h"
#include "util/byte_range.h"

namespace aloud {

/// Where a word sounds, in frames from the start of the encoded take (lead-in included).
struct WordTime {
  Frames begin;
  Frames end;
  bool heard = true;  ///< false: the engine left the word out (engine/heard_words.h), and the times are where it would be
};

/// Words that share one event of the engine, since it says them as one: those from `begin` to `end`, with the events from
/// `first_event` to `last_event`.
struct WordGroup {
  std::size_t begin = 0, end = 0;
  std::size_t first_event = 0, last_event = 0;
};

/// All of `words` in groups, in order; words before the first event belong to the first group. Empty if no event belongs to a
/// word.
std::vector<WordGroup> word_groups(std::string_view text, std::span<const ByteRange> words,
                                   std::span<const SpeechEvent> events);

/// Whether the engine reached the end of `text`: its last word, or one so near the end that the words after it may have been
/// said as one with it (eSpeak NG's dictionaries hold entries of several words, "of the", which report one event).
bool reached_last_word(std::string_view text, std::span<const ByteRange> words, std::span<const SpeechEvent> events);

/// When each of `words` (byte ranges of `text`, in order) sounds, in frames from the start of the speech. A word begins with
/// its first sound after its event and ends where the next silence or word begins; words without an event share the time of the
/// word before them, by their lengths. Times never decrease, and lie within [0, length].
std::vector<WordTime> word_times(std::string_view text, std::span<const ByteRange> words, std::span<const SpeechEvent> events,
                                 Frames length);

/// Word times for speech whose events say nothing about `text`: [0, length) shared out by the lengths of the words.
std::vector<WordTime> interpolated_word_times(std::span<const ByteRange> words, Frames length);

}  // namespace aloud
