#include "document/markdown/pandoc.h"

#include <algorithm>
#include <array>
#include <optional>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/tag_attributes.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kLongestReference = 400;  // of what TeX refers to, in bytes
constexpr std::size_t kLongestScript = 24;      // of what is raised, in bytes: "2^10^", "1^st^", "x^i+1^"

// Commands of TeX that set pages, alone on a line.
constexpr std::array<std::string_view, 14> kPageCommands{
    "\\newpage", "\\pagebreak", "\\clearpage", "\\noindent", "\\tableofcontents", "\\maketitle",  "\\bigskip",
    "\\medskip", "\\smallskip", "\\centering", "\\appendix", "\\frontmatter",     "\\mainmatter", "\\backmatter"};

// Commands of TeX in a sentence that refer: \cite{smith04}.
constexpr std::array<std::string_view, 8> kReferring{"cite",      "citep",    "citet",    "autocite",
                                                     "parencite", "textcite", "footcite", "nocite"};

// Digits and signs that Unicode has raised.
struct Raised {
  char plain;
  std::string_view raised;
};
constexpr std::array<Raised, 16> kRaised{{{'0', "⁰"},
                                          {'1', "¹"},
                                          {'2', "²"},
                                          {'3', "³"},
                                          {'4', "⁴"},
                                          {'5', "⁵"},
                                          {'6', "⁶"},
                                          {'7', "⁷"},
                                          {'8', "⁸"},
                                          {'9', "⁹"},
                                          {'+', "⁺"},
                                          {'-', "⁻"},
                                          {'n', "ⁿ"},
                                          {'(', "⁽"},
                                          {')', "⁾"},
                                          {'=', "⁼"}}};

std::optional<std::string> raised(std::string_view text) {
  std::string all;
  for (const char c : text) {
    const auto* const found = std::find_if(kRaised.begin(), kRaised.end(), [&](const Raised& one) { return one.plain == c; });
    if (found == kRaised.end()) return std::nullopt;
    all += found->raised;
  }
  return all;
}

bool is_space(char c) { return is_blank(c) || is_line_end(c); }

class Inlines {
 public:
  explicit Inlines(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), list_(scan) {}

  Rewrites run() {
    for (const ScannedLine& line : scan_.lines()) {
      if (line.kind != ScannedLine::Kind::text || line.range.end <= done_) continue;
      if (line.content >= done_ && page_command(line)) continue;
      open_.clear();
      for (std::size_t at = std::max(line.content, done_); at < line.range.end;) at = take(at, line);
    }
    return list_.take();
  }

 private:
  bool page_command(const ScannedLine& line) {
    const ByteRange used = trim(text_, {line.content, line.range.end});
    const std::string_view command = text_.substr(used.begin, used.size());
    if (std::find(kPageCommands.begin(), kPageCommands.end(), command) == kPageCommands.end()) return false;
    list_.remove(used, SilentKind::program);
    return true;
  }

  std::size_t take(std::size_t at, const ScannedLine& line) {
    at = std::min(text_.substr(0, line.range.end).find_first_of("{[]^\\`<", at), line.range.end);
    if (at >= line.range.end) return at;
    if (const std::size_t behind = scan_.behind_code(at); behind != at) return done_ = behind;
    const char c = text_[at];
    if (c == '\\') return reference(at, line.range.end);
    if (c == '[') open_.push_back(at);
    if (c == '{') return raw(at, line.range.end);
    if (c == '^') return superscript(at, line.range.end);
    if (c == ']' && !open_.empty()) {
      const std::size_t begin = open_.back();
      open_.pop_back();
      return span(begin, at, line.range.end);
    }
    return at + 1;
  }

  // "[text]{.class}"; a link or a reference has something else behind.
  std::size_t span(std::size_t begin, std::size_t close, std::size_t limit) {
    const bool braced = close + 1 < limit && text_[close + 1] == '{';
    const std::size_t end = braced ? attribute_list_end(text_, close + 1, BareWords::no) : npos;
    if (end == npos || (begin > 0 && text_[begin - 1] == '!')) return close + 1;
    list_.remove({begin, begin + 1});
    list_.remove({close, end}, SilentKind::attribute_list);
    return end;
  }

  // "`<br>`{=html}": for one kind of output alone.
  std::size_t raw(std::size_t at, std::size_t limit) {
    if (at == 0 || text_[at - 1] != '`' || !text_.substr(at).starts_with("{=")) return at + 1;
    const std::size_t close = text_.substr(0, std::min(limit, at + kLongestScript)).find('}', at);
    const auto code =
        std::partition_point(scan_.code().begin(), scan_.code().end(), [&](ByteRange range) { return range.end < at; });
    if (close == npos || code == scan_.code().end() || code->end != at) return at + 1;
    list_.remove({code->begin, close + 1}, SilentKind::program);
    return close + 1;
  }

  // "2^10^", "1^st^": said as raised where there are such digits; else the marks are silent.
  std::size_t superscript(std::size_t at, std::size_t limit) {
    const bool note = at > 0 && text_[at - 1] == '[';  // [^1]
    const std::size_t close = text_.substr(0, std::min(limit, at + kLongestScript)).find('^', at + 1);
    if (note || close == npos || close == at + 1 || at == 0 || is_space(text_[at - 1])) return at + 1;
    const std::string_view inside = text_.substr(at + 1, close - at - 1);
    if (std::any_of(inside.begin(), inside.end(),
                    [](char c) { return is_space(c) || c == '[' || c == ']' || c == '`' || c == '$'; }))
      return at + 1;
    if (auto digits = raised(inside)) {
      list_.replace({at, close + 1}, std::move(*digits));
    } else {
      list_.remove({at, at + 1});
      list_.remove({close, close + 1});
    }
    return close + 1;
  }

  // "\cite{smith04}", "\ref{fig:heap}"; the other escapes are CommonMark's.
  std::size_t reference(std::size_t at, std::size_t line_end) {
    const std::size_t limit = std::min(line_end, at + kLongestReference);
    std::size_t end = at + 1;
    while (end < limit && is_ascii_letter(text_[end])) ++end;
    const std::string_view name = text_.substr(at + 1, end - at - 1);
    const bool cites = std::find(kReferring.begin(), kReferring.end(), name) != kReferring.end();
    if (!cites && name != "label" && name != "index") return at + 2;
    while (end < limit && text_[end] == '[') end = std::min(text_.substr(0, limit).find(']', end), limit - 1) + 1;
    const std::size_t close = end < limit && text_[end] == '{' ? text_.substr(0, limit).find('}', end) : npos;
    if (close == npos) return at + 2;
    if (cites) {
      const bool tied = at > 0 && text_[at - 1] == '~';  // TeX's blank that no line ends at
      list_.replace({tied ? at - 1 : at, close + 1},
                    Atom{std::string(text_.substr(end + 1, close - end - 1)), SpanKind::citation, {}});
    } else {
      list_.remove({at, close + 1}, SilentKind::program);
    }
    return close + 1;
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits list_;
  std::vector<std::size_t> open_;  // brackets of the line
  std::size_t done_ = 0;
};

}  // namespace

Rewrites rewrite_pandoc(const MarkdownScan& scan) { return Inlines(scan).run(); }

}  // namespace aloud
