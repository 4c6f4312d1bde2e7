#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/synthesizer.h"

namespace aloud {

/// What a process with an engine in it said.
struct EngineAnswer {
  std::string text;       ///< all of it; what came before a crash, if it crashed
  bool complete = false;  ///< it did not crash, nor exceed its limits
};

/// Hands on a piece of an answer at once, so that it outlives a crash. No piece holds a NUL.
using Say = std::function<void(std::string_view piece)>;

/// Asks a synthesizer that is made for `voice` in a process of its own: `question` is called there, and what it says comes
/// back. The process may use ten seconds of processor time and 256 MiB, and make no file grow. Requires: the calling process
/// has one thread. On failure (no process; Error{synthesis} by the factory or the question) throws Error{synthesis}.
EngineAnswer ask_engine(const SynthesizerFactory& factory, const VoiceParameters& voice,
                        const std::function<void(Synthesizer&, const Say&)>& question);

}  // namespace aloud
