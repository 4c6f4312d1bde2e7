#include "process/take_maker.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "audio/pcm_take.h"
#include "engine/heard_words.h"
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

// What was said, and which of the words were not.
struct Said {
  Speech speech;
  std::vector<std::size_t> unheard;
};

Said speak_all(Synthesizer& synthesizer, std::string_view text, std::span<const ByteRange> words) {
  const CountSounds count = [&](std::string_view part) { return synthesizer.count_sounds(part); };
  const auto listen = [&](Speech speech) {
    require_ordered_events(speech);
    std::vector<std::size_t> unheard;
    if (speech.tells_words) unheard = unheard_words(text, words, speech.events, count);
    return Said{std::move(speech), std::move(unheard)};
  };
  Said said = listen(synthesizer.speak(text));
  if (said.unheard.empty()) return said;
  std::vector<ByteRange> left_out;
  for (const std::size_t word : said.unheard) left_out.push_back(words[word]);
  Said again = listen(synthesizer.speak_by_sound(text, left_out));
  return again.unheard.size() < said.unheard.size() ? std::move(again) : std::move(said);
}

// The words of simplified text, which are others than those of the utterance, by their places in it.
std::vector<ByteRange> words_between_spaces(std::string_view text) {
  std::vector<ByteRange> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find(' ', begin), text.size());
    words.push_back({begin, at});
  }
  return words;
}

// The words are not those that the utterance knows: one that is left out fails the take.
Speech speak_simplified(Synthesizer& synthesizer, std::string_view text) {
  const std::string simple = simplified_text(without_marks(text));
  if (simple.empty()) throw Error(ErrorKind::synthesis, "has nothing in simplified letters");
  Said said = speak_all(synthesizer, simple, words_between_spaces(simple));
  if (!said.unheard.empty()) throw Error(ErrorKind::synthesis, "left out words of simplified text");
  return std::move(said.speech);
}

EncodedTake encode_leveled(TakeEncoder& encoder, std::span<std::int16_t> speech, const Level& level) {
  if (encoder.wants_unrounded()) return encoder.encode_unrounded(with_level_unrounded(speech, level));
  set_level(speech, level);
  return encoder.encode(speech);
}

}  // namespace

std::span<const std::int16_t> trim_silence(std::span<const std::int16_t> samples) {
  const auto audible = [](std::int16_t s) { return std::abs(static_cast<int>(s)) >= kSilenceSteps; };
  const auto begin = std::find_if(samples.begin(), samples.end(), audible);
  const auto end = std::find_if(samples.rbegin(), std::make_reverse_iterator(begin), audible).base();
  return {begin, end};
}

std::unique_ptr<TakeEncoder> encoder_for(const PerformerOptions& options) {
  if (options.make_encoder) return options.make_encoder();
  return options.encoding == TakeEncoding::samples ? make_pcm_encoder(options.format)
                                                   : make_take_encoder(options.format, options.quality);
}

Take make_clip_take(const Utterance& utterance, TakeEncoder& encoder) {
  Take take;
  std::vector<std::int16_t> samples = utterance.clip->samples;
  try {
    take.audio = encode_leveled(encoder, samples, utterance.voice.level);
  } catch (const Error& error) {
    take.failure = error.message();
  }
  return take;
}

MadeTake make_take(Synthesizer& synthesizer, TakeEncoder& encoder, std::string_view text, std::span<const ByteRange> words,
                   Fidelity fidelity, const Level& level) {
  const bool exact = fidelity == Fidelity::exact;
  Said said = exact ? speak_all(synthesizer, text, words) : Said{speak_simplified(synthesizer, text), {}};
  Speech& speech = said.speech;
  const bool timed = exact && speech.tells_words;
  if (timed && !reached_last_word(text, words, speech.events))
    throw Error(ErrorKind::synthesis, "stopped before the last word");

  const std::span<const std::int16_t> trimmed = trim_silence(speech.samples);
  if (trimmed.empty() && !words.empty()) throw Error(ErrorKind::synthesis, "came out silent");
  const Frames spoken{static_cast<std::int64_t>(trimmed.size())};
  const Frames cut{trimmed.empty() ? 0 : trimmed.data() - speech.samples.data()};
  const auto leveled = std::span(speech.samples).subspan(static_cast<std::size_t>(cut.count), trimmed.size());

  MadeTake made{encode_leveled(encoder, leveled, level), {}};
  made.words = timed ? word_times(text, words, speech.events, Frames{static_cast<std::int64_t>(speech.samples.size())})
                     : interpolated_word_times(words, spoken);
  const Frames trim = timed ? cut : Frames{0};
  for (const std::size_t word : said.unheard) made.words[word].heard = false;
  for (WordTime& word : made.words) {
    word.begin = made.audio.speech_begin + std::clamp(word.begin - trim, Frames{0}, spoken);
    word.end = made.audio.speech_begin + std::clamp(word.end - trim, Frames{0}, spoken);
  }
  return made;
}

}  // namespace aloud
