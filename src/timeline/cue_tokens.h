#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "audio/units.h"
#include "timeline/timeline.h"

namespace aloud {

/// A word as subtitles show it, with the punctuation that hangs on it.
struct CueToken {
  std::string text;          ///< one plain line, not empty
  std::size_t width = 0;     ///< columns, at most the `columns` asked for
  bool spaced = false;       ///< a space stands between this token and the one before
  bool ends_clause = false;  ///< ends in a comma, a full stop, a dash or the like: a good place to break
  Frames begin, end;
};

/// The words of a sentence in the order of speaking, each as written, or as spoken where the source holds markup or entities
/// there. Words that share source ("five dollars" for "$5", "five kilometer-long" for "5-km-long") are one token. Tokens wider
/// than `columns` are cut, their time shared out by width; a sentence without words becomes tokens from its spoken text, timed
/// in the same way.
std::vector<CueToken> cue_tokens(const TimelineSentence& sentence, std::size_t columns);

}  // namespace aloud
