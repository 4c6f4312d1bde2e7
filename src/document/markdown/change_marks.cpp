#include "document/markdown/change_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kLongest = 1'000;  // of a change, in bytes: keeps the search linear where none ends

enum class Change { added, gone, remark, replaced };

struct Shape {
  std::string_view open, close;
  Change change;
};
// Longer ones first.
constexpr std::array<Shape, 9> kShapes{{{"{++", "++}", Change::added},
                                        {"{--", "--}", Change::gone},
                                        {"{~~", "~~}", Change::replaced},
                                        {"{>>", "<<}", Change::remark},
                                        {"{==", "==}", Change::added},
                                        {"{+", "+}", Change::added},
                                        {"{-", "-}", Change::gone},
                                        {"[+", "+]", Change::added},
                                        {"[-", "-]", Change::gone}}};

class ChangeMarks {
 public:
  explicit ChangeMarks(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), list_(scan) {}

  Rewrites run() {
    for (const ScannedLine& line : scan_.lines()) {
      if (line.kind != ScannedLine::Kind::text || line.range.end <= done_) continue;
      for (std::size_t at = std::max(line.content, done_); at < line.range.end;) at = take(at, line.range.end);
    }
    return list_.take();
  }

 private:
  std::size_t take(std::size_t at, std::size_t limit) {
    at = std::min(text_.substr(0, limit).find_first_of("{[\\`<", at), limit);
    if (at >= limit) return at;
    if (const std::size_t behind = scan_.behind_code(at); behind != at) return done_ = behind;
    if (text_[at] == '\\') return std::min(at + 2, limit);
    for (const Shape& shape : kShapes) {
      if (text_.compare(at, shape.open.size(), shape.open) != 0) continue;
      const std::string_view within = text_.substr(0, std::min(limit, at + kLongest));
      const ByteRange inside{at + shape.open.size(), within.find(shape.close, at + shape.open.size())};
      if (inside.end == npos || !has_letter(inside)) continue;
      return done_ = change(shape, {at, inside.end + shape.close.size()}, inside);
    }
    return at + 1;
  }

  bool has_letter(ByteRange range) const {
    const std::string_view words = text_.substr(range.begin, range.size());
    return std::any_of(words.begin(), words.end(),
                       [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
  }

  // Returns where reading goes on: within the words that are said, which may hold markup of others.
  std::size_t change(const Shape& shape, ByteRange whole, ByteRange inside) {
    if (shape.change == Change::gone || shape.change == Change::remark) {
      list_.remove_word(whole, SilentKind::comment);
      return whole.end;
    }
    if (shape.change == Change::replaced) {
      const std::size_t arrow = text_.substr(0, inside.end).find("~>", inside.begin);
      if (arrow == npos) return inside.begin;
      list_.remove({whole.begin, arrow + 2}, SilentKind::comment);
    } else {
      list_.remove({whole.begin, inside.begin});
    }
    list_.remove({inside.end, whole.end});
    return whole.end;
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits list_;
  std::size_t done_ = 0;
};

// What a text that is written for GitLab shows.
bool shows_gitlab(std::string_view text) {
  constexpr auto kShown = std::to_array<std::string_view>(
      {"[[_TOC_]]", "/-/", "gitlab", "GitLab", "$`", "{+ ", "{- ", "\n>>>\n", "- [~] ", ".gitlab-ci.yml"});
  return std::any_of(kShown.begin(), kShown.end(), [&](std::string_view shown) { return text.find(shown) != npos; });
}

}  // namespace

Rewrites rewrite_change_marks(const MarkdownScan& scan) { return ChangeMarks(scan).run(); }

Rewrites rewrite_gitlab_references(const MarkdownScan& scan) {
  const std::string_view text = scan.text();
  if (text.find_first_of("!&~") == npos || !shows_gitlab(text)) return {};
  Rewrites rewrites;
  for (std::size_t at = text.find_first_of("!&~"); at != npos; at = text.find_first_of("!&~", at + 1)) {
    if (const std::size_t behind = scan.behind_code(at); behind != at) {
      at = behind - 1;
      continue;
    }
    const char before = at == 0 ? '\n' : text[at - 1];
    if (!is_blank(before) && !is_line_end(before) && before != '(' && before != ',') continue;
    std::size_t end = at + 1;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    const bool number =
        end > at + 1 && (end == text.size() || !(is_ascii_letter(text[end]) || text[end] == '[' || text[end] == ';'));
    if (text[at] != '~' && number) {
      const std::string word = text[at] == '!' ? "merge request " : "epic ";
      rewrites.push_back({.range = {at, end}, .atom = Atom{word + std::string(text.substr(at + 1, end - at - 1))}});
    } else if (text[at] == '~' && at + 1 < text.size() && is_ascii_letter(text[at + 1])) {
      rewrites.push_back({{at, at + 1}, ""});  // a label's mark
    }
  }
  return rewrites;
}

}  // namespace aloud
