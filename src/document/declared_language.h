#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "util/ascii.h"

namespace aloud {

/// The language that a page or a book declares of itself, as written; empty where `tag` says that there is none in particular
/// ("und", "mul", "zxx", "mis": ISO 639-2) or is no tag at all, as the locale "C" is none.
inline std::string declared_language(std::string_view tag) {
  constexpr std::array<std::string_view, 4> kNone = {"und", "mul", "zxx", "mis"};
  const std::string_view language = tag.substr(0, tag.find_first_of("-_"));
  const bool letters = std::all_of(language.begin(), language.end(), is_ascii_letter<char>);
  if (!letters || language.size() < 2 || language.size() > 8) return {};
  if (std::find(kNone.begin(), kNone.end(), ascii_lower(language)) != kNone.end()) return {};
  return std::string(tag);
}

}  // namespace aloud
