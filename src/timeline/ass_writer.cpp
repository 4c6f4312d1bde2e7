#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

#include "timeline/cues.h"
#include "timeline/writers.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

// White words that turn yellow as they are said, on a dark outline, above the lower edge.
constexpr const char* kHead =
    "ScriptType: v4.00+\nWrapStyle: 0\nScaledBorderAndShadow: yes\nPlayResX: 1280\nPlayResY: 720\n\n"
    "[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, "
    "StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n"
    "Style: Default,sans-serif,48,&H0000FFFF,&H00FFFFFF,&H00202020,&H80000000,0,0,0,0,100,100,0,0,1,3,0,2,60,60,48,1\n\n"
    "[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

std::int64_t hundredths(milliseconds time) { return time.count() / 10; }

std::string ass_time(milliseconds time) {
  const std::int64_t all = hundredths(time);
  return fmt::format("{}:{:02}:{:02}.{:02}", all / 360000, all / 6000 % 60, all / 100 % 60, all % 100);
}

// Braces open override tags, and the format has no escape that all renderers know.
std::string ass_text(std::string_view text) {
  std::string safe = defuse(text, "\\");
  std::replace(safe.begin(), safe.end(), '{', '(');
  std::replace(safe.begin(), safe.end(), '}', ')');
  return safe;
}

// Advanced SubStation Alpha 4+ with karaoke: {\k25} before a word is how long it takes, in hundredths of a second.
class AssWriter : public TimelineWriter {
 public:
  AssWriter(const TimelineHeader& header, ByteSink& sink) : sink_(sink), rate_(header.rate), cues_(header.rate) {
    const std::string title = plain_line(header.title.empty() ? header.article : header.title);
    sink_.write_text(fmt::format("[Script Info]\nTitle: {}\n{}", title, kHead));
  }

  void sentence(const TimelineSentence& sentence) override {
    std::string text;
    for (const Cue& cue : cues_.cues_of(sentence)) {
      text += fmt::format("Dialogue: 0,{},{},Default,,0,0,0,,{}\n", ass_time(cue.begin), ass_time(cue.end), karaoke(cue));
    }
    sink_.write_text(text);
  }

  void finish(const TimelineEnd& /*end*/) override {}

 private:
  // Each word lasts until the next begins, so that rounding never adds up.
  std::string karaoke(const Cue& cue) const {
    std::vector<const CueToken*> tokens;
    for (const CueLine& line : cue.lines) {
      for (const CueToken& token : line) tokens.push_back(&token);
    }
    std::string text;
    std::size_t index = 0;
    std::int64_t last = hundredths(cue.begin);
    for (const CueLine& line : cue.lines) {
      if (!text.empty()) text += "\\N";
      for (std::size_t i = 0; i < line.size(); ++i, ++index) {
        const std::int64_t until =
            index + 1 < tokens.size() ? hundredths(milliseconds_of(tokens[index + 1]->begin, rate_)) : hundredths(cue.end);
        const std::int64_t length = std::max<std::int64_t>(until - last, 0);
        last += length;
        text += fmt::format("{}{{\\k{}}}{}", line[i].spaced && i > 0 ? " " : "", length, ass_text(line[i].text));
      }
    }
    return text;
  }

  ByteSink& sink_;
  SampleRate rate_;
  CueMaker cues_;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_ass_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<AssWriter>(header, sink);
}

}  // namespace aloud
