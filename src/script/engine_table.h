#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/command_engine.h"
#include "engine/voice_parameters.h"
#include "script/toml_reader.h"

namespace aloud {

/// [engine] of a voice profile: which engine speaks and, of a program, how it is run.
struct EngineTable {
  EngineKind kind = EngineKind::espeak;
  CommandEngine command;  ///< of EngineKind::command
};

/// Reads the table. Paths in it are relative to the profile. On failure throws Error{profile} with the place.
EngineTable read_engine_table(const toml::table& table, const std::string& profile_path);

/// "espeak", "flite", "command"; else nullopt.
std::optional<EngineKind> engine_kind_by_name(std::string_view name);

/// The keys of [engine], for suggestions and for the check of the documentation.
const std::vector<std::string>& engine_keys();

/// The table as TOML, in keys that read_engine_table() takes.
std::string dump_engine_table(EngineKind kind, const std::string& command);

}  // namespace aloud
