#include "script/voice_profile.h"

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

const VoiceParameters& VoiceProfile::voice_for(Role role) const {
  const auto own = roles.find(role);
  return own == roles.end() ? voice : own->second;
}

}  // namespace aloud
