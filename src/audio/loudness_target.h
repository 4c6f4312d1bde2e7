#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// How loud an article is to be.
struct LoudnessTarget {
  std::string name = "podcast-mono";            ///< as a person writes it: a name, or a number of LUFS
  std::optional<double> integrated_lufs = -19;  ///< none: as the engine speaks
  double ceiling_dbtp = -1;                     ///< true peak that nothing exceeds; means nothing without a target

  bool operator==(const LoudnessTarget&) const = default;
};

/// Numbers are taken from −40 to −10 LUFS: below, 16 bits become coarse; above, limiting takes the life out of speech.
inline constexpr double kLeastLoudness = -40;
inline constexpr double kMostLoudness = -10;

/// The targets that have a name:
/// podcast-mono    −19 LUFS, −1 dBTP: what −16 LUFS in stereo is for a mono file, 3 dB down, as both speakers play it
/// podcast-stereo  −16 LUFS, −1 dBTP: for services that measure a mono file as it stands against −16 LUFS (Apple Podcasts)
/// ebu             −23 LUFS, −1 dBTP: EBU R 128, broadcast
/// acx             −20 LUFS, −3.2 dBTP: within ACX's RMS of −23 to −18 dB and its peak of −3 dB
/// none            as the engine speaks
const std::vector<LoudnessTarget>& named_loudness_targets();

/// By name or number ("-18", "-18.5"), or nullopt.
std::optional<LoudnessTarget> loudness_target_by_name(std::string_view name);

/// `must be podcast-mono, …, none or a number from -40 to -10 (LUFS)`, with "(did you mean …?)" where that helps.
std::string loudness_objection(std::string_view name);

}  // namespace aloud
