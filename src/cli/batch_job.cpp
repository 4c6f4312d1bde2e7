#include "cli/batch_job.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "batch/batch_request.h"
#include "batch/project_file.h"
#include "batch/shard.h"
#include "cli/limits.h"
#include "cli/output_plan.h"
#include "cli/voice_choice.h"
#include "util/lies_within.h"

namespace aloud::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorKind::usage, message); }

std::string project_path_of(const BatchArguments& arguments) {
  if (arguments.no_project) return {};
  if (!arguments.project.empty()) return arguments.project;
  std::error_code error;
  if (!fs::exists(fs::symlink_status(kProjectFileName, error))) return {};
  if (!lies_within(kProjectFileName, "."))
    throw Error(ErrorKind::usage, "is a link that leads out of its directory: name what it leads to with --project",
                {kProjectFileName, 0, 0});
  return kProjectFileName;
}

std::vector<AudioFormat> formats_of(const BatchArguments& arguments) {
  std::vector<AudioFormat> formats;
  for (const std::string& name : arguments.formats) {
    const AudioFormat format = choose_format(name, {});
    if (std::find(formats.begin(), formats.end(), format) == formats.end()) formats.push_back(format);
  }
  return formats;
}

std::vector<TimelineKind> timelines_of(const BatchArguments& arguments) {
  std::vector<TimelineKind> kinds;
  for (const std::string& name : arguments.timelines) {
    const TimelineKind kind = choose_timeline(name);
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
  }
  return kinds;
}

// The options of `aloud render`, each for the formats that it is for.
void set_quality(const QualityArguments& asked, const std::vector<AudioFormat>& formats, SettingsPatch& patch) {
  const auto has = [&](AudioFormat format) { return std::find(formats.begin(), formats.end(), format) != formats.end(); };
  if (asked.quality) {
    if (!has(AudioFormat::vorbis)) refuse("--quality is for vorbis, which is not among the formats");
    patch.vorbis_quality = choose_quality({.quality = asked.quality}, AudioFormat::vorbis).vorbis_quality;
  }
  if (asked.compression) {
    if (!has(AudioFormat::flac)) refuse("--compression is for flac, which is not among the formats");
    patch.flac_compression = choose_quality({.compression = asked.compression}, AudioFormat::flac).flac_compression;
  }
  if (!asked.sample_format.empty()) {
    if (std::none_of(formats.begin(), formats.end(), holds_plain_samples))
      refuse("--sample-format is for wav, aiff, caf, au, w64 and rf64, which are not among the formats");
    patch.sample_format = choose_sample_format(asked.sample_format);
  }
  if (!asked.bitrate) return;
  const QualityArguments bitrate = {.bitrate = asked.bitrate};
  if (!has(AudioFormat::opus) && !has(AudioFormat::mp3))
    refuse("--bitrate is for opus and mp3, which are not among the formats");
  if (has(AudioFormat::opus)) patch.opus_bitrate = choose_quality(bitrate, AudioFormat::opus).opus_bitrate;
  if (!has(AudioFormat::mp3)) return;
  const Quality quality = choose_quality(bitrate, AudioFormat::mp3);
  validate_quality(AudioFormat::mp3, quality);
  patch.mp3_bitrate = quality.mp3_bitrate;
}

SettingsPatch forced_by(const BatchArguments& arguments, const VoiceChoice& choice, const Project& project) {
  SettingsPatch patch;
  patch.dialects = arguments.dialects;
  if (!choice.name.empty()) patch.voice = choice.name;
  if (!choice.language.empty()) patch.language = choice.language;
  for (const std::string& code : arguments.ignored) patch.finding_levels[code] = FindingLevel::ignore;
  patch.overrides = arguments.voice.overrides;
  patch.lexicons = choice.lexicons;
  patch.clips = choice.clips;
  patch.chapter_level = arguments.chapters.level;
  patch.cover = arguments.chapters.cover;
  if (!arguments.chapters.page_audio.empty())
    patch.page_audio = arguments.chapters.page_audio == "embed" ? PageAudio::embed : PageAudio::link;
  patch.allow_commands = choice.allow_commands;
  if (!arguments.formats.empty()) patch.formats = formats_of(arguments);
  if (!arguments.timelines.empty()) patch.timelines = timelines_of(arguments);
  set_quality(arguments.quality, patch.formats.value_or(project.settings.formats.value_or(ArticleSettings().formats)), patch);
  return patch;
}

std::int64_t seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Shard shard_of(const BatchArguments& arguments) {
  if (arguments.shard.empty()) return {};
  if (arguments.shard == "auto") return detect_shard([](const char* name) { return std::getenv(name); });
  return parse_shard(arguments.shard);
}

}  // namespace

std::optional<std::int64_t> source_date_epoch() {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");
  if (value == nullptr || *value == '\0') return std::nullopt;
  const std::string text = value;
  constexpr std::int64_t kYear10000 = 253402300800;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds >= kYear10000)
    refuse("SOURCE_DATE_EPOCH=" + text + ": must be a number of seconds since 1970");
  return seconds;
}

BatchJob batch_job_of(const BatchArguments& arguments) {
  BatchJob job;
  job.project_path = project_path_of(arguments);
  const Project project = job.project_path.empty() ? Project{} : load_project(job.project_path);
  const VoiceChoice choice = voice_choice_of(arguments.voice);
  BatchCall call;
  call.project_path = job.project_path;
  call.inputs = arguments.inputs;
  call.excludes = arguments.excludes;
  call.output = arguments.output;
  if (call.output.empty() && project.output.empty() && arguments.print_cache_key) call.output = "out";
  call.forced = forced_by(arguments, choice, project);
  call.voice_directories = choice.directories;
  call.drafts = arguments.drafts ? Drafts::render : Drafts::skip;
  call.force = arguments.force;
  call.shard = shard_of(arguments);
  call.limits = limits_of(arguments.limits);
  call.follow_links = arguments.follow_links;
  job.source_date_epoch = source_date_epoch();
  call.future = !arguments.no_future;
  call.now = job.source_date_epoch.value_or(seconds_now());
  job.request = batch_request_of(call, project);
  return job;
}

}  // namespace aloud::cli
