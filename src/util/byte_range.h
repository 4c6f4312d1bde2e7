#pragma once

#include <cstddef>

namespace aloud {

/// A half-open range of bytes, [begin, end). Which text it indexes is said where it is used; most often the decoded source
/// of an article (SourceText::text).
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  bool operator==(const ByteRange&) const = default;
};

}  // namespace aloud
