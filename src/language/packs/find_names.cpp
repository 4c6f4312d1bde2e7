#include <algorithm>

#include "language/characters.h"
#include "language/packs/recognisers.h"
#include "language/packs/verbaliser.h"
#include "language/spoken_form/addresses.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud::packs {
namespace {

constexpr std::size_t kMostAbbreviationTokens = 8;  // "т. е.", "p.es.", "m.in."

// What stands before the words "number", "name" … of an abbreviation's line has to hold.
bool holds(std::string_view condition, const Tokens& tokens, std::size_t begin, std::size_t end) {
  if (condition == "number")
    return tokens.is_number(end) || (tokens.is_word(end) && tokens.str(end).find_first_not_of("IVX") == std::string_view::npos);
  if (condition == "name") return tokens.capitalised(end) && tokens.at(end).spaced;
  if (condition == "word") return tokens.is_word(end) && tokens.at(end).spaced;
  if (condition == "after number") return tokens.is_number(begin - 1) && begin > 0;
  return true;
}

bool has_vowel(std::string_view word) {
  constexpr std::u32string_view kVowels = U"AEIOUYÁÉÍÓÚÝÀÈÌÒÙÂÊÔÄÖÅÜÃÕĄĘĚŮАЕЁИІЇОУЫЭЮЯЄ";
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (kVowels.find(c.value) != std::u32string_view::npos) return true;
    at += c.size;
  }
  return false;
}

}  // namespace

// "ecc.", "p.es.", "т. е.": as the table has them, a condition last.
Hit abbreviation(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (!tokens.begins_clean(i) || !pack.may_begin_abbreviation(tokens.str(i))) return {};
  const PhraseTable& table = pack.table("abbreviations");
  std::size_t end = i + 1;
  while (end - i < kMostAbbreviationTokens &&
         (tokens.glued(end) || (tokens.is_word(end) && (tokens.is(end - 1, U'.') || tokens.str(end - 1).size() <= 3))))
    ++end;
  for (; end > i; --end) {
    const auto* parts = table.find(tokens.str(i, end));
    if (parts == nullptr || !tokens.ends_clean(end)) continue;
    if (parts->size() > 1 && !holds((*parts)[1], tokens, i, end)) continue;
    Hit hit = aloud::say(tokens, i, without_last_stop(tokens, end), parts->front(), "abbreviation");
    return hit;
  }
  return {};
}

// "UE" letter by letter, "NATO" as a word.
Hit initialism(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const std::string_view word = tokens.str(i);
  const std::size_t letters = word.size() > 24 ? 0 : count_code_points(word);
  if (letters < 2 || letters > 8 || !tokens.begins_clean(i) || !tokens.ends_clean(i + 1) || !is_in_capitals(word)) return {};
  if (pack.lists("acronyms", word) || pack.lists("plain words", word)) return {};
  const bool said_in_letters = pack.lists("spelled", word) || !has_vowel(word) || (letters <= 3 && !in_headline(tokens, i));
  if (!said_in_letters) return {};
  Value value;
  value.kind = Kind::initialism;
  value.name = word;
  return hit_of(tokens, i, i + 1, value, pack);
}

// Letters and digits in one: "H2O", "MP3", "A4", "5G".
Hit designator(const Tokens& tokens, std::size_t i, const Pack& pack) {
  constexpr std::size_t kMostParts = 12;
  if (!tokens.begins_clean(i) || !tokens.glued(i + 1) || tokens.is_mark(i)) return {};
  std::string words;
  bool letters = false, digits = false;
  std::size_t at = i;
  for (; (at == i || tokens.glued(at)) && at - i < kMostParts; ++at) {
    std::string part;
    if (tokens.is_word(at)) {
      const std::string_view word = tokens.str(at);
      letters = true;
      part =
          is_in_capitals(word) && (count_code_points(word) <= 3 || !has_vowel(word)) ? spelled(word, pack) : std::string(word);
    } else if (tokens.is_number(at)) {
      digits = true;
      part = tokens.digits(at, 1, 3) && tokens.str(at)[0] != '0' ? pack.numbers().cardinal(tokens.str(at))
                                                                 : pack.numbers().one_by_one(tokens.str(at));
    } else if (const auto subscript = subscript_digit(tokens.at(at).mark); at > i && subscript) {
      digits = true;
      part = pack.numbers().cardinal(std::string(1, *subscript));
    } else {
      break;
    }
    words += (words.empty() ? "" : " ") + part;
  }
  return letters && digits ? aloud::say(tokens, i, at, std::move(words)) : Hit();
}

namespace {

const std::string* mark_name(std::string_view mark, const Pack& pack) {
  const auto* name = pack.find("marks", mark);
  return name == nullptr ? nullptr : &name->front();
}

std::string address_words(const Tokens& tokens, std::size_t i, std::size_t end, const Pack& pack) {
  std::string words;
  for (std::size_t at = i; at < end; ++at) {
    if (!words.empty()) words += ' ';
    const std::string_view part = tokens.str(at);
    if (tokens.is_number(at)) {
      words += pack.numbers().one_by_one(part);
    } else if (tokens.is_mark(at)) {
      words += *mark_name(part, pack);
    } else {
      const bool spell = part.size() <= 2 || pack.lists("spelled", ascii_upper(part)) || !has_vowel(ascii_upper(part));
      words += spell && static_cast<unsigned char>(part[0]) < 0x80 ? spelled(part, pack) : std::string(part);
    }
  }
  return words;
}

bool is_domain(const Tokens& tokens, std::size_t i, const Address& address, const Pack& pack) {
  static const WordSets::Set kDomains = {"com", "org", "net", "edu", "gov", "info", "eu", "it", "nl", "be", "pt", "br",  "pl",
                                         "cz",  "se",  "ru",  "ua",  "de",  "fr",   "es", "ch", "at", "uk", "io", "dev", "int"};
  const std::size_t domain = domain_end(tokens, i, address.end, kDomains);
  return domain != 0 &&
         (domain == address.end || tokens.is(domain, U'/') || tokens.is(domain, U':') || pack.word("at").empty());
}

}  // namespace

// E-mail and web addresses: marks by name, what is no word letter by letter.
Hit electronic(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (!tokens.is_word(i) || !tokens.glued(i + 1) || !tokens.is_mark(i + 1)) return {};
  if (!tokens.at(i).spaced && !is_opening(tokens.at(i - 1).mark)) return {};
  const Address address = address_at(tokens, i, [&](std::string_view mark) { return mark_name(mark, pack) != nullptr; });
  if (address.end <= i + 2) return {};
  if (address.at) {
    std::size_t at = i;
    while (at < address.end && !tokens.is(at, U'@')) ++at;
    if (!is_domain(tokens, at + 1, address, pack)) return {};
    return aloud::say(tokens, i, address.end, address_words(tokens, i, address.end, pack), "e-mail");
  }
  if (!address.scheme && !address.www && !is_domain(tokens, i, address, pack)) return {};
  return aloud::say(tokens, i, address.end, address_words(tokens, i, address.end, pack), "url");
}

}  // namespace aloud::packs
