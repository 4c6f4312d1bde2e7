#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "engine/synthesizer.h"
#include "process/start_order.h"
#include "process/zygote.h"
#include "util/error.h"

namespace aloud {
namespace {

using Servers = std::vector<pid_t>;

/// Servers that have died, and children that have lost theirs.
void collect_dead(Servers& servers) {
  for (pid_t pid; (pid = waitpid(-1, nullptr, WNOHANG)) > 0;) std::erase(servers, pid);
}

/// Processes that are ours to collect, as the kernel lists them; none where it keeps no such list.
std::vector<pid_t> own_children() {
  std::ifstream list("/proc/self/task/" + std::to_string(getpid()) + "/children");
  std::vector<pid_t> children;
  for (pid_t pid = 0; list >> pid;) children.push_back(pid);
  return children;
}

/// Children die with their server, and are then ours to collect: nobody above ever sees one. So is whatever a program of the
/// user's own has started and left behind, and that is told to end.
void end_all(const Servers& servers) {
  constexpr int kBetweenLooks = 1;  // ms
  for (const pid_t server : servers) kill(server, SIGKILL);
  for (const pid_t server : servers) waitpid(server, nullptr, 0);
  for (;;) {
    const pid_t pid = waitpid(-1, nullptr, WNOHANG);
    if (pid > 0 || (pid < 0 && errno == EINTR)) continue;
    if (pid < 0) return;
    for (const pid_t child : own_children()) kill(child, SIGKILL);
    poll(nullptr, 0, kBetweenLooks);
  }
}

ForkServerSetup setup_from(const ZygoteSetup& message, const SynthesizerFactory& factory, TakeSlots& slots) {
  ForkServerSetup setup;
  setup.factory = &factory;
  setup.options.format = message.format;
  setup.options.quality = message.quality;
  setup.options.encoding = message.encoding;
  setup.options.time_limit = std::chrono::milliseconds(message.time_limit_ms);
  setup.options.memory_limit = message.memory_limit;
  setup.children = static_cast<unsigned>(message.children);
  setup.slots = &slots;
  return setup;
}

}  // namespace

void serve_orders(const ForkServerSetup& setup, int orders) {
  prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  const pid_t self = getpid();
  setup.factory->prepare();
  Servers servers;
  StartOrder order;
  for (std::array<int, 2> descriptors{}; receive_order(orders, order, descriptors);) {
    collect_dead(servers);
    const pid_t pid = fork();
    if (pid == 0) {
      close(orders);
      run_fork_server(setup, voice_of(order), descriptors[0], descriptors[1], self);
    }
    if (pid > 0) servers.push_back(pid);
    for (const int descriptor : descriptors) close(descriptor);
  }
  end_all(servers);
}

void run_zygote(std::span<const int> descriptors) {
  ZygoteSetup message;
  if (descriptors.size() != 2 || !receive_setup(descriptors[0], message)) return;
  try {
    const std::unique_ptr<SynthesizerFactory> factory = make_factory(message.recipe);
    TakeSlots slots(UniqueDescriptor(descriptors[1]), message.slots);
    serve_orders(setup_from(message, *factory, slots), descriptors[0]);
  } catch (const Error&) {
    // Whoever sends an order finds nobody there.
  }
}

}  // namespace aloud
