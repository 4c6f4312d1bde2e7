// What it costs to read each article in a process of its own.   reader_bench ARTICLE [COUNT]
//
// Reads the article COUNT times (300) in this process, and as often by an ArticleReader, in seven turns; prints the medians a
// call, and what it takes to start the reader and to read its first article.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "process/article_reader.h"

namespace {

using Clock = std::chrono::steady_clock;

template <typename Job>
double milliseconds_of(Job job) {
  const auto begin = Clock::now();
  job();
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "reader_bench ARTICLE [COUNT]\n");
    return 2;
  }
  const std::string path = argv[1];
  const int count = argc > 2 ? std::max(std::atoi(argv[2]), 1) : 300;
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::vector<double> here, apart, start, first;
  for (int turn = 0; turn < 7; ++turn) {
    std::unique_ptr<aloud::ArticleReader> reader;
    start.push_back(milliseconds_of([&] { reader = std::make_unique<aloud::ArticleReader>(); }));
    first.push_back(milliseconds_of([&] { (void)reader->read(path, bytes); }));
    here.push_back(milliseconds_of([&] {
                     for (int i = 0; i < count; ++i) (void)aloud::parse_any_article(path, bytes, {});
                   }) /
                   count);
    apart.push_back(milliseconds_of([&] {
                      for (int i = 0; i < count; ++i) (void)reader->read(path, bytes);
                    }) /
                    count);
  }
  std::printf("an article of %zu bytes, %d times, medians of seven turns\n", bytes.size(), count);
  std::printf("read in this process     %8.3f ms\n", median(here));
  std::printf("read in one of its own   %8.3f ms   %+.3f ms\n", median(apart), median(apart) - median(here));
  std::printf("start of the reader      %8.3f ms, its first article %.3f ms\n", median(start), median(first));
  return 0;
}
