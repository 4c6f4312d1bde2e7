#include "batch/settings.h"

#include <algorithm>

#include "batch/glob.h"
#include "script/profile_schema.h"

namespace aloud {

bool ArticleSettings::names_lexicon(const std::string& path) const {
  return std::find(lexicons.begin(), lexicons.end(), path) != lexicons.end() ||
         std::find(forced_lexicons.begin(), forced_lexicons.end(), path) != forced_lexicons.end();
}

void SettingsPatch::apply_to(ArticleSettings& settings) const {
  if (voice) settings.voice = *voice;
  if (language) settings.language = *language;
  settings.overrides.insert(settings.overrides.end(), overrides.begin(), overrides.end());
  settings.lexicons.insert(settings.lexicons.end(), lexicons.begin(), lexicons.end());
  for (const ClipKey& key : clip_keys()) {
    if (!(clips.*key.member).empty()) settings.clips.*key.member = clips.*key.member;
  }
  if (dialects) settings.dialects = *dialects;
  if (formats) settings.formats = *formats;
  if (timelines) settings.timelines = *timelines;
  if (vorbis_quality) settings.quality.vorbis_quality = *vorbis_quality;
  if (opus_bitrate) settings.quality.opus_bitrate = *opus_bitrate;
  if (flac_compression) settings.quality.flac_compression = *flac_compression;
  if (mp3_bitrate) settings.quality.mp3_bitrate = *mp3_bitrate;
  if (chapter_level) settings.chapter_level = *chapter_level;
  if (!cover.empty()) settings.cover = cover;
  if (page_audio) settings.page_audio = *page_audio;
  if (sample_format) settings.quality.sample_format = *sample_format;
  for (const auto& [code, level] : finding_levels) settings.finding_levels[code] = level;
}

void SettingsPatch::lay_over(SettingsPatch& other) const {
  if (voice) other.voice = voice;
  if (language) other.language = language;
  if (dialects) other.dialects = dialects;
  other.overrides.insert(other.overrides.end(), overrides.begin(), overrides.end());
  other.lexicons.insert(other.lexicons.end(), lexicons.begin(), lexicons.end());
  for (const ClipKey& key : clip_keys()) {
    if (!(clips.*key.member).empty()) other.clips.*key.member = clips.*key.member;
  }
  for (const auto& [code, level] : finding_levels) other.finding_levels[code] = level;
}

ArticleSettings SettingsTable::for_article(const std::string& name) const {
  ArticleSettings settings;
  project.apply_to(settings);
  for (const SettingsRule& rule : rules) {
    if (glob_matches(rule.match, name)) rule.patch.apply_to(settings);
  }
  const std::size_t own = settings.lexicons.size();
  forced.apply_to(settings);
  settings.lexicons.resize(own);
  settings.forced_lexicons = forced.lexicons;
  settings.voice_forced = forced.voice.has_value();
  settings.language_forced = forced.language.has_value();
  settings.allow_commands = forced.allow_commands;
  return settings;
}

}  // namespace aloud
