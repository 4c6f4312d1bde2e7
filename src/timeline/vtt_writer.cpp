#include <fmt/format.h>

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

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char byte : text) {
    switch (byte) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      default:
        escaped += byte;
    }
  }
  return escaped;
}

// WebVTT, W3C: https://www.w3.org/TR/webvtt1/. Each word after a cue's first is preceded by the time at which it starts,
// as players need it to mark the word that sounds (::cue(:past), ::cue(:future)).
class VttWriter : public TimelineWriter {
 public:
  VttWriter(const TimelineHeader& header, ByteSink& sink) : sink_(sink), rate_(header.rate), cues_(header.rate) {
    const std::string title = plain_line(header.title.empty() ? header.article : header.title);
    const std::string author = plain_line(header.author);
    const std::string note = author.empty() ? title : fmt::format("{} ({})", title, author);
    sink_.write_text("WEBVTT\n\n" + (note.empty() ? "" : "NOTE " + defuse(note, "") + "\n\n"));
  }

  void sentence(const TimelineSentence& sentence) override {
    const std::vector<Cue> cues = cues_.cues_of(sentence);
    std::string text;
    for (std::size_t i = 0; i < cues.size(); ++i) {
      const std::string part = cues.size() == 1 ? "" : fmt::format(".{}", i + 1);
      text += fmt::format("s{}{}\n{} --> {}\n{}\n\n", sentence.index, part, vtt_time(cues[i].begin), vtt_time(cues[i].end),
                          payload(cues[i]));
    }
    sink_.write_text(text);
  }

  void finish(const TimelineEnd& /*end*/) override {}

 private:
  // The grammar wants stamps to increase strictly and to lie strictly inside their cue. A word for which that does not hold
  // (it starts in the same millisecond as the one before) goes without.
  std::string payload(const Cue& cue) const {
    std::string text;
    milliseconds last = cue.begin;
    for (const CueLine& line : cue.lines) {
      if (!text.empty()) text += '\n';
      for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i].spaced && i > 0) text += ' ';
        const milliseconds start = milliseconds_of(line[i].begin, rate_);
        if (!text.empty() && start > last && start < cue.end) {
          text += '<' + vtt_time(start) + '>';
          last = start;
        }
        text += escape(line[i].text);
      }
    }
    return text;
  }

  ByteSink& sink_;
  SampleRate rate_;
  CueMaker cues_;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_vtt_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<VttWriter>(header, sink);
}

}  // namespace aloud
