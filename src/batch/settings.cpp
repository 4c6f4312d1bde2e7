#include "batch/settings.h"

#include "batch/glob.h"

namespace aloud {

void SettingsPatch::apply_to(ArticleSettings& settings) const {
  if (voice) settings.voice = *voice;
  if (language) settings.language = *language;
  settings.overrides.insert(settings.overrides.end(), overrides.begin(), overrides.end());
  if (formats) settings.formats = *formats;
  if (timelines) settings.timelines = *timelines;
  if (vorbis_quality) settings.quality.vorbis_quality = *vorbis_quality;
  if (opus_bitrate) settings.quality.opus_bitrate = *opus_bitrate;
  if (flac_compression) settings.quality.flac_compression = *flac_compression;
  if (mp3_bitrate) settings.quality.mp3_bitrate = *mp3_bitrate;
}

ArticleSettings SettingsTable::for_article(const std::string& name) const {
  ArticleSettings settings;
  project.apply_to(settings);
  for (const SettingsRule& rule : rules) {
    if (glob_matches(rule.match, name)) rule.patch.apply_to(settings);
  }
  forced.apply_to(settings);
  settings.voice_forced = forced.voice.has_value();
  settings.language_forced = forced.language.has_value();
  return settings;
}

}  // namespace aloud
