#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// `text` as a JSON string with its quotes (RFC 8259 §7): quotes, backslashes and U+0000–U+001F escaped, everything else as it
/// is, in valid UTF-8: broken bytes become U+FFFD.
std::string json_string(std::string_view text);

/// Puts together one JSON object on one line, its members in the order given.
class JsonLine {
 public:
  JsonLine& text(std::string_view name, std::string_view value);

  /// `value` is JSON already: a number, an object, an array.
  JsonLine& raw(std::string_view name, std::string_view value);

  /// Nothing for an empty value: absence says "unknown".
  JsonLine& text_if_any(std::string_view name, std::string_view value);

  std::string object() const { return '{' + members_ + '}'; }

 private:
  std::string members_;
};

}  // namespace aloud
