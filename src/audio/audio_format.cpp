#include "audio/audio_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "util/error.h"

namespace aloud {

namespace {

struct FormatNames {
  AudioFormat format;
  const char* name;
  const char* extension;
};

constexpr std::array kFormats = {
    FormatNames{AudioFormat::wav, "wav", ".wav"},       FormatNames{AudioFormat::flac, "flac", ".flac"},
    FormatNames{AudioFormat::vorbis, "vorbis", ".ogg"}, FormatNames{AudioFormat::opus, "opus", ".opus"},
    FormatNames{AudioFormat::mp3, "mp3", ".mp3"},       FormatNames{AudioFormat::aiff, "aiff", ".aiff"},
    FormatNames{AudioFormat::caf, "caf", ".caf"},       FormatNames{AudioFormat::au, "au", ".au"},
    FormatNames{AudioFormat::w64, "w64", ".w64"},       FormatNames{AudioFormat::rf64, "rf64", ".rf64"},
};

/// Extensions beside the usual ones.
constexpr std::array kOtherExtensions = {
    FormatNames{AudioFormat::vorbis, "vorbis", ".oga"},
    FormatNames{AudioFormat::aiff, "aiff", ".aif"},
};

const FormatNames& names_of(AudioFormat format) {
  return *std::find_if(kFormats.begin(), kFormats.end(), [&](const FormatNames& names) { return names.format == format; });
}

/// ASCII only: the user's locale has no say in what an extension is.
std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// "0.3", without the zeros of std::to_string and without a locale's comma.
std::string short_decimal(float value) {
  if (!std::isfinite(value)) return std::isnan(value) ? "not a number" : "infinity";
  const auto hundredths = static_cast<long long>(std::round(std::clamp(static_cast<double>(value), -1e9, 1e9) * 100));
  const long long magnitude = hundredths < 0 ? -hundredths : hundredths;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(magnitude / 100);
  if (magnitude % 100 == 0) return text;
  text += '.' + std::to_string(magnitude % 100 / 10);
  if (magnitude % 10 != 0) text += std::to_string(magnitude % 10);
  return text;
}

[[noreturn]] void refuse(const std::string& what, const std::string& value, const std::string& allowed) {
  throw Error(ErrorKind::usage, what + " " + value + " is out of range: allowed are " + allowed);
}

std::string listed(const auto& numbers) {
  std::string text;
  for (const int number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
  return text;
}

}  // namespace

const char* to_string(AudioFormat format) { return names_of(format).name; }

const char* extension_of(AudioFormat format) { return names_of(format).extension; }

const char* mime_of(AudioFormat format) {
  switch (format) {
    case AudioFormat::flac:
      return "audio/flac";
    case AudioFormat::vorbis:
    case AudioFormat::opus:
      return "audio/ogg";
    case AudioFormat::mp3:
      return "audio/mpeg";
    case AudioFormat::aiff:
      return "audio/aiff";
    case AudioFormat::caf:
      return "audio/x-caf";
    case AudioFormat::au:
      return "audio/basic";
    default:
      return "audio/wav";
  }
}

std::optional<AudioFormat> format_of_extension(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] == '/') return std::nullopt;
  const std::string extension = lower_case(path.substr(dot));
  const auto is_it = [&](const FormatNames& names) { return extension == names.extension; };
  if (const auto usual = std::find_if(kFormats.begin(), kFormats.end(), is_it); usual != kFormats.end()) return usual->format;
  const auto other = std::find_if(kOtherExtensions.begin(), kOtherExtensions.end(), is_it);
  return other == kOtherExtensions.end() ? std::nullopt : std::optional(other->format);
}

std::optional<AudioFormat> format_by_name(std::string_view name) {
  if (name == "ogg") return AudioFormat::vorbis;
  for (const FormatNames& names : kFormats) {
    if (name == names.name) return names.format;
  }
  return std::nullopt;
}

std::vector<AudioFormat> all_formats() {
  std::vector<AudioFormat> formats;
  for (const FormatNames& names : kFormats) formats.push_back(names.format);
  return formats;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names = {"ogg"};
  for (const FormatNames& format : kFormats) names.emplace_back(format.name);
  return names;
}

std::string format_list() {
  std::string list;
  for (const FormatNames& format : kFormats) {
    if (!list.empty()) list += format.format == kFormats.back().format ? " or " : ", ";
    list += format.name;
  }
  return list;
}

const char* to_string(SampleFormat format) {
  switch (format) {
    case SampleFormat::pcm16:
      return "16";
    case SampleFormat::pcm24:
      return "24";
    case SampleFormat::float32:
      return "float";
  }
  return "";
}

std::optional<SampleFormat> sample_format_by_name(std::string_view name) {
  for (const SampleFormat format : {SampleFormat::pcm16, SampleFormat::pcm24, SampleFormat::float32}) {
    if (name == to_string(format)) return format;
  }
  return std::nullopt;
}

std::size_t bytes_per_sample(SampleFormat format) {
  switch (format) {
    case SampleFormat::pcm16:
      return 2;
    case SampleFormat::pcm24:
      return 3;
    case SampleFormat::float32:
      return 4;
  }
  return 0;
}

bool holds_plain_samples(AudioFormat format) {
  switch (format) {
    case AudioFormat::wav:
    case AudioFormat::rf64:
    case AudioFormat::w64:
    case AudioFormat::aiff:
    case AudioFormat::caf:
    case AudioFormat::au:
      return true;
    case AudioFormat::flac:
    case AudioFormat::vorbis:
    case AudioFormat::opus:
    case AudioFormat::mp3:
      return false;
  }
  return false;
}

AudioFormat take_format_of(AudioFormat format) { return holds_plain_samples(format) ? AudioFormat::wav : format; }

void validate_quality(AudioFormat format, const Quality& quality) {
  switch (format) {
    case AudioFormat::wav:
    case AudioFormat::rf64:
    case AudioFormat::w64:
    case AudioFormat::aiff:
    case AudioFormat::caf:
    case AudioFormat::au:
      return;
    case AudioFormat::flac:
      if (!kFlacCompressions.holds(quality.flac_compression)) {
        refuse("FLAC compression level", std::to_string(quality.flac_compression),
               fmt::format("{} (fast) to {} (small)", kFlacCompressions.least, kFlacCompressions.most));
      }
      return;
    case AudioFormat::vorbis:
      if (!kVorbisQualities.holds(quality.vorbis_quality)) {
        refuse("Vorbis quality", short_decimal(quality.vorbis_quality),
               fmt::format("{} to {}", kVorbisQualities.least, kVorbisQualities.most));
      }
      return;
    case AudioFormat::opus:
      if (!kOpusBitrates.holds(quality.opus_bitrate)) {
        refuse("Opus bit rate", std::to_string(quality.opus_bitrate),
               fmt::format("{} to {} bits a second", kOpusBitrates.least, kOpusBitrates.most));
      }
      return;
    case AudioFormat::mp3:
      if (std::find(kMp3Bitrates.begin(), kMp3Bitrates.end(), quality.mp3_bitrate) == kMp3Bitrates.end()) {
        refuse("MP3 bit rate", std::to_string(quality.mp3_bitrate), listed(kMp3Bitrates) + " kbit/s");
      }
      return;
  }
}

}  // namespace aloud
