// Writes the sample timeline and hostile ones into a directory, for validators that are not ours: write_samples DIRECTORY
#include <fstream>
#include <iostream>
#include <random>
#include <string>

#include "support/memory_sink.h"
#include "timeline/fixture.h"

int main(int argc, char** argv) {
  using namespace aloud;
  if (argc != 2) {
    std::cerr << "usage: write_samples DIRECTORY\n";
    return 2;
  }
  const std::string directory = argv[1];
  std::mt19937 random(3);
  for (int number = 0; number < 50; ++number) {
    const auto sentences = number == 0 ? test::sample_sentences() : test::random_sentences(random);
    for (const TimelineKind kind : {TimelineKind::json, TimelineKind::vtt}) {
      std::ofstream file(directory + "/" + std::to_string(number) + extension_of(kind), std::ios::binary);
      file << test::write_timeline(kind, test::sample_header(), sentences, test::sample_end());
      if (!file.flush()) return 1;
    }
  }
  MemorySink with_clips;
  const auto writer = make_timeline_writer(TimelineKind::json, test::sample_header(), with_clips);
  writer->clip({"intro", "a \"jingle\".wav", {0}, {22050}});
  for (const TimelineSentence& sentence : test::sample_sentences()) writer->sentence(sentence);
  writer->clip({"outro", "out.flac", {30000}, {30001}});
  writer->finish(test::sample_end());
  with_clips.save(directory + "/clips.json");
  return 0;
}
