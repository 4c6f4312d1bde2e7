#include "document/bare_address.h"

#include <algorithm>
#include <array>

#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::array<std::string_view, 4> kBeginnings{"http://", "https://", "ftp://", "www."};

bool starts_with_any_case(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), text.begin(), [](char a, char b) { return a == ascii_lower(b); });
}

// Quotation marks, brackets and full stops of other scripts end an address; its letters may be of any.
bool ends_address(char32_t value) {
  if (is_white_space(value) || value < 0x20 || value == kReplacementCharacter) return true;
  if (value == U'<' || value == U'>' || value == U'"' || value == U'`') return true;
  if (value < 0x80 || is_alphanumeric(value)) return false;
  return std::u32string_view(U"“”„‘’‚«»‹›…—–、。，．：；！？（）「」『』【】《》〈〉\u200B\u2060").find(value) !=
         std::u32string_view::npos;
}

std::size_t end_of_stretch(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (ends_address(point.value)) break;
    at += point.size;
  }
  return at;
}

// Without the punctuation of the sentence around it.
std::string_view without_tail(std::string_view address) {
  constexpr std::string_view kMarks = "?!.,:;*_~'|\\";
  for (;;) {
    if (address.empty()) return address;
    const char last = address.back();
    const auto count = [&](char c) { return std::count(address.begin(), address.end(), c); };
    const bool surplus = (last == ')' && count(')') > count('(')) || (last == ']' && count(']') > count('[')) ||
                         (last == '}' && count('}') > count('{'));
    if (!surplus && kMarks.find(last) == std::string_view::npos) return address;
    address.remove_suffix(1);
  }
}

// A host of at least two parts, or of one behind a scheme ("http://localhost").
bool has_host(std::string_view address, std::string_view beginning) {
  const bool bare = beginning == "www.";
  const std::string_view rest = address.substr(beginning.size());
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
  if (host.empty() || is_white_space(code_point_at(host, 0).value)) return false;
  return is_alphanumeric(code_point_at(host, 0).value) && (!bare || host.find('.') != std::string_view::npos);
}

}  // namespace

std::vector<Span> find_bare_addresses(std::string_view text) {
  constexpr std::size_t kLongest = 2048;  // longer ones nobody wrote; bounds the time of without_tail()
  std::vector<Span> found;
  for (std::size_t at = 0; at < text.size();) {
    const bool inside = at > 0 && is_alphanumeric(code_point_before(text, at).value);
    const auto beginning = std::find_if(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view one) {
      return !inside && starts_with_any_case(text.substr(at), one);
    });
    if (beginning == kBeginnings.end()) {
      at = std::min(text.find_first_of("hHfFwW", at + 1), text.size());
      continue;
    }
    const std::size_t end = end_of_stretch(text, at);
    const std::string_view address = end - at > kLongest ? std::string_view() : without_tail(text.substr(at, end - at));
    if (address.size() > beginning->size() && has_host(address, *beginning)) {
      const std::string scheme = *beginning == "www." ? "http://" : "";
      found.push_back({SpanKind::url, {at, at + address.size()}, scheme + std::string(address)});
    }
    at = std::max(end, at + 1);
  }
  return found;
}

}  // namespace aloud
