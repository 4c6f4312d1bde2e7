#include "process/local_socket.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "util/error.h"

namespace aloud {
namespace {

constexpr std::size_t kRights = 2 * sizeof(int);

/// A message with room for two descriptors.
struct Envelope {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kRights)> control{};
  iovec part{};
  msghdr header{};

  Envelope(void* message, std::size_t size) : part{message, size} {
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
  }
};

std::array<UniqueDescriptor, 2> sockets(int type) {
  int ends[2];
  if (socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) < 0)
    throw Error(ErrorKind::synthesis, "no socket to a process of its own: " + describe_errno(errno));
  return {UniqueDescriptor(ends[0]), UniqueDescriptor(ends[1])};
}

}  // namespace

std::array<UniqueDescriptor, 2> connected_pair() { return sockets(SOCK_SEQPACKET); }
std::array<UniqueDescriptor, 2> connected_streams() { return sockets(SOCK_STREAM); }

std::array<UniqueDescriptor, 2> open_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0)
    throw Error(ErrorKind::synthesis, "no pipe to a process of its own: " + describe_errno(errno));
  return {UniqueDescriptor(ends[0]), UniqueDescriptor(ends[1])};
}

bool send_with_descriptors(int socket, std::span<const std::byte> message, std::span<const int, 2> descriptors) {
  Envelope envelope(const_cast<std::byte*>(message.data()), message.size());
  cmsghdr* rights = CMSG_FIRSTHDR(&envelope.header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(kRights);
  std::memcpy(CMSG_DATA(rights), descriptors.data(), kRights);
  ssize_t sent = 0;
  do sent = sendmsg(socket, &envelope.header, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(message.size());
}

std::size_t receive_with_descriptors(int socket, std::span<std::byte> message, std::span<int, 2> descriptors) {
  for (;;) {
    Envelope envelope(message.data(), message.size());
    const ssize_t size = recvmsg(socket, &envelope.header, MSG_CMSG_CLOEXEC);
    if (size < 0 && errno == EINTR) continue;
    const cmsghdr* rights = size > 0 ? CMSG_FIRSTHDR(&envelope.header) : nullptr;
    if (rights == nullptr || rights->cmsg_type != SCM_RIGHTS || rights->cmsg_len != CMSG_LEN(kRights)) return 0;
    std::memcpy(descriptors.data(), CMSG_DATA(rights), kRights);
    return static_cast<std::size_t>(size);
  }
}

}  // namespace aloud
