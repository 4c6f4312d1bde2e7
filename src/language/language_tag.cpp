#include "language/language_tag.h"

#include <algorithm>

#include "util/ascii.h"

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

bool is_subtag(std::string_view subtag, std::size_t shortest) {
  constexpr std::size_t kLongest = 8;
  return subtag.size() >= shortest && subtag.size() <= kLongest &&
         std::all_of(subtag.begin(), subtag.end(), [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
}

// RFC 5646, 2.1.1, for a subtag that is not the first and has no single letter or digit before it: a region is in capitals, a
// script has one.
std::string in_usual_case(std::string_view subtag) {
  std::string text = ascii_lower(subtag);
  if (text.size() == 2) return ascii_upper(subtag);
  if (text.size() == 4) text.front() = ascii_upper(text.front());
  return text;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  if (tag.empty() || tag.ends_with('-') || tag.ends_with('_')) return false;
  const std::string_view language = take_subtag(tag);
  if (!is_subtag(language, 2) || !std::all_of(language.begin(), language.end(), is_ascii_letter<char>)) return false;
  while (!tag.empty()) {
    if (!is_subtag(take_subtag(tag), 1)) return false;
  }
  return true;
}

std::string normal_language_tag(std::string_view tag) {
  if (!is_language_tag(tag)) return std::string(tag);
  std::string normal = ascii_lower(take_subtag(tag));
  bool extended = false;
  while (!tag.empty()) {
    const std::string_view subtag = take_subtag(tag);
    normal += '-' + (extended ? ascii_lower(subtag) : in_usual_case(subtag));
    extended |= subtag.size() == 1;
  }
  return normal;
}

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
