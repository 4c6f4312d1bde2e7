#pragma once

#include "engine/synthesizer.h"

namespace aloud {

/// Frames of tone for each code point of a word, and of silence for each other one.
inline constexpr std::int64_t kToneFramesPerCharacter = 100;

/// A synthesizer for tests, exact and without an engine: every word sounds as a square wave whose length is that of the
/// word, white space is silence. The amplitude depends on the voice (1,000 + 10 × rate), so that takes of two voices differ.
///
/// Some texts make it fail, at the first word that says so:
///   "CRASH" aborts, "HANG" sleeps for ever, "SPIN" computes for ever, "GROW" allocates without end, "EXIT" leaves with exit
///   code 0, "STOP" ends the speech there, "HALT*" too, which is harmless without its star, "THROW" throws Error{synthesis,
///   "was told to"}, "MUTE" makes the whole take silent, "SKIP" is left out without an event, "SLUR" too, but not when it is
///   asked for by its sounds.
/// Because it runs in a child that is thrown away, it records nothing; the performed text can be told from the take's length.
class ToneSynthesizerFactory : public SynthesizerFactory {
 public:
  /// Throws Error{synthesis} for the engine voice "missing".
  std::unique_ptr<Synthesizer> make(const VoiceParameters& voice) const override;
  const EngineTraits& traits() const override { return espeak_traits(); }
  std::string version() const override { return "tone 1"; }
};

}  // namespace aloud
