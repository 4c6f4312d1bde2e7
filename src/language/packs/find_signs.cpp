#include <algorithm>

#include "language/characters.h"
#include "language/packs/recognisers.h"
#include "language/packs/verbaliser.h"
#include "language/spoken_form/formulas.h"
#include "language/spoken_form/tags.h"

namespace aloud::packs {
namespace {

constexpr std::pair<char32_t, std::string_view> kFractions[] = {
    {U'½', "1/2"}, {U'⅓', "1/3"}, {U'⅔', "2/3"}, {U'¼', "1/4"}, {U'¾', "3/4"}, {U'⅕', "1/5"}, {U'⅖', "2/5"}, {U'⅗', "3/5"},
    {U'⅘', "4/5"}, {U'⅙', "1/6"}, {U'⅚', "5/6"}, {U'⅛', "1/8"}, {U'⅜', "3/8"}, {U'⅝', "5/8"}, {U'⅞', "7/8"}};

std::string_view fraction_sign(char32_t mark) {
  const auto* found =
      std::find_if(std::begin(kFractions), std::end(kFractions), [&](const auto& one) { return one.first == mark; });
  return found == std::end(kFractions) ? std::string_view() : found->second;
}

std::string cardinals(const Tokens& tokens, std::size_t i, const Pack& pack, const std::string& between) {
  return pack.numbers().cardinal(tokens.str(i)) + between +
         pack.numbers().cardinal(tokens.str(i + 2), agreement_of(pack.notation("out of")));
}

// "2019/20", "2019/2020"
Hit season(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const bool years = tokens.digits(i, 4) && tokens.is(i + 1, U'/') && is_joined(tokens, i, i + 3) &&
                     (tokens.digits(i + 2, 2) || tokens.digits(i + 2, 4)) && tokens.value(i) >= 1000;
  if (!years || !tokens.ends_clean(i + 3) || (tokens.glued(i + 3) && tokens.is(i + 3, U'/'))) return {};
  const std::string second =
      tokens.digits(i + 2, 4) ? pack.numbers().year(tokens.value(i + 2)) : pack.numbers().cardinal(tokens.str(i + 2));
  return aloud::say(tokens, i, i + 3, pack.numbers().year(tokens.value(i)) + " " + second, "year");
}

}  // namespace

// "3/4", "½", "2 1/2", "2½".
Hit fraction(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (Hit hit = season(tokens, i, pack)) return hit;
  Value value;
  value.kind = Kind::fraction;
  std::size_t at = i;
  const bool mixed =
      tokens.digits(i, 1, 3) && (!fraction_sign(tokens.at(i + 1).mark).empty() ||
                                 (tokens.at(i + 1).spaced && tokens.digits(i + 1, 1, 2) && tokens.is(i + 2, U'/')));
  if (mixed) {
    value.number.whole = tokens.str(i);
    ++at;
  }
  if (!tokens.begins_clean(i) || tokens.follows(i, U".,:/-")) return {};
  if (const std::string_view sign = fraction_sign(tokens.at(at).mark); !sign.empty()) {
    value.name = sign;
    return hit_of(tokens, i, at + 1, value, pack);
  }
  const bool written =
      tokens.digits(at, 1, 2) && tokens.is(at + 1, U'/') && tokens.digits(at + 2, 1, 3) && is_joined(tokens, at, at + 3);
  if (!written || !tokens.ends_clean(at + 3) || (tokens.glued(at + 3) && (tokens.is(at + 3, U'/') || tokens.is(at + 3, U'-'))))
    return {};
  const std::uint32_t top = tokens.value(at), bottom = tokens.value(at + 2);
  value.name = tokens.str(at, at + 3);
  if (top == 0 || tokens.str(at)[0] == '0' || tokens.str(at + 2)[0] == '0') return {};
  if ((bottom < 2 || top >= bottom) && pack.find("fractions", value.name) == nullptr) {  // "10/10"
    return mixed ? Hit()
                 : aloud::say(tokens, i, at + 3, cardinals(tokens, at, pack, " " + pack.word("out of") + " "), "cardinal");
  }
  return hit_of(tokens, i, at + 3, value, pack);
}

namespace {

bool announces_telephone(const Tokens& tokens, std::size_t i, const Pack& pack) {
  std::size_t before = i - 1;
  while (before < tokens.size() && (tokens.is(before, U':') || tokens.is(before, U'.') || tokens.is(before, U'('))) --before;
  return before < tokens.size() && tokens.is_word(before) && pack.lists("telephone words", tokens.str(before));
}

}  // namespace

// "+39 06 1234567", "tel. 02 123 45 67": digit by digit, a comma between groups.
Hit telephone(const Tokens& tokens, std::size_t i, const Pack& pack) {
  constexpr std::size_t kMostGroups = 8, kFewestDigits = 6, kMostDigits = 16;
  const bool plus = tokens.is(i, U'+') && tokens.glued(i + 1) && tokens.digits(i + 1, 1, 4);
  const bool open = tokens.is(i, U'(') && tokens.digits(i + 1, 2, 5) && tokens.is(i + 2, U')');
  if (!plus && !tokens.is_number(i) && !open) return {};
  if (!plus && !announces_telephone(tokens, i, pack)) return {};
  std::string words = plus ? pack.word("plus") + " " : "";
  std::size_t end = plus || open ? i + 1 : i, groups = 0, digits = 0, last = i;
  for (; groups < kMostGroups && tokens.is_number(end) && digits < kMostDigits; ++groups) {
    digits += tokens.at(end).range.size();
    words += (groups == 0 ? "" : ", ") + pack.numbers().one_by_one(tokens.str(end));
    last = ++end;
    while (
        tokens.is_mark(end) && end - last < 2 &&
        (tokens.is(end, U'-') || tokens.is(end, U'.') || tokens.is(end, U'/') || tokens.is(end, U'(') || tokens.is(end, U')')))
      ++end;
  }
  if (open && groups > 0 && tokens.is(last, U')') && last + 1 > end) ++last;
  if (digits < kFewestDigits || digits > kMostDigits || (plus && groups < 2 && digits < 10) || !tokens.ends_clean(last))
    return {};
  return aloud::say(tokens, i, last, std::move(words));
}

// "1.2.3", "192.168.0.1": parts with the point's name between.
Hit version(const Tokens& tokens, std::size_t i, const Pack& pack) {
  constexpr std::size_t kMostParts = 8;
  if (!tokens.is_number(i) || !tokens.begins_clean(i) || tokens.follows(i, U".,:/")) return {};
  std::size_t end = i + 1, parts = 1;
  std::string words = pack.numbers().cardinal(tokens.str(i));
  while (parts < kMostParts && tokens.is(end, U'.') && tokens.glued(end) && tokens.is_number(end + 1) &&
         tokens.glued(end + 1)) {
    words += " " + pack.word("point") + " " + pack.numbers().cardinal(tokens.str(end + 1));
    end += 2;
    ++parts;
  }
  if (parts < 3 || !tokens.ends_clean(end) || number_at(tokens, i, pack).number.grouped) return {};
  return aloud::say(tokens, i, end, std::move(words));
}

// "#BellaCiao", "@nome".
Hit tag(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (!may_begin_tag(tokens, i) || !tokens.glued(i + 1)) return {};
  const bool hash = tokens.is(i, U'#');
  const TagWords read = tag_words(tokens, i + 1, *&pack.find("marks", "_")->front(),
                                  [&](std::string_view digits) { return pack.numbers().cardinal(digits); });
  if (read.words.empty()) return {};
  return aloud::say(tokens, i, read.end, (hash ? pack.word("hashtag") : pack.find("marks", "@")->front()) + read.words,
                    hash ? "hashtag" : "handle");
}

namespace {

Hit power(const Tokens& tokens, std::size_t i, const Pack& pack) {
  Exponent exponent = superscript_at(tokens, i);
  if (!exponent) exponent = caret_at(tokens, i);
  if (!exponent) return {};
  const std::string digits = pack.numbers().cardinal(exponent.digits);
  if (tokens.at(i).mark != U'^' && !exponent.minus && !follows_base(tokens, i))
    return aloud::say(tokens, i, exponent.end, " " + digits);
  if (!exponent.minus && exponent.digits == "2")
    return aloud::say(tokens, i, exponent.end, " " + pack.word("squared"), "power");
  if (!exponent.minus && exponent.digits == "3") return aloud::say(tokens, i, exponent.end, " " + pack.word("cubed"), "power");
  return aloud::say(tokens, i, exponent.end,
                    " " + pack.word("to the power of") + " " + (exponent.minus ? pack.word("minus") + " " : "") + digits,
                    "power");
}

// "5 x 3", "5 - 3", "10 / 2", "2 * 3": marks that mean something else between words.
Hit between_numbers(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const bool alike = tokens.at(i).spaced == tokens.at(i + 1).spaced;
  if (!alike || i == 0) return {};
  const bool unit_before = tokens.is_word(i - 1) && tokens.is_number(i - 2) && tokens.at(i).spaced;  // "10 cm x 20 cm"
  if (tokens.is(i, "x") && unit_before && tokens.is_number(i + 1))
    return aloud::say(tokens, i, i + 1, pack.word("times"), "mathematics");
  if (!is_operand(tokens, i - 1) || !is_operand(tokens, i + 1)) return {};
  const bool numbers = tokens.is_number(i - 1) && tokens.is_number(i + 1);
  if (tokens.is(i, "x") && numbers) return aloud::say(tokens, i, i + 1, pack.word("times"), "mathematics");
  if (tokens.is(i, U'*') && numbers) return aloud::say(tokens, i, i + 1, pack.word("times"), "mathematics");
  if (!tokens.at(i).spaced || !numbers) return {};
  if (tokens.is_range_dash(i)) return aloud::say(tokens, i, i + 1, pack.word("minus"), "mathematics");
  return tokens.is(i, U'/') ? aloud::say(tokens, i, i + 1, pack.word("divided by"), "mathematics") : Hit();
}

}  // namespace

// Signs by their names, powers, operators.
Hit symbol(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (tokens.is_word(i) && !tokens.is(i, "x")) return {};
  if (Hit hit = power(tokens, i, pack)) return hit;
  if (Hit hit = between_numbers(tokens, i, pack)) return hit;
  if (!tokens.is_mark(i)) return {};
  const char32_t c = tokens.at(i).mark;
  for (std::size_t end = tokens.glued(i + 1) ? i + 2 : i + 1; end > i; --end) {
    const auto* words = pack.find("symbols", tokens.str(i, end));
    if (words == nullptr) continue;
    const bool ascii_operator = c == U'<' || c == U'>' || c == U'=' || c == U'+' || c == U'-';
    if (ascii_operator && !is_operator(tokens, i, end)) return {};
    return aloud::say(tokens, i, end, words->front());
  }
  return {};
}

}  // namespace aloud::packs
