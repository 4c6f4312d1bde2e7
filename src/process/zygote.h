#pragma once

#include <sys/types.h>

#include "process/fork_server.h"
#include "util/unique_descriptor.h"

namespace aloud {

/// The performer's ends of a fork server's descriptors.
struct ServerConnection {
  UniqueDescriptor control;  ///< SOCK_SEQPACKET: ServerCommand out, ServerReport in; end of file once the server is dead
  UniqueDescriptor life;     ///< end of file once the server and all of its children are dead
};

/// The process that fork servers are forked from. It is forked once, early, and never grows, so that a server for a voice which
/// appears late in a long article is as small as the first. It leads a process group that holds all servers and children.
class Zygote {
 public:
  /// Requires: the process has one thread; what `setup` points to outlives the zygote.
  /// On failure throws Error{synthesis}.
  explicit Zygote(const ForkServerSetup& setup);

  /// Kills the whole group, and waits until it is gone.
  ~Zygote();
  Zygote(const Zygote&) = delete;
  Zygote& operator=(const Zygote&) = delete;

  /// Starts a fork server. On failure (the zygote is dead) throws Error{synthesis}.
  ServerConnection start_server(const VoiceParameters& voice);

 private:
  pid_t pid_ = -1;
  UniqueDescriptor orders_;
};

/// Waits until the other ends of `life` are closed: every process that held one is dead. Gives up after five seconds.
void await_death(const UniqueDescriptor& life);

}  // namespace aloud
