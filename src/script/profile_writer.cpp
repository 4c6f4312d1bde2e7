#include <string>
#include <string_view>

#include "script/engine_table.h"
#include "script/profile_schema.h"
#include "script/toml_text.h"
#include "script/voice_profile.h"

namespace aloud {
namespace {

// Of the voice of a command, the profile's language stands in the place of a name, and is written there.
std::string parameters(const VoiceParameters& voice) {
  std::string out;
  for (const TextKey& key : text_keys())
    if (voice.engine != EngineKind::command || key.member != &VoiceParameters::engine_voice)
      out += toml_line(key.name, toml_string(voice.*key.member));
  for (const NumberKey& key : number_keys()) out += toml_line(key.name, std::to_string(voice.*key.member));
  return out;
}

// The voice of a role or a language, which may have another engine than the profile's.
std::string other_parameters(const VoiceParameters& voice, const VoiceProfile& profile) {
  const bool same = voice.engine == profile.voice.engine;
  return (same ? "" : toml_line("engine", toml_string(to_string(voice.engine)))) + parameters(voice);
}

}  // namespace

std::string dump_voice_profile(const VoiceProfile& profile) {
  std::string out =
      toml_line("description", toml_string(profile.description)) + toml_line("language", toml_string(profile.language)) +
      toml_line("default_for", toml_list(profile.default_for)) + toml_line("lexicons", toml_list(profile.lexicons)) +
      toml_line("loudness", toml_string(profile.loudness.name)) + parameters(profile.voice) +
      toml_line("foreign_passages", toml_string(to_string(profile.foreign_passages)));
  for (const ClipKey& key : clip_keys()) {
    const std::string& path = profile.clips.*key.member;
    out += toml_line(key.name, toml_string(path.empty() ? kNoClip : path));
  }
  if (profile.voice.engine != EngineKind::espeak) out += dump_engine_table(profile.voice.engine, profile.voice.command);
  out += "\n[pauses]\n";
  for (const PauseKey& key : pause_keys()) out += toml_line(key.name, std::to_string((profile.pauses.*key.member).count()));
  out += "\n[speak]\n";
  for (const PolicyKey& key : policy_keys()) out += toml_line(key.name, toml_string(to_string(profile.policy.*key.member)));
  for (const auto& [role, voice] : profile.roles)
    out += "\n[roles." + std::string(to_string(role)) + "]\n" + other_parameters(voice, profile);
  for (const auto& [tag, voice] : profile.languages) out += "\n[languages." + tag + "]\n" + other_parameters(voice, profile);
  return out;
}

}  // namespace aloud
