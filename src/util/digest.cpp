#include "util/digest.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <vector>

namespace aloud {

std::string to_hex(const Sha256Digest& digest) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  std::string text;
  for (const std::byte byte : digest) {
    text += kHexDigits[std::to_integer<unsigned>(byte) >> 4U];
    text += kHexDigits[std::to_integer<unsigned>(byte) & 0xfU];
  }
  return text;
}

struct Sha256::Context {
  sha256_ctx digest;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { nettle_sha256_init(&context_->digest); }
Sha256::~Sha256() = default;

void Sha256::update(const void* bytes, std::size_t size) {
  nettle_sha256_update(&context_->digest, size, static_cast<const std::uint8_t*>(bytes));
}

Sha256Digest Sha256::finish() {
  Sha256Digest digest{};
  nettle_sha256_digest(&context_->digest, digest.size(), reinterpret_cast<std::uint8_t*>(digest.data()));
  return digest;
}

struct Xxh3::State {
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> hash{XXH3_createState(), &XXH3_freeState};
};

Xxh3::Xxh3() : state_(std::make_unique<State>()) { XXH3_128bits_reset(state_->hash.get()); }
Xxh3::~Xxh3() = default;

void Xxh3::update(const void* bytes, std::size_t size) { XXH3_128bits_update(state_->hash.get(), bytes, size); }

std::string Xxh3::hex() const {
  const XXH128_hash_t sum = XXH3_128bits_digest(state_->hash.get());
  return fmt::format("{:016x}{:016x}", sum.high64, sum.low64);
}

std::string sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes.data(), bytes.size());
  return to_hex(hash.finish());
}

std::optional<FileDigest> digest_of_file(const std::string& path) {
  return digest_of_file(UniqueDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)));
}

std::optional<FileDigest> digest_of_file(const UniqueDescriptor& file) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  constexpr std::size_t kPiece = 256 * 1024;
  std::vector<char> piece(kPiece);
  Sha256 hash;
  FileDigest digest;
  for (;;) {
    const ssize_t count = ::read(file.get(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    hash.update(piece.data(), static_cast<std::size_t>(count));
    digest.bytes += static_cast<std::uint64_t>(count);
  }
  digest.sha256 = to_hex(hash.finish());
  return digest;
}

}  // namespace aloud
