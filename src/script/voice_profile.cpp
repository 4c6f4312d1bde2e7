#include "script/voice_profile.h"

#include <algorithm>

#include "language/language_tag.h"

namespace aloud {

const char* to_string(Role role) {
  switch (role) {
    case Role::body:
      return "body";
    case Role::heading:
      return "heading";
    case Role::quote:
      return "quote";
    case Role::code:
      return "code";
    case Role::table:
      return "table";
    case Role::footnote:
      return "footnote";
    case Role::emphasis:
      return "emphasis";
  }
  return "";
}

const char* to_string(ForeignPassageChoice choice) {
  return choice == ForeignPassageChoice::detected ? "detected" : "declared";
}

bool has_voice_for(const VoiceProfile& profile, const std::string& tag) {
  const std::string language = language_subtag(tag);
  return std::any_of(profile.languages.begin(), profile.languages.end(),
                     [&](const auto& entry) { return language_subtag(entry.first) == language; });
}

bool runs_program(const VoiceProfile& profile) {
  const auto is_program = [](const auto& entry) { return entry.second.engine == EngineKind::command; };
  return profile.voice.engine == EngineKind::command || std::ranges::any_of(profile.roles, is_program) ||
         std::ranges::any_of(profile.languages, is_program);
}

const VoiceParameters& VoiceProfile::voice_for(Role role) const {
  const auto own = roles.find(role);
  return own == roles.end() ? voice : own->second;
}

}  // namespace aloud
