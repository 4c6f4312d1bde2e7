#include "cache/take_store.h"

#include <fmt/format.h>
#include <soxr.h>

#include <cstring>
#include <sstream>
#include <vector>

#include "audio/take_codec.h"
#include "process/marked_text.h"

namespace aloud {
namespace {

/// Raised whenever takes made from equal inputs would differ from those made before: trimming, word timing, this layout.
constexpr int kTakeVersion = 2;

/// A take as it is stored, little-endian: length, speech_begin, speech_end and the count of words, 8 bytes each; begin and
/// end of each word, 8 bytes each; the record of the codec.
class Writer {
 public:
  void number(std::int64_t value) {
    for (int shift = 0; shift < 64; shift += 8) bytes_.push_back(static_cast<std::byte>(value >> shift));
  }
  void append(const std::vector<std::byte>& bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  const std::vector<std::byte>& bytes() const { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
};

class Reader {
 public:
  explicit Reader(const std::vector<std::byte>& bytes) : bytes_(bytes) {}
  std::size_t left() const { return bytes_.size() - at_; }

  // Requires: left() >= 8.
  std::int64_t number() {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i) value |= std::to_integer<std::uint64_t>(bytes_[at_ + i]) << (8 * i);
    at_ += 8;
    return static_cast<std::int64_t>(value);
  }
  std::vector<std::byte> rest() const { return {bytes_.begin() + static_cast<std::ptrdiff_t>(at_), bytes_.end()}; }

 private:
  const std::vector<std::byte>& bytes_;
  std::size_t at_ = 0;
};

std::vector<std::byte> written(const Take& take) {
  Writer writer;
  writer.number(take.audio.length.count);
  writer.number(take.audio.speech_begin.count);
  writer.number(take.audio.speech_end.count);
  writer.number(static_cast<std::int64_t>(take.words.size()));
  for (const WordTime& word : take.words) {
    writer.number(word.begin.count);
    writer.number(word.end.count);
  }
  writer.append(take.audio.bytes);
  return writer.bytes();
}

bool is_plausible(const Take& take) {
  const EncodedTake& audio = take.audio;
  if (audio.speech_begin < Frames{0} || audio.speech_end < audio.speech_begin || audio.length < audio.speech_end) return false;
  for (const WordTime& word : take.words) {
    if (word.begin < Frames{0} || word.end < word.begin || audio.length < word.end) return false;
  }
  return true;
}

// nullopt for anything that this program would not have written.
std::optional<Take> read_take(const std::vector<std::byte>& bytes, std::size_t words) {
  Reader reader(bytes);
  if (reader.left() < 32) return std::nullopt;
  Take take;
  take.audio.length = {reader.number()};
  take.audio.speech_begin = {reader.number()};
  take.audio.speech_end = {reader.number()};
  if (reader.number() != static_cast<std::int64_t>(words) || reader.left() < words * 16) return std::nullopt;
  for (std::size_t i = 0; i < words; ++i) {
    const Frames begin{reader.number()};
    take.words.push_back({begin, Frames{reader.number()}});
  }
  take.audio.bytes = reader.rest();
  if (!is_plausible(take)) return std::nullopt;
  return take;
}

void add_quality(CacheKeyBuilder& key, AudioFormat format, const Quality& quality) {
  switch (format) {
    case AudioFormat::vorbis:
      key.add("vorbis_quality_milli",
              static_cast<int>(quality.vorbis_quality * 1000 + (quality.vorbis_quality < 0 ? -0.5F : 0.5F)));
      break;
    case AudioFormat::opus:
      key.add("opus_bitrate", quality.opus_bitrate);
      break;
    case AudioFormat::flac:
      key.add("flac_compression", quality.flac_compression);
      break;
    case AudioFormat::wav:
      if (quality.sample_format != SampleFormat::pcm16) key.add("sample_format", to_string(quality.sample_format));
      break;
    default:
      break;  // the samples in 16 bit
  }
}

// Where the words are decides what the word times mean.
std::string word_places(const std::vector<Word>& words) {
  std::string places;
  for (const Word& word : words) places += std::to_string(word.spoken.begin) + '-' + std::to_string(word.spoken.end) + ' ';
  return places;
}

}  // namespace

TakeStore::TakeStore(TakeCache& cache, AudioFormat format, const Quality& quality, std::string engine_version,
                     VersionOf version_of)
    : cache_(cache),
      format_(take_format_of(format)),
      quality_(quality),
      engine_version_(std::move(engine_version)),
      version_of_(std::move(version_of)),
      codec_version_(codec_version(format)) {}

void TakeStore::add_clip_recipe(const Utterance& utterance, CacheKeyBuilder& key) const {
  const Level& level = utterance.voice.level;
  key.add("take_version", kTakeVersion)
      .add("clip", clip_version())
      .add("codec", codec_version_)
      .add("format", to_string(format_))
      .add("gain_db", fmt::format("{}", level.gain_db))
      .add("ceiling_dbtp", level.ceiling_dbtp ? fmt::format("{}", *level.ceiling_dbtp) : "none")
      .add("sha256", utterance.clip->sha256);
  add_quality(key, format_, quality_);
}

void TakeStore::add_recipe(const Utterance& utterance, CacheKeyBuilder& key) const {
  if (utterance.clip) return add_clip_recipe(utterance, key);
  const VoiceParameters& voice = utterance.voice;
  const bool espeak = voice.engine == EngineKind::espeak;
  key.add("take_version", kTakeVersion)
      .add("engine", espeak || !version_of_ ? engine_version_ : version_of_(voice))
      .add("codec", codec_version_)
      .add("format", to_string(format_))
      .add("voice", voice.engine_voice)
      .add("variant", voice.variant)
      .add("rate", voice.rate)
      .add("pitch", voice.pitch)
      .add("range", voice.range)
      .add("volume", voice.volume)
      .add("word_gap", voice.word_gap)
      .add("gain_db", fmt::format("{}", voice.level.gain_db))
      .add("ceiling_dbtp", voice.level.ceiling_dbtp ? fmt::format("{}", *voice.level.ceiling_dbtp) : "none")
      .add("words", word_places(utterance.words))
      .add("text", marked_text(utterance).text);
  // Of eSpeak NG nothing is added, so that takes of before there was another engine are found.
  if (!espeak) key.add("kind", to_string(voice.engine)).add("command", voice.command).add("resampler", soxr_version());
  add_quality(key, format_, quality_);
}

CacheKey TakeStore::text_key(const Utterance& utterance) const {
  CacheKeyBuilder key;
  if (utterance.clip) return key.add("recipe_of_clip", utterance.clip->sha256).finish();
  return key.add("recipe_of_text", utterance.text.text()).finish();
}

std::optional<Take> TakeStore::recall(const Utterance& utterance) {
  CacheKeyBuilder builder;
  add_recipe(utterance, builder);
  const CacheKey key = builder.finish();
  std::optional<Take> take;
  if (const auto bytes = cache_.find(key)) take = read_take(*bytes, utterance.words.size());
  if (!utterance.clip) ++(take ? counts_.hits : counts_.misses);
  if (on_decision_) report(utterance, key, builder.recipe(), take.has_value());
  return take;
}

void TakeStore::keep(const Utterance& utterance, const Take& take) {
  if (take.failure || take.simplified || !all_heard(take)) return;
  CacheKeyBuilder builder;
  add_recipe(utterance, builder);
  cache_.store(builder.finish(), written(take));
  const std::string& recipe = builder.recipe();
  cache_.store(text_key(utterance), std::as_bytes(std::span(recipe.data(), recipe.size())));
}

void TakeStore::report(const Utterance& utterance, const CacheKey& key, const std::string& recipe, bool hit) {
  const std::string text = utterance.clip ? "clip " + utterance.clip->name : utterance.text.text();
  on_decision_({utterance.index, text, hit, to_hex(key), hit ? "in the cache" : what_changed(utterance, recipe)});
}

// The first line that differs between the recipe that this text had when it was last made and the one it has now.
std::string TakeStore::what_changed(const Utterance& utterance, const std::string& recipe) {
  const auto bytes = cache_.find(text_key(utterance));
  if (!bytes) return utterance.clip ? "clip not seen before" : "text not seen before";
  const std::string before(reinterpret_cast<const char*>(bytes->data()), bytes->size());
  std::istringstream old_lines(before);
  std::istringstream new_lines(recipe);
  for (std::string was, is; std::getline(old_lines, was) && std::getline(new_lines, is);) {
    if (was == is) continue;
    const std::size_t colon = is.find(": ");
    const bool same_tag = colon != std::string::npos && was.compare(0, colon + 2, is, 0, colon + 2) == 0;
    return same_tag ? was + " → " + is.substr(colon + 2) : is;
  }
  return "no longer in the cache";
}

}  // namespace aloud
