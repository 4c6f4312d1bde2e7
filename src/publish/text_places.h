#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "util/byte_range.h"

namespace aloud {

/// A stretch of the text of one element of the page, counted in UTF-16 units, as scripts in a browser count.
struct TextPlace {
  std::size_t element = 0;
  std::size_t begin = 0, end = 0;

  bool operator==(const TextPlace&) const = default;
};

/// Finds where bytes of the article's file stand on the page: each text of a block (its own, or that of a cell) is one element,
/// numbered in the order of the document.
class TextPlaces {
 public:
  /// Requires: `document` outlives this.
  explicit TextPlaces(const Document& document);

  /// The places of all that comes from these bytes, one for each element, in order; empty where nothing shown does.
  std::vector<TextPlace> of(ByteRange source) const;

  /// The number of the first element of a block.
  std::size_t element_of(std::size_t block) const { return first_element_[block]; }
  std::size_t elements() const { return texts_.size(); }

 private:
  struct Piece {
    ByteRange source;  // bytes of the file
    std::size_t element = 0;
    std::size_t begin = 0, end = 0;  // bytes of the element's text
    bool linear = false;
    ByteRange decoded;
  };

  void add(const RichText& text);
  ByteRange bytes_of(const Piece& piece, ByteRange source) const;
  std::size_t units(std::size_t element, std::size_t byte) const;

  const Document& document_;
  std::vector<std::size_t> first_element_;         // by block
  std::vector<const std::string*> texts_;          // by element
  std::vector<std::vector<std::uint32_t>> units_;  // by element: of each byte; empty for ASCII
  std::vector<Piece> pieces_;                      // by source
};

}  // namespace aloud
