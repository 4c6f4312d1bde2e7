// How fast an article is read, split into sentences and searched for other languages, and how that compares: side by side, on
// one core, best of seven rounds.
//
//   sentences_bench [ARTICLE]      without one, three megabytes of prose
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "document/document.h"
#include "language/language_detector.h"
#include "language/sentences/segmenter.h"
#include "script/foreign_passages.h"
#include "script/trace.h"

namespace {

using namespace aloud;

constexpr const char* kParagraphs[] = {
    "The ferry left at seven, as it had for forty years, and nobody on the quay looked up. Mr. Lund counted the crates twice; "
    "there were 31 of them, and he had paid for 32. \"Ask the mate,\" said the boy, and went on eating his apple.\n\n",
    "Timetables, Tidal Gauges & Harbour Lights: Notes for Visitors\n\n",
    "Fog came in before noon. From the lighthouse one saw the masts and nothing below them, as if a wood had been planted on "
    "the water. They rang the bell every two minutes until it lifted.\n\n",
    "At the museum, Kirkegata 4, hangs a sign in the hand of the last keeper: \"Bitte nicht auf den Rasen treten.\" Why it is "
    "in "
    "German, nobody knows. There has never been a lawn.\n\n",
};

std::string prose() {
  std::string text;
  while (text.size() < 3'000'000) {
    for (const char* paragraph : kParagraphs) text += paragraph;
  }
  return text;
}

std::string contents_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Counter final : public TraceSink {
 public:
  void sentence(SentenceTrace sentence) override { count_ += sentence.written.empty() ? 0U : 1U; }
  std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
};

// Prints rates, and how long each thing takes in times of the first.
class Table {
 public:
  explicit Table(std::size_t bytes) : bytes_(bytes) {}

  template <typename Work>
  void row(const char* name, Work work) {
    using Clock = std::chrono::steady_clock;
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
      const auto start = Clock::now();
      work();
      best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
    }
    if (first_ == 0) first_ = best;
    std::printf("%-44s %8.1f MB/s %7.2f\n", name, static_cast<double>(bytes_) / 1e6 / best, best / first_);
  }

 private:
  std::size_t bytes_;
  double first_ = 0;
};

void trace(const Document& document, ForeignPassageChoice choice) {
  Counter counter;
  ComposeOptions options;
  options.profile.language = "en";
  options.profile.languages["de"] = {};
  options.profile.foreign_passages = choice;
  options.trace = &counter;
  trace_sentences(document, options);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string text = argc > 1 ? contents_of(argv[1]) : prose();
  const DocumentFormat format = argc > 1 ? format_of_path(argv[1]) : DocumentFormat::plain_text;
  const auto read = [&] { return read_document(SourceText::decode("", text), format); };
  const Document document = read();
  const Segmenter segmenter("en");
  const auto each_text = [&](auto work) {
    for (const Block& block : document.blocks) work(block.content.text.text());
  };
  std::printf("%-44s %13s %7s\n", "", "rate", "times");
  Table table(text.size());
  table.row("read", read);
  table.row("split into sentences", [&] { each_text([&](const std::string& one) { segmenter.split(one); }); });
  table.row("look words up", [&] { each_text([&](const std::string& one) { TextWords words(one); }); });
  table.row("find passages in other languages, and split",
            [&] { find_passages(document, "en", [](const std::string& tag) { return tag == "de"; }); });
  table.row("trace sentences, languages declared", [&] { trace(document, ForeignPassageChoice::declared); });
  table.row("trace sentences, languages detected", [&] { trace(document, ForeignPassageChoice::detected); });
  table.row("read and trace, languages detected", [&] { trace(read(), ForeignPassageChoice::detected); });
}
