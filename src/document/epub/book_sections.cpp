#include "document/epub/book_sections.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "util/utf8.h"

namespace aloud {
namespace {

bool is_heading(const Block& block) { return block.kind == BlockKind::heading || block.kind == BlockKind::title; }

class Arranger {
 public:
  Arranger(Document& document, std::vector<SectionStart> starts, const std::vector<std::size_t>& references)
      : document_(document), starts_(std::move(starts)), references_(references) {
    std::stable_sort(starts_.begin(), starts_.end(), [](const SectionStart& a, const SectionStart& b) { return a.at < b.at; });
  }

  void arrange() {
    find_chapters();
    silence_empty_notes();
    drop_empty_chapters();
    sort_blocks();
    make_sections();
  }

 private:
  static constexpr std::size_t kLeadIn = static_cast<std::size_t>(-1);  // before the first start

  // The number of the start that `at` is behind.
  std::size_t start_at(std::size_t at) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), at,
                                        [](std::size_t place, const SectionStart& start) { return place < start.at; });
    return static_cast<std::size_t>(after - starts_.begin()) - 1;  // kLeadIn for none
  }

  void find_chapters() {
    is_chapter_.assign(starts_.size(), false);
    std::vector<std::size_t> above;  // those that the next one may be a section of
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      while (!above.empty() && starts_[above.back()].depth >= starts_[i].depth) above.pop_back();
      is_chapter_[i] = above.empty() || starts_[above.back()].page != starts_[i].page;
      above.push_back(i);
    }
  }

  // What holds nothing to read, or nothing but matter, is counted as no chapter.
  void drop_empty_chapters() {
    std::vector<bool> has_text(starts_.size(), false);
    for (const Block& block : document_.blocks) {
      const std::size_t start = start_at(block.source.begin);
      if (start != kLeadIn && block.footnote.empty() && block.matter == Matter::text) has_text[chapter_of(start)] = true;
    }
    for (std::size_t i = 0; i < starts_.size(); ++i) is_chapter_[i] = is_chapter_[i] && has_text[i];
  }

  // The start of the chapter that a start belongs to.
  std::size_t chapter_of(std::size_t start) const {
    while (start > 0 && !is_chapter_[start]) --start;
    return start;
  }

  // A heading "Notes" over nothing but notes that are said elsewhere.
  void silence_empty_notes() {
    const auto& blocks = document_.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!is_heading(blocks[i])) continue;
      std::size_t behind = i + 1;
      while (behind < blocks.size() && references_[behind] != kNoReference) ++behind;
      const bool elsewhere = behind > i + 1 && (behind == blocks.size() || is_heading(blocks[behind]));
      if (elsewhere && range_of(references_[i + 1]) != range_of(blocks[i].source.begin))
        document_.blocks[i].matter = Matter::auxiliary;
    }
  }

  // Which chapter a place is in, lead-in and matter with the chapter before them.
  std::size_t range_of(std::size_t at) const {
    std::size_t start = start_at(at);
    if (start == kLeadIn) return 0;
    while (start > 0 && !is_chapter_[start]) --start;
    return is_chapter_[start] ? start + 1 : 0;
  }

  void sort_blocks() {
    auto& blocks = document_.blocks;
    std::vector<std::size_t> range(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i)
      range[i] = range_of(references_[i] == kNoReference ? blocks[i].source.begin : references_[i]);
    std::vector<std::size_t> order(blocks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      if (range[a] != range[b]) return range[a] < range[b];
      return blocks[a].footnote.empty() && !blocks[b].footnote.empty();
    });
    std::vector<Block> sorted;
    sorted.reserve(blocks.size());
    for (const std::size_t i : order) sorted.push_back(std::move(blocks[i]));
    blocks = std::move(sorted);
  }

  void make_sections() {
    const auto& blocks = document_.blocks;
    std::vector<std::size_t> first(starts_.size(), blocks.size());
    bool lead_in = false;
    for (std::size_t i = blocks.size(); i > 0; --i) {
      if (!blocks[i - 1].footnote.empty()) continue;
      const std::size_t start = start_at(blocks[i - 1].source.begin);
      if (start == kLeadIn) {
        lead_in = true;
      } else {
        first[start] = i - 1;
      }
    }
    for (std::size_t i = starts_.size(); i > 1; --i) first[i - 2] = std::min(first[i - 2], first[i - 1]);
    if (lead_in) document_.sections.push_back({});
    int chapter = 0;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const bool counts = is_chapter_[i];
      document_.sections.push_back({title_of(i, first[i]), starts_[i].depth, first[i], counts ? ++chapter : 0});
    }
  }

  std::string title_of(std::size_t start, std::size_t block) const {
    constexpr std::size_t kLongest = 200;
    if (!starts_[start].title.empty() || block >= document_.blocks.size()) return starts_[start].title;
    if (!is_heading(document_.blocks[block])) return {};
    const std::string& text = document_.blocks[block].content.text.text();
    return text.substr(0, floor_to_code_point(text, kLongest));
  }

  Document& document_;
  std::vector<SectionStart> starts_;
  const std::vector<std::size_t>& references_;
  std::vector<bool> is_chapter_;
};

}  // namespace

std::vector<SectionStart> starts_by_headings(const Document& document, const std::vector<std::size_t>& pages) {
  std::vector<SectionStart> with_heading, all;
  std::size_t block = 0;
  const auto& blocks = document.blocks;
  for (const std::size_t page : pages) {
    while (block < blocks.size() && blocks[block].source.begin < page) ++block;
    all.push_back({{}, 0, page, page});
    if (block < blocks.size() && is_heading(blocks[block])) with_heading.push_back(all.back());
  }
  return with_heading.empty() ? all : with_heading;
}

void arrange_sections(Document& document, std::vector<SectionStart> starts, const std::vector<std::size_t>& references) {
  Arranger(document, std::move(starts), references).arrange();
}

}  // namespace aloud
