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

const VoiceParameters& VoiceProfile::voice_for(Role role) const {
  const auto own = roles.find(role);
  return own == roles.end() ? voice : own->second;
}

}  // namespace aloud
