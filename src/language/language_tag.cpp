#include "language/language_tag.h"

#include <algorithm>

#include "language/ascii.h"

namespace aloud {
namespace {

// Takes the first subtag off; `tag` is empty after the last.
std::string_view take_subtag(std::string_view& tag) {
  const std::size_t size = std::min(tag.find_first_of("-_"), tag.size());
  const std::string_view subtag = tag.substr(0, size);
  tag.remove_prefix(std::min(size + 1, tag.size()));
  return subtag;
}

// RFC 5646, 2.2.4: two letters, or three digits.
bool is_region(std::string_view subtag) {
  return (subtag.size() == 2 && std::all_of(subtag.begin(), subtag.end(), is_ascii_letter<char>)) ||
         (subtag.size() == 3 && std::all_of(subtag.begin(), subtag.end(), is_ascii_digit<char>));
}

}  // namespace

std::string language_subtag(const std::string& tag) {
  std::string_view rest = tag;
  return ascii_lower(take_subtag(rest));
}

std::string region_subtag(std::string_view tag) {
  take_subtag(tag);
  while (!tag.empty()) {
    const std::string_view subtag = take_subtag(tag);
    if (subtag.size() == 1) break;  // an extension, or private use
    if (is_region(subtag)) return ascii_upper(subtag);
  }
  return {};
}

}  // namespace aloud
