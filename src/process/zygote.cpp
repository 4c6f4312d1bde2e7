#include "process/zygote.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "process/containment.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::size_t kLongestName = 256;
constexpr int kMillisecondsToDie = 5000;

/// An order to the zygote, sent with the server's ends of `control` and `life`.
struct StartOrder {
  char engine_voice[kLongestName] = {};
  char variant[kLongestName] = {};
  int rate = 0, pitch = 0, range = 0, volume = 0, word_gap = 0;
  Level level;
};

StartOrder order_for(const VoiceParameters& voice) {
  if (voice.engine_voice.size() >= kLongestName || voice.variant.size() >= kLongestName)
    throw Error(ErrorKind::synthesis, "the name of the engine voice is too long");
  StartOrder order;
  std::memcpy(order.engine_voice, voice.engine_voice.data(), voice.engine_voice.size());
  std::memcpy(order.variant, voice.variant.data(), voice.variant.size());
  order.rate = voice.rate;
  order.pitch = voice.pitch;
  order.range = voice.range;
  order.volume = voice.volume;
  order.word_gap = voice.word_gap;
  order.level = voice.level;
  return order;
}

VoiceParameters voice_of(const StartOrder& order) {
  return {order.engine_voice, order.variant, order.rate, order.pitch, order.range, order.volume, order.word_gap, order.level};
}

/// A message with room for two descriptors.
struct Envelope {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(2 * sizeof(int))> control{};
  iovec part{};
  msghdr header{};

  explicit Envelope(StartOrder& order) {
    part = {&order, sizeof order};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
  }
};

bool send_order(int socket, StartOrder order, std::array<int, 2> descriptors) {
  Envelope envelope(order);
  cmsghdr* rights = CMSG_FIRSTHDR(&envelope.header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof descriptors);
  std::memcpy(CMSG_DATA(rights), descriptors.data(), sizeof descriptors);
  ssize_t sent = 0;
  do sent = sendmsg(socket, &envelope.header, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(sizeof order);
}

/// False at the end: the performer is gone.
bool receive_order(int socket, StartOrder& order, std::array<int, 2>& descriptors) {
  for (;;) {
    Envelope envelope(order);
    const ssize_t size = recvmsg(socket, &envelope.header, 0);
    if (size < 0 && errno == EINTR) continue;
    const cmsghdr* rights = size == static_cast<ssize_t>(sizeof order) ? CMSG_FIRSTHDR(&envelope.header) : nullptr;
    if (rights == nullptr || rights->cmsg_type != SCM_RIGHTS) return false;
    std::memcpy(descriptors.data(), CMSG_DATA(rights), sizeof descriptors);
    return true;
  }
}

[[noreturn]] void run_zygote(const ForkServerSetup& setup, int orders, pid_t parent) {
  setpgid(0, 0);
  leave_inheritance({orders});
  die_with_parent(parent);
  const pid_t self = getpid();
  setup.factory->prepare();
  StartOrder order;
  for (std::array<int, 2> descriptors{}; receive_order(orders, order, descriptors);) {
    while (waitpid(-1, nullptr, WNOHANG) > 0) {  // servers that have died since the last order
    }
    if (fork() == 0) {
      close(orders);
      run_fork_server(setup, voice_of(order), descriptors[0], descriptors[1], self);
    }
    for (const int descriptor : descriptors) close(descriptor);
  }
  _exit(0);
}

std::array<UniqueDescriptor, 2> connected_pair() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0)
    throw Error(ErrorKind::synthesis, "no socket for the speech processes: " + describe_errno(errno));
  return {UniqueDescriptor(ends[0]), UniqueDescriptor(ends[1])};
}

}  // namespace

Zygote::Zygote(const ForkServerSetup& setup) {
  auto [ours, theirs] = connected_pair();
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ < 0) throw Error(ErrorKind::synthesis, "no process for speech: " + describe_errno(errno));
  if (pid_ == 0) run_zygote(setup, theirs.get(), parent);
  setpgid(pid_, pid_);  // whoever comes first
  orders_ = std::move(ours);
}

Zygote::~Zygote() {
  kill(-pid_, SIGKILL);
  kill(pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
  // A server that was being forked while the first signal went round has the zygote's group all the same.
  kill(-pid_, SIGKILL);
}

ServerConnection Zygote::start_server(const VoiceParameters& voice) {
  auto [control, their_control] = connected_pair();
  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) < 0)
    throw Error(ErrorKind::synthesis, "no pipe for the speech processes: " + describe_errno(errno));
  UniqueDescriptor life(pipe_ends[0]), their_life(pipe_ends[1]);
  if (!send_order(orders_.get(), order_for(voice), {their_control.get(), their_life.get()}))
    throw Error(ErrorKind::synthesis, "the process that starts speech processes has died");
  return {std::move(control), std::move(life)};
}

void await_death(const UniqueDescriptor& life) {
  if (life.get() < 0) return;
  pollfd watched{life.get(), POLLIN, 0};
  while (poll(&watched, 1, kMillisecondsToDie) < 0 && errno == EINTR) {
  }
}

}  // namespace aloud
