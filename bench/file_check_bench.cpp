// What it costs to open a finished file again, beside making it.   file_check_bench ARTICLE [VOICES-DIRECTORY]
//
// For each format: the fastest of three renders without and with the check, taken in turns, and the fastest of ten checks of
// the file alone, in percent of the render.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "audio/file_check.h"
#include "render/render.h"

namespace {

using Clock = std::chrono::steady_clock;

template <typename Job>
double seconds_of(Job job) {
  const auto begin = Clock::now();
  job();
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void measure(aloud::AudioFormat format, aloud::RenderRequest request, const aloud::SynthesizerFactory& factory) {
  request.format = format;
  request.output = std::string("file-check-bench") + aloud::extension_of(format);
  double without = 1e9, with = 1e9, check = 1e9;
  aloud::RenderReport report;
  for (int round = 0; round < 3; ++round) {
    request.verify = aloud::Verify::no;
    without = std::min(without, seconds_of([&] { aloud::render(request, factory); }));
    request.verify = aloud::Verify::yes;
    with = std::min(with, seconds_of([&] { report = aloud::render(request, factory); }));
  }
  const std::string bytes = bytes_of(request.output);
  const aloud::MemorySource source(std::as_bytes(std::span(bytes)));
  for (int round = 0; round < 10; ++round)
    check = std::min(check, seconds_of([&] { aloud::check_file(source, format, report.duration, report.rate); }));
  std::printf("%-7s %7.1f s of audio  render %8.1f ms, checked %8.1f ms  check alone %7.2f ms, %5.2f %%\n",
              aloud::to_string(format), aloud::seconds_of(report.duration, report.rate), without * 1e3, with * 1e3, check * 1e3,
              100 * check / without);
  std::filesystem::remove(request.output);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "file_check_bench ARTICLE [VOICES-DIRECTORY]\n");
    return 2;
  }
  aloud::RenderRequest request;
  request.article = argv[1];
  request.voice.directories = aloud::voice_directories({argc > 2 ? argv[2] : "voices"});
  const auto factory = aloud::make_espeak_factory();
  for (const aloud::AudioFormat format : aloud::all_formats()) measure(format, request, *factory);
}
