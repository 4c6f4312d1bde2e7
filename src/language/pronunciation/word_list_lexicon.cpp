#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "language/language_tag.h"
#include "language/pronunciation/lexicon.h"
#include "util/error.h"
#include "util/suggest.h"
#include "util/table_lines.h"

namespace aloud {
namespace {

constexpr std::array<std::string_view, 3> kRoles = {"noun", "verb", "adjective"};

// Where the first column ends: at a tab, or before two spaces, or before "/…/" or "[[…]]" at the end of the line.
std::size_t end_of_first_column(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab != std::string_view::npos) return tab;
  const std::size_t spaces = line.find("  ");
  if (spaces != std::string_view::npos) return spaces;
  const std::size_t brackets = line.find(" [[");
  if (brackets != std::string_view::npos && line.ends_with("]]")) return brackets;
  const std::size_t slash = line.find(" /");
  return line.ends_with('/') ? slash : std::string_view::npos;
}

class ListReader {
 public:
  ListReader(const std::string& path, const std::string& language) : path_(path), language_(language) {}

  std::vector<LexiconEntry> run(std::string_view text) {
    for (const TableLine& line : table_lines(text)) {
      line_ = line.number;
      if (line.text.front() == '@') {
        read_directive(fields_of(line.text));
      } else {
        read_entry(line.text);
      }
    }
    return std::move(entries_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { throw Error(ErrorKind::input, message, {path_, line_, 0}); }

  void read_directive(const std::vector<std::string_view>& fields) {
    if (fields.size() != 2 || fields[0] != "@language") fail("unknown line: only \"@language TAG\" starts with \"@\"");
    entry_language_ = language_ = fields[1];
  }

  void read_entry(std::string_view line) {
    const std::size_t end = end_of_first_column(line);
    if (end == std::string_view::npos) {
      fail("needs two columns, with a tab between them: a word, and /IPA/, [[mnemonics]] or other words");
    }
    LexiconEntry entry;
    entry.line = line_;
    entry.language = entry_language_;
    entry.grapheme = folded_grapheme(line.substr(0, end));
    take_role(entry);
    if (entry.grapheme.empty()) fail("the first column is empty");
    if (entry.grapheme.size() > kMostGraphemeBytes) fail("the first column is longer than 200 bytes");
    try {
      set_pronunciation(entry, line.substr(end), language_);
    } catch (const std::invalid_argument& problem) {
      fail('"' + entry.grapheme + "\": " + problem.what());
    }
    if (!entry.phonemes.empty() && entry.language.empty()) entry.language = language_subtag(language_);
    if (entries_.size() == kMostLexiconEntries) fail("more than 200,000 entries: split the lexicon");
    const auto [before, added] = lines_.emplace(entry.grapheme + '\n' + entry.role + '\n' + entry.language, line_);
    if (!added)
      fail('"' + entry.grapheme + "\" stands in line " + std::to_string(before->second) + " already: remove one of them");
    entries_.push_back(std::move(entry));
  }

  // "record (verb)"
  void take_role(LexiconEntry& entry) const {
    if (!entry.grapheme.ends_with(')')) return;
    const std::size_t open = entry.grapheme.rfind(" (");
    if (open == std::string::npos) return;
    const std::string role = entry.grapheme.substr(open + 2, entry.grapheme.size() - open - 3);
    if (std::find(kRoles.begin(), kRoles.end(), role) == kRoles.end()) {
      fail("unknown role \"" + role + '"' + did_you_mean(role, {kRoles.begin(), kRoles.end()}) +
           ": use noun, verb or adjective");
    }
    entry.role = role;
    entry.grapheme.resize(open);
  }

  const std::string& path_;
  std::string language_;
  std::string entry_language_;
  std::vector<LexiconEntry> entries_;
  std::map<std::string, std::size_t> lines_;
  std::size_t line_ = 0;
};

}  // namespace

std::vector<LexiconEntry> parse_word_list(std::string_view text, const std::string& path, const std::string& language) {
  return ListReader(path, language).run(text);
}

}  // namespace aloud
