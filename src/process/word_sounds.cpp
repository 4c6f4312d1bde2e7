#include "process/word_sounds.h"

#include <span>

#include "process/ask_engine.h"

namespace aloud {
namespace {

// One line for each word, up to one that the engine crashes over: "+" or "-" and its IPA.
std::string ask(std::span<const std::string> words, const VoiceParameters& voice, const SynthesizerFactory& factory) {
  const auto question = [words](Synthesizer& engine, const Say& say) {
    for (const std::string& word : words) {
      const bool found = engine.is_in_dictionary(word);
      say((found ? "+" : "-") + engine.phonemes(word) + '\n');
    }
  };
  return ask_engine(factory, voice, question).text;
}

}  // namespace

std::vector<WordSound> sounds_of(const std::vector<std::string>& words, const VoiceParameters& voice,
                                 const SynthesizerFactory& factory) {
  std::vector<WordSound> sounds;
  while (sounds.size() < words.size()) {
    const std::string lines = ask(std::span(words).subspan(sounds.size()), voice, factory);
    std::size_t end = 0;
    for (std::size_t at = 0; (end = lines.find('\n', at)) != std::string::npos; at = end + 1) {
      sounds.push_back({lines.substr(at + 1, end - at - 1), lines[at] == '+'});
    }
    if (sounds.size() < words.size()) sounds.emplace_back();  // it crashed over this one
  }
  return sounds;
}

}  // namespace aloud
