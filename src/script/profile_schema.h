#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "script/speaking_policy.h"
#include "script/voice_profile.h"

namespace aloud {

// The keys of a voice profile, in one place: parsing, ranges, printing, command-line overrides and the check of
// docs/formats/voice-profile.md all go by these tables.

/// A whole number of VoiceParameters.
struct NumberKey {
  const char* name;
  const char* unit;
  int VoiceParameters::*member;
  int least;
  int most;
};

/// A text of VoiceParameters.
struct TextKey {
  const char* name;
  std::string VoiceParameters::*member;
};

/// A clip that a profile may name.
struct ClipKey {
  const char* name;
  std::string ClipPaths::*member;
};

/// What stands for no clip, in files and on the command line.
inline constexpr const char* kNoClip = "none";

/// A key of [pauses], in ms.
struct PauseKey {
  const char* name;
  std::chrono::milliseconds Pauses::*member;
};

/// A key of [speak] and the treatments that it offers besides `speak`.
struct PolicyKey {
  const char* name;
  Treatment SpeakingPolicy::*member;
  bool summarise;
  bool skip;
};

/// The longest pause that a profile may ask for: a minute is a mistake already.
inline constexpr std::chrono::milliseconds kLongestPause{60000};

const std::vector<NumberKey>& number_keys();
const std::vector<TextKey>& text_keys();
const std::vector<ClipKey>& clip_keys();
const std::vector<PauseKey>& pause_keys();
const std::vector<PolicyKey>& policy_keys();

/// Roles that may have a table below [roles]: all but body, which is the main voice.
const std::vector<Role>& voiced_roles();

bool offers(const PolicyKey& key, Treatment treatment);

/// `"speak", "summarise" or "skip"`, or the part of it that the key offers.
std::string offered_treatments(const PolicyKey& key);

const char* to_string(Treatment treatment);

/// "speak", "summarise" (or "summarize"), "skip"; else nullopt.
std::optional<Treatment> treatment_by_name(std::string_view name);

/// Why `text` cannot be the named key's value ("engine_voice", "variant"), or nothing: names of files in eSpeak NG's data
/// folder must not lead out of it, and MBROLA voices leave the engine on a broken voice; Flite has few voices, and a program
/// none.
std::optional<std::string> objection_to_text(std::string_view key, std::string_view text,
                                             EngineKind engine = EngineKind::espeak);

}  // namespace aloud
