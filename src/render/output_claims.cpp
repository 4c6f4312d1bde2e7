#include "render/output_claims.h"

#include <sys/stat.h>

#include <filesystem>
#include <optional>

#include "util/error.h"

namespace aloud {
namespace {

std::optional<std::pair<std::uint64_t, std::uint64_t>> file_id(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return std::pair<std::uint64_t, std::uint64_t>(status.st_dev, status.st_ino);
}

}  // namespace

void OutputClaims::protect(const std::string& path) {
  if (const auto id = file_id(path)) protected_.insert(*id);
}

void OutputClaims::claim(const std::string& path, const std::string& owner) {
  const auto [entry, is_new] = owners_.emplace(std::filesystem::path(path).lexically_normal().string(), owner);
  if (!is_new) refuse(entry->second, owner, path);
  const auto id = file_id(path);
  if (id && protected_.contains(*id))
    throw Error(ErrorKind::usage, "would be overwritten: it is an article; choose another -o", {path, 0, 0});
}

void OutputClaims::refuse(const std::string& one, const std::string& other, const std::string& path) const {
  throw Error(ErrorKind::usage, one + " and " + other + " would both be written to " + path + ": " + advice_);
}

}  // namespace aloud
