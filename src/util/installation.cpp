#include "util/installation.h"

#include <dlfcn.h>

#include <algorithm>

#include "version.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

fs::path running_program() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error);
}

/// A library's file, or what the program was called where the library is a part of it.
fs::path file_of_this_code() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&file_of_this_code), &info) == 0 || info.dli_fname == nullptr) return {};
  std::error_code error;
  return fs::canonical(info.dli_fname, error);
}

void add(std::vector<fs::path>& paths, fs::path path) {
  path = path.lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  const bool is_new = path.is_absolute() && std::find(paths.begin(), paths.end(), path) == paths.end();
  if (is_new) paths.push_back(std::move(path));
}

}  // namespace

std::vector<fs::path> installation_prefixes() {
  std::vector<fs::path> prefixes;
  if (const fs::path library = file_of_this_code(); !library.empty())
    add(prefixes, library.parent_path() / kPrefixFromLibraries);
  if (const fs::path program = running_program(); !program.empty()) add(prefixes, program.parent_path().parent_path());
  // A build tree has the program at its top, and a link to the source tree's voices below it.
  if (const fs::path program = running_program(); !program.empty()) add(prefixes, program.parent_path());
  add(prefixes, kConfiguredPrefix);
  return prefixes;
}

std::vector<fs::path> directories_of_this_code() {
  std::vector<fs::path> directories;
  add(directories, file_of_this_code().parent_path());
  add(directories, running_program().parent_path());
  return directories;
}

}  // namespace aloud
