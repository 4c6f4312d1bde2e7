#include "language/sentences/language_table.h"

#include <unicode/uchar.h>

#include <array>
#include <utility>

#include "language/sentences/table_entries.h"
#include "util/error.h"
#include "util/memo_table.h"
#include "util/utf8.h"

namespace aloud {
namespace {

std::string with_capitals(const std::string& word, std::size_t letters) {
  std::string result;
  for (std::size_t at = 0, count = 0; at < word.size(); ++count) {
    const CodePoint c = code_point_at(word, at);
    append_utf8(result, count < letters ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(c.value))) : c.value);
    at += c.size;
  }
  return result;
}

// A word is known as it is written, with a capital (at the start of a sentence), and in capitals (in a headline).
std::array<std::string, 3> spellings(const std::string& word) {
  return {word, with_capitals(word, 1), with_capitals(word, std::string::npos)};
}

Abbreviation abbreviation_section(std::string_view section) {
  static constexpr std::array<std::pair<std::string_view, Abbreviation>, 5> kSections = {{
      {"[title]", Abbreviation::title},
      {"[inner]", Abbreviation::inner},
      {"[number]", Abbreviation::number},
      {"[final]", Abbreviation::final},
      {"[time]", Abbreviation::time},
  }};
  for (const auto& [name, kind] : kSections) {
    if (name == section) return kind;
  }
  return Abbreviation::none;
}

}  // namespace

LanguageTable::LanguageTable(std::string_view table) {
  each_table_entry(table, [this](std::string_view section, std::string_view entry, std::size_t line) {
    add(section, std::string(entry), line);
  });
  for (const auto& [spelling, kind] : capitalised_) abbreviations_.try_emplace(spelling, kind);
  capitalised_.clear();
}

void LanguageTable::add(std::string_view section, const std::string& entry, std::size_t line) {
  if (section == "[options]") {
    options_.insert(entry);
    return;
  }
  if (section == "[common]") return;  // common_words.h reads them
  const Abbreviation kind = abbreviation_section(section);
  if (kind != Abbreviation::none && entry.front() == '*') {
    endings_.emplace_back(entry.substr(1), kind);
    return;
  }
  const bool single_letter = count_code_points(entry) == 1;  // "p. 5" is a page, but "P. Hall" a man
  for (const std::string& spelling : spellings(entry)) {
    if (kind != Abbreviation::none && single_letter && spelling != entry) continue;
    if (kind != Abbreviation::none) {
      // An entry as it stands wins over one that is only another's spelling with capitals: "EM" over "em".
      if (spelling == entry) {
        abbreviations_.try_emplace(spelling, kind);
      } else {
        capitalised_.emplace_back(spelling, kind);
      }
    } else if (section == "[starters]") {
      if (spelling != entry || with_capitals(entry, 1) == entry) starters_.insert(spelling);
      if (spelling == entry) small_starters_.insert(entry);
    } else if (section == "[calendar]") {
      calendar_.insert(spelling);
    } else if (section == "[exclaimed]") {
      exclaimed_.insert(spelling);
    } else if (section == "[ordinals]") {
      ordinals_.insert(spelling);
    } else if (section == "[speech]") {
      speech_.insert(spelling);
    } else {
      throw Error(ErrorKind::usage, "unknown section \"" + std::string(section) + "\"", {"language table", line, 1});
    }
  }
}

void LanguageTable::add_abbreviations_of(const LanguageTable& other) {
  for (const auto& [abbreviation, kind] : other.abbreviations_) abbreviations_.try_emplace(abbreviation, kind);
}

const LanguageTable& LanguageTable::for_language(const std::string& language) {
  static const LanguageTable common(language_table_text("und"));
  const std::string subtag = language_subtag(language);
  const std::string_view own = language_table_text(subtag);
  if (own.empty()) return common;
  static MemoTable<LanguageTable> tables;
  return tables.get(subtag, [&] {
    LanguageTable table(own);
    table.add_abbreviations_of(common);
    return table;
  });
}

Abbreviation LanguageTable::abbreviation(const std::string& token) const {
  if (const auto found = abbreviations_.find(token); found != abbreviations_.end()) return found->second;
  for (const auto& [ending, kind] : endings_) {
    if (token.ends_with(ending)) return kind;
  }
  for (const std::string_view apostrophe : {"'", "’"}) {
    const std::size_t at = token.rfind(apostrophe);
    if (at != std::string::npos) return abbreviation(token.substr(at + apostrophe.size()));
  }
  return Abbreviation::none;
}

}  // namespace aloud
