#include "process/take_maker.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "engine/pronunciation_marks.h"
#include "engine/simplified_text.h"
#include "engine/word_timing.h"
#include "process/marked_text.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr int kSilenceSteps = 8;

void require_ordered_events(const Speech& speech) {
  Frames last{0};
  for (const SpeechEvent& event : speech.events) {
    if (event.at < last || event.at.count > static_cast<std::int64_t>(speech.samples.size()))
      throw Error(ErrorKind::synthesis, "reported impossible times");
    last = event.at;
  }
}

Speech speak_simplified(Synthesizer& synthesizer, std::string_view text) {
  const std::string simple = simplified_text(without_marks(text));
  if (simple.empty()) throw Error(ErrorKind::synthesis, "has nothing in simplified letters");
  return synthesizer.speak(simple);
}

}  // namespace

std::span<const std::int16_t> trim_silence(std::span<const std::int16_t> samples) {
  const auto audible = [](std::int16_t s) { return std::abs(static_cast<int>(s)) >= kSilenceSteps; };
  const auto begin = std::find_if(samples.begin(), samples.end(), audible);
  const auto end = std::find_if(samples.rbegin(), std::make_reverse_iterator(begin), audible).base();
  return {begin, end};
}

MadeTake make_take(Synthesizer& synthesizer, TakeEncoder& encoder, std::string_view text, std::span<const ByteRange> words,
                   Fidelity fidelity, const Level& level) {
  const bool exact = fidelity == Fidelity::exact;
  Speech speech = exact ? synthesizer.speak(text) : speak_simplified(synthesizer, text);
  require_ordered_events(speech);
  if (exact && !reached_last_word(text, words, speech.events))
    throw Error(ErrorKind::synthesis, "stopped before the last word");

  const std::span<const std::int16_t> trimmed = trim_silence(speech.samples);
  if (trimmed.empty() && !words.empty()) throw Error(ErrorKind::synthesis, "came out silent");
  const Frames spoken{static_cast<std::int64_t>(trimmed.size())};
  const Frames cut{trimmed.empty() ? 0 : trimmed.data() - speech.samples.data()};
  const auto leveled = std::span(speech.samples).subspan(static_cast<std::size_t>(cut.count), trimmed.size());

  set_level(leveled, level);
  MadeTake made{encoder.encode(leveled), {}};
  made.words = exact ? word_times(text, words, speech.events, Frames{static_cast<std::int64_t>(speech.samples.size())})
                     : interpolated_word_times(words, spoken);
  const Frames trim = exact ? cut : Frames{0};
  for (WordTime& word : made.words) {
    word.begin = made.audio.speech_begin + std::clamp(word.begin - trim, Frames{0}, spoken);
    word.end = made.audio.speech_begin + std::clamp(word.end - trim, Frames{0}, spoken);
  }
  return made;
}

}  // namespace aloud
