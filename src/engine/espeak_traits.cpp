#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/engine_traits.h"

namespace aloud {
namespace {

// Beyond 1,000 phonemes or 300 words eSpeak NG drops the rest of a clause without a word (measured); 350 bytes stay well below
// both in every language tried. Numbers expand into many words.
constexpr std::size_t kMostBytes = 350, kMostWords = 60;

// A word is kept in 160 bytes; what is longer loses its end. A run of dotted letters is one word, and 85 of them overflow its
// buffer; 68 times "s'" abort the program.
const EngineSpelling kSpelling = {
    .longest_word = 60,
    .longest_number = 20,
    .longest_dotted_run = 20,
    .most_apostrophes = 2,
    .most_marks = 3,
    .most_equal_marks = 3,
    .phoneme_opening = "[[",
    .german_thousands = GermanThousands::apart,  // joined, the syllables are joined wrongly
};

// The engine's real limit is 1,000 phonemes a clause, beyond which it drops text: "777777" takes 55 of them, an emoji's name or
// "Chinese letter" 10 to 25, a capital spelt out up to 7 ("W").
std::size_t cost_of(char32_t character, std::size_t size) {
  constexpr std::size_t kDigit = 5;
  constexpr std::size_t kSymbol = 25;
  constexpr std::size_t kIdeograph = 10;
  constexpr std::size_t kCapital = 2;
  const auto value = static_cast<UChar32>(character);
  const auto mask = U_GET_GC_MASK(value);
  if ((mask & U_GC_ND_MASK) != 0) return kDigit;
  if ((mask & (U_GC_S_MASK | U_GC_NO_MASK | U_GC_NL_MASK | U_GC_C_MASK)) != 0) return kSymbol;
  if ((mask & U_GC_LO_MASK) != 0 && size >= 3) return kIdeograph;
  if ((mask & U_GC_LU_MASK) != 0) return std::max(kCapital, size);
  return size;
}

struct Range {
  char32_t first;
  char32_t last;
};

// It passes over most of Unicode's symbols ("★", "✓", "|") without a sound. Measured with the en-US voice on every symbol of
// the planes 0 and 1: it knows emoji up to Unicode 10 by name, and besides them these. "`" and "´" are here as they stand for
// quotes and apostrophes: taking them out would tear words apart.
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

bool speaks(char32_t symbol) {
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

// Voices are files that are named by their language: "gmw/en-GB-x-rp". The plain English is British.
std::string language_of(const VoiceParameters& voice) {
  const std::string name = voice.engine_voice.substr(voice.engine_voice.rfind('/') + 1);
  return name == "en" ? "en-GB" : name;
}

}  // namespace

const EngineTraits& espeak_traits() {
  static const EngineTraits traits = {kMostBytes, kMostWords, cost_of, speaks, language_of, kSpelling};
  return traits;
}

}  // namespace aloud
