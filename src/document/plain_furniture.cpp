#include "document/plain_furniture.h"

#include <algorithm>
#include <optional>

#include "document/lines.h"
#include "document/plain_mail.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kBlank = " \t\f\v";

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(kBlank);
  if (begin == kNone) return {};
  return line.substr(begin, line.find_last_not_of(kBlank) + 1 - begin);
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit<char>); }

// The end of a mark of a page that begins at `at`, "[Pg 12]", "[Page 12]", "[p. xii]"; kNone if there is none.
std::size_t end_of_page_mark(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 16;  // bytes
  const std::string_view rest = text.substr(at, kLongest);
  for (const std::string_view name : {"[Pg ", "[pg ", "[Page ", "[page ", "[p. "}) {
    if (!rest.starts_with(name)) continue;
    const std::size_t close = rest.find(']');
    if (close == kNone || close == name.size()) return kNone;
    const std::string_view number = rest.substr(name.size(), close - name.size());
    const bool numeral = number.find_first_not_of("0123456789") == kNone || number.find_first_not_of("ivxlcdm") == kNone;
    return numeral ? at + close + 1 : kNone;
  }
  return kNone;
}

// "Brenn            Informational            [Page 1]": the foot of an RFC's page.
bool is_page_foot(std::string_view line) {
  const std::size_t open = line.rfind('[');
  return open != kNone && open >= 2 && is_blank(line[open - 1]) && line.back() == ']' &&
         end_of_page_mark(line, open) == line.size();
}

// Three columns with wide gaps: "RFC 9951     Heron Transfer Protocol     March 2021".
bool is_page_head(std::string_view line) {
  std::size_t gaps = 0;
  for (std::size_t at = line.find("  "); at != kNone; at = line.find("  ", at)) {
    ++gaps;
    at = line.find_first_not_of(' ', at);
  }
  return gaps == 2 && line.back() != '.';
}

struct Line {
  std::size_t begin = 0, end = 0;  // without the line end
  std::string_view text;           // without white space around it
  bool form_feed = false;
};

class FurnitureFinder {
 public:
  FurnitureFinder(std::string_view text, std::size_t body_begin) : text_(text) {
    for (std::size_t at = body_begin; at < text.size(); at = next_line(text, at)) {
      const std::size_t end = line_end(text, at);
      const std::string_view line = text.substr(at, end - at);
      lines_.push_back({at, end, trimmed(line), line.find('\f') != kNone});
    }
  }

  PlainFurniture run() {
    const std::size_t first = end_of_opening_licence();
    const std::size_t last = begin_of_closing_licence(first);
    if (first > 0) add(0, first, SilentKind::licence);
    for (std::size_t i = first; i < last;) i = read_line(i, last);
    if (last < lines_.size()) add(last, lines_.size(), SilentKind::licence);
    return std::move(found_);
  }

 private:
  // "*** START OF THE PROJECT GUTENBERG EBOOK …", "***END OF THIS PROJECT GUTENBERG EBOOK …".
  static bool is_book_mark(std::string_view line, std::string_view word) {
    if (!line.starts_with("***")) return false;
    const std::string_view rest = trimmed(line.substr(3));
    return rest.starts_with(word) && rest.find("PROJECT GUTENBERG") != kNone;
  }

  // The line after the licence before a book, and after who made the file; 0 if there is none.
  std::size_t end_of_opening_licence() const {
    const auto mark =
        std::find_if(lines_.begin(), lines_.end(), [](const Line& line) { return is_book_mark(line.text, "START OF"); });
    if (mark == lines_.end()) return 0;
    auto end = static_cast<std::size_t>(mark - lines_.begin()) + 1;
    if (mark->text.find("***", 3) == kNone && end < lines_.size() && lines_[end].text.ends_with("***")) ++end;  // on two lines
    std::size_t maker = end;
    while (maker < lines_.size() && lines_[maker].text.empty()) ++maker;
    if (maker == lines_.size()) return end;
    const std::string_view text = lines_[maker].text;
    if (!text.starts_with("Produced by") && !text.starts_with("E-text prepared by") &&
        !text.starts_with("This eBook was produced"))
      return end;
    while (maker < lines_.size() && !lines_[maker].text.empty()) ++maker;
    return maker;
  }

  // Where the licence behind a book begins; the number of lines if there is none.
  std::size_t begin_of_closing_licence(std::size_t first) const {
    for (std::size_t i = first; i < lines_.size(); ++i) {
      const std::string_view text = lines_[i].text;
      const bool says_end = (text.starts_with("End of the Project Gutenberg") || text.starts_with("End of Project Gutenberg"));
      if (says_end || is_book_mark(text, "END OF")) return i;
    }
    return lines_.size();
  }

  // The lines from `first` to `last`, with the empty ones around them.
  void add(std::size_t first, std::size_t last, SilentKind kind) {
    const std::size_t end = last < lines_.size() ? lines_[last].begin : text_.size();
    std::size_t begin = lines_[first].begin;
    if (!found_.lines.empty() && begin < found_.lines.back().source.end) begin = found_.lines.back().source.end;
    if (begin < end) found_.lines.push_back({{begin, end}, kind});
  }

  std::size_t skip_blank(std::size_t i, std::size_t last, bool* form_feed = nullptr) const {
    for (; i < last && lines_[i].text.empty(); ++i) {
      if (form_feed != nullptr) *form_feed = *form_feed || lines_[i].form_feed;
    }
    return i;
  }

  // Reads the line and what goes with it; returns the next one.
  std::size_t read_line(std::size_t i, std::size_t last) {
    const Line& line = lines_[i];
    const bool foot = !line.text.empty() && is_page_foot(line.text);
    const bool number = all_digits(line.text) && i + 1 < last && breaks_page(i + 1, last);
    const bool mark = !line.text.empty() && end_of_page_mark(line.text, 0) == line.text.size();
    const bool break_alone = line.form_feed && (line.text.empty() || is_page_head(line.text) || all_digits(line.text));
    if (!foot && !number && !mark && !break_alone) {
      note_marks_inside(line);
      return i + 1;
    }
    std::size_t begin = i;
    while (begin > 0 && lines_[begin - 1].text.empty()) --begin;
    bool form_feed = line.form_feed;
    std::size_t end = break_alone && !line.text.empty() ? i : skip_blank(i + 1, last, &form_feed);
    if (break_alone && line.text.empty()) end = skip_blank(i, last, &form_feed);
    if (end < last) {
      form_feed = form_feed || lines_[end].form_feed;
      const bool head = (foot || form_feed) && (is_page_head(lines_[end].text) || (form_feed && all_digits(lines_[end].text)));
      if (head) end = skip_blank(end + 1, last);
    }
    add(begin, end, SilentKind::page_mark);
    return std::max(end, i + 1);
  }

  bool breaks_page(std::size_t i, std::size_t last) const {
    for (; i < last; ++i) {
      if (lines_[i].form_feed) return true;
      if (!lines_[i].text.empty()) return false;
    }
    return false;
  }

  void note_marks_inside(const Line& line) {
    const std::string_view until_end = text_.substr(0, line.end);
    for (std::size_t at = until_end.find('[', line.begin); at != kNone; at = until_end.find('[', at + 1)) {
      const std::size_t end = end_of_page_mark(until_end, at);
      if (end != kNone) found_.inside.push_back({{at, end}, SilentKind::page_mark});
    }
  }

  std::string_view text_;
  std::vector<Line> lines_;
  PlainFurniture found_;
};

}  // namespace

PlainFurniture find_furniture(std::string_view text, std::size_t body_begin) {
  PlainFurniture found = FurnitureFinder(text, body_begin).run();
  find_mail_furniture(text, body_begin, found);
  return found;
}

}  // namespace aloud
