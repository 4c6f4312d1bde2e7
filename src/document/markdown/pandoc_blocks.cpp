#include <algorithm>
#include <map>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/pandoc.h"
#include "document/markdown/tag_attributes.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using Kind = ScannedLine::Kind;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kDefinitionIndent = 4;  // columns that a definition's later paragraphs stand in

class Blocks {
 public:
  explicit Blocks(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), lines_(scan.lines()), list_(scan) {}

  Rewrites run() {
    number_examples();
    for (std::size_t number = title_block(); number < lines_.size();) number = take(number);
    return list_.take();
  }

 private:
  std::string_view content(std::size_t number) const {
    return number < lines_.size() ? scan_.content(lines_[number]) : std::string_view();
  }
  bool is_text(std::size_t number) const { return number < lines_.size() && lines_[number].kind == Kind::text; }
  bool is_blank_line(std::size_t number) const { return number >= lines_.size() || lines_[number].kind == Kind::blank; }

  // "% Title", "% Authors", "% Date", which open the text; returns the line behind them.
  std::size_t title_block() {
    std::size_t number = 0;
    while (number < lines_.size() && lines_[number].kind == Kind::blank) ++number;
    if (!is_text(number) || !content(number).starts_with("% ") || lines_[number].indent > 0) return 0;
    const std::size_t first = number;
    list_.replace({lines_[first].content, lines_[first].content + 1}, "#");
    for (++number; is_text(number); ++number) {
      const bool more = content(number).starts_with('%') || lines_[number].indent > 0;
      if (!more) break;
      if (lines_[number].indent > 0 && number == first + 1) {  // joined to the heading's line
        const std::size_t end = lines_[number - 1].range.end;
        list_.replace({end, lines_[number].content}, " ");
      } else {
        list_.remove({lines_[number].content, lines_[number].range.end}, SilentKind::front_matter);
      }
    }
    return number;
  }

  std::size_t take(std::size_t number) {
    const ScannedLine& line = lines_[number];
    if (line.kind == Kind::fence) return fence(number);
    if (line.kind != Kind::text) return number + 1;
    if (const std::size_t end = line_block(number); end != number) return end;
    if (definition(number)) return number + 1;
    example(number);
    return number + 1;
  }

  // ---- fences ----
  std::size_t fence(std::size_t number) {
    std::size_t end = number + 1;
    while (end < lines_.size() && lines_[end].kind == Kind::code) ++end;
    const std::string_view opening = content(number);
    const std::size_t ticks = std::min(opening.find_first_not_of("`~"), opening.size());
    const std::size_t brace = std::min(opening.find_first_not_of(" \t", ticks), opening.size());
    if (brace < opening.size() && opening[brace] == '{') attributes_of_fence(number, end, lines_[number].content + brace);
    return end + 1;
  }

  // "{.python #id}", "{r, echo=FALSE}" and "{python}" name the language; "{=html}" is for one kind of output.
  void attributes_of_fence(std::size_t number, std::size_t end, std::size_t brace) {
    const ScannedLine& line = lines_[number];
    const std::string_view info = text_.substr(brace, line.range.end - brace);
    if (info.starts_with("{=")) return raw_block(number, end, info);
    if (const std::size_t list_end = attribute_list_end(text_, brace, BareWords::no); list_end != npos) {
      std::string_view language;
      for (const TagAttribute& word : tag_attributes(text_, {brace + 1, list_end - 1})) {
        if (language.empty() && word.key.empty() && text_[word.value.begin] == '.')
          language = text_.substr(word.value.begin + 1, word.value.size() - 1);
      }
      return keep_of_info(line, brace, language);
    }
    std::size_t name = 1;
    while (name < info.size() && (is_ascii_letter(info[name]) || is_ascii_digit(info[name]))) ++name;
    if (name == 1 || name == info.size() || (info[name] != '}' && info[name] != ' ' && info[name] != ',')) return;
    if (cell_is_hidden(number, end, info)) {
      const std::size_t last = std::min(end, lines_.size() - 1);
      return list_.remove({line.content, lines_[last].range.end}, SilentKind::program);
    }
    keep_of_info(line, brace, info.substr(1, name - 1));
    for (std::size_t option = number + 1; option < end && is_option(content(option)); ++option) {
      list_.remove({lines_[option].range.begin, next_line(text_, lines_[option].range.end)}, SilentKind::property);
    }
  }

  static bool is_option(std::string_view content) {
    return content.starts_with("#| ") || content.starts_with("//| ") || content.starts_with("%%| ") ||
           content.starts_with("--| ");
  }

  // Of what readers are not shown, nothing is said either.
  bool cell_is_hidden(std::size_t number, std::size_t end, std::string_view info) const {
    if (info.find("echo=F") != npos || info.find("include=F") != npos || info.find("echo = F") != npos ||
        info.find("include = F") != npos)
      return true;
    for (std::size_t option = number + 1; option < end && is_option(content(option)); ++option) {
      const std::string_view line = content(option);
      if (line.find("echo: false") != npos || line.find("include: false") != npos) return true;
    }
    return false;
  }

  void keep_of_info(const ScannedLine& line, std::size_t brace, std::string_view language) {
    if (language.empty()) return list_.remove({brace, line.range.end}, SilentKind::code_info);
    const auto begin = static_cast<std::size_t>(language.data() - text_.data());
    list_.remove({brace, begin}, SilentKind::code_info);
    list_.remove({begin + language.size(), line.range.end}, SilentKind::code_info);
  }

  // HTML is read as such; the rest is a program's.
  void raw_block(std::size_t number, std::size_t end, std::string_view info) {
    const std::size_t last = std::min(end, lines_.size() - 1);
    if (info.starts_with("{=html")) {
      list_.remove({lines_[number].content, lines_[number].range.end});
      if (lines_[last].kind == Kind::fence && last != number) list_.remove({lines_[last].content, lines_[last].range.end});
    } else {
      list_.remove({lines_[number].content, lines_[last].range.end}, SilentKind::program);
    }
  }

  // ---- line blocks ----
  // A "|" that no table's row has at its end.
  bool is_verse(std::size_t number) const {
    const std::string_view line = content(number);
    return is_text(number) && (line == "|" || line.starts_with("| ")) && (line == "|" || line.find('|', 1) == npos);
  }

  std::size_t line_block(std::size_t number) {
    std::size_t end = number;
    while (is_verse(end)) ++end;
    const bool table = end < lines_.size() && content(end).starts_with('|');
    if (table && end > number) return end;
    if (end < number + 2) return number;
    for (std::size_t verse = number; verse < end; ++verse) {
      const ScannedLine& line = lines_[verse];
      const std::size_t words = std::min(text_.find_first_not_of("| \t\xC2\xA0", line.content), line.range.end);
      list_.remove({line.content, words});
      const bool breaks = words < line.range.end && verse + 1 < end && content(verse + 1) != "|";
      if (breaks) list_.insert(line.range.end, "\\");
    }
    return end;
  }

  // ---- definition lists and captions ----
  bool is_definition(std::size_t number) const {
    const std::string_view written = content(number);
    return number > 0 && written.size() >= 3 && written[0] == ':' && is_blank(written[1]);
  }

  // ":   What it is", behind its term or another definition.
  bool definition(std::size_t number) {
    const ScannedLine& line = lines_[number];
    if (!is_definition(number)) return false;
    const std::size_t words = text_.find_first_not_of(" \t", line.content + 1);
    list_.insert(line.range.begin, "\n");  // from its term
    list_.remove({line.content, words});
    strip_caption(number);
    for (std::size_t next = number + 1; next < lines_.size(); ++next) {  // its later paragraphs
      const ScannedLine& later = lines_[next];
      if (later.kind == Kind::blank) continue;
      const bool inside = later.indent >= kDefinitionIndent && (later.kind == Kind::indented_code || later.kind == Kind::text);
      if (!inside || is_definition(next)) break;
      if (later.kind == Kind::indented_code) list_.remove({later.range.begin, later.content});
    }
    return true;
  }

  // "{#tbl-heaps}" behind a caption.
  void strip_caption(std::size_t number) {
    const ScannedLine& line = lines_[number];
    const std::size_t in_line = scan_.content(line).rfind('{');
    if (in_line == npos) return;
    const std::size_t brace = line.content + in_line;
    const std::size_t end = attribute_list_end(text_, brace, BareWords::no);
    if (end != npos && trim(text_, {end, line.range.end}).empty()) list_.remove({brace, line.range.end});
  }

  // ---- example lists ----
  // Behind "(@good)" at `at`; `at` where there is none.
  std::size_t example_end(std::size_t at, std::size_t limit) const {
    if (!text_.substr(at, limit - at).starts_with("(@")) return at;
    std::size_t end = at + 2;
    while (end < limit && (is_ascii_letter(text_[end]) || is_ascii_digit(text_[end]) || text_[end] == '_' || text_[end] == '-'))
      ++end;
    return end < limit && text_[end] == ')' ? end + 1 : at;
  }

  void number_examples() {
    int count = 0;
    for (const ScannedLine& line : lines_) {
      if (line.kind != Kind::text) continue;
      const std::size_t end = example_end(line.content, line.range.end);
      if (end == line.content || end >= line.range.end || !is_blank(text_[end])) continue;
      const std::string_view name = text_.substr(line.content, end - line.content);
      ++count;
      if (name.size() > 3) examples_[name] = count;
      items_[line.content] = count;
    }
  }

  void example(std::size_t number) {
    const ScannedLine& line = lines_[number];
    if (items_.empty()) return;
    const std::string_view text = text_.substr(0, line.range.end);
    for (std::size_t at = line.content; (at = text.find("(@", at)) != npos; ++at) {
      const std::size_t end = example_end(at, line.range.end);
      if (end == at || scan_.is_code(at)) continue;
      if (const auto item = items_.find(at); item != items_.end()) {
        list_.replace({at, end}, std::to_string(item->second) + ".");
      } else if (const auto named = examples_.find(text_.substr(at, end - at)); named != examples_.end()) {
        list_.replace({at, end}, "(" + std::to_string(named->second) + ")");
      }
    }
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  const std::vector<ScannedLine>& lines_;
  LineEdits list_;
  std::map<std::string_view, int> examples_;
  std::map<std::size_t, int> items_;  // where they begin
};

}  // namespace

Rewrites rewrite_pandoc_blocks(const MarkdownScan& scan) { return Blocks(scan).run(); }

}  // namespace aloud
