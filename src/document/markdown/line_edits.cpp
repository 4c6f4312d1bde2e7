#include "document/markdown/line_edits.h"

#include <algorithm>
#include <array>
#include <utility>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kTabStop = 4;  // CommonMark 0.31, 2.2

}  // namespace

void LineEdits::remove(ByteRange range, SilentKind reason) {
  if (!range.empty()) rewrites_.push_back({range, "", reason});
}

void LineEdits::remove_word(ByteRange range, SilentKind reason) {
  const bool behind_gap = range.begin == 0 || is_blank(text_[range.begin - 1]) || is_line_end(text_[range.begin - 1]);
  while (behind_gap && range.end < text_.size() && is_blank(text_[range.end])) ++range.end;
  remove(range, reason);
}

void LineEdits::insert(std::size_t at, std::string text) { rewrites_.push_back({{at, at}, std::move(text)}); }

void LineEdits::replace(ByteRange range, std::string text, SilentKind reason) {
  rewrites_.push_back({range, std::move(text), reason});
}

void LineEdits::replace(ByteRange range, Atom atom, SilentKind reason) {
  rewrites_.push_back({range, "", reason, std::move(atom)});
}

std::size_t LineEdits::line_of(std::size_t offset) const {
  const auto& lines = scan_.lines();
  const auto next = std::upper_bound(lines.begin(), lines.end(), offset,
                                     [](std::size_t at, const ScannedLine& line) { return at < line.range.begin; });
  return next == lines.begin() ? 0 : static_cast<std::size_t>(next - lines.begin()) - 1;
}

bool LineEdits::stands_alone(ByteRange range) const {
  const ScannedLine& first = scan_.lines()[line_of(range.begin)];
  if (range.begin > first.content) return false;
  return trim(text_, {range.end, scan_.lines()[line_of(range.end)].range.end}).empty();
}

std::string LineEdits::prefix_at(std::size_t offset) const {
  const std::size_t number = line_of(offset);
  const ScannedLine& line = scan_.lines()[number];
  const std::string_view prefix = text_.substr(line.range.begin, line.content - line.range.begin);
  if (dedents_.empty() || dedents_[number] == 0) return std::string(prefix);
  std::size_t beyond = 0;
  const ByteRange gone = indentation_of(number, dedents_[number], beyond);
  return std::string(prefix.substr(0, gone.begin - line.range.begin)) + std::string(beyond, ' ') +
         std::string(prefix.substr(gone.end - line.range.begin));
}

void LineEdits::part(ByteRange range) {
  const auto& lines = scan_.lines();
  const std::size_t first = line_of(range.begin);
  const std::size_t last = line_of(range.end);
  const auto is_blank_line = [&](std::size_t number) { return scan_.content(lines[number]).empty(); };
  const std::string prefix = prefix_at(range.begin);
  if (first > 0 && !is_blank_line(first - 1)) insert(range.begin, "\n" + prefix);
  if (last + 1 < lines.size() && !is_blank_line(last + 1)) insert(range.end, "\n" + prefix);
}

void LineEdits::dedent(std::size_t number, std::size_t columns) {
  if (dedents_.empty()) dedents_.resize(scan_.lines().size());
  dedents_[number] = std::max(dedents_[number], columns);
}

// The white space that makes up `columns`, or all there is; `beyond`: what a tab in it reaches further.
ByteRange LineEdits::indentation_of(std::size_t number, std::size_t columns, std::size_t& beyond) const {
  const ScannedLine& line = scan_.lines()[number];
  std::size_t begin = line.content;
  while (begin > line.range.begin && is_blank(text_[begin - 1])) --begin;
  const bool quoted = begin > line.range.begin;  // the space behind ">" is the quote's
  if (quoted && begin < line.content && text_[begin] == ' ') ++begin;
  std::size_t end = begin, column = 0;
  for (; end < line.content && column < columns; ++end) column += text_[end] == '\t' ? kTabStop - column % kTabStop : 1;
  beyond = column > columns ? column - columns : 0;
  return {begin, end};
}

void LineEdits::announce(ByteRange range, std::string_view kind, std::optional<ByteRange> title, SilentKind reason) {
  if (title) {
    remove({range.begin, title->begin}, reason);
    announce_title(*title);
    remove({title->end, range.end}, reason);
  } else {
    replace(range, Atom{std::string(kind), SpanKind::admonition, std::string(kind)}, reason);
  }
  stands_alone(range) ? part(range) : insert(range.end, ". ");
}

// Text without Markdown in it as a whole, else as it is written between the edges of a span.
void LineEdits::announce_title(ByteRange title) {
  const std::string_view written = text_.substr(title.begin, title.size());
  const bool marked = written.find_first_of("*_`[]<>&\\$!{}:~=^|#\"\xEE\n\r") != std::string_view::npos;
  if (!marked) return replace(title, Atom{std::string(written), SpanKind::admonition});
  // Beside a letter, as an edge is to CommonMark, "_" opens no emphasis, and blocks and tags are none.
  const bool edged = std::string_view("_<#>|").find(written.front()) == std::string_view::npos && written.back() != '_' &&
                     written.find_first_of("\n\r") == std::string_view::npos;
  if (!edged) return;
  rewrites_.push_back(
      {.range = {title.begin, title.begin}, .atom = Atom{.kind = SpanKind::admonition, .edge = Atom::Edge::opens}});
  rewrites_.push_back(
      {.range = {title.end, title.end}, .atom = Atom{.kind = SpanKind::admonition, .edge = Atom::Edge::closes}});
}

Rewrites LineEdits::take() {
  for (std::size_t number = 0; number < dedents_.size(); ++number) {
    std::size_t beyond = 0;
    const ByteRange gone = indentation_of(number, dedents_[number], beyond);
    if (!gone.empty()) replace(gone, std::string(beyond, ' '));
  }
  dedents_.clear();
  std::stable_sort(rewrites_.begin(), rewrites_.end(), [](const Rewrite& left, const Rewrite& right) {
    return left.range.begin != right.range.begin ? left.range.begin < right.range.begin
                                                 : left.range.empty() && !right.range.empty();
  });
  Rewrites taken;
  std::size_t done = 0;
  for (Rewrite& rewrite : rewrites_) {
    if (rewrite.range.begin < done) {
      if (rewrite.range.end <= done || !rewrite.text.empty() || rewrite.atom) continue;
      rewrite.range.begin = done;
    }
    done = rewrite.range.end;
    taken.push_back(std::move(rewrite));
  }
  rewrites_.clear();
  return taken;
}

bool is_admonition_kind(std::string_view word) {
  static constexpr std::array kKinds = std::to_array<std::string_view>(
      {"note",   "notice",    "info",    "information", "tip",     "hint",     "important", "warning", "warn",     "caution",
       "danger", "attention", "error",   "success",     "failure", "question", "example",   "quote",   "abstract", "summary",
       "todo",   "bug",       "seealso", "tldr",        "check",   "help",     "faq",       "cite",    "details",  "fail"});
  return std::find(kKinds.begin(), kKinds.end(), ascii_lower(word)) != kKinds.end();
}

}  // namespace aloud
