#include <algorithm>
#include <string>

#include "language/characters.h"
#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/roman_value.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud::english {
namespace {

bool has_vowel(std::string_view word) { return word.find_first_of("AEIOUY") != std::string_view::npos; }

bool is_vowel(char c) { return std::string_view("AEIOUY").find(c) != std::string_view::npos; }

// Whether an English word may begin (or, with `cluster` reversed by its place, end) with these consonants.
bool begins_words(std::string_view cluster) {
  static constexpr std::string_view kOnsets =
      "BL BR CH CL CR CHR DR DW FL FR GL GR GH KL KN KR PH PL PR PS RH SC SCH SCR SH SHR SK SL SM SN SP SPL SPR SQ ST STR SW "
      "TH THR TR TW WH WR";
  return cluster.size() < 2 || is_among(kOnsets, cluster);
}

bool ends_words(std::string_view cluster) {
  static constexpr std::string_view kCodas =
      "BS CH CK CKS CT CTS DS FF FT FTS GHT GHTS GS KS LB LD LDS LF LK LKS LL LLS LM LMS LP LPS LS LT LTS LVE MB MP MPS MS NC "
      "NCH ND NDS NG NGS NK NKS NS NT NTS PS PT PTS RB RC RCH RD RDS RF RG RK RKS RL RLS RM RMS RN RNS RP RPS RS RST RT RTS "
      "RTH SH SK SKS SM SMS SP SPS SS ST STS TCH TH THS TS TT TTS TZ WN WNS WS X XT BB DD GG NN RR ZZ";
  return cluster.size() < 2 || is_among(kCodas, cluster);
}

// Whether capitals of an unknown word could be said as one: no cluster of consonants that English has not, no two like vowels
// at the start.
bool can_be_said(std::string_view word) {
  if (word.size() >= 2 && is_vowel(word[0]) && word[0] == word[1] && word[0] != 'E' && word[0] != 'O') return false;
  const std::size_t first = word.find_first_of("AEIOUY"), last = word.find_last_of("AEIOUY");
  if (first == std::string_view::npos) return false;
  if (word.find('Q') != std::string_view::npos && word.find("QU") == std::string_view::npos) return false;
  return begins_words(word.substr(0, first)) && ends_words(word.substr(last + 1));
}

enum class Said : unsigned char { spelled, as_word };

Said how_said(const Tokens& tokens, std::size_t i, std::string_view word, const English& english) {
  if (english.tables.acronyms.contains(word)) return Said::as_word;
  if (word == "WHO") return after_article(tokens, i) ? Said::spelled : Said::as_word;
  if (!has_vowel(word)) return Said::spelled;
  const bool headline = in_headline(tokens, i);
  if (english.tables.plain_words.contains(word) || headline) {
    return english.tables.spelled.contains(word) && !english.tables.plain_words.contains(word) ? Said::spelled : Said::as_word;
  }
  if (english.tables.spelled.contains(word)) return Said::spelled;
  return word.size() <= 3 || (word.size() <= 6 && !can_be_said(word)) ? Said::spelled : Said::as_word;
}

// Letters of a designator: capitals apart, words of small letters as they are.
std::string designator_letters(std::string_view word, bool spell) {
  if (!spell) return std::string(word);
  const bool short_capitals = is_ascii_capitals(word) && (word.size() <= 3 || !has_vowel(word));
  const bool element = word.size() == 2 && is_ascii_upper(word[0]) && is_ascii_lower(word[1]);
  bool formula = word.size() <= 6 && word.size() >= 3;  // "NaOH" beside a digit
  std::size_t capitals = 0;
  for (const char c : word) {
    formula = formula && is_ascii_letter(c);
    capitals += is_ascii_upper(c) ? 1U : 0U;
  }
  formula = formula && capitals * 2 >= word.size() && word[0] <= 'Z';
  return short_capitals || element || formula || word.size() == 1 ? spelled_letters(word) : std::string(word);
}

// "Se7en" is no formula.
bool holds_small_word(const Tokens& tokens, std::size_t i) {
  constexpr std::size_t kMostParts = 8;
  for (std::size_t part = i; part < i + kMostParts && (part == i || tokens.glued(part)) && !tokens.is_mark(part); ++part) {
    const std::string_view word = tokens.is_word(part) ? tokens.str(part) : std::string_view();
    if (word.size() >= 2 && word[0] >= 'a') return true;
  }
  return false;
}

// The digits of "₁₂", four at the most. `at` goes on to the last.
std::string subscript_number(const Tokens& tokens, std::size_t& at) {
  std::string number;
  for (; number.size() < 4; ++at) {
    const auto digit = subscript_digit(tokens.at(at).mark);
    if (!digit) break;
    number += *digit;
  }
  --at;
  return number;
}

// A point between digits that glue to letters before them, and after which nothing more is glued: "PM2.5", "GPT3.5".
bool is_decimal_point(const Tokens& tokens, std::size_t i) {
  return tokens.is(i, U'.') && tokens.glued(i) && tokens.is_number(i - 1) && tokens.digits(i + 1, 1, 2) &&
         tokens.glued(i + 1) && tokens.ends_chunk(i + 2);
}

}  // namespace

// Letters and digits in one: "H2O", "CO₂", "MP3", "A380", "4S". Letters are spelled, digits said as a short number.
Hit designator(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.begins_clean(i) || !tokens.glued(i + 1)) return {};
  if (tokens.follows(i, U".'")) return {};
  const bool spell = !holds_small_word(tokens, i);
  std::string words;
  std::size_t at = i;
  bool letters = false, digits = false;
  for (; at == i || tokens.glued(at); ++at) {
    if (at - i > 24) return {};
    std::string part;
    const bool plural =
        letters && digits && tokens.is(at, "s") && tokens.is_number(at - 1) && !tokens.glued(at + 1);  // "A380s"
    if (plural) {
      words = plural_of_words(std::move(words));
      continue;
    }
    if (tokens.is_word(at)) {
      letters = true;
      part = designator_letters(tokens.str(at), spell);
    } else if (tokens.is_number(at)) {
      digits = true;
      const bool code = at > i && tokens.lower(at - 1) && tokens.str(at - 1).size() > 1 && tokens.digits(at, 4, 9);  // "ab9453"
      part = code ? digit_by_digit(tokens.str(at)) : designator_digits(tokens.str(at), english.dialect);
    } else if (letters && is_decimal_point(tokens, at)) {  // "PM2.5"
      part = "point " + designator_digits(tokens.str(at + 1), english.dialect);
      ++at;
    } else if (at > i && subscript_digit(tokens.at(at).mark)) {
      digits = true;
      part = cardinal(subscript_number(tokens, at), english.dialect);
    } else {
      break;
    }
    words += (words.empty() ? "" : " ") + part;
  }
  if (!letters || !digits) return {};
  return say(tokens, i, at, std::move(words));
}

// "OpenAI", "mRNA", "macOS": capitals at the end of another word are said apart from it.
Hit joined_capitals(const Tokens& tokens, std::size_t i, const English& english) {
  std::string_view word = tokens.str(i);
  if (word.size() < 3 || word.size() > 20 || !tokens.begins_clean(i) || !tokens.ends_clean(i + 1)) return {};
  const bool plural = word.back() == 's';
  if (plural) word.remove_suffix(1);
  std::size_t tail = word.size();
  while (tail > 0 && is_ascii_upper(word[tail - 1])) --tail;
  if (tail == 0 || word.size() - tail < 2 || !is_ascii_lower(word[tail - 1])) return {};
  const std::string_view capitals = word.substr(tail), head = word.substr(0, tail);
  if (how_said(tokens, i, capitals, english) != Said::spelled) return {};
  const std::string first = head.size() == 1 ? spelled_letters(head) : std::string(head);
  return say(tokens, i, i + 1, first + " " + spelled_letters(capitals) + (plural ? "'s" : ""));
}

// "FBI" letter by letter, "NASA" as a word, "CEOs", "NASA's".
Hit initialism(const Tokens& tokens, std::size_t i, const English& english) {
  if (Hit hit = joined_capitals(tokens, i, english)) return hit;
  std::string_view word = tokens.str(i);
  if (word.size() < 2 || word[1] > 'Z' || word[0] > 'Z' || word.size() > 9 || !tokens.begins_clean(i)) return {};
  const bool plural = word.size() >= 3 && word.back() == 's' && is_ascii_capitals(word.substr(0, word.size() - 1));
  if (plural) word.remove_suffix(1);
  if (!is_ascii_capitals(word)) return {};
  if (tokens.glued(i + 1) && (tokens.is_number(i + 1) || tokens.is(i + 1, U'*'))) return {};
  const bool small_roman = word.find_first_not_of("IVX") == std::string_view::npos && word.size() >= 2;
  if (small_roman && roman_value(word) != 0 && !plural && word != "IV" && word != "XX" && word != "XI" && word != "VI") {
    const bool article = after_article(tokens, i);  // "the XVIII Airborne Corps"
    const std::uint32_t value = roman_value(word);
    return say(tokens, i, i + 1, article ? ordinal(value, english.dialect) : cardinal(value, english.dialect), "roman-numeral");
  }
  const bool possessive = tokens.is(i + 1, U'\'') && tokens.glued(i + 1) && tokens.is(i + 2, "s") && tokens.glued(i + 2);
  if (word.size() >= 4 && roman_value(word) >= 1500 && roman_value(word) < 2100) {
    return say(tokens, i, i + 1, year(roman_value(word), english.dialect), "roman-numeral");
  }
  const Said said = how_said(tokens, i, word, english);
  if (said == Said::spelled) {
    // "C E O's" for "CEOs": eSpeak NG takes "Os" for a word.
    const bool owners = plural && tokens.is(i + 1, U'\'') && tokens.glued(i + 1) && !tokens.glued(i + 2) && tokens.lower(i + 2);
    return say(tokens, i, owners ? i + 2 : i + 1, spelled_letters(word) + (plural ? "'s" : ""));  // "the MPs' wives"
  }
  const bool listed = english.tables.acronyms.contains(word);
  if (!possessive && !(plural && listed) && !(word.size() <= 3 && listed)) return {};
  // eSpeak NG drops the ending of "NASA's", not of "Nasa's", and spells short words in capitals ("RAM").
  const std::string lower = listed && word.size() <= 3 ? ascii_lower(word) : with_capital(ascii_lower(word));
  return say(tokens, i, i + 1, lower + (plural ? "s" : ""), "acronym");
}

}  // namespace aloud::english
