#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "util/byte_sink.h"

namespace aloud {

// What a batch has made: manifest.json beside its outputs. docs/formats/manifest.md describes every key. Paths are below the
// output directory, names of articles below the root of the batch; both as bytes (batch/path_text.h has their text).

struct OutputFile {
  std::string path;
  std::uint64_t bytes = 0;
  std::string sha256;

  bool operator==(const OutputFile&) const = default;
};

struct ManifestTimeline {
  std::string kind;  ///< "json", "srt", "vtt", "lrc"
  OutputFile file;
};

struct ManifestAudio {
  std::string format;  ///< "vorbis", …
  OutputFile file;
  std::int64_t samples = 0;
  int sample_rate = 0;
  std::optional<double> integrated_lufs, true_peak_dbtp;
  std::string made_from;  ///< digest of everything that the file depends on
  std::vector<ManifestTimeline> timelines;

  double seconds() const { return sample_rate > 0 ? static_cast<double>(samples) / sample_rate : 0; }
};

struct ManifestFinding {
  std::string code, message;
  std::size_t line = 0, column = 0;  ///< 0 when it concerns the whole article
};

struct ManifestCoverage {
  std::size_t bytes = 0, spoken = 0, silent = 0, left_out = 0, unaccounted = 0;
};

struct ManifestArticle {
  std::string name, title, language, voice;
  std::size_t words = 0, sentences = 0, utterances = 0, failed_utterances = 0;
  ManifestCoverage coverage;
  std::vector<ManifestFinding> findings;
  std::vector<std::pair<std::string, std::string>> inputs;  ///< what it was made from: name and digest, in a fixed order
  std::vector<ManifestAudio> audio;

  double seconds() const { return audio.empty() ? 0 : audio.front().seconds(); }
};

/// The audio and then its timelines; of an article, those of each of its formats.
std::vector<OutputFile> files_of(const ManifestAudio& audio);
std::vector<OutputFile> files_of(const ManifestArticle& article);

/// Entries do not change once they are made, and are shared by all that tell of them: there may be many.
using SharedArticle = std::shared_ptr<const ManifestArticle>;

/// A file that was made for an article that is gone, or under a name that it no longer has.
struct Orphan {
  OutputFile file;
  std::string article;
};

/// Which part of a batch a manifest tells of; 1 of 1 is all of it.
struct Shard {
  unsigned index = 1, count = 1;  ///< index from 1

  bool is_whole() const { return count == 1; }
  bool operator==(const Shard&) const = default;
};

struct Manifest {
  std::string software;
  Shard shard;
  std::string selection;                  ///< shards: digest of the names of all articles of the batch
  std::size_t selected = 0;               ///< shards: how many articles the whole batch has, skipped ones included
  std::vector<std::string> skipped;       ///< shards: articles of this one that are not to be rendered
  std::optional<std::int64_t> generated;  ///< SOURCE_DATE_EPOCH, seconds since 1970
  std::vector<SharedArticle> articles;    ///< by name
  std::vector<Orphan> orphans;            ///< by path
};

/// One article as a line of JSON, sealed: with a digest of the line itself, so that a line changed by hand is known as such.
std::string to_json_line(const ManifestArticle& article);

/// Writes the whole manifest, one line per article: its memory does not grow with them.
void write_manifest(const Manifest& manifest, ByteSink& sink);
std::string manifest_text(const Manifest& manifest);
std::string manifest_sha256(const Manifest& manifest);  ///< of that text

/// What could be read of a manifest. Articles whose seal is broken, and what is no manifest, are told in `problems`: such
/// articles are not in it, as if they had never been made.
struct ManifestReading {
  Manifest manifest;
  std::vector<std::string> problems;
};
ManifestReading parse_manifest(std::string_view json);

/// One line as to_json_line() wrote it; nullopt for anything else.
std::optional<ManifestArticle> parse_manifest_line(std::string_view line);

}  // namespace aloud
