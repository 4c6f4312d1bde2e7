#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aloud/errors.h"

namespace aloud::v0 {

/// A voice profile: a file NAME.toml that says with which voice of the engine, how fast and with which pauses an article is
/// read, and what becomes of tables, code and links (docs/formats/voice-profile.md).
struct Voice {
  std::string name;         ///< file name without ".toml"
  std::string language;     ///< BCP 47
  std::string description;  ///< one line, English
  std::string path;         ///< of the file
};

/// Where profiles are looked for unless a call names directories, first match wins: each of $ALOUD_VOICES (separated by
/// colons); $XDG_DATA_HOME/aloud/voices, else ~/.local/share/aloud/voices; share/aloud/voices below the prefix that the
/// library, then the program, lies in, as far as it is there; the one below the prefix that the library was configured for. The
/// current directory is not among them: where it is depends on who started the program.
ALOUD_API std::vector<std::string> default_voice_directories();

/// Every profile in the directories (empty: default_voice_directories()), by name; a name found twice keeps the first.
/// On failure (a profile that does not parse) throws Error{profile} that names the file, line and column.
ALOUD_API std::vector<Voice> list_voices(const std::vector<std::string>& directories = {});

enum class DetectLanguage { no, yes };

/// Which voice reads an article. Usable as it is: then the article's own front matter decides, else its language.
struct VoiceOptions {
  /// A profile by name, or by path where it holds a '/' or ends in ".toml". Empty: the article's `voice`, else the default for
  /// its language, else en-us.
  std::string name;

  /// BCP 47 ("de", "en-GB"). Empty: the article's `lang`, else what its text is detected to be, else the profile's.
  std::string language;

  /// Whether the language, also of single passages, is told from the text where none is declared.
  DetectLanguage detect = DetectLanguage::yes;

  /// Where profiles are looked for. Empty: default_voice_directories().
  std::vector<std::string> directories;

  /// Paths of lexicons (PLS, or two columns): later ones win, and all of them over the article's and the profile's.
  std::vector<std::string> lexicons;

  /// Changes to the profile, in this order: {"rate", "200"} (words a minute, 80 to 449), {"pitch", "40"} and {"range", "60"} (0
  /// to 99), {"volume", "80"} (0 to 100), {"word-gap", "2"} (0 to 50, units of 10 ms), {"loudness", "-18.5"} (LUFS, or "ebu",
  /// "podcast-mono", "podcast-stereo", "acx", "none"), {"speak", "tables=skip"}, {"pause", "sentence=400"} (milliseconds).
  std::vector<std::pair<std::string, std::string>> changes;
};

}  // namespace aloud::v0
