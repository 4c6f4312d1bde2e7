#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "audio/audio_format.h"
#include "audio/units.h"
#include "util/byte_sink.h"

namespace aloud {

/// One take (the speech of one utterance), encoded on its own so that it can be made in any process, kept for ever, and
/// joined with any other. Frames count at kEngineRate.
struct EncodedTake {
  Frames length;        ///< of the whole unit: lead-in silence, speech, lead-out silence; a multiple of the format's grid
  Frames speech_begin;  ///< where the samples handed to encode() start
  Frames speech_end;
  std::vector<std::byte> bytes;  ///< private to the format
};

/// Encodes takes. Pure: the same samples give the same bytes, whatever was encoded before.
class TakeEncoder {
 public:
  virtual ~TakeEncoder() = default;

  /// `speech`: mono, 16 bit, at kEngineRate, trimmed of the engine's own silence; may be empty.
  /// On failure (a cut that is not silent, say) throws Error{output}.
  virtual EncodedTake encode(std::span<const std::int16_t> speech) = 0;

  /// Whether the speech is to be handed to encode_unrounded(), as it was before its level was rounded to 16 bit.
  virtual bool wants_unrounded() const { return false; }

  /// As encode(); 1 is full scale, and what lies beyond may be given too. Requires: wants_unrounded().
  virtual EncodedTake encode_unrounded(std::span<const float> speech);
};

/// Joins encoded takes and silences into one ordinary file.
class StreamWriter {
 public:
  virtual ~StreamWriter() = default;

  virtual void append(const EncodedTake& take) = 0;

  /// Appends at least `silence`, rounded up to the format's grid, and returns how much it was.
  virtual Frames append_silence(Frames silence) = 0;

  /// Fills in the tags that Tags::loudness made room for; where there is no room, does nothing. Requires: called before
  /// finish().
  virtual void set_loudness(const TrackLoudness&) {}

  /// Fills in the times of the chapters that Tags::chapters made room for; where there is no room, does nothing. Requires: the
  /// same chapters, called before set_loudness().
  virtual void set_chapters(const std::vector<ChapterMark>&) {}

  /// Writes what is left and puts sizes into the header where the sink can be rewritten. Returns the frames of the file, at
  /// file_rate(). Requires: called once, last.
  virtual Frames finish() = 0;

  /// The rate that the file declares: 48,000 for Opus, kEngineRate for the others.
  virtual SampleRate file_rate() const = 0;
};

std::unique_ptr<TakeEncoder> make_take_encoder(AudioFormat format, const Quality& quality);

/// What the bytes of a take depend on apart from samples and quality: libraries and record version, as text for cache keys.
std::string codec_version(AudioFormat format);

/// What the bytes around the takes depend on besides, likewise: libsndfile, where it writes them.
std::string container_version(AudioFormat format);

/// Requires: `sink` outlives the writer. Writes the headers at once. A WAV file that passes 4 GiB becomes RF64 by itself.
/// On failure (a sink that cannot be rewritten, for a format that needs it) throws Error{usage}.
std::unique_ptr<StreamWriter> make_stream_writer(AudioFormat format, const Quality& quality, const Tags& tags, ByteSink& sink);

}  // namespace aloud
