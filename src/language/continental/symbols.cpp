#include <string>

#include "language/ascii.h"
#include "language/continental/units.h"

namespace aloud::continental {
namespace {

// "FridaysForFuture" → "Fridays For Future".
std::string apart_at_capitals(std::string_view word) {
  std::string words;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (at > 0 && is_ascii_upper(word[at]) && is_ascii_lower(word[at - 1])) words += ' ';
    words += word[at];
  }
  return words;
}

// The words of a hashtag or handle, digits included.
std::size_t read_tag(const Tokens& tokens, std::size_t i, std::string& words, const Language& language) {
  constexpr std::size_t kLongest = 40;  // tokens
  std::size_t at = i;
  for (; at - i < kLongest && tokens.glued(at); ++at) {
    if (tokens.is(at, U'_')) {
      words += " " + language.tables.term("mark_");
    } else if (tokens.is_number(at)) {
      words += " " + designator_digits(tokens.str(at), language);
    } else if (tokens.is_word(at)) {
      words += " " + apart_at_capitals(tokens.str(at));
    } else {
      break;
    }
  }
  return at;
}

// "<", ">", "=" and "+" say something between operands, and nothing around words or in "C++".
bool is_operator_here(const Tokens& tokens, std::size_t i, std::size_t end) {
  if (i == 0) return tokens.is_number(end) && !tokens.is(i, U'=') && !tokens.is(i, U'+');
  if (end >= tokens.size()) return false;
  const bool spaced = tokens.at(i).spaced && tokens.at(end).spaced;
  const bool glued = !tokens.at(i).spaced && !tokens.at(end).spaced && !tokens.is_mark(i - 1) && !tokens.is_mark(end);
  return spaced || glued || tokens.is_number(end);
}

}  // namespace

// "#FridaysForFuture", "@handle".
Hit tag(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool hash = tokens.is(i, U'#');
  if ((!hash && !tokens.is(i, U'@')) || !tokens.begins_clean(i)) return {};
  if (tokens.glued(i) && (tokens.is(i - 1, U'#') || tokens.is(i - 1, U'@'))) return {};
  if (!tokens.glued(i + 1)) return hash ? Hit() : say(tokens, i, i + 1, language.tables.term("mark@"), "symbol");
  std::string words = hash ? language.tables.term("hashtag") : language.tables.term("mark@");
  const std::size_t end = read_tag(tokens, i + 1, words, language);
  return end > i + 1 ? say(tokens, i, end, words, hash ? "hashtag" : "handle") : Hit();
}

// A slash between words is not said; after a number it is "per".
Hit slash(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.is(i, U'/') || !tokens.glued(i) || !tokens.glued(i + 1) || !tokens.is_word(i + 1)) return {};
  if (tokens.is_word(i - 1)) return say(tokens, i, i + 1, " ");
  return tokens.is_number(i - 1) ? say(tokens, i, i + 1, language.tables.term("per")) : Hit();
}

// Signs by their names. Emoji are left to the engine, which knows their names in these languages.
Hit symbol(const Tokens& tokens, std::size_t i, const Language& language) {
  const char32_t c = tokens.at(i).mark;
  const auto* born = language.tables.terms.find("born");  // "(* 3. Mai 1950"
  if (c == U'*' && born != nullptr && tokens.is_number(i + 1) && tokens.is(i - 1, U'('))
    return say(tokens, i, i + 1, born->front());
  for (std::size_t end = tokens.glued(i + 1) ? i + 2 : i + 1; end > i; --end) {
    const auto* words = language.tables.symbols.find(tokens.str(i, end));
    if (words == nullptr) continue;
    const bool ascii_operator = c == U'<' || c == U'>' || c == U'=' || c == U'+' || c == U'-';
    if (ascii_operator && !is_operator_here(tokens, i, end)) return {};
    return say(tokens, i, end, words->front());
  }
  return {};
}

}  // namespace aloud::continental
