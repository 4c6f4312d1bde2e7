#include "util/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace aloud {
namespace {

// O_NONBLOCK: opening a FIFO would otherwise wait for its other end.
UniqueDescriptor open_at_once(const std::string& path) {
  return UniqueDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
}

// Up to `most` bytes and one, so that more than enough is told from enough.
std::optional<std::string> read_up_to(int descriptor, std::size_t most) {
  std::string bytes;
  std::array<char, 16384> piece;
  while (bytes.size() <= most) {
    const ssize_t count = ::read(descriptor, piece.data(), std::min(piece.size(), most + 1 - bytes.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    bytes.append(piece.data(), static_cast<std::size_t>(count));
  }
  return bytes;
}

// "1 MiB", "64 KiB", "1 GiB".
std::string size_text(std::size_t bytes) {
  constexpr std::array kUnits = {" bytes", " KiB", " MiB", " GiB"};
  std::size_t unit = 0;
  while (unit + 1 < kUnits.size() && bytes >= 1024 && bytes % 1024 == 0) {
    bytes /= 1024;
    ++unit;
  }
  return std::to_string(bytes) + kUnits.at(unit);
}

}  // namespace

std::string kind_of_file(mode_t mode) {
  if (S_ISREG(mode)) return "a file";
  if (S_ISDIR(mode)) return "a directory";
  if (S_ISLNK(mode)) return "a symbolic link";
  if (S_ISFIFO(mode)) return "a FIFO";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

std::string read_regular_file(const std::string& path, const FileRules& rules) {
  const auto refuse = [&](ErrorKind kind, const std::string& message) { throw Error(kind, message, {path, 0, 0}); };
  const UniqueDescriptor file = open_at_once(path);
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) refuse(rules.if_missing, "cannot open: " + describe_errno(errno));
  if (!S_ISREG(status.st_mode)) refuse(rules.if_unfitting, "is " + kind_of_file(status.st_mode) + ", not a " + rules.what);
  std::optional<std::string> bytes = read_up_to(file.get(), rules.most);
  if (!bytes) refuse(rules.if_missing, "cannot read: " + describe_errno(errno));
  if (bytes->size() > rules.most)
    refuse(rules.if_unfitting, std::string("is too large to be a ") + rules.what + " (over " + size_text(rules.most) + ")");
  return std::move(*bytes);
}

std::optional<std::string> read_if_regular(const std::string& path, std::size_t most) {
  return read_regular(open_at_once(path), most);
}

std::optional<std::string> read_if_own(const std::string& path, std::size_t most) {
  const UniqueDescriptor file = open_at_once(path);
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !is_own(status)) return std::nullopt;
  return read_regular(file, most);
}

bool is_own(const struct stat& status) {
  const bool is_ours = status.st_uid == ::geteuid() || status.st_uid == 0;
  return is_ours && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

std::optional<std::string> read_regular(const UniqueDescriptor& file, std::size_t most) {
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  std::optional<std::string> bytes = read_up_to(file.get(), most);
  if (bytes && bytes->size() > most) return std::nullopt;
  return bytes;
}

}  // namespace aloud
