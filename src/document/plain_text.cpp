#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

#include "document/ledger.h"
#include "document/lines.h"
#include "document/readers.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::size_t kLongestTitle = 120;  // characters; headlines stay well below, a paragraph on one line does not

struct Marker {
  ByteRange range;
  std::optional<int> ordinal;
};

class PlainTextReader {
 public:
  PlainTextReader(Document& document, std::size_t body_begin)
      : document_(document), text_(document.source.text()), at_(body_begin) {}

  void read() {
    const std::size_t body_begin = at_;
    while (at_ < text_.size()) {
      std::vector<ByteRange> lines = next_paragraph();
      if (!lines.empty()) add(lines);
    }
    settle_silent(document_);
    for (const ByteRange& gap : unclaimed(document_, {body_begin, text_.size()}))
      document_.silent.push_back({gap, SilentKind::markup});
  }

 private:
  ByteRange trimmed(ByteRange line) const {
    line = trim(text_, line);
    while (!line.empty() && is_white_space(code_point_at(text_, line.begin).value))
      line.begin += code_point_at(text_, line.begin).size;
    while (!line.empty() && is_white_space(code_point_before(text_, line.end).value))
      line.end -= code_point_before(text_, line.end).size;
    return line;
  }

  // The next lines up to a blank one, each without white space around it.
  std::vector<ByteRange> next_paragraph() {
    std::vector<ByteRange> lines;
    indented_.clear();
    while (at_ < text_.size()) {
      const ByteRange line{at_, line_end(text_, at_)};
      at_ = next_line(text_, at_);
      const ByteRange used = trimmed(line);
      if (used.empty()) {
        if (lines.empty()) continue;
        break;
      }
      lines.push_back(used);
      indented_.push_back(used.begin > line.begin);
    }
    return lines;
  }

  bool consists_of(ByteRange line, std::string_view characters) const {
    return text_.substr(line.begin, line.size()).find_first_not_of(characters) == std::string_view::npos;
  }

  // "- ", "* ", "• ", "1. " or "1) " at the start of a line.
  std::optional<Marker> marker_of(ByteRange line) const {
    const std::string_view rest = text_.substr(line.begin, line.size());
    for (const std::string_view bullet : {"-", "*", "+", "\xE2\x80\xA2"}) {
      if (rest.starts_with(bullet) && rest.size() > bullet.size() && is_blank(rest[bullet.size()])) {
        return Marker{{line.begin, line.begin + bullet.size()}, std::nullopt};
      }
    }
    int ordinal = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 9), ordinal);
    const auto digits = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc() || rest.front() == '-' || digits + 1 >= rest.size()) return std::nullopt;
    if ((rest[digits] != '.' && rest[digits] != ')') || !is_blank(rest[digits + 1])) return std::nullopt;
    return Marker{{line.begin, line.begin + digits + 1}, ordinal};
  }

  bool is_list(const std::vector<ByteRange>& lines) const {
    if (!marker_of(lines.front())) return false;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (!marker_of(lines[i]) && !indented_[i]) return false;
    }
    return true;
  }

  bool is_underline(ByteRange line) const { return line.size() >= 3 && (consists_of(line, "=") || consists_of(line, "-")); }

  bool is_title(const std::vector<ByteRange>& lines) const {
    if (!document_.blocks.empty() || lines.size() != 1) return false;
    std::string_view line = text_.substr(lines.front().begin, lines.front().size());
    if (trimmed({at_, text_.size()}).empty() || count_code_points(line) > kLongestTitle) return false;
    for (const std::string_view closer : {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"}) {
      if (line.ends_with(closer)) line.remove_suffix(closer.size());
    }
    const bool ends_sentence = line.empty() || line.ends_with("\xE2\x80\xA6") ||
                               std::string_view(".!?:;,").find(line.back()) != std::string_view::npos;
    return !ends_sentence && has_alphanumeric(line, {0, line.size()});
  }

  void add(const std::vector<ByteRange>& lines) {
    if (lines.size() == 1 && lines.front().size() >= 3 &&
        (consists_of(lines.front(), "- ") || consists_of(lines.front(), "* ") || consists_of(lines.front(), "_ "))) {
      add_block(BlockKind::thematic_break, {});
      document_.blocks.back().source = lines.front();
    } else if (lines.size() > 1 && is_underline(lines[1])) {
      add_heading(lines);
    } else if (is_list(lines)) {
      add_list(lines);
    } else {
      add_block(is_title(lines) ? BlockKind::title : BlockKind::paragraph, lines);
    }
  }

  void add_heading(const std::vector<ByteRange>& lines) {
    const int level = text_[lines[1].begin] == '=' ? 1 : 2;
    const bool title = document_.blocks.empty() && level == 1;
    add_block(title ? BlockKind::title : BlockKind::heading, {lines.front()});
    document_.blocks.back().level = title ? 0 : level;
    document_.blocks.back().source.end = lines[1].end;
    if (lines.size() > 2) add_block(BlockKind::paragraph, {lines.begin() + 2, lines.end()});
  }

  void add_list(const std::vector<ByteRange>& lines) {
    for (std::size_t i = 0; i < lines.size();) {
      const Marker marker = *marker_of(lines[i]);
      std::vector<ByteRange> item{trimmed({marker.range.end, lines[i].end})};
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

  void add_block(BlockKind kind, const std::vector<ByteRange>& lines) {
    Block block;
    block.kind = kind;
    if (!lines.empty()) block.source = {lines.front().begin, lines.back().end};
    block.content.text = joined(lines);
    document_.blocks.push_back(std::move(block));
  }

  // Hard-wrapped lines as one, with a space for each line end; a soft hyphen at a line end joins the word.
  AlignedText joined(const std::vector<ByteRange>& lines) const {
    AlignedText text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      ByteRange line = lines[i];
      const bool last = i + 1 == lines.size();
      const bool soft = !last && text_.substr(line.begin, line.size()).ends_with(kSoftHyphen);
      if (soft) line.end -= kSoftHyphen.size();
      text.append_linear(text_.substr(line.begin, line.size()), line.begin);
      if (!last && !soft) text.append(" ", {line.end, lines[i + 1].begin}, Mapping::whole);
    }
    return text;
  }

  Document& document_;
  std::string_view text_;
  std::size_t at_;
  std::vector<bool> indented_;  // per line of the paragraph last read
};

}  // namespace

void read_plain_text(Document& document, std::size_t body_begin) { PlainTextReader(document, body_begin).read(); }

}  // namespace aloud
