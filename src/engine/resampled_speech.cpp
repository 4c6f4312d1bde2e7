#include "engine/resampled_speech.h"

#include <soxr.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "util/error.h"

namespace aloud {
namespace {

constexpr float kLeast = std::numeric_limits<std::int16_t>::min(), kMost = std::numeric_limits<std::int16_t>::max();

}  // namespace

Speech at_engine_rate(Speech speech, SampleRate rate) {
  if (rate == kEngineRate || speech.samples.empty()) return speech;
  const std::vector<float> before(speech.samples.begin(), speech.samples.end());
  const Frames length = rescale(Frames{static_cast<std::int64_t>(before.size())}, rate, kEngineRate);
  std::vector<float> after(static_cast<std::size_t>(length.count));
  const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
  std::size_t made = 0;
  const char* error = soxr_oneshot(static_cast<double>(rate.hertz), static_cast<double>(kEngineRate.hertz), 1, before.data(),
                                   before.size(), nullptr, after.data(), after.size(), &made, nullptr, &quality, nullptr);
  if (error != nullptr) throw Error(ErrorKind::synthesis, std::string("soxr cannot resample it: ") + error);
  speech.samples.resize(after.size());  // soxr may make one frame less than its share; it is silence then
  std::ranges::transform(after, speech.samples.begin(),
                         [](float sample) { return static_cast<std::int16_t>(std::lrint(std::clamp(sample, kLeast, kMost))); });
  for (SpeechEvent& event : speech.events) event.at = std::min(rescale(event.at, rate, kEngineRate), length);
  return speech;
}

}  // namespace aloud
