#pragma once

#include <optional>
#include <string_view>

#include "util/byte_range.h"

namespace aloud {

/// More than anything that is written here nests, and little enough for any parser's stack.
inline constexpr int kMostJsonNesting = 64;

/// Whether brackets nest deeper than `most` in what may be JSON: to ask before a parser that would run out of stack gets it.
/// Time is linear in the size of the text, and memory constant.
bool json_nests_deeper(std::string_view text, int most = kMostJsonNesting);

/// Walks over the members of an object or the elements of an array, and tells where they stand; each is parsed by itself, so
/// that a long list is never held as a whole. Requires: `text` at `value` is valid JSON.
class JsonParts {
 public:
  JsonParts(std::string_view text, ByteRange value);

  struct Part {
    ByteRange key;  ///< with its quotes; empty in an array
    ByteRange value;
  };
  std::optional<Part> next();

 private:
  void skip(std::string_view characters);
  ByteRange pass_value();

  std::string_view text_;
  std::size_t at_, end_;
  bool object_;
};

}  // namespace aloud
