#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "document/document.h"

namespace aloud {

/// Where a book's table of contents leads to.
struct SectionStart {
  std::string title;
  int depth = 0;
  std::size_t at = 0;    ///< in the decoded source
  std::size_t page = 0;  ///< where the page begins that it is in
};

/// The starts of a book without a table of contents: pages that begin with a heading, or else all. `pages`: where they begin.
std::vector<SectionStart> starts_by_headings(const Document& document, const std::vector<std::size_t>& pages);

inline constexpr std::size_t kNoReference = std::numeric_limits<std::size_t>::max();

/// Fills document.sections, and moves notes to the end of the chapter in which they are referred to: at `references[i]` the
/// note of block i, kNoReference where it is none or nothing leads to it.
///
/// A chapter is what the table of contents has at its first level, or a section that begins on another page than what it is a
/// section of; sections within one page belong to its chapter.
void arrange_sections(Document& document, std::vector<SectionStart> starts, const std::vector<std::size_t>& references);

}  // namespace aloud
