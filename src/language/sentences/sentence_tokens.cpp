#include "language/sentences/sentence_tokens.h"

#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool is_word_byte(char c) { return static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(c) || is_ascii_digit(c); }

constexpr std::string_view kCommas = ",;:()[]{}/";

bool is_wide_mark(char32_t c) { return c >= 0x2010 && c <= 0x206F; }  // General Punctuation: dashes, quotes, ellipsis

}  // namespace

WordShape word_shape(std::string_view word) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : word) {
    if (is_ascii_digit(c)) return WordShape::digits;
    upper += is_ascii_upper(c) ? 1U : 0U;
    lower += is_ascii_lower(c) || static_cast<unsigned char>(c) >= 0x80 ? 1U : 0U;
  }
  if (upper == 0) return lower > 0 ? WordShape::lower : WordShape::mark;
  if (lower == 0) return upper > 1 ? WordShape::capitals : WordShape::capital;
  return upper == 1 && is_ascii_upper(word.front()) ? WordShape::capital : WordShape::mixed;
}

SentenceTokens::SentenceTokens(std::string_view sentence) : lower_(ascii_lower(sentence)) {
  for (std::size_t at = 0; at < sentence.size();) {
    const bool ascii = static_cast<unsigned char>(sentence[at]) < 0x80;
    const CodePoint c = ascii ? CodePoint{static_cast<char32_t>(sentence[at]), 1} : code_point_at(sentence, at);
    if (is_word_byte(sentence[at]) && !is_wide_mark(c.value)) {
      at = read_word(sentence, at);
    } else {
      read_mark(sentence, at, c.size);
      at += c.size;
    }
  }
}

// Letters and digits, with apostrophes between them, or at the end of "the boys'".
std::size_t SentenceTokens::read_word(std::string_view sentence, std::size_t at) {
  const std::size_t begin = at;
  while (at < sentence.size()) {
    const bool apostrophe = sentence[at] == '\'' && at + 1 < sentence.size() && is_word_byte(sentence[at + 1]);
    if (!apostrophe && !is_word_byte(sentence[at])) break;
    if (static_cast<unsigned char>(sentence[at]) >= 0x80 && is_wide_mark(code_point_at(sentence, at).value)) break;
    at += static_cast<unsigned char>(sentence[at]) < 0x80 ? 1 : code_point_at(sentence, at).size;
  }
  tokens_.push_back({SentenceToken::Kind::word,
                     {begin, at},
                     is_ascii_upper(sentence[begin]),
                     word_shape(sentence.substr(begin, at - begin))});
  return at;
}

void SentenceTokens::read_mark(std::string_view sentence, std::size_t at, std::size_t size) {
  using Kind = SentenceToken::Kind;
  const ByteRange range{at, at + size};
  const char c = sentence[at];
  const bool space_after = at + size >= sentence.size() || !is_word_byte(sentence[at + size]);
  if (c == '-' && !space_after && at > 0 && is_word_byte(sentence[at - 1])) {
    tokens_.push_back({Kind::hyphen, range});
  } else if ((c == '.' || c == '!' || c == '?') && space_after) {
    tokens_.push_back({Kind::edge, range});
  } else if (c == '-' || kCommas.find(c) != std::string_view::npos) {
    tokens_.push_back({Kind::comma, range});
  } else if (size > 1) {
    const char32_t wide = code_point_at(sentence, at).value;
    if (wide == U'—' || wide == U'–' || wide == U'…') tokens_.push_back({Kind::comma, range});
  }
}

std::string_view SentenceTokens::word(std::ptrdiff_t index) const {
  if (index < 0 || index >= static_cast<std::ptrdiff_t>(tokens_.size())) return {};
  const SentenceToken& token = tokens_[static_cast<std::size_t>(index)];
  if (token.kind != SentenceToken::Kind::word) return {};
  return std::string_view(lower_).substr(token.range.begin, token.range.size());
}

std::string_view SentenceTokens::text(std::ptrdiff_t index) const {
  if (index < 0 || index >= static_cast<std::ptrdiff_t>(tokens_.size())) return {};
  const ByteRange range = tokens_[static_cast<std::size_t>(index)].range;
  return std::string_view(lower_).substr(range.begin, range.size());
}

ClassSet SentenceTokens::classes(std::ptrdiff_t index, const WordClasses& known) const {
  if (index < 0 || index >= static_cast<std::ptrdiff_t>(tokens_.size())) return known.by_name("edge").value_or(0);
  const SentenceToken& token = tokens_[static_cast<std::size_t>(index)];
  switch (token.kind) {
    case SentenceToken::Kind::edge:
      return known.by_name("edge").value_or(0);
    case SentenceToken::Kind::comma:
      return known.by_name("comma").value_or(0);
    case SentenceToken::Kind::hyphen:
      return known.by_name("hyphen").value_or(0);
    case SentenceToken::Kind::word:
      break;
  }
  return known.of(word(index), token.capital && !is_first(index));
}

bool SentenceTokens::is_first(std::ptrdiff_t index) const {
  return index <= 0 || tokens_[static_cast<std::size_t>(index - 1)].kind == SentenceToken::Kind::edge;
}

}  // namespace aloud
