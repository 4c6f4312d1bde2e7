// How fast the take cache is: a book of 10,000 takes of 38 KB (17 hours of Ogg Vorbis) is stored, found again, and found but
// for one take; then 300 packs of one take are opened.
//
//   cache_bench [DIRECTORY]     a directory to make and remove; default: ./cache-bench
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "cache/take_cache.h"

namespace {

using aloud::CacheKey;
using aloud::CacheKeyBuilder;
using aloud::TakeCache;

constexpr std::uint64_t kTakes = 10'000;
constexpr std::size_t kTakeBytes = 38'000;
constexpr std::uint64_t kChanged = kTakes / 2;
constexpr std::uint64_t kSmallPacks = 300;

CacheKey key_of(std::uint64_t number) { return CacheKeyBuilder().add("number", number).finish(); }

std::vector<std::byte> random_take() {
  std::mt19937_64 random(1);
  std::vector<std::byte> take(kTakeBytes);
  for (std::byte& byte : take) byte = static_cast<std::byte>(random());
  return take;
}

long peak_memory_kb() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

// Runs a job and prints what it took.
template <typename Job>
void measure(const char* name, std::uint64_t takes, Job job) {
  const auto begin = std::chrono::steady_clock::now();
  job();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const double megabytes = static_cast<double>(takes * kTakeBytes) / 1e6;
  std::printf("%-34s %9.2f ms %9.0f MB/s %8.2f us/take %6ld KB peak\n", name, seconds * 1e3, megabytes / seconds,
              seconds * 1e6 / static_cast<double>(takes), peak_memory_kb());
}

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "cache_bench: %s\n", what);
  std::exit(1);
}

std::uint64_t find_all(TakeCache& cache, std::uint64_t changed) {
  std::uint64_t hits = 0;
  for (std::uint64_t i = 0; i < kTakes; ++i) {
    if (cache.find(key_of(i == changed ? kTakes + 1 : i))) ++hits;
  }
  return hits;
}

void measure_book(const std::string& directory) {
  const std::vector<std::byte> take = random_take();
  measure("store, flush", kTakes, [&] {
    TakeCache cache({directory});
    for (std::uint64_t i = 0; i < kTakes; ++i) require(cache.store(key_of(i), take), "cannot store");
  });
  for (const char* name : {"open, find all (warm-up)", "open, find all"}) {
    measure(name, kTakes, [&] {
      TakeCache cache({directory});
      require(find_all(cache, kTakes) == kTakes, "a take was lost");
    });
  }
  measure("open, find all but one, store it", kTakes, [&] {
    TakeCache cache({directory});
    require(find_all(cache, kChanged) == kTakes - 1, "a take was lost");
    require(cache.store(key_of(kTakes + 1), take), "cannot store");
  });
  TakeCache cache({directory});
  measure("hash keys only", kTakes, [] {
    for (std::uint64_t i = 0; i < kTakes; ++i) key_of(i);
  });
  measure("miss", kTakes, [&] {
    for (std::uint64_t i = 0; i < kTakes; ++i) require(!cache.find(key_of(kTakes * 2 + i)), "found what is not there");
  });
}

void measure_many_packs(const std::string& directory) {
  // Put together from caches of one take each, for a single cache would merge them.
  std::filesystem::create_directories(directory);
  const std::vector<std::byte> take = random_take();
  for (std::uint64_t i = 0; i < kSmallPacks; ++i) {
    const std::string one = directory + "/one";
    { TakeCache({one}).store(key_of(i), take); }
    for (const auto& file : std::filesystem::directory_iterator(one)) {
      if (file.path().extension() == ".pack")
        std::filesystem::rename(file.path(), directory + "/" + file.path().filename().string());
    }
  }
  for (const char* name : {"open 300 packs (warm-up)", "open 300 packs"}) {
    measure(name, kSmallPacks, [&] { TakeCache cache({directory}); });
  }
  TakeCache cache({directory});
  measure("find in 300 packs, one each", kSmallPacks, [&] {
    for (std::uint64_t i = 0; i < kSmallPacks; ++i) require(cache.find(key_of(i)).has_value(), "a take was lost");
  });
  measure("prune, which merges 300 packs", kSmallPacks, [&] { cache.prune(1ULL << 40); });
}

}  // namespace

int main(int argc, char** argv) {
  const std::string directory = argc > 1 ? argv[1] : "cache-bench";
  if (std::filesystem::exists(directory)) {
    std::fprintf(stderr, "cache_bench: %s: is there already\n", directory.c_str());
    return 2;
  }
  measure_book(directory + "/book");
  measure_many_packs(directory + "/many");
  std::filesystem::remove_all(directory);
  return 0;
}
