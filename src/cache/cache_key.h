#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>

#include "util/digest.h"

namespace aloud {

/// What a take was made from, as a digest: SHA-256 over tagged fields (CacheKeyBuilder).
using CacheKey = Sha256Digest;

/// Builds a key from named fields. Order, names and kinds (text or number) count; no field can run into the next
/// ("ab" + "c" is not "a" + "bc"), whatever bytes it holds.
class CacheKeyBuilder {
 public:
  CacheKeyBuilder();
  ~CacheKeyBuilder();
  CacheKeyBuilder& add(std::string_view tag, std::string_view value);

  /// Whole numbers of any width by their value. There is none for floating point: its text depends on too much.
  template <std::integral Number>
  CacheKeyBuilder& add(std::string_view tag, Number value) {
    return add_number(tag, std::to_string(value));
  }

  /// Requires: called once, last.
  CacheKey finish();

  /// The fields so far, one "tag: value" a line, for --explain-cache and debugging. Control characters and
  /// backslashes are shown as escapes (\n, \x1b), so that a line is always a field.
  const std::string& recipe() const { return recipe_; }

 private:
  struct Digest;
  CacheKeyBuilder& add_number(std::string_view tag, std::string_view decimal);
  void add_field(char kind, std::string_view tag, std::string_view value);

  std::unique_ptr<Digest> digest_;
  std::string recipe_;
};

}  // namespace aloud
