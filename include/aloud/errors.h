#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

/// What is exported from the library, where it is a shared one. Everything else stays inside.
#define ALOUD_API __attribute__((visibility("default")))

namespace aloud::v0 {

/// What a job failed at, and so who can do something about it.
enum class ErrorKind {
  usage,      ///< a value out of range, an unknown voice or format: the call has to change
  input,      ///< an article that cannot be read, or asks for something that is not there
  profile,    ///< a voice profile, lexicon or project file that cannot be used
  output,     ///< a file that cannot be written
  synthesis,  ///< the speech engine cannot be started, or failed where that fails the job
  device,     ///< there is no sound device to play on, or it has gone
  cancelled,  ///< the caller's stop token asked for it
};

/// Where in which file. `line` and `column` count from 1, columns in characters; 0 means "no such detail".
struct Place {
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;

  bool operator==(const Place&) const = default;
};

/// "path:line:column", without the parts that are unknown; empty for an empty path.
ALOUD_API std::string to_string(const Place& place);

/// The failure of a whole job: the one exception type of the library, beside std::bad_alloc and what callbacks and sinks of the
/// caller's own throw, which passes through unchanged. `what()` reads "path:line:column: message", in English, one line.
class ALOUD_API Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, Place place = {});
  ~Error() override;
  Error(const Error&) = default;
  Error& operator=(const Error&) = default;

  ErrorKind kind() const { return kind_; }
  const Place& place() const { return place_; }
  const std::string& message() const { return message_; }  ///< without the place

 private:
  ErrorKind kind_;
  std::string message_;
  Place place_;
};

}  // namespace aloud::v0

// Everything public lies in `aloud`, by way of a namespace that names the interface's generation and need not be written: a
// program that was built for another generation does not link. Inside the library it has to be.
#if !defined(ALOUD_INTERNAL)
namespace aloud {
using namespace v0;
}
#endif
