#include "engine/command_engine.h"

#include <nlohmann/json.hpp>

#include "engine/engine_traits.h"
#include "util/error.h"

namespace aloud {
namespace {

bool takes_a_rate(const std::string& command) {
  for (const char* place : {"{rate}", "{speed}", "{length_scale}"}) {
    if (command.find(place) != std::string::npos) return true;
  }
  return false;
}

// Of the voice of a command the profile's language is kept in the place of a name.
std::string declared(const VoiceParameters& voice) { return voice.engine_voice; }

bool speaks_all(char32_t /*character*/) { return true; }

EngineTraits traits_with(bool rate) {
  EngineTraits traits = espeak_traits();
  traits.speaks = speaks_all;
  traits.language_of = declared;
  traits.spelling.phoneme_opening.clear();
  traits.honours = {.variant = false,
                    .rate = rate,
                    .pitch = false,
                    .range = false,
                    .volume = false,
                    .word_gap = false,
                    .pronunciations = false};
  traits.tells_words = false;
  return traits;
}

}  // namespace

std::string to_text(const CommandEngine& engine) {
  const nlohmann::json json = {{"run", engine.run},
                               {"raw", engine.output == CommandEngine::Output::raw},
                               {"sample_rate", engine.sample_rate},
                               {"identity", engine.identity},
                               {"version_command", engine.version_command},
                               {"deterministic", engine.deterministic},
                               {"time_limit", engine.time_limit.count()},
                               {"memory", engine.memory_mib},
                               {"at_once", engine.at_once}};
  return json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

CommandEngine command_engine_of(const std::string& text) {
  try {
    const nlohmann::json json = nlohmann::json::parse(text);
    CommandEngine engine;
    engine.run = json.at("run").get<std::vector<std::string>>();
    engine.output = json.at("raw").get<bool>() ? CommandEngine::Output::raw : CommandEngine::Output::wav;
    engine.sample_rate = json.at("sample_rate").get<int>();
    engine.identity = json.at("identity").get<std::vector<std::string>>();
    engine.version_command = json.at("version_command").get<std::vector<std::string>>();
    engine.deterministic = json.at("deterministic").get<bool>();
    engine.time_limit = std::chrono::seconds(json.at("time_limit").get<long>());
    engine.memory_mib = json.at("memory").get<int>();
    engine.at_once = json.at("at_once").get<int>();
    return engine;
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::synthesis, std::string("the engine's command is damaged: ") + error.what());
  }
}

const EngineTraits& command_traits(const std::string& command) {
  static const EngineTraits with_rate = traits_with(true);
  static const EngineTraits fixed = traits_with(false);
  return takes_a_rate(command) ? with_rate : fixed;
}

}  // namespace aloud
