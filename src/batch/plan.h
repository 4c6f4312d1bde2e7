#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/feed.h"
#include "batch/manifest.h"
#include "batch/output_directory.h"
#include "batch/selection.h"
#include "batch/settings.h"
#include "render/render.h"
#include "util/error.h"

namespace aloud {

enum class Drafts { skip, render };

/// Everything about a batch that a person says.
struct BatchRequest {
  SelectionRequest selection;
  std::string output;  ///< directory
  SettingsTable settings;
  std::vector<std::string> voice_directories;
  std::string project;  ///< directory of the project file; empty: there is none
  Drafts drafts = Drafts::skip;
  std::optional<std::int64_t> no_later_than;  ///< articles dated after it, in seconds since 1970, are skipped; nullopt: none
  bool force = false;                         ///< everything is rendered, whatever is there
  Shard shard;
  ReaderLimits limits;  ///< of the process that reads an article
  std::optional<FeedSettings> feed;
};

/// Why a file has to be made.
struct Reason {
  enum class Kind { missing, stale, damaged, asked } kind = Kind::missing;
  std::string text;  ///< "the article changed"
};

/// How an article is to be read, given its settings and its own front matter. Requires: `settings` outlives the result's use.
VoiceChoice voice_choice_for(const ArticleSettings& settings, const FrontMatter& front_matter,
                             const std::vector<std::string>& voice_directories, const std::string& project);

/// One audio file that an article has or shall have, with its timelines.
struct PlannedAudio {
  AudioFormat format = AudioFormat::vorbis;
  Quality quality;
  std::string path;                       ///< below the output directory
  std::vector<TimelineOutput> timelines;  ///< paths below the output directory
  std::string made_from;                  ///< digest of all inputs
  std::vector<Reason> reasons;            ///< why it has to be made; empty: it is there and up to date
  const ManifestAudio* known = nullptr;   ///< what was made before, if its files are whole and up to date
};

struct PlannedArticle {
  SelectedArticle article;
  std::string sha256;  ///< of its bytes
  std::shared_ptr<const ArticleSettings> settings;
  std::string voice_path;                  ///< of the profile that reads it
  std::vector<std::string> lexicon_paths;  ///< the strongest first
  std::vector<std::string> clip_paths;
  std::vector<std::pair<std::string, std::string>> inputs;
  std::vector<PlannedAudio> audio;
  std::optional<std::string> skipped;  ///< why it is not to be rendered: "draft", "tts: false"
  std::optional<Error> problem;        ///< it cannot be rendered
  FeedFacts facts;
  SharedArticle known;  ///< what was made of it before; may be empty

  bool to_render() const;       ///< neither skipped nor a problem, and some file has to be made
  std::string reasons() const;  ///< of all its files, each once, joined by "; "
};

struct BatchPlan {
  std::vector<PlannedArticle> articles;      ///< of this shard, by name
  std::vector<Orphan> orphans;               ///< whole batches alone
  Knowledge knowledge;                       ///< what the plan points into
  std::vector<std::string> directories;      ///< that were searched
  std::vector<std::string> links_passed_by;  ///< that leave their inputs
  std::size_t selected = 0;                  ///< articles of all shards
  std::string selection;                     ///< digest of their names
  std::string program;                       ///< digest of the program, its engine and their data

  BatchPlan() = default;
  BatchPlan(BatchPlan&&) = default;
};

/// As the paths of an article's own audio and timelines, in order.
std::vector<std::string> paths_of(const PlannedArticle& article);

/// Decides what is to be done: selects, reads every article of this shard once, names its outputs, compares with what is there.
/// On failure (bad inputs, two articles with one output, an output that is an article) throws Error; nothing was then done.
BatchPlan make_plan(const BatchRequest& request, const SynthesizerFactory& factory, const OutputDirectory& directory);

}  // namespace aloud
