#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

#include "audio/time_text.h"
#include "timeline/cues.h"
#include "timeline/writers.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

// A tag ends at its bracket, so a value must not hold one.
std::string tag(std::string_view name, std::string_view value) {
  std::string line = plain_line(value);
  if (line.empty()) return {};
  std::replace(line.begin(), line.end(), '[', '(');
  std::replace(line.begin(), line.end(), ']', ')');
  return fmt::format("[{}:{}]\n", name, line);
}

// Enhanced LRC ("A2"): a line per cue, with the time of each word before it and the end of the last one after it.
class LrcWriter : public TimelineWriter {
 public:
  LrcWriter(const TimelineHeader& header, ByteSink& sink) : sink_(sink), rate_(header.rate), cues_(header.rate) {
    const std::string& title = header.title.empty() ? header.article : header.title;
    sink_.write_text(tag("ti", title) + tag("ar", header.author) + tag("re", header.software));
  }

  void sentence(const TimelineSentence& sentence) override {
    std::string text;
    for (const Cue& cue : cues_.cues_of(sentence)) text += line_of(cue);
    sink_.write_text(text);
  }

  void finish(const TimelineEnd& /*end*/) override {}

 private:
  std::string line_of(const Cue& cue) const {
    std::string text = fmt::format("[{}]", lrc_time(cue.begin));
    milliseconds last = cue.begin;
    for (const CueLine& line : cue.lines) {
      for (const CueToken& token : line) {
        last = std::clamp(milliseconds_of(token.begin, rate_), last, cue.end);
        // Scripts written without spaces must not be given any.
        const bool apart = token.spaced || &token == &cue.lines.front().front();
        const char* const space = apart ? " " : "";
        text += fmt::format("{}<{}>{}{}", space, lrc_time(last), space, defuse(token.text, "<["));
      }
    }
    return text + fmt::format(" <{}>\n", lrc_time(cue.end));
  }

  ByteSink& sink_;
  SampleRate rate_;
  CueMaker cues_;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_lrc_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<LrcWriter>(header, sink);
}

}  // namespace aloud
