#include "play/screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "audio/time_text.h"
#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// ECMA-48 control sequences; synchronized output is DEC private mode 2026.
constexpr const char* kBeginFrame = "\x1b[?2026h\x1b[?25l";
constexpr const char* kEndFrame = "\x1b[?2026l";
constexpr const char* kShowCursor = "\x1b[?25h";
// Never from the top left corner, where tmux takes erasing for clearing and moves what is there into its scrollback.
constexpr const char* kEraseBelow = "\x1b[J";
constexpr const char* kNewLine = "\x1b[K\r\n";  // and the rest of the line is erased
constexpr std::size_t kBarWidth = 20;

/// Only seconds that are over count.
std::string time_passed(double seconds) { return clock_text(std::floor(std::max(0.0, seconds))); }

const char* sequence_of(Mark mark) {
  switch (mark) {
    case Mark::none:
      return "\x1b[0m";
    case Mark::sentence:
      return "\x1b[0;1m";  // bold
    case Mark::word:
      return "\x1b[0;1;7m";  // bold, reverse
  }
  return "";
}

/// As much of a line as has room; unlike excerpt(), with its spaces.
std::string cut(const std::string& line, std::size_t columns) { return line.substr(0, cut_at_width(line, columns)); }

std::string bar(double fraction) {
  const auto full = static_cast<std::size_t>(fraction * static_cast<double>(kBarWidth));
  return '[' + std::string(full, '#') + std::string(kBarWidth - full, '-') + ']';
}

}  // namespace

std::string status_line(const View& view, std::size_t articles, std::size_t columns) {
  const double fraction = view.total > 0 ? std::clamp(view.position / view.total, 0.0, 1.0) : 0;
  const std::string times = fmt::format("{} {} / {}{}", view.paused ? "Paused " : "Playing", time_passed(view.position),
                                        view.total_is_exact ? "" : "~", time_passed(view.total));
  std::vector<std::string> fields = {fmt::format("{} %", static_cast<int>(fraction * 100))};
  if (view.speed != 1) fields.push_back(fmt::format("{:.2f}x", view.speed));
  if (view.muted) fields.emplace_back("muted");
  if (!view.muted && view.volume != 100) fields.push_back(fmt::format("volume {}", view.volume));
  if (view.repeating) fields.emplace_back("repeat");
  if (articles > 1) fields.push_back(fmt::format("{}/{}", view.number + 1, articles));
  std::size_t wanted = display_width(times);
  for (const std::string& field : fields) wanted += 2 + display_width(field);
  if (wanted + 2 + kBarWidth + 2 <= columns) fields.insert(fields.begin(), bar(fraction));

  std::string line = cut(times, columns);
  for (const std::string& field : fields)
    if (display_width(line) + 2 + display_width(field) <= columns) line += "  " + field;
  const std::size_t used = display_width(line) + 2;
  if (view.article && used + 4 <= columns) line += "  " + excerpt(view.article->title, columns - used);
  return line;
}

void Screen::turn_to(const View& view) {
  article_ = view.article;
  block_ = view.block;
  page_.emplace(article_->document.blocks[block_]);
  left_behind_ = 0;
}

/// From the footer to the first line that may be written again. What a narrower terminal has wrapped is counted as it stands
/// now.
std::string Screen::back_to_top(std::size_t columns, std::size_t rows) const {
  std::size_t up = 0;
  for (const std::size_t width : drawn_) up += width == 0 ? 1 : (width + columns - 1) / columns;
  up = std::min(up == 0 ? 0 : up - 1, rows - 1);
  std::string back = "\r";
  if (up > 0) back += fmt::format("\x1b[{}A", up);
  return back;
}

std::string Screen::plain_lines(std::size_t from, std::size_t to, std::size_t columns) const {
  std::string text;
  const std::vector<ByteRange> lines = page_->lines(columns);
  for (std::size_t i = from; i < std::min(to, lines.size()); ++i) {
    text += page_->text().substr(lines[i].begin, lines[i].size());
    text += kNewLine;
  }
  return text;
}

/// `current`: the line on which the word, else the sentence, begins.
std::vector<Screen::Line> Screen::marked_lines(const View& view, std::size_t columns, std::size_t& current) const {
  const std::vector<Mark> marks = page_->marks(view.word, view.sentence_source);
  const std::string& text = page_->text();
  std::vector<Line> lines;
  std::optional<std::size_t> of_word, of_sentence;
  for (const ByteRange& range : page_->lines(columns)) {
    Line line;
    line.width = display_width(std::string_view(text).substr(range.begin, range.size()));
    Mark now = Mark::none;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (marks[i] == Mark::word && !of_word) of_word = lines.size();
      if (marks[i] != Mark::none && !of_sentence) of_sentence = lines.size();
      if (highlight_ == Highlight::yes && marks[i] != now) line.text += sequence_of(now = marks[i]);
      line.text += text[i];
    }
    if (now != Mark::none) line.text += sequence_of(Mark::none);
    lines.push_back(std::move(line));
  }
  current = of_word.value_or(of_sentence.value_or(0));
  return lines;
}

/// What is written once and for all before the block of `view` can be shown: the rest of the block before it.
std::string Screen::settle_block(const View& view, std::size_t width) {
  std::string frame;
  if (page_ && (article_ != view.article || block_ != view.block)) {
    frame += plain_lines(left_behind_, std::string::npos, columns_) + kNewLine;
    page_.reset();
  }
  if (!page_) turn_to(view);
  // Lines have other places in another width: what was left behind is behind.
  if (columns_ != width && left_behind_ > 0) left_behind_ = left_behind_ * columns_ / width;
  columns_ = width;
  return frame;
}

/// Lets the `current` line be among those that have `room` below what is left behind; returns the lines that go there.
std::string Screen::scroll_to(std::size_t current, std::size_t room) {
  std::string frame;
  if (current < left_behind_) {  // back, beyond what can be written again: once more from there
    frame += plain_lines(left_behind_, std::string::npos, columns_) + kNewLine;
    left_behind_ = current;
  }
  if (current >= left_behind_ + room) {
    const std::size_t top = current - std::min(current, room / 3);
    frame += plain_lines(left_behind_, top, columns_);
    left_behind_ = top;
  }
  return frame;
}

std::string Screen::show(const View& view, const Footer& footer, std::size_t columns, std::size_t rows) {
  columns = std::max<std::size_t>(columns, 2);
  rows = std::max<std::size_t>(rows, 2);
  const std::size_t width = columns - 1;  // a character in the last column makes some terminals wrap
  std::string frame = settle_block(view, width);
  std::size_t current = 0;
  const std::vector<Line> lines = marked_lines(view, width, current);
  const std::size_t room = std::max<std::size_t>(1, rows - std::min(rows - 1, footer.lines.size() + 2));
  frame += scroll_to(current, room);

  std::vector<std::size_t> drawn;
  std::string body;
  const std::size_t end = std::min(lines.size(), left_behind_ + room);
  for (std::size_t i = left_behind_; i < end; ++i) {
    body += lines[i].text + kNewLine;
    drawn.push_back(lines[i].width);
  }
  for (const std::string& line : footer.lines) {
    const std::string shown = cut(line, width);
    body += shown + kNewLine;
    drawn.push_back(display_width(shown));
  }
  const std::string status = cut(footer.status, width);
  body += colour_ == StatusColour::on ? "\x1b[36m" + status + "\x1b[0m" : status;
  body += kEraseBelow;
  drawn.push_back(display_width(status));

  const std::string whole = frame + body;
  if (whole == last_ && frame.empty()) return {};
  last_ = body;
  const std::string top = drawn_.empty() ? "\r" : back_to_top(columns, rows);
  drawn_ = std::move(drawn);
  return kBeginFrame + top + whole + kEndFrame;
}

std::string Screen::leave(std::size_t columns, std::size_t rows) {
  if (!page_ || drawn_.empty()) return {};
  columns = std::max<std::size_t>(columns, 2);
  std::string text = back_to_top(columns, std::max<std::size_t>(rows, 2));
  text += plain_lines(left_behind_, std::string::npos, columns - 1);
  page_.reset();
  drawn_.clear();
  last_.clear();
  return text + kEraseBelow + kShowCursor;
}

}  // namespace aloud
