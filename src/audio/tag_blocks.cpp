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

void add_id3_frame(ByteWriter& out, std::string_view id, std::string_view before_text, const std::string& text) {
  out.text(id);
  out.big(synchsafe(1 + before_text.size() + text.size()), 4);
  out.big(0, 2);  // flags
  out.big(kId3Utf8, 1);
  out.text(before_text);
  out.text(text);
}

}  // namespace

std::vector<std::byte> vorbis_comments(const Tags& tags, std::string_view vendor, LoudnessConvention convention) {
  auto list = fields(tags, {"TITLE", "ARTIST", "LANGUAGE", "DATE", "ENCODER", "COMMENT"});
  if (tags.loudness) std::ranges::move(loudness_fields(*tags.loudness, convention), std::back_inserter(list));
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
