#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "audio/audio_format.h"
#include "audio/take_codec.h"
#include "support/memory_sink.h"
#include "support/temporary_directory.h"

namespace aloud {

// What GoogleTest calls a format in names and messages.
inline void PrintTo(AudioFormat format, std::ostream* out) { *out << to_string(format); }

using Samples = std::vector<std::int16_t>;

/// A chirp from 100 Hz to 8 kHz. `amplitude` 0 – 32,767.
Samples chirp(std::size_t length, double amplitude = 12000);

/// Something as uneven as speech: bursts of a pulse train with formants and of noise, with short gaps. The same for a seed.
Samples babble(std::size_t length, std::uint32_t seed = 1);

/// What is appended to a file in one step: a take, then a silence.
struct Piece {
  Samples speech;
  Frames silence;
};

/// A file made from pieces, and what it must decode to.
struct Rendering {
  std::vector<std::byte> bytes;
  Frames frames;  ///< as finish() said
  SampleRate rate;
  Samples expected;                ///< at kEngineRate
  std::vector<Frames> take_begin;  ///< at kEngineRate: where each unit starts
};
Rendering render(AudioFormat format, const std::vector<Piece>& pieces, const Quality& quality = {}, const Tags& tags = {},
                 MemorySink::Kind kind = MemorySink::Kind::file);

/// Some takes of uneven length with pauses between them.
std::vector<Piece> sample_pieces(std::size_t count = 6);

/// A directory that goes when the test does.
class ScratchDirectory : public test::TemporaryDirectory {
 public:
  /// Writes `bytes` as NAME and returns its path.
  std::string save(const std::string& name, std::span<const std::byte> bytes) const {
    return put(name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
};

/// What a command printed on both of its streams, and how it ended.
struct CommandResult {
  int status = -1;
  std::string output;
};

/// Runs `command` by the shell. Fails the test with a clear text if its first word is not installed.
CommandResult run(const std::string& command);

/// Expects that oggz-validate and `info` (ogginfo, opusinfo) have nothing to object to a file, and returns what `info` says.
std::string expect_sound_ogg(const std::string& path, const std::string& info);

/// Whole 16-bit mono samples that a command prints.
Samples samples_from(const std::string& raw);

/// ffmpeg's decoding at the file's own rate. Fails the test if ffmpeg has anything to say.
Samples decode_with_ffmpeg(const std::string& path);

/// 10·log10 of signal to difference; both must have the same size.
double signal_to_noise(std::span<const std::int16_t> signal, std::span<const std::int16_t> decoded);

}  // namespace aloud
