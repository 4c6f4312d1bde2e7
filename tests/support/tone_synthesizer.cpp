#include "support/tone_synthesizer.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "util/error.h"
#include "util/utf8.h"

namespace aloud {
namespace {

[[noreturn]] void spin() {
  for (volatile unsigned turns = 0;;) turns = turns + 1;
}

[[noreturn]] void grow() {
  for (std::vector<std::vector<char>> hoard;;) hoard.emplace_back(std::size_t{1} << 20, 'x');
}

/// Does what `word` asks for; true if speech ends here.
bool misbehave(std::string_view word) {
  if (word == "CRASH") std::abort();
  if (word == "HANG")
    for (;;) pause();
  if (word == "SPIN") spin();
  if (word == "GROW") grow();
  if (word == "EXIT") _exit(0);
  if (word == "THROW") throw Error(ErrorKind::synthesis, "was told to");
  return word == "STOP" || word == "HALT*";
}

class ToneSynthesizer : public Synthesizer {
 public:
  explicit ToneSynthesizer(std::int16_t amplitude) : amplitude_(amplitude) {}

  Speech speak(std::string_view text) override {
    Speech speech;
    in_word_ = false;
    std::uint32_t character = 0;
    for (std::size_t i = 0; i < text.size(); ++character) {
      const CodePoint c = code_point_at(text, i);
      const bool sounds = !is_white_space(c.value);
      const Frames now{static_cast<std::int64_t>(speech.samples.size())};
      if (sounds && !in_word_ && is_left_out(text.substr(i, text.find(' ', i) - i))) {
        i += std::string_view("SKIP").size();
        character += 3;
        continue;
      }
      if (sounds && !in_word_) {
        if (misbehave(text.substr(i, text.find(' ', i) - i))) break;
        speech.events.push_back({SpeechEvent::Kind::word, character, now});
        speech.events.push_back({SpeechEvent::Kind::sound, 0, now});
      } else if (!sounds && in_word_) {
        speech.events.push_back({SpeechEvent::Kind::silence, 0, now});
      }
      in_word_ = sounds;
      append(speech, sounds);
      i += c.size;
    }
    if (text.find("MUTE") != std::string_view::npos) speech.samples.assign(speech.samples.size(), 0);
    return speech;
  }

  Speech speak_by_sound(std::string_view text, std::span<const ByteRange> /*ranges*/) override {
    by_sound_ = true;
    return speak(text);
  }

  // Each word is one sound.
  std::optional<std::size_t> count_sounds(std::string_view text) override {
    std::size_t words = 0;
    for (std::size_t i = 0; i < text.size(); ++i) words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1U : 0U;
    return words;
  }

 private:
  bool is_left_out(std::string_view word) const { return word == "SKIP" || (word == "SLUR" && !by_sound_); }

  void append(Speech& speech, bool sounds) {
    for (std::int64_t k = 0; k < kToneFramesPerCharacter; ++k) {
      const auto sample = static_cast<std::int16_t>(k % 50 < 25 ? amplitude_ : -amplitude_);
      speech.samples.push_back(sounds ? sample : std::int16_t{0});
    }
  }

  std::int16_t amplitude_;
  bool in_word_ = false, by_sound_ = false;
};

}  // namespace

std::unique_ptr<Synthesizer> ToneSynthesizerFactory::make(const VoiceParameters& voice) const {
  if (voice.engine_voice == "missing") throw Error(ErrorKind::synthesis, "no voice \"missing\"");
  return std::make_unique<ToneSynthesizer>(static_cast<std::int16_t>(1000 + 10 * voice.rate));
}

}  // namespace aloud
