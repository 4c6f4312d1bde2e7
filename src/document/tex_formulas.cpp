#include "document/tex_formulas.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "util/ascii.h"

namespace aloud {
namespace {

// What is looked through for an end: keeps the work linear where nothing closes. Longer formulas are none that anybody reads.
constexpr std::size_t kLongestInline = 1'000, kLongestDisplay = 8'000;  // bytes

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool has_blank_line(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r>", at + 1);
    if (next == std::string_view::npos) return false;  // the closing mark stands on its own line
    if (text[next] == '\n') return true;
  }
  return false;
}

bool is_balanced(std::string_view content) {
  int depth = 0;
  for (std::size_t at = 0; at < content.size(); ++at) {
    if (content[at] == '\\') {
      ++at;
    } else if (content[at] == '{') {
      ++depth;
    } else if (content[at] == '}' && --depth < 0) {
      return false;
    }
  }
  return depth == 0;
}

// Words of this length are prose, but for the names of functions.
bool is_prose_word(std::string_view word) {
  constexpr std::size_t kLongestName = 3;
  constexpr auto kFunctions =
      std::to_array<std::string_view>({"sin", "cos", "tan", "log", "exp", "max",  "min",    "lim",    "det",  "sup", "inf",
                                       "gcd", "mod", "var", "Var", "Cov", "sqrt", "argmax", "argmin", "rank", "diag"});
  if (std::find(kFunctions.begin(), kFunctions.end(), word) != kFunctions.end()) return false;
  return word.size() >= kLongestName && !(word.size() == kLongestName && is_ascii_capitals(word));
}

bool has_prose(std::string_view content) {
  for (std::size_t at = 0; at < content.size();) {
    if (!is_ascii_letter(content[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < content.size() && is_ascii_letter(content[end])) ++end;
    if (is_prose_word(content.substr(at, end - at))) return true;
    at = end;
  }
  return false;
}

std::size_t count_words(std::string_view content) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < content.size(); ++at) {
    const bool begins = is_ascii_letter(content[at]) && (at == 0 || content[at - 1] == ' ');
    const bool ends =
        begins && content.find_first_of(" ", at) != at + 1 && at + 1 < content.size() && is_ascii_letter(content[at + 1]);
    words += ends ? 1U : 0U;
  }
  return words;
}

// Where `mark` next stands from `from` on, with no backslash before it; npos if not within `longest` bytes.
std::size_t find_mark(std::string_view text, std::string_view mark, std::size_t from, std::size_t end, std::size_t longest) {
  const std::size_t limit = std::min(end, from + longest);
  for (std::size_t at = from; at + mark.size() <= limit; ++at) {
    if (text.substr(at, mark.size()) == mark) return at;
    if (text[at] == '\\') ++at;
  }
  return std::string_view::npos;
}

bool is_dollar_run(std::string_view text, std::size_t at, std::size_t length) {
  const auto dollar = [&](std::size_t i) { return i < text.size() && text[i] == '$'; };
  for (std::size_t i = 0; i < length; ++i) {
    if (!dollar(at + i)) return false;
  }
  return !dollar(at + length) && (at == 0 || text[at - 1] != '$');
}

std::optional<TexFormula> checked(std::string_view text, ByteRange whole, std::size_t open, std::size_t close, bool display) {
  const ByteRange content = {whole.begin + open, whole.end - close};
  const std::string_view tex = text.substr(content.begin, content.size());
  if (!looks_like_mathematics(tex)) return std::nullopt;
  return TexFormula{whole, content, display};
}

std::optional<TexFormula> inline_dollars(std::string_view text, std::size_t at, std::size_t end) {
  if (at > 0 && (is_ascii_letter(text[at - 1]) || is_ascii_digit(text[at - 1]))) return std::nullopt;  // "US$3", "A$5"
  if (at + 2 >= end || is_space(text[at + 1])) return std::nullopt;
  const std::size_t close = find_mark(text, "$", at + 1, end, kLongestInline);
  if (close == std::string_view::npos || is_space(text[close - 1]) || !is_dollar_run(text, close, 1)) return std::nullopt;
  const char behind = close + 1 < text.size() ? text[close + 1] : ' ';
  if (is_ascii_digit(behind) || behind == '{') return std::nullopt;
  const std::string_view content = text.substr(at + 1, close - at - 1);
  const bool left_open = std::string_view("=+-/(,:;&|").find(content.back()) != std::string_view::npos;
  if (left_open && (is_ascii_letter(behind) || content.back() == '(')) return std::nullopt;  // "$a=$b" of a shell
  const bool word = content.size() > 1 && std::all_of(content.begin(), content.end(), is_ascii_letter<char>);
  if (word && is_ascii_letter(behind)) return std::nullopt;
  if (has_blank_line(content)) return std::nullopt;
  return checked(text, {at, close + 1}, 1, 1, false);
}

std::optional<TexFormula> display_dollars(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t close = find_mark(text, "$$", at + 2, end, kLongestDisplay);
  if (close == std::string_view::npos || !is_dollar_run(text, close, 2)) return std::nullopt;
  return checked(text, {at, close + 2}, 2, 2, true);
}

// "\(" and "\[", or with the two backslashes that some generators want.
std::optional<TexFormula> bracketed(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t slashes = at + 1 < end && text[at + 1] == '\\' ? 2 : 1;
  if (at + slashes >= end || (at > 0 && text[at - 1] == '\\')) return std::nullopt;
  const char open = text[at + slashes];
  if (open != '(' && open != '[') return std::nullopt;
  const bool display = open == '[';
  const std::string closing = std::string(slashes, '\\') + (display ? ']' : ')');
  const std::size_t from = at + slashes + 1;
  const std::size_t limit = std::min(end, from + (display ? kLongestDisplay : kLongestInline));
  const std::size_t found = text.substr(0, limit).find(closing, from);
  if (found == std::string_view::npos) return std::nullopt;
  const std::string_view content = text.substr(from, found - from);
  if (has_blank_line(content)) return std::nullopt;
  // Escaped brackets are Markdown's as well: "\[sic\]" is none.
  const bool signs = content.find_first_of("=^_<>+") != std::string_view::npos || has_tex_command(content);
  if (!signs && content.size() > 2) return std::nullopt;
  return checked(text, {at, found + closing.size()}, slashes + 1, closing.size(), display);
}

std::optional<TexFormula> environment(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::string_view kBegin = "\\begin{";
  if (text.substr(at, kBegin.size()) != kBegin) return std::nullopt;
  const std::size_t name_end = text.substr(0, std::min(end, at + 40)).find('}', at);
  if (name_end == std::string_view::npos) return std::nullopt;
  const std::string name(text.substr(at + kBegin.size(), name_end - at - kBegin.size()));
  constexpr auto kNames = std::to_array<std::string_view>(
      {"align",   "align*",   "aligned",   "alignat",  "alignat*",  "equation",    "equation*", "gather",
       "gather*", "multline", "multline*", "eqnarray", "eqnarray*", "flalign",     "flalign*",  "split",
       "cases",   "matrix",   "pmatrix",   "bmatrix",  "vmatrix",   "displaymath", "math",      "array"});
  if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) return std::nullopt;
  const std::string closing = "\\end{" + name + "}";
  const std::size_t found = text.substr(0, std::min(end, at + kLongestDisplay)).find(closing, name_end);
  if (found == std::string_view::npos) return std::nullopt;
  return TexFormula{{at, found + closing.size()}, {at, found + closing.size()}, true};
}

}  // namespace

bool has_tex_command(std::string_view content) {
  for (std::size_t at = content.find('\\'); at + 1 < content.size(); at = content.find('\\', at + 2)) {
    if (at == std::string_view::npos) return false;
    if (is_ascii_letter(content[at + 1])) return true;
  }
  return false;
}

bool looks_like_mathematics(std::string_view content) {
  const std::size_t first = content.find_first_not_of(" \t\r\n>");
  if (first == std::string_view::npos || !is_balanced(content)) return false;
  if (content.find('"') != std::string_view::npos || content.find('`') != std::string_view::npos) return false;
  if (has_tex_command(content)) return true;
  const bool group = content.front() == '{' && content.back() == '}' && content.find_first_of("^_") == std::string_view::npos;
  return !group && !has_prose(content) && count_words(content) < 2;
}

std::optional<TexFormula> tex_formula_at(std::string_view text, std::size_t at, std::size_t end) {
  if (text[at] == '$') {
    if (is_dollar_run(text, at, 2)) return display_dollars(text, at, end);
    return is_dollar_run(text, at, 1) ? inline_dollars(text, at, end) : std::nullopt;
  }
  if (text[at] != '\\') return std::nullopt;
  if (auto formula = environment(text, at, end)) return formula;
  return bracketed(text, at, end);
}

RichText with_tex_formulas(AlignedText text, std::vector<SilentRange>& silent) {
  const std::string& written = text.text();
  std::vector<TexFormula> found;
  bool tex = false;
  for (std::size_t at = written.find_first_of("$\\"); at != std::string::npos; at = written.find_first_of("$\\", at)) {
    const std::optional<TexFormula> formula = tex_formula_at(written, at, written.size());
    at = formula ? formula->whole.end : at + 1;
    if (!formula) continue;
    tex = tex || has_tex_command(std::string_view(written).substr(formula->content.begin, formula->content.size()));
    found.push_back(*formula);
  }
  if (!tex) return {std::move(text), {}};
  RichText result;
  std::size_t done = 0;
  for (const TexFormula& formula : found) {
    result.text.append(text.slice({done, formula.whole.begin}));
    const std::size_t begin = result.text.size();
    result.text.append(text.slice(formula.content));
    result.spans.push_back({SpanKind::formula, {begin, result.text.size()}, formula.display ? "display" : "inline"});
    for (const ByteRange mark :
         {ByteRange{formula.whole.begin, formula.content.begin}, {formula.content.end, formula.whole.end}}) {
      for (const ByteRange& piece : text.source_pieces(mark)) silent.push_back({piece, SilentKind::markup});
    }
    done = formula.whole.end;
  }
  result.text.append(text.slice({done, text.size()}));
  return result;
}

}  // namespace aloud
