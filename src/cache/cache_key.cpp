#include "cache/cache_key.h"

#include <cstdint>

namespace aloud {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr unsigned char kFirstPrintable = 0x20;
constexpr unsigned char kDelete = 0x7f;

void append_escaped(std::string& out, std::string_view text) {
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '\\') {
      out += "\\\\";
    } else if (character == '\n') {
      out += "\\n";
    } else if (byte < kFirstPrintable || byte == kDelete) {
      out += {'\\', 'x', kHexDigits[byte >> 4U], kHexDigits[byte & 0xfU]};
    } else {
      out += character;
    }
  }
}

}  // namespace

struct CacheKeyBuilder::Digest {
  void update(std::string_view bytes) { hash.update(bytes.data(), bytes.size()); }

  // Lengths go first, in a fixed width, so that every list of fields is one string of bytes and no other list is the same.
  void update_sized(std::string_view bytes) {
    std::array<char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
      length[i] = static_cast<char>(static_cast<std::uint64_t>(bytes.size()) >> (8 * i) & 0xffU);
    }
    update({length.data(), length.size()});
    update(bytes);
  }

  Sha256 hash;
};

CacheKeyBuilder::CacheKeyBuilder() : digest_(std::make_unique<Digest>()) {}
CacheKeyBuilder::~CacheKeyBuilder() = default;

CacheKeyBuilder& CacheKeyBuilder::add(std::string_view tag, std::string_view value) {
  add_field('t', tag, value);
  return *this;
}

CacheKeyBuilder& CacheKeyBuilder::add_number(std::string_view tag, std::string_view decimal) {
  add_field('n', tag, decimal);
  return *this;
}

void CacheKeyBuilder::add_field(char kind, std::string_view tag, std::string_view value) {
  digest_->update({&kind, 1});
  digest_->update_sized(tag);
  digest_->update_sized(value);
  append_escaped(recipe_, tag);
  recipe_ += ": ";
  append_escaped(recipe_, value);
  recipe_ += '\n';
}

CacheKey CacheKeyBuilder::finish() { return digest_->hash.finish(); }
}  // namespace aloud
