#include "document/markdown/formulas.h"

#include <algorithm>
#include <string>

#include "document/tex_formulas.h"

namespace aloud {
namespace {

Rewrite formula(ByteRange whole, std::string tex, bool display) {
  return {.range = whole, .atom = Atom{std::move(tex), SpanKind::formula, display ? "display" : "inline"}};
}

// TeX without the marks of quotes that its lines begin with.
std::string without_quotes(std::string_view tex, bool quoted) {
  std::string result;
  for (std::size_t at = 0; at < tex.size();) {
    const std::size_t end = std::min(tex.find('\n', at), tex.size());
    std::size_t begin = at;
    if (quoted && at > 0) begin = std::min(tex.find_first_not_of("> ", at), end);
    result += tex.substr(begin, end - begin);
    at = end;
    if (at < tex.size()) result += tex[at++];
  }
  return result;
}

class FormulaFinder {
 public:
  explicit FormulaFinder(const MarkdownScan& scan) : scan_(scan), text_(scan.text()) {}

  Rewrites run() {
    fences();
    for (std::size_t at = 0; at < text_.size();) {
      at = std::min(text_.find_first_of("$\\<", at), text_.size());
      if (at == text_.size()) break;
      const std::size_t behind = scan_.behind_code(at);
      at = behind != at ? behind : step(at);
    }
    std::sort(found_.begin(), found_.end(), [](const Rewrite& a, const Rewrite& b) { return a.range.begin < b.range.begin; });
    return std::move(found_);
  }

 private:
  std::size_t step(std::size_t at) {
    if (text_[at] == '<') return element(at);
    if (const std::size_t end = backticks(at); end != 0) return end;
    if (const auto found = tex_formula_at(text_, at, text_.size())) {
      const bool interrupted = !found->display && code_within(found->whole);
      if (!interrupted) {
        add(*found);
        return found->whole.end;
      }
    }
    if (text_[at] == '\\') return std::min(at + 2, text_.size());
    return text_.find_first_not_of('$', at) == std::string_view::npos ? text_.size() : text_.find_first_not_of('$', at);
  }

  void add(const TexFormula& found) {
    while (line_ + 1 < scan_.lines().size() && scan_.lines()[line_ + 1].range.begin <= found.whole.begin) ++line_;
    const ScannedLine& line = scan_.lines()[line_];
    const bool quoted = text_.substr(line.range.begin, line.content - line.range.begin).find('>') != std::string_view::npos;
    std::string tex = without_quotes(text_.substr(found.content.begin, found.content.size()), quoted);
    found_.push_back(formula(found.whole, std::move(tex), found.display));
  }

  bool code_within(ByteRange range) const {
    const auto next = std::lower_bound(scan_.code().begin(), scan_.code().end(), range.begin,
                                       [](const ByteRange& code, std::size_t at) { return code.end <= at; });
    return next != scan_.code().end() && next->begin < range.end;
  }

  // MathML, with its tags: behind its end, or behind the "<" if none begins or it does not end.
  std::size_t element(std::size_t at) {
    constexpr std::string_view kOpening = "<math", kClosing = "</math>";
    constexpr std::size_t kLongest = 20'000;  // bytes
    if (text_.substr(at, kOpening.size()) != kOpening) return at + 1;
    const char behind = at + kOpening.size() < text_.size() ? text_[at + kOpening.size()] : ' ';
    if (behind != '>' && behind != ' ' && behind != '\n') return at + 1;
    const std::string_view rest = text_.substr(at, kLongest);
    const std::size_t close = rest.find(kClosing);
    if (close == std::string_view::npos) return at + 1;
    const ByteRange whole = {at, at + close + kClosing.size()};
    const std::string_view tag = rest.substr(0, rest.find('>'));
    found_.push_back(
        formula(whole, std::string(text_.substr(at, whole.size())), tag.find("\"block\"") != std::string_view::npos));
    return whole.end;
  }

  // GitLab's "$`…`$": the end of it, 0 if none begins there.
  std::size_t backticks(std::size_t at) {
    if (text_[at] != '$' || at + 1 >= text_.size() || text_[at + 1] != '`') return 0;
    const std::size_t close = scan_.behind_code(at + 1);
    if (close == at + 1 || close >= text_.size() || text_[close] != '$') return 0;
    std::string_view tex = text_.substr(at + 1, close - at - 1);
    while (tex.size() > 2 && tex.front() == '`' && tex.back() == '`') tex = tex.substr(1, tex.size() - 2);
    found_.push_back(formula({at, close + 1}, std::string(tex), false));
    return close + 1;
  }

  // ```math … ```
  void fences() {
    const std::vector<ScannedLine>& lines = scan_.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].kind != ScannedLine::Kind::fence) continue;
      std::size_t close = i + 1;
      while (close < lines.size() && lines[close].kind == ScannedLine::Kind::code) ++close;
      if (close < lines.size() && is_math(scan_.content(lines[i])) && lines[close].kind == ScannedLine::Kind::fence) {
        std::string tex;
        for (std::size_t j = i + 1; j < close; ++j) tex += std::string(scan_.content(lines[j])) + "\n";
        const std::size_t begin = lines[i].content;
        if (!tex.empty()) found_.push_back(formula({begin, lines[close].range.end}, std::move(tex), true));
      }
      i = close;
    }
  }

  static bool is_math(std::string_view fence) {
    fence.remove_prefix(std::min(fence.find_first_not_of("`~"), fence.size()));
    const std::size_t begin = std::min(fence.find_first_not_of(" {"), fence.size());
    const std::string_view info = fence.substr(begin, fence.find_last_not_of(" }\r") + 1 - begin);
    return info == "math" || info == "latex-math" || info == "katex";
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  Rewrites found_;
  std::size_t line_ = 0;  // where the last formula began
};

}  // namespace

Rewrites rewrite_formulas(const MarkdownScan& scan) { return FormulaFinder(scan).run(); }

}  // namespace aloud
