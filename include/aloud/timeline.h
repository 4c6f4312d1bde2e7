#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aloud/document.h"
#include "aloud/errors.h"

namespace aloud::v0 {

// What is heard when. Positions count frames of the audio file, from 0, at its rate (RenderReport::rate), and are exact: they
// come from counting what was written, in every format, lead-in and padding of the codec aside.

/// A word as it is heard. Words of a sentence are in order and do not overlap.
struct SpokenWord {
  std::string written;              ///< what stands in the article; empty for a word that nobody wrote ("image")
  std::string spoken;               ///< what was said for it: "twelve" for "12"
  SourceRange source;               ///< of `written`; empty for a word that nobody wrote
  std::int64_t begin = 0, end = 0;  ///< frames, half open
};

/// A sentence as it is heard.
struct SpokenSentence {
  std::size_t index = 0;               ///< from 0, without gaps
  std::string block;                   ///< kind of the block that it is from: Block::kind
  std::string role;                    ///< "body", "heading", "quote", "code", "table", "footnote", "emphasis"
  std::string written;                 ///< what stands in the article, markup included
  std::string spoken;                  ///< what was said
  SourceRange source;                  ///< of `written`
  std::int64_t begin = 0, end = 0;     ///< frames, half open
  std::vector<SpokenWord> words;       ///< empty where a failure left none
  std::optional<std::string> failure;  ///< why all or a part of it could not be said
};

/// The names of timeline formats, to be written beside the audio (docs/formats/timeline.md): "json", "srt", "vtt", "lrc".
ALOUD_API std::vector<std::string> timeline_formats();

/// Seconds of a position. Requires: rate > 0.
constexpr double seconds_of(std::int64_t frames, int rate) { return static_cast<double>(frames) / rate; }

}  // namespace aloud::v0
