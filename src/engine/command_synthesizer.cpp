#include "engine/command_synthesizer.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>

#include "engine/command_audio.h"
#include "engine/command_engine.h"
#include "engine/command_run.h"
#include "engine/resampled_speech.h"
#include "util/digest.h"
#include "util/error.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

constexpr double kUsualRate = 175;

std::string contents_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A directory of this user's alone, with what a program reads and writes; gone with the object.
class Workplace {
 public:
  Workplace() {
    const char* parent = std::getenv("TMPDIR");  // NOLINT(concurrency-mt-unsafe): nothing here sets variables
    std::string name = (fs::path(parent == nullptr || *parent == '\0' ? "/tmp" : parent) / "aloud-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw Error(ErrorKind::synthesis, "cannot make " + name + ": " + describe_errno(errno));
    directory_ = name;
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  ~Workplace() {
    std::error_code error;
    fs::remove_all(directory_, error);
  }

  std::string path_of(const char* name) const { return (fs::path(directory_) / name).string(); }

 private:
  std::string directory_;
};

void replace_all(std::string& text, std::string_view place, const std::string& value) {
  for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos; at += value.size())
    text.replace(at, place.size(), value);
}

bool mentions(const std::vector<std::string>& arguments, std::string_view place) {
  for (const std::string& argument : arguments) {
    if (argument.find(place) != std::string::npos) return true;
  }
  return false;
}

class CommandSynthesizer : public Synthesizer {
 public:
  explicit CommandSynthesizer(const VoiceParameters& voice) : engine_(command_engine_of(voice.command)), rate_(voice.rate) {}

  std::optional<OwnLimits> own_limits() const override {
    return OwnLimits{static_cast<unsigned>(engine_.at_once), engine_.time_limit};
  }

  Speech speak(std::string_view text) override {
    const CommandAudio audio = answer_to(text);
    require_speech(audio, text);
    Speech speech;
    speech.samples = audio.samples;
    speech.tells_words = false;
    return at_engine_rate(std::move(speech), audio.rate);
  }

 private:
  CommandAudio answer_to(std::string_view text) const {
    const Workplace workplace;
    const std::string text_file = workplace.path_of("text.txt");
    const std::string audio_file = workplace.path_of("speech.wav");
    const bool reads_file = mentions(engine_.run, "{text_file}");
    const bool writes_file = mentions(engine_.run, "{file}");
    if (reads_file) std::ofstream(text_file, std::ios::binary) << text << '\n';
    const bool on_input = !reads_file && !mentions(engine_.run, "{text}");
    CommandLimits limits;
    limits.time = engine_.time_limit;
    limits.memory = static_cast<std::size_t>(engine_.memory_mib) << 20U;
    const std::string input = on_input ? std::string(text) + '\n' : "";
    const CommandResult result = run_command(arguments_for(text, text_file, audio_file), input, limits);
    const std::string said = result.complaint.empty() ? "" : ": " + result.complaint;
    if (!result.failure.empty()) throw Error(ErrorKind::synthesis, program() + ' ' + result.failure + said);
    try {
      return audio_of(writes_file ? contents_of(audio_file) : result.output);
    } catch (const Error& error) {
      throw Error(ErrorKind::synthesis, error.message() + said);
    }
  }

  CommandAudio audio_of(const std::string& bytes) const {
    if (engine_.output == CommandEngine::Output::raw) return read_raw(bytes, SampleRate{engine_.sample_rate});
    CommandAudio audio = read_wav(bytes);
    if (engine_.sample_rate != 0 && audio.rate.hertz != engine_.sample_rate)
      throw Error(ErrorKind::synthesis, fmt::format("the program wrote audio at {} Hz, and its profile says {}",
                                                    audio.rate.hertz, engine_.sample_rate));
    return audio;
  }

  // The text last, so that no place in it is replaced.
  std::vector<std::string> arguments_for(std::string_view text, const std::string& text_file, const std::string& file) const {
    std::vector<std::string> arguments = engine_.run;
    for (std::string& argument : arguments) {
      replace_all(argument, "{rate}", std::to_string(rate_));
      replace_all(argument, "{speed}", fmt::format("{:.3f}", rate_ / kUsualRate));
      replace_all(argument, "{length_scale}", fmt::format("{:.3f}", kUsualRate / rate_));
      replace_all(argument, "{text_file}", text_file);
      replace_all(argument, "{file}", file);
      const bool option = argument == "{text}" && text.starts_with('-');  // for the program, if an article may begin so
      replace_all(argument, "{text}", (option ? " " : "") + std::string(text));
    }
    return arguments;
  }

  std::string program() const { return fs::path(engine_.run.front()).filename().string(); }

  CommandEngine engine_;
  int rate_;
};

}  // namespace

std::unique_ptr<Synthesizer> make_command_synthesizer(const VoiceParameters& voice) {
  return std::make_unique<CommandSynthesizer>(voice);
}

std::string command_version(const std::string& command) {
  static std::mutex mutex;
  static std::map<std::string, std::string> known;
  const std::lock_guard lock(mutex);
  std::string& version = known[command];
  if (!version.empty()) return version;
  const CommandEngine engine = command_engine_of(command);
  version = "command " + command;
  for (const std::string& path : engine.identity) {
    const std::optional<FileDigest> digest = digest_of_file(path);
    version += " file " + (digest ? digest->sha256 : "none");
  }
  if (engine.version_command.empty()) return version;
  const CommandResult printed = run_command(engine.version_command, "", {});
  return version += " says " + printed.output + printed.failure;
}

}  // namespace aloud
