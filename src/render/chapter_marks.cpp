#include "render/chapter_marks.h"

#include <algorithm>
#include <array>

#include "document/chapters.h"

namespace aloud {
namespace {

bool is_heading(const Block& block) { return block.kind == BlockKind::heading && block.quote_depth == 0; }

int usual_level(const Document& document) {
  std::array<int, kLowestChapterLevel + 1> count{};
  for (const Block& block : document.blocks) {
    if (is_heading(block)) ++count[static_cast<std::size_t>(std::clamp(block.level, 1, kLowestChapterLevel))];
  }
  for (int level = 1; level <= kLowestChapterLevel; ++level) {
    if (count[static_cast<std::size_t>(level)] > 1) return level;
  }
  return kLowestChapterLevel;
}

}  // namespace

ChapterMarks::ChapterMarks(const Document& document, std::optional<int> level) {
  if (!level && add_chapters_of_book(document)) return;
  const int lowest = level.value_or(usual_level(document));
  if (lowest == 0) return;
  for (std::size_t i = 0; i < document.blocks.size() && chapters_.size() < kMostChapters; ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != BlockKind::title && !(is_heading(block) && block.level <= lowest)) continue;
    chapters_.push_back({block.content.text.text(), {}, {}});
    blocks_.push_back(i);
  }
  if (chapters_.size() > 1) return;
  chapters_.clear();
  blocks_.clear();
}

bool ChapterMarks::add_chapters_of_book(const Document& document) {
  const std::vector<Chapter> chapters = chapters_of(document);
  if (chapters.size() < 2) return false;
  for (const Chapter& chapter : chapters) {
    if (chapters_.size() == kMostChapters) break;
    chapters_.push_back({chapter.title, {}, {}});
    blocks_.push_back(chapter.begin);
  }
  return true;
}

void ChapterMarks::heard(std::size_t block, Frames position) {
  for (; next_ < blocks_.size() && blocks_[next_] <= block; ++next_) chapters_[next_].begin = position;
}

std::vector<ChapterMark> ChapterMarks::finish(Frames end) {
  for (; next_ < blocks_.size(); ++next_) chapters_[next_].begin = end;
  if (!chapters_.empty()) chapters_.front().begin = {};
  for (std::size_t i = 0; i < chapters_.size(); ++i) chapters_[i].end = i + 1 < chapters_.size() ? chapters_[i + 1].begin : end;
  return chapters_;
}

}  // namespace aloud
