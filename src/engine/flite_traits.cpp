#include <algorithm>
#include <string_view>

#include "engine/engine_traits.h"
#include "engine/flite_synthesizer.h"
#include "engine/latin_letters.h"

namespace aloud {
namespace {

// ASCII symbols that its text analysis passes over without a sound, as measured with 2.2.
bool speaks_in_ascii(char32_t character) {
  constexpr std::u32string_view kSilent = U"<>`";
  return kSilent.find(character) == std::u32string_view::npos && has_ascii_form(character);
}

std::string american(const VoiceParameters& /*voice*/) { return "en-US"; }

// Within what eSpeak NG takes at once Flite has been seen to lose nothing; its search takes time that grows with the square of
// a word, so that these are cut as for eSpeak NG.
EngineTraits traits_with(bool pitch) {
  EngineTraits traits = espeak_traits();
  traits.speaks = speaks_in_ascii;
  traits.language_of = american;
  traits.spelling.phoneme_opening.clear();
  traits.honours = {.variant = false, .pitch = pitch, .range = false, .word_gap = false};
  return traits;
}

}  // namespace

const std::vector<FliteVoice>& flite_voices() {
  static const std::vector<FliteVoice> voices = {
      {"slt", "a woman's voice, American", 172, true},
      {"rms", "a man's voice, American", 143, false},
      {"awb", "a man's voice, Scottish", 157, true},
      {"kal16", "a man's voice, American, of diphones: fast, and a robot's", 166, true},
  };
  return voices;
}

const EngineTraits& flite_traits(const std::string& engine_voice) {
  static const EngineTraits full = traits_with(true);
  static const EngineTraits fixed_pitch = traits_with(false);
  const auto& voices = flite_voices();
  const auto voice = std::ranges::find_if(voices, [&](const FliteVoice& one) { return engine_voice == one.name; });
  return voice == voices.end() || voice->shifts_pitch ? full : fixed_pitch;
}

}  // namespace aloud
