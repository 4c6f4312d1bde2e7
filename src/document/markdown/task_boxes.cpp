#include "document/markdown/task_boxes.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kBox = 3;  // "[x]", in bytes

// What a box tells (the states of GitLab and of Obsidian's themes). Letters mean that only beside other tasks: "[i]" may be
// anything.
struct Box {
  char mark;
  std::string_view kind;  // as admonitions are called; " ": a task to do; empty: nothing is said
};
constexpr std::array<Box, 25> kBoxes{{{'/', "in-progress"},
                                      {'-', "cancelled"},
                                      {'~', "cancelled"},
                                      {'>', " "},
                                      {'<', " "},
                                      {'!', "important"},
                                      {'?', "question"},
                                      {'*', ""},
                                      {'"', ""},
                                      {'l', ""},
                                      {'b', ""},
                                      {'i', "info"},
                                      {'I', ""},
                                      {'S', ""},
                                      {'p', ""},
                                      {'c', ""},
                                      {'f', ""},
                                      {'k', ""},
                                      {'w', ""},
                                      {'u', ""},
                                      {'d', ""},
                                      {'n', "note"},
                                      {'t', ""},
                                      {'T', ""},
                                      {'+', ""}}};

// Signs of Obsidian's Tasks: before a date, before words, or alone (a task's rank).
constexpr std::array<std::string_view, 6> kDateSigns{"📅", "⏳", "🛫", "✅", "➕", "❌"};
constexpr std::array<std::string_view, 1> kWordSigns{"🔁"};
constexpr std::array<std::string_view, 5> kRankSigns{"⏫", "🔼", "🔽", "🔺", "⏬"};
constexpr std::string_view kVariation = "\xEF\xB8\x8F";  // U+FE0F, which may stand behind an emoji

// Behind a bullet or a number, and the blanks after it; npos where the line begins no item.
std::size_t behind_marker(std::string_view text, const ScannedLine& line) {
  std::size_t at = line.content;
  if (at < line.range.end && std::string_view("-*+").find(text[at]) != npos) {
    ++at;
  } else {
    while (at < line.range.end && is_ascii_digit(text[at])) ++at;
    if (at == line.content || at == line.range.end || (text[at] != '.' && text[at] != ')')) return npos;
    ++at;
  }
  const std::size_t behind = text.find_first_not_of(" \t", at);
  return behind != npos && behind > at && behind < line.range.end ? behind : npos;
}

class TaskBoxes {
 public:
  explicit TaskBoxes(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), list_(scan) {}

  Rewrites run() {
    const auto& lines = scan_.lines();
    const bool tasks = std::any_of(lines.begin(), lines.end(), [this](const ScannedLine& line) {
      const std::size_t box = box_of(line);
      return box != npos && std::string_view(" xX").find(text_[box + 1]) != npos;
    });
    for (const ScannedLine& line : lines) {
      const std::size_t box = box_of(line);
      if (box == npos) continue;
      const bool known = std::string_view(" xX").find(text_[box + 1]) != npos;
      if (known || take(box, tasks)) signs({box + kBox, line.range.end});
    }
    return list_.take();
  }

 private:
  // Where the box stands in a line that begins an item with one and says something behind it; npos for others.
  std::size_t box_of(const ScannedLine& line) const {
    if (line.kind != ScannedLine::Kind::text) return npos;
    const std::size_t box = behind_marker(text_, line);
    if (box == npos || box + kBox + 1 >= line.range.end) return npos;
    const bool boxed = text_[box] == '[' && text_[box + 2] == ']' && is_blank(text_[box + kBox]);
    return boxed && !trim(text_, {box + kBox, line.range.end}).empty() ? box : npos;
  }

  // Whether it is a box.
  bool take(std::size_t box, bool tasks) {
    const auto* const known =
        std::find_if(kBoxes.begin(), kBoxes.end(), [&](const Box& one) { return one.mark == text_[box + 1]; });
    if (known == kBoxes.end() || (is_ascii_letter(known->mark) && !tasks)) return false;
    const ByteRange range{box, text_.find_first_not_of(" \t", box + kBox)};
    if (known->kind == " ") {
      list_.replace(range, "[ ] ");
    } else if (known->kind.empty()) {
      list_.remove(range, SilentKind::markup);
    } else {
      list_.announce(range, known->kind, std::nullopt, SilentKind::markup);
    }
    return true;
  }

  template <typename Signs>
  static std::string_view sign_at(std::string_view rest, const Signs& signs) {
    const auto found = std::find_if(signs.begin(), signs.end(), [&](std::string_view sign) { return rest.starts_with(sign); });
    return found == signs.end() ? std::string_view() : *found;
  }

  static bool begins_date(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00";
    if (text.size() < kShape.size()) return false;
    for (std::size_t i = 0; i < kShape.size(); ++i) {
      if (kShape[i] == '0' ? !is_ascii_digit(text[i]) : text[i] != kShape[i]) return false;
    }
    return true;
  }

  // "… 🔁 every week 📅 2024-03-01 ⏫": signs are silent; a comma stands before a date or words.
  void signs(ByteRange line) {
    for (std::size_t at = line.begin; at < line.end;) {
      at = std::min(text_.substr(0, line.end).find_first_of("\xE2\xF0\x60", at), line.end);
      if (at == line.end) return;
      if (const std::size_t behind = scan_.behind_code(at); behind != at) {
        at = behind;
        continue;
      }
      const std::string_view rest = text_.substr(at, line.end - at);
      const std::string_view dated = sign_at(rest, kDateSigns), worded = sign_at(rest, kWordSigns);
      const std::string_view sign = !dated.empty() ? dated : !worded.empty() ? worded : sign_at(rest, kRankSigns);
      std::size_t end = at + std::max<std::size_t>(sign.size(), 1);
      if (!sign.empty() && text_.substr(end).starts_with(kVariation)) end += kVariation.size();
      while (!sign.empty() && end < line.end && is_blank(text_[end])) ++end;
      const bool date = !dated.empty() && begins_date(text_.substr(end, line.end - end));
      if (!sign.empty() && (dated.empty() || date)) silence({at, end}, line.end, date || (!worded.empty() && end < line.end));
      at = end;
    }
  }

  void silence(ByteRange range, std::size_t line_end, bool words_follow) {
    while (range.begin > 0 && is_blank(text_[range.begin - 1])) --range.begin;
    const bool parted = std::string_view("].,;:").find(text_[range.begin - 1]) != npos;
    list_.replace(range, range.end == line_end ? "" : words_follow && !parted ? ", " : " ", SilentKind::icon);
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits list_;
};

}  // namespace

Rewrites rewrite_task_boxes(const MarkdownScan& scan) { return TaskBoxes(scan).run(); }

}  // namespace aloud
