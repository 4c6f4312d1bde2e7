#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace aloud {

/// `text` as it is searched for: case folded, white space as single spaces, none at the ends.
std::string folded(std::string_view text);

/// What a reader sees of an article, block after block, folded, and where each byte of it came from.
class FoldedText {
 public:
  explicit FoldedText(const Document& document);

  const std::string& text() const { return text_; }

  /// The first place at or behind `from` that holds `query` (folded already); nullopt if there is none, or nothing to look for.
  std::optional<std::size_t> find(std::string_view query, std::size_t from = 0) const;

  /// The byte of the decoded source that a byte of text() came from.
  std::size_t source_of(std::size_t at) const { return source_[at]; }

  /// The part of text() that came from a range of the decoded source.
  ByteRange part(ByteRange source) const;

 private:
  void append(const AlignedText& text);

  std::string text_;
  std::vector<std::size_t> source_;
};

}  // namespace aloud
