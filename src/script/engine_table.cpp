#include "script/engine_table.h"

#include <algorithm>
#include <filesystem>

#include "script/toml_text.h"
#include "util/suggest.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

constexpr int kLeastRate = 8000, kMostRate = 192000, kMostMemory = 1 << 20;  // Hz; MiB

class Reader : TomlReader {
 public:
  explicit Reader(const std::string& path) : TomlReader(path), directory_(fs::path(path).parent_path()) {}

  EngineTable read(const toml::table& table) {
    for (const auto& [key, node] : entries_of(table)) {
      if (key->str() == "kind") read_kind(*key, *node);
    }
    for (const auto& [key, node] : entries_of(table)) {
      if (std::ranges::find(engine_keys(), key->str()) == engine_keys().end()) unknown_key(*key, "engine", engine_keys());
      if (key->str() == "kind") continue;
      if (engine_.kind != EngineKind::command) fail(key->source(), in_quotes(key->str()) + " is for kind = \"command\" alone");
      read_key(*key, *node);
    }
    if (engine_.kind == EngineKind::command) require_whole(table);
    return engine_;
  }

 private:
  void read_kind(const toml::key& key, const toml::node& node) {
    const std::string name = text_at(key, node);
    const auto kind = engine_kind_by_name(name);
    if (!kind)
      fail(node.source(), "\"kind\" must be \"espeak\", \"flite\" or \"command\", not " + in_quotes(name) +
                              did_you_mean(name, {"espeak", "flite", "command"}));
    engine_.kind = *kind;
  }

  void read_key(const toml::key& key, const toml::node& node) {
    CommandEngine& command = engine_.command;
    const std::string_view name = key.str();
    if (name == "run") command.run = program_at(key, node);
    if (name == "version_command") command.version_command = program_at(key, node);
    if (name == "identity") command.identity = paths_at(key, node);
    if (name == "output") read_output(key, node);
    if (name == "deterministic") read_deterministic(key, node);
    if (name == "sample_rate") command.sample_rate = number_at(key, node, kLeastRate, kMostRate, "Hz");
    if (name == "memory") command.memory_mib = number_at(key, node, 1, kMostMemory, "MiB");
    if (name == "at_once") command.at_once = number_at(key, node, 1, kMostCommandsAtOnce, "processes");
    if (name == "time_limit")
      command.time_limit =
          std::chrono::seconds(number_at(key, node, 1, static_cast<int>(kLongestCommandTime.count()), "seconds"));
  }

  int number_at(const toml::key& key, const toml::node& node, int least, int most, const std::string& unit) const {
    const auto number = node.value_exact<std::int64_t>();
    if (!number) wrong_type(key, node, "a whole number");
    if (*number < least || *number > most)
      fail(node.source(), in_quotes(key.str()) + " must be between " + std::to_string(least) + " and " + std::to_string(most) +
                              " (" + unit + "), not " + std::to_string(*number));
    return static_cast<int>(*number);
  }

  void read_output(const toml::key& key, const toml::node& node) {
    const std::string name = text_at(key, node);
    if (name != "wav" && name != "raw") fail(node.source(), "\"output\" must be \"wav\" or \"raw\", not " + in_quotes(name));
    engine_.command.output = name == "raw" ? CommandEngine::Output::raw : CommandEngine::Output::wav;
  }

  void read_deterministic(const toml::key& key, const toml::node& node) {
    const auto value = node.value_exact<bool>();
    if (!value) wrong_type(key, node, "true or false");
    engine_.command.deterministic = *value;
  }

  std::vector<std::string> texts_at(const toml::key& key, const toml::node& node) const {
    const toml::array* array = node.as_array();
    if (array == nullptr) wrong_type(key, node, "an array of strings");
    std::vector<std::string> texts;
    for (const toml::node& one : *array) {
      texts.push_back(text_at(key, one));
      if (texts.back().find('\0') != std::string::npos) fail(one.source(), in_quotes(key.str()) + " has a zero byte in it");
    }
    return texts;
  }

  std::string from_profile(const std::string& path) const {
    return fs::absolute(directory_ / path).lexically_normal().string();
  }

  // A program with a '/' is a path, as in a shell; "{profile}" in any argument is the directory that the profile lies in.
  std::vector<std::string> program_at(const toml::key& key, const toml::node& node) const {
    std::vector<std::string> program = texts_at(key, node);
    if (program.empty() || program.front().empty()) fail(node.source(), in_quotes(key.str()) + " names no program");
    constexpr std::string_view kPlace = "{profile}";
    const std::string directory = fs::absolute(directory_.empty() ? "." : directory_).lexically_normal().string();
    for (std::string& argument : program) {
      for (std::size_t at = 0; (at = argument.find(kPlace, at)) != std::string::npos; at += directory.size())
        argument.replace(at, kPlace.size(), directory);
    }
    if (program.front().find('/') != std::string::npos) program.front() = from_profile(program.front());
    return program;
  }

  std::vector<std::string> paths_at(const toml::key& key, const toml::node& node) const {
    std::vector<std::string> paths = texts_at(key, node);
    for (std::string& path : paths) path = from_profile(path);
    return paths;
  }

  void require_whole(const toml::table& table) const {
    const CommandEngine& command = engine_.command;
    if (command.run.empty())
      fail(table.source(), "[engine] needs \"run\", such as run = [\"espeak-ng\", \"--stdin\", \"--stdout\"]");
    if (command.output == CommandEngine::Output::raw && command.sample_rate == 0)
      fail(table.source(), "[engine] needs \"sample_rate\": raw audio does not tell its own");
  }

  fs::path directory_;
  EngineTable engine_;
};

}  // namespace

EngineTable read_engine_table(const toml::table& table, const std::string& profile_path) {
  return Reader(profile_path).read(table);
}

std::optional<EngineKind> engine_kind_by_name(std::string_view name) {
  for (const EngineKind kind : {EngineKind::espeak, EngineKind::flite, EngineKind::command}) {
    if (name == to_string(kind)) return kind;
  }
  return std::nullopt;
}

const std::vector<std::string>& engine_keys() {
  static const std::vector<std::string> keys = {
      "kind",       "run",    "output",  "sample_rate",  "identity", "version_command",
      "time_limit", "memory", "at_once", "deterministic"};
  return keys;
}

std::string dump_engine_table(EngineKind kind, const std::string& command) {
  std::string out = "\n[engine]\n" + toml_line("kind", toml_string(to_string(kind)));
  if (kind != EngineKind::command) return out;
  const CommandEngine engine = command_engine_of(command);
  out += toml_line("run", toml_list(engine.run));
  out += toml_line("output", toml_string(engine.output == CommandEngine::Output::raw ? "raw" : "wav"));
  if (engine.sample_rate != 0) out += toml_line("sample_rate", std::to_string(engine.sample_rate));
  out += toml_line("identity", toml_list(engine.identity));
  if (!engine.version_command.empty()) out += toml_line("version_command", toml_list(engine.version_command));
  out += toml_line("time_limit", std::to_string(engine.time_limit.count()));
  out += toml_line("memory", std::to_string(engine.memory_mib));
  out += toml_line("at_once", std::to_string(engine.at_once));
  return out + toml_line("deterministic", engine.deterministic ? "true" : "false");
}

}  // namespace aloud
