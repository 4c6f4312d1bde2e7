#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audio/audio_format.h"
#include "audio/loudness.h"
#include "audio/units.h"
#include "timeline/coverage.h"
#include "util/byte_range.h"
#include "util/byte_sink.h"

namespace aloud {

/// A word as it is heard. Positions count frames of the file, at TimelineHeader::rate.
struct TimelineWord {
  std::string written;  ///< the source text it stands for; empty for a word that nobody wrote
  std::string spoken;
  ByteRange source;  ///< bytes of the file; empty for a word that nobody wrote
  Frames begin, end;
};

struct TimelineSentence {
  std::size_t index = 0;  ///< from 0
  std::string block;      ///< kind of block: "paragraph", "heading", …
  std::string role;
  std::string written;  ///< source text, markup included
  std::string spoken;
  ByteRange source;
  Frames begin, end;
  std::vector<TimelineWord> words;
  std::optional<std::string> failure;  ///< why (a part of) it was not spoken
};

/// A clip as it is heard: a recording, not speech.
struct TimelineClip {
  std::string role;  ///< "intro", "outro", "heading-cue"
  std::string file;  ///< its name, without directories
  Frames begin, end;
};

/// A file of a book, and where it begins in the bytes that sources count.
struct TimelinePart {
  std::string name;
  std::size_t begin = 0;
};

struct TimelineHeader {
  std::string article;  ///< as named on the command line, without directories
  std::string title, author, language, date;
  std::string software;
  SampleRate rate;
  std::vector<TimelinePart> parts = {};  ///< of a book; else empty
  std::string converted_by = {};         ///< program whose text of the file positions count; empty: they count the file's bytes
};

struct TimelineEnd {
  Frames duration;
  Coverage coverage;
  TrackLoudness loudness = {};
  std::vector<ChapterMark> chapters = {};  ///< their positions count frames of the file, at TimelineHeader::rate
};

/// ass, ttml: subtitles with the times of words; labels: Audacity's, a sentence a line; textgrid: Praat's, with a tier of
/// sentences and one of words; chapters: what podcast players show; html: the page to read along (publish/page.h).
enum class TimelineKind { json, srt, vtt, lrc, ass, ttml, labels, textgrid, chapters, html };
std::optional<TimelineKind> timeline_kind_by_name(std::string_view name);
std::vector<std::string> timeline_names();  ///< every name that timeline_kind_by_name() knows
const char* extension_of(TimelineKind kind);

/// Writes a timeline while it is made, so that an article of any length needs little memory.
class TimelineWriter {
 public:
  virtual ~TimelineWriter() = default;
  virtual void sentence(const TimelineSentence& sentence) = 0;
  virtual void clip(const TimelineClip&) {}  ///< subtitles show none
  virtual void finish(const TimelineEnd& end) = 0;
};

/// Requires: `sink` outlives the writer; `kind` is not html, which shows the article and is made by publish/page.h. Formats:
/// docs/formats/timeline.md.
std::unique_ptr<TimelineWriter> make_timeline_writer(TimelineKind kind, const TimelineHeader& header, ByteSink& sink);

}  // namespace aloud
