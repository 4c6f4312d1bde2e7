#include "engine/flite_synthesizer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

#include "engine/flite_input.h"
#include "engine/flite_library.h"
#include "engine/resampled_speech.h"
#include "util/ascii.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr int kUsualPitch = 50;
const int kUsualVolume = VoiceParameters{}.volume;

/// An octave from the middle of the scale to its ends.
constexpr double kStepsOfAnOctave = 50;

/// Flite speaks as fast as it is told to; beyond these, syllables run together, or it takes minutes for a sentence.
constexpr double kShortest = 0.3, kLongest = 3;

const FliteVoice& facts_of(const std::string& name) {
  const auto& voices = flite_voices();
  const auto found = std::ranges::find_if(voices, [&](const FliteVoice& one) { return name == one.name; });
  return found == voices.end() ? voices.front() : *found;
}

std::int16_t scaled(short sample, double factor) {
  constexpr double kLeast = std::numeric_limits<std::int16_t>::min(), kMost = std::numeric_limits<std::int16_t>::max();
  return static_cast<std::int16_t>(std::lrint(std::clamp(sample * factor, kLeast, kMost)));
}

// An utterance that was spoken: its words and sounds, and where they stand in the text.
class Spoken {
 public:
  Spoken(const FliteLibrary& flite, cst_utterance* utterance, const FliteInput& input)
      : flite_(flite), utterance_(utterance), input_(input), text_(ascii_lower(input.text)) {
    place_words();
  }

  std::vector<SpeechEvent> events(SampleRate rate, Frames length) const {
    std::vector<SpeechEvent> events;
    Frames begin{0};
    for (const cst_item* segment = head("Segment"); segment != nullptr; segment = flite_.next(segment)) {
      const auto words = words_at_.equal_range(content_of(segment));
      for (auto word = words.first; word != words.second; ++word)
        events.push_back({SpeechEvent::Kind::word, word->second, begin});
      const bool silent = std::string_view(flite_.text(segment, "name")) == "pau";
      events.push_back({silent ? SpeechEvent::Kind::silence : SpeechEvent::Kind::sound, 0, begin});
      const double seconds = flite_.number(segment, "end");
      begin = std::clamp(Frames{std::llround(seconds * static_cast<double>(rate.hertz))}, begin, length);
    }
    return events;
  }

 private:
  const cst_item* head(const char* relation) const { return flite_.head(flite_.relation(utterance_, relation)); }

  // Relations have items of their own, which share what they hold.
  static const void* content_of(const cst_item* item) { return item->contents; }

  // The engine tells no places, but its tokens are the text's, in order, and most words are parts of theirs.
  void place_words() {
    std::size_t at = 0;
    for (const cst_item* token = head("Token"); token != nullptr; token = flite_.next(token)) {
      const std::size_t found = find(flite_.text(token, "name"), at);
      if (found == std::string::npos) continue;
      std::size_t in_token = found;
      for (const cst_item* word = flite_.daughter(token); word != nullptr; word = flite_.next(word)) {
        const std::size_t part = find(flite_.text(word, "name"), in_token);
        const bool inside = part < found + std::string_view(flite_.text(token, "name")).size();
        if (inside) in_token = part;
        if (inside || word == flite_.daughter(token)) place_word(word, in_token);
      }
      at = found + std::string_view(flite_.text(token, "name")).size();
    }
  }

  std::size_t find(std::string_view name, std::size_t from) const {
    const std::string lower = ascii_lower(name);
    return lower.empty() ? std::string::npos : text_.find(lower, from);
  }

  void place_word(const cst_item* word, std::size_t at) {
    const cst_item* structure = flite_.as(word, "SylStructure");
    const cst_item* syllable = structure == nullptr ? nullptr : flite_.daughter(structure);
    const cst_item* segment = syllable == nullptr ? nullptr : flite_.daughter(syllable);
    if (segment != nullptr) words_at_.emplace(content_of(segment), input_.characters[at]);
  }

  const FliteLibrary& flite_;
  cst_utterance* utterance_;
  const FliteInput& input_;
  std::string text_;                                    // in small letters
  std::multimap<const void*, std::uint32_t> words_at_;  // by the first segment: the character that the word begins with
};

class FliteSynthesizer : public Synthesizer {
 public:
  explicit FliteSynthesizer(const VoiceParameters& parameters)
      : flite_(FliteLibrary::get()), voice_(load_flite_voice(parameters.engine_voice)) {
    const FliteVoice& facts = facts_of(parameters.engine_voice);
    const double stretch = static_cast<double>(facts.natural_rate) / parameters.rate;
    set("duration_stretch", std::clamp(stretch, kShortest, kLongest));
    if (parameters.pitch != kUsualPitch) set("f0_shift", std::exp2((parameters.pitch - kUsualPitch) / kStepsOfAnOctave));
    volume_ = static_cast<double>(parameters.volume) / kUsualVolume;
  }

  Speech speak(std::string_view text) override {
    const FliteInput input = flite_input(text);
    for (const FliteAddition& addition : input.additions) add_to_lexicon(addition);
    cst_utterance* utterance = flite_.synth_text(input.text.c_str(), voice_);
    const cst_wave* wave = utterance == nullptr ? nullptr : flite_.wave(utterance);
    if (wave == nullptr || wave->num_channels != 1 || wave->num_samples < 0 || wave->sample_rate <= 0)
      throw Error(ErrorKind::synthesis, "was refused by Flite");
    Speech speech;
    speech.samples.assign(wave->samples, wave->samples + wave->num_samples);
    if (volume_ != 1)
      std::ranges::transform(speech.samples, speech.samples.begin(), [&](short s) { return scaled(s, volume_); });
    const SampleRate rate{wave->sample_rate};
    const Frames length{static_cast<std::int64_t>(speech.samples.size())};
    speech.events = Spoken(flite_, utterance, input).events(rate, length);
    return at_engine_rate(std::move(speech), rate);
  }

 private:
  void set(const char* feature, double value) { flite_.set_float(voice_->features, feature, static_cast<float>(value)); }

  void add_to_lexicon(const FliteAddition& addition) {
    cst_lexicon* lexicon = flite_.as_lexicon(flite_.feature(voice_->features, "lexicon"));
    cst_val* entry = flite_.make_entry(lexicon, (addition.word + " n : " + addition.phones).c_str());
    if (entry != nullptr) lexicon->lex_addenda = flite_.cons(entry, lexicon->lex_addenda);
  }

  const FliteLibrary& flite_;
  cst_voice* voice_;
  double volume_ = 1;
};

}  // namespace

std::unique_ptr<Synthesizer> make_flite_synthesizer(const VoiceParameters& voice) {
  return std::make_unique<FliteSynthesizer>(voice);
}

}  // namespace aloud
