#include "document/markdown/obsidian.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kLongestKey = 40;  // of a property, in bytes

// Files that are shown in place; what else is embedded is a note.
constexpr std::array<std::string_view, 9> kImages{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif", ".tiff"};

// What Logseq keeps in a block for itself.
constexpr std::array<std::string_view, 20> kOwnProperties{"id",
                                                          "collapsed",
                                                          "alias",
                                                          "aliases",
                                                          "tags",
                                                          "type",
                                                          "template",
                                                          "template-including-parent",
                                                          "public",
                                                          "icon",
                                                          "background-color",
                                                          "created-at",
                                                          "updated-at",
                                                          "exclude-from-graph-view",
                                                          "heading",
                                                          "card-last-score",
                                                          "card-repeats",
                                                          "card-next-schedule",
                                                          "card-last-interval",
                                                          "card-ease-factor"};

template <typename Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_digit_or(char c, std::string_view more) { return is_ascii_digit(c) || more.find(c) != npos; }

// Behind bullets and numbers.
std::size_t behind_bullet(std::string_view text, const ScannedLine& line) {
  const std::string_view content = text.substr(line.content, line.range.end - line.content);
  const bool bullet =
      content.size() > 1 && (content[0] == '-' || content[0] == '*' || content[0] == '+') && is_blank(content[1]);
  return bullet ? std::min(line.content + content.find_first_not_of(" \t", 1), line.range.end) : line.content;
}

// "#garden/soil": behind the tag at `at`; `at` where none begins there. A number alone is none.
std::size_t tag_end(std::string_view text, std::size_t at, std::size_t limit) {
  std::size_t end = at + 1;
  bool letter = false;
  for (; end < limit && (is_word(text[end]) || text[end] == '-' || text[end] == '_' || text[end] == '/'); ++end) {
    letter = letter || !is_ascii_digit(text[end]);
  }
  const bool starts = at == 0 || is_blank(text[at - 1]) || is_line_end(text[at - 1]);
  return starts && letter && is_word(text[at + 1]) ? end : at;
}

// Whether a line holds tags and nothing else; how many.
std::size_t count_tags_alone(std::string_view text, ByteRange range) {
  std::size_t count = 0;
  for (std::size_t at = range.begin; at < range.end;) {
    if (is_blank(text[at]) || text[at] == ',') {
      ++at;
      continue;
    }
    const std::size_t end = text[at] == '#' ? tag_end(text, at, range.end) : at;
    if (end == at) return 0;
    ++count;
    at = end;
  }
  return count;
}

class Notes {
 public:
  explicit Notes(const MarkdownScan& scan)
      : scan_(scan), text_(scan.text()), defined_(labels_of(scan)), shown_(shows_notes()), list_(scan) {}

  Rewrites run() {
    queries();
    for (const ScannedLine& line : scan_.lines()) {
      if (line.range.end <= done_) continue;
      if (line.kind != ScannedLine::Kind::text) continue;
      if (line.content >= done_ && whole_line(line)) continue;
      block_id_ = block_id_begin(line);
      for (std::size_t at = std::max(line.content, done_); at < line.range.end;) at = take(at, line);
    }
    return list_.take();
  }

 private:
  bool shows_notes() const {
    for (std::size_t at = text_.find("[["); at != npos; at = text_.find("[[", at + 2)) {
      if (!scan_.is_code(at) && link_end(at + 2, text_.size()) != npos) return true;
    }
    return std::any_of(scan_.lines().begin(), scan_.lines().end(), [&](const ScannedLine& line) {
      if (line.kind != ScannedLine::Kind::text) return false;
      const std::string_view content = scan_.content(line);
      return content.starts_with("%%") || content.starts_with("[!") || block_id_begin(line) != npos ||
             property_value(line, behind_bullet(text_, line)) != npos;
    });
  }

  // ---- whole lines ----
  bool whole_line(const ScannedLine& line) {
    const std::size_t begin = behind_bullet(text_, line);
    const ByteRange rest = trim(text_, {begin, line.range.end});
    if (rest.empty()) return false;
    if (const std::size_t tags = text_[begin] == '#' ? count_tags_alone(text_, rest) : 0; tags > 1 || (tags == 1 && shown_)) {
      list_.remove(rest, SilentKind::tag);
      return true;
    }
    if (text_.substr(begin).starts_with("%%") && block_comment(begin)) return true;
    return property(line, begin);
  }

  // "%%" that opens a line: a comment that may go on over many.
  bool block_comment(std::size_t begin) {
    const std::size_t close = text_.find("%%", begin + 2);
    if (close == npos) return false;
    list_.remove({begin, close + 2}, SilentKind::comment);
    done_ = close + 2;
    return line_end(text_, begin) <= close;
  }

  // Where the value begins of "key:: value" at `begin`; npos where the line is no property.
  std::size_t property_value(const ScannedLine& line, std::size_t begin) const {
    const std::size_t marks = text_.substr(begin, std::min(line.range.end - begin, kLongestKey)).find("::");
    if (marks == npos || marks == 0) return npos;
    const std::size_t behind = begin + marks + 2;
    if (behind < line.range.end && !is_blank(text_[behind])) return npos;
    if (!is_ascii_letter(text_[begin]) && static_cast<unsigned char>(text_[begin]) < 0x80 && text_[begin] != '*') return npos;
    const std::string_view key = text_.substr(begin, marks);
    const bool fits = std::all_of(key.begin(), key.end(), [](char c) {
      return is_word(c) || c == '-' || c == '_' || c == ' ' || c == '*' || c == '/' || c == '.';
    });
    return fits && !is_blank(key.back()) ? behind : npos;
  }

  bool property(const ScannedLine& line, std::size_t begin) {
    const std::size_t value = property_value(line, begin);
    if (value == npos) return false;
    const std::string key = ascii_lower(text_.substr(begin, value - 2 - begin));
    const bool own = is_one_of(key, kOwnProperties) || key.starts_with("logseq.") || key.starts_with("ls-");
    if (own || trim(text_, {value, line.range.end}).empty()) {
      list_.remove({begin, line.range.end}, SilentKind::property);
      return true;
    }
    list_.remove({value - 1, value});  // one of the colons
    if (begin == line.content) list_.part({begin, line.range.end});
    return false;
  }

  // A query shows what other notes hold.
  void queries() {
    const auto& lines = scan_.lines();
    for (std::size_t number = 0; number < lines.size(); ++number) {
      if (lines[number].kind != ScannedLine::Kind::fence) continue;
      const std::string_view content = scan_.content(lines[number]);
      const std::size_t info = std::min(content.find_first_not_of("`~ "), content.size());
      const std::size_t begin = lines[number].content;
      do {
        ++number;
      } while (number < lines.size() && lines[number].kind == ScannedLine::Kind::code);
      const std::string_view name = content.substr(info, content.find_first_of(" \t", info) - info);
      constexpr std::array<std::string_view, 5> kQueries{"dataview", "dataviewjs", "query", "tasks", "tracker"};
      if (!is_one_of(name, kQueries)) continue;
      const std::size_t end = number < lines.size() ? lines[number].range.end : text_.size();
      list_.remove({begin, end}, SilentKind::embed);
    }
  }

  // ---- inside a line ----
  std::size_t take(std::size_t at, const ScannedLine& line) {
    at = std::min(text_.substr(0, line.range.end).find_first_of("[!=%#^(\\`<", at), line.range.end);
    if (at >= line.range.end) return at;
    if (const std::size_t behind = scan_.behind_code(at); behind != at) return done_ = behind;
    const std::size_t end = construct(at, line);
    if (end == at) return at + 1;
    return done_ = end;
  }

  std::size_t construct(std::size_t at, const ScannedLine& line) {
    const std::string_view rest = text_.substr(at, line.range.end - at);
    switch (rest[0]) {
      case '\\':
        return std::min(at + 2, line.range.end);
      case '!':
        return rest.starts_with("![[") ? embed(at, line.range.end) : at;
      case '[':
        return rest.starts_with("[[") ? link(at, line.range.end) : field(at, line.range.end, ']');
      case '(':
        return rest.starts_with("((") ? block_reference(at, line.range.end) : field(at, line.range.end, ')');
      case '=':
        return mark(at, line.range.end);
      case '%':
        return comment(at, line.range.end);
      case '#':
        return tag(at, line);
      case '^':
        return block_id(at, line);
      default:
        return at;
    }
  }

  // The labels of what looks like link reference definitions: "[[x]]" beside "[x]: address" is a link in brackets.
  static std::set<std::string> labels_of(const MarkdownScan& scan) {
    std::set<std::string> labels;
    for (const ScannedLine& line : scan.lines()) {
      const std::string_view content = scan.content(line);
      if (line.kind != ScannedLine::Kind::text || !content.starts_with('[')) continue;
      const std::size_t begin = std::min(content.find_first_not_of('['), content.size());
      const std::size_t end = std::min(content.find(']', begin), content.size());
      const std::size_t behind = content.find_first_not_of(']', end);
      if (behind != npos && content[behind] == ':') labels.insert(ascii_lower(content.substr(begin, end - begin)));
    }
    return labels;
  }

  // The "]]" that closes the link whose inside begins at `begin`; npos where it is none.
  std::size_t link_end(std::size_t begin, std::size_t limit) const {
    if (begin >= limit || is_blank(text_[begin]) || text_[begin] == '[' || text_[begin] == ']' || text_[begin] == '_')
      return npos;
    const std::size_t close = std::min(text_.substr(0, limit).find_first_of("[]\r\n", begin), limit);
    if (close + 1 >= limit || text_[close] != ']' || text_[close + 1] != ']') return npos;
    if (close + 2 < text_.size() && text_[close + 2] == '(') return npos;  // [[1]](address): a link
    if (begin > 2 && text_[begin - 3] == '[') return npos;                 // [[[x]]]: brackets
    const std::string_view inside = text_.substr(begin, close - begin);
    if (inside.starts_with('-') || ascii_lower(inside) == "toc") return npos;
    return defined_.contains(ascii_lower(inside)) ? npos : close;
  }

  // A "|" parts a target from what is shown for it, as "\|" in tables.
  struct Parts {
    ByteRange target, alias;
  };
  Parts parts_of(ByteRange inside) const {
    const std::size_t bar = std::min(text_.substr(0, inside.end).find('|', inside.begin), inside.end);
    if (bar == inside.end) return {inside, {}};
    const bool escaped = bar > inside.begin && text_[bar - 1] == '\\';
    return {{inside.begin, escaped ? bar - 1 : bar}, {bar + 1, inside.end}};
  }

  std::size_t link(std::size_t at, std::size_t limit) {
    const std::size_t close = link_end(at + 2, limit);
    if (close == npos) return at;
    const Parts parts = parts_of({at + 2, close});
    if (!trim(text_, parts.alias).empty()) {
      list_.remove({at, parts.alias.begin}, SilentKind::link_destination);
      list_.remove({close, close + 2});
    } else {
      say_target({at, close + 2}, parts.target);
    }
    return close + 2;
  }

  // "folder/Note#Heading" as "Note, Heading".
  void say_target(ByteRange whole, ByteRange target) {
    const std::string_view text = text_.substr(0, target.end);
    const std::size_t block = std::min(text.find("#^", target.begin), target.end);
    std::size_t heading = std::min(text.substr(0, block).find('#', target.begin), block);
    const std::size_t slash = text.substr(target.begin, heading - target.begin).rfind('/');
    std::size_t begin = slash == npos ? target.begin : target.begin + slash + 1;
    std::size_t end = heading;
    if (text.substr(begin, end - begin).ends_with(".md")) end -= 3;
    list_.remove({whole.begin, begin}, SilentKind::link_destination);
    bool said = end > begin;
    while (heading < block) {  // headings within headings
      const std::size_t next = std::min(text.substr(0, block).find('#', heading + 1), block);
      if (said) {
        list_.replace({end, heading + 1}, ", ");
      } else {
        list_.remove({end, heading + 1});
      }
      said = said || next > heading + 1;
      end = heading = next;
    }
    list_.remove({end, whole.end}, SilentKind::link_destination);
  }

  static bool is_size(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_digit_or(c, "x"); });
  }

  std::size_t embed(std::size_t at, std::size_t limit) {
    const std::size_t close = link_end(at + 3, limit);
    if (close == npos) return at;
    const Parts parts = parts_of({at + 3, close});
    const std::string target = ascii_lower(text_.substr(parts.target.begin, parts.target.size()));
    const bool image = std::any_of(kImages.begin(), kImages.end(), [&](std::string_view end) { return target.ends_with(end); });
    const ByteRange alias = trim(text_, parts.alias);
    const std::string_view shown = text_.substr(alias.begin, alias.size());
    if (!image || shown.empty() || is_size(shown)) {
      list_.remove({at, close + 2}, SilentKind::embed);
    } else {
      list_.remove({at, alias.begin}, SilentKind::link_destination);
      list_.replace(alias, Atom{std::string(shown), SpanKind::image, target});
      list_.remove({alias.end, close + 2});
    }
    return close + 2;
  }

  // "((65f1c2d0-…))", a block of Logseq's that is shown here.
  std::size_t block_reference(std::size_t at, std::size_t limit) {
    constexpr std::size_t kUuid = 36;
    const std::size_t begin = at + 2, end = begin + kUuid;
    if (end + 2 > limit || text_.substr(end, 2) != "))") return at;
    const std::string_view id = text_.substr(begin, kUuid);
    const bool fits = std::all_of(id.begin(), id.end(), [](char c) { return is_digit_or(c, "abcdefABCDEF-"); });
    if (!fits) return at;
    list_.remove({at, end + 2}, SilentKind::embed);
    return end + 2;
  }

  // "[key:: value]" and "(key:: value)", of which Dataview shows the value alone.
  std::size_t field(std::size_t at, std::size_t limit, char close) {
    const std::string_view rest = text_.substr(at + 1, limit - at - 1);
    const std::size_t marks = rest.substr(0, kLongestKey).find("::");
    if (marks == npos || marks == 0 || !is_word(rest[0])) return at;
    const std::string_view key = rest.substr(0, marks);
    const bool fits =
        std::all_of(key.begin(), key.end(), [](char c) { return is_word(c) || c == '-' || c == '_' || c == ' '; });
    if (!fits || marks + 2 >= rest.size() || !is_blank(rest[marks + 2])) return at;
    if (unclosed_in_ == limit) return at;
    const std::size_t end = rest.find(close, marks + 2);
    if (end == npos) {
      unclosed_in_ = limit;  // none in the rest of the line: known after one search
      return at;
    }
    const std::size_t colons = at + 1 + marks;
    if (close == ']') {
      list_.remove({at, at + 1});
      list_.remove({colons + 1, colons + 2});
    } else {
      list_.remove({at, colons + 3}, SilentKind::property);
    }
    list_.remove({at + 1 + end, at + 2 + end});
    return colons + 3;  // the value is read on
  }

  // "==mark==", not "a == b" and not "x==y".
  std::size_t mark(std::size_t at, std::size_t limit) {
    const std::size_t run = std::min(text_.find_first_not_of('=', at), limit) - at;
    if (run != 2 || at == mark_close_) return at + run;
    const bool opens = at + 2 < limit && !is_blank(text_[at + 2]) && (at == 0 || !is_word(text_[at - 1]));
    const std::size_t close = opens ? text_.substr(0, limit).find("==", at + 2) : npos;
    if (close == npos || is_blank(text_[close - 1]) ||
        (close + 2 < limit && (is_word(text_[close + 2]) || text_[close + 2] == '=')))
      return at + 2;
    list_.remove({at, at + 2});
    list_.remove({close, close + 2});
    mark_close_ = close;
    return at + 2;
  }

  std::size_t comment(std::size_t at, std::size_t limit) {
    const bool opens = text_.substr(at, limit - at).starts_with("%%") && (at == 0 || !is_ascii_digit(text_[at - 1]));
    const std::size_t close = opens ? text_.substr(0, limit).find("%%", at + 2) : npos;
    if (close == npos) return at;
    list_.remove({at, close + 2}, SilentKind::comment);
    return close + 2;
  }

  std::size_t tag(std::size_t at, const ScannedLine& line) {
    if (!shown_) return at;
    if (text_.substr(at).starts_with("#[[")) {
      list_.remove({at, at + 1});
      return at + 1;
    }
    const std::size_t end =
        at == line.content && at + 1 < line.range.end && text_[at + 1] == '#' ? at : tag_end(text_, at, line.range.end);
    if (end != at) list_.remove({at, at + 1});
    return end;
  }

  // " ^a1b2c3" that ends a line; npos for other lines.
  std::size_t block_id_begin(const ScannedLine& line) const {
    std::size_t end = line.range.end;
    while (end > line.content && is_blank(text_[end - 1])) --end;
    std::size_t begin = end;
    while (begin > line.content &&
           (is_ascii_letter(text_[begin - 1]) || is_ascii_digit(text_[begin - 1]) || text_[begin - 1] == '-'))
      --begin;
    if (begin == end || begin == line.content || text_[begin - 1] != '^') return npos;
    const std::string_view id = text_.substr(begin, end - begin);
    constexpr std::size_t kOwnLength = 6;  // of the ids that Obsidian makes up; shorter numbers are exponents
    if (id.size() < kOwnLength && std::none_of(id.begin(), id.end(), is_ascii_letter<char>)) return npos;
    return begin - 1 == line.content || is_blank(text_[begin - 2]) ? begin - 1 : npos;
  }

  std::size_t block_id(std::size_t at, const ScannedLine& line) {
    if (block_id_ != at) return at;
    list_.remove({at, line.range.end});
    return line.range.end;
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  std::set<std::string> defined_;
  bool shown_;  // that this is a note
  LineEdits list_;
  std::size_t done_ = 0;
  std::size_t unclosed_in_ = 0;                    // the end of a line that closes no more fields
  std::size_t block_id_ = std::string_view::npos;  // of the line that is looked at
  std::size_t mark_close_ = std::string_view::npos;
};

}  // namespace

Rewrites rewrite_obsidian(const MarkdownScan& scan) { return Notes(scan).run(); }

}  // namespace aloud
