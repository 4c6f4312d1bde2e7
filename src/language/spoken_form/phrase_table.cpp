#include "language/spoken_form/phrase_table.h"

#include <algorithm>

#include "util/error.h"

namespace aloud {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::string_view without_comment(std::string_view line) {
  if (line.substr(0, 2) == "# " || line == "#") return {};
  return trimmed(line.substr(0, std::min(line.find("  # "), line.size())));
}

// Calls `use` with each line that is not empty, and its number.
template <typename Use>
void each_line(std::string_view text, Use use) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = without_comment(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty()) use(line, number);
  }
}

Error unreadable(std::string_view table, std::string_view line, std::size_t number) {
  return Error(ErrorKind::usage, "cannot read \"" + std::string(line) + "\"", {std::string(table), number, 1});
}

}  // namespace

PhraseTable::PhraseTable(std::string_view name, std::string_view text) {
  each_line(text, [&](std::string_view line, std::size_t number) {
    const std::size_t equals = line.find(" = ");
    if (equals == std::string_view::npos) throw unreadable(name, line, number);
    const std::string_view written = trimmed(line.substr(0, equals));
    if (written.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) plain_words_.set(place_of(written));
    std::vector<std::string>& parts = entries_[std::string(written)];
    parts.clear();
    for (std::string_view rest = line.substr(equals + 3);;) {
      const std::size_t bar = std::min(rest.find(" | "), rest.size());
      parts.emplace_back(trimmed(rest.substr(0, bar)));
      if (bar == rest.size()) break;
      rest.remove_prefix(bar + 3);
    }
  });
}

const std::vector<std::string>* PhraseTable::find(std::string_view written) const {
  const auto entry = entries_.find(written);
  return entry == entries_.end() ? nullptr : &entry->second;
}

WordSets::WordSets(std::string_view name, std::string_view text) {
  Set* set = nullptr;
  each_line(text, [&](std::string_view line, std::size_t number) {
    if (line.front() == '[' && line.back() == ']') {
      set = &sections_[std::string(line.substr(1, line.size() - 2))];
      return;
    }
    if (set == nullptr) throw unreadable(name, line, number);
    while (!line.empty()) {
      const std::size_t space = std::min(line.find(' '), line.size());
      set->emplace(line.substr(0, space));
      line = trimmed(line.substr(space));
    }
  });
}

const WordSets::Set& WordSets::section(std::string_view name) const {
  const auto found = sections_.find(name);
  if (found == sections_.end()) throw Error(ErrorKind::usage, "no section \"" + std::string(name) + "\"", {"words", 0, 0});
  return found->second;
}

}  // namespace aloud
