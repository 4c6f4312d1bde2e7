#include "document/html/block_rules.h"

#include <algorithm>
#include <array>
#include <optional>

#include "document/html/block_phrases.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using enum SilentKind;

// A line that says what it is, and no sentence of the article.
constexpr std::size_t kLongestLabel = 80, kLongestNotice = 200;

// A block with more of its characters in links is a way to other pages.
constexpr double kLinkList = 0.8;

bool ends_as_sentence(std::string_view text) {
  return !text.empty() &&
         (std::string_view(".!?").find(text.back()) != std::string_view::npos || text.ends_with("\xE3\x80\x82"));
}

// "12 January 2024", "Jan. 12, 2024", "2024-01-12": a year and little else.
bool is_date_line(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest) return false;
  std::size_t digits = 0, words = 1;
  bool year = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool digit = is_ascii_digit(line[at]);
    digits += digit ? 1U : 0U;
    words += line[at] == ' ' ? 1U : 0U;
    year = year || ((line.substr(at).starts_with("19") || line.substr(at).starts_with("20")) && line.size() >= at + 4 &&
                    is_ascii_digit(line[at + 2]) && is_ascii_digit(line[at + 3]));
  }
  return year && digits >= 5 && words <= 7 && !ends_as_sentence(line);
}

// "4 min read"
bool is_reading_time(std::string_view line) {
  const std::size_t at = line.find("min");
  return line.size() < 40 && !line.empty() && is_ascii_digit(line.front()) && at != std::string_view::npos &&
         line.find("read") != std::string_view::npos;
}

class Judge {
 public:
  Judge(PageKind kind, const PageMetadata& metadata, Extraction& extraction)
      : kind_(kind), metadata_(metadata), extraction_(extraction), blocks_(extraction.text.blocks) {}

  void judge() {
    find_prose();
    for (std::size_t i = 0; i < blocks_.size(); ++i) judge_line(i);
    if (!is_article()) return;
    judge_link_lists();
    judge_sections();
    judge_empty_sections();
  }

 private:
  const std::string& text(std::size_t i) const { return blocks_[i].block.content.text.text(); }
  const Block& block(std::size_t i) const { return blocks_[i].block; }
  bool kept(std::size_t i) const { return extraction_.blocks[i].kept; }
  static bool is_heading(const Block& block) { return block.kind == BlockKind::heading || block.kind == BlockKind::title; }

  void leave_out(std::size_t i, SilentKind kind, const std::string& rule) {
    if (!kept(i)) return;
    extraction_.blocks[i] = {false, kind, rule, -static_cast<int>(text(i).size())};
  }

  std::size_t link_size(std::size_t i) const {
    std::size_t size = 0, end = 0;
    for (const Span& span : block(i).content.spans) {
      if (span.kind != SpanKind::link || span.text.begin < end) continue;
      size += span.text.size();
      end = span.text.end;
    }
    return size;
  }

  bool is_prose(std::size_t i) const {
    constexpr std::size_t kShortest = 100;
    const Block& of = block(i);
    if (is_heading(of) || of.kind == BlockKind::code || of.kind == BlockKind::table_row) return false;
    return text(i).size() >= kShortest && link_size(i) * 2 < text(i).size() && ends_as_sentence(text(i));
  }

  void find_prose() {
    first_prose_ = last_prose_ = blocks_.size();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_prose(i)) continue;
      if (first_prose_ == blocks_.size()) first_prose_ = i;
      last_prose_ = i;
    }
  }

  // A list of products or events is made of names and links, which are its text.
  bool is_article() const {
    constexpr double kLeastProse = 0.4;
    std::size_t prose = 0, all = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      all += text(i).size();
      prose += is_prose(i) || block(i).kind == BlockKind::code ? text(i).size() : 0;
    }
    return kind_ == PageKind::article && static_cast<double>(prose) >= kLeastProse * static_cast<double>(all);
  }

  void judge_line(std::size_t i) {
    const Block& of = block(i);
    if (of.kind == BlockKind::code || of.kind == BlockKind::table_row || of.kind == BlockKind::thematic_break) return;
    if (text(i).size() > kLongestNotice) return;
    const std::string line = folded_line(text(i));
    if (is_heading(of)) return;
    if (line.size() <= kLongestLabel) {
      const BlockPhrase* const whole = whole_line_phrase(line);
      if (whole != nullptr) return leave_out(i, whole->kind, "line \"" + line + '"');
      if (kind_ == PageKind::discussion) return;
      if (is_date_line(line) && (i < first_prose_ || i > last_prose_)) return leave_out(i, byline, "a date");
      if (is_reading_time(line)) return leave_out(i, byline, "reading time");
      if (i < first_prose_ && line.starts_with("by ") && !ends_as_sentence(text(i)))
        return leave_out(i, byline, "begins \"by\"");
      if (names_author(line) && (i < first_prose_ || i > last_prose_)) return leave_out(i, byline, "the author");
    }
    if (const BlockPhrase* phrase = beginning_phrase(line))
      leave_out(i, phrase->kind, "begins \"" + std::string(phrase->text) + '"');
  }

  bool names_author(const std::string& line) const { return metadata_.author && ascii_lower(*metadata_.author) == line; }

  bool is_link_line(std::size_t i) const {
    const std::size_t size = text(i).size();
    return size > 0 && static_cast<double>(link_size(i)) >= kLinkList * static_cast<double>(size) &&
           (block(i).kind == BlockKind::paragraph || block(i).kind == BlockKind::list_item);
  }

  // Several blocks in a row that are links and no more: a menu, or other articles.
  void judge_link_lists() {
    constexpr std::size_t kFewest = 3;
    for (std::size_t i = 0; i < blocks_.size();) {
      std::size_t end = i;
      while (end < blocks_.size() && is_link_line(end)) ++end;
      const bool list = end - i >= kFewest;
      const bool at_an_end = end <= first_prose_ || i > last_prose_;
      if (list || (end > i && at_an_end)) {
        for (std::size_t line = i; line < end; ++line) leave_out(line, related, "a list of links");
      } else if (end > i) {
        for (std::size_t line = i; line < end; ++line) {
          if (block(line).kind == BlockKind::paragraph) leave_out(line, related, "a link alone");
        }
      }
      i = std::max(end, i + 1);
    }
  }

  // To the next heading that is no smaller, or, in front of the article's end, to the next prose.
  void judge_sections() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      constexpr std::size_t kLongestHeading = 60;
      const bool label = !is_heading(block(i)) && text(i).size() <= kLongestLabel / 2 && block(i).kind == BlockKind::paragraph;
      if ((!is_heading(block(i)) && !label) || text(i).size() > kLongestHeading) continue;
      const BlockPhrase* phrase = heading_phrase(folded_line(text(i)));
      if (phrase == nullptr || (label && folded_line(text(i)).size() > phrase->text.size() + 10)) continue;
      leave_out_section(i, *phrase, label);
    }
  }

  void leave_out_section(std::size_t heading, const BlockPhrase& phrase, bool label) {
    const int level = label ? 6 : std::max(block(heading).level, 1);
    const std::string rule = "below \"" + std::string(phrase.text) + '"';
    std::size_t end = heading + 1;
    std::size_t prose = 0;
    for (; end < blocks_.size(); ++end) {
      if (is_heading(block(end)) && block(end).level <= level) break;
      if (is_prose(end) && end <= last_prose_) {
        prose += text(end).size();
        constexpr std::size_t kTeasers = 600;
        if (label || prose > kTeasers) break;
      }
    }
    if (label && end == blocks_.size() && heading < last_prose_) return;
    for (std::size_t i = heading; i < end; ++i) {
      if (i == heading || !is_prose(i) || prose < 600) leave_out(i, phrase.kind, rule);
    }
  }

  // A heading with nothing below it.
  void judge_empty_sections() {
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (!kept(i) || !is_heading(block(i)) || block(i).level == 1) continue;
      std::size_t next = i + 1;
      bool removed = false;
      while (next < blocks_.size() && !kept(next)) {
        removed = true;
        ++next;
      }
      const bool nothing = next == blocks_.size() || (is_heading(block(next)) && block(next).level <= block(i).level);
      if (nothing && (removed || next == blocks_.size())) leave_out(i, outside, "a heading with nothing below");
    }
  }

  PageKind kind_;
  const PageMetadata& metadata_;
  Extraction& extraction_;
  std::vector<PageBlock>& blocks_;
  std::size_t first_prose_ = 0, last_prose_ = 0;
};

}  // namespace

void judge_blocks(PageKind kind, const PageMetadata& metadata, Extraction& extraction) {
  Judge(kind, metadata, extraction).judge();
}

}  // namespace aloud
