#include "audio/tag_blocks.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

#include "audio/byte_io.h"
#include "audio/time_text.h"
#include "util/base64.h"
#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud {

std::string writable_tag(const std::string& value) {
  std::string text = value.substr(0, value.size() > kMaxTagBytes ? floor_to_code_point(value, kMaxTagBytes) : value.size());
  std::erase(text, '\0');
  return text;
}

namespace {

using Field = std::pair<std::string_view, std::string>;

std::vector<Field> fields(const Tags& tags, const std::array<std::string_view, 6>& names) {
  const std::array values = {&tags.title, &tags.artist, &tags.language, &tags.date, &tags.software, &tags.comment};
  std::vector<Field> result;
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::string value = writable_tag(*values[i]);
    if (!value.empty()) result.emplace_back(names[i], std::move(value));
  }
  return result;
}

/// The tags of `loudness`, in texts of a fixed length, so that they can be filled in later. Silence is left as it is.
std::vector<Field> loudness_fields(const TrackLoudness& loudness, LoudnessConvention convention) {
  constexpr double kReplayGainLufs = -18;
  constexpr double kR128Lufs = -23;
  constexpr double kUnitsPerDb = 256;
  const double lufs = loudness.integrated_lufs.value_or(convention == LoudnessConvention::r128 ? kR128Lufs : kReplayGainLufs);
  if (convention == LoudnessConvention::r128) {
    const double gain = std::clamp((kR128Lufs - lufs) * kUnitsPerDb, -32768.0, 32767.0);
    return {{"R128_TRACK_GAIN", fmt::format("{:+06d}", std::lround(gain))}};
  }
  return {{"REPLAYGAIN_TRACK_GAIN", fmt::format("{:+06.2f} dB", std::clamp(kReplayGainLufs - lufs, -99.0, 99.0))},
          {"REPLAYGAIN_TRACK_PEAK", fmt::format("{:08.6f}", std::clamp(loudness.true_peak, 0.0, 9.0))}};
}

/// Three letters, or empty. BCP 47 language subtags are ISO 639-1 codes where there is one, ID3 wants ISO 639-2.
std::string iso_639_2(const std::string& language) { return uloc_getISO3Language(writable_tag(language).c_str()); }

/// Seven bits a byte: no byte of a size may look like the start of an MPEG frame (ID3v2.4 structure, 6.2).
std::uint64_t synchsafe(std::size_t size) {
  return (size & 0x7FU) | (size >> 7 & 0x7FU) << 8 | (size >> 14 & 0x7FU) << 16 | (size >> 21 & 0x7FU) << 24;
}

constexpr std::uint64_t kId3Utf8 = 3;
constexpr std::uint64_t kFrontCover = 3;  // of the picture types that ID3 and FLAC share

/// One line without control characters, cut where it is too long.
std::string chapter_title(const ChapterMark& chapter) {
  const std::string line = plain_line(chapter.title);
  return line.substr(0, line.size() > kMaxChapterTitle ? floor_to_code_point(line, kMaxChapterTitle) : line.size());
}

/// CHAPTER001 and CHAPTER001NAME, …
std::vector<Field> chapter_fields(const std::vector<ChapterMark>& chapters, std::vector<std::string>& names) {
  names.clear();
  names.reserve(2 * chapters.size());  // fields look into them
  std::vector<Field> result;
  for (const ChapterMark& chapter : chapters) {
    const std::string& name = names.emplace_back(fmt::format("CHAPTER{:03}", names.size() / 2 + 1));
    result.emplace_back(name, chapter_time(milliseconds_of(chapter.begin, kEngineRate)));
    result.emplace_back(names.emplace_back(name + "NAME"), chapter_title(chapter));
  }
  return result;
}

void add_id3_frame(ByteWriter& out, std::string_view id, std::string_view before_text, const std::string& text) {
  out.text(id);
  out.big(synchsafe(1 + before_text.size() + text.size()), 4);
  out.big(0, 2);  // flags
  out.big(kId3Utf8, 1);
  out.text(before_text);
  out.text(text);
}

void add_id3_frame(ByteWriter& out, std::string_view id, const ByteWriter& body) {
  out.text(id);
  out.big(synchsafe(body.size()), 4);
  out.big(0, 2);  // flags
  out.append(body.bytes());
}

std::string chapter_id(std::size_t number) { return fmt::format("ch{}", number) + '\0'; }

/// CTOC names the chapters in order, and each CHAP says from when to when.
void add_id3_chapters(ByteWriter& out, const std::vector<ChapterMark>& chapters) {
  if (chapters.empty()) return;
  constexpr std::uint64_t kTopLevelOrdered = 3;
  constexpr std::uint64_t kNoOffset = 0xFFFFFFFF;  // the times count
  ByteWriter contents;
  contents.text(std::string_view("toc\0", 4));
  contents.big(kTopLevelOrdered, 1);
  contents.big(chapters.size(), 1);
  for (std::size_t i = 0; i < chapters.size(); ++i) contents.text(chapter_id(i));
  add_id3_frame(out, "CTOC", contents);
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    ByteWriter chapter;
    chapter.text(chapter_id(i));
    chapter.big(static_cast<std::uint64_t>(milliseconds_of(chapters[i].begin, kEngineRate).count()), 4);
    chapter.big(static_cast<std::uint64_t>(milliseconds_of(chapters[i].end, kEngineRate).count()), 4);
    chapter.big(kNoOffset, 4);
    chapter.big(kNoOffset, 4);
    add_id3_frame(chapter, "TIT2", {}, chapter_title(chapters[i]));
    add_id3_frame(out, "CHAP", chapter);
  }
}

void add_id3_cover(ByteWriter& out, const Cover& cover) {
  ByteWriter picture;
  picture.big(kId3Utf8, 1);
  picture.text(cover.mime);
  picture.zeros(1);
  picture.big(kFrontCover, 1);
  picture.zeros(1);  // no description
  picture.text(cover.bytes);
  add_id3_frame(out, "APIC", picture);
}

}  // namespace

std::vector<std::byte> flac_picture(const Cover& cover) {
  constexpr std::uint64_t kBitsPerPixel = 24;
  ByteWriter out;
  out.big(kFrontCover, 4);
  out.big(cover.mime.size(), 4);
  out.text(cover.mime);
  out.big(0, 4);  // no description
  out.big(cover.width, 4);
  out.big(cover.height, 4);
  out.big(kBitsPerPixel, 4);
  out.big(0, 4);  // no palette
  out.big(cover.bytes.size(), 4);
  out.text(cover.bytes);
  return out.release();
}

std::vector<std::byte> riff_cue_chunks(const std::vector<ChapterMark>& chapters) {
  if (chapters.empty()) return {};
  constexpr std::size_t kPointSize = 24;
  ByteWriter out;
  out.text("cue ");
  out.little(4 + kPointSize * chapters.size(), 4);
  out.little(chapters.size(), 4);
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const auto frame = static_cast<std::uint64_t>(chapters[i].begin.count);
    out.little(i + 1, 4);
    out.little(frame, 4);  // in the order of playing
    out.text("data");
    out.little(0, 8);      // neither a chunk within a list nor a block
    out.little(frame, 4);  // in the data
  }
  ByteWriter labels;
  labels.text("adtl");
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const std::string title = chapter_title(chapters[i]);
    labels.text("labl");
    labels.little(4 + title.size() + 1, 4);
    labels.little(i + 1, 4);
    labels.text(title);
    labels.zeros(1 + (title.size() + 1) % 2);  // the NUL, and padding to an even offset
  }
  out.text("LIST");
  out.little(labels.size(), 4);
  out.append(labels.bytes());
  return out.release();
}

std::vector<std::byte> vorbis_comments(const Tags& tags, std::string_view vendor, LoudnessConvention convention,
                                       CoverPlace cover) {
  auto list = fields(tags, {"TITLE", "ARTIST", "LANGUAGE", "DATE", "ENCODER", "COMMENT"});
  if (tags.loudness) std::ranges::move(loudness_fields(*tags.loudness, convention), std::back_inserter(list));
  std::vector<std::string> names;
  std::ranges::move(chapter_fields(tags.chapters, names), std::back_inserter(list));
  if (tags.cover && cover == CoverPlace::comments)
    list.emplace_back("METADATA_BLOCK_PICTURE", base64_of(flac_picture(*tags.cover)));
  ByteWriter out;
  out.little(vendor.size(), 4);
  out.text(vendor);
  out.little(list.size(), 4);
  for (const auto& [name, value] : list) {
    out.little(name.size() + 1 + value.size(), 4);
    out.text(name);
    out.text("=");
    out.text(value);
  }
  return out.release();
}

std::vector<std::byte> riff_info_chunk(const Tags& tags) {
  ByteWriter list;
  list.text("INFO");
  for (const auto& [name, value] : fields(tags, {"INAM", "IART", "ILNG", "ICRD", "ISFT", "ICMT"})) {
    list.text(name);
    list.little(value.size() + 1, 4);
    list.text(value);
    list.zeros(1 + (value.size() + 1) % 2);  // the NUL, and padding to an even offset
  }
  if (list.size() == 4) return {};
  ByteWriter chunk;
  chunk.text("LIST");
  chunk.little(list.size(), 4);
  chunk.append(list.bytes());
  return chunk.release();
}

std::vector<std::byte> caf_info(const Tags& tags) {
  const auto list = fields(tags, {"title", "artist", "language", "recorded date", "encoding application", "comments"});
  if (list.empty()) return {};
  ByteWriter info;
  info.big(list.size(), 4);
  for (const auto& [name, value] : list) {
    info.text(name);
    info.zeros(1);
    info.text(value);
    info.zeros(1);
  }
  return info.release();
}

std::vector<std::byte> id3v2_tag(const Tags& tags) {
  const std::string language = iso_639_2(tags.language);
  ByteWriter frames;
  for (const auto& [name, value] : fields(tags, {"TIT2", "TPE1", "TLAN", "TDRC", "TSSE", "COMM"})) {
    if (name == "COMM") {
      add_id3_frame(frames, name, (language.empty() ? "und" : language) + std::string(1, '\0'), value);
    } else if (name != "TLAN") {
      add_id3_frame(frames, name, {}, value);
    } else if (!language.empty()) {
      add_id3_frame(frames, name, {}, language);
    }
  }
  if (tags.loudness) {
    for (const auto& [name, value] : loudness_fields(*tags.loudness, LoudnessConvention::replay_gain)) {
      add_id3_frame(frames, "TXXX", std::string(name) + '\0', value);
    }
  }
  add_id3_chapters(frames, tags.chapters);
  if (tags.cover) add_id3_cover(frames, *tags.cover);
  if (frames.size() == 0) return {};
  ByteWriter tag;
  tag.text("ID3");
  tag.big(0x0400, 2);  // version 4, revision 0
  tag.big(0, 1);       // flags
  tag.big(synchsafe(frames.size()), 4);
  tag.append(frames.bytes());
  return tag.release();
}

}  // namespace aloud
