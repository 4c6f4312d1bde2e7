#include "language/english/english_rules.h"

#include <array>

#include "language/characters.h"
#include "language/english/recogniser.h"
#include "util/utf8.h"

namespace aloud {
namespace {

struct Recogniser {
  const char* name;
  bool words, numbers, marks;  // the kinds of token that it can begin with
  Recognise recognise;
};

// At each token the first that recognises something has it: the more a form needs to be itself, the earlier it stands.
constexpr std::array<Recogniser, 22> kRecognisers = {{
    {"electronic", true, true, true, electronic},
    {"phrase", true, true, true, fixed_phrase},
    {"dotted-letters", true, false, false, dotted_letters},
    {"date", true, true, true, date},
    {"identifier", true, true, false, identifier},
    {"telephone", false, true, true, telephone},
    {"address", true, true, false, address},
    {"time", true, true, false, clock_time},
    {"dimensions", false, true, false, dimensions},
    {"quantity", true, true, true, quantity},
    {"fraction", false, true, true, fraction_or_ratio},
    {"mathematics", true, true, true, mathematics},
    {"number", true, true, true, numeral},
    {"roman-numeral", true, false, true, roman_numeral},
    {"abbreviation", true, false, false, abbreviation},
    {"initial", true, false, false, initial},
    {"designator", true, true, false, designator},
    {"initialism", true, false, false, initialism},
    {"tag", false, false, true, tag},
    {"censored", true, false, true, censored},
    {"slash", false, false, true, slash},
    {"symbol", false, false, true, symbol},
}};

bool fits(const Recogniser& recogniser, TokenKind kind) {
  return kind == TokenKind::word ? recogniser.words : kind == TokenKind::number ? recogniser.numbers : recogniser.marks;
}

bool joins(std::string_view text, std::size_t at) { return is_alphanumeric(code_point_at(text, at).value); }

// What is said is apart from the words beside it, and changes something.
void append(Edits& edits, Hit& hit, const char* name, std::string_view text) {
  for (Edit& edit : hit.edits) {
    edit.rule = hit.rule != nullptr ? hit.rule : name;
    if (edit.replacement == text.substr(edit.range.begin, edit.range.size())) continue;
    const std::size_t begin = edit.range.begin, end = edit.range.end;
    const bool touches_edit = !edits.empty() && edits.back().range.end == begin;
    const bool after_word = begin > 0 && (touches_edit ? edits.back().replacement.back() != ' '
                                                       : is_alphanumeric(code_point_before(text, begin).value));
    const bool word = !edit.replacement.empty() && joins(edit.replacement, 0);
    if (word && after_word) edit.replacement.insert(0, 1, ' ');
    if (end < text.size() && joins(text, end) && edit.replacement.back() != ' ' && edit.replacement.back() != '-') {
      edit.replacement += ' ';
    }
    edits.push_back(std::move(edit));
  }
}

// Most words are plain: small letters, with a space or a comma after them, and no number. No recogniser begins with one.
bool is_plain_word(const Tokens& tokens, std::size_t i) {
  if (!tokens.lower(i) || !tokens.at(i).spaced || tokens.at(i).range.size() < 3 || tokens.is_number(i + 1)) return false;
  return !tokens.glued(i + 1) || (tokens.is(i + 1, U',') && !tokens.glued(i + 2));
}

Edits read_out(std::string_view text, const English& english) {
  const Tokens tokens(text);
  Edits edits;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t next = i + 1;
    const TokenKind kind = tokens.at(i).kind;
    if (!is_plain_word(tokens, i)) {
      for (const Recogniser& recogniser : kRecognisers) {
        if (!fits(recogniser, kind)) continue;
        Hit hit = recogniser.recognise(tokens, i, english);
        if (!hit) continue;
        append(edits, hit, recogniser.name, text);
        next = hit.end;
        break;
      }
    }
    i = next;
  }
  return edits;
}

}  // namespace

Rule english_rule(Dialect dialect) {
  return {"english", [dialect](std::string_view text) { return read_out(text, English{dialect, english_tables()}); }};
}

Dialect dialect_of(std::string_view language) {
  static constexpr std::array<std::string_view, 10> kBritish = {"GB", "UK", "AU", "NZ", "IE", "IN", "ZA", "029", "SG", "HK"};
  for (const std::string_view region : kBritish) {
    for (std::size_t at = language.find(region); at != std::string_view::npos; at = language.find(region, at + 1)) {
      if (at > 0 && (language[at - 1] == '-' || language[at - 1] == '_')) return Dialect::british;
    }
  }
  const bool lower_case = language == "en-gb" || language.substr(0, 6) == "en-gb-";
  return lower_case ? Dialect::british : Dialect::american;
}

}  // namespace aloud
