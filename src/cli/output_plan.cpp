#include "cli/output_plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "render/output_claims.h"
#include "util/address.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/suggest.h"
#include "util/utf8.h"

namespace aloud::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorKind::usage, message); }

bool is_directory(const std::string& path) {
  if (!path.empty() && path.back() == '/') return true;
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

std::string stem_of(const std::string& article) {
  return is_address(article) ? file_name_of(article) : fs::path(article).stem().string();
}

bool takes_bitrate(AudioFormat format) { return format == AudioFormat::opus || format == AudioFormat::mp3; }

std::string path_for(const RenderArguments& arguments, const std::string& article, AudioFormat format) {
  const std::string& output = arguments.output;
  if (output == "-") return output;
  const bool into_directory = output.empty() || is_directory(output);
  if (!into_directory) return output;
  if (article == "-") refuse("standard input has no name: say where to write with -o FILE");
  return (fs::path(output) / (stem_of(article) + extension_of(format))).string();
}

// Timelines count the samples of one file: with several formats, those of the first are "a.vtt", of the others "a.mp3.vtt".
enum class NamedAfter { article, audio };

std::vector<std::pair<TimelineKind, std::string>> timelines_for(const RenderArguments& arguments, const std::string& path,
                                                                NamedAfter after) {
  std::vector<std::pair<TimelineKind, std::string>> timelines;
  for (const std::string& name : arguments.timelines) {
    const TimelineKind kind = choose_timeline(name);
    if (path == "-") refuse("a timeline is written beside the audio file: use -o FILE instead of -o -");
    const fs::path file = after == NamedAfter::article ? fs::path(path).replace_extension(extension_of(kind))
                                                       : fs::path(path + extension_of(kind));
    std::pair timeline(kind, file.string());
    if (std::find(timelines.begin(), timelines.end(), timeline) == timelines.end()) timelines.push_back(std::move(timeline));
  }
  return timelines;
}

void refuse_collisions(const std::vector<PlannedOutput>& outputs, const RenderArguments& arguments) {
  OutputClaims claims("give them different names or directories");
  for (const std::string& article : arguments.articles) {
    if (article != "-" && !is_address(article)) claims.protect(article);
  }
  for (const PlannedOutput& output : outputs) {
    if (output.path != "-") claims.claim(output.path, output.article);
    for (const auto& timeline : output.timelines) claims.claim(timeline.second, output.article);
  }
}

void refuse_unfit_option(bool given, bool fits, const char* option, const char* formats, AudioFormat format) {
  if (given && !fits) refuse(fmt::format("{} is for {}, not for {}", option, formats, to_string(format)));
}

// A book goes into a directory of its own, since its chapters are named by their numbers.
void refuse_split(const RenderArguments& arguments) {
  if (arguments.articles.size() > 1) refuse("--split chapters takes one book at a time");
  if (!arguments.output.empty() && !is_directory(arguments.output))
    refuse(fmt::format("--split chapters writes several files: give a directory, as -o {}/", stem_of(arguments.output)));
}

// "the-tide-and-the-mill": letters and digits of any script, in small ASCII letters.
std::string words_for_name(const std::string& title) {
  constexpr std::size_t kLongest = 60;  // bytes
  std::string name;
  for (std::size_t at = 0; at < title.size();) {
    const CodePoint point = code_point_at(title, at);
    const bool apostrophe = point.value == '\'' || point.value == 0x2019;
    if (is_alphanumeric(point.value)) {
      if (name.size() + point.size > kLongest) break;
      name += ascii_lower(std::string_view(title).substr(at, point.size));
    } else if (!apostrophe && !name.empty() && name.back() != '-') {
      name += '-';
    }
    at += point.size;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name;
}

int tenths(float quality) { return static_cast<int>(std::lround(quality * 10)); }

// The library checks as well, but speaks of its own units.
template <class Number>
void refuse_out_of_range(const char* option, std::optional<Number> value, int least, int most) {
  if (value && !(*value >= least && *value <= most))
    refuse(fmt::format("{} {}: must be {} to {}", option, *value, least, most));
}

}  // namespace

bool is_page_name(const std::string& path) {
  const std::string extension = ascii_lower(fs::path(path).extension().string());
  return !is_directory(path) && (extension == ".html" || extension == ".htm");
}

AudioFormat choose_format(const std::string& asked, const std::string& path) {
  if (!asked.empty()) {
    if (const auto format = format_by_name(ascii_lower(asked))) return *format;
    refuse(fmt::format("unknown format \"{}\"{}: use {}", asked, did_you_mean(asked, format_names()), format_list()));
  }
  if (is_page_name(path)) return AudioFormat::mp3;  // every browser plays it
  if (path.empty() || path == "-" || is_directory(path)) return AudioFormat::vorbis;
  if (const auto format = format_of_extension(path)) return *format;
  const std::string extension = fs::path(path).extension().string();
  if (extension.empty()) refuse(fmt::format("{}: no extension to tell the format by: add --format {}", path, format_list()));
  std::string extensions;
  for (const AudioFormat format : all_formats()) extensions += std::string(extension_of(format)) + ", ";
  refuse(fmt::format("{}: {} is no format that aloud writes: use {}or add --format", path, extension, extensions));
}

TimelineKind choose_timeline(const std::string& name) {
  if (const auto kind = timeline_kind_by_name(name)) return *kind;
  refuse(fmt::format("unknown timeline \"{}\"{}: use one of {}", name, did_you_mean(name, timeline_names()),
                     fmt::join(timeline_names(), ", ")));
}

SampleFormat choose_sample_format(const std::string& name) {
  if (const auto format = sample_format_by_name(name)) return *format;
  refuse(fmt::format("--sample-format {}: must be 16, 24 or float", name));
}

Quality choose_quality(const QualityArguments& arguments, AudioFormat format) {
  refuse_unfit_option(arguments.quality.has_value(), format == AudioFormat::vorbis, "--quality", "vorbis", format);
  refuse_unfit_option(arguments.bitrate.has_value(), takes_bitrate(format), "--bitrate", "opus and mp3", format);
  refuse_unfit_option(arguments.compression.has_value(), format == AudioFormat::flac, "--compression", "flac", format);
  refuse_unfit_option(!arguments.sample_format.empty(), holds_plain_samples(format), "--sample-format",
                      "wav, aiff, caf, au, w64 and rf64", format);
  refuse_out_of_range("--quality", arguments.quality, tenths(kVorbisQualities.least), tenths(kVorbisQualities.most));
  refuse_out_of_range("--compression", arguments.compression, kFlacCompressions.least, kFlacCompressions.most);
  if (format == AudioFormat::opus)
    refuse_out_of_range("--bitrate", arguments.bitrate, kOpusBitrates.least / 1000, kOpusBitrates.most / 1000);
  Quality quality;
  if (!arguments.sample_format.empty()) quality.sample_format = choose_sample_format(arguments.sample_format);
  if (arguments.quality) quality.vorbis_quality = static_cast<float>(*arguments.quality / 10);
  if (arguments.compression) quality.flac_compression = *arguments.compression;
  if (arguments.bitrate && format == AudioFormat::opus) quality.opus_bitrate = *arguments.bitrate * 1000;
  if (arguments.bitrate && format == AudioFormat::mp3) quality.mp3_bitrate = *arguments.bitrate;
  return quality;
}

std::vector<AudioFormat> formats_of(const RenderArguments& arguments) {
  if (arguments.formats.empty()) return {choose_format({}, arguments.output)};
  std::vector<AudioFormat> formats;
  for (const std::string& name : arguments.formats) {
    const AudioFormat format = choose_format(name, {});
    if (std::find(formats.begin(), formats.end(), format) == formats.end()) formats.push_back(format);
  }
  return formats;
}

QualityArguments quality_among(const QualityArguments& asked, AudioFormat format, const std::vector<AudioFormat>& formats) {
  const auto drop_unless = [&](auto& option, auto fits) {
    if (!fits(format) && std::any_of(formats.begin(), formats.end(), fits)) option = {};
  };
  QualityArguments kept = asked;
  drop_unless(kept.quality, [](AudioFormat one) { return one == AudioFormat::vorbis; });
  drop_unless(kept.bitrate, takes_bitrate);
  drop_unless(kept.compression, [](AudioFormat one) { return one == AudioFormat::flac; });
  drop_unless(kept.sample_format, holds_plain_samples);
  return kept;
}

PlannedOutput output_of_chapter(const PlannedOutput& output, const Chapter& chapter, int last) {
  PlannedOutput one = output;
  one.title = chapter.title;
  const std::size_t digits = std::max<std::size_t>(std::to_string(last).size(), 2);
  const std::string words = words_for_name(chapter.title);
  const std::string stem = fmt::format("{:0{}}{}{}", chapter.number, digits, words.empty() ? "" : "-", words);
  const auto renamed = [&](const std::string& path, std::size_t before) {
    const fs::path whole(path);
    return (whole.parent_path() / (stem + whole.filename().string().substr(before))).string();
  };
  const std::size_t name = stem_of(output.path).size();
  one.path = renamed(output.path, name);
  for (auto& [kind, path] : one.timelines) path = renamed(path, std::min(name, fs::path(path).filename().string().size()));
  return one;
}

std::vector<PlannedOutput> plan_outputs(const RenderArguments& arguments) {
  if (!arguments.split.empty()) refuse_split(arguments);
  const bool into_one_file = !arguments.output.empty() && !is_directory(arguments.output);
  if (arguments.articles.size() > 1 && into_one_file) {
    refuse(fmt::format("{} articles cannot go into one file: give a directory, as -o {}/", arguments.articles.size(),
                       arguments.output == "-" ? "out" : arguments.output));
  }
  const std::vector<AudioFormat> formats = formats_of(arguments);
  if (formats.size() > 1 && into_one_file)
    refuse(fmt::format("{} formats cannot go into one file: give a directory, as -o out/", formats.size()));
  std::vector<PlannedOutput> outputs;
  for (const std::string& article : arguments.articles) {
    for (const AudioFormat format : formats) {
      PlannedOutput output;
      output.article = article;
      output.format = format;
      output.path = path_for(arguments, article, output.format);
      output.named_by_article = output.path != arguments.output;
      output.timelines =
          timelines_for(arguments, output.path, format == formats.front() ? NamedAfter::article : NamedAfter::audio);
      output.is_page = into_one_file && is_page_name(output.path);
      if (output.is_page && arguments.chapters.page_audio == "link")
        refuse("--page-audio link needs a file to link: write it with -t html beside -o FILE.mp3");
      if (output.is_page) std::erase_if(output.timelines, [](const auto& one) { return one.first == TimelineKind::html; });
      outputs.push_back(std::move(output));
    }
  }
  refuse_collisions(outputs, arguments);
  return outputs;
}

}  // namespace aloud::cli
