#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace aloud {

/// What a job failed at. The command line turns it into an exit code (cli/exit_codes.h).
enum class ErrorKind {
  usage,      ///< a wrong option, an unknown voice or format: the call has to change
  input,      ///< an article that cannot be read
  profile,    ///< a voice profile that cannot be used
  output,     ///< a file that cannot be written
  synthesis,  ///< the speech engine cannot be started, or failed where that fails the job
  device,     ///< there is no sound device to play on, or it has gone
};

/// Where in which file. `line` and `column` count from 1, columns in characters; 0 means "no such detail".
struct Place {
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;

  bool operator==(const Place&) const = default;
};

/// "path:line:column", without the parts that are unknown; empty for an empty path.
std::string to_string(const Place& place);

/// A failure of the whole job: the one exception type of the library. Thrown by constructors and stages, caught once at the
/// top of the command line. `what()` reads "path:line:column: message".
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, Place place = {});

  ErrorKind kind() const { return kind_; }
  const Place& place() const { return place_; }
  const std::string& message() const { return message_; }

 private:
  ErrorKind kind_;
  std::string message_;
  Place place_;
};

/// "No such file or directory" for an errno value, in English whatever the locale.
std::string describe_errno(int error_number);

/// "cannot write: No such file or directory; make its directory first": the same about a file that shall be written, with the
/// way out where there is one.
std::string describe_write_error(int error_number);

}  // namespace aloud
