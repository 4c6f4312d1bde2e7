#include "language/packs/verbaliser.h"

#include <algorithm>

#include "language/spoken_form/digits.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud::packs {
namespace {

const std::string& form_of(const Noun& noun, std::string_view category, Case grammatical_case) {
  if (grammatical_case == Case::genitive && category != "fraction") return category == "one" ? noun.fraction : noun.many;
  return category == "one" ? noun.one : category == "few" ? noun.few : category == "fraction" ? noun.fraction : noun.many;
}

Noun word_as_noun(std::string_view section, std::string_view key, const Pack& pack) {
  const auto* parts = pack.find(section, key);
  const auto part = [&](std::size_t i) { return (*parts)[std::min(i, parts->size() - 1)]; };
  return parts == nullptr ? Noun() : Noun{part(0), part(1), part(2), part(3), Gender::feminine};
}

NumberStyle notated(std::string_view key, const Pack& pack) { return style_of(pack.notation(key)); }

std::string sign_words(const Number& number, const Pack& pack) {
  std::string words;
  if (number.about) words += pack.word("about") + " ";
  if (number.minus) words += pack.word("minus") + " ";
  if (number.plus) words += pack.word("plus") + " ";
  return words;
}

// "05" is "zero five", "14" fourteen, and from the pack's limit on they are said one by one.
std::string decimals(std::string_view digits, const Pack& pack) {
  const std::string_view most = pack.notation("decimal digits");
  if (digits.size() > (most.empty() ? 2U : value_of(most))) return pack.numbers().one_by_one(digits);
  std::string words;
  while (digits.size() > 1 && digits.front() == '0') {
    words += pack.numbers().cardinal("0") + " ";
    digits.remove_prefix(1);
  }
  return words + pack.numbers().cardinal(digits);
}

// `grammatical_case` is asked where the pack names decimal places, and said as if it were the nominative elsewhere.
std::string decimal_words(const Number& number, Case grammatical_case, const Pack& pack) {
  const std::string_view whole = number.whole.empty() ? "0" : std::string_view(number.whole);
  if (number.point) return pack.numbers().cardinal(whole) + " " + pack.word("point") + " " + decimals(number.fraction, pack);
  const std::string size = std::to_string(number.fraction.size());
  const bool named = pack.find("decimal places", size) != nullptr;
  const auto* plain_comma = pack.find("words", "comma before digits");
  if (plain_comma != nullptr && !named) {
    return pack.numbers().cardinal(whole) + " " + plain_comma->front() + " " + decimals(number.fraction, pack);
  }
  const Noun comma = word_as_noun("words", "comma", pack);
  const Case asked = named && grammatical_case == Case::genitive ? Case::genitive : Case::nominative;
  NumberStyle style = notated("decimal whole", pack);
  style.agreement.grammatical_case = asked;
  const auto category = [&](std::string_view digits) {
    return without_zeros(digits) == "0" ? std::string("many") : pack.numbers().plural_category(digits);
  };
  const std::string head = say_number(style, whole, pack) + " " + form_of(comma, category(whole), asked);
  if (!named) return head + " " + decimals(number.fraction, pack);
  const Noun place = word_as_noun("decimal places", size, pack);
  return head + " " + pack.numbers().cardinal(number.fraction, {Gender::feminine, asked}) + " " +
         form_of(place, category(number.fraction), asked);
}

std::string amount_words(const Number& number, const Agreement& agreement, const Pack& pack) {
  if (!number.fraction.empty()) return decimal_words(number, agreement.grammatical_case, pack);
  return pack.numbers().cardinal(number.whole, agreement);
}

bool begins_with_vowel(const std::string& word) {
  return !word.empty() && std::string_view("aeiou").find(word[0]) != std::string_view::npos;
}

// Whole millions.
bool counts_with_of(const Number& number) {
  return number.fraction.empty() && number.whole.size() > 6 && number.whole.ends_with("000000");
}

// "due milioni di euro": what magnitudes count.
std::string counted_by_magnitude(const std::string& noun, const Pack& pack) {
  const auto* of = pack.find("words", "of");
  return of == nullptr ? noun : of->front() + " " + noun;
}

struct Counted {
  const Noun* noun;
  Agreement agreement;  // the noun's gender is added
};

std::string number_and_noun(const Number& number, Counted counted, const Pack& pack) {
  const Noun* noun = counted.noun;
  const Noun* head = number.magnitude != nullptr ? number.magnitude : noun;
  Agreement agreement = counted.agreement;
  if (head != nullptr) agreement.gender = head->gender;
  std::string words = amount_words(number, agreement, pack);
  if (head == nullptr) return words;
  const std::string& form = form_of(*head, category_of(number, pack), agreement.grammatical_case);
  if (counts_with_of(number) && number.magnitude == nullptr) return words + " " + counted_by_magnitude(form, pack);
  const auto* elision = pack.find("words", "elision");  // "un'ora"
  const bool elided = elision != nullptr && words == elision->front() && begins_with_vowel(form);
  words = elided ? (*elision)[1] + form : words + " " + form;
  if (noun == nullptr || head == noun) return words;
  return words + " " + counted_by_magnitude(noun->many, pack);
}

// One number, or a range of which the noun follows the second.
std::string amount(const Value& value, const Noun* noun, const Pack& pack) {
  Agreement agreement = value.agreement;
  if (!value.to) return sign_words(value.number, pack) + number_and_noun(value.number, {noun, agreement}, pack);
  const Noun* head = value.to->magnitude != nullptr ? value.to->magnitude : noun;
  Agreement from = agreement, to = agreement;
  if (head != nullptr) from.gender = head->gender;
  if (const std::string_view name = pack.notation("range from"); !name.empty())
    from.grammatical_case = agreement_of(name).grammatical_case;
  if (const std::string_view name = pack.notation("range to"); !name.empty())
    to.grammatical_case = agreement_of(name).grammatical_case;
  const std::string first = sign_words(value.number, pack) + amount_words(value.number, from, pack);
  return filled(pack.word("range"), {{"a", first}, {"b", number_and_noun(*value.to, {noun, to}, pack)}});
}

std::string money(const Value& value, const Pack& pack) {
  const Currency& currency = *value.currency;
  const Number& number = value.number;
  const bool parts = !value.to && number.magnitude == nullptr && number.fraction.size() == 2 && currency.minor;
  if (!parts) return amount(value, &currency.major, pack);
  Value whole = value, rest = value;
  whole.number.fraction.clear();
  rest.number = {std::string(without_zeros(number.fraction)), {}};
  if (rest.number.whole == "0") return amount(whole, &currency.major, pack);
  const std::string minor = amount(rest, &*currency.minor, pack);
  if (without_zeros(number.whole) == "0") return sign_words(number, pack) + minor;
  return filled(pack.word("money"), {{"major", amount(whole, &currency.major, pack)}, {"minor", minor}});
}

// Where nouns beside it have a case, a year is an ordinal: "w … dwudziestym pierwszym roku".
std::string year_words(std::string_view digits, const Agreement& agreement, const Pack& pack) {
  return agreement == Agreement() ? pack.numbers().year(value_of(digits)) : pack.numbers().ordinal(digits, agreement);
}

std::string years(const Value& value, const Pack& pack) {
  const std::string first = year_words(value.number.whole, value.agreement, pack);
  if (!value.to) return first;
  return filled(pack.word("range of years"), {{"a", first}, {"b", year_words(value.to->whole, value.agreement, pack)}});
}

std::string fraction(const Value& value, const Pack& pack) {
  const std::size_t slash = value.name.find('/');
  const std::string top = value.name.substr(0, slash), bottom = value.name.substr(slash + 1);
  const auto* listed = pack.find("fractions", value.name);
  const auto* part = pack.find("fractions", "/" + bottom);
  std::string words;
  if (listed != nullptr) {
    words = listed->front();
  } else if (part != nullptr) {
    const Noun noun{part->front(), (*part)[1], part->size() > 2 ? (*part)[2] : (*part)[1], {}, Gender::none};
    Number number{top, {}};
    const Agreement gender = agreement_of(pack.notation("numerator"));
    words = pack.numbers().cardinal(top, gender) + " " + form_of(noun, category_of(number, pack), Case::nominative);
  } else if (const std::string_view style = pack.notation(top == "1" ? "denominator" : "denominators"); !style.empty()) {
    words = pack.numbers().cardinal(top, agreement_of(pack.notation("numerator"))) + " " +
            say_number(style_of(style), bottom, pack);
    if (const auto* ending = pack.find("words", top == "1" ? "denominator" : "denominators")) words += ending->front();
  } else {
    words = pack.numbers().cardinal(top) + " " + pack.word("over") + " " + pack.numbers().cardinal(bottom);
  }
  if (value.number.whole.empty()) return sign_words(value.number, pack) + words;
  return filled(pack.word("mixed"),
                {{"n", sign_words(value.number, pack) + pack.numbers().cardinal(value.number.whole)}, {"f", words}});
}

// `preposition`: the word before it, which may ask for another form ("по седьмое мая").
std::string day_words(std::uint32_t day, std::string_view preposition, const Pack& pack) {
  if (const auto* form = pack.find("day prepositions", preposition))
    return say_number(style_of(form->front()), std::to_string(day), pack);
  const std::string_view first = pack.notation("first day");
  const NumberStyle style = style_of(day == 1 && !first.empty() ? first : pack.notation("day"));
  return say_number(style, std::to_string(day), pack);
}

std::string date(const Value& value, const Pack& pack) {
  std::string day = day_words(value.day, value.name, pack);
  if (value.last_day != 0)
    day = filled(pack.word("range of days"), {{"a", day}, {"b", day_words(value.last_day, value.name, pack)}});
  const std::string& month = pack.month_name(value.month);
  if (value.year == 0) return filled(pack.word("date without year"), {{"d", day}, {"m", month}});
  const std::string year = say_number(notated("date year", pack), std::to_string(value.year), pack);
  return filled(pack.word("date"), {{"d", day}, {"m", month}, {"y", year}});
}

std::string time(const Value& value, const Pack& pack) {
  const Noun* hours = pack.unit("h");
  NumberStyle style = notated("hours", pack);
  style.agreement.grammatical_case = value.agreement.grammatical_case;
  const std::string hour = say_number(style, std::to_string(value.hour), pack);
  const std::string hour_category = category_of({std::to_string(value.hour), {}}, pack);
  const std::string& unit = form_of(*hours, hour_category, value.agreement.grammatical_case);
  const Agreement minutes = agreement_of(pack.notation("minutes"));
  const std::string minute = pack.numbers().cardinal(std::to_string(value.minute), minutes);
  const char* pattern = value.minute == 0 ? "full hour" : value.minute < 10 ? "time below ten" : "time";
  std::string words = filled(pack.word(value.has_second ? "time" : pattern), {{"h", hour}, {"hours", unit}, {"m", minute}});
  if (!value.has_second) return words;
  const Number seconds{std::to_string(value.second), {}};
  return filled(pack.word("seconds"), {{"t", words}, {"s", number_and_noun(seconds, {pack.unit("s"), {}}, pack)}});
}

}  // namespace

std::string filled(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string_view>> places) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    text += pattern.substr(0, open);
    pattern.remove_prefix(open);
    const std::size_t close = pattern.find('}');
    if (close == std::string_view::npos) break;
    for (const auto& [name, words] : places) {
      if (pattern.substr(1, close - 1) == name) text += words;
    }
    pattern.remove_prefix(close + 1);
  }
  return text;
}

std::string category_of(const Number& number, const Pack& pack) {
  if (!number.fraction.empty()) return "fraction";
  return without_zeros(number.whole) == "0" ? "many" : pack.numbers().plural_category(number.whole);
}

std::string say_number(const NumberStyle& style, std::string_view digits, const Pack& pack) {
  if (style.kind == NumberStyle::Kind::year) return pack.numbers().year(value_of(digits));
  if (style.kind == NumberStyle::Kind::ordinal) return pack.numbers().ordinal(digits, style.agreement);
  return pack.numbers().cardinal(digits, style.agreement);
}

std::string spelled(std::string_view letters, const Pack& pack) {
  std::string words;
  for (std::size_t at = 0; at < letters.size();) {
    const CodePoint c = code_point_at(letters, at);
    const std::string letter = ascii_upper(letters.substr(at, c.size));
    const auto* name = pack.find("letters", letter);
    words += (words.empty() ? "" : " ") + (name == nullptr ? letter : name->front());
    at += c.size;
  }
  return words;
}

std::string say(const Value& value, const Pack& pack) {
  const NumberWords& numbers = pack.numbers();
  switch (value.kind) {
    case Kind::cardinal:
    case Kind::decimal:
      return amount(value, nullptr, pack);
    case Kind::percent:
    case Kind::measure:
      return amount(value, value.noun, pack);
    case Kind::money:
      return money(value, pack);
    case Kind::ordinal:
      return numbers.ordinal(value.number.whole, value.agreement);
    case Kind::roman:
      return numbers.cardinal(value.number.whole, value.agreement);
    case Kind::year:
      return years(value, pack);
    case Kind::digits:
      return numbers.one_by_one(value.number.whole);
    case Kind::fraction:
      return fraction(value, pack);
    case Kind::date:
      return date(value, pack);
    case Kind::time:
      return time(value, pack);
    case Kind::initialism:
      return spelled(value.name, pack);
  }
  return {};
}

}  // namespace aloud::packs
