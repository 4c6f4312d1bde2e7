#include "util/uuid.h"

#include <fmt/format.h>
#include <nettle/sha1.h>

#include <array>
#include <cstdint>
#include <vector>

namespace aloud {
namespace {

unsigned digit_of(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); }

std::vector<std::uint8_t> bytes_of(std::string_view uuid) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t at = 0; at + 1 < uuid.size();) {
    if (uuid[at] == '-') {
      ++at;
      continue;
    }
    bytes.push_back(static_cast<std::uint8_t>(digit_of(uuid[at]) << 4 | digit_of(uuid[at + 1])));
    at += 2;
  }
  return bytes;
}

}  // namespace

std::string name_uuid(std::string_view name_space, std::string_view name) {
  const std::vector<std::uint8_t> space = bytes_of(name_space);
  sha1_ctx context;
  nettle_sha1_init(&context);
  nettle_sha1_update(&context, space.size(), space.data());
  nettle_sha1_update(&context, name.size(), reinterpret_cast<const std::uint8_t*>(name.data()));
  std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
  nettle_sha1_digest(&context, digest.size(), digest.data());
  digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0FU) | 0x50U);  // version 5
  digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3FU) | 0x80U);  // of RFC 4122
  std::string text;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", digest[i]);
  }
  return text;
}

}  // namespace aloud
