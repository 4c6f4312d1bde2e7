#include <string>
#include <string_view>

#include "script/profile_schema.h"
#include "script/voice_profile.h"

namespace aloud {
namespace {

// A TOML 1.0 basic string.
std::string in_quotes(std::string_view text) {
  constexpr const char* kHex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += {kHex[byte >> 4U], kHex[byte & 15U]};
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string line(std::string_view key, const std::string& value) { return std::string(key) + " = " + value + '\n'; }

std::string parameters(const VoiceParameters& voice) {
  std::string out;
  for (const TextKey& key : text_keys()) out += line(key.name, in_quotes(voice.*key.member));
  for (const NumberKey& key : number_keys()) out += line(key.name, std::to_string(voice.*key.member));
  return out;
}

std::string list_of(const std::vector<std::string>& list) {
  std::string out = "[";
  for (const std::string& tag : list) out += (out.size() > 1 ? ", " : "") + in_quotes(tag);
  return out + ']';
}

}  // namespace

std::string dump_voice_profile(const VoiceProfile& profile) {
  std::string out = line("description", in_quotes(profile.description)) + line("language", in_quotes(profile.language)) +
                    line("default_for", list_of(profile.default_for)) + line("lexicons", list_of(profile.lexicons)) +
                    line("loudness", in_quotes(profile.loudness.name)) + parameters(profile.voice) +
                    line("foreign_passages", in_quotes(to_string(profile.foreign_passages)));
  for (const ClipKey& key : clip_keys()) {
    const std::string& path = profile.clips.*key.member;
    out += line(key.name, in_quotes(path.empty() ? kNoClip : path));
  }
  out += "\n[pauses]\n";
  for (const PauseKey& key : pause_keys()) out += line(key.name, std::to_string((profile.pauses.*key.member).count()));
  out += "\n[speak]\n";
  for (const PolicyKey& key : policy_keys()) out += line(key.name, in_quotes(to_string(profile.policy.*key.member)));
  for (const auto& [role, voice] : profile.roles) out += "\n[roles." + std::string(to_string(role)) + "]\n" + parameters(voice);
  for (const auto& [tag, voice] : profile.languages) out += "\n[languages." + tag + "]\n" + parameters(voice);
  return out;
}

}  // namespace aloud
