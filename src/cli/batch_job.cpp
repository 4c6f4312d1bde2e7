#include "cli/batch_job.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "batch/project_file.h"
#include "batch/shard.h"
#include "cli/limits.h"
#include "cli/output_plan.h"
#include "cli/voice_choice.h"
#include "script/profile_schema.h"

namespace aloud::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorKind::usage, message); }

std::string project_path_of(const BatchArguments& arguments) {
  if (arguments.no_project) return {};
  if (!arguments.project.empty()) return arguments.project;
  std::error_code error;
  return fs::exists(kProjectFileName, error) ? kProjectFileName : "";
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

void set_forced(const BatchArguments& arguments, SettingsTable& settings) {
  SettingsPatch& patch = settings.forced;
  const VoiceChoice choice = voice_choice_of(arguments.voice);
  if (!choice.name.empty()) patch.voice = choice.name;
  if (!choice.language.empty()) patch.language = choice.language;
  patch.overrides = arguments.voice.overrides;
  patch.lexicons = choice.lexicons;
  VoiceProfile probe;
  for (const auto& [option, value] : patch.overrides) apply_override(probe, option, value);
  if (!arguments.formats.empty()) patch.formats = formats_of(arguments);
  if (!arguments.timelines.empty()) patch.timelines = timelines_of(arguments);
  set_quality(arguments.quality, patch.formats.value_or(settings.project.formats.value_or(ArticleSettings().formats)), patch);
}

void set_inputs(const BatchArguments& arguments, const Project& project, const std::string& project_path,
                SelectionRequest& selection) {
  selection.root = fs::path(project_path).parent_path().string();
  selection.inputs = arguments.inputs.empty() ? project.inputs : arguments.inputs;
  if (!arguments.inputs.empty() && !selection.root.empty()) {
    for (std::string& input : selection.inputs) input = fs::absolute(input).string();
  }
  if (selection.inputs.empty())
    refuse(project_path.empty() ? "nothing to render: name directories, files or patterns, or write an aloud.toml"
                                : project_path + ": names no \"inputs\"");
  selection.excludes = project.excludes;
  selection.excludes.insert(selection.excludes.end(), arguments.excludes.begin(), arguments.excludes.end());
}

std::string output_of(const BatchArguments& arguments, const Project& project, const std::string& project_path) {
  if (!arguments.output.empty()) return arguments.output;
  if (!project.output.empty()) return (fs::path(project_path).parent_path() / project.output).string();
  if (arguments.print_cache_key) return "out";
  refuse("say where to write: -o DIR");
}

// "out/" and "out" are the same directory, and no message shall have "out//a.ogg".
std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
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
  BatchRequest& request = job.request;
  set_inputs(arguments, project, job.project_path, request.selection);
  request.output = without_slash(output_of(arguments, project, job.project_path));
  request.selection.output = request.output;
  request.settings.project = project.settings;
  request.settings.rules = project.rules;
  set_forced(arguments, request.settings);
  request.voice_directories = voice_choice_of(arguments.voice).directories;
  request.drafts = arguments.drafts || project.drafts ? Drafts::render : Drafts::skip;
  request.force = arguments.force;
  request.shard = shard_of(arguments);
  request.limits = limits_of(arguments.limits);
  job.source_date_epoch = source_date_epoch();
  if (arguments.no_future || !project.future) request.no_later_than = job.source_date_epoch.value_or(seconds_now());
  return job;
}

}  // namespace aloud::cli
