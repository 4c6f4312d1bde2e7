#include "play/page.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "util/error.h"
#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;

/// Whether a terminal takes it for text. Format characters are left out, but for those that Indic and Persian spelling needs.
bool can_be_shown(char32_t c) {
  if (c == kZeroWidthJoiner || c == kZeroWidthNonJoiner) return true;
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (category & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CN_MASK)) == 0;
}

std::string bullet_of(const Block& block) {
  if (block.kind != BlockKind::list_item) return {};
  const std::string indent(block.list_depth > 1 ? 2 * static_cast<std::size_t>(block.list_depth - 1) : 0, ' ');
  const std::string box = !block.task ? "" : block.task->done ? "[x] " : "[ ] ";
  return indent + (block.ordinal ? std::to_string(*block.ordinal) + ". " : "• ") + box;
}

bool is_space(char c) { return c == ' ' || c == '\n'; }

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

Page::Page(const Block& block) {
  for (int i = 0; i < block.quote_depth; ++i) text_.append_inserted("> ");
  text_.append_inserted(bullet_of(block));
  const Spaces spaces = block.kind == BlockKind::code ? Spaces::kept : Spaces::folded;
  append(block.content.text, spaces);
  for (const RichText& cell : block.cells) {
    if (&cell != &block.cells.front()) text_.append_inserted(" | ");
    append(cell.text, spaces);
  }
}

void Page::append(const AlignedText& text, Spaces spaces) {
  for (const AlignedText::Run& run : text.runs()) {
    for (std::size_t at = run.text_begin; at < run.text_end;) {
      const CodePoint point = code_point_at(text.text(), at);
      const std::size_t end = std::min(at + point.size, run.text_end);
      std::string shown;
      const bool again = spaces == Spaces::folded && !text_.empty() && is_space(text_.text().back());
      if (again && is_white_space(point.value)) {
        // one is enough
      } else if (point.value == U'\n') {
        shown = "\n";
      } else if (point.value == U'\t') {
        shown = "    ";
      } else if (is_white_space(point.value)) {
        shown = " ";
      } else if (can_be_shown(point.value)) {
        append_utf8(shown, point.value);
      }
      const bool linear = run.mapping == Mapping::linear;
      const ByteRange source =
          linear ? ByteRange{run.source.begin + (at - run.text_begin), run.source.begin + (end - run.text_begin)} : run.source;
      text_.append(shown, source, linear && shown.size() == source.size() ? Mapping::linear : Mapping::whole);
      at = end;
    }
  }
}

std::vector<ByteRange> Page::lines(std::size_t columns) const {
  const std::string& all = text_.text();
  std::vector<ByteRange> lines;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> view(
      utext_openUTF8(nullptr, all.data(), static_cast<std::int64_t>(all.size()), &status));
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) throw Error(ErrorKind::input, std::string("ICU: ") + u_errorName(status));
  breaks->setText(view.get(), status);

  std::size_t begin = 0, end = 0;  // of the line, as far as it is known to fit
  const auto put = [&](std::size_t to) {
    std::size_t last = to;
    while (last > begin && is_space(all[last - 1])) --last;
    lines.push_back({begin, last});
    begin = end = to;
  };
  const auto width = [&](std::size_t from, std::size_t to) {
    while (to > from && is_space(all[to - 1])) --to;
    return display_width(std::string_view(all).substr(from, to - from));
  };
  breaks->first();
  for (std::int32_t next = breaks->next(); next != icu::BreakIterator::DONE; next = breaks->next()) {
    const auto at = static_cast<std::size_t>(next);
    if (width(begin, at) > columns && end > begin) put(end);
    while (width(begin, at) > columns) {
      const std::size_t cut = cut_at_width(std::string_view(all).substr(begin, at - begin), columns);
      put(begin + std::max<std::size_t>(1, cut));
    }
    end = at;
    if (all[at - 1] == '\n') put(at);
  }
  if (end > begin || lines.empty()) put(all.size());
  return lines;
}

std::vector<Mark> Page::marks(ByteRange word, const std::vector<ByteRange>& sentence) const {
  std::vector<Mark> marks(text_.size(), Mark::none);
  for (const ByteRange& piece : sentence) mark(marks, piece, Mark::sentence);
  // Spaces between marked pieces belong to the sentence, so that it is marked as one.
  for (std::size_t i = 1; i + 1 < marks.size(); ++i)
    if (is_space(text_.text()[i]) && marks[i] == Mark::none && marks[i - 1] != Mark::none && marks[i + 1] != Mark::none)
      marks[i] = Mark::sentence;
  mark(marks, word, Mark::word);
  return marks;
}

void Page::mark(std::vector<Mark>& marks, ByteRange source, Mark mark) const {
  if (source.empty()) return;
  for (const AlignedText::Run& run : text_.runs()) {
    if (run.source.empty() || run.source.end <= source.begin || run.source.begin >= source.end) continue;
    std::size_t begin = run.text_begin, end = run.text_end;
    if (run.mapping == Mapping::linear) {
      begin += std::max(source.begin, run.source.begin) - run.source.begin;
      end -= run.source.end - std::min(source.end, run.source.end);
    }
    std::fill(marks.begin() + static_cast<std::ptrdiff_t>(begin), marks.begin() + static_cast<std::ptrdiff_t>(end), mark);
  }
}

}  // namespace aloud
