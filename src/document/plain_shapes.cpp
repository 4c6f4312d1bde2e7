#include "document/plain_shapes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "document/ledger.h"
#include "document/plain_lines.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_box_drawing(char32_t c) { return (c >= 0x2500 && c <= 0x259F) || (c >= 0x2190 && c <= 0x21FF); }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == kNone) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// "+-----+----+", "|----|----|", "----+----": drawn between rows.
bool is_border(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  if (line.find_first_not_of("+-=|: ") != kNone) return false;
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return c == '-' || c == '='; })) >=
         kShortest;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    cells.push_back(trimmed(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return cells;
}

// Of the characters that are seen: how many draw, and how many there are.
struct Ink {
  std::size_t drawn = 0, all = 0;
};

Ink ink_of(std::string_view line) {
  Ink ink;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    at += c.size;
    if (is_white_space(c.value)) continue;
    ++ink.all;
    const bool ascii = c.value < 0x80 && std::string_view("+-|/\\_=<>^*~").find(static_cast<char>(c.value)) != kNone;
    if (ascii || is_box_drawing(c.value)) ++ink.drawn;
  }
  return ink;
}

bool is_drawn(std::string_view line) {
  constexpr std::size_t kLeast = 4;  // characters: prose has a dash or two
  const bool boxed =
      line.size() > 2 && (line.front() == '|' || line.front() == '+') && (line.back() == '|' || line.back() == '+');
  if (boxed || line == "|") return true;
  const Ink ink = ink_of(line);
  return ink.drawn >= kLeast && ink.drawn * 10 >= ink.all * 3;
}

bool begins_new(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && std::string_view("\"'(*_").find(line[at]) != kNone) ++at;
  for (const std::string_view quote : {"\xE2\x80\x9C", "\xE2\x80\x98", "\xC2\xAB"}) {
    if (line.substr(at).starts_with(quote)) at += quote.size();
  }
  if (at >= line.size()) return false;
  const auto c = static_cast<UChar32>(code_point_at(line, at).value);
  return u_isupper(c) != 0 || u_isdigit(c) != 0;
}

bool is_numeral(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kWords{
      "one",    "two", "three", "four",   "five",  "six",    "seven", "eight", "nine", "ten",     "eleven",
      "twelve", "the", "first", "second", "third", "fourth", "fifth", "sixth", "last", "premier", "primero"};
  while (!word.empty() && std::string_view(".:,").find(word.back()) != kNone) word.remove_suffix(1);
  if (word.empty()) return false;
  if (word.find_first_not_of("0123456789") == kNone) return true;
  const std::string small = ascii_lower(word);
  return small.find_first_not_of("ivxlcdm") == std::string::npos ||
         std::find(kWords.begin(), kWords.end(), small) != kWords.end();
}

}  // namespace

std::optional<DrawnTable> drawn_table(const std::vector<std::string_view>& lines) {
  DrawnTable table;
  std::size_t borders = 0, columns = 0;
  bool open = false;  // the row may go on in the next line
  for (const std::string_view line : lines) {
    if (is_border(line)) {
      ++borders;
      if (table.rows.size() == 1 && line.find_first_of("-=") != kNone) table.header = true;
      open = false;
      continue;
    }
    if (line.find('|') == kNone) return std::nullopt;
    const std::vector<std::string_view> cells = cells_of(line);
    if (columns == 0) columns = cells.size();
    if (cells.size() != columns) return std::nullopt;
    const bool continued = open && cells.front().empty();
    if (!continued) table.rows.push_back({std::vector<std::vector<std::string_view>>(columns)});
    for (std::size_t i = 0; i < columns; ++i) {
      if (!cells[i].empty()) table.rows.back().cells[i].push_back(cells[i]);
    }
    open = true;
  }
  if (borders == 0 || columns < 2 || table.rows.size() < 2) return std::nullopt;
  return table;
}

bool is_drawing(const std::vector<std::string_view>& lines) {
  if (lines.size() < 2) return false;
  const auto drawn = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_drawn));
  return drawn * 2 >= lines.size() && drawn >= 2;
}

// Lines that begin anew and do not fill the page. Two are too few to tell from narrow prose.
bool keeps_lines(const std::vector<std::string_view>& lines) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kLongest = 64;  // characters: prose is wrapped at 65 and more
  if (lines.size() < kFewest) return false;
  std::size_t anew = 0, longest = 0, full = 0;
  for (const std::string_view line : lines) {
    const std::size_t size = count_code_points(line);
    if (size > kLongest || line.ends_with('-')) return false;
    longest = std::max(longest, size);
    anew += begins_new(line) ? 1U : 0U;
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) full += count_code_points(lines[i]) * 100 >= longest * 88 ? 1U : 0U;
  const bool wrapped = longest > 40 && full + 1 >= lines.size();  // all lines but the last are full
  return anew * 4 >= lines.size() * 3 && !wrapped;
}

std::size_t page_number_gap(std::string_view line) {
  std::size_t number = line.size();
  while (number > 0 && is_ascii_digit(line[number - 1])) --number;
  if (number == line.size()) {
    while (number > 0 && std::string_view("ivxlc").find(line[number - 1]) != kNone) --number;
  }
  if (number == line.size() || line.size() - number > 5 || number == 0) return kNone;
  std::size_t gap = number;
  while (gap > 0 && (line[gap - 1] == ' ' || line[gap - 1] == '.' || line[gap - 1] == '\t')) --gap;
  const std::string_view between = line.substr(gap, number - gap);
  const auto dots = std::count(between.begin(), between.end(), '.');
  if (gap == 0 || !(between.find("   ") != kNone || between.find('\t') != kNone || dots >= 3)) return kNone;
  return gap;
}

bool is_headline(std::string_view line) {
  if (count_code_points(line) > kLongestTitle) return false;
  for (const std::string_view closer : {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"}) {
    if (line.ends_with(closer)) line.remove_suffix(closer.size());
  }
  const bool ends_sentence =
      line.empty() || line.ends_with("\xE2\x80\xA6") || std::string_view(".!?:;,").find(line.back()) != kNone;
  return !ends_sentence && has_alphanumeric(line, {0, line.size()});
}

bool stands_in_capitals(std::string_view line) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    if (u_islower(static_cast<UChar32>(point.value)) != 0) return false;
    capitals += u_isupper(static_cast<UChar32>(point.value)) != 0 ? 1U : 0U;
    at += point.size;
  }
  return capitals >= 2;
}

bool is_chapter_heading(std::string_view line) {
  static constexpr std::array<std::string_view, 22> kParts{
      "chapter", "book", "part", "act", "scene", "letter",   "canto", "volume", "section",  "stave", "kapitel",
      "buch",    "teil", "band", "akt", "szene", "chapitre", "livre", "partie", "capítulo", "libro", "parte"};
  constexpr std::size_t kLongest = 80;  // bytes
  const std::size_t space = line.find(' ');
  if (space == kNone || line.size() > kLongest || !begins_new(line)) return false;
  const std::string word = ascii_lower(line.substr(0, space));
  if (std::find(kParts.begin(), kParts.end(), word) == kParts.end()) return false;
  const std::string_view rest = trimmed(line.substr(space));
  const std::string_view number = rest.substr(0, rest.find(' '));
  const std::string_view title = trimmed(rest.substr(number.size()));
  const bool titled = title.empty() || number.ends_with('.') || number.ends_with(':') || begins_new(title);
  return is_numeral(number) && titled && page_number_gap(line) == kNone;
}

int numbered_heading_level(std::string_view line) {
  constexpr std::size_t kLongest = 80;  // bytes
  if (line.size() > kLongest || line.empty()) return 0;
  std::size_t at = 0;
  int level = 0;
  while (at < line.size() && is_ascii_digit(line[at])) {
    std::size_t digits = 0;
    for (; at < line.size() && is_ascii_digit(line[at]); ++at) ++digits;
    if (digits > 2) return 0;
    ++level;
    if (at >= line.size() || line[at] != '.') break;
    ++at;
  }
  const bool dotted = at > 0 && line[at - 1] == '.';
  if (level == 0 || at >= line.size() || line[at] != ' ' || (level == 1 && !dotted)) return 0;
  const std::string_view title = trimmed(line.substr(at));
  if (title.empty() || !begins_new(title) || is_ascii_digit(title.front())) return 0;
  return std::string_view(".!?:;,").find(title.back()) == kNone && page_number_gap(line) == kNone ? level : 0;
}

std::size_t time_mark_end(std::string_view line) {
  std::size_t at = 0;
  const bool bracket = !line.empty() && (line.front() == '[' || line.front() == '(');
  if (bracket) ++at;
  std::size_t parts = 0;
  for (;;) {
    std::size_t digits = 0;
    while (at < line.size() && is_ascii_digit(line[at])) {
      ++at;
      ++digits;
    }
    if (digits == 0 || digits > 2 || (parts > 0 && digits != 2)) return 0;
    ++parts;
    if (at >= line.size() || line[at] != ':' || parts == 3) break;
    ++at;
  }
  if (parts < 2) return 0;
  if (at < line.size() && (line[at] == '.' || line[at] == ',')) {  // thousandths
    const std::size_t end = std::min(line.find_first_not_of("0123456789", at + 1), line.size());
    if (end > at + 1) at = end;
  }
  if (bracket) {
    if (at >= line.size() || (line[at] != ']' && line[at] != ')')) return 0;
    ++at;
  }
  if (at < line.size() && line[at] != ' ' && line[at] != '\t') return 0;
  const std::size_t text = std::min(line.find_first_not_of(" \t", at), line.size());
  const bool dash = line.substr(text).starts_with("- ");
  return dash ? std::min(line.find_first_not_of(" \t", text + 1), line.size()) : text;
}

bool names_speaker(std::string_view line) {
  constexpr std::size_t kLongest = 32;  // bytes of a name
  const std::size_t colon = line.find(':');
  if (colon == kNone || colon < 2 || colon > kLongest || colon + 1 >= line.size() || line[colon + 1] != ' ') return false;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < colon;) {
    const CodePoint c = code_point_at(line, at);
    at += c.size;
    if (u_isupper(static_cast<UChar32>(c.value)) != 0) ++capitals;
    if (u_islower(static_cast<UChar32>(c.value)) != 0) return false;
  }
  return capitals >= 2;
}

}  // namespace aloud
