#include "util/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace aloud {
namespace {

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto* bytes = bytes_of(text);
  const std::size_t begin = offset;
  UChar32 value = 0;
  U8_NEXT(bytes, offset, text.size(), value);
  return {value < 0 ? kReplacementCharacter : static_cast<char32_t>(value), offset - begin};
}

CodePoint code_point_before(std::string_view text, std::size_t offset) {
  // ICU counts in 32 bits; the last four bytes are all that it needs.
  const std::size_t window = offset < U8_MAX_LENGTH ? 0 : offset - U8_MAX_LENGTH;
  const auto* bytes = bytes_of(text.substr(window));
  auto at = static_cast<std::int32_t>(offset - window);
  UChar32 value = 0;
  U8_PREV(bytes, 0, at, value);
  return {value < 0 ? kReplacementCharacter : static_cast<char32_t>(value), offset - window - static_cast<std::size_t>(at)};
}

bool is_valid_utf8(std::string_view text) {
  const auto* bytes = bytes_of(text);
  for (std::size_t offset = 0; offset < text.size();) {
    UChar32 value = 0;
    U8_NEXT(bytes, offset, text.size(), value);
    if (value < 0) return false;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); offset += code_point_at(text, offset).size) ++count;
  return count;
}

std::size_t offset_of_code_point(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  while (index > 0 && offset < text.size()) {
    offset += code_point_at(text, offset).size;
    --index;
  }
  return offset;
}

std::size_t floor_to_code_point(std::string_view text, std::size_t limit) {
  if (limit >= text.size()) return text.size();
  const std::size_t window = limit < U8_MAX_LENGTH ? 0 : limit - U8_MAX_LENGTH;
  const auto* bytes = bytes_of(text.substr(window));
  auto at = static_cast<std::int32_t>(limit - window);
  U8_SET_CP_START(bytes, 0, at);
  return window + static_cast<std::size_t>(at);
}

void append_utf8(std::string& text, char32_t code_point) {
  std::uint8_t buffer[U8_MAX_LENGTH] = {};
  std::size_t size = 0;
  const auto value = static_cast<std::uint32_t>(code_point);
  U8_APPEND_UNSAFE(buffer, size, value);
  text.append(reinterpret_cast<const char*>(buffer), size);
}

// Most of most texts is ASCII, and asked for often.

bool is_white_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0;
}

bool is_alphanumeric(char32_t code_point) {
  if (code_point < 0x80) {
    const char32_t lower = code_point | 0x20;
    return (lower >= 'a' && lower <= 'z') || (code_point >= '0' && code_point <= '9');
  }
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    offset += point.size;
    const auto value = static_cast<UChar32>(point.value);
    const std::uint32_t category = U_GET_GC_MASK(value);
    if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) continue;
    const int east_asian = u_getIntPropertyValue(value, UCHAR_EAST_ASIAN_WIDTH);
    width += (east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH) ? 2 : 1;
  }
  return width;
}

}  // namespace aloud
