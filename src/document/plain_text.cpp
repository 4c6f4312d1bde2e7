#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <unicode/uchar.h>

#include "document/bare_address.h"
#include "document/ledger.h"
#include "document/lines.h"
#include "document/plain_lines.h"
#include "document/readers.h"
#include "document/tex_formulas.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Lines = std::vector<PlainLine>;

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

struct Marker {
  ByteRange range;
  std::optional<int> ordinal;
};

bool is_capital(char32_t value) { return u_isupper(static_cast<UChar32>(value)) != 0; }
bool is_small(char32_t value) { return u_islower(static_cast<UChar32>(value)) != 0; }
bool is_digit(char32_t value) { return u_isdigit(static_cast<UChar32>(value)) != 0; }

// Words that take up the second half of what a hyphen leaves open: "Haus- und Gartentür", "two- or threefold".
bool joins_halves(std::string_view line) {
  static constexpr std::array<std::string_view, 14> kWords{"und", "oder", "bzw.", "and", "or", "to", "et",
                                                           "ou",  "y",    "o",    "e",   "en", "of", "och"};
  const std::string_view word = line.substr(0, line.find_first_of(" \t,;"));
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Whether a word, or a range of numbers, is cut by a hyphen between two lines: "well-", "known".
bool hyphen_joins(std::string_view line, std::string_view next) {
  for (const std::string_view hyphen : {"-", "\xE2\x80\x90"}) {
    if (!line.ends_with(hyphen) || line.size() == hyphen.size() || next.empty()) continue;
    const char32_t before = code_point_before(line, line.size() - hyphen.size()).value;
    const char32_t after = code_point_at(next, 0).value;
    if (is_digit(before)) return is_digit(after);
    return is_alphanumeric(before) && is_small(after) && !joins_halves(next);
  }
  return false;
}

class PlainTextReader {
 public:
  PlainTextReader(Document& document, std::size_t body_begin)
      : document_(document), text_(document.source.text()), lines_(text_, body_begin), body_begin_(body_begin) {}

  void read() {
    for (PlainParagraph paragraph = lines_.next(); !paragraph.lines.empty(); paragraph = lines_.next()) add(paragraph);
    settle_silent(document_);
    for (const ByteRange& gap : unclaimed(document_, {body_begin_, text_.size()}))
      document_.silent.push_back({gap, SilentKind::markup});
  }

 private:
  std::string_view text_of(const PlainLine& line) const { return text_.substr(line.text.begin, line.text.size()); }

  // "- ", "* ", "• ", "1. " or "1) " at the start of a line.
  std::optional<Marker> marker_of(const PlainLine& line) const {
    const std::string_view rest = text_of(line);
    const std::size_t begin = line.text.begin;
    for (const std::string_view bullet : {"-", "*", "+", "\xE2\x80\xA2"}) {
      if (rest.starts_with(bullet) && rest.size() > bullet.size() && is_blank(rest[bullet.size()])) {
        return Marker{{begin, begin + bullet.size()}, std::nullopt};
      }
    }
    int ordinal = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 9), ordinal);
    const auto digits = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc() || rest.front() == '-' || digits + 1 >= rest.size()) return std::nullopt;
    if ((rest[digits] != '.' && rest[digits] != ')') || !is_blank(rest[digits + 1])) return std::nullopt;
    return Marker{{begin, begin + digits + 1}, ordinal};
  }

  // Whether the lines from `first` on are all items, or indented below one.
  bool is_list(const Lines& lines, std::size_t first) const {
    if (!marker_of(lines[first])) return false;
    for (std::size_t i = first + 1; i < lines.size(); ++i) {
      if (!marker_of(lines[i]) && !lines[i].indented) return false;
    }
    return true;
  }

  // Where a list begins that a line ending in a colon leads to; lines.size() if there is none.
  std::size_t list_after_colon(const Lines& lines) const {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::string_view before = text_of(lines[i - 1]);
      const bool announced = before.ends_with(':') || before.ends_with("\xEF\xBC\x9A");
      if (marker_of(lines[i])) return announced && is_list(lines, i) ? i : lines.size();
    }
    return lines.size();
  }

  // A line that might be a headline: short, with words, and not ending as sentences do.
  bool is_headline(const PlainLine& line) const {
    std::string_view text = text_of(line);
    if (count_code_points(text) > kLongestTitle) return false;
    for (const std::string_view closer : {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"}) {
      if (text.ends_with(closer)) text.remove_suffix(closer.size());
    }
    const bool ends_sentence = text.empty() || text.ends_with("\xE2\x80\xA6") ||
                               std::string_view(".!?:;,").find(text.back()) != std::string_view::npos;
    return !ends_sentence && has_alphanumeric(text, {0, text.size()});
  }

  // Two capital letters or more, and no small one.
  bool is_in_capitals(const PlainLine& line) const {
    std::size_t capitals = 0;
    for (std::size_t at = line.text.begin; at < line.text.end;) {
      const CodePoint point = code_point_at(text_, at);
      if (is_small(point.value)) return false;
      capitals += is_capital(point.value) ? 1U : 0U;
      at += point.size;
    }
    return capitals >= 2;
  }

  // How many lines at the start of the first paragraph are the title: a paragraph that is a headline, or a headline in capitals
  // above text that is not.
  std::size_t title_lines(const Lines& lines) const {
    constexpr std::size_t kMostLines = 3;
    if (!document_.blocks.empty() || lines.front().quote_depth > 0) return 0;
    if (lines.size() == 1) return is_headline(lines.front()) && !lines_.at_end() ? 1 : 0;
    std::size_t count = 0;
    while (count < lines.size() && count < kMostLines && is_in_capitals(lines[count])) ++count;
    const bool above_text = count > 0 && count < lines.size() && !is_in_capitals(lines[count]);
    return above_text && is_headline(lines[count - 1]) ? count : 0;
  }

  void add(const PlainParagraph& paragraph) {
    const Lines& lines = paragraph.lines;
    if (paragraph.kind == PlainParagraph::Kind::heading) return add_heading(paragraph);
    if (paragraph.kind == PlainParagraph::Kind::rule) {
      add_block(BlockKind::thematic_break, {});
      document_.blocks.back().source = lines.front().text;
      return;
    }
    if (is_list(lines, 0)) return add_list(lines);
    const std::size_t title = title_lines(lines);
    if (title > 0) add_block(BlockKind::title, {lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(title)});
    const Lines rest(lines.begin() + static_cast<std::ptrdiff_t>(title), lines.end());
    if (rest.empty()) return;
    const auto list = rest.begin() + static_cast<std::ptrdiff_t>(is_list(rest, 0) ? 0 : list_after_colon(rest));
    if (list != rest.begin()) add_block(BlockKind::paragraph, {rest.begin(), list});
    if (list != rest.end()) add_list({list, rest.end()});
  }

  void add_heading(const PlainParagraph& paragraph) {
    Lines lines = paragraph.lines;
    const ByteRange source{lines.front().text.begin, lines.back().text.end};
    const char mark = text_[lines.back().text.begin];
    const int level = mark == '=' || (paragraph.overlined && mark != '-') ? 1 : mark == '-' ? 2 : 3;
    lines.pop_back();
    if (paragraph.overlined) lines.erase(lines.begin());
    const bool title = document_.blocks.empty() && level == 1 && lines.front().quote_depth == 0;
    add_block(title ? BlockKind::title : BlockKind::heading, lines);
    document_.blocks.back().level = title ? 0 : level;
    document_.blocks.back().source = source;
  }

  void add_list(const Lines& lines) {
    for (std::size_t i = 0; i < lines.size();) {
      const Marker marker = *marker_of(lines[i]);
      Lines item{lines[i]};
      item.front().text = trim(text_, {marker.range.end, lines[i].text.end});
      for (++i; i < lines.size() && !marker_of(lines[i]); ++i) item.push_back(lines[i]);
      document_.silent.push_back({marker.range, SilentKind::list_marker});
      add_block(BlockKind::list_item, item);
      Block& block = document_.blocks.back();
      block.marker = marker.range;
      block.ordinal = marker.ordinal;
      block.list_depth = 1;
      block.source.begin = marker.range.begin;
    }
  }

  void add_block(BlockKind kind, const Lines& lines) {
    Block block;
    block.kind = kind;
    if (!lines.empty()) {
      block.source = {lines.front().text.begin, lines.back().text.end};
      block.quote_depth = lines.front().quote_depth;
    }
    block.content = with_formulas(joined(lines));
    std::vector<Span> addresses = find_bare_addresses(block.content.text.text());
    std::erase_if(addresses, [&](const Span& address) { return is_in_formula(address, block.content.spans); });
    block.content.spans.insert(block.content.spans.end(), addresses.begin(), addresses.end());
    std::sort(block.content.spans.begin(), block.content.spans.end(),
              [](const Span& a, const Span& b) { return a.text.begin < b.text.begin; });
    document_.blocks.push_back(std::move(block));
  }

  // Dollars are money in plain text, unless what stands between some in the same paragraph is plainly TeX: it has a command.
  RichText with_formulas(AlignedText text) {
    const std::string& written = text.text();
    std::vector<TexFormula> found;
    bool tex = false;
    for (std::size_t at = written.find_first_of("$\\"); at != std::string::npos; at = written.find_first_of("$\\", at)) {
      const std::optional<TexFormula> formula = tex_formula_at(written, at, written.size());
      if (formula) found.push_back(*formula);
      tex = tex ||
            (formula && has_tex_command(std::string_view(written).substr(formula->content.begin, formula->content.size())));
      at = formula ? formula->whole.end : at + 1;
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
        for (const ByteRange& piece : text.source_pieces(mark)) document_.silent.push_back({piece, SilentKind::markup});
      }
      done = formula.whole.end;
    }
    result.text.append(text.slice({done, text.size()}));
    return result;
  }

  static bool is_in_formula(const Span& span, const std::vector<Span>& formulas) {
    return std::any_of(formulas.begin(), formulas.end(), [&](const Span& formula) {
      return span.text.begin < formula.text.end && formula.text.begin < span.text.end;
    });
  }

  // Hard-wrapped lines as one, with a space for each line end. A hyphen at a line end may join the halves of a word, a soft one
  // does.
  AlignedText joined(const Lines& lines) const {
    AlignedText text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      ByteRange line = lines[i].text;
      const bool last = i + 1 == lines.size();
      const bool soft = !last && text_of(lines[i]).ends_with(kSoftHyphen);
      if (soft) line.end -= kSoftHyphen.size();
      text.append_linear(text_.substr(line.begin, line.size()), line.begin);
      if (last || soft || hyphen_joins(text_of(lines[i]), text_of(lines[i + 1]))) continue;
      const PlainLine& next = lines[i + 1];
      text.append(" ", {line.end, next.quote_depth > 0 ? next.begin : next.text.begin}, Mapping::whole);
    }
    return text;
  }

  Document& document_;
  std::string_view text_;
  PlainLines lines_;
  std::size_t body_begin_;
};

}  // namespace

void read_plain_text(Document& document, std::size_t body_begin) { PlainTextReader(document, body_begin).read(); }

}  // namespace aloud
