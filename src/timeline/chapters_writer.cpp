#include <string>

#include "audio/time_text.h"
#include "timeline/writers.h"
#include "util/json_text.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

// JSON chapters 1.2 of the podcast namespace. What has no chapters is one, with the article's title.
class ChaptersWriter : public TimelineWriter {
 public:
  ChaptersWriter(const TimelineHeader& header, ByteSink& sink)
      : sink_(sink), rate_(header.rate), title_(plain_line(header.title.empty() ? header.article : header.title)) {}

  void sentence(const TimelineSentence& /*sentence*/) override {}

  void finish(const TimelineEnd& end) override {
    std::vector<ChapterMark> chapters = end.chapters;
    if (chapters.empty()) chapters.push_back({title_, {}, end.duration});
    std::string list;
    for (const ChapterMark& chapter : chapters) {
      JsonLine line;
      line.raw("startTime", decimal_seconds(chapter.begin, rate_)).raw("endTime", decimal_seconds(chapter.end, rate_));
      line.text("title", plain_line(chapter.title));
      list += (list.empty() ? "\n" : ",\n") + line.object();
    }
    sink_.write_text("{\n\"version\": \"1.2.0\",\n\"title\": " + json_string(title_) + ",\n\"chapters\": [" + list +
                     "\n]\n}\n");
  }

 private:
  ByteSink& sink_;
  SampleRate rate_;
  std::string title_;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_chapters_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<ChaptersWriter>(header, sink);
}

}  // namespace aloud
