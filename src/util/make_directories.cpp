#include "util/make_directories.h"

#include <filesystem>

#include "util/error.h"

namespace aloud {

void make_directories(const std::string& path) {
  if (path.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw Error(ErrorKind::output, "cannot make the directory: " + describe_errno(error.value()), {path, 0, 0});
}

}  // namespace aloud
