#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "audio/time_text.h"
#include "timeline/writers.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

// A label track as Audacity imports it: begin, end and text between tabs, in seconds; a sentence a line.
class LabelsWriter : public TimelineWriter {
 public:
  LabelsWriter(const TimelineHeader& header, ByteSink& sink) : sink_(sink), rate_(header.rate) {}

  void sentence(const TimelineSentence& sentence) override {
    sink_.write_text(fmt::format("{}\t{}\t{}\n", decimal_seconds(sentence.begin, rate_), decimal_seconds(sentence.end, rate_),
                                 plain_line(sentence.spoken)));
  }

  void finish(const TimelineEnd& /*end*/) override {}

 private:
  ByteSink& sink_;
  SampleRate rate_;
};

// A tier of Praat's: intervals one behind the other without gaps, those between what is said with no text.
class Tier {
 public:
  Tier(const char* name, SampleRate rate) : name_(name), rate_(rate) {}

  // What has no length of its own, or lies before what is there, cannot be told: an interval has a length.
  void add(Frames begin, Frames end, std::string_view text) {
    begin = std::max(begin, end_);
    if (begin >= end) return;
    if (begin > end_) put(end_, begin, {});
    put(begin, end, text);
  }

  std::string finish(int number, Frames total) {
    if (end_ < total) put(end_, total, {});
    return fmt::format(
               "    item [{}]:\n        class = \"IntervalTier\"\n        name = \"{}\"\n        xmin = 0\n        xmax = {}\n"
               "        intervals: size = {}\n",
               number, name_, decimal_seconds(total, rate_), count_) +
           intervals_;
  }

 private:
  void put(Frames begin, Frames end, std::string_view text) {
    std::string quoted;
    for (const char c : plain_line(text)) quoted += c == '"' ? "\"\"" : std::string(1, c);
    intervals_ +=
        fmt::format("        intervals [{}]:\n            xmin = {}\n            xmax = {}\n            text = \"{}\"\n",
                    ++count_, decimal_seconds(begin, rate_), decimal_seconds(end, rate_), quoted);
    end_ = end;
  }

  const char* name_;
  SampleRate rate_;
  Frames end_;
  std::size_t count_ = 0;
  std::string intervals_;
};

// Praat's TextGrid in its long text form. The counts stand before the intervals, so all of it is kept until the end.
class TextGridWriter : public TimelineWriter {
 public:
  TextGridWriter(const TimelineHeader& header, ByteSink& sink)
      : sink_(sink), rate_(header.rate), sentences_("sentences", rate_), words_("words", rate_) {}

  void sentence(const TimelineSentence& sentence) override {
    sentences_.add(sentence.begin, sentence.end, sentence.spoken);
    for (const TimelineWord& word : sentence.words) words_.add(word.begin, word.end, word.spoken);
  }

  void finish(const TimelineEnd& end) override {
    sink_.write_text(fmt::format(
        "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = {}\ntiers? <exists>\nsize = 2\nitem []:\n",
        decimal_seconds(end.duration, rate_)));
    sink_.write_text(sentences_.finish(1, end.duration));
    sink_.write_text(words_.finish(2, end.duration));
  }

 private:
  ByteSink& sink_;
  SampleRate rate_;
  Tier sentences_, words_;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_labels_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<LabelsWriter>(header, sink);
}

std::unique_ptr<TimelineWriter> make_textgrid_writer(const TimelineHeader& header, ByteSink& sink) {
  return std::make_unique<TextGridWriter>(header, sink);
}

}  // namespace aloud
