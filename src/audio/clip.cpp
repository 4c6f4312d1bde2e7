#include "audio/clip.h"

#include <soxr.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "audio/decibels.h"
#include "audio/loudness.h"
#include "audio/sndfile_reader.h"
#include "audio/sndfile_writer.h"
#include "audio/time_text.h"
#include "audio/true_peak.h"
#include "util/digest.h"
#include "util/error.h"
#include "util/regular_file.h"

namespace aloud {

namespace {

/// Room for kLongestClipSeconds of stereo in 32 bit at 96 kHz.
constexpr std::size_t kLargestFile = std::size_t{256} << 20;

constexpr std::int64_t kLeastRate = 4000, kMostRate = 768000;  // Hz
constexpr std::size_t kMostChannels = 64;
constexpr std::size_t kFramesAtOnce = 16384;

/// Below 400 ms there is no integrated loudness (BS.1770-4): a shorter clip is measured as if it were said again and again.
constexpr std::size_t kLeastMeasured = static_cast<std::size_t>(kEngineRate.hertz);

/// The largest sample, a little below full scale, so that rounding stays within it.
constexpr float kPeak = 32766 / kFullScale;

[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorKind::input, why); }

std::string bytes_of(const std::string& path) {
  std::string bytes = read_regular_file(path, {"clip", kLargestFile, ErrorKind::input, ErrorKind::input});
  if (bytes.empty()) refuse("is an empty file, not a clip");
  return bytes;
}

void require_clip(const SndfileReader& reader) {
  const SampleRate rate = reader.rate();
  if (rate.hertz < kLeastRate || rate.hertz > kMostRate)
    refuse("has a sample rate of " + std::to_string(rate.hertz) + " Hz: clips may have 4000 to 768000");
  if (reader.channels() > kMostChannels)
    refuse("has " + std::to_string(reader.channels()) + " channels: clips may have " + std::to_string(kMostChannels));
  if (reader.frames().count > kLongestClipSeconds * rate.hertz)
    refuse("lasts " + clock_text(std::floor(seconds_of(reader.frames(), rate))) + ": a clip may last " +
           clock_text(kLongestClipSeconds));
}

/// All frames, each the mean of its channels.
std::vector<float> mixed(SndfileReader& reader) {
  const std::size_t channels = reader.channels();
  const auto most = static_cast<std::size_t>(kLongestClipSeconds * reader.rate().hertz);
  std::vector<float> buffer(kFramesAtOnce * channels);
  std::vector<float> signal;
  for (;;) {
    const auto frames = static_cast<std::size_t>(reader.read(buffer).count);
    if (frames == 0) break;
    for (std::size_t i = 0; i < frames; ++i) {
      float sum = 0;
      for (std::size_t channel = 0; channel < channels; ++channel) sum += buffer[i * channels + channel];
      signal.push_back(sum / static_cast<float>(channels));
    }
    if (signal.size() > most) refuse("lasts longer than " + clock_text(kLongestClipSeconds) + ", which a clip may not");
  }
  if (signal.empty()) refuse("holds no audio: it is 0 frames long");
  if (!std::all_of(signal.begin(), signal.end(), [](float sample) { return std::isfinite(sample); }))
    refuse("holds samples that are no numbers");
  return signal;
}

std::vector<float> resampled(const std::vector<float>& signal, SampleRate rate) {
  if (rate == kEngineRate) return signal;
  const std::int64_t length = (static_cast<std::int64_t>(signal.size()) * kEngineRate.hertz + rate.hertz - 1) / rate.hertz;
  std::vector<float> result(static_cast<std::size_t>(length));
  const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
  std::size_t made = 0;
  const char* const error =
      soxr_oneshot(static_cast<double>(rate.hertz), static_cast<double>(kEngineRate.hertz), 1, signal.data(), signal.size(),
                   nullptr, result.data(), result.size(), &made, nullptr, &quality, nullptr);
  if (error != nullptr) refuse(std::string("soxr cannot resample it: ") + error);
  return result;  // soxr may make one frame less than its share; it is silence then
}

std::optional<double> loudness_of(const std::vector<std::int16_t>& samples) {
  std::vector<std::int16_t> measured = samples;
  while (measured.size() < kLeastMeasured) measured.insert(measured.end(), samples.begin(), samples.end());
  LoudnessIntegrator integrator;
  integrator.add(Frames{0}, measure_loudness(measured));
  return integrator.finish({static_cast<std::int64_t>(measured.size())}).integrated_lufs;
}

Clip clip_of(const std::string& bytes) {
  const MemorySource source(std::as_bytes(std::span(bytes)));
  SndfileReader reader(source);
  require_clip(reader);
  std::vector<float> signal = resampled(mixed(reader), reader.rate());
  float peak = 0;
  for (const float sample : signal) peak = std::max(peak, std::abs(sample));
  Clip clip;
  if (peak > 0) {
    for (float& sample : signal) sample *= kPeak / peak;
    clip.own_gain_db = decibels_of(peak / kPeak);
  }
  clip.samples = rounded(signal);
  clip.sha256 = sha256_of(bytes);
  clip.integrated_lufs = loudness_of(clip.samples);
  return clip;
}

}  // namespace

Clip load_clip(const std::string& path) {
  try {
    Clip clip = clip_of(bytes_of(path));
    clip.name = std::filesystem::path(path).filename().string();
    return clip;
  } catch (const Error& error) {
    throw Error(ErrorKind::input, error.message(), {path, 0, 0});
  }
}

Level level_of_clip(const Clip& clip, const LoudnessTarget& target) {
  if (!target.integrated_lufs) return {clip.own_gain_db, std::nullopt};
  const double gain = clip.integrated_lufs ? *target.integrated_lufs - *clip.integrated_lufs : clip.own_gain_db;
  return {gain, target.ceiling_dbtp};
}

std::string clip_version() { return "clip 1, " + sndfile_version() + ", " + soxr_version(); }

}  // namespace aloud
