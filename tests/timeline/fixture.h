#pragma once

#include <cassert>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"
#include "util/byte_sink.h"

namespace aloud::test {

/// A pipe into a string.
class StringSink : public ByteSink {
 public:
  void write(std::span<const std::byte> bytes) override {
    text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  bool can_rewrite() const override { return false; }
  void rewrite(std::uint64_t, std::span<const std::byte>) override { assert(false); }
  std::uint64_t size() const override { return text.size(); }

  std::string text;
};

/// 1,000 frames a second, so that a frame is a millisecond.
inline constexpr SampleRate kMillisecondRate{1000};

struct TimedWord {
  std::string_view text;
  std::int64_t begin, end;
};

/// A sentence whose words stand in `text` in order; `source_begin` is where the text stands in the file.
TimelineSentence sentence_of(std::string_view text, const std::vector<TimedWord>& words, std::size_t source_begin = 0);

/// A sentence of words between spaces, stripped of ",.!?", each `word_length` long, the first at `begin`.
TimelineSentence steady_sentence(std::string_view text, std::int64_t begin, std::int64_t word_length);

/// Sentences that touch every case at once: several scripts, markup, failures, words of no length, long words.
std::vector<TimelineSentence> sample_sentences();
TimelineHeader sample_header();
TimelineEnd sample_end();

/// Hostile sentences that keep the contract: times within the sentence, in order; text of any kind.
std::vector<TimelineSentence> random_sentences(std::mt19937& random);

std::string write_timeline(TimelineKind kind, const TimelineHeader& header, const std::vector<TimelineSentence>& sentences,
                           const TimelineEnd& end);

}  // namespace aloud::test
