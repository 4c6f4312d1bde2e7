#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "util/unique_descriptor.h"

namespace aloud {

/// Both ends of a SOCK_SEQPACKET, or a SOCK_STREAM. On failure throws Error{synthesis}.
std::array<UniqueDescriptor, 2> connected_pair();
std::array<UniqueDescriptor, 2> connected_streams();

/// Both ends of a pipe, the one to read from first. On failure throws Error{synthesis}.
std::array<UniqueDescriptor, 2> open_pipe();

/// Sends a datagram over a SOCK_SEQPACKET, with copies of two descriptors. False if nobody is there any more.
bool send_with_descriptors(int socket, std::span<const std::byte> message, std::span<const int, 2> descriptors);

/// Receives one into `message`, and returns its size; 0 at the end, and for one without two descriptors.
std::size_t receive_with_descriptors(int socket, std::span<std::byte> message, std::span<int, 2> descriptors);

}  // namespace aloud
