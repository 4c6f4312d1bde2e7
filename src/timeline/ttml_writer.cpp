#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "audio/time_text.h"
#include "timeline/cues.h"
#include "timeline/writers.h"
#include "util/plain_line.h"
#include "util/xml_text.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

// Timed Text Markup Language 2, W3C: https://www.w3.org/TR/ttml2/. A paragraph per cue and a span per word, whose times count
// from the beginning of its paragraph, as the format has it.
class TtmlWriter : public TimelineWriter {
 public:
  TtmlWriter(const TimelineHeader& header, ByteSink& sink) : sink_(sink), rate_(header.rate), cues_(header.rate) {
    const std::string title = plain_line(header.title.empty() ? header.article : header.title);
    sink_.write_text(
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
                    "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" ttp:timeBase=\"media\" xml:lang=\"{}\">\n"
                    "<head><metadata><ttm:title>{}</ttm:title></metadata></head>\n<body><div>\n",
                    xml_text(header.language), xml_text(title)));
  }

  void sentence(const TimelineSentence& sentence) override {
    std::string text;
    std::size_t part = 0;
    for (const Cue& cue : cues_.cues_of(sentence)) {
      text += fmt::format("<p xml:id=\"s{}.{}\" begin=\"{}\" end=\"{}\">{}</p>\n", sentence.index, ++part,
                          chapter_time(cue.begin), chapter_time(cue.end), words_of(cue));
    }
    sink_.write_text(text);
  }

  void finish(const TimelineEnd& /*end*/) override { sink_.write_text("</div></body>\n</tt>\n"); }

 private:
  std::string words_of(const Cue& cue) const {
    std::string text;
    for (const CueLine& line : cue.lines) {
      if (!text.empty()) text += "<br/>";
      for (std::size_t i = 0; i < line.size(); ++i) {
        const milliseconds begin = std::clamp(milliseconds_of(line[i].begin, rate_), cue.begin, cue.end);
        const milliseconds end = std::clamp(milliseconds_of(line[i].end, rate_), begin, cue.end);
        text += fmt::format("{}<span begin=\"{}\" end=\"{}\">{}</span>", line[i].spaced && i > 0 ? " " : "",
                            chapter_time(begin - cue.begin), chapter_time(end - cue.begin), xml_text(line[i].text));
      }
    }
    return text;
  }

  ByteSink& sink_;
  SampleRate rate_;
  CueMaker cues_;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_ttml_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<TtmlWriter>(header, sink);
}

}  // namespace aloud
