#include "library/conversions.h"

#include <cmath>

#include "language/language_tag.h"
#include "script/voice_profile.h"
#include "util/error.h"
#include "util/suggest.h"
#include "util/user_directories.h"

namespace aloud::v0 {
namespace {

[[noreturn]] void refuse(const char* what, const std::string& name, const std::vector<std::string>& known) {
  throw Error(ErrorKind::usage, "unknown " + std::string(what) + " \"" + name + '"' + did_you_mean(name, known));
}

SpokenWord word_of(const TimelineWord& word) {
  return {word.written, word.spoken, range_of(word.source), word.begin.count, word.end.count};
}

}  // namespace

std::optional<DocumentFormat> document_format_of(Syntax syntax) {
  switch (syntax) {
    case Syntax::by_name:
      return std::nullopt;
    case Syntax::plain_text:
      return DocumentFormat::plain_text;
    case Syntax::markdown:
      return DocumentFormat::markdown;
    case Syntax::web_page:
      return DocumentFormat::html;
  }
  return std::nullopt;
}

VoiceChoice voice_choice_of(const VoiceOptions& options) {
  if (!options.language.empty() && !is_language_tag(options.language))
    throw Error(ErrorKind::usage, '"' + options.language + "\" is no language tag, such as en or de-AT");
  VoiceChoice choice;
  choice.name = options.name;
  choice.language = normal_language_tag(options.language);
  choice.detect = options.detect == DetectLanguage::yes;
  choice.lexicons = options.lexicons;
  choice.directories = options.directories.empty() ? standing_voice_directories() : options.directories;
  choice.adjust = [changes = options.changes](VoiceProfile& profile) {
    for (const auto& [key, value] : changes) apply_override(profile, key, value);
  };
  return choice;
}

std::unique_ptr<SynthesizerFactory> factory_of(const EngineOptions& options) {
  return make_engines(
      {.data_path = options.data, .program = options.program, .always_spawn = options.start == EngineStart::helper});
}

ReaderLimits reader_limits_of(const EngineOptions& options) {
  ReaderLimits limits;
  limits.program = options.program;
  return limits;
}

TakeCache::Options cache_options_of(const CacheOptions& options) {
  return {options.directory.empty() ? user_cache_directory() : options.directory, options.most_bytes};
}

AudioFormat audio_format_of(const std::string& name) {
  if (const auto format = format_by_name(name)) return *format;
  refuse("audio format", name, format_names());
}

TimelineKind timeline_kind_of(const std::string& name) {
  if (const auto kind = timeline_kind_by_name(name)) return *kind;
  refuse("timeline format", name, timeline_names());
}

aloud::Quality quality_of(const Quality& quality, AudioFormat format) {
  aloud::Quality inner;
  inner.vorbis_quality = static_cast<float>(quality.vorbis);
  inner.opus_bitrate = quality.opus_bitrate;
  inner.mp3_bitrate = quality.mp3_kbps;
  inner.flac_compression = quality.flac_compression;
  const auto sample_format = sample_format_by_name(quality.sample_format);
  if (!sample_format) refuse("sample format", quality.sample_format, {"16", "24", "float"});
  inner.sample_format = *sample_format;
  validate_quality(format, inner);
  return inner;
}

SpokenSentence sentence_of(const TimelineSentence& sentence) {
  SpokenSentence spoken{sentence.index,       sentence.block,     sentence.role,
                        sentence.written,     sentence.spoken,    range_of(sentence.source),
                        sentence.begin.count, sentence.end.count, {},
                        sentence.failure};
  for (const TimelineWord& word : sentence.words) spoken.words.push_back(word_of(word));
  return spoken;
}

RenderReport report_of(const aloud::RenderReport& report) {
  RenderReport told;
  told.title = report.title;
  told.voice = report.voice;
  told.language = report.language;
  told.sentences = report.sentences;
  told.words = report.words;
  told.failed_utterances = report.failed_utterances;
  told.reused_utterances = report.reused_takes;
  told.frames = report.duration.count;
  told.rate = static_cast<int>(report.rate.hertz);
  told.bytes = report.audio_bytes;
  told.integrated_lufs = report.loudness.integrated_lufs;
  if (report.loudness.true_peak > 0) told.true_peak_dbtp = 20 * std::log10(report.loudness.true_peak);
  told.unaccounted_bytes = report.coverage.unaccounted;
  for (std::size_t i = 0; i < report.findings.size(); ++i)
    told.findings.push_back({report.findings[i].code, report.findings[i].message, report.places[i]});
  return told;
}

}  // namespace aloud::v0
