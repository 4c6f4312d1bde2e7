#include "process/entry_points.h"

#include <unistd.h>

#include <array>
#include <charconv>
#include <numeric>
#include <vector>

#include "process/containment.h"
#include "process/reader_process.h"
#include "process/zygote.h"
#include "version.h"

namespace aloud {
namespace {

struct NamedEntryPoint {
  std::string_view name;
  EntryPoint run;
};

constexpr std::array kEntryPoints{NamedEntryPoint{kZygoteEntryPoint, run_zygote},
                                  NamedEntryPoint{kReaderEntryPoint, run_reader}};

/// Nothing for what is no count of descriptors.
std::vector<int> descriptors_from_3(std::string_view count) {
  constexpr int kMost = 32;
  int number = 0;
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), number);
  const bool is_count = error == std::errc() && end == count.data() + count.size() && number > 0 && number <= kMost;
  std::vector<int> descriptors(is_count ? static_cast<std::size_t>(number) : 0);
  std::iota(descriptors.begin(), descriptors.end(), STDERR_FILENO + 1);
  return descriptors;
}

}  // namespace

EntryPoint entry_point_by_name(std::string_view name) {
  for (const NamedEntryPoint& entry : kEntryPoints) {
    if (entry.name == name) return entry.run;
  }
  return nullptr;
}

int run_helper_program(int argc, char** argv) {
  const std::vector<std::string_view> words(argv, argv + argc);
  if (words.size() != 4) return kWrongCall;
  if (words[1] != kVersion) return kOtherVersion;
  const EntryPoint run = entry_point_by_name(words[2]);
  const std::vector<int> descriptors = descriptors_from_3(words[3]);
  if (run == nullptr || descriptors.empty()) return kWrongCall;
  leave_inheritance(descriptors);
  run(descriptors);
  return 0;
}

}  // namespace aloud
