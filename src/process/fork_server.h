#pragma once

#include <sys/types.h>

#include <cstdint>

#include "process/performer.h"
#include "process/take_slots.h"
#include "script/voice_profile.h"

namespace aloud {

/// Performer to fork server: make the request that stands in `slot`, or say that you live.
struct ServerCommand {
  static constexpr std::uint32_t kAreYouThere = ~std::uint32_t{0};
  std::uint32_t slot = 0;
};

/// Fork server to performer.
struct ServerReport {
  enum class Kind : std::uint32_t {
    made,        ///< the result stands in `slot`
    simplified,  ///< so, from simplified text; `reason` says why
    failed,      ///< there is no result for `slot`; `reason` says why
    broken,      ///< the server cannot start; `reason` says why, and the server has ended
    alive        ///< asked whether it is
  } kind = Kind::made;
  std::uint32_t slot = 0;
  char reason[256] = {};  ///< zero-terminated
};

/// What every fork server of a performer shares.
struct ForkServerSetup {
  const SynthesizerFactory* factory = nullptr;
  PerformerOptions options;
  unsigned children = 2;  ///< at once
  TakeSlots* slots = nullptr;
};

/// The life of a fork server, in a process of its own: initialises engine and encoder for `voice`, then forks a child for each
/// command that comes over `control` (a SOCK_SEQPACKET), and answers each with one report. Ends with the process that forked
/// it, `parent`, and when the other end of `control` is closed. `life` is held open by the server and its children, and by
/// nobody else.
[[noreturn]] void run_fork_server(const ForkServerSetup& setup, const VoiceParameters& voice, int control, int life,
                                  pid_t parent);

}  // namespace aloud
