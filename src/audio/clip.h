#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audio/limiter.h"
#include "audio/loudness_target.h"
#include "audio/units.h"

namespace aloud {

/// A recording that is heard beside the speech: mono, at kEngineRate, as large as 16 bit can hold it, so that a quiet one loses
/// nothing.
struct Clip {
  std::string name;    ///< of its file, without directories
  std::string sha256;  ///< of the file's bytes
  std::vector<std::int16_t> samples;
  double own_gain_db = 0;                 ///< what makes the samples as loud as the recording was
  std::optional<double> integrated_lufs;  ///< of the samples; none where all is silent

  Frames length() const { return {static_cast<std::int64_t>(samples.size())}; }
};

/// Clips are jingles, not programmes: longer ones are taken for a mistake.
inline constexpr std::int64_t kLongestClipSeconds = 300;

/// Reads a file of any format that libsndfile knows, mixes its channels, and resamples it by soxr.
/// On failure (no regular file, no audio, nothing in it, longer than kLongestClipSeconds) throws Error{input} at `path`.
Clip load_clip(const std::string& path);

/// What brings a clip to the target, as a take is brought there; without a target, as loud as it was recorded.
Level level_of_clip(const Clip& clip, const LoudnessTarget& target);

/// What the samples of a clip depend on apart from its file: libraries and the recipe, as text for digests.
std::string clip_version();

}  // namespace aloud
