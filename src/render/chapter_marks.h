#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "audio/audio_format.h"
#include "document/document.h"

namespace aloud {

inline constexpr int kLowestChapterLevel = 6;  ///< of headings

/// The chapters of an article: its title, and the headings down to a level, outside of quotes. Which there are is known before
/// anything is spoken, and when each begins as it is heard.
class ChapterMarks {
 public:
  /// `level`: of the lowest headings that begin a chapter, 1 to 6; 0: there are none. Without it: the highest level that has
  /// at least two headings, else all of them; of a book, its chapters. One chapter alone is none. At most kMostChapters.
  ChapterMarks(const Document& document, std::optional<int> level);

  /// Without times.
  const std::vector<ChapterMark>& list() const { return chapters_; }

  /// Something of a block begins to sound, at kEngineRate.
  void heard(std::size_t block, Frames position);

  /// With times: the first begins with the file, and each ends where the next begins; `end` is the file's.
  std::vector<ChapterMark> finish(Frames end);

 private:
  bool add_chapters_of_book(const Document& document);  // false: it is none, or has one alone

  std::vector<ChapterMark> chapters_;
  std::vector<std::size_t> blocks_;  // of their headings
  std::size_t next_ = 0;             // the first that has not begun
};

}  // namespace aloud
