#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// Elements that may be open in each other, as in browsers some hundred. What gumbo does for a tag takes time by those that are
/// open, and reconstructs formatting that was left open again and again: 50,000 bytes of <div> take it a second, 500,000 a
/// minute.
inline constexpr std::size_t kDeepest = 256;

/// A page for gumbo: tags that would nest too deeply, or that make gumbo look at one another, are blank, all else is where it
/// was.
struct BoundedPage {
  std::string text;                ///< empty where nothing was blanked: the page itself
  std::vector<ByteRange> blanked;  ///< tags, or their attributes, in the page
  std::size_t deepest = 0;         ///< elements open at once, as counted, those that were blanked left out
};
BoundedPage bound_nesting(std::string_view page);

}  // namespace aloud
