#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// Splits running text into sentences where a reader would.
///
/// Marks that can end a sentence propose; rules and a table per language (docs/language.md) dispose.
/// Thread-compatible: one instance per thread.
class Segmenter {
 public:
  /// For a BCP 47 tag such as "en" or "de-AT"; languages without rules of their own get the common ones.
  explicit Segmenter(const std::string& language);
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// The sentences of `text` (one paragraph, UTF-8) in order: together they are exactly the text, each with the white
  /// space that follows it; boundaries fall on code points; none is blank unless the whole text is.
  std::vector<ByteRange> split(std::string_view text) const;

  /// The same for a text in which program code stands (`code`: in order and disjoint). No sentence ends within code; one may
  /// end before it though it begins with a small letter, and behind it though it looks like an abbreviation.
  /// `label` is the number of a list's item that stood before the text ("1."), if one did: its followers may stand within.
  std::vector<ByteRange> split(std::string_view text, std::span<const ByteRange> code, std::string_view label = {}) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

/// `range` of `text` without white space at either end (Unicode White_Space).
ByteRange trim_white_space(std::string_view text, ByteRange range);

}  // namespace aloud
