#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output_plan.h"
#include "cli/print.h"
#include "cli/voice_choice.h"
#include "engine/flite_synthesizer.h"
#include "render/render.h"
#include "util/error.h"
#include "util/utf8.h"
#include "util/white_space.h"

namespace aloud::cli {
namespace {

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return text + std::string(width > taken ? width - taken : 0, ' ');
}

// What a person has to do before the voice speaks.
std::string missing_engine(const VoiceProfile& profile) {
  if (runs_program(profile)) return " [runs a program]";
  const bool flite = profile.voice.engine == EngineKind::flite;
  return flite && !has_flite_voice(profile.voice.engine_voice) ? " [needs the package libflite1]" : "";
}

void list(const std::vector<VoiceProfile>& profiles) {
  std::size_t names = 0;
  std::size_t languages = 0;
  for (const VoiceProfile& profile : profiles) {
    names = std::max(names, display_width(profile.name));
    languages = std::max(languages, display_width(profile.language));
  }
  for (const VoiceProfile& profile : profiles) {
    print(fmt::format("{}  {}  {}{}\n", padded(profile.name, names), padded(profile.language, languages), profile.description,
                      missing_engine(profile)));
  }
}

void list_json(const std::vector<VoiceProfile>& profiles) {
  nlohmann::ordered_json voices = nlohmann::ordered_json::array();
  for (const VoiceProfile& profile : profiles) {
    voices.push_back({{"name", profile.name},
                      {"language", profile.language},
                      {"description", profile.description},
                      {"engine", to_string(profile.voice.engine)},
                      {"engine_voice", profile.voice.engine_voice},
                      {"variant", profile.voice.variant},
                      {"rate", profile.voice.rate},
                      {"path", profile.path}});
  }
  print_json(nlohmann::ordered_json{{"voices", voices}}.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
}

void list_engine_voices() {
  for (const EngineVoice& voice : list_espeak_voices()) {
    print(fmt::format("{}  {}  {}\n", padded(voice.identifier, 24), padded(voice.language, 12), voice.name));
  }
  for (const FliteVoice& voice : flite_voices()) {
    if (has_flite_voice(voice.name))
      print(fmt::format("{}  {}  Flite: {}\n", padded(voice.name, 24), padded("en-us", 12), voice.description));
  }
}

int say(const VoicesArguments& arguments) {
  if (fold_white_space(*arguments.say).empty()) throw Error(ErrorKind::usage, "--say: no words");
  if (arguments.output.empty()) {
    SayArguments aloud;
    aloud.words = {*arguments.say};
    aloud.voice = arguments.voice;
    return run_say(aloud);
  }
  RenderRequest request;
  request.voice = voice_choice_without_clips(arguments.voice);
  request.output = arguments.output;
  request.format = choose_format(arguments.format, arguments.output);
  const Document document = read_document(SourceText::decode("--say", *arguments.say), DocumentFormat::plain_text);
  render(document, request, *make_engines());
  return kDone;
}

}  // namespace

int run_voices(const VoicesArguments& arguments) {
  const std::vector<std::string> directories = voice_directories(arguments.voice.directories);
  if (arguments.say) return say(arguments);
  if (!arguments.show.empty()) {
    print(dump_voice_profile(load_voice_profile(arguments.show, directories)));
  } else if (arguments.engine) {
    list_engine_voices();
  } else {
    const std::vector<VoiceProfile> profiles = list_voice_profiles(directories);
    if (profiles.empty())
      throw Error(ErrorKind::profile,
                  fmt::format("no voice profiles in {}: name their directory with --voices-dir", fmt::join(directories, ", ")));
    if (arguments.names) {
      for (const VoiceProfile& profile : profiles) print(profile.name + '\n');
    } else {
      arguments.json ? list_json(profiles) : list(profiles);
    }
  }
  return kDone;
}

}  // namespace aloud::cli
