#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "audio/limiter.h"
#include "audio/take_codec.h"
#include "engine/synthesizer.h"
#include "process/performer.h"

namespace aloud {

enum class Fidelity : std::uint8_t {
  exact,      ///< the text as it stands
  simplified  ///< what simplified_text() leaves of it
};

/// What a child makes of an utterance.
struct MadeTake {
  EncodedTake audio;
  std::vector<WordTime> words;
};

/// The part of `samples` between the engine's own silences: samples of less than 8 steps (-72 dBFS) at both ends are dropped,
/// as variants with an echo never reach exact zero.
std::span<const std::int16_t> trim_silence(std::span<const std::int16_t> samples);

/// Speaks, checks that the end was reached, trims, times the words, brings the speech to its level, encodes. `words` are byte
/// ranges of `text`. On failure ("stopped before the last word", …) throws Error{synthesis}.
MadeTake make_take(Synthesizer& synthesizer, TakeEncoder& encoder, std::string_view text, std::span<const ByteRange> words,
                   Fidelity fidelity, const Level& level = {});

/// What encodes the takes of a performer.
std::unique_ptr<TakeEncoder> encoder_for(const PerformerOptions& options);

/// The take of an utterance that is a clip, at the level that its voice carries. Encoded in the caller's process: samples
/// cannot do what an engine can. A clip that the encoder refuses is a failure of the take. Requires: utterance.clip.
Take make_clip_take(const Utterance& utterance, TakeEncoder& encoder);

}  // namespace aloud
