#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "batch/project_file.h"
#include "batch/starter_project.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/print.h"
#include "util/error.h"
#include "util/unique_descriptor.h"

namespace aloud::cli {
namespace {

// Never over what is there, also where it appears this moment, or is a link.
void write_new_file(const std::string& path, const std::string& text) {
  const UniqueDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file && errno == EEXIST)
    throw Error(ErrorKind::usage, "is there already: 'aloud init --print' shows what would be written", {path, 0, 0});
  if (!file) throw Error(ErrorKind::output, "cannot be written: " + describe_errno(errno), {path, 0, 0});
  for (std::size_t written = 0; written < text.size();) {
    const ssize_t count = ::write(file.get(), text.data() + written, text.size() - written);
    if (count <= 0) throw Error(ErrorKind::output, "cannot be written: " + describe_errno(errno), {path, 0, 0});
    written += static_cast<std::size_t>(count);
  }
}

}  // namespace

int run_init(const InitArguments& arguments) {
  const StarterProject project = starter_project_for(arguments.directory);
  if (arguments.print) {
    print(project.toml());
    return kDone;
  }
  const std::string path =
      arguments.directory == "." ? kProjectFileName : (std::filesystem::path(arguments.directory) / kProjectFileName).string();
  write_new_file(path, project.toml());
  print(project.because.empty() ? fmt::format("{}: written for plain folders\n", path)
                                : fmt::format("{}: written for {}, since there is {}\n", path, project.site, project.because));
  print("Look through it, then: aloud batch --dry-run\n");
  return kDone;
}

}  // namespace aloud::cli
