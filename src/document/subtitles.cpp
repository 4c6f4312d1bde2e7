#include <algorithm>
#include <string>
#include <string_view>

#include "document/document.h"
#include "document/html_text.h"
#include "document/lines.h"
#include "document/readers.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kLongestParagraph = 600;  // bytes of text: then the next sentence begins another

bool is_number(std::string_view line) { return !line.empty() && std::all_of(line.begin(), line.end(), is_ascii_digit<char>); }

// "00:00:01,000 --> 00:00:02,500", and what WebVTT has behind it.
bool is_times(std::string_view line) {
  return !line.empty() && is_ascii_digit(line.front()) && line.find("-->") != std::string_view::npos;
}

bool begins_block(std::string_view line, std::string_view word) {
  return line.starts_with(word) && (line.size() == word.size() || is_blank(line[word.size()]));
}

// "…", "!" and the like, also before closing quotation marks.
bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (std::u32string_view(U"\"'”’»)]♪ ").find(last.value) == std::u32string_view::npos)
      return std::u32string_view(U".!?…。！？").find(last.value) != std::u32string_view::npos;
    text.remove_suffix(last.size);
  }
  return true;
}

class SubtitleReader {
 public:
  explicit SubtitleReader(Document& document) : document_(document), text_(document.source.text()) {}

  void read() {
    std::size_t at = 0;
    if (text_.starts_with("WEBVTT")) at = silence_block(0);
    while (at < text_.size()) {
      const std::size_t next = next_line(text_, at);
      const ByteRange line = trim(text_, {at, line_end(text_, at)});
      at = line.empty() ? next : read_block(at, line);
    }
    finish();
  }

 private:
  std::string_view view(ByteRange range) const { return text_.substr(range.begin, range.size()); }

  void silence(ByteRange range, SilentKind kind) {
    if (!range.empty()) document_.silent.push_back({range, kind});
  }

  // Up to the next blank line: a header, a comment, a style sheet.
  std::size_t silence_block(std::size_t begin) {
    std::size_t at = begin;
    while (at < text_.size() && !trim(text_, {at, line_end(text_, at)}).empty()) at = next_line(text_, at);
    silence({begin, at}, SilentKind::comment);
    return at;
  }

  // Reads what begins with a line that is not blank; returns where it ends.
  std::size_t read_block(std::size_t at, ByteRange line) {
    for (const char* word : {"NOTE", "STYLE", "REGION"}) {
      if (begins_block(view(line), word)) return silence_block(at);
    }
    const std::size_t next = next_line(text_, at);
    const ByteRange second = next < text_.size() ? trim(text_, {next, line_end(text_, next)}) : ByteRange{};
    if (!is_times(view(line)) && is_times(view(second))) {  // a number or name above the times
      silence(line, SilentKind::time_mark);
      silence(second, SilentKind::time_mark);
      return read_cue(next_line(text_, next));
    }
    if (is_times(view(line))) {
      silence(line, SilentKind::time_mark);
      return read_cue(next);
    }
    return read_cue(at);  // text without times is text
  }

  std::size_t read_cue(std::size_t at) {
    begins_cue_ = true;
    while (at < text_.size()) {
      const std::size_t next = next_line(text_, at);
      const ByteRange line = trim(text_, {at, line_end(text_, at)});
      const ByteRange second = next < text_.size() ? trim(text_, {next, line_end(text_, next)}) : ByteRange{};
      const bool next_cue = is_times(view(line)) || (is_number(view(line)) && is_times(view(second)));
      if (line.empty() || next_cue) return at;
      read_line(line);
      at = next;
    }
    return at;
  }

  void read_line(ByteRange line) {
    const bool dash = line.size() > 1 && text_[line.begin] == '-' && !is_ascii_digit(text_[line.begin + 1]);
    const bool speaks = dash || view(line).starts_with("<v ");
    const std::string& text = block_.content.text.text();
    const bool new_paragraph = begins_cue_ && ends_sentence(text) && text.size() > kLongestParagraph;
    if (!text.empty() && (speaks || new_paragraph)) finish();
    begins_cue_ = false;
    if (dash) {
      silence({line.begin, line.begin + 1}, SilentKind::markup);
      line = trim(text_, {line.begin + 1, line.end});
    }
    join(line.begin);
    read_inline(line);
  }

  // A space for the line end, and all that is silent between.
  void join(std::size_t begin) {
    AlignedText& text = block_.content.text;
    if (text.empty() || text.text().ends_with(' ')) return;
    const std::size_t end = text.source_of({text.size() - 1, text.size()}).end;
    text.append(" ", {std::min(end, begin), std::min(end + 1, begin)}, Mapping::whole);
  }

  // Tags ("<i>", "<v Ann>", "<00:00:01.000>", "{\an8}") are silent, entities are what they stand for.
  void read_inline(ByteRange line) {
    std::size_t done = line.begin;
    for (std::size_t at = line.begin; at < line.end;) {
      const std::size_t size = markup_size(at, line.end);
      if (size == 0) {
        ++at;
        continue;
      }
      take({done, at});
      silence({at, at + size}, SilentKind::html_tag);
      done = at += size;
    }
    take({done, line.end});
  }

  std::size_t markup_size(std::size_t at, std::size_t end) const {
    const std::string_view rest = text_.substr(at, end - at);
    const bool tag =
        rest.size() > 2 && rest[0] == '<' && (is_ascii_letter(rest[1]) || is_ascii_digit(rest[1]) || rest[1] == '/');
    const bool position = rest.starts_with("{\\");
    if (!tag && !position) return 0;
    const std::size_t close = rest.find(tag ? '>' : '}');
    return close == std::string_view::npos ? 0 : close + 1;
  }

  void take(ByteRange range) {
    AlignedText& text = block_.content.text;
    std::size_t done = range.begin;
    for (std::size_t at = text_.find('&', range.begin); at < range.end; at = text_.find('&', at)) {
      const auto entity = entity_at(text_.substr(0, range.end), at);
      if (!entity) {
        ++at;
        continue;
      }
      text.append_linear(text_.substr(done, at - done), done);
      text.append(entity->text, {at, at + entity->size}, Mapping::whole);
      done = at += entity->size;
    }
    if (done < range.end) text.append_linear(text_.substr(done, range.end - done), done);
  }

  void finish() {
    AlignedText& text = block_.content.text;
    if (!text.empty()) {
      block_.source = text.source_of({0, text.size()});
      document_.blocks.push_back(std::move(block_));
    }
    block_ = Block();
  }

  Document& document_;
  const std::string_view text_;
  Block block_;
  bool begins_cue_ = true;
};

}  // namespace

void read_subtitles(Document& document) { SubtitleReader(document).read(); }

}  // namespace aloud
