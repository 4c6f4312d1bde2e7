#pragma once

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>

#include "util/error.h"
#include "util/unique_descriptor.h"

struct stat;

namespace aloud {

/// What kind of file is read, for bounds and messages.
struct FileRules {
  const char* what;        ///< "voice profile"
  std::size_t most;        ///< bytes
  ErrorKind if_missing;    ///< or not to be opened
  ErrorKind if_unfitting;  ///< no regular file, or too large
};

/// All bytes of a regular file; symbolic links are followed. What is something else (a directory, a FIFO, a device) is refused
/// at once, and nothing is waited for. Takes as much memory as there is to read. On failure throws Error at `path`: "is a FIFO,
/// not a voice profile", "is too large to be a voice profile (over 1 MiB)".
std::string read_regular_file(const std::string& path, const FileRules& rules);

/// The same where nobody has to be told: nullopt for what is not there, no regular file, larger than `most`, or unreadable.
std::optional<std::string> read_if_regular(const std::string& path, std::size_t most);

/// The same of a file whose bytes are believed: not one that another user than root could have written.
std::optional<std::string> read_if_own(const std::string& path, std::size_t most);

/// Whether nobody but this user and root owns or may write what fstat() told of.
bool is_own(const struct stat& status);

/// All bytes of an open regular file; nullopt for anything else, a larger one, and where reading fails.
std::optional<std::string> read_regular(const UniqueDescriptor& file, std::size_t most);

/// "a directory", "a FIFO", "a symbolic link", … for st_mode.
std::string kind_of_file(mode_t mode);

}  // namespace aloud
