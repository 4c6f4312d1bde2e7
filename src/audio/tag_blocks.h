#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "audio/audio_format.h"

namespace aloud {

/// Longest value that is written for a tag, in bytes; longer ones are cut before a code point. Keeps every block of tags far
/// below the 16 MiB that a FLAC metadata block can hold, whatever an article calls its title.
inline constexpr std::size_t kMaxTagBytes = 65536;

/// What is written of a tag's value: without NUL, which ends a text in RIFF and separates values in ID3, and cut where it is
/// too long.
std::string writable_tag(const std::string& value);

/// How a player is told to turn a file up or down.
enum class LoudnessConvention {
  replay_gain,  ///< ReplayGain 2.0: REPLAYGAIN_TRACK_GAIN, in dB towards −18 LUFS, and REPLAYGAIN_TRACK_PEAK, an amplitude
  r128          ///< Opus (RFC 7845, 5.2.1): R128_TRACK_GAIN, in 1/256 dB towards −23 LUFS
};

/// Longest title of a chapter, in bytes: kMostChapters of them stay far below what a block of tags can hold.
inline constexpr std::size_t kMaxChapterTitle = 1000;

/// Where a cover stands: among the comments (METADATA_BLOCK_PICTURE, in base64), or in a block of its own, as FLAC has it.
enum class CoverPlace { comments, block };

/// A list of Vorbis comments as FLAC, Ogg Vorbis and Opus share it (Xiph "Ogg Vorbis I format specification: comment field
/// and header specification"), without any framing: TITLE, ARTIST, LANGUAGE, DATE, ENCODER, COMMENT,
/// the loudness, the chapters (CHAPTER001=00:01:02.345, CHAPTER001NAME=…: Xiph's "Chapter Extension") and the cover; as long
/// for one loudness and one set of times as for another.
std::vector<std::byte> vorbis_comments(const Tags& tags, std::string_view vendor,
                                       LoudnessConvention convention = LoudnessConvention::replay_gain,
                                       CoverPlace cover = CoverPlace::comments);

/// The content of a FLAC PICTURE block (RFC 9639, section 8.8): a front cover.
std::vector<std::byte> flac_picture(const Cover& cover);

/// RIFF chunks "cue " and "LIST" of type adtl (Multimedia Programming Interface and Data Specifications 1.0): where each
/// chapter begins, to the frame, and its title. Empty without chapters.
std::vector<std::byte> riff_cue_chunks(const std::vector<ChapterMark>& chapters);

/// A RIFF "LIST" chunk of type INFO, in UTF-8: INAM, IART, ILNG, ICRD, ISFT, ICMT. Empty if no tag is set.
std::vector<std::byte> riff_info_chunk(const Tags& tags);

/// The content of a CAF "info" chunk (Apple Core Audio Format Specification, "Information Chunk"), in UTF-8: title, artist,
/// language, recorded date, encoding application, comments. Empty if no tag is set.
std::vector<std::byte> caf_info(const Tags& tags);

/// An ID3v2.4.0 tag in UTF-8: TIT2, TPE1, TLAN (as ISO 639-2, left out if there is no such code), TDRC, TSSE, COMM,
/// TXXX with ReplayGain's tags, CHAP and CTOC (ID3v2 Chapter Frame Addendum 1.0) and APIC; as long for one loudness and one set
/// of times as for another.
/// Empty if no tag is set.
std::vector<std::byte> id3v2_tag(const Tags& tags);

}  // namespace aloud
