#include <algorithm>

#include "language/characters.h"
#include "language/packs/recognisers.h"
#include "language/packs/verbaliser.h"
#include "language/spoken_form/digits.h"
#include "language/spoken_form/written_number.h"
#include "util/utf8.h"

namespace aloud::packs {
namespace {

constexpr std::size_t kMostUnitTokens = 6;  // "kg/m³", "km²", "tys."

// The longest entry that begins at token `i` and ends where no letter goes on; `find(written)` says whether there is one.
template <typename Find>
std::size_t longest_entry(const Tokens& tokens, std::size_t i, Find find) {
  std::size_t last = i + 1;
  while (last - i < kMostUnitTokens && tokens.glued(last)) ++last;
  for (; last > i; --last) {
    if (tokens.ends_clean(last) && find(tokens.str(i, last))) return last;
  }
  return 0;
}

struct FoundCurrency {
  std::size_t end = 0;
  const Currency* currency = nullptr;
};

FoundCurrency currency_at(const Tokens& tokens, std::size_t i, const Pack& pack) {
  FoundCurrency found;
  if (!tokens.is_word(i) && !tokens.is_mark(i)) return found;
  found.end = longest_entry(tokens, i, [&](std::string_view written) {
    found.currency = pack.currency(written);
    return found.currency != nullptr;
  });
  return found;
}

// "R$ 12,50", "€12,50", "EUR 12,50" before a number.
FoundCurrency currency_before(const Tokens& tokens, std::size_t i, const Pack& pack) {
  for (std::size_t end = i + 2; end > i; --end) {
    if (!is_joined(tokens, i, end) || tokens.is_number(end - 1)) continue;
    const bool number = tokens.is_number(end) ||
                        ((tokens.is(end, U'-') || tokens.is(end, U'−')) && tokens.glued(end + 1) && tokens.is_number(end + 1));
    if (!number || !tokens.begins_clean(i)) continue;
    if (const Currency* currency = pack.currency(tokens.str(i, end))) return {end, currency};
  }
  return {};
}

struct FoundMagnitude {
  std::size_t end = 0;
  const Noun* noun = nullptr;
};

FoundMagnitude magnitude_at(const Tokens& tokens, std::size_t i, const Pack& pack) {
  FoundMagnitude found{i, nullptr};
  if (!tokens.is_word(i)) return found;
  for (std::size_t end = i + 2; end > i; --end) {
    if (end > i + 1 && !(tokens.glued(i + 1) && tokens.is(i + 1, U'.'))) continue;
    const Noun* noun = pack.magnitude(tokens.str(i, end));
    if (noun != nullptr && tokens.ends_clean(end)) return {end, noun};
  }
  return found;
}

// What a quantity is put together from, token by token.
struct Quantity {
  std::size_t begin = 0, end = 0;
  Value value;
};

bool is_larger(const Number& a, const Number& b) {
  return a.whole.size() != b.whole.size() ? a.whole.size() > b.whole.size() : a.whole >= b.whole;
}

// "–10" after "5": the larger end of a range, with white space on both sides of the dash or on none.
void read_range(const Tokens& tokens, Quantity& quantity, const Pack& pack) {
  const std::size_t dash = quantity.end;
  if (!tokens.is_range_dash(dash) || tokens.at(dash).spaced != tokens.at(dash + 1).spaced) return;
  if (tokens.at(dash).spaced && tokens.is(dash, U'-')) return;  // "5 - 3" is a difference
  const FoundNumber to = number_at(tokens, dash + 1, pack);
  const auto is_padded = [](const Number& number) { return number.whole.size() > 1 && number.whole.front() == '0'; };
  if (is_padded(to.number) || is_padded(quantity.value.number)) return;  // postal codes
  if (to.end == 0 || !tokens.ends_clean(to.end) || tokens.follows(quantity.begin, U"-–/")) return;
  if ((tokens.is_range_dash(to.end) || tokens.is(to.end, U'/')) && tokens.glued(to.end)) return;
  if (is_larger(quantity.value.number, to.number) && quantity.value.number.fraction.empty()) return;
  quantity.value.to = to.number;
  quantity.end = to.end;
}

Number& last_number(Value& value) { return value.to ? *value.to : value.number; }

void read_magnitude(const Tokens& tokens, Quantity& quantity, const Pack& pack) {
  const FoundMagnitude found = magnitude_at(tokens, quantity.end, pack);
  if (found.noun == nullptr) return;
  Number& number = last_number(quantity.value);
  number.magnitude = found.noun;
  number.magnitude_written = tokens.str(quantity.end, found.end);
  quantity.end = found.end;
}

// "€", "km/h", "%" behind the number (and after "di", where a magnitude stands between).
bool read_noun(const Tokens& tokens, Quantity& quantity, const Pack& pack) {
  Value& value = quantity.value;
  std::size_t at = quantity.end;
  if (last_number(value).magnitude != nullptr && pack.find("words", "of") != nullptr && tokens.is(at, pack.word("of"))) ++at;
  if (tokens.at(at).kind == TokenKind::none) return false;
  if (const FoundCurrency found = currency_at(tokens, at, pack); found.currency != nullptr) {
    value.kind = Kind::money;
    value.currency = found.currency;
    quantity.end = found.end;
    return true;
  }
  const std::size_t unit = longest_entry(tokens, at, [&](std::string_view written) { return pack.unit(written) != nullptr; });
  const bool article = tokens.is(unit, U'\'') && tokens.glued(unit) && tokens.str(at, unit).size() == 1;  // "5 l'anno"
  if (unit == 0 || article ||
      (tokens.is_mark(at) && tokens.at(at).spaced && !tokens.is(at, U'%') && !tokens.is(at, U'‰') && !tokens.is(at, U'°')))
    return false;
  value.name = tokens.str(at, unit);
  value.noun = pack.unit(value.name);
  value.kind = value.name == "%" ? Kind::percent : Kind::measure;
  quantity.end = unit;
  return true;
}

// A year is said as one unless it counts something.
bool is_year(const Tokens& tokens, const Quantity& quantity, const Pack& pack) {
  const auto looks = [](const Number& number) {
    return !number.grouped && number.fraction.empty() && number.whole.size() == 4 && value_of(number.whole) >= 1000 &&
           value_of(number.whole) <= 2099;
  };
  const Value& value = quantity.value;
  if (!looks(value.number) || (value.to && !looks(*value.to)) || value.number.minus || value.number.plus) return false;
  if (value.to) return true;
  const bool asked = tokens.is_word(quantity.begin - 1) && pack.lists("year before", tokens.str(quantity.begin - 1));
  return asked || !tokens.lower(quantity.end) || tokens.glued(quantity.end);
}

// A conjunction or preposition, as far as its length tells.
bool is_short_word(const Tokens& tokens, std::size_t i) {
  return tokens.is_word(i) && tokens.lower(i) && count_code_points(tokens.str(i)) < 3;
}

// "2021 roku", "w 1941–1945 годах": the word after a year says its case.
Hit year_with_noun(const Tokens& tokens, Quantity& quantity, const Pack& pack) {
  const Value& value = quantity.value;
  const std::size_t digits = value.number.whole.size();
  if (digits < 3 || digits > 4 || value.number.grouped || !last_number(quantity.value).fraction.empty()) return {};
  const std::size_t begin = quantity.begin;
  const bool second = begin >= 2 && is_short_word(tokens, begin - 1) && tokens.digits(begin - 2, 4);  // "w 2020 i 2021 roku"
  NounAfter noun = noun_after("after years", tokens, second ? begin - 2 : begin, quantity.end, pack);
  const bool pair = noun.end == 0 && is_short_word(tokens, quantity.end) && tokens.digits(quantity.end + 1, 4);
  if (pair) {  // "2020 и 2021 годах"
    noun = noun_after("after years", tokens, quantity.begin, quantity.end + 2, pack);
    noun.words.clear();
  }
  if (noun.end == 0 || (digits == 3 && noun.agreement.grammatical_case != Case::locative)) return {};  // "в 988 году", "100 г"
  quantity.value.kind = Kind::year;
  quantity.value.agreement = noun.agreement;
  const std::size_t end = noun.words.empty() ? quantity.end : without_last_stop(tokens, noun.end);
  Hit hit = hit_of(tokens, quantity.begin, end, quantity.value, pack);
  if (!noun.words.empty()) hit.edits.front().replacement += " " + noun.words;
  return hit;
}

// Nouns that the pack lists one by one, however short: "år".
bool is_listed_noun(const Pack& pack, std::string_view word) {
  return pack.lists("masculine", word) || pack.lists("feminine", word) || pack.lists("neuter", word);
}

// The agreement of a bare number with the noun after it; adjectives between are passed over.
Agreement counted_agreement(const Tokens& tokens, const Quantity& quantity, const Pack& pack) {
  constexpr std::size_t kMostAdjectives = 2;
  Agreement agreement = agreement_before(tokens, quantity.begin, pack);
  if (agreement.gender != Gender::none) return agreement;
  const Number& number = quantity.value.to ? *quantity.value.to : quantity.value.number;
  const std::string category = category_of(number, pack);
  for (std::size_t at = quantity.end; at <= quantity.end + kMostAdjectives; ++at) {
    if (!tokens.is_word(at) || !tokens.at(at).spaced || (at == quantity.end && !tokens.lower(at))) break;
    const bool small = is_short_word(tokens, at) && !is_listed_noun(pack, tokens.str(at));
    if (small || pack.preposition(tokens.str(at)) != nullptr || (tokens.is(at + 1, U'.') && tokens.glued(at + 2)))
      break;  // "a.C."
    if (category == "few" && pack.lists("genitive after few", tokens.str(at))) agreement.grammatical_case = Case::genitive;
    agreement.gender = pack.gender_of(tokens.str(at), category);
    if (agreement.gender != Gender::none) return agreement;
  }
  const std::string_view unknown = pack.notation("unknown gender");
  if (!unknown.empty() && tokens.lower(quantity.end)) agreement.gender = agreement_of(unknown).gender;
  return agreement;
}

bool is_digits_only(const Number& number) {
  return (number.whole.size() > 1 && number.whole.front() == '0' && number.fraction.empty()) || number.whole.size() > 15;
}

Hit bare_number(const Tokens& tokens, Quantity& quantity, const Pack& pack) {
  Value& value = quantity.value;
  const bool magnitude = last_number(value).magnitude != nullptr;
  if (!magnitude && !value.to && is_digits_only(value.number)) {
    value.kind = Kind::digits;
    return hit_of(tokens, quantity.begin, quantity.end, value, pack);
  }
  if (!magnitude && is_year(tokens, quantity, pack)) {
    value.kind = Kind::year;
    return hit_of(tokens, quantity.begin, quantity.end, value, pack);
  }
  value.kind = value.number.fraction.empty() ? Kind::cardinal : Kind::decimal;
  const Case asked = value.agreement.grammatical_case;  // of "~"
  value.agreement = counted_agreement(tokens, quantity, pack);
  if (value.number.about) value.agreement.grammatical_case = asked;
  const bool alone = value.agreement == Agreement() && !tokens.is_word(quantity.end);
  if (alone) value.agreement = agreement_of(pack.notation("alone"));
  return hit_of(tokens, quantity.begin, quantity.end, value, pack);
}

// "3-1", "3:1": two numbers of which the second is not the larger, or with a colon.
Hit score(const Tokens& tokens, const Quantity& quantity, const Pack& pack) {
  const std::size_t mark = quantity.end;
  const bool colon = tokens.is(mark, U':');
  if (quantity.value.to || !(colon || tokens.is_range_dash(mark)) || quantity.end != quantity.begin + 1) return {};
  if (!tokens.glued(mark) || !tokens.glued(mark + 1) || !tokens.digits(mark + 1, 1, 3) || !tokens.digits(quantity.begin, 1, 3))
    return {};
  const bool more =
      tokens.glued(mark + 2) &&
      (!tokens.is_mark(mark + 2) || (tokens.glued(mark + 3) && tokens.is_number(mark + 3)) || tokens.is_range_dash(mark + 2));
  const bool padded = tokens.str(quantity.begin)[0] == '0' || (tokens.str(mark + 1)[0] == '0' && !tokens.digits(mark + 1, 1));
  if (more || padded || tokens.follows(quantity.begin, U"-–:/.,")) return {};
  const auto* joint = pack.find("words", "score");
  const std::string between = joint == nullptr || colon ? " " : " " + joint->front() + " ";
  return aloud::say(
      tokens, quantity.begin, mark + 2,
      pack.numbers().cardinal(tokens.str(quantity.begin)) + between + pack.numbers().cardinal(tokens.str(mark + 1)), "score");
}

// "30x20x10 cm": what is measured is named once.
Hit dimensions(const Tokens& tokens, const Quantity& quantity, const Pack& pack) {
  constexpr std::size_t kMost = 4;
  Value value;
  std::string words;
  std::size_t end = quantity.begin, sides = 0;
  while (sides < kMost) {
    const FoundNumber side = number_at(tokens, end, pack);
    if (side.end == 0) return {};
    ++sides;
    end = side.end;
    const bool more = (tokens.is(end, "x") || tokens.is(end, U'×')) && tokens.glued(end) && tokens.glued(end + 1) &&
                      tokens.is_number(end + 1);
    value.kind = side.number.fraction.empty() ? Kind::cardinal : Kind::decimal;
    value.number = side.number;
    if (!more) break;
    words += say(value, pack) + " " + pack.word("times") + " ";
    ++end;
  }
  if (sides < 2 || !tokens.ends_clean(end)) return {};
  Quantity last{quantity.begin, end, value};
  read_noun(tokens, last, pack);
  return aloud::say(tokens, quantity.begin, without_last_stop(tokens, last.end), words + say(last.value, pack), "measure");
}

}  // namespace

// Numbers with all that belongs to them: signs, ranges, magnitudes, currencies and units.
Hit quantity(const Tokens& tokens, std::size_t i, const Pack& pack) {
  Quantity quantity{i, i, {}};
  FoundCurrency before;
  if (!tokens.is_number(i)) before = currency_before(tokens, i, pack);
  const Signs signs = signs_at(tokens, before.currency == nullptr ? i : before.end, U"~≈±");
  if (!tokens.is_number(signs.end) || (before.currency == nullptr && !tokens.begins_clean(i))) return {};
  const bool after_number = (tokens.follows(i, U".") && tokens.is_number(i - 2)) || tokens.follows(i, U"/");
  if (after_number && signs.end == i && before.currency == nullptr) return {};
  const FoundNumber found = number_at(tokens, signs.end, pack);
  quantity.end = found.end;
  quantity.value.number = found.number;
  quantity.value.number.minus = signs.minus;
  quantity.value.number.plus = signs.plus;
  quantity.value.number.about = signs.about && !tokens.is(i, U'±');
  if (tokens.is(i, U'±') && signs.end != i) return {};
  read_range(tokens, quantity, pack);
  if (Hit hit = score(tokens, quantity, pack)) return hit;
  if (Hit hit = dimensions(tokens, quantity, pack)) return hit;
  if (Hit hit = year_with_noun(tokens, quantity, pack)) return hit;
  const std::size_t bare = quantity.end;
  read_magnitude(tokens, quantity, pack);
  quantity.value.agreement = agreement_before(tokens, i, pack);
  const std::string_view about = pack.notation("about");
  if (quantity.value.number.about && !about.empty()) quantity.value.agreement = agreement_of(about);
  quantity.value.agreement.gender = Gender::none;
  if (before.currency != nullptr) {
    quantity.value.kind = Kind::money;
    quantity.value.currency = before.currency;
    return hit_of(tokens, i, without_last_stop(tokens, quantity.end), quantity.value, pack);
  }
  if (read_noun(tokens, quantity, pack))
    return hit_of(tokens, i, without_last_stop(tokens, quantity.end), quantity.value, pack);
  if (bare == quantity.end && tokens.glued(bare) && tokens.is_word(bare)) return {};  // "5G"
  return bare_number(tokens, quantity, pack);
}

}  // namespace aloud::packs
