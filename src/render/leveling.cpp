#include "render/leveling.h"

#include <algorithm>

#include "render/calibration.h"

namespace aloud {

namespace {

/// dB by which decoded peaks have been seen to exceed those that were encoded, by any of the voices that come with the program,
/// rounded up. The fewer bits, the more.
double coding_headroom_db(AudioFormat format, const Quality& quality) {
  switch (format) {
    case AudioFormat::vorbis:
      return quality.vorbis_quality < 0.3F ? 2 : 1;
    case AudioFormat::opus:
      return quality.opus_bitrate < 12000 ? 4 : 2.25;
    case AudioFormat::mp3:
      return quality.mp3_bitrate < 24 ? 3.5 : quality.mp3_bitrate < 64 ? 1.25 : 0.75;
    default:
      return 0;  // what is decoded is what was encoded
  }
}

}  // namespace

void Leveler::leave_headroom(Level& level) const {
  if (level.ceiling_dbtp) *level.ceiling_dbtp -= coding_headroom_db(format_, quality_);
}

Level Leveler::level_of(const Clip& clip) const {
  Level level = level_of_clip(clip, target_);
  leave_headroom(level);
  return level;
}

void Leveler::set_level(VoiceParameters& voice) {
  voice.level = {};
  const auto same = [&](const auto& known) { return known.first == voice; };
  auto found = std::find_if(known_.begin(), known_.end(), same);
  if (found == known_.end()) {
    Level level = level_for(voice, target_, factory_);
    leave_headroom(level);
    found = known_.emplace(known_.end(), voice, level);
  }
  voice.level = found->second;
}

}  // namespace aloud
