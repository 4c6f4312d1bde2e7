#pragma once

#include <array>
#include <cstdint>

#include "audio/audio_format.h"
#include "engine/voice_parameters.h"
#include "process/performer.h"

namespace aloud {

// What a zygote is told over its socket (SOCK_SEQPACKET), as plain bytes: both ends are the same build.

inline constexpr std::size_t kLongestEngineName = 256, kLongestRecipe = 4096, kLongestCommand = 16384;

/// The first message to a zygote that was not forked, and so has to make what it works with.
struct ZygoteSetup {
  char recipe[kLongestRecipe] = {};  ///< of the factory
  AudioFormat format = AudioFormat::wav;
  Quality quality;
  TakeEncoding encoding = TakeEncoding::of_format;
  std::uint64_t children = 0, slots = 0, time_limit_ms = 0, memory_limit = 0;
};

/// Start a fork server: sent with the server's ends of `control` and `life`.
struct StartOrder {
  char engine_voice[kLongestEngineName] = {};
  char variant[kLongestEngineName] = {};
  int rate = 0, pitch = 0, range = 0, volume = 0, word_gap = 0;
  Level level;
  EngineKind engine = EngineKind::espeak;
  char command[kLongestCommand] = {};
};

/// On failure (a name that is too long) throws Error{synthesis}.
StartOrder order_for(const VoiceParameters& voice);
VoiceParameters voice_of(const StartOrder& order);

/// On failure (a recipe that is too long) throws Error{synthesis}.
ZygoteSetup setup_message(const std::string& recipe, const PerformerOptions& options, std::size_t children, std::size_t slots);

/// False if nobody is there any more.
bool send_setup(int socket, const ZygoteSetup& setup);
bool receive_setup(int socket, ZygoteSetup& setup);
bool send_order(int socket, const StartOrder& order, const std::array<int, 2>& descriptors);
bool receive_order(int socket, StartOrder& order, std::array<int, 2>& descriptors);

}  // namespace aloud
