#include "engine/latin_letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "util/utf8.h"

namespace aloud {
namespace {

constexpr char32_t kLastAscii = 0x7F;

struct Form {
  char32_t character;
  std::string_view ascii;
};

// Letters that Unicode does not take apart, as they are written where there are none of them; and what separates words.
constexpr std::array kForms = std::to_array<Form>({
    {U'ß', "ss"}, {U'ẞ', "SS"},  {U'æ', "ae"}, {U'Æ', "Ae"}, {U'œ', "oe"}, {U'Œ', "Oe"}, {U'ø', "o"},
    {U'Ø', "O"},  {U'đ', "d"},   {U'Đ', "D"},  {U'ð', "th"}, {U'Ð', "Th"}, {U'þ', "th"}, {U'Þ', "Th"},
    {U'ł', "l"},  {U'Ł', "L"},   {U'ı', "i"},  {U'ħ', "h"},  {U'Ħ', "H"},  {U'ŋ', "ng"}, {U'Ŋ', "Ng"},
    {U'ə', "e"},  {U'Ə', "E"},   {U'ŧ', "t"},  {U'Ŧ', "T"},  {U'‘', "'"},  {U'’', "'"},  {U'‛', "'"},
    {U'ʼ', "'"},  {U'′', "'"},   {U'“', "\""}, {U'”', "\""}, {U'„', "\""}, {U'«', "\""}, {U'»', "\""},
    {U'‹', "'"},  {U'›', "'"},   {U'‐', "-"},  {U'‑', "-"},  {U'‒', "-"},  {U'–', "-"},  {U'—', ", "},
    {U'―', ", "}, {U'…', "..."}, {U'−', "-"},  {U'·', " "},  {U'•', " "},  {U'¿', " "},  {U'¡', " "},
});

// The first ASCII letters of the compatibility decomposition, with nothing but marks beside them.
std::string decomposed(char32_t character) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&error);
  if (U_FAILURE(error) != 0) return {};
  std::array<UChar, 32> parts{};
  const std::int32_t size = unorm2_getDecomposition(nfkd, static_cast<UChar32>(character), parts.data(),
                                                    static_cast<std::int32_t>(parts.size()), &error);
  if (size <= 0 || U_FAILURE(error) != 0) return {};
  std::string ascii;
  for (std::int32_t i = 0; i < size; ++i) {
    const UChar part = parts[static_cast<std::size_t>(i)];
    if (part <= kLastAscii) {
      ascii += static_cast<char>(part);
    } else if ((U_GET_GC_MASK(static_cast<UChar32>(part)) & U_GC_M_MASK) == 0) {
      return {};
    }
  }
  return ascii;
}

}  // namespace

std::string ascii_for(char32_t character) {
  if (character <= kLastAscii) return {static_cast<char>(character)};
  if (is_white_space(character)) return " ";
  const auto* const form =
      std::find_if(kForms.begin(), kForms.end(), [&](const Form& one) { return one.character == character; });
  return form != kForms.end() ? std::string(form->ascii) : decomposed(character);
}

bool has_ascii_form(char32_t character) {
  if (character <= kLastAscii || is_white_space(character)) return true;
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(character));
  return (mask & (U_GC_P_MASK | U_GC_M_MASK | U_GC_Z_MASK)) != 0 || !ascii_for(character).empty();
}

}  // namespace aloud
