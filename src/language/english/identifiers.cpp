#include <string>
#include <vector>

#include "language/english/recogniser.h"
#include "language/english/written_number.h"

namespace aloud {
namespace {

// Runs of digits with single marks or spaces between: "555-123-4567", "978 3 16 148410 0".
struct Groups {
  std::vector<std::size_t> tokens;  // the digit runs
  std::size_t end = 0, digits = 0;
  bool hyphens = false, spaces = false, dots = false, parentheses = false;
};

constexpr std::size_t kMostGroups = 8;

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
    if (open) {
      groups.parentheses = true;
      groups.end = ++at;
    }
    const bool mark =
        tokens.glued(at) && (tokens.is(at, U'-') || tokens.is(at, U'.') || tokens.is(at, U'–') || tokens.is(at, U'‑'));
    if (mark && tokens.glued(at + 1)) {
      (tokens.is(at, U'.') ? groups.dots : groups.hyphens) = true;
      ++at;
    } else if (tokens.at(at).spaced || open) {
      groups.spaces = groups.spaces || (!open && tokens.is_number(at));
    } else {
      break;
    }
  }
  return groups;
}

std::string read_groups(const Tokens& tokens, const Groups& groups) {
  std::string words;
  for (const std::size_t at : groups.tokens) {
    if (!words.empty()) words += ", ";
    words += digit_by_digit(tokens.str(at));
  }
  return words;
}

std::string shape(const Tokens& tokens, const Groups& groups) {
  std::string sizes;
  for (const std::size_t at : groups.tokens) sizes += static_cast<char>('0' + std::min<std::size_t>(9, tokens.str(at).size()));
  return sizes;
}

// Said digit by digit after one of these: "PIN 1234".
bool names_serial(std::string_view word, const English& english) {
  return word.size() >= 2 && english.tables.serial_names.find(word) != english.tables.serial_names.end();
}

// "ISBN 978-3-16-148410-0", "ISBN: 0-306-40615-X", "PIN 0042".
Hit serial(const Tokens& tokens, std::size_t i, const English& english) {
  if (!names_serial(tokens.str(i), english) || !tokens.begins_clean(i)) return {};
  const std::string_view name = tokens.str(i);
  std::size_t at = i + 1;
  if (tokens.is(at, U'-') && (tokens.is(at + 1, "10") || tokens.is_number(at + 1)) && tokens.digits(at + 1, 2, 2)) at += 2;
  if (tokens.is(at, U'.')) ++at;
  if (tokens.is(at, U':')) ++at;
  if (tokens.is(at, U'#')) ++at;
  const Groups groups = groups_at(tokens, at);
  if (groups.digits < 3 || tokens.is(at, U'(')) return {};
  Hit hit{groups.end, {}, "serial-number"};
  std::string words = read_groups(tokens, groups);
  if ((tokens.is(groups.end, U'-') && tokens.is(groups.end + 1, "X") && tokens.glued(groups.end + 1))) {
    words += ", X";
    hit.end += 2;
  } else if (tokens.is(groups.end, "X") && tokens.glued(groups.end)) {
    words += " X";
    hit.end += 1;
  }
  const bool letters = name[1] < 'a' && name != "PIN" && name != "ZIP";
  if (letters) hit.edits.push_back({tokens.at(i).range, spelled_letters(name)});
  if (tokens.is(i + 1, U'-'))
    hit.edits.push_back({tokens.range(i + 1, i + 3), " " + cardinal(tokens.str(i + 2), english.dialect)});
  hit.edits.push_back({tokens.range(at, hit.end), words});
  return hit;
}

// "1.000.000", as others than English write a million.
bool is_grouped_by_points(const Tokens& tokens, std::size_t first, std::size_t last) {
  bool grouped = tokens.digits(first, 1, 3) && tokens.str(first).front() != '0';
  for (std::size_t at = first + 2; at <= last; at += 2) grouped = grouped && tokens.str(at) == "000";
  return grouped;
}

// "v2.0.1", "2.0.1", "192.168.0.1".
Hit version(const Tokens& tokens, std::size_t i, const English& english) {
  const bool named = tokens.is(i, "v") || tokens.is(i, "V");
  const std::size_t first = named ? i + 1 : i;
  if (!tokens.begins_clean(i) || !tokens.is_number(first) || (named && !tokens.glued(first))) return {};
  if (!tokens.at(i).spaced && (tokens.is(i - 1, U'.') || tokens.is(i - 1, U'-') || tokens.is(i - 1, U','))) return {};
  std::size_t at = first, groups = 1;
  bool small = tokens.digits(at, 1, 3) && tokens.value(at) < 256;
  while (tokens.is(at + 1, U'.') && tokens.glued(at + 1) && tokens.is_number(at + 2) && tokens.glued(at + 2) &&
         groups < kMostGroups) {
    at += 2;
    ++groups;
    small = small && tokens.digits(at, 1, 3) && tokens.value(at) < 256;
  }
  if (groups < (named ? 1U : 3U) || (tokens.glued(at + 1) && !tokens.is_mark(at + 1))) return {};
  if (named && groups == 1 && tokens.str(i) == "V") return {};  // an engine
  if (!named && is_grouped_by_points(tokens, first, at)) return {};
  const bool phone = groups == 3 && tokens.digits(first, 3, 3) && tokens.digits(first + 2, 3, 3) && tokens.digits(at, 4, 4);
  if (phone && !named) return {};
  const bool internet = groups == 4 && small && !named;
  std::string words = named ? "version " : "";
  for (std::size_t group = first; group <= at; group += 2) {
    if (group > first) words += internet ? " dot " : " point ";
    words += internet ? digit_by_digit(tokens.str(group)) : designator_digits(tokens.str(group), english.dialect);
  }
  return say(tokens, i, at + 1, words, internet ? "ip-address" : "version");
}

bool phone_word_before(const Tokens& tokens, std::size_t i, const English& english) {
  for (std::size_t back = 1; back <= 3; ++back) {
    if (names_serial(tokens.str(i - back), english) || tokens.is(i - back, "number") || tokens.is(i - back, "at")) return true;
  }
  return false;
}

// Shapes of groups that are telephone numbers without a word that says so.
bool is_phone(const Tokens& tokens, const Groups& groups, std::size_t i, const English& english) {
  const std::string sizes = shape(tokens, groups);
  const bool joined = groups.hyphens || groups.dots || groups.parentheses || phone_word_before(tokens, i, english);
  if (joined && (sizes == "334" || sizes == "1334")) return true;
  if (groups.hyphens && !groups.spaces && sizes == "324") return true;  // a social security number, read alike
  if (groups.hyphens && sizes == "34") {
    const bool round = tokens.value(groups.tokens[1]) % 100 == 0;
    return phone_word_before(tokens, i, english) || (!round && tokens.value(groups.tokens[0]) >= 200);
  }
  const bool leading_zero = tokens.str(groups.tokens[0]).front() == '0' && tokens.str(groups.tokens[0]).size() >= 2;
  if (leading_zero && groups.tokens.size() >= 2 && groups.digits >= 8 && groups.digits <= 12) return true;
  return groups.hyphens && !groups.spaces && !groups.dots && groups.tokens.size() >= 3 && groups.digits >= 8;
}

// "Austin, TX 78701", "IL 62704-1234".
Hit state_and_zip(const Tokens& tokens, std::size_t i, const English& english) {
  const std::vector<std::string>* state = tokens.str(i).size() == 2 ? english.tables.states.find(tokens.str(i)) : nullptr;
  if (state == nullptr || !tokens.begins_clean(i)) return {};
  if (tokens.digits(i + 1, 5, 5) && tokens.ends_clean(i + 2)) {
    Hit hit = say(tokens, i, i + 1, state->front(), "address");
    std::string zip = digit_by_digit(tokens.str(i + 1));
    hit.end = i + 2;
    if (tokens.is(i + 2, U'-') && tokens.digits(i + 3, 4, 4) && tokens.glued(i + 3)) {
      zip += ", " + digit_by_digit(tokens.str(i + 3));
      hit.end = i + 4;
    }
    hit.edits.push_back({tokens.range(i + 1, hit.end), zip});
    return hit;
  }
  const bool after_city = tokens.is(i - 1, U',') && tokens.capitalised(i - 2);
  const bool ends = tokens.at(i + 1).kind == TokenKind::none || tokens.is_mark(i + 1) || tokens.lower(i + 1);
  return after_city && ends ? say(tokens, i, i + 1, state->front(), "address") : Hit();
}

bool is_street(std::string_view word, const English& english) {
  return english.tables.street_types.find(word) != english.tables.street_types.end();
}

// "1600 Pennsylvania Avenue", "221B Baker Street".
Hit house_number(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.digits(i, 1, 5) || !tokens.at(i).spaced || tokens.str(i).front() == '0') return {};
  std::size_t at = i + 1;
  const bool letter = tokens.glued(at) && tokens.capitalised(at) && tokens.str(at).size() == 1;
  if (letter) ++at;
  if (tokens.glued(at)) return {};
  for (std::size_t names = 0; names < 4; ++names, ++at) {
    if (tokens.is_number(at) && tokens.at(at).spaced &&
        (tokens.is(at + 1, "th") || tokens.is(at + 1, "nd") || tokens.is(at + 1, "rd")))
      ++at;
    if (names > 0 && is_street(tokens.str(at), english)) {
      return say(tokens, i, i + 1, designator_digits(tokens.str(i), english.dialect));
    }
    if (tokens.is(at, U'.') && tokens.glued(at)) continue;
    if (!tokens.capitalised(at) && !tokens.is(at, "th") && !tokens.is(at, "nd") && !tokens.is(at, "rd")) return {};
  }
  return {};
}

}  // namespace

// Serial numbers after their name, versions and IP addresses.
Hit identifier(const Tokens& tokens, std::size_t i, const English& english) {
  if (tokens.is_word(i)) {
    if (Hit hit = serial(tokens, i, english)) return hit;
  }
  return version(tokens, i, english);
}

// Telephone numbers, digit by digit with a pause between groups; formations such as "4-4-2".
Hit telephone(const Tokens& tokens, std::size_t i, const English& english) {
  const bool plus = tokens.is(i, U'+') && tokens.is_number(i + 1) && tokens.glued(i + 1);
  if (tokens.is_mark(i) && !plus && !tokens.is(i, U'(')) return {};
  if (!tokens.begins_clean(i) ||
      (!tokens.at(i).spaced && (tokens.is_range_dash(i - 1) || tokens.is(i - 1, U'.') || tokens.is(i - 1, U','))))
    return {};
  const Groups groups = groups_at(tokens, plus ? i + 1 : i);
  if (groups.tokens.empty() || (tokens.glued(groups.end) && !tokens.is_mark(groups.end))) return {};
  if (tokens.is(groups.end, U'-') && tokens.glued(groups.end) && tokens.is_word(groups.end + 1) &&
      tokens.glued(groups.end + 1)) {
    const bool vanity = shape(tokens, groups) == "13";  // "1-800-FLOWERS"
    return vanity ? say(tokens, i, groups.end + 1, read_groups(tokens, groups) + ", ") : Hit();
  }
  if (plus ? groups.digits >= 7 && groups.digits <= 15 && groups.tokens.size() >= 2 : is_phone(tokens, groups, i, english)) {
    return say(tokens, i, groups.end, (plus ? "plus " : "") + read_groups(tokens, groups));
  }
  const std::string sizes = shape(tokens, groups);
  const bool formation = groups.hyphens && !groups.spaces && !groups.dots && !groups.parentheses && sizes.size() >= 3 &&
                         sizes.find_first_not_of("12") == std::string::npos;
  if (!formation) return {};
  std::string words;
  for (const std::size_t at : groups.tokens) words += (words.empty() ? "" : " ") + cardinal(tokens.str(at), english.dialect);
  return say(tokens, i, groups.end, words, "formation");
}

// States before ZIP codes and after cities; house numbers.
Hit address(const Tokens& tokens, std::size_t i, const English& english) {
  return tokens.is_word(i) ? state_and_zip(tokens, i, english) : house_number(tokens, i, english);
}

}  // namespace aloud
