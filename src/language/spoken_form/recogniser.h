#pragma once

#include <span>
#include <string>
#include <string_view>

#include "language/spoken_form/text_edits.h"
#include "language/spoken_form/tokens.h"

namespace aloud {

/// What a recogniser found at a token: nothing (end == 0), or that the tokens up to `end` are of its class, and what is to be
/// said for them. Without edits they stay as they are, and no other recogniser sees them.
struct Hit {
  std::size_t end = 0;  ///< the first token after what was recognised
  Edits edits;
  const char* rule = nullptr;  ///< instead of the recogniser's own name

  explicit operator bool() const { return end != 0; }
};

/// A hit that says `words` for all tokens from `begin` to `end`.
inline Hit say(const Tokens& tokens, std::size_t begin, std::size_t end, std::string words, const char* rule = nullptr) {
  Hit hit{end, {}, rule};
  hit.edits.push_back({tokens.range(begin, end), std::move(words)});
  return hit;
}

/// Whether token `i` is one of capitals that stand apart, as in "S P D".
inline bool is_spelled(const Tokens& tokens, std::size_t i) {
  return tokens.single_capital(i) && (tokens.single_capital(i - 1) || tokens.single_capital(i + 1));
}
/// Whether most words around token `i` are in capitals, as in a headline: then capitals say nothing.
bool in_headline(const Tokens& tokens, std::size_t i);

/// A recogniser of a language: finds one class of written forms that begin at token `i`. Must look at a bounded number of
/// tokens, or only at ones that it takes, so that reading a text takes linear time; and what it says must hold nothing that
/// any recogniser of the language finds. `Language` is what the recognisers of a language share: dialect, tables, grammar.
template <typename Language>
struct Recogniser {
  const char* name;
  bool words, numbers, marks;  ///< the kinds of token that it can begin with
  Hit (*recognise)(const Tokens& tokens, std::size_t i, const Language& language);
};

/// Adds what a hit says to the edits of `text`: apart from the words beside it, and only where it changes something.
void append(Edits& edits, Hit& hit, const char* name, std::string_view text);

/// Reads a text out from left to right: at each token the first recogniser that knows a form has it, with all the tokens that
/// it takes. Tokens of which `is_plain` are not asked about: most words.
template <typename Language>
Edits read_out(std::string_view text, std::span<const Recogniser<Language>> recognisers, const Language& language,
               bool (*is_plain)(const Tokens& tokens, std::size_t i, const Language& language)) {
  const Tokens tokens(text);
  Edits edits;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t next = i + 1;
    const TokenKind kind = tokens.at(i).kind;
    if (!is_plain(tokens, i, language)) {
      for (const Recogniser<Language>& one : recognisers) {
        if (!(kind == TokenKind::word ? one.words : kind == TokenKind::number ? one.numbers : one.marks)) continue;
        Hit hit = one.recognise(tokens, i, language);
        if (!hit) continue;
        append(edits, hit, one.name, text);
        next = hit.end;
        break;
      }
    }
    i = next;
  }
  return edits;
}

}  // namespace aloud
