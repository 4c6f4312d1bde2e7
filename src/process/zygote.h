#pragma once

#include <span>

#include "process/fork_server.h"
#include "process/helper_process.h"
#include "util/unique_descriptor.h"

namespace aloud {

/// The performer's ends of a fork server's descriptors.
struct ServerConnection {
  UniqueDescriptor control;  ///< SOCK_SEQPACKET: ServerCommand out, ServerReport in; end of file once the server is dead
  UniqueDescriptor life;     ///< end of file once the server and all of its children are dead
};

/// The process that fork servers are forked from. It is started once, early, and never grows, so that a server for a voice
/// which appears late in a long article is as small as the first. It collects every process below it, also those that lose
/// their parent, and ends when its caller does.
class Zygote {
 public:
  /// Any thread may call; StartMethod::automatic chooses. What `setup` points to outlives the zygote. A factory without a
  /// recipe and options with an encoder of the caller's own are known to this process alone: they are forked. On failure throws
  /// Error{synthesis}.
  explicit Zygote(const ForkServerSetup& setup);

  /// Ends all processes below it, and waits until they are gone.
  ~Zygote();
  Zygote(const Zygote&) = delete;
  Zygote& operator=(const Zygote&) = delete;

  /// Starts a fork server. On failure (the zygote is dead) throws Error{synthesis}.
  ServerConnection start_server(const VoiceParameters& voice);

  /// Why servers die that have done nothing wrong: "is of another version than the library, …". Nothing if the zygote is alive.
  std::optional<std::string> how_it_ended();

 private:
  UniqueDescriptor orders_;
  HelperProcess process_;
};

/// The zygote in the helper program. Descriptors: a SOCK_SEQPACKET for ZygoteSetup and StartOrder, the memory of the slots.
inline constexpr const char* kZygoteEntryPoint = "zygote";
void run_zygote(std::span<const int> descriptors);

/// The life of a zygote, in a process of its own: starts a fork server for each StartOrder that comes over `orders`, until the
/// other end is closed; then ends and collects all that runs below it.
void serve_orders(const ForkServerSetup& setup, int orders);

/// Waits until the other ends of `life` are closed: every process that held one is dead. Gives up after five seconds.
void await_death(const UniqueDescriptor& life);

}  // namespace aloud
