#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <string>
#include <utility>

#include "language/characters.h"
#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/formulas.h"
#include "language/spoken_form/tags.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud::english {
namespace {

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool is_emoji(char32_t c) {
  if (c < 0x203C) return false;
  const auto value = static_cast<UChar32>(c);
  return u_hasBinaryProperty(value, UCHAR_EMOJI_PRESENTATION) ||
         (c >= 0x2600 && u_hasBinaryProperty(value, UCHAR_EXTENDED_PICTOGRAPHIC));
}

std::string character_name(char32_t c) {
  std::array<char, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  const int size =
      u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, name.data(), static_cast<int>(name.size()), &status);
  if (U_FAILURE(status) || size <= 0) return {};
  std::string words;
  for (int at = 0; at < size; ++at) {
    const char letter = name[static_cast<std::size_t>(at)];
    words += letter == '-' ? ' ' : ascii_lower(letter);
  }
  return words;
}

std::string flag_name(char32_t first, char32_t second) {
  std::string region;
  region += static_cast<char>('A' + (first - 0x1F1E6));
  region += static_cast<char>('A' + (second - 0x1F1E6));
  icu::UnicodeString name;
  icu::Locale("", region.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
  std::string country;
  name.toUTF8String(country);
  if (country == region) country = spelled_letters(region);
  return "flag of " + country;
}

Hit emoji(const Tokens& tokens, std::size_t i, const English& english) {
  const char32_t c = tokens.at(i).mark;
  if (is_regional(c) && is_regional(tokens.at(i + 1).mark))
    return say(tokens, i, i + 2, flag_name(c, tokens.at(i + 1).mark), "emoji");
  const auto* listed = english.tables.emoji.find(tokens.str(i));
  if (listed == nullptr && (!is_emoji(c) || english.tables.symbols.find(tokens.str(i)) != nullptr)) return {};
  std::string words = listed != nullptr ? listed->front() : character_name(c);
  if (words.empty()) return {};
  const std::size_t end = is_skin_tone(tokens.at(i + 1).mark) ? i + 2 : i + 1;
  return say(tokens, i, end, std::move(words), "emoji");
}

// "400 BC – 300", "noon–3 p.m.": a dash after a time that is a word.
Hit dash_after_time(const Tokens& tokens, std::size_t i) {
  static constexpr std::string_view kTimes = "BC BCE CE AD noon midnight";
  if (tokens.is(i, U'–') && tokens.is_number(i - 1) && tokens.is(i + 1, "present")) return say(tokens, i, i + 1, "to", "range");
  if (!tokens.is_range_dash(i) || !tokens.is_word(i - 1) || !(tokens.is_number(i + 1) || tokens.is(i + 1, "AD"))) return {};
  if (!is_among(kTimes, tokens.str(i - 1))) return {};
  return say(tokens, i, i + 1, tokens.glued(i) ? " to " : "to", "range");
}

}  // namespace

std::string emoji_name(std::string_view emoji, const Tables& tables) {
  const auto* listed = tables.emoji.find(emoji);
  return listed != nullptr ? listed->front() : character_name(code_point_at(emoji, 0).value);
}

// "#FF5733": a colour, of three or six hexadecimal digits and at least one number among letters.
Hit colour(const Tokens& tokens, std::size_t i) {
  const std::size_t end = tokens.end_of_chunk(i);
  std::size_t last = i + 1;
  while (last < end && !tokens.is_mark(last)) ++last;
  const std::string_view digits = tokens.str(i + 1, last);
  const bool hex = digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  const bool mixed = digits.find_first_of("0123456789") != std::string_view::npos &&
                     digits.find_first_not_of("0123456789") != std::string_view::npos;
  if (!hex || !mixed || (digits.size() != 6 && digits.size() != 3)) return {};
  return say(tokens, i, last, "hash " + spelled_characters(digits), "color");
}

// "$AAPL": the letters of a share.
Hit ticker(const Tokens& tokens, std::size_t i) {
  if (!tokens.is(i, U'$') || !tokens.at(i).spaced || !tokens.is_word(i + 1) || !tokens.glued(i + 1)) return {};
  const std::string_view letters = tokens.str(i + 1);
  for (const char c : letters) {
    if (!is_ascii_upper(c)) return {};
  }
  return letters.size() <= 5 && tokens.ends_clean(i + 2) ? say(tokens, i, i + 2, spelled_letters(letters), "ticker") : Hit();
}

// ":-)", "<3": pictures of marks, standing alone.
Hit emoticon(const Tokens& tokens, std::size_t i) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 18> kPictures = {{{":-)", "smiling face"},
                                                                                          {":)", "smiling face"},
                                                                                          {"=)", "smiling face"},
                                                                                          {";-)", "winking face"},
                                                                                          {";)", "winking face"},
                                                                                          {":-(", "frowning face"},
                                                                                          {":(", "frowning face"},
                                                                                          {":-D", "grinning face"},
                                                                                          {":D", "grinning face"},
                                                                                          {":-P", "face with tongue"},
                                                                                          {":P", "face with tongue"},
                                                                                          {":-/", "skeptical face"},
                                                                                          {":'(", "crying face"},
                                                                                          {":-O", "surprised face"},
                                                                                          {"<3", "heart"},
                                                                                          {"</3", "broken heart"},
                                                                                          {"^_^", "happy face"},
                                                                                          {"-_-", "expressionless face"}}};
  if (!tokens.at(i).spaced) return {};
  const bool operand =
      tokens.is_number(i - 1) || (tokens.is_word(i - 1) && tokens.str(i - 1).size() == 1 && !tokens.is(i - 1, "I"));
  if (tokens.is(i, U'<') && operand) return {};  // "a <3"
  std::size_t end = i + 1;
  while (end < i + 3 && tokens.glued(end)) ++end;
  if (!tokens.ends_chunk(end)) return {};
  for (const auto& [picture, name] : kPictures) {
    if (tokens.str(i, end) == picture) return say(tokens, i, end, name, "emoticon");
  }
  return {};
}

// "5! = 120", "n! / 2": a factorial, between a number or a variable and a sign.
Hit factorial(const Tokens& tokens, std::size_t i) {
  if (!tokens.is(i, U'!') || !tokens.glued(i) || !is_operand(tokens, i - 1) || !tokens.is_mark(i + 1)) return {};
  const char32_t next = tokens.at(i + 1).mark;
  const bool sign = std::u32string_view(U"=+−×/÷*").find(next) != std::u32string_view::npos;
  return sign && !(tokens.glued(i + 1) && next == U'=') ? say(tokens, i, i + 1, "factorial") : Hit();
}

// "C++", "f++".
Hit plus_plus(const Tokens& tokens, std::size_t i) {
  const bool pair =
      tokens.is(i, U'+') && tokens.is(i + 1, U'+') && tokens.glued(i) && tokens.glued(i + 1) && tokens.is_word(i - 1);
  return pair && !(tokens.glued(i + 2) && tokens.is(i + 2, U'+')) ? say(tokens, i, i + 2, "plus plus") : Hit();
}

// "#BlackLivesMatter", "#5", "@handle".
Hit tag(const Tokens& tokens, std::size_t i, const English& english) {
  if (!may_begin_tag(tokens, i)) return {};
  const bool hash = tokens.is(i, U'#');
  if (hash && tokens.glued(i + 1)) {
    if (Hit hit = colour(tokens, i)) return hit;
  }
  if (hash && tokens.is_number(i + 1)) {
    const std::size_t end = i + 2, last = end + 1;
    const bool range = tokens.is_range_dash(end) && tokens.glued(end) && tokens.is_number(last) && tokens.glued(last) &&
                       tokens.value(last) > tokens.value(i + 1) && tokens.ends_clean(last + 1);  // "#6–8"
    if (range) {
      return say(
          tokens, i, last + 1,
          "numbers " + cardinal(tokens.str(i + 1), english.dialect) + " to " + cardinal(tokens.str(last), english.dialect),
          "number");
    }
    if (tokens.ends_clean(end)) return say(tokens, i, end, "number " + cardinal(tokens.str(i + 1), english.dialect), "number");
  }
  if (!tokens.glued(i + 1)) return hash ? Hit() : say(tokens, i, i + 1, "at", "symbol");
  const TagWords read = tag_words(tokens, i + 1, "underscore",
                                  [&](std::string_view digits) { return designator_digits(digits, english.dialect); });
  if (read.words.empty()) return {};
  return say(tokens, i, read.end, (hash ? "hashtag" : "at") + read.words, hash ? "hashtag" : "handle");
}

// "f***", "s**t", "f***ing": the letters that are there, and "bleep".
Hit censored(const Tokens& tokens, std::size_t i, const English&) {
  if (!tokens.is_word(i) || !tokens.at(i).spaced || tokens.str(i).size() > 3 || !tokens.is(i + 1, U'*') || !tokens.glued(i + 1))
    return {};
  std::size_t at = i + 1;
  while (tokens.is(at, U'*') && tokens.glued(at) && at - i < 12) ++at;
  const std::string_view tail = tokens.glued(at) && tokens.is_word(at) ? tokens.str(at) : std::string_view();
  if (at - i < 3 && (tail.empty() || tail.front() < 'a')) return {};
  std::string words = spelled_letters(tokens.str(i)) + " bleep";
  if (!tail.empty()) ++at;
  if (tail == "ing" || tail == "er" || tail == "ed" || tail == "ers" || tail == "s") words += tail;
  return say(tokens, i, at, std::move(words));
}

namespace {

// "C3–C5", "Q1-Q3": from one to another of a kind. `i` is the dash.
Hit range_of_a_kind(const Tokens& tokens, std::size_t i) {
  if (!tokens.is_range_dash(i) || !tokens.glued(i) || !tokens.glued(i + 1)) return {};
  const bool first =
      tokens.is_number(i - 1) && tokens.glued(i - 1) && tokens.single_capital(i - 2) && tokens.begins_clean(i - 2);
  const bool second =
      tokens.single_capital(i + 1) && tokens.is_number(i + 2) && tokens.glued(i + 2) && tokens.ends_clean(i + 3);
  return first && second && tokens.str(i - 2) == tokens.str(i + 1) ? say(tokens, i, i + 1, "to", "range") : Hit();
}

}  // namespace

// Signs and emoji by their names.
Hit symbol(const Tokens& tokens, std::size_t i, const English& english) {
  if (Hit hit = emoji(tokens, i, english)) return hit;
  if (Hit hit = emoticon(tokens, i)) return hit;
  if (Hit hit = ticker(tokens, i)) return hit;
  if (Hit hit = dash_after_time(tokens, i)) return hit;
  if (Hit hit = plus_plus(tokens, i)) return hit;
  if (Hit hit = factorial(tokens, i)) return hit;
  if (Hit hit = range_of_a_kind(tokens, i)) return hit;
  const char32_t c = tokens.at(i).mark;
  for (std::size_t end = tokens.glued(i + 1) ? i + 2 : i + 1; end > i; --end) {
    const auto* words = english.tables.symbols.find(tokens.str(i, end));
    if (words == nullptr) continue;
    const bool ascii_operator = c == U'<' || c == U'>' || c == U'=' || c == U'+' || c == U'-' || c == U'!';
    const bool after_word =
        tokens.is_word(i - 1) && (tokens.at(i - 1).spaced || tokens.begins_clean(i - 1));  // "LGBTQ+", "Na+"
    const bool or_more =
        c == U'+' && tokens.glued(i) && (tokens.is_number(i - 1) || after_word) && tokens.ends_chunk(end);  // "65+"
    if (or_more) return say(tokens, i, end, words->front());
    if (ascii_operator && !is_operator(tokens, i, end)) return {};
    return say(tokens, i, end, words->front());
  }
  return {};
}

}  // namespace aloud::english
