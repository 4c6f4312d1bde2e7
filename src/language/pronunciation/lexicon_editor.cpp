#include "language/pronunciation/lexicon_editor.h"

#include <algorithm>
#include <stdexcept>

#include "language/pronunciation/lexicon.h"
#include "language/pronunciation/lexicon_index.h"
#include "util/error.h"
#include "util/table_lines.h"

namespace aloud {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

bool is_pls_name(std::string_view path) { return path.ends_with(".pls") || path.ends_with(".xml"); }

std::string empty_pls(const std::string& language) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lexicon version=\"1.0\" "
         "xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\" "
         "alphabet=\"ipa\" xml:lang=\"" +
         language + "\">\n</lexicon>\n";
}

// <phoneme> or <alias>, as the notation says.
std::string pronunciation_element(std::string_view notation) {
  if (notation.starts_with('/'))
    return "<phoneme alphabet=\"ipa\">" + escaped(notation.substr(1, notation.size() - 2)) + "</phoneme>";
  if (notation.starts_with("[[")) {
    return "<phoneme alphabet=\"x-espeak\">" + escaped(notation.substr(2, notation.size() - 4)) + "</phoneme>";
  }
  return "<alias>" + escaped(notation) + "</alias>";
}

// Before "</lexicon>", indented as the lexeme before it, or by two spaces.
std::string with_lexeme(std::string_view text, const std::string& lexeme) {
  const std::size_t close = text.rfind("</");
  if (close == std::string_view::npos) throw std::invalid_argument("has no </lexicon> to put an entry before: write it out");
  std::string indent = "  ";
  if (const std::size_t last = text.rfind("<lexeme"); last != std::string_view::npos) {
    const std::size_t line = text.rfind('\n', last);
    const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
    const std::string_view before = text.substr(begin, last - begin);
    if (before.find_first_not_of(" \t") == std::string_view::npos) indent = before;
  }
  const bool own_line = close == 0 || text[close - 1] == '\n';
  return std::string(text.substr(0, close)) + (own_line ? "" : "\n") + indent + lexeme + '\n' + std::string(text.substr(close));
}

// Where a line for `word` goes: before the first greater one, if the entries are in order of their bytes; else at the end.
std::size_t place_in_list(std::string_view text, std::string_view word) {
  std::string before;
  std::size_t place = text.size();
  bool found = false;
  for (const TableLine& line : table_lines(text)) {
    if (line.text.front() == '@') continue;
    const std::size_t end = std::min({line.text.find('\t'), line.text.find("  "), line.text.size()});
    const std::string one = folded_grapheme(line.text.substr(0, end));
    if (one < before) return text.size();
    before = one;
    const auto offset = static_cast<std::size_t>(line.text.data() - text.data());
    if (!found && one > word) {
      found = true;
      const std::size_t newline = text.substr(0, offset).rfind('\n');
      place = newline == std::string_view::npos ? 0 : newline + 1;
    }
  }
  return place;
}

std::string with_line(std::string_view text, std::string_view word, const std::string& line) {
  std::string result(text);
  std::size_t place = place_in_list(text, word);
  if (place == result.size() && !result.empty() && result.back() != '\n') {
    result += '\n';
    place = result.size();
  }
  return result.insert(place, line + '\n');
}

}  // namespace

std::string with_entry(std::string_view text, const std::string& path, std::string_view word, std::string_view pronunciation,
                       const std::string& language) {
  const std::string grapheme = folded_grapheme(word);
  const std::string notation = folded_grapheme(pronunciation);
  const bool new_pls = text.empty() && is_pls_name(path);
  const std::string start = new_pls ? empty_pls(language) : std::string(text);
  for (const LexiconEntry& entry : parse_lexicon(start, path, language).entries) {
    if (entry.grapheme == grapheme && entry.role.empty() && languages_agree(entry.language, language)) {
      throw Error(ErrorKind::input, '"' + grapheme + "\" is there already: change that line", {path, entry.line, 0});
    }
  }
  try {
    if (grapheme.empty() || grapheme.size() > kMostGraphemeBytes) throw std::invalid_argument("a word has 1 to 200 bytes");
    LexiconEntry entry;
    set_pronunciation(entry, notation, language);
    const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool pls = first != std::string::npos && start[first] == '<';
    std::string result = pls ? with_lexeme(start, "<lexeme><grapheme>" + escaped(grapheme) + "</grapheme>" +
                                                      pronunciation_element(notation) + "</lexeme>")
                             : with_line(start, grapheme, grapheme + '\t' + notation);
    parse_lexicon(result, path, language);  // what was written is what will be read
    return result;
  } catch (const std::invalid_argument& problem) {
    throw Error(ErrorKind::input, '"' + grapheme + "\": " + problem.what(), {path, 0, 0});
  }
}

}  // namespace aloud
