#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audio/loudness_target.h"
#include "engine/voice_parameters.h"
#include "script/speaking_policy.h"

namespace aloud {

/// The role that a stretch of the article plays; a profile may give each a voice of its own.
enum class Role { body, heading, quote, code, table, footnote, emphasis };
const char* to_string(Role role);

/// Silences between utterances, by what stands on both sides. Where several apply the longest wins.
struct Pauses {
  std::chrono::milliseconds start{0};          ///< before the first utterance
  std::chrono::milliseconds intro_after{600};  ///< between the intro and the first words
  std::chrono::milliseconds clause{60};        ///< between the parts of a sentence too long for one utterance
  std::chrono::milliseconds sentence{350};
  std::chrono::milliseconds paragraph{700};
  std::chrono::milliseconds title{1200};  ///< after the title
  std::chrono::milliseconds heading_before{1200};
  std::chrono::milliseconds heading_after{800};
  std::chrono::milliseconds cue_after{250};  ///< between a heading's cue and the heading
  std::chrono::milliseconds list_item{450};
  std::chrono::milliseconds quote{800};  ///< before and after a block quote
  std::chrono::milliseconds code{600};   ///< before and after a code block
  std::chrono::milliseconds table_cell{300};
  std::chrono::milliseconds table_row{500};
  std::chrono::milliseconds thematic_break{1500};
  std::chrono::milliseconds outro_before{800};
  std::chrono::milliseconds end{500};  ///< after the last sound
};

/// Which passages in other languages get the voice of their language.
enum class ForeignPassageChoice {
  detected,  ///< those that declare it (HTML lang), and those that clearly are in one
  declared,  ///< the former alone
};

/// "detected", "declared".
const char* to_string(ForeignPassageChoice choice);

/// Files of clips that are heard beside the speech. An empty one is none.
struct ClipPaths {
  std::string intro;        ///< before the first words
  std::string outro;        ///< after the last
  std::string heading_cue;  ///< before each heading, the title aside

  bool operator==(const ClipPaths&) const = default;
};

/// A voice as a person keeps it: voices/NAME.toml. docs/formats/voice-profile.md describes every key.
struct VoiceProfile {
  std::string name;  ///< file name without ".toml"
  std::string path;  ///< for messages
  std::string description;
  std::string language;                  ///< BCP 47
  std::vector<std::string> default_for;  ///< BCP 47 tags of the languages that it speaks when no voice is asked for
  std::vector<std::string> lexicons;     ///< paths as written, relative to the profile; later ones win
  ClipPaths clips;                       ///< as written, relative to the profile
  LoudnessTarget loudness;               ///< of the whole article, whichever of the voices speaks
  VoiceParameters voice;
  std::map<Role, VoiceParameters> roles;             ///< complete parameters: what a role leaves unsaid is the main voice's
  std::map<std::string, VoiceParameters> languages;  ///< by BCP 47 tag, for passages in another language
  std::map<std::string, VoiceParameters> named;      ///< of profiles that the article asks for by name; no part of the profile
  ForeignPassageChoice foreign_passages = ForeignPassageChoice::detected;
  Pauses pauses;
  SpeakingPolicy policy;
  bool of_project = false;  ///< it was found in ./voices, which may be a stranger's

  const VoiceParameters& voice_for(Role role) const;
};

/// Whether one of [languages] speaks the language `tag`, region aside.
bool has_voice_for(const VoiceProfile& profile, const std::string& tag);

/// Whether a voice of the profile runs a program.
bool runs_program(const VoiceProfile& profile);

/// Parses a profile. On failure (TOML syntax, an unknown key, a value out of range or of the wrong type) throws
/// Error{profile} with line, column and, for a misspelt key, the nearest known one: `unknown key "pich" (did you mean
/// "pitch"?)`.
VoiceProfile parse_voice_profile(std::string_view toml, const std::string& path);

/// The whole profile as TOML, every key written out: parsing it gives an equal profile. For `aloud voices --show`.
std::string dump_voice_profile(const VoiceProfile& profile);

/// Applies what a person said on the command line: option "speak" ("tables=skip"), "pause" ("sentence=500"), "rate", "pitch",
/// "range", "volume" or "word-gap" (a whole number), "loudness" ("ebu", "-18.5"). A whole number goes for the roles' and
/// languages' voices too, which keep their distance from the main voice. On failure throws Error{usage} that starts with the
/// option: `--speak tabels=skip: unknown …`.
void apply_override(VoiceProfile& profile, const std::string& option, const std::string& value);

/// Where profiles are looked for, first match wins: each of `extra`, $ALOUD_VOICES (colon-separated), ./voices,
/// $XDG_DATA_HOME/aloud/voices, share/aloud/voices of the prefix that the program is in, then of the one it was built for.
std::vector<std::string> voice_directories(const std::vector<std::string>& extra = {});

/// The same without `extra` and ./voices: for programs that are not started where the work is.
std::vector<std::string> standing_voice_directories();

/// Loads by name ("en-us") from the directories, or by path when `name` holds a '/' or ends in ".toml".
/// On failure throws Error{usage} naming near misses and how to list the voices, or Error{profile}.
/// Whether a profile is asked for by its path, and not by name: "./mine.toml", "voices/mine", "mine.toml".
bool is_profile_path(const std::string& name);
VoiceProfile load_voice_profile(const std::string& name, const std::vector<std::string>& directories);

/// Every profile in the directories, by name; a name found twice keeps the first. Profiles that do not parse throw.
std::vector<VoiceProfile> list_voice_profiles(const std::vector<std::string>& directories);

/// The name of the profile that serves `language` best ("de-AT" → "de", "en" → "en-us"), or nullopt. First of: the longest tag
/// in a profile's `default_for` that `language` is or begins with, among the user's own, then in each directory in turn; the
/// language of a profile that is, begins, or is begun by `language`; the first by name where several are as good.
std::optional<std::string> default_voice_for(const std::string& language, const std::vector<std::string>& directories);

}  // namespace aloud
