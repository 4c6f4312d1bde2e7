#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audio/audio_format.h"
#include "document/markdown/dialect.h"
#include "publish/page.h"
#include "script/voice_profile.h"
#include "timeline/timeline.h"
#include "util/findings.h"

namespace aloud {

/// What to do with an article, before it has been read: the front matter's own `voice` and `lang` win over `voice` and
/// `language` here, unless these are forced (the command line's are).
struct ArticleSettings {
  std::string voice;     ///< profile by name or path; empty: by language
  std::string language;  ///< BCP 47; empty: the profile's
  bool voice_forced = false, language_forced = false;
  bool allow_commands = false;                                 ///< as VoiceChoice::allow_commands
  std::vector<std::pair<std::string, std::string>> overrides;  ///< as apply_override() takes them
  std::vector<AudioFormat> formats = {AudioFormat::vorbis};
  std::vector<TimelineKind> timelines;
  Quality quality;
  DialectSet dialects;                       ///< of Markdown
  std::vector<std::string> lexicons;         ///< the project's; later ones win, and an article's own win over them
  std::vector<std::string> forced_lexicons;  ///< win over all others

  ClipPaths clips;  ///< as VoiceChoice::clips
  FindingLevels finding_levels;

  std::optional<int> chapter_level;  ///< as RenderRequest::chapter_level
  std::string cover;                 ///< as RenderRequest::cover
  PageAudio page_audio = PageAudio::link;

  bool names_lexicon(const std::string& path) const;
};

/// Some settings, to be laid over others.
struct SettingsPatch {
  std::optional<std::string> voice, language;
  bool allow_commands = false;                                 ///< said on the command line alone
  std::vector<std::pair<std::string, std::string>> overrides;  ///< come after those that are there
  std::vector<std::string> lexicons;                           ///< paths; likewise
  ClipPaths clips;                                             ///< empty: nothing is said of it
  std::optional<std::vector<AudioFormat>> formats;
  std::optional<std::vector<TimelineKind>> timelines;
  std::optional<DialectSet> dialects;
  std::optional<float> vorbis_quality;
  std::optional<int> opus_bitrate, flac_compression, mp3_bitrate;
  std::optional<SampleFormat> sample_format;
  FindingLevels finding_levels;  ///< win over those that are there, code by code
  std::optional<int> chapter_level;
  std::string cover;  ///< empty: nothing is said of it
  std::optional<PageAudio> page_audio;

  void apply_to(ArticleSettings& settings) const;

  /// Adds this to what another patch says, and wins over it. Of what changes how articles sound; formats, timelines and
  /// quality of the other stay.
  void lay_over(SettingsPatch& other) const;
};

/// Settings for the articles whose name matches a pattern.
struct SettingsRule {
  std::string match;
  SettingsPatch patch;
};

/// The settings of all articles: what applies to each is laid over the defaults, the project's first, then the rules in their
/// order, then what was said on the command line.
struct SettingsTable {
  SettingsPatch project;
  std::vector<SettingsRule> rules;
  SettingsPatch forced;

  ArticleSettings for_article(const std::string& name) const;
};

}  // namespace aloud
