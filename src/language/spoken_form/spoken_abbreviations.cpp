#include "language/spoken_form/spoken_abbreviations.h"

#include <algorithm>

#include "language/characters.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kLongest = 12;  // bytes of a written abbreviation

std::string_view trimmed(std::string_view line) {
  line = line.substr(0, std::min(line.find('#'), line.size()));
  const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
  const std::size_t end = line.find_last_not_of(" \t\r");
  return begin == line.size() ? std::string_view() : line.substr(begin, end + 1 - begin);
}

// Where the abbreviation that ends before `end` begins: after white space or an opening mark.
std::size_t begin_of_token(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin <= kLongest) {
    const CodePoint c = code_point_before(text, begin);
    if (is_white_space(c.value) || is_opening(c.value)) break;
    begin -= c.size;
  }
  return begin;
}

// "Vol. II", "Eq. (4)", "Dec. '22": a number in brackets, shortened or in Roman numerals. A lone "I" may be the pronoun, other
// letters initials.
bool is_number_ahead(std::string_view rest) {
  if (rest.starts_with('(') || rest.starts_with('\'')) return rest.size() > 1 && is_digit(code_point_at(rest, 1).value);
  const std::size_t end = std::min(rest.find_first_not_of("IVX"), rest.size());
  if (end == 0 || (end < rest.size() && (is_heard(code_point_at(rest, end).value) || rest[end] == '.'))) return false;
  return end > 1 || rest[0] != 'I' || end == rest.size() || rest[end] == ',' || rest[end] == ')' || rest[end] == ';';
}

}  // namespace

SpokenAbbreviations::SpokenAbbreviations(std::string_view table) {
  Before before = Before::any;
  for (std::size_t number = 1; !table.empty(); ++number) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = trimmed(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty()) continue;
    const std::size_t space = line.find(' ');
    if (line == "[name]" || line == "[number]" || line == "[any]") {
      before = line == "[name]" ? Before::name : line == "[number]" ? Before::number : Before::any;
    } else if (line.front() == '[' || space == std::string_view::npos) {
      throw Error(ErrorKind::usage, "cannot read \"" + std::string(line) + "\"", {"spoken table", number, 1});
    } else {
      const std::string written(line.substr(0, space));
      const std::string spoken(trimmed(line.substr(space)));
      // "v." is versus, but "V. Hall" a man. "Pt." is a point before a name and a part before a number.
      auto& entries = before == Before::number ? numbers_ : entries_;
      entries[written] = {spoken, before};
      if (before != Before::name) entries.try_emplace(with_capital(written), Entry{spoken, before});
      // "NO. 1", "VOL. 3"; "P." may be an initial.
      if (before == Before::number && written.size() > 2) entries.try_emplace(ascii_upper(written), Entry{spoken, before});
    }
  }
}

bool SpokenAbbreviations::fits(Before before, std::string_view rest) {
  if (before == Before::any) return true;
  const std::size_t at = skip_white_space(rest, 0);
  if (at == 0 || at >= rest.size()) return false;
  const char32_t next = code_point_at(rest, at).value;
  return before == Before::name ? is_upper(next) : is_digit(next) || is_number_ahead(rest.substr(at));
}

const std::string* SpokenAbbreviations::spoken_for(const std::string& written, std::string_view rest) const {
  const auto number = numbers_.find(written);
  if (number != numbers_.end() && fits(Before::number, rest)) return &number->second.spoken;
  const auto entry = entries_.find(written);
  return entry != entries_.end() && fits(entry->second.before, rest) ? &entry->second.spoken : nullptr;
}

Edits SpokenAbbreviations::find(std::string_view text) const {
  Edits edits;
  for (std::size_t stop = text.find('.'); stop != std::string_view::npos; stop = text.find('.', stop + 1)) {
    const std::size_t end = stop + 1;
    const bool inside = end < text.size() && is_heard(code_point_at(text, end).value);  // "e.g" of "e.g."
    if (inside) continue;
    const std::size_t begin = begin_of_token(text, end);
    const std::string* spoken = spoken_for(std::string(text.substr(begin, end - begin)), text.substr(end));
    if (spoken == nullptr) continue;
    // The period that also ends the sentence stays.
    const bool last = skip_white_space(text, end) == text.size();
    edits.push_back({{begin, last ? stop : end}, *spoken});
  }
  return edits;
}

}  // namespace aloud
