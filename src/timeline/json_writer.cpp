#include <fmt/format.h>

#include <string>

#include "audio/decibels.h"
#include "audio/time_text.h"
#include "timeline/writers.h"
#include "util/json_text.h"

namespace aloud {
namespace {

// Raised when a reader of the old version would misread the new one. docs/formats/timeline.md lists the versions.
constexpr int kFormatVersion = 1;

std::string range_json(ByteRange range) { return fmt::format("[{}, {}]", range.begin, range.end); }

// Native timeline: one JSON object, a sentence per line, so that it can be read by people and by line-based tools as well.
class JsonWriter : public TimelineWriter {
 public:
  JsonWriter(const TimelineHeader& header, ByteSink& sink) : sink_(sink), rate_(header.rate) {
    JsonLine article;
    article.text("file", header.article).text_if_any("title", header.title).text_if_any("author", header.author);
    article.text_if_any("language", header.language).text_if_any("date", header.date);
    std::string parts;
    for (const TimelinePart& part : header.parts)
      parts +=
          (parts.empty() ? "" : ",\n ") + JsonLine().text("name", part.name).raw("begin", std::to_string(part.begin)).object();
    if (!parts.empty()) article.raw("parts", '[' + parts + ']');
    article.text_if_any("convertedBy", header.converted_by);
    sink_.write_text(
        fmt::format("{{\n\"format\": \"aloud-timeline\",\n\"version\": {},\n\"software\": {},\n\"article\": {},\n"
                    "\"sampleRate\": {},\n\"timeline\": [",
                    kFormatVersion, json_string(header.software), article.object(), rate_.hertz));
  }

  void sentence(const TimelineSentence& sentence) override {
    JsonLine line;
    line.text("type", "sentence").raw("index", std::to_string(sentence.index));
    line.text("block", sentence.block).text("role", sentence.role);
    line.text("text", sentence.written).text("spoken", sentence.spoken).raw("source", range_json(sentence.source));
    add_times(line, sentence.begin, sentence.end);
    if (sentence.failure) line.text("failure", *sentence.failure);
    std::string words;
    for (const TimelineWord& word : sentence.words) words += (words.empty() ? "\n  " : ",\n  ") + word_json(word);
    line.raw("timeline", '[' + words + ']');
    next(line.object());
  }

  void clip(const TimelineClip& clip) override {
    JsonLine line;
    line.text("type", "clip").text("role", clip.role).text("file", clip.file);
    add_times(line, clip.begin, clip.end);
    clips_ += (clips_.empty() ? "\n" : ",\n") + line.object();
  }

  void finish(const TimelineEnd& end) override {
    if (!clips_.empty()) sink_.write_text("\n],\n\"clips\": [" + clips_);
    if (!end.chapters.empty()) sink_.write_text("\n],\n\"chapters\": [" + chapters_json(end.chapters));
    sink_.write_text("\n],\n\"duration\": " + fmt::format("{{\"samples\": {}, \"seconds\": {}}}", end.duration.count,
                                                          decimal_seconds(end.duration, rate_)));
    if (end.loudness.integrated_lufs) sink_.write_text(",\n\"loudness\": " + loudness_json(end.loudness));
    const Coverage& coverage = end.coverage;
    sink_.write_text(
        fmt::format(",\n\"coverage\": {{\"bytes\": {}, \"spoken\": {}, \"silent\": {}, \"leftOut\": {}, "
                    "\"unaccounted\": {}, \"entries\": [",
                    coverage.total, coverage.spoken, coverage.silent, coverage.left_out, coverage.unaccounted));
    first_ = true;
    for (const CoverageEntry& entry : coverage.entries) next(entry_json(entry));
    sink_.write_text("\n]}\n}\n");
  }

 private:
  static std::string loudness_json(const TrackLoudness& loudness) {
    return fmt::format("{{\"integratedLufs\": {:.2f}, \"truePeakDbtp\": {:.2f}}}", *loudness.integrated_lufs,
                       decibels_of(loudness.true_peak));
  }

  std::string chapters_json(const std::vector<ChapterMark>& chapters) const {
    std::string all;
    for (const ChapterMark& chapter : chapters) {
      JsonLine line;
      line.text("title", chapter.title);
      add_times(line, chapter.begin, chapter.end);
      all += (all.empty() ? "\n" : ",\n") + line.object();
    }
    return all;
  }

  void add_times(JsonLine& line, Frames begin, Frames end) const {
    line.raw("startSample", std::to_string(begin.count)).raw("endSample", std::to_string(end.count));
    line.raw("startTime", decimal_seconds(begin, rate_)).raw("endTime", decimal_seconds(end, rate_));
  }

  std::string word_json(const TimelineWord& word) const {
    JsonLine line;
    line.text("type", "word").text("text", word.written).text("spoken", word.spoken);
    if (!word.source.empty()) line.raw("source", range_json(word.source));
    add_times(line, word.begin, word.end);
    return line.object();
  }

  static std::string entry_json(const CoverageEntry& entry) {
    JsonLine line;
    line.raw("source", range_json(entry.source)).text("status", to_string(entry.status));
    if (entry.status == CoverageStatus::spoken) line.raw("utterance", std::to_string(entry.utterance));
    line.text_if_any("reason", entry.reason);
    return line.object();
  }

  void next(const std::string& element) {
    sink_.write_text((first_ ? "\n" : ",\n") + element);
    first_ = false;
  }

  ByteSink& sink_;
  SampleRate rate_;
  bool first_ = true;
  std::string clips_;  // stand behind the sentences: one for each heading at most
};

}  // namespace

std::unique_ptr<TimelineWriter> make_json_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<JsonWriter>(header, sink);
}

}  // namespace aloud
