#pragma once

#include <optional>
#include <string>

namespace aloud {

/// Gains that were found by listening, one small file each, so that a voice is listened to once. Whatever goes wrong with the
/// files (damaged, not writable) is a miss and no error; a value depends on its key alone, so that it does not matter whether
/// it is there.
class CalibrationStore {
 public:
  /// `directory` is made when the first value is stored. Empty: nothing is kept.
  explicit CalibrationStore(std::string directory) : directory_(std::move(directory)) {}

  /// `key`: all that the value depends on, as text.
  std::optional<double> find(const std::string& key) const;
  void store(const std::string& key, double gain_db) const;

 private:
  std::string path_of(const std::string& key) const;

  std::string directory_;
};

/// calibration/ in user_cache_directory(); empty if there is none.
std::string default_calibration_directory();

}  // namespace aloud
