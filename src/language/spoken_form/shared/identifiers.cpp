#include <algorithm>
#include <string>
#include <vector>

#include "language/spoken_form/shared/language.h"
#include "language/spoken_form/shared/written_number.h"

namespace aloud::shared_rules {
namespace {

constexpr std::size_t kMostGroups = 8;

// Runs of digits with single marks or spaces between: "030/123456", "06 12 34 56 78", "(030) 123-456".
struct Groups {
  std::vector<std::size_t> tokens;  // the digit runs
  std::size_t end = 0, digits = 0;
  bool marks = false, parentheses = false, slash = false;
};

Groups groups_at(const Tokens& tokens, std::size_t i) {
  Groups groups;
  std::size_t at = i;
  while (groups.tokens.size() < kMostGroups) {
    const bool open = tokens.is(at, U'(') && tokens.is_number(at + 1) && tokens.is(at + 2, U')');
    if (open) ++at;
    if (!tokens.is_number(at)) break;
    groups.tokens.push_back(at);
    groups.digits += tokens.str(at).size();
    groups.end = ++at;
    if (open) groups.end = ++at;
    groups.parentheses = groups.parentheses || open;
    const bool mark =
        tokens.glued(at) && (tokens.is(at, U'-') || tokens.is(at, U'.') || tokens.is(at, U'/') || tokens.is(at, U'–'));
    if (mark && tokens.is_number(at + 1) && tokens.glued(at + 1)) {
      groups.marks = true;
      groups.slash = groups.slash || tokens.is(at, U'/');
      ++at;
    } else if (!tokens.at(at).spaced && !open) {
      break;
    }
  }
  return groups;
}

// A group of two digits is a number where the language says telephone numbers in pairs.
std::string group_words(std::string_view digits, const Language& language) {
  const bool pair = digits.size() == 2 && digits.front() != '0' && language.tables.term("telephone pairs") == "yes";
  return pair ? language.grammar.cardinal(digits) : digit_by_digit(digits, language);
}

std::string read_groups(const Tokens& tokens, const Groups& groups, const Language& language) {
  std::string words;
  for (const std::size_t at : groups.tokens) words += (words.empty() ? "" : ", ") + group_words(tokens.str(at), language);
  return words;
}

bool names_serial(std::string_view word, const Language& language) {
  return word.size() >= 2 && language.tables.serial_names.contains(word);
}

bool serial_before(const Tokens& tokens, std::size_t i, const Language& language) {
  for (std::size_t back = 1; back <= 3; ++back) {
    if (names_serial(tokens.str(i - back), language)) return true;
  }
  return false;
}

bool is_telephone(const Tokens& tokens, const Groups& groups, std::size_t i, const Language& language) {
  if (groups.digits < 5 || groups.digits > 15) return false;
  if (serial_before(tokens, i, language)) return true;
  const std::string_view first = tokens.str(groups.tokens.front());
  const std::size_t count = groups.tokens.size();
  if (count < 2 || groups.digits < 7) return false;
  if (first.front() == '0' && first.size() >= 2) return true;
  if (groups.parentheses) return true;
  if (count >= 4 && groups.digits >= 8 && !groups.marks && !written_number(tokens, i, language).grouped)
    return true;  // "91 234 56 78"
  const bool four_and_four = count == 2 && groups.digits == 8 && first.size() == 4 && tokens.is(groups.tokens[0] + 1, U'-');
  if (four_and_four && (tokens.value(groups.tokens[0]) < 1000 || tokens.value(groups.tokens[1]) > 2100)) return true;
  std::size_t longest = 0;
  for (const std::size_t at : groups.tokens) longest = std::max(longest, tokens.str(at).size());
  return groups.marks && !groups.slash && count >= 3 && first.size() >= 3 && tokens.is(groups.tokens[0] + 1, U'-') &&
         longest < 9;
}

// "v2.0.1", "2.0.1", "192.168.0.1".
Hit version(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool named = tokens.is(i, "v") || tokens.is(i, "V");
  const std::size_t first = named ? i + 1 : i;
  if (!tokens.begins_clean(i) || !tokens.is_number(first) || (named && !tokens.glued(first))) return {};
  if (tokens.follows(i, U".-,")) return {};
  std::size_t at = first, groups = 1;
  while (tokens.is(at + 1, U'.') && tokens.glued(at + 1) && tokens.is_number(at + 2) && tokens.glued(at + 2) &&
         groups < kMostGroups) {
    at += 2;
    ++groups;
  }
  if (groups < (named ? 1U : 3U) || !tokens.ends_clean(at + 1)) return {};
  if (!named && written_number(tokens, i, language).grouped) return {};
  std::string words = named ? language.tables.term("version") + " " : "";
  for (std::size_t group = first; group <= at; group += 2) {
    if (group > first) words += " " + language.tables.term("point") + " ";
    words += designator_digits(tokens.str(group), language);
  }
  return say(tokens, i, at + 1, words, groups == 4 ? "ip-address" : "version");
}

// "ISBN 978-3-16-148410-0", "IBAN …", "PIN 0042".
Hit serial(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!names_serial(tokens.str(i), language) || !tokens.begins_clean(i)) return {};
  std::size_t at = i + 1;
  if (tokens.is(at, U'.') && tokens.glued(at)) return {};  // an abbreviation, read elsewhere
  if (tokens.is(at, U':')) ++at;
  const Groups groups = groups_at(tokens, at);
  if (groups.digits < 4 || tokens.is(at, U'(')) return {};
  Hit hit{groups.end, {}, "serial-number"};
  std::string words = read_groups(tokens, groups, language);
  if (tokens.is(groups.end, U'-') && tokens.is(groups.end + 1, "X") && tokens.glued(groups.end + 1)) {
    words += ", X";
    hit.end += 2;
  }
  const bool letters = tokens.str(i)[1] < 'a' && !language.tables.acronyms.contains(tokens.str(i));
  if (letters) hit.edits.push_back({tokens.at(i).range, spelled_letters(tokens.str(i), language)});
  hit.edits.push_back({tokens.range(at, hit.end), words});
  return hit;
}

}  // namespace

// Serial numbers after their name, versions and IP addresses.
Hit identifier(const Tokens& tokens, std::size_t i, const Language& language) {
  if (tokens.is_word(i)) {
    if (Hit hit = serial(tokens, i, language)) return hit;
  }
  return version(tokens, i, language);
}

// Telephone numbers, digit by digit or in pairs, with a pause between groups.
Hit telephone(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool plus = tokens.is(i, U'+') && tokens.is_number(i + 1) && tokens.glued(i + 1);
  if (tokens.is_mark(i) && !plus && !tokens.is(i, U'(')) return {};
  if (!tokens.begins_clean(i) || tokens.follows(i, U"-.,/")) return {};
  const Groups groups = groups_at(tokens, plus ? i + 1 : i);
  if (groups.tokens.empty() || !tokens.ends_clean(groups.end)) return {};
  const bool international = plus && groups.digits >= 7 && groups.digits <= 15;
  if (!international && !is_telephone(tokens, groups, i, language)) return {};
  return say(tokens, i, groups.end, (plus ? language.tables.term("plus") + " " : "") + read_groups(tokens, groups, language));
}

}  // namespace aloud::shared_rules
