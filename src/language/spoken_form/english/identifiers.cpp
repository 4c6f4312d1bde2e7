#include <array>
#include <string>
#include <utility>
#include <vector>

#include "language/characters.h"
#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::english {
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
    if (open) {
      ++at;
    } else if (tokens.is(at, U'(')) {
      break;
    }
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
    } else if (tokens.at(at).spaced && groups.hyphens && groups.tokens.size() >= 3 && groups.digits >= 10) {
      break;  // "1-800-555-0199 24 hours a day"
    } else if (tokens.at(at).spaced || open || (tokens.is(at, U'(') && groups.tokens.size() == 1)) {
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
    // "1-800" has a round number, "eight hundred".
    const bool toll_free = tokens.str(at) == "800" && !groups.tokens.empty() && at != groups.tokens.front() &&
                           tokens.str(groups.tokens.front()) == "1" && at == groups.tokens[1];
    words += toll_free ? "eight hundred" : digit_by_digit(tokens.str(at));
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
  return word.size() >= 2 && english.tables.serial_names.contains(word);
}

// "ISBN 978-3-16-148410-0", "ISBN: 0-306-40615-X", "PIN 0042".
Hit serial(const Tokens& tokens, std::size_t i, const English& english) {
  if (!names_serial(tokens.str(i), english) || !tokens.begins_clean(i)) return {};
  const std::string_view name = tokens.str(i);
  std::size_t at = i + 1;
  if (tokens.is(at, U'-') && (tokens.is(at + 1, "10") || tokens.is_number(at + 1)) && tokens.digits(at + 1, 2)) at += 2;
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
  if (tokens.follows(i, U".-,")) return {};
  std::size_t at = first, groups = 1;
  bool small = tokens.digits(at, 1, 3) && tokens.value(at) < 256;
  while (tokens.is(at + 1, U'.') && tokens.glued(at + 1) && tokens.is_number(at + 2) && tokens.glued(at + 2) &&
         groups < kMostGroups) {
    at += 2;
    ++groups;
    small = small && tokens.digits(at, 1, 3) && tokens.value(at) < 256;
  }
  if (groups < (named ? 1U : 3U) || !tokens.ends_clean(at + 1)) return {};
  if (named && groups == 1 && tokens.str(i) == "V") return {};  // an engine
  if (!named && is_grouped_by_points(tokens, first, at)) return {};
  const bool phone = groups == 3 && tokens.digits(first, 3) && tokens.digits(first + 2, 3) && tokens.digits(at, 4);
  if (phone && !named) return {};
  const bool internet = groups == 4 && small && !named;
  std::string words = named ? "version " : "";
  for (std::size_t group = first; group <= at; group += 2) {
    if (group > first) words += internet ? " dot " : " point ";
    words += internet ? digit_by_digit(tokens.str(group)) : designator_digits(tokens.str(group), english.dialect);
  }
  return say(tokens, i, at + 1, words, internet ? "ip-address" : "version");
}

// "787-9", "747-400", "777-300ER", "737-800s": Boeing's airliners are 7x7, and after a maker's name other numbers are so too.
Hit airliner(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.digits(i, 3) || !tokens.begins_clean(i) || !tokens.is(i + 1, U'-') || !tokens.glued(i + 1)) return {};
  if (!tokens.digits(i + 2, 1, 3) || !tokens.glued(i + 2) || (!tokens.at(i).spaced && tokens.is_range_dash(i - 1))) return {};
  const std::string_view family = tokens.str(i);
  const bool boeing = family.front() == '7' && family.back() == '7';
  const bool named = tokens.is(i - 1, "Boeing") || tokens.is(i - 1, "Airbus") || tokens.is(i - 1, "Douglas");
  const bool range = tokens.value(i + 2) > tokens.value(i) && tokens.value(i + 2) % 100 != 0;  // "pages 747-760"
  if (!named && (!boeing || range)) return {};
  std::string words = designator_digits(family, english.dialect) + " " + designator_digits(tokens.str(i + 2), english.dialect);
  std::size_t end = i + 3;
  if (tokens.glued(end) && tokens.is(end, "s")) {
    words = plural_of_words(std::move(words));
    ++end;
  } else if (tokens.glued(end) && tokens.is_word(end)) {
    if (tokens.str(end).size() > 3 || is_ordinal_ending(tokens.str(end))) return {};
    words += " " + spelled_letters(tokens.str(end++));
  }
  const bool more = tokens.glued(end) && (!tokens.is_mark(end) || (tokens.is(end, U'-') && tokens.is_number(end + 1)));
  return more ? Hit() : say(tokens, i, end, std::move(words), "designator");
}

// "0x1F": a hexadecimal number, character by character.
Hit hexadecimal(const Tokens& tokens, std::size_t i) {
  if (tokens.str(i) != "0" || !tokens.begins_clean(i) || !tokens.glued(i + 1) || tokens.str(i + 1).substr(0, 1) != "x")
    return {};
  constexpr std::size_t kLongest = 24;  // tokens
  std::size_t end = i + 1;
  while (end - i < kLongest && tokens.glued(end) && !tokens.is_mark(end)) ++end;
  const std::string_view digits = tokens.str(i + 1, end).substr(1);
  const bool hex = digits.size() >= 2 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  const bool size =
      tokens.str(i + 1) == "x" && digits.size() < 4 && digits.find_first_of("abcdefABCDEF") == std::string_view::npos;
  if (!hex || size || !tokens.ends_clean(end)) return {};
  return say(tokens, i, end, "zero x " + spelled_characters(digits), "serial-number");
}

// "B.1.1.7", "BA.2.75", "XBB.1.5": a lineage or a section, capitals and numbers with periods between.
Hit lineage(const Tokens& tokens, std::size_t i, const English& english) {
  const std::string_view letters = tokens.str(i);
  if (!is_ascii_capitals(letters) || letters.size() > 3 || !tokens.begins_clean(i) || tokens.follows(i, U".")) return {};
  if (is_among("NO PP VOL FIG CH SEC", letters)) return {};
  std::string words = spelled_letters(letters);
  std::size_t at = i, groups = 0;
  while (groups < kMostGroups && tokens.is(at + 1, U'.') && tokens.glued(at + 1) && tokens.digits(at + 2, 1, 3) &&
         tokens.glued(at + 2)) {
    at += 2;
    ++groups;
    words += " point " + designator_digits(tokens.str(at), english.dialect);
  }
  if (groups == 0 || !tokens.ends_clean(at + 1)) return {};
  return say(tokens, i, at + 1, std::move(words), "version");
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
  const bool serial = names_serial(tokens.str(i - 2), english) && tokens.is(i - 1, "is");  // "the ISSN is 2049-3630"
  if (serial && groups.hyphens && groups.digits >= 6) return true;
  if (joined && (sizes == "334" || sizes == "1334")) return true;
  if (groups.hyphens && !groups.spaces && sizes == "324") return true;  // a social security number, read alike
  if (!groups.hyphens && !groups.dots && sizes == "4444") return true;  // a card
  if (groups.hyphens && sizes == "34") {
    const bool extended = tokens.str(groups.tokens[0]) == "555" || tokens.is(groups.end, "ext") || tokens.is(groups.end, "x");
    if (extended) return true;
    const bool round = tokens.value(groups.tokens[1]) % 100 == 0;
    return phone_word_before(tokens, i, english) || (!round && tokens.value(groups.tokens[0]) >= 200);
  }
  const bool leading_zero = tokens.str(groups.tokens[0]).front() == '0' && tokens.str(groups.tokens[0]).size() >= 2;
  if (leading_zero && groups.tokens.size() >= 2 && groups.digits >= 8 && groups.digits <= 12) return true;
  return groups.hyphens && !groups.spaces && !groups.dots && groups.tokens.size() >= 3 && groups.digits >= 8;
}

bool is_street(std::string_view word, const English& english) { return english.tables.street_types.contains(word); }

// "N", "S.", "NW" of a street; null for other tokens.
const char* direction_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 8> kDirections = {{{"N", "North"},
                                                                                           {"S", "South"},
                                                                                           {"E", "East"},
                                                                                           {"W", "West"},
                                                                                           {"NE", "North East"},
                                                                                           {"NW", "North West"},
                                                                                           {"SE", "South East"},
                                                                                           {"SW", "South West"}}};
  for (const auto& [written, said] : kDirections) {
    if (word == written) return said;
  }
  return nullptr;
}

// How the kind of street that ends an address is said in full; empty for one that is written so.
std::string street_type_words(std::string_view type, const English& english) {
  const auto* words = english.tables.streets.find(with_capital(ascii_lower(type)));
  return words == nullptr ? std::string() : words->front();
}

// "1600 Pennsylvania Avenue", "221B Baker Street", "708 N 1st St": with the directions and the kind of street read out.
Hit house_number(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.digits(i, 1, 5) || !tokens.at(i).spaced || tokens.str(i).front() == '0') return {};
  std::size_t at = i + 1;
  const bool letter = tokens.glued(at) && tokens.single_capital(at);
  if (letter) ++at;
  if (tokens.glued(at)) return {};
  Hit hit;
  hit.rule = "address/street";
  hit.edits.push_back({tokens.range(i, i + 1), designator_digits(tokens.str(i), english.dialect)});
  for (std::size_t names = 0; names < 5; ++names) {
    const char* direction = direction_of(tokens.str(at));
    const std::size_t stop = tokens.is(at + 1, U'.') && tokens.glued(at + 1) ? at + 2 : at + 1;
    if (names > 0 && is_street(tokens.str(at), english)) {
      const std::string type = street_type_words(tokens.str(at), english);
      const bool ends_text = stop >= tokens.size() || (tokens.capitalised(stop) && direction_of(tokens.str(stop)) == nullptr);
      const std::size_t end = ends_text ? at + 1 : stop;
      if (!type.empty()) hit.edits.push_back({tokens.range(at, end), type});
      hit.end = type.empty() ? at + 1 : end;
      const char* after = direction_of(tokens.str(hit.end));  // "16th St NW"
      if (after != nullptr && !tokens.is(hit.end, "S") && tokens.at(hit.end).spaced) {
        hit.edits.push_back({tokens.range(hit.end, hit.end + 1), after});
        ++hit.end;
      }
      return hit;
    }
    if (direction != nullptr && tokens.at(at).spaced) {
      hit.edits.push_back({tokens.range(at, stop), direction});
      at = stop;
    } else if (tokens.is_number(at) && tokens.at(at).spaced && tokens.glued(at + 1) && is_ordinal_ending(tokens.str(at + 1))) {
      hit.edits.push_back({tokens.range(at, at + 2), ordinal(tokens.str(at), english.dialect)});
      at += 2;
    } else if (tokens.capitalised(at)) {
      at = tokens.is(at + 1, U'.') && tokens.glued(at + 1) && tokens.str(at).size() <= 3 ? stop : at + 1;
    } else {
      return {};
    }
  }
  return {};
}

// Two digits of a business year.
std::string business_year(const Tokens& tokens, std::size_t i, Dialect dialect) {
  const std::uint32_t value = tokens.value(i);
  return year(tokens.digits(i, 2) ? value + (value < 60 ? 2000 : 1900) : value, dialect);
}

// "FY23", "FY 2023", "2Q22", "Q3'24": years and quarters of a business.
Hit quarter(const Tokens& tokens, std::size_t i, const English& english) {
  const auto is_year = [&](std::size_t at) {
    return (tokens.digits(at, 2) || tokens.digits(at, 4)) && tokens.ends_clean(at + 1);
  };
  if (!tokens.begins_clean(i)) return {};
  if (tokens.is(i, "FY") && tokens.digits(i + 1, 4)) return say(tokens, i, i + 1, "fiscal year", "quarter");
  const bool shortened =
      tokens.is(i, "FY") && tokens.is(i + 1, U'\'') && tokens.glued(i + 1) && tokens.glued(i + 2);  // "FY'21"
  if (shortened && is_year(i + 2)) {
    return say(tokens, i, i + 3, "fiscal year " + business_year(tokens, i + 2, english.dialect), "quarter");
  }
  if (tokens.is(i, "FY") && is_year(i + 1)) {
    return say(tokens, i, i + 2, "fiscal year " + business_year(tokens, i + 1, english.dialect), "quarter");
  }
  const bool apostrophe = tokens.is(i + 2, U'\'') && tokens.glued(i + 2) && tokens.glued(i + 3) && is_year(i + 3);
  if (tokens.is(i, "Q") && tokens.digits(i + 1, 1) && tokens.glued(i + 1) && apostrophe) {
    return say(tokens, i, i + 4,
               "Q " + cardinal(tokens.value(i + 1), english.dialect) + " " + business_year(tokens, i + 3, english.dialect),
               "quarter");
  }
  const bool half = tokens.is(i + 1, "H") && (tokens.value(i) == 1 || tokens.value(i) == 2) && tokens.glued(i + 2);  // "1H20"
  const bool part = half || (tokens.is(i + 1, "Q") && tokens.value(i) >= 1 && tokens.value(i) <= 4);
  if (tokens.digits(i, 1) && part && tokens.glued(i + 1)) {
    const bool article = after_article(tokens, i);
    const std::string words =
        (article ? "" : "the ") + ordinal(tokens.value(i), english.dialect) + (half ? " half" : " quarter");
    if (tokens.glued(i + 2) && is_year(i + 2)) {
      return say(tokens, i, i + 3, words + " of " + business_year(tokens, i + 2, english.dialect), "quarter");
    }
    return tokens.ends_clean(i + 2) ? say(tokens, i, i + 2, words, "quarter") : Hit();
  }
  return {};
}

bool is_hex(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// "00:1A:2B:3C:4D:5E": six pairs, said one by one.
Hit hardware_address(const Tokens& tokens, std::size_t i) {
  constexpr std::size_t kSize = 17;  // bytes
  if (!tokens.at(i).spaced) return {};
  const std::string_view rest = tokens.text().substr(tokens.at(i).range.begin);
  if (rest.size() < kSize || (rest[2] != ':' && rest[2] != '-')) return {};
  std::string words;
  for (std::size_t at = 0; at < kSize; ++at) {
    if (at % 3 == 2 ? rest[at] != rest[2] : !is_hex(rest[at])) return {};
    if (at % 3 != 2) continue;
    words += (words.empty() ? "" : ", ") + spelled_characters(rest.substr(at - 2, 2));
  }
  words += ", " + spelled_characters(rest.substr(kSize - 2, 2));
  std::size_t end = i;
  while (end < tokens.size() && tokens.at(end).range.begin < tokens.at(i).range.begin + kSize) ++end;
  if (tokens.at(end - 1).range.end != tokens.at(i).range.begin + kSize || !tokens.ends_clean(end)) return {};
  return say(tokens, i, end, std::move(words), "hardware-address");
}

}  // namespace

// Serial numbers after their name, versions and IP addresses.
Hit identifier(const Tokens& tokens, std::size_t i, const English& english) {
  if (Hit hit = hardware_address(tokens, i)) return hit;
  if (tokens.is_word(i)) {
    if (Hit hit = serial(tokens, i, english)) return hit;
    if (Hit hit = lineage(tokens, i, english)) return hit;
  }
  if (Hit hit = airliner(tokens, i, english)) return hit;
  if (Hit hit = hexadecimal(tokens, i)) return hit;
  if (Hit hit = quarter(tokens, i, english)) return hit;
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
  if (groups.tokens.empty() || !tokens.ends_clean(groups.end)) return {};
  if (tokens.is(groups.end, U'-') && tokens.glued(groups.end) && tokens.is_word(groups.end + 1) &&
      tokens.glued(groups.end + 1)) {
    if (shape(tokens, groups) != "13") return {};  // "1-800-FLOWERS", "1-800-GO-U-HAUL"
    std::string words = read_groups(tokens, groups) + ",";
    std::size_t at = groups.end;
    for (int part = 0;
         part < 6 && tokens.is(at, U'-') && tokens.glued(at) && tokens.glued(at + 1) && tokens.capitalised(at + 1);
         ++part, at += 2) {
      words += " " + std::string(tokens.str(at + 1));
    }
    return at > groups.end && tokens.ends_clean(at) ? say(tokens, i, at, std::move(words)) : Hit();
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
  if (tokens.is_number(i)) return house_number(tokens, i, english);
  return state(tokens, i, english);
}

}  // namespace aloud::english
