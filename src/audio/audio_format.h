#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audio/loudness.h"
#include "audio/units.h"

namespace aloud {

/// The numbers stand in records of takes: new ones come last.
enum class AudioFormat { wav, flac, vorbis, opus, mp3, rf64, w64, aiff, caf, au };

/// "wav", "flac", "vorbis", …: the enumerator's own name.
const char* to_string(AudioFormat format);

/// By the extension, in any case: the format's name, but ".ogg" and ".oga" for vorbis, and ".aif" beside ".aiff".
std::optional<AudioFormat> format_of_extension(std::string_view path);

/// By name, "ogg" being another name for vorbis.
std::optional<AudioFormat> format_by_name(std::string_view name);

/// Every format, in the order in which people are told of them.
std::vector<AudioFormat> all_formats();

/// Every name that format_by_name() knows.
std::vector<std::string> format_names();

/// "wav, flac, vorbis, … or rf64", for messages.
std::string format_list();

/// The usual extension, with its dot.
const char* extension_of(AudioFormat format);

/// Its media type: "audio/ogg".
const char* mime_of(AudioFormat format);

/// How a sample is written in the formats that hold samples as they are.
enum class SampleFormat {
  pcm16,   ///< whole numbers of 16 bit
  pcm24,   ///< whole numbers of 24 bit
  float32  ///< IEEE 754, 32 bit; 1 is full scale
};

/// "16", "24", "float".
const char* to_string(SampleFormat format);
std::optional<SampleFormat> sample_format_by_name(std::string_view name);
std::size_t bytes_per_sample(SampleFormat format);

/// Whether the format holds samples as they are, so that Quality::sample_format is its own: all but flac, vorbis, opus, mp3.
bool holds_plain_samples(AudioFormat format);

/// The format whose takes serve for `format` as well: those of wav for all that hold plain samples, else its own.
AudioFormat take_format_of(AudioFormat format);

/// The constant bit rates of MPEG-2 layer III, kbit/s, in the order of their index in a frame's header, which starts at 1
/// (ISO/IEC 13818-3, bit rates for the lower sampling frequencies).
inline constexpr std::array kMp3Bitrates = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

/// What may be asked for, both ends included.
template <typename Number>
struct QualityRange {
  Number least, most;
  constexpr bool holds(Number value) const { return value >= least && value <= most; }  // which NaN is not
};
inline constexpr QualityRange<float> kVorbisQualities{-0.1F, 1.0F};
inline constexpr QualityRange<int> kOpusBitrates{6000, 256000};
inline constexpr QualityRange<int> kFlacCompressions{0, 8};

/// How well to encode. Each format reads its own field and no other.
struct Quality {
  float vorbis_quality = 0.3F;                       ///< one of kVorbisQualities, as oggenc's -q divided by ten
  int opus_bitrate = 32000;                          ///< bits a second, one of kOpusBitrates
  int flac_compression = 5;                          ///< one of kFlacCompressions, from fast to small
  int mp3_bitrate = 64;                              ///< constant, one of kMp3Bitrates
  SampleFormat sample_format = SampleFormat::pcm16;  ///< of the formats that hold plain samples

  bool operator==(const Quality&) const = default;
};

/// On failure (a value of the format's own field is out of range) throws Error{usage} that names the allowed range.
void validate_quality(AudioFormat format, const Quality& quality);

/// A part of a file that players list and jump to. Positions count frames at kEngineRate.
struct ChapterMark {
  std::string title;
  Frames begin = {}, end = {};

  bool operator==(const ChapterMark&) const = default;
};

/// The most chapters that a file lists: as many as an ID3 table of contents can.
inline constexpr std::size_t kMostChapters = 255;

/// A picture that stands for a file: a PNG or a JPEG, as it lies on disk.
struct Cover {
  std::string mime;  ///< "image/png", "image/jpeg"
  unsigned width = 0, height = 0;
  std::string bytes;
};

/// What players show. Empty fields are not written.
struct Tags {
  std::string title, artist, language, date, comment;
  std::string software;  ///< "aloud 0.1.0"

  /// Makes room for the file's loudness, which StreamWriter::set_loudness() fills in. Not written into a sink that cannot be
  /// rewritten, nor into formats that hold plain samples, which have no such tag.
  std::optional<TrackLoudness> loudness = {};

  /// Likewise room for chapters, whose times StreamWriter::set_chapters() fills in: where the format has chapters (mp3, vorbis,
  /// opus, flac, wav, rf64), and not in a sink that cannot be rewritten. At most kMostChapters; titles are cut at
  /// kMaxChapterTitle bytes.
  std::vector<ChapterMark> chapters = {};

  std::shared_ptr<const Cover> cover = nullptr;  ///< null: none. Written into mp3, vorbis, opus and flac
};

}  // namespace aloud
