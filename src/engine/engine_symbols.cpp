#include "engine/engine_symbols.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "util/utf8.h"

namespace aloud {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Symbols that are no emoji and are spoken. "`" and "´" are here as they stand for quotes and apostrophes: taking them out
// would tear words apart.
constexpr std::array kSpoken = std::to_array<Range>({
    {0x24, 0x24},     {0x2B, 0x2B},     {0x3D, 0x3D},       {0x60, 0x60},     {0x7E, 0x7E},     {0xA2, 0xA5},
    {0xA8, 0xA9},     {0xAC, 0xAC},     {0xAE, 0xAE},       {0xB0, 0xB1},     {0xB4, 0xB4},     {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2D9, 0x2D9},   {0x9FA, 0x9FA},     {0xBF3, 0xBFA},   {0x207A, 0x207C}, {0x208A, 0x208C},
    {0x20A8, 0x20A9}, {0x20AC, 0x20AC}, {0x20B9, 0x20B9},   {0x2116, 0x2116}, {0x211E, 0x211E}, {0x2190, 0x2193},
    {0x2202, 0x2202}, {0x2211, 0x2212}, {0x2217, 0x2217},   {0x221A, 0x221B}, {0x221D, 0x221E}, {0x222B, 0x222C},
    {0x2234, 0x2235}, {0x2248, 0x2248}, {0x2260, 0x2261},   {0x2264, 0x2265}, {0x24B6, 0x24E9}, {0x25A0, 0x25A0},
    {0x25CF, 0x25CF}, {0x266D, 0x266D}, {0x266F, 0x266F},   {0x2800, 0x28FF}, {0x309B, 0x309C}, {0x3190, 0x33FF},
    {0x4DC0, 0x4DFF}, {0xA490, 0xA4C6}, {0x1F130, 0x1F189},
});

constexpr std::uint8_t kNewestNamedEmoji = 10;  // the Unicode version

bool is_symbol(char32_t value) { return (U_GET_GC_MASK(static_cast<UChar32>(value)) & U_GC_S_MASK) != 0; }

bool is_white_space_at(std::string_view text, std::size_t offset) {
  return offset >= text.size() || is_white_space(code_point_at(text, offset).value);
}

bool ends_in_white_space(std::string_view text) {
  return text.empty() || is_white_space(code_point_before(text, text.size()).value);
}

// A selector that asks for a symbol's coloured or plain picture goes with it.
std::size_t skip_variation_selector(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return offset;
  const CodePoint next = code_point_at(text, offset);
  return next.value == 0xFE0E || next.value == 0xFE0F ? offset + next.size : offset;
}

}  // namespace

bool engine_speaks(char32_t symbol) {
  if (!is_symbol(symbol)) return true;
  const auto value = static_cast<UChar32>(symbol);
  if (u_hasBinaryProperty(value, UCHAR_EMOJI) != 0) {
    UVersionInfo age = {};
    u_charAge(value, age);
    return age[0] <= kNewestNamedEmoji;
  }
  return std::any_of(kSpoken.begin(), kSpoken.end(),
                     [&](const Range& range) { return range.first <= symbol && symbol <= range.last; });
}

AlignedText without_silent_symbols(const AlignedText& aligned) {
  const std::string_view text = aligned.text();
  AlignedText kept;
  std::size_t done = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint at = code_point_at(text, offset);
    const std::size_t next = offset + at.size;
    if (engine_speaks(at.value)) {
      offset = next;
      continue;
    }
    kept.append(aligned.slice({done, offset}));
    done = skip_variation_selector(text, next);
    if (!ends_in_white_space(kept.text())) {
      if (!is_white_space_at(text, done)) kept.append_inserted(" ");
    } else {
      while (done < text.size() && is_white_space_at(text, done)) done += code_point_at(text, done).size;
    }
    offset = done;
  }
  if (done == 0) return aligned;
  kept.append(aligned.slice({done, text.size()}));
  return kept;
}

}  // namespace aloud
