#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <unicode/uchar.h>

#include "document/bare_address.h"
#include "document/ledger.h"
#include "document/lines.h"
#include "document/plain_columns.h"
#include "document/plain_furniture.h"
#include "document/plain_labels.h"
#include "document/plain_lines.h"
#include "document/plain_markers.h"
#include "document/plain_shapes.h"
#include "document/readers.h"
#include "document/tex_formulas.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Lines = std::vector<PlainLine>;

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// The "language" of code that is none: Block::info of a drawing.
constexpr const char* kDrawing = "drawing";

class PlainTextReader {
 public:
  PlainTextReader(Document& document, std::size_t body_begin)
      : document_(document),
        text_(document.source.text()),
        furniture_(find_furniture(text_, body_begin)),
        body_begin_(body_begin) {}

  void read() {
    PlainLines lines(text_, body_begin_, furniture_.lines);
    for (PlainParagraph paragraph = lines.next(); !paragraph.lines.empty(); paragraph = lines.next()) {
      paragraphs_.push_back(std::move(paragraph));
    }
    look_for_transcript();
    look_for_numerals();
    noted_ = noted_numbers(text_.substr(body_begin_));
    for (at_ = 0; at_ < paragraphs_.size(); ++at_) add(paragraphs_[at_]);
    for (const std::vector<SilentRange>* silent : {&furniture_.lines, &furniture_.inside}) {
      document_.silent.insert(document_.silent.end(), silent->begin(), silent->end());
    }
    settle_silent(document_);
    for (const ByteRange& gap : unclaimed(document_, text_, {body_begin_, text_.size()}))
      document_.silent.push_back({gap, SilentKind::markup});
  }

 private:
  std::string_view text_of(const PlainLine& line) const { return text_.substr(line.text.begin, line.text.size()); }

  // Whether the lines from `first` on are all items, or indented below one.
  bool is_list(const Lines& lines, std::size_t first) const {
    if (!list_marker(text_, lines[first])) return false;
    for (std::size_t i = first + 1; i < lines.size(); ++i) {
      if (!list_marker(text_, lines[i]) && !lines[i].indented) return false;
    }
    return true;
  }

  // Where a list begins that a line ending in a colon leads to; lines.size() if there is none.
  std::size_t list_after_colon(const Lines& lines) const {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::string_view before = text_of(lines[i - 1]);
      const bool announced = before.ends_with(':') || before.ends_with("\xEF\xBC\x9A");
      if (list_marker(text_, lines[i])) return announced && is_list(lines, i) ? i : lines.size();
    }
    return lines.size();
  }

  // How many lines at the start of the first paragraph are the title: a paragraph that is a headline, or a headline in capitals
  // above text that is not.
  std::size_t title_lines(const Lines& lines) const {
    constexpr std::size_t kMostLines = 3;
    if (!document_.blocks.empty() || lines.front().quote_depth > 0) return 0;
    if (lines.size() == 1) return is_headline(text_of(lines.front())) && at_ + 1 < paragraphs_.size() ? 1 : 0;
    const bool twice = text_of(lines[0]) == text_of(lines[1]) && is_headline(text_of(lines[0]));
    if (twice) return 1;  // the second is dropped with others that stand further down
    std::size_t count = 0;
    while (count < lines.size() && count < kMostLines && stands_in_capitals(text_of(lines[count]))) ++count;
    const bool above_text = count > 0 && count < lines.size() && !stands_in_capitals(text_of(lines[count]));
    return above_text && is_headline(text_of(lines[count - 1])) ? count : 0;
  }

  // "00:12" or "[00:12]", not the "09:00" of a programme, which is worth hearing.
  static bool begins_as_elapsed_time(std::string_view line) {
    return line.starts_with('[') || line.starts_with('(') || line.starts_with("0:") || line.starts_with("00:");
  }

  // Marks of time, and speakers' names, at the beginning of three lines or more.
  void look_for_transcript() {
    constexpr std::size_t kFewest = 3;
    std::size_t times = 0, speakers = 0;
    bool elapsed = false;
    for (const PlainParagraph& paragraph : paragraphs_) {
      for (const PlainLine& line : paragraph.lines) {
        const std::size_t end = time_mark_end(text_of(line));
        if (times == 0 && end > 0) elapsed = begins_as_elapsed_time(text_of(line));
        times += end > 0 ? 1U : 0U;
        speakers += names_speaker(text_of(line).substr(end)) ? 1U : 0U;
      }
    }
    has_times_ = times >= kFewest && elapsed;
    has_speakers_ = speakers >= kFewest;
  }

  // Parts of a poem are numbered if there is a first and a second one: "I" alone may be a word.
  void look_for_numerals() {
    bool first = false;
    for (const PlainParagraph& paragraph : paragraphs_) {
      const int value = paragraph.lines.size() == 1 ? roman_heading(text_of(paragraph.lines.front())) : 0;
      first = first || value == 1;
      has_numerals_ = has_numerals_ || (first && value == 2);
    }
  }

  void add(const PlainParagraph& paragraph) {
    const Lines& lines = paragraph.lines;
    if (paragraph.kind == PlainParagraph::Kind::heading) return add_heading(paragraph);
    if (paragraph.kind == PlainParagraph::Kind::rule) {
      add_block(BlockKind::thematic_break, {});
      document_.blocks.back().source = lines.front().text;
      return;
    }
    if (has_times_ || has_speakers_) return add_turns(lines);
    if (add_shape(lines)) return;
    add_text(lines);
  }

  // What somebody says in a transcript is a paragraph of its own, without the time when it was said.
  void add_turns(const Lines& lines) {
    Lines turn;
    for (PlainLine line : lines) {
      const std::size_t time = has_times_ ? time_mark_end(text_of(line)) : 0;
      const bool speaker = has_speakers_ && names_speaker(text_of(line).substr(time));
      if ((time > 0 || speaker) && !turn.empty()) {
        add_text(turn);
        turn.clear();
      }
      if (time > 0) {
        document_.silent.push_back({{line.text.begin, line.text.begin + time}, SilentKind::time_mark});
        line.text.begin += time;
        line.begin = line.text.begin;
      }
      if (!line.text.empty()) turn.push_back(line);
    }
    if (!turn.empty()) add_text(turn);
  }

  // What a paragraph is by its shape alone, if it is something: then it is added.
  bool add_shape(const Lines& lines) {
    std::vector<std::string_view> texts;
    for (const PlainLine& line : lines) texts.push_back(text_of(line));
    std::optional<DrawnTable> table = drawn_table(texts);
    if (!table) table = aligned_table(texts);
    if (table) {
      add_table(*table, lines);
      return true;
    }
    if (is_drawing(texts)) {
      add_drawing(lines);
      return true;
    }
    const bool had_chapter = std::exchange(after_chapter_, false);
    if (add_contents(lines) || add_illustration(lines)) return true;
    if (add_lines_apart(texts, lines) || add_notes(lines)) return true;
    if (add_numbered_heading(lines) || add_numeral(lines)) return true;
    if (lines.front().quote_depth == 0 && !document_.blocks.empty() && add_chapter_heading(lines, had_chapter)) return true;
    return add_items(texts, lines);
  }

  // "Present: …" above "Apologies: …", and lines in two columns: each a paragraph.
  bool add_lines_apart(const std::vector<std::string_view>& texts, const Lines& lines) {
    std::vector<bool> goes_on;
    for (const PlainLine& line : lines) goes_on.push_back(line.text.begin - line.begin > lines[0].text.begin - lines[0].begin);
    if (lines.front().begin < furniture_.head_end || are_fields(texts, goes_on)) {
      for (std::size_t i = 0; i < lines.size();) {
        Lines field{lines[i]};
        for (++i; i < lines.size() && !is_field(texts[i]); ++i) field.push_back(lines[i]);
        add_block(BlockKind::paragraph, field);
      }
      return true;
    }
    if (!stands_in_two_columns(texts)) return false;
    in_columns_ = true;
    for (const PlainLine& line : lines) add_block(BlockKind::paragraph, {line});
    in_columns_ = false;
    return true;
  }

  // "[1] See p. 14": notes that the text refers to.
  bool add_notes(const Lines& lines) {
    const auto label_end = [&](const PlainLine& line) {
      const std::size_t end = note_label_end(text_of(line));
      return end > 0 && noted_.contains(text_of(line).substr(1, end - 2)) ? end : 0;
    };
    if (label_end(lines.front()) == 0) return false;
    for (std::size_t i = 0; i < lines.size();) {
      Lines note{lines[i]};
      const ByteRange label{lines[i].text.begin, lines[i].text.begin + label_end(lines[i])};
      for (++i; i < lines.size() && label_end(lines[i]) == 0; ++i) note.push_back(lines[i]);
      note.front().text = trim(text_, {label.end, note.front().text.end});
      document_.silent.push_back({label, SilentKind::footnote_label});
      add_block(BlockKind::paragraph, note);
      document_.blocks.back().footnote = text_.substr(label.begin + 1, label.size() - 2);
    }
    return true;
  }

  // "II" above a stanza, said as a number.
  bool add_numeral(const Lines& lines) {
    const int value = has_numerals_ && lines.size() == 1 ? roman_heading(text_of(lines.front())) : 0;
    if (value == 0 || document_.blocks.empty()) return false;
    Block block;
    block.kind = BlockKind::heading;
    block.level = 3;
    block.source = lines.front().text;
    block.quote_depth = lines.front().quote_depth;
    block.content.text.append(std::to_string(value), block.source, Mapping::whole);
    document_.blocks.push_back(std::move(block));
    return true;
  }

  void add_table(const DrawnTable& table, const Lines& lines) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      add_block(BlockKind::table_row, {});
      Block& block = document_.blocks.back();
      block.source = {lines.front().text.begin, lines.back().text.end};
      block.table = tables_;
      block.header_row = row == 0 && table.header;
      for (const std::vector<std::string_view>& parts : table.rows[row].cells) {
        RichText& cell = block.cells.emplace_back();
        for (const std::string_view part : parts) {
          const auto begin = static_cast<std::size_t>(part.data() - text_.data());
          if (!cell.text.empty()) cell.text.append_inserted(" ");
          cell.text.append_linear(part, begin);
        }
      }
      narrow_to_cells(block);
    }
    ++tables_;
  }

  // A row's place is that of its cells, if it has any text.
  static void narrow_to_cells(Block& block) {
    ByteRange all;
    for (const RichText& cell : block.cells) {
      const ByteRange source = cell.text.source_of({0, cell.text.size()});
      if (!source.empty())
        all = all.empty() ? source : ByteRange{std::min(all.begin, source.begin), std::max(all.end, source.end)};
    }
    if (!all.empty()) block.source = all;
  }

  // Code, as far as the policy goes: lines that nobody reads out. Parts with empty lines between are one drawing.
  void add_drawing(const Lines& lines) {
    const bool goes_on = !document_.blocks.empty() && document_.blocks.back().info == kDrawing;
    if (!goes_on) {
      add_block(BlockKind::code, {});
      document_.blocks.back().info = kDrawing;
      document_.blocks.back().source.begin = lines.front().text.begin;
    }
    Block& block = document_.blocks.back();
    block.source.end = lines.back().text.end;
    for (const PlainLine& line : lines) {
      if (!block.content.text.empty()) block.content.text.append_inserted("\n");
      block.content.text.append_linear(text_of(line), line.text.begin);
    }
  }

  // Lines of a table of contents are paragraphs of their own.
  bool add_contents(const Lines& lines) {
    const auto numbered = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const PlainLine& line) {
      return page_number_gap(text_of(line)) != std::string_view::npos;
    }));
    if (numbered == 0 || numbered * 2 < lines.size()) return false;
    for (const PlainLine& line : lines) add_block(BlockKind::paragraph, {line});
    return true;
  }

  // "[Illustration: A mule]" has a description as images have, "[Illustration]" none.
  bool add_illustration(const Lines& lines) {
    constexpr std::string_view kName = "[Illustration";
    const std::string_view first = text_of(lines.front());
    if (!first.starts_with(kName) || text_of(lines.back()).back() != ']') return false;
    Lines inner = lines;
    const std::size_t colon = first.substr(kName.size()).starts_with(':') ? 1 : 0;
    inner.front().text = trim(text_, {lines.front().text.begin + kName.size() + colon, lines.front().text.end});
    inner.back().text.end -= 1;
    inner.back().text = trim(text_, inner.back().text);
    if (inner.front().text.empty()) inner.erase(inner.begin());
    add_block(BlockKind::paragraph, inner);
    Block& block = document_.blocks.back();
    block.source = {lines.front().text.begin, lines.back().text.end};
    block.content.spans = {{SpanKind::image, {0, block.content.text.size()}, {}}};
    return true;
  }

  // "1.  Introduction" above text that is indented, or "3.2 Frames".
  bool add_numbered_heading(const Lines& lines) {
    const int level = lines.size() == 1 && lines.front().quote_depth == 0 ? numbered_heading_level(text_of(lines.front())) : 0;
    if (level == 0 || at_ + 1 >= paragraphs_.size()) return false;
    const PlainLine& next = paragraphs_[at_ + 1].lines.front();
    const std::size_t indent = lines.front().text.begin - lines.front().begin;
    const bool text_below = next.text.begin - next.begin > indent && !list_marker(text_, next);
    if (level == 1 && !text_below) return false;
    add_block(BlockKind::heading, lines);
    document_.blocks.back().level = std::min(level + 1, 6);
    return true;
  }

  // "CHAPTER I." and the name of the chapter below it.
  bool add_chapter_heading(const Lines& lines, bool had_chapter) {
    const bool names_it = had_chapter && lines.size() <= 2 && stands_in_capitals(text_of(lines.front())) &&
                          stands_in_capitals(text_of(lines.back()));
    if (!names_it && !is_chapter_heading(text_of(lines.front()))) return false;
    const bool all = lines.size() == 1 || (lines.size() == 2 && stands_in_capitals(text_of(lines.back())));
    if (!all && !stands_in_capitals(text_of(lines.front()))) return false;
    add_block(BlockKind::heading, all ? lines : Lines{lines.front()});
    document_.blocks.back().level = names_it ? 3 : 2;
    after_chapter_ = all && !names_it;
    if (!all) add_text({lines.begin() + 1, lines.end()});
    return true;
  }

  // "a) …", "i. …", "2.1 …" within a paragraph: items with their label. One in a wrapped sentence is none.
  bool add_items(const std::vector<std::string_view>& texts, const Lines& lines) {
    const std::vector<bool> begins = item_beginnings(texts);
    const auto first = static_cast<std::size_t>(std::find(begins.begin(), begins.end(), true) - begins.begin());
    if (first == lines.size()) return false;
    if (first > 0) {
      const bool several = std::count(begins.begin(), begins.end(), true) > 1;
      const bool led_to = texts[first - 1].ends_with(':') || list_marker(text_, lines.front()).has_value();
      const char label = texts[first][texts[first].front() == '(' ? 1 : 0];
      if (!led_to && !(several && std::string_view("aAiI12").find(label) != std::string_view::npos)) return false;
      add_text({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first)});
    }
    for (std::size_t i = first; i < lines.size();) {
      Lines item{lines[i]};
      for (++i; i < lines.size() && !begins[i]; ++i) item.push_back(lines[i]);
      add_block(BlockKind::list_item, item);
      document_.blocks.back().list_depth = 1;
    }
    return true;
  }

  // "1. Roof" over text that begins anew though its first word would have had room beside it: the number's own line.
  bool names_what_follows(const Lines& lines) const {
    constexpr std::size_t kRoom = 60;  // characters: prose is wrapped further out
    if (lines.size() < 2 || lines[1].indented || lines[1].quote_depth != lines[0].quote_depth) return false;
    const std::optional<ListMarker> marker = list_marker(text_, lines[0]);
    if (!marker || !marker->ordinal || list_marker(text_, lines[1])) return false;
    const std::string_view below = text_of(lines[1]), word = below.substr(0, below.find(' '));
    return !ends_in_punctuation(text_of(lines[0])) && u_isupper(static_cast<UChar32>(code_point_at(below, 0).value)) != 0 &&
           count_code_points(text_of(lines[0])) + 1 + count_code_points(word) < kRoom;
  }

  void add_text(const Lines& lines) {
    if (is_list(lines, 0)) return add_list(lines);
    if (names_what_follows(lines)) {
      add_list({lines.front()});
      return add_text({lines.begin() + 1, lines.end()});
    }
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
      const ListMarker marker = *list_marker(text_, lines[i]);
      Lines item{lines[i]};
      item.front().text = trim(text_, {marker.range.end, lines[i].text.end});
      for (++i; i < lines.size() && !list_marker(text_, lines[i]); ++i) item.push_back(lines[i]);
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
    block.content = with_tex_formulas(joined(lines, kind), document_.silent);
    std::vector<Span> addresses = find_bare_addresses(block.content.text.text());
    std::erase_if(addresses, [&](const Span& address) { return is_in_formula(address, block.content.spans); });
    block.content.spans.insert(block.content.spans.end(), addresses.begin(), addresses.end());
    std::sort(block.content.spans.begin(), block.content.spans.end(),
              [](const Span& a, const Span& b) { return a.text.begin < b.text.begin; });
    document_.blocks.push_back(std::move(block));
  }

  static bool is_in_formula(const Span& span, const std::vector<Span>& formulas) {
    return std::any_of(formulas.begin(), formulas.end(), [&](const Span& formula) {
      return span.text.begin < formula.text.end && formula.text.begin < span.text.end;
    });
  }

  // Hard-wrapped lines as one, with a space for each line end. A hyphen at a line end may join the halves of a word, a soft one
  // does.
  AlignedText joined(const Lines& lines, BlockKind kind) {
    AlignedText text;
    const bool keep = kind == BlockKind::paragraph && keeps_lines(texts_of(lines));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      ByteRange line = lines[i].text;
      const bool last = i + 1 == lines.size();
      const bool soft = !last && text_of(lines[i]).ends_with(kSoftHyphen);
      if (soft) line.end -= kSoftHyphen.size();
      append_line(line, text);
      if (last || soft || hyphen_joins(text_of(lines[i]), text_of(lines[i + 1]))) continue;
      const PlainLine& next = lines[i + 1];
      const ByteRange gap = {line.end, next.quote_depth > 0 ? next.begin : next.text.begin};
      const bool page_ends = text_.substr(gap.begin, gap.size()).find_first_not_of(" \t\r\n\v\f>") != std::string_view::npos;
      const bool pause = keep && !ends_in_punctuation(text_of(lines[i]));
      text.append(pause ? ", " : " ", page_ends ? ByteRange{gap.begin, next_line(text_, gap.begin)} : gap, Mapping::whole);
    }
    return text;
  }

  std::vector<std::string_view> texts_of(const Lines& lines) const {
    std::vector<std::string_view> texts;
    for (const PlainLine& line : lines) texts.push_back(text_of(line));
    return texts;
  }

  // Without marks of pages; a pause for the dots before a page's number.
  void append_line(ByteRange line, AlignedText& text) {
    const auto append = [&](std::size_t begin, std::size_t end) {
      text.append_linear(text_.substr(begin, end - begin), begin);
    };
    while (next_inside_ < furniture_.inside.size() && furniture_.inside[next_inside_].source.end <= line.begin) ++next_inside_;
    std::size_t begin = line.begin;
    for (std::size_t i = next_inside_; i < furniture_.inside.size() && furniture_.inside[i].source.begin < line.end; ++i) {
      const ByteRange mark = furniture_.inside[i].source;
      if (mark.begin < begin) continue;
      append(begin, mark.begin);
      begin = std::min(mark.end, line.end);
    }
    const std::string_view rest = text_.substr(begin, line.end - begin);
    const std::size_t gap = in_columns_ ? wide_gap(rest) : page_number_gap(rest);
    if (gap == std::string_view::npos) return append(begin, line.end);
    const std::size_t number = text_.find_first_not_of(" .\t", begin + gap);
    append(begin, begin + gap);
    text.append(", ", {begin + gap, number}, Mapping::whole);
    append(number, line.end);
  }

  Document& document_;
  std::string_view text_;
  PlainFurniture furniture_;
  std::size_t body_begin_;
  std::vector<PlainParagraph> paragraphs_;
  std::size_t at_ = 0;           // of paragraphs_
  std::size_t next_inside_ = 0;  // of furniture_.inside
  int tables_ = 0;
  bool has_times_ = false;
  bool has_speakers_ = false;
  bool has_numerals_ = false;
  bool in_columns_ = false;
  bool after_chapter_ = false;
  std::set<std::string_view> noted_;  // numbers of notes
};

}  // namespace

void read_plain_text(Document& document, std::size_t body_begin) { PlainTextReader(document, body_begin).read(); }

}  // namespace aloud
