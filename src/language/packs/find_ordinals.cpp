#include "language/characters.h"
#include "language/packs/recognisers.h"
#include "language/packs/verbaliser.h"
#include "language/spoken_form/roman_value.h"
#include "util/utf8.h"

namespace aloud::packs {
namespace {

// What the noun after an ordinal (and the preposition before it) ask for.
std::optional<Agreement> agreement_with_noun(const Tokens& tokens, std::size_t begin, std::size_t end, const Pack& pack) {
  if (!tokens.is_word(end) || !tokens.at(end).spaced || count_code_points(tokens.str(end)) < 3) return std::nullopt;
  Agreement agreement = agreement_before(tokens, begin, pack);
  agreement.gender = pack.gender_of(tokens.str(end), "ordinal");
  if (agreement.gender == Gender::none) agreement.gender = pack.gender_of(tokens.str(end), "one");
  if (agreement.gender == Gender::none) return std::nullopt;
  return agreement;
}

Value ordinal_value(std::string whole, const Agreement& agreement) {
  Value value;
  value.kind = Kind::ordinal;
  value.number.whole = std::move(whole);
  value.agreement = agreement;
  return value;
}

Agreement default_ordinal(const Tokens& tokens, std::size_t i, const Pack& pack) {
  Agreement agreement = agreement_before(tokens, i, pack);
  if (agreement.gender == Gender::none) agreement.gender = Gender::masculine;
  return agreement;
}

// An ordinal before a noun that the pack lists at token `at`. `anchor`: behind the preposition that asks for its case.
Hit with_noun(const Tokens& tokens, std::size_t begin, std::size_t at, std::string digits, const Pack& pack,
              std::size_t anchor) {
  if (!tokens.at(at).spaced) return {};
  const NounAfter noun = noun_after("after numerals", tokens, anchor, at, pack);
  if (noun.end == 0) return {};
  const std::size_t end = noun.words.empty() ? at : without_last_stop(tokens, noun.end);
  Hit hit = hit_of(tokens, begin, end, ordinal_value(std::move(digits), noun.agreement), pack);
  if (!noun.words.empty()) hit.edits.front().replacement += " " + noun.words;
  return hit;
}

// "19. století": a number with a period before a small letter is an ordinal where the language writes them so.
Hit dotted(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (pack.notation("ordinal dot").empty() || !tokens.is(i + 1, U'.') || !tokens.glued(i + 1) || tokens.glued(i + 2)) return {};
  if (!tokens.digits(i, 1, 4)) return {};
  if (const auto* form = pack.find("before ordinals", tokens.str(i - 1));
      form != nullptr && tokens.is_word(i - 1)) {  // "lata 80."
    return hit_of(tokens, i, without_last_stop(tokens, i + 2),
                  ordinal_value(std::string(tokens.str(i)), agreement_of(form->front())), pack);
  }
  if (Hit hit = with_noun(tokens, i, i + 2, std::string(tokens.str(i)), pack, i)) return hit;
  const auto agreement = agreement_with_noun(tokens, i, i + 2, pack);
  if (!tokens.lower(i + 2)) return {};
  return hit_of(tokens, i, i + 2,
                ordinal_value(std::string(tokens.str(i)), agreement.value_or(default_ordinal(tokens, i, pack))), pack);
}

// "3° posto", but "90°", "20° C", "30° di pendenza".
bool counts_ordinals(const Tokens& tokens, std::size_t i, const Pack& pack) {
  constexpr std::size_t kShortestNoun = 4;  // bytes
  if (!tokens.is_word(i) || !tokens.at(i).spaced) return false;
  return tokens.str(i).size() >= kShortestNoun || pack.find("after numerals", tokens.str(i)) != nullptr;
}

}  // namespace

// "3º", "2ª", "1ste", "5-й", "3:e", "19. století".
Hit ordinal(const Tokens& tokens, std::size_t i, const Pack& pack) {
  constexpr std::size_t kLongestSuffix = 3;  // tokens
  if (!tokens.is_number(i) || !tokens.begins_clean(i) || tokens.follows(i, U".,:/-")) return {};
  const FoundNumber found = number_at(tokens, i, pack);
  if (!found.number.fraction.empty()) return {};
  for (std::size_t end = found.end + kLongestSuffix; end > found.end; --end) {
    if (!is_joined(tokens, found.end - 1, end)) continue;
    const auto* form = pack.find("ordinal suffixes", tokens.str(found.end, end));
    if (form == nullptr || !tokens.ends_clean(end)) continue;
    if (tokens.is(found.end, U'°') && !counts_ordinals(tokens, end, pack)) return {};
    // One ending may be that of several forms ("90-й минуте"): a noun that is known decides.
    const NounAfter noun = tokens.at(end).spaced ? noun_after("after numerals", tokens, i, end, pack) : NounAfter();
    const Agreement agreement = noun.end != 0 && noun.words.empty() ? noun.agreement : agreement_of(form->front());
    return hit_of(tokens, i, end, ordinal_value(found.number.whole, agreement), pack);
  }
  return dotted(tokens, i, pack);
}

namespace {

std::size_t after_dot(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const bool dot = !pack.notation("ordinal dot").empty() && tokens.is(i, U'.') && tokens.glued(i);
  return dot ? i + 1 : i;
}

// The value stays what it is; the rule is that of Roman numerals.
Hit renamed(Hit hit) {
  std::string& rule = hit.edits.front().rule;
  rule = "roman-numeral" + rule.substr(rule.find('{'));
  return hit;
}

// After a name or a word that numbers: as its line says, but from a limit on always as a cardinal ("Luís catorze").
Hit said_as(const std::string& form, const Tokens& tokens, std::size_t begin, std::size_t end, std::uint32_t value,
            const Pack& pack) {
  Value roman;
  roman.kind = Kind::roman;
  roman.number.whole = std::to_string(value);
  const std::string_view highest = pack.notation("highest ordinal");
  const bool cardinal = form == "cardinal" || (!highest.empty() && value > std::stoul(std::string(highest)));
  if (!cardinal) {
    roman = ordinal_value(std::to_string(value), agreement_of(form));
  }
  Hit hit = hit_of(tokens, begin, end, roman, pack);
  if (!cardinal)
    hit.edits.front().replacement.insert(0, pack.find("words", "ruler") != nullptr ? pack.word("ruler") + " " : "");
  return renamed(std::move(hit));
}

// Where the numeral stands whose partner is at `i`: "w XVIII i XIX wieku".
std::size_t first_of_pair(const Tokens& tokens, std::size_t i) {
  if (i < 3) return i;
  const std::size_t first = tokens.is(i - 2, U'.') ? i - 3 : i - 2;
  const bool joint = tokens.is_range_dash(i - 1) || (tokens.lower(i - 1) && count_code_points(tokens.str(i - 1)) < 4);
  return joint && tokens.capitalised(first) && roman_value(tokens.str(first)) != 0 ? first : i;
}

// "XVIII e XIX secolo", "XVIII–XIX вв.": the noun after the second counts for both.
Hit before_another(const Tokens& tokens, std::size_t i, std::size_t end, std::uint32_t value, const Pack& pack) {
  const bool joint = tokens.is_range_dash(end) || (tokens.lower(end) && count_code_points(tokens.str(end)) < 4);
  if (!joint || !tokens.capitalised(end + 1) || roman_value(tokens.str(end + 1)) == 0) return {};
  const NounAfter noun = noun_after("after numerals", tokens, i, after_dot(tokens, end + 2, pack), pack);
  if (noun.end == 0) return {};
  return renamed(hit_of(tokens, i, end, ordinal_value(std::to_string(value), noun.agreement), pack));
}

}  // namespace

// "Luigi XIV", "XIX secolo", "capitolo IV", "II wojna".
Hit roman(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const std::string_view word = tokens.str(i);
  const std::uint32_t value = roman_value(word);
  if (value == 0 || !tokens.capitalised(i) || !tokens.begins_clean(i)) return {};
  const std::size_t dot = after_dot(tokens, i + 1, pack);
  // "XIXe eeuw"
  const bool lone = is_lone_letter(word);
  if (const auto* form = pack.find("before numerals", tokens.str(i - 1)); form != nullptr && tokens.is_word(i - 1)) {
    if (!tokens.ends_clean(i + 1) || (lone && form->front() != "cardinal")) return {};
    const std::size_t end = dot >= tokens.size() && dot > i + 1 ? i + 1 : dot;
    return said_as(form->front(), tokens, i, end, value, pack);
  }
  if (Hit hit = with_noun(tokens, i, dot, std::to_string(value), pack, first_of_pair(tokens, i))) {
    return renamed(std::move(hit));
  }
  if (Hit hit = before_another(tokens, i, dot, value, pack)) return hit;
  if (word.size() < 2 || word.find_first_not_of("IVX") != std::string_view::npos || pack.lists("spelled", word)) return {};
  if (tokens.glued(i + 1) && tokens.is_range_dash(i + 1)) return {};
  if (!tokens.ends_clean(i + 1) || in_headline(tokens, i)) return {};
  if (pack.notation("roman before nouns") == "ordinal") {
    const auto agreement = agreement_with_noun(tokens, i, dot, pack);
    if (agreement || tokens.lower(dot)) {
      Value ordinal = ordinal_value(std::to_string(value), agreement.value_or(default_ordinal(tokens, i, pack)));
      return renamed(hit_of(tokens, i, dot, ordinal, pack));
    }
  }
  return said_as("cardinal", tokens, i, i + 1, value, pack);
}

}  // namespace aloud::packs
