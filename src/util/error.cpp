#include "util/error.h"

#include <cerrno>
#include <cstring>

namespace aloud::v0 {

std::string to_string(const Place& place) {
  std::string text = place.path;
  if (text.empty() || place.line == 0) return text;
  text += ':' + std::to_string(place.line);
  if (place.column != 0) text += ':' + std::to_string(place.column);
  return text;
}

namespace {

std::string with_place(const std::string& message, const Place& place) {
  std::string text = to_string(place);
  if (!text.empty()) text += ": ";
  text += message;
  return text;
}

}  // namespace

Error::Error(ErrorKind kind, const std::string& message, Place place)
    : std::runtime_error(with_place(message, place)), kind_(kind), message_(message), place_(std::move(place)) {}

Error::~Error() = default;

}  // namespace aloud::v0

namespace aloud {

std::string describe_errno(int error_number) {
  const char* text = strerrordesc_np(error_number);  // strerror() would follow the user's locale
  return text != nullptr ? text : "error " + std::to_string(error_number);
}

std::string describe_write_error(int error_number) {
  const auto way_out = [error_number]() -> const char* {
    switch (error_number) {
      case ENOENT:
        return "; make its directory first";
      case EACCES:
      case EPERM:
      case EROFS:
        return "; write to another directory";
      case ENOSPC:
      case EDQUOT:
        return "; make room, or write to another disk";
      default:
        return "";
    }
  };
  return "cannot write: " + describe_errno(error_number) + way_out();
}

}  // namespace aloud
