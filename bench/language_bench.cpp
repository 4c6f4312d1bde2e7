#include <chrono>
#include <cstdio>
#include <string>

#include "language/normalizer.h"
#include "language/segmenter.h"
#include "language/words.h"

namespace {

// A megabyte of prose with the marks that prose has.
std::string prose() {
  const std::string part =
      "Dr. Ek left the U.S. in May 1931, and nobody knew why. \"Where is he?\" asked Mrs. Lund (his aunt). It was 3.5 miles to "
      "the harbour; the boats were frozen in. She said, “I’ll wait.” Nothing moved on the long white road that day, nor on the "
      "next. ";
  std::string text;
  while (text.size() < 1'000'000) text += part;
  return text;
}

template <typename Work>
void measure(const char* name, std::size_t bytes, Work work) {
  using clock = std::chrono::steady_clock;
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const auto start = clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(clock::now() - start).count());
  }
  std::printf("%-10s %8.1f MB/s\n", name, static_cast<double>(bytes) / 1e6 / best);
}

}  // namespace

// How fast the language stages are, on one core: best of five rounds.
int main() {
  const std::string text = prose();
  const aloud::Segmenter segmenter("en");
  const auto sentences = segmenter.split(text);
  const auto normalizer = aloud::make_normalizer("en");
  measure("segmenter", text.size(), [&] { segmenter.split(text); });
  measure("words", text.size(), [&] { aloud::find_words(text); });
  measure("normalizer", text.size(), [&] {
    for (const aloud::ByteRange& range : sentences) {
      normalizer->normalize(
          aloud::AlignedText::verbatim(std::string_view(text).substr(range.begin, range.size()), range.begin));
    }
  });
}
