#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

#include "language/parts_of_speech/tagger.h"
#include "language/pronunciation/heteronym_model.h"
#include "language/pronunciation/heteronyms.h"

namespace {

const std::vector<std::string>& sentences() {
  static const std::vector<std::string> all = {
      "The minister refused to comment on the record, but two of her aides said that the contract would be signed in May.",
      "North Korean Group Defects and Crosses Border into South Korea",
      "Many of them speak out, and advocate for change in the way that schools use the money they are given.",
      "The bow of the ship was damaged when it struck a rock close to the harbour, and the crew had to live ashore for a week.",
      "She read the letter twice, folded it, and put it back in the drawer with the others that he had sent her over the "
      "years."};
  return all;
}

// Microseconds of the best of many rounds.
template <typename Work>
double best_of(int rounds, Work work) {
  using clock = std::chrono::steady_clock;
  double best = std::numeric_limits<double>::max();
  for (int round = 0; round < rounds; ++round) {
    const auto start = clock::now();
    work();
    best = std::min(best, std::chrono::duration<double, std::micro>(clock::now() - start).count());
  }
  return best;
}

}  // namespace

// What the trained models cost: the first look at their tables, tags, and heteronyms with all that they ask for.
int main() {
  std::size_t words = 0;
  std::size_t bytes = 0;
  std::vector<aloud::SentenceTokens> tokens;
  for (const std::string& sentence : sentences()) {
    tokens.emplace_back(sentence);
    words += tokens.back().size();
    bytes += sentence.size();
  }
  std::printf("load       %8.0f µs the first time\n", best_of(1, [] {
                const aloud::Tagger tagger(aloud::built_in_weights("en-tags"));
                const aloud::HeteronymModel model(aloud::built_in_weights("en-heteronyms"));
              }));
  const aloud::Tagger& tagger = *aloud::Tagger::for_language("en");
  const aloud::Heteronyms& heteronyms = *aloud::Heteronyms::for_language("en");
  const double tags = best_of(200, [&] {
    for (const aloud::SentenceTokens& one : tokens) tagger.tag(one);
  });
  const double all = best_of(200, [&] {
    for (const std::string& one : sentences()) heteronyms.find(aloud::SentenceTokens(one));
  });
  const auto print = [&](const char* name, double time) {
    std::printf("%-10s %8.2f µs a word, %.0f words a second, %.1f MB/s\n", name, time / static_cast<double>(words),
                1e6 * static_cast<double>(words) / time, static_cast<double>(bytes) / time);
  };
  print("tags", tags);
  print("heteronyms", all);
  return 0;
}
