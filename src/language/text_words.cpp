#include "language/text_words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "language/characters.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
std::size_t read_text_word(std::string_view text, std::size_t at, std::string& word) {
  word.clear();
  for (; at < text.size() && is_ascii_letter(text[at]); ++at) word += static_cast<char>(text[at] | 0x20);  // most
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (is_apostrophe(c.value)) {
      word += '\'';
    } else if (!is_letter(c.value)) {
      break;
    } else if (c.value < 0x80) {
      word += static_cast<char>(c.value | 0x20U);
    } else {
      append_utf8(word, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
    }
    at += c.size;
  }
  return at;
}

TextWords::TextWords(std::string_view text) : text_(text) {
  const CommonWords& common = CommonWords::built_in();
  constexpr std::size_t kBytesOfWord = 5;  // in most languages more, space included
  words_.reserve(text.size() / kBytesOfWord + 1);
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const CodePoint first = code_point_at(text, at);
    if (!is_letter(first.value)) {
      at += first.size;
      continue;
    }
    const std::size_t begin = at;
    at = read_text_word(text, at, word);
    words_.push_back({begin, common.languages_of(word), is_upper(first.value)});
  }
}

std::span<const TextWord> TextWords::within(ByteRange part) const {
  const auto before = [](const TextWord& word, std::size_t at) { return word.begin < at; };
  const auto first = std::lower_bound(words_.begin(), words_.end(), part.begin, before);
  return {first, std::lower_bound(first, words_.end(), part.end, before)};
}

std::size_t count_common(std::span<const TextWord> words, LanguageSet language) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const TextWord& word) { return (word.common & language) != 0; }));
}

}  // namespace aloud
