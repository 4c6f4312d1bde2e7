#include "fetch/special_address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

namespace aloud {
namespace {

constexpr const char* kLoopback = "this machine's own (loopback)";
constexpr const char* kPrivate = "of a private network";
constexpr const char* kLinkLocal = "of this network alone (link-local)";
constexpr const char* kUnspecified = "none at all";
constexpr const char* kMulticast = "of many machines (multicast or broadcast)";
constexpr const char* kReserved = "reserved";
constexpr const char* kTunnel = "of a tunnel or translation, which may lead anywhere";

struct Range4 {
  std::uint32_t first;
  int bits;
  const char* kind;
};

constexpr std::uint32_t dotted(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

// https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast (RFC 5771).
constexpr auto kRanges4 = std::to_array<Range4>({{dotted(0, 0, 0, 0), 8, kUnspecified},
                                                 {dotted(10, 0, 0, 0), 8, kPrivate},
                                                 {dotted(100, 64, 0, 0), 10, kPrivate},
                                                 {dotted(127, 0, 0, 0), 8, kLoopback},
                                                 {dotted(169, 254, 0, 0), 16, kLinkLocal},
                                                 {dotted(172, 16, 0, 0), 12, kPrivate},
                                                 {dotted(192, 0, 0, 0), 24, kReserved},
                                                 {dotted(192, 0, 2, 0), 24, kReserved},
                                                 {dotted(192, 88, 99, 0), 24, kTunnel},
                                                 {dotted(192, 168, 0, 0), 16, kPrivate},
                                                 {dotted(198, 18, 0, 0), 15, kPrivate},
                                                 {dotted(198, 51, 100, 0), 24, kReserved},
                                                 {dotted(203, 0, 113, 0), 24, kReserved},
                                                 {dotted(224, 0, 0, 0), 4, kMulticast},
                                                 {dotted(240, 0, 0, 0), 4, kReserved}});

const char* kind_of_v4(std::uint32_t address) {
  for (const Range4& range : kRanges4) {
    const std::uint32_t mask = ~std::uint32_t{0} << (32 - range.bits);
    if ((address & mask) == range.first) return range.kind;
  }
  return nullptr;
}

struct Range6 {
  std::array<std::uint8_t, 8> first;  // no range here is told by more
  int bits;
  const char* kind;
};

// https://www.iana.org/assignments/iana-ipv6-special-registry. What holds an IPv4 address is looked at before.
constexpr auto kRanges6 = std::to_array<Range6>({{{0x01, 0x00, 0, 0, 0, 0, 0, 0}, 64, kReserved},
                                                 {{0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01, 0, 0}, 48, kTunnel},
                                                 {{0x20, 0x01, 0x00, 0x00, 0, 0, 0, 0}, 23, kTunnel},
                                                 {{0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0}, 32, kReserved},
                                                 {{0x3F, 0xFF, 0x00, 0x00, 0, 0, 0, 0}, 20, kReserved},
                                                 {{0x5F, 0x00, 0, 0, 0, 0, 0, 0}, 16, kReserved},
                                                 {{0xFC, 0, 0, 0, 0, 0, 0, 0}, 7, kPrivate},
                                                 {{0xFE, 0x80, 0, 0, 0, 0, 0, 0}, 10, kLinkLocal},
                                                 {{0xFE, 0xC0, 0, 0, 0, 0, 0, 0}, 10, kPrivate},
                                                 {{0xFF, 0, 0, 0, 0, 0, 0, 0}, 8, kMulticast}});

using Bytes6 = std::span<const std::uint8_t, 16>;

bool begins(Bytes6 address, std::span<const std::uint8_t> first, int bits) {
  for (std::size_t i = 0; bits > 0; ++i, bits -= 8) {
    const auto mask = static_cast<std::uint8_t>(bits >= 8 ? 0xFF : 0xFF << (8 - bits));
    if ((address[i] & mask) != (first[i] & mask)) return false;
  }
  return true;
}

std::uint32_t v4_at(Bytes6 address, std::size_t at) {
  return dotted(address[at], address[at + 1], address[at + 2], address[at + 3]);
}

const char* kind_of_v6(Bytes6 address) {
  static constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  static constexpr std::array<std::uint8_t, 12> kTranslated = {0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
  static constexpr std::array<std::uint8_t, 16> kNothing = {};
  static constexpr std::array<std::uint8_t, 2> kSixToFour = {0x20, 0x02};
  if (begins(address, kMapped, 96) || begins(address, kTranslated, 96)) return kind_of_v4(v4_at(address, 12));
  if (begins(address, kSixToFour, 16)) return kind_of_v4(v4_at(address, 2));
  if (begins(address, kNothing, 127)) return address[15] == 0 ? kUnspecified : kLoopback;
  if (begins(address, kNothing, 96)) return kReserved;  // IPv4-compatible, which is no longer in use
  for (const Range6& range : kRanges6) {
    if (begins(address, range.first, range.bits)) return range.kind;
  }
  return nullptr;
}

}  // namespace

const char* special_kind_of(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return kind_of_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return "of an unknown kind";
  sockaddr_in6 v6{};
  std::memcpy(&v6, &address, sizeof v6);
  return kind_of_v6(Bytes6(v6.sin6_addr.s6_addr));
}

}  // namespace aloud
