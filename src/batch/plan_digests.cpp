#include "batch/plan_digests.h"

#include <unicode/uversion.h>

#include <array>
#include <filesystem>

#include "audio/take_codec.h"
#include "batch/source_digest.h"
#include "script/profile_schema.h"
#include "version.h"

namespace aloud {
namespace {

CacheKey key_of(const Lexicon& lexicon) {
  CacheKeyBuilder key;
  for (const LexiconEntry& entry : lexicon.entries) {
    key.add("grapheme", entry.grapheme).add("alias", entry.alias).add("phonemes", entry.phonemes);
    key.add("role", entry.role).add("language", entry.language);
  }
  return key.finish();
}

}  // namespace

std::string digest_of_program(const SynthesizerFactory& factory) {
  CacheKeyBuilder key;
  key.add("software", kSoftware).add("sources", source_digest()).add("engine", factory.version());
  for (const AudioFormat format : all_formats()) key.add(to_string(format), codec_version(format) + container_version(format));
  UVersionInfo version{};
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return to_hex(key.add("icu", text.data()).finish());
}

std::string versions_of_engines(const VoiceProfile& profile, const SynthesizerFactory& factory) {
  CacheKeyBuilder key;
  bool others = false;
  const auto add = [&](const VoiceParameters& voice) {
    if (voice.engine == EngineKind::espeak) return;
    others = true;
    key.add(to_string(voice.engine), factory.version_of(voice));
  };
  add(profile.voice);
  for (const auto& [role, voice] : profile.roles) add(voice);
  for (const auto& [tag, voice] : profile.languages) add(voice);
  for (const auto& [name, voice] : profile.named) add(voice);
  return others ? to_hex(key.finish()) : "";
}

std::string digest_of(const ArticleSettings& settings) {
  CacheKeyBuilder key;
  key.add("voice", settings.voice).add("language", settings.language);
  if (settings.dialects != DialectSet{}) key.add("dialects", std::to_string(settings.dialects.bits()));
  for (const auto& [option, value] : settings.overrides) key.add(option, value);
  for (const std::string& path : settings.lexicons) key.add("lexicon", path);
  for (const ClipKey& clip : clip_keys()) key.add(clip.name, settings.clips.*clip.member);
  if (settings.chapter_level) key.add("chapter_level", *settings.chapter_level);
  if (!settings.cover.empty()) key.add("cover", settings.cover);
  if (settings.page_audio == PageAudio::embed) key.add("page_audio", "embed");
  for (const AudioFormat format : settings.formats) key.add("format", to_string(format));
  for (const TimelineKind kind : settings.timelines) key.add("timeline", extension_of(kind));
  const Quality& quality = settings.quality;
  key.add("vorbis", std::to_string(quality.vorbis_quality)).add("opus", quality.opus_bitrate);
  key.add("flac", quality.flac_compression).add("mp3", quality.mp3_bitrate);
  key.add("sample_format", to_string(quality.sample_format));
  for (const auto& [code, level] : settings.finding_levels) key.add(code, static_cast<int>(level));
  return to_hex(key.finish());
}

std::string digest_of(const Reading& reading) {
  CacheKeyBuilder key;
  key.add("name", reading.profile.name).add("language", reading.language).add("profile", dump_voice_profile(reading.profile));
  return to_hex(key.finish());
}

std::string digest_of(const Clips& clips) {
  CacheKeyBuilder key;
  key.add("version", clip_version());
  for (const auto& clip : {clips.intro, clips.outro, clips.heading_cue}) {
    key.add("name", clip ? clip->name : "").add("sha256", clip ? clip->sha256 : "");  // the name stands in timelines
  }
  return to_hex(key.finish());
}

std::string digest_of_audio(const PlannedArticle& planned, const PlannedAudio& audio) {
  CacheKeyBuilder key;
  for (const auto& [name, digest] : planned.inputs) key.add(name, digest);
  key.add("file_name", std::filesystem::path(planned.article.path).filename().string());  // it stands in timelines
  key.add("format", to_string(audio.format));
  if (planned.settings->chapter_level) key.add("chapter_level", *planned.settings->chapter_level);
  switch (audio.format) {
    case AudioFormat::vorbis:
      key.add("quality",
              static_cast<int>(audio.quality.vorbis_quality * 1000 + (audio.quality.vorbis_quality < 0 ? -0.5F : 0.5F)));
      break;
    case AudioFormat::opus:
      key.add("quality", audio.quality.opus_bitrate);
      break;
    case AudioFormat::flac:
      key.add("quality", audio.quality.flac_compression);
      break;
    case AudioFormat::mp3:
      key.add("quality", audio.quality.mp3_bitrate);
      break;
    default:
      key.add("sample_format", to_string(audio.quality.sample_format));
  }
  for (const TimelineOutput& timeline : audio.timelines) key.add("timeline", extension_of(timeline.kind));
  if (planned.settings->page_audio == PageAudio::embed) key.add("page_audio", "embed");
  return to_hex(key.finish());
}

std::string LexiconDigests::of(const std::vector<std::shared_ptr<const Lexicon>>& lexicons) {
  CacheKeyBuilder key;
  for (const std::shared_ptr<const Lexicon>& lexicon : lexicons) {
    CacheKey& digest = digests_[lexicon];
    if (digest == CacheKey{}) digest = key_of(*lexicon);
    key.add("lexicon", to_hex(digest));
  }
  return to_hex(key.finish());
}

}  // namespace aloud
