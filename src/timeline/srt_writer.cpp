#include <string>

#include "audio/time_text.h"
#include "timeline/cues.h"
#include "timeline/writers.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

// SubRip has no specification and no escapes: players take "<b>" and "{\an8}" for markup, so those are defused.
std::string srt_line(const CueLine& line) {
  std::string text;
  for (const CueToken& token : line) {
    if (token.spaced && !text.empty()) text += ' ';
    text += token.text;
  }
  return defuse(text, "<{");
}

class SrtWriter : public TimelineWriter {
 public:
  SrtWriter(const TimelineHeader& header, ByteSink& sink) : sink_(sink), cues_(header.rate) {}

  void sentence(const TimelineSentence& sentence) override {
    std::string text;
    for (const Cue& cue : cues_.cues_of(sentence)) {
      // Old set-top players want CRLF; everything else takes it.
      text += std::to_string(++number_) + "\r\n" + srt_time(cue.begin) + " --> " + srt_time(cue.end) + "\r\n";
      for (const CueLine& line : cue.lines) text += srt_line(line) + "\r\n";
      text += "\r\n";
    }
    sink_.write_text(text);
  }

  void finish(const TimelineEnd& /*end*/) override {}

 private:
  ByteSink& sink_;
  CueMaker cues_;
  std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_srt_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<SrtWriter>(header, sink);
}

}  // namespace aloud
