#include "audio/audio_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <numbers>

#include "support/process.h"

namespace aloud {

namespace {

constexpr double kRate = 22050;

/// Numerical Recipes' linear congruential generator: the same noise on every machine.
class Noise {
 public:
  explicit Noise(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
  std::uint32_t next() { return state_ = state_ * 1664525U + 1013904223U; }
  double uniform() { return (next() >> 8) / 16777216.0; }

 private:
  std::uint32_t state_;
};

/// Keeps ffmpeg from remarking that a plain WAV file names no channel layout, and that a very short MP3 file is very short.
std::string ffmpeg_input_options(const std::string& path) {
  for (const char* extension : {".wav", ".rf64", ".w64", ".aiff", ".au"}) {
    if (path.ends_with(extension)) return "-guess_layout_max 0";
  }
  return path.ends_with(".mp3") ? "-f mp3" : "";
}

std::int16_t to_sample(double value) { return static_cast<std::int16_t>(std::lround(std::clamp(value, -32768.0, 32767.0))); }

}  // namespace

Samples chirp(std::size_t length, double amplitude) {
  Samples samples(length);
  double phase = 0;
  for (std::size_t i = 0; i < length; ++i) {
    const double position = static_cast<double>(i) / static_cast<double>(length);
    phase += 2 * std::numbers::pi * 100 * std::pow(80, position) / kRate;
    samples[i] = to_sample(amplitude * std::sin(phase));
  }
  return samples;
}

Samples babble(std::size_t length, std::uint32_t seed) {
  Noise noise(seed);
  Samples samples(length);
  std::size_t at = 0;
  while (at < length) {
    const std::size_t burst = 1000 + noise.next() % 3000;
    const double pitch = 90 + 60 * noise.uniform(), formant = 400 + 2200 * noise.uniform();
    const bool voiced = noise.uniform() < 0.7;
    for (std::size_t i = 0; i < burst && at < length; ++i, ++at) {
      const double seconds = static_cast<double>(i) / kRate;
      const double envelope = std::sin(std::numbers::pi * static_cast<double>(i) / static_cast<double>(burst));
      const double since_pulse = std::fmod(seconds, 1 / pitch);
      const double sound = voiced
                               ? std::exp(-since_pulse * 400) * std::sin(2 * std::numbers::pi * formant * since_pulse) * 14000
                               : (noise.uniform() - 0.5) * 6000;
      samples[at] = to_sample(envelope * sound);
    }
    at += noise.next() % 600;
  }
  return samples;
}

std::vector<Piece> sample_pieces(std::size_t count) {
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < count; ++i)
    pieces.push_back({babble(20000 + 7919 * i, i + 1), Frames{2000 + 1313 * std::int64_t{i}}});
  return pieces;
}

Rendering render(AudioFormat format, const std::vector<Piece>& pieces, const Quality& quality, const Tags& tags,
                 MemorySink::Kind kind) {
  MemorySink sink(kind);
  Rendering result;
  const auto encoder = make_take_encoder(format, quality);
  const auto writer = make_stream_writer(format, quality, tags, sink);
  for (const Piece& piece : pieces) {
    const EncodedTake take = encoder->encode(piece.speech);
    EXPECT_EQ(take.speech_end - take.speech_begin, Frames{static_cast<std::int64_t>(piece.speech.size())});
    EXPECT_LE(take.speech_end, take.length);
    writer->append(take);
    const std::size_t begin = result.expected.size();
    result.take_begin.push_back({static_cast<std::int64_t>(begin)});
    result.expected.resize(begin + static_cast<std::size_t>(take.length.count));
    std::copy(piece.speech.begin(), piece.speech.end(),
              result.expected.begin() + static_cast<std::ptrdiff_t>(begin) + take.speech_begin.count);
    const Frames silence = writer->append_silence(piece.silence);
    EXPECT_GE(silence, piece.silence);
    result.expected.resize(result.expected.size() + static_cast<std::size_t>(silence.count));
  }
  result.frames = writer->finish();
  result.rate = writer->file_rate();
  result.bytes = sink.bytes();
  return result;
}

CommandResult run(const std::string& command) {
  const test::Outcome outcome = test::run({"sh", "-c", "LC_ALL=C; export LC_ALL; { " + command + " ; } 2>&1"});
  EXPECT_NE(outcome.status, 127) << "the tests need a command that is not installed: " << command << "\n" << outcome.out;
  return {outcome.status, outcome.out};
}

std::string expect_sound_ogg(const std::string& path, const std::string& info) {
  const CommandResult validated = run("oggz-validate '" + path + "'");
  EXPECT_EQ(validated.status, 0) << validated.output;
  const CommandResult told = run(info + " '" + path + "'");
  EXPECT_EQ(told.status, 0) << told.output;
  EXPECT_THAT(told.output, testing::Not(testing::AnyOf(testing::HasSubstr("WARNING"), testing::HasSubstr("Warning"))));
  return told.output;
}

Samples samples_from(const std::string& raw) {
  Samples samples(raw.size() / 2);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] =
        static_cast<std::int16_t>(static_cast<unsigned char>(raw[2 * i]) | static_cast<unsigned char>(raw[2 * i + 1]) << 8);
  }
  return samples;
}

/// What ffmpeg complained of. ffmpeg 7 flushes its decoder of Opus's SILK mode (6 kbit/s) with a frame that has the time of the
/// one before, and then warns of itself; the samples are all there.
std::string complaints_of_ffmpeg(const std::string& log) {
  return run("grep -vE 'non monotonically increasing dts to muxer in stream 0: ([0-9]+) >= \\1$' '" + log + "' || true").output;
}

Samples decode_with_ffmpeg(const std::string& path) {
  const std::string log = path + ".log";
  // Of W64 and CAF it says that it has not been told the duration, which it then finds exactly.
  const char* const level = path.ends_with(".w64") || path.ends_with(".caf") ? "error" : "warning";
  const CommandResult result = run(std::string("ffmpeg -nostdin -v ") + level + ' ' + ffmpeg_input_options(path) + " -i '" +
                                   path + "' -f s16le -c:a pcm_s16le - 2> '" + log + "'");
  EXPECT_EQ(result.status, 0) << run("cat '" + log + "'").output;
  EXPECT_EQ(complaints_of_ffmpeg(log), "");
  return samples_from(result.output);
}

double signal_to_noise(std::span<const std::int16_t> signal, std::span<const std::int16_t> decoded) {
  double power = 0, error = 0;
  for (std::size_t i = 0; i < signal.size() && i < decoded.size(); ++i) {
    const double difference = static_cast<double>(signal[i]) - decoded[i];
    power += static_cast<double>(signal[i]) * signal[i];
    error += difference * difference;
  }
  return 10 * std::log10(power / (error + 1e-9));
}

}  // namespace aloud
