#include "util/lies_within.h"

#include <filesystem>

namespace aloud {
namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& path, const fs::path& directory) {
  const fs::path inner = path.lexically_relative(directory);
  return !inner.empty() && *inner.begin() != "..";
}

// "out/" has an empty last part, which would count as one more.
fs::path without_slash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

// Where a path leads, links that lead nowhere included; what is missing stays as it is written.
fs::path resolved(fs::path path, std::error_code& error) {
  constexpr int kMostLinks = 40;  // as many as Linux follows
  path = fs::absolute(path, error);
  for (int i = 0; i < kMostLinks && !error && fs::is_symlink(fs::symlink_status(path, error)); ++i)
    path = path.parent_path() / fs::read_symlink(path, error);  // an absolute target replaces all
  std::error_code missing;
  const fs::path real = fs::weakly_canonical(path, missing);
  error = missing;
  return without_slash(real);
}

}  // namespace

bool lies_within(const std::string& path, const std::string& directory) {
  std::error_code error;
  const fs::path real_directory = resolved(directory.empty() ? "." : directory, error);
  if (error) return false;
  const fs::path real_path = resolved(path, error);
  return !error && is_below(real_path, real_directory);
}

bool is_named_within(const std::string& path, const std::string& directory) {
  const auto whole = [](const std::string& name) { return without_slash(fs::absolute(name).lexically_normal()); };
  return is_below(whole(path), whole(directory.empty() ? "." : directory));
}

}  // namespace aloud
