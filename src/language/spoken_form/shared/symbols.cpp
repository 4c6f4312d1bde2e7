#include <string>

#include "language/spoken_form/formulas.h"
#include "language/spoken_form/shared/units.h"
#include "language/spoken_form/tags.h"

namespace aloud::shared_rules {
// "#FridaysForFuture", "@handle".
Hit tag(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!may_begin_tag(tokens, i)) return {};
  const bool hash = tokens.is(i, U'#');
  if (!tokens.glued(i + 1)) return hash ? Hit() : say(tokens, i, i + 1, language.tables.term("mark@"), "symbol");
  const TagWords read = tag_words(tokens, i + 1, language.tables.term("mark_"),
                                  [&](std::string_view digits) { return designator_digits(digits, language); });
  if (read.words.empty()) return {};
  return say(tokens, i, read.end, language.tables.term(hash ? "hashtag" : "mark@") + read.words, hash ? "hashtag" : "handle");
}

// A slash between words is not said; after a number it is "per".
Hit slash(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool density = tokens.is(i, U'/') && tokens.at(i).spaced && tokens.glued(i + 1) && tokens.is_number(i - 1);
  if (density) {  // "56,3 /km²"
    const Unit unit = unit_at(tokens, i + 1, language);
    return unit ? say(tokens, i, unit.end, language.tables.term("per") + " " + unit.noun.one + unit.suffix, "measure") : Hit();
  }
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
    if (ascii_operator && !is_operator(tokens, i, end)) return {};
    return say(tokens, i, end, words->front());
  }
  return {};
}

}  // namespace aloud::shared_rules
