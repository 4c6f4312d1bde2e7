#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "cache/take_cache.h"
#include "cli/cache_options.h"
#include "cli/call_settings.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/print.h"
#include "engine/synthesizer.h"
#include "play/audio_sink.h"
#include "render/render.h"
#include "util/error.h"
#include "util/plain_line.h"
#include "version.h"

namespace aloud::cli {
namespace {

enum class State { fine, optional, broken };

// One thing that was looked at: how it is, and what to do where it is otherwise.
struct Check {
  const char* name;
  State state = State::fine;
  std::string text;
  std::string advice;
};

void print_check(const Check& check) {
  const char* mark = check.state == State::fine ? "ok" : check.state == State::optional ? "--" : "NO";
  print(fmt::format("{}  {:8} {}\n", mark, check.name, plain_line(check.text)));
  if (!check.advice.empty()) print(fmt::format("{:13}{}\n", "", plain_line(check.advice)));
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

Check check_voices(const std::vector<std::string>& directories) {
  Check check{"voices", State::fine, {}, {}};
  try {
    const std::vector<VoiceProfile> profiles = list_voice_profiles(directories);
    if (!profiles.empty()) {
      const std::string place = std::filesystem::path(profiles.front().path).parent_path().string();
      check.text = fmt::format("{} profiles, in {}", profiles.size(), place);
      return check;
    }
    check.text = "no profiles";
  } catch (const Error& error) {
    check.text = error.what();
  }
  check.state = State::broken;
  check.advice = "Name their directory in ALOUD_VOICES or with --voices-dir; a source tree has it as voices/.";
  return check;
}

// Says two words into nothing, as a render would: the engine, its data, and the processes that speak.
Check check_engine(const std::vector<std::string>& directories) {
  Check check{"engine", State::fine, {}, {}};
  try {
    const std::unique_ptr<SynthesizerFactory> factory = make_engines();
    check.text = "eSpeak NG: " + first_line(factory->version());
    RenderRequest request;
    request.voice.directories = directories;
    request.format = AudioFormat::wav;
    const Document document = read_document(SourceText::decode("doctor", "Good evening."), DocumentFormat::plain_text);
    const RenderReport report = render(document, request, *factory);
    if (report.failed_utterances == 0) {
      for (const Finding& finding : report.findings) check.text += "; " + finding.code + ": " + finding.message;
      return check;
    }
    check.text += "; it says nothing";
  } catch (const Error& error) {
    check.text += (check.text.empty() ? "" : "; ") + std::string(error.what());
  }
  check.state = State::broken;
  check.advice = "Install the package espeak-ng-data, and see that no process limit is in the way (ulimit -u).";
  return check;
}

Check check_device() {
  Check check{"device", State::fine, "a sound device opens", {}};
  try {
    prepare_sound_device();
    open_sound_device("aloud doctor");
  } catch (const Error& error) {
    check.state = State::broken;
    check.text = error.what();
    check.advice = "Only 'play' and 'say' need one: libsdl2-2.0-0, and PipeWire, PulseAudio or ALSA.";
  }
  return check;
}

Check check_cache(const CacheArguments& arguments) {
  Check check{"cache", State::fine, {}, {}};
  const TakeCache::Options options = cache_options_of(arguments);
  TakeCache cache(options);
  if (const auto distrust = cache.distrust()) {
    check.state = State::optional;
    check.text = *distrust;
    check.advice = "Name another with --cache-dir, or trust it with --shared-cache.";
    return check;
  }
  const CacheStats stats = cache.stats();
  check.text = fmt::format("{}: {} takes, {:.1f} MB", options.directory, stats.takes, static_cast<double>(stats.bytes) / 1e6);
  if (stats.damaged_packs == 0) return check;
  check.state = State::optional;
  check.text += fmt::format(", {} damaged packs", stats.damaged_packs);
  check.advice = "'aloud cache prune' mends it; what is damaged is spoken anew.";
  return check;
}

Check check_settings() {
  Check check{"settings", State::fine, {}, {}};
  try {
    const StandingSettings standing = settings_finder(UseProject::yes).for_article("-");
    const std::string& project = standing.project_path;
    check.text = project.empty() && standing.own_path.empty() ? "no aloud.toml, no config.toml of your own"
                 : project.empty()                            ? standing.own_path
                 : standing.own_path.empty()                  ? project
                                                              : project + ", " + standing.own_path;
  } catch (const Error& error) {
    check.state = State::broken;
    check.text = error.what();
    check.advice = "'aloud config' shows which settings hold.";
  }
  return check;
}

bool is_in_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  const std::string directories = path == nullptr ? "" : path;
  for (std::size_t begin = 0; begin <= directories.size();) {
    const std::size_t end = std::min(directories.find(':', begin), directories.size());
    const std::string file = directories.substr(begin, end - begin) + '/' + program;
    if (end > begin && ::access(file.c_str(), X_OK) == 0) return true;
    begin = end + 1;
  }
  return false;
}

Check check_pandoc() {
  if (is_in_path("pandoc")) return {"pandoc", State::fine, "there: .docx, .odt, .rst and others are read through it", {}};
  return {"pandoc", State::optional, "not there: .docx, .odt, .rst and others cannot be read",
          "Install the package pandoc, if you have such."};
}

}  // namespace

int run_doctor(const DoctorArguments& arguments) {
  const std::vector<std::string> directories = voice_directories(arguments.voice.directories);
  print(fmt::format("{}\n", kSoftware));
  bool is_broken = false;
  const auto tell = [&](const Check& check) {
    print_check(check);
    is_broken = is_broken || check.state == State::broken;
  };
  tell(check_engine(directories));
  tell(check_voices(directories));
  tell(check_settings());
  tell(check_cache(arguments.cache));
  const Check device = check_device();
  print_check(device);
  print_check(check_pandoc());
  if (is_broken) return kFailed;
  return device.state == State::broken ? kNoDevice : kDone;
}

}  // namespace aloud::cli
