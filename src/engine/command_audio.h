#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "audio/units.h"

namespace aloud {

/// What a program answered, as one channel of 16 bit.
struct CommandAudio {
  std::vector<std::int16_t> samples;
  SampleRate rate;
};

/// A WAV file of integers of 8 to 32 bit or floating point, as programs write them to pipes: sizes that they could not know
/// when they began are taken to reach to the end. Channels are mixed. On failure (no WAV, a rate outside 8 to 192 kHz, a sample
/// that is no number) throws Error{synthesis} that goes on from "the program ".
CommandAudio read_wav(std::string_view bytes);

/// Plain samples of 16 bit, little-endian. On failure (half a sample) throws Error{synthesis}.
CommandAudio read_raw(std::string_view bytes, SampleRate rate);

/// Whether audio can be the speech of a text: not far too short or long for its letters and digits, not silent, not cut off at
/// full scale. On failure throws Error{synthesis} that goes on from "the program ".
void require_speech(const CommandAudio& audio, std::string_view text);

}  // namespace aloud
