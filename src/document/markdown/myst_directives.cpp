#include <algorithm>
#include <array>
#include <optional>

#include "document/lines.h"
#include "document/markdown/colon_fences.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/myst.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using Kind = ScannedLine::Kind;

constexpr std::size_t npos = std::string_view::npos;

// What becomes of a directive.
enum class Use { admonition, titled, body, silent, code, math };

struct Directive {
  std::string_view name;
  Use use;
};

// Admonitions have a table of their own (admonition.h). `titled`: what stands behind the name is a heading; `body`: it is none.
constexpr std::array<Directive, 52> kDirectives{{
    {"admonition", Use::titled},
    {"dropdown", Use::titled},
    {"card", Use::titled},
    {"grid-item-card", Use::titled},
    {"tab-item", Use::titled},
    {"topic", Use::titled},
    {"sidebar", Use::titled},
    {"rubric", Use::titled},
    {"exercise", Use::titled},
    {"solution", Use::titled},
    {"prf:theorem", Use::titled},
    {"prf:proof", Use::titled},
    {"prf:definition", Use::titled},
    {"prf:lemma", Use::titled},
    {"prf:example", Use::titled},
    {"prf:remark", Use::titled},
    {"prf:algorithm", Use::titled},
    {"table", Use::titled},
    {"list-table", Use::titled},
    {"csv-table", Use::titled},
    {"versionadded", Use::body},
    {"versionchanged", Use::body},
    {"figure", Use::body},
    {"figure-md", Use::body},
    {"margin", Use::body},
    {"aside", Use::titled},
    {"epigraph", Use::body},
    {"pull-quote", Use::body},
    {"highlights", Use::body},
    {"glossary", Use::body},
    {"grid", Use::body},
    {"grid-item", Use::body},
    {"tab-set", Use::body},
    {"container", Use::body},
    {"div", Use::body},
    {"blockquote", Use::body},
    {"iframe", Use::silent},
    {"image", Use::silent},
    {"toctree", Use::silent},
    {"tableofcontents", Use::silent},
    {"contents", Use::silent},
    {"bibliography", Use::silent},
    {"index", Use::silent},
    {"include", Use::silent},
    {"literalinclude", Use::silent},
    {"eval-rst", Use::silent},
    {"raw", Use::silent},
    {"embed", Use::silent},
    {"math", Use::math},
    {"code-block", Use::code},
    {"code", Use::code},
    {"code-cell", Use::code},
}};

/// A line that opens a directive: "```{name} argument" or ":::{name} argument".
struct Opening {
  std::size_t marks = 0;  // of the fence
  ByteRange name;
  ByteRange argument;
};

std::optional<Use> use_of(std::string_view name) {
  if (is_admonition_kind(name) && name != "admonition" && name != "exercise" && name != "solution") return Use::admonition;
  const auto* const known =
      std::find_if(kDirectives.begin(), kDirectives.end(), [&](const Directive& one) { return one.name == name; });
  return known == kDirectives.end() ? std::nullopt : std::optional(known->use);
}

bool is_name(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == ':' || c == '.'; }

class Directives {
 public:
  explicit Directives(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), lines_(scan.lines()), list_(scan) {}

  Rewrites run() {
    for (std::size_t number = 0; number < lines_.size();) number = std::max(take(number), number + 1);
    return list_.take();
  }

 private:
  std::string_view content(std::size_t number) const { return scan_.content(lines_[number]); }

  std::size_t take(std::size_t number) {
    const ScannedLine& line = lines_[number];
    const bool fence = line.kind == Kind::fence;
    if (!fence && line.kind != Kind::text) return number + 1;
    const auto opening = opening_of(line, fence);
    const std::size_t end = fence ? fence_end(number) : number;
    if (!opening) return end + 1;
    const std::string_view name = text_.substr(opening->name.begin, opening->name.size());
    const auto use = use_of(name);
    if (!use) return end + 1;
    const bool whole = *use == Use::silent || *use == Use::math;  // up to its end, whatever stands in it
    const std::size_t close = fence ? end : whole ? container_end(number, opening->marks) : lines_.size() - 1;
    apply(*use, *opening, number, close);
    return fence || whole ? close + 1 : number + 1;
  }

  std::optional<Opening> opening_of(const ScannedLine& line, bool fence) const {
    const std::string_view written = scan_.content(line);
    const std::size_t marks =
        fence ? std::min(written.find_first_not_of(written[0]), written.size()) : count_fence_colons(written);
    if (marks == 0 || marks >= written.size() || written[marks] != '{') return std::nullopt;
    std::size_t end = marks + 1;
    while (end < written.size() && is_name(written[end])) ++end;
    if (end == marks + 1 || end == written.size() || written[end] != '}' || written[marks + 1] == '.') return std::nullopt;
    const std::size_t begin = line.content;
    return Opening{marks, {begin + marks + 1, begin + end}, trim(text_, {begin + end + 1, line.range.end})};
  }

  // The line that closes the fence at `number`, or the last one.
  std::size_t fence_end(std::size_t number) const {
    std::size_t end = number + 1;
    while (end < lines_.size() && lines_[end].kind == Kind::code) ++end;
    return std::min(end, lines_.size() - 1);
  }

  // The same for a container that as many colons or more close.
  std::size_t container_end(std::size_t number, std::size_t colons) const {
    std::size_t end = number + 1;
    for (; end < lines_.size(); ++end) {
      const std::string_view written = content(end);
      const std::size_t marks = count_fence_colons(written);
      if (marks >= colons && written.find_first_not_of(" \t", marks) == npos) break;
    }
    return std::min(end, lines_.size() - 1);
  }

  void apply(Use use, const Opening& opening, std::size_t number, std::size_t close) {
    const ScannedLine& line = lines_[number];
    const ByteRange whole{line.content, line.range.end};
    const bool fence = line.kind == Kind::fence;
    if (use == Use::silent) return list_.remove({line.content, lines_[close].range.end}, SilentKind::embed);
    if (use == Use::code) return code(opening, number, close);
    if (use == Use::math) {
      list_.replace(whole, "$$");
    } else if (use == Use::admonition) {
      open_admonition(scan_, whole, opening.name, opening.argument, list_);
    } else {
      const ByteRange title = use == Use::titled ? opening.argument : ByteRange{};
      const bool said =
          use == Use::titled && title.empty() && is_admonition_kind(text_.substr(opening.name.begin, opening.name.size()));
      open_admonition(scan_, whole, said ? opening.name : ByteRange{}, title, list_);
    }
    options(number + 1, close);
    const bool closes = fence && close > number && lines_[close].kind == Kind::fence;
    const bool math_container = !fence && use == Use::math;
    if (!closes && !math_container) return;
    if (use == Use::math) return list_.replace({lines_[close].content, lines_[close].range.end}, "$$");
    list_.remove({lines_[close].content, lines_[close].range.end});
  }

  // The language stays; options do not.
  void code(const Opening& opening, std::size_t number, std::size_t close) {
    const ScannedLine& line = lines_[number];
    if (line.kind != Kind::fence) return;
    list_.remove({line.content + opening.marks, opening.argument.empty() ? line.range.end : opening.argument.begin},
                 SilentKind::code_info);
    options(number + 1, close);
  }

  // ":name: value" lines that come first, or a block between "---".
  void options(std::size_t number, std::size_t close) {
    const auto erase = [&](std::size_t at) {
      list_.remove({lines_[at].range.begin, next_line(text_, lines_[at].range.end)}, SilentKind::property);
    };
    if (number < close && content(number) == "---") {
      std::size_t end = number + 1;
      while (end < close && content(end) != "---") ++end;
      if (end == close) return;
      for (std::size_t at = number; at <= end; ++at) erase(at);
      return;
    }
    for (; number < close; ++number) {
      const std::string_view written = content(number);
      const std::size_t second = written.size() > 2 && written[0] == ':' ? written.find(':', 1) : npos;
      if (second == npos || second == 1) return;
      if (!std::all_of(written.begin() + 1, written.begin() + static_cast<std::ptrdiff_t>(second), is_name)) return;
      erase(number);
    }
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  const std::vector<ScannedLine>& lines_;
  LineEdits list_;
};

}  // namespace

Rewrites rewrite_myst_directives(const MarkdownScan& scan) { return Directives(scan).run(); }

}  // namespace aloud
