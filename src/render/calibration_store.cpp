#include "render/calibration_store.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "cache/cache_key.h"
#include "cache/take_cache.h"
#include "util/atomic_file.h"
#include "util/error.h"
#include "util/regular_file.h"
#include "util/user_directories.h"

namespace aloud {
namespace {

// A file is one line: what it is, the gain in hundredths of a dB, and the key's digest, whose absence shows a torn file.
constexpr std::string_view kMagic = "aloud-calibration 1";
constexpr int kMostHundredths = 10000;

std::string digest_of(const std::string& key) { return to_hex(CacheKeyBuilder().add("calibration", key).finish()); }

std::string line_for(int hundredths, const std::string& digest) {
  return fmt::format("{} {} {}\n", kMagic, hundredths, digest);
}

}  // namespace

std::string CalibrationStore::path_of(const std::string& key) const {
  return directory_.empty() ? "" : directory_ + '/' + digest_of(key);
}

std::optional<double> CalibrationStore::find(const std::string& key) const {
  constexpr std::size_t kMostBytes = 200;
  const std::string line = read_if_own(path_of(key), kMostBytes).value_or("");
  if (line.size() <= kMagic.size()) return std::nullopt;
  int hundredths = 0;
  const auto [end, error] = std::from_chars(line.data() + kMagic.size() + 1, line.data() + line.size(), hundredths);
  if (error != std::errc() || std::abs(hundredths) > kMostHundredths) return std::nullopt;
  if (line != line_for(hundredths, digest_of(key))) return std::nullopt;
  return hundredths / 100.0;
}

void CalibrationStore::store(const std::string& key, double gain_db) const {
  const std::string path = path_of(key);
  if (path.empty()) return;
  std::error_code ignored;
  std::filesystem::create_directories(directory_, ignored);
  try {
    AtomicFile file(path);
    file.write_text(line_for(static_cast<int>(std::lround(gain_db * 100)), digest_of(key)));
    file.commit();
  } catch (const Error&) {  // then it is listened to again next time
  }
}

std::string default_calibration_directory() {
  const std::string cache = user_cache_directory();
  return cache.empty() ? "" : cache + "/calibration";
}

}  // namespace aloud
