#include "document/markdown/citations.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/wiki_marks.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kLongest = 400;  // of a citation in brackets, in bytes

// Before a number in brackets that belongs to the sentence: "as shown in [3]".
constexpr std::array<std::string_view, 28> kPrepositions{
    "in",   "see", "by",  "of", "from",  "and", "or",   "to", "with", "cf", "cf.", "key", "press", "ref",
    "ref.", "aus", "von", "in", "siehe", "und", "dans", "de", "voir", "et", "en",  "ver", "y",     "per"};

// Names of what programs take elements out of.
constexpr std::array<std::string_view, 21> kIndexed{"arr",   "buf",    "row",    "xs",     "ys",   "array",  "list",
                                                    "args",  "argv",   "data",   "items",  "item", "index",  "arrays",
                                                    "tuple", "matrix", "vector", "buffer", "rows", "values", "string"};

struct Anchor {
  std::string_view prefix, word;
};
// Quarto's names for what can be referred to.
constexpr std::array<Anchor, 6> kAnchors{
    {{"fig", "Figure"}, {"tbl", "Table"}, {"sec", "Section"}, {"eq", "Equation"}, {"lst", "Listing"}, {"thm", "Theorem"}}};

bool is_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_key(char c) { return is_word(c) || (c != '\0' && std::string_view(":.#$%&-+?<>~/_").find(c) != npos); }

// Behind the key that begins at `at`: what ends a sentence or a list is none of it.
std::size_t key_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_key(text[end])) ++end;
  while (end > at && !is_word(text[end - 1])) --end;
  return end;
}

// "smith_04" → "Smith 04", "fig-heap" → "Figure heap".
std::string spoken_key(std::string_view key) {
  std::string words;
  for (const Anchor& anchor : kAnchors) {
    const bool fits = key.starts_with(anchor.prefix) && key.size() > anchor.prefix.size() &&
                      (key[anchor.prefix.size()] == '-' || key[anchor.prefix.size()] == ':');
    if (!fits) continue;
    words = anchor.word;
    key.remove_prefix(anchor.prefix.size());
  }
  for (std::size_t i = 0; i < key.size(); ++i) {
    const bool gap = !is_word(key[i]);
    const bool border = i > 0 && is_ascii_digit(key[i]) != is_ascii_digit(key[i - 1]);
    if ((gap || border) && !words.empty() && words.back() != ' ') words += ' ';
    if (!gap) words += words.empty() ? ascii_upper(key[i]) : key[i];
  }
  return words;
}

// "see @smith04, p. 3; -@doe" as it would be said.
std::string spoken_citation(std::string_view inside) {
  std::string said;
  for (std::size_t at = 0; at < inside.size();) {
    const bool suppressed = inside[at] == '-' && at + 1 < inside.size() && inside[at + 1] == '@';
    if (suppressed || inside[at] == '@') {
      at += suppressed ? 2 : 1;
      if (at < inside.size() && inside[at] == '{') ++at;
      const std::size_t end = key_end(inside, at);
      said += spoken_key(inside.substr(at, end - at));
      at = end;
    } else {
      if (inside[at] != '{' && inside[at] != '}') said += is_line_end(inside[at]) ? ' ' : inside[at];
      ++at;
    }
  }
  return said;
}

// Whether what stands in brackets cites by Pandoc's keys.
bool cites_keys(std::string_view inside) {
  for (std::size_t at = inside.find('@'); at != npos; at = inside.find('@', at + 1)) {
    const char before = at == 0 ? ' ' : inside[at - 1];
    const bool starts = is_blank(before) || is_line_end(before) || before == '-' || before == ';' || before == '(';
    if (starts && at + 1 < inside.size() && (is_word(inside[at + 1]) || inside[at + 1] == '_' || inside[at + 1] == '{'))
      return true;
  }
  return false;
}

class Citations {
 public:
  explicit Citations(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), list_(scan) {
    find_definitions();
    find_evidence();
  }

  Rewrites run() {
    for (const ScannedLine& line : scan_.lines()) {
      if (line.kind != ScannedLine::Kind::text || line.range.end <= done_) continue;
      for (std::size_t at = std::max(line.content, done_); at < line.range.end;) at = take(at, line);
    }
    return list_.take();
  }

 private:
  /// Something in brackets, "[…]" or "\[…\]".
  struct Bracketed {
    ByteRange whole;
    std::string_view inside;
  };

  void find_definitions() {
    for (const ScannedLine& line : scan_.lines()) {
      const std::string_view content = scan_.content(line);
      if (line.kind != ScannedLine::Kind::text || !content.starts_with('[')) continue;
      const std::size_t close = content.find("]:");
      if (close != npos)
        defined_.insert(content.substr(1, close - 1));
      else if (content.find(']') != npos && content.find(']') + 1 < content.size() &&
               is_blank(content[content.find(']') + 1]) && is_source_numbers(content.substr(1, content.find(']') - 1)))
        numbered_ = true;
    }
  }

  void find_evidence() {
    for (std::size_t at = text_.find('['); at != npos; at = text_.find('[', at + 1)) {
      if (scan_.is_code(at)) continue;
      const auto found = bracketed_at(at);
      if (!found) continue;
      const char next = found->whole.end < text_.size() ? text_[found->whole.end] : '\0';
      if (next == '(' || next == ':') continue;
      if (cites_keys(found->inside)) keys_ = true;
      if (is_editors_remark(found->inside)) numbered_ = true;
      if (is_source_numbers(found->inside) && ends_clause(at)) numbered_ = true;
    }
    for (const Anchor& anchor : kAnchors) keys_ = keys_ || text_.find("@" + std::string(anchor.prefix) + "-") != npos;
  }

  // Whether a mark of punctuation or a quotation mark stands before `at`: "grow.[12]", not "[1][2]" or "x[1]".
  bool ends_clause(std::size_t at) const {
    const std::string_view before = text_.substr(0, at);
    if (before.empty()) return false;
    if (std::string_view(".,;!?\"").find(before.back()) != npos) return true;
    return before.ends_with("”") || before.ends_with("»") || before.ends_with("“") || before.ends_with("’") ||
           before.ends_with("。");
  }

  std::optional<Bracketed> bracketed_at(std::size_t at) const {
    const bool escaped = at > 0 && text_[at - 1] == '\\';
    const std::string_view rest = text_.substr(at + 1, kLongest);
    const std::size_t close = rest.find_first_of("[]");
    if (close == npos || rest[close] != ']') return std::nullopt;
    std::size_t end = close;
    if (escaped) {
      if (end == 0 || rest[end - 1] != '\\') return std::nullopt;
      --end;
    }
    const std::string_view inside = rest.substr(0, end);
    const std::size_t newline = inside.find('\n');
    if (newline != npos && (inside.find("\n\n") != npos || inside.find("\n>") != npos)) return std::nullopt;
    return Bracketed{{escaped ? at - 1 : at, at + 1 + close + 1}, inside};
  }

  std::size_t take(std::size_t at, const ScannedLine& line) {
    at = std::min(text_.substr(0, line.range.end).find_first_of("[@\\`<\xC2\xE2", at), line.range.end);
    if (at >= line.range.end) return at;
    if (const std::size_t behind = scan_.behind_code(at); behind != at) return done_ = behind;
    if (text_[at] == '<') return behind_tag(at, line.range.end);
    if (text_[at] == '\\') return at + (text_.substr(at).starts_with("\\[") ? 1 : 2);
    std::size_t end = at;
    if (text_[at] == '[') end = brackets(at, line);
    if (text_[at] == '@') end = key(at, line.range.end);
    if (static_cast<unsigned char>(text_[at]) >= 0x80) end = superscript(at, line.range.end);
    if (end == at) return at + 1;
    return done_ = end;
  }

  // An address in angle brackets, or a tag.
  std::size_t behind_tag(std::size_t at, std::size_t limit) const {
    const std::size_t close =
        at + 1 < limit && is_ascii_letter(text_[at + 1]) ? text_.substr(0, std::min(limit, at + kLongest)).find('>', at) : npos;
    return close == npos ? at + 1 : close + 1;
  }

  void cite(ByteRange range, std::string text) { list_.replace(range, Atom{std::move(text), SpanKind::citation, {}}); }

  std::size_t brackets(std::size_t at, const ScannedLine& line) {
    if (const std::size_t end = linked_note(at, line.range.end); end != at) return end;
    const auto found = bracketed_at(at);
    if (!found) return at;
    const std::size_t end = found->whole.end;
    const char next = end < text_.size() ? text_[end] : '\0';
    const bool image = at > 0 && text_[at - 1] == '!';
    if (next == '(') return end;  // a link
    if (next == ':' && is_source_numbers(found->inside) && at > line.content && refers(found->whole, line)) {
      if (const std::size_t pages = pages_end(end, line.range.end); pages != end) {
        cite({found->whole.begin, pages}, std::string(text_.substr(found->whole.begin, pages - found->whole.begin)));
        return pages;
      }
    }
    if (image || next == ':' || next == '{' || defined_.contains(found->inside)) return at;
    if (next == '[' && !bracketed_at(end)) return at;
    if (cites_keys(found->inside)) {
      cite(found->whole, spoken_citation(found->inside));
      return end;
    }
    if (next == '[' && !cites_like_this(bracketed_at(end)->inside)) return at;
    if (is_editors_remark(found->inside) || (is_source_numbers(found->inside) && refers(found->whole, line))) {
      cite(found->whole, "[" + std::string(found->inside) + "]");
      return end;
    }
    return at;
  }

  // "[4]: 12–14  In 1812": behind the pages that are cited; `at` where a sentence goes on ("[4]: 12 people").
  std::size_t pages_end(std::size_t at, std::size_t limit) const {
    const std::string_view rest = text_.substr(0, limit);
    std::size_t begin = std::min(rest.find_first_not_of(": \t", at), limit);
    for (const std::string_view space : {"\xC2\xA0", "\xE2\x80\x8A", "\xE2\x80\x89", "\xE2\x80\xAF"}) {  // hair and thin ones
      while (rest.substr(begin).starts_with(space)) begin += space.size();
    }
    std::size_t end = begin;
    for (std::size_t next = begin; next < limit;) {
      const std::size_t dash = rest.substr(next).starts_with("–") ? std::string_view("–").size() : 1;
      const bool joins =
          next > begin && (dash > 1 || rest[next] == '-' || rest[next] == ',' || (rest[next] == ' ' && end < next));
      if (is_ascii_digit(rest[next])) {
        end = ++next;
      } else if (joins) {
        next += dash;
      } else {
        break;
      }
    }
    if (end == begin) return at;
    const std::string_view behind = rest.substr(end);
    const std::size_t word = behind.find_first_not_of(" \t");
    const bool ends = word == npos || behind[0] == '[' || word > 1 || (word == 1 && !is_ascii_lower(behind[1]));
    return ends ? end : at;
  }

  static bool cites_like_this(std::string_view inside) { return is_source_numbers(inside) || is_editors_remark(inside); }

  // Whether numbers in brackets are a reference where they stand.
  bool refers(ByteRange range, const ScannedLine& line) const {
    std::size_t begin = range.begin;
    if (begin == line.content) {  // of a list of sources, or of a line that goes on
      const std::size_t before = line.range.begin == 0 ? npos : text_.find_last_not_of("\r\n", line.range.begin - 1);
      const bool first = before == npos || line_end(text_, before + 1) + 2 < line.range.begin + 1 ||
                         (line.range.begin >= 2 && text_.substr(line.range.begin - 2, 2) == "\n\n");
      return !first && numbered_;
    }
    if (ends_clause(begin) || (begin == done_ && begin > 0 && text_[begin - 1] == ']')) return true;
    const char before = text_[begin - 1];
    if (before == '*' || before == '_' || before == ')' || before == '>') return true;
    if (!is_blank(before)) return numbered_ && !follows_code(begin, line.content);
    const char next = range.end < text_.size() ? text_[range.end] : '\n';
    const bool ends = std::string_view(".,;:!?)[\r\n").find(next) != npos;
    return (ends || numbered_) && !follows_preposition(begin, line.content);
  }

  // "array[3]", "x[1]", "file_name[2]": an index behind what could be a variable.
  bool follows_code(std::size_t at, std::size_t limit) const {
    std::size_t begin = at;
    while (begin > limit && (is_word(text_[begin - 1]) || text_[begin - 1] == '_' || text_[begin - 1] == '.')) --begin;
    const std::string_view word = text_.substr(begin, at - begin);
    if (word.size() <= 1 || word.find_first_of("_.") != npos) return true;
    return std::find(kIndexed.begin(), kIndexed.end(), word) != kIndexed.end() ||
           std::any_of(word.begin() + 1, word.end(), is_ascii_upper<char>);
  }

  bool follows_preposition(std::size_t at, std::size_t limit) const {
    while (at > limit && is_blank(text_[at - 1])) --at;
    std::size_t begin = at;
    while (begin > limit && !is_blank(text_[begin - 1]) && at - begin < 8) --begin;
    const std::string word = ascii_lower(text_.substr(begin, at - begin));
    return std::find(kPrepositions.begin(), kPrepositions.end(), word) != kPrepositions.end();
  }

  // "[\[1\]](#cite_note-1)", as an encyclopedia's pages come out of converters.
  std::size_t linked_note(std::size_t at, std::size_t limit) {
    constexpr std::size_t kMark = 16;
    const std::string_view rest = text_.substr(at, std::min(limit - at, kLongest));
    const std::size_t middle = rest.substr(0, kMark).find("](#cite_");
    if (middle == npos) return at;
    const std::size_t close = rest.find(')', middle);
    if (close == npos) return at;
    std::string mark;
    for (const char c : rest.substr(1, middle - 1)) {
      if (c != '\\' && c != '[' && c != ']' && c != '^') mark += c;
    }
    cite({at, at + close + 1}, "[" + mark + "]");
    return at + close + 1;
  }

  // "@smith04" in a sentence.
  std::size_t key(std::size_t at, std::size_t limit) {
    if (!keys_ || at + 1 >= limit) return at;
    const char before = at == 0 ? ' ' : text_[at - 1];
    const std::size_t begin = text_[at + 1] == '{' ? at + 2 : at + 1;
    if (is_key(before) || begin >= limit || !is_word(text_[begin])) return at;
    const std::string_view line = text_.substr(0, std::min(limit, at + kLongest));
    std::size_t end = begin > at + 1 ? line.find('}', begin) : key_end(line, begin);
    if (end == npos) return at;
    const std::string words = spoken_key(text_.substr(begin, end - begin));
    if (begin > at + 1) ++end;
    list_.replace({at, end}, Atom{words, std::nullopt, {}});
    return end;
  }

  // "grow.¹²": digits that are raised behind the end of a sentence or a clause.
  std::size_t superscript(std::size_t at, std::size_t limit) {
    std::size_t end = at;
    while (end < limit) {
      const CodePoint point = code_point_at(text_, end);
      const bool raised = point.value == U'¹' || point.value == U'²' || point.value == U'³' ||
                          (point.value >= U'⁰' && point.value <= U'⁹' && point.value != U'ⁱ');
      if (!raised) break;
      end += point.size;
    }
    if (end == at || at == 0 || !ends_clause(at)) return end == at ? at : end;
    if (text_[at - 1] == '.' && at > 1 && is_ascii_digit(text_[at - 2])) return end;
    const bool word_follows = end < text_.size() && is_alphanumeric(code_point_at(text_, end).value);
    if (!word_follows) cite({at, end}, std::string(text_.substr(at, end - at)));
    return end;
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  std::set<std::string_view> defined_;  // labels
  bool numbered_ = false;               // the text refers to sources by numbers
  bool keys_ = false;                   // the text cites as Pandoc does
  LineEdits list_;
  std::size_t done_ = 0;
};

}  // namespace

Rewrites rewrite_citations(const MarkdownScan& scan) { return Citations(scan).run(); }

}  // namespace aloud
