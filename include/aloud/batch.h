#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "aloud/document.h"
#include "aloud/engine.h"
#include "aloud/errors.h"
#include "aloud/render.h"
#include "aloud/voices.h"

namespace aloud::v0 {

/// How far a batch has come.
struct BatchProgress {
  std::string article;             ///< being composed
  std::size_t number = 0;          ///< of it, from 1, among
  std::size_t total = 0;           ///< the audio files that have to be made
  std::uint64_t source_done = 0;   ///< bytes of articles behind the last sentence made
  std::uint64_t source_total = 0;  ///< bytes of all articles that have to be made
  double audio_seconds = 0;        ///< made so far
};

/// What became of one article.
struct BatchArticle {
  enum class Status {
    rendered,       ///< made, in one format at least
    unchanged,      ///< up to date: not touched
    outdated,       ///< has to be made: check_batch() alone says so
    skipped,        ///< not to be rendered: a draft, or it opts out
    failed,         ///< could not be rendered; `error` says why
    not_attempted,  ///< left after a failure, under FailFast::yes
  };

  std::string name;  ///< path below the project file or the current directory, else below its input
  Status status = Status::unchanged;
  std::string reason;              ///< why it was, or has to be, made or skipped: "the voice changed"
  std::string error;               ///< one line; empty unless failed
  Place error_place;               ///< where in the article, if it is there
  double seconds = 0;              ///< of its audio
  std::vector<std::string> files;  ///< below the output directory: audio and timelines
  std::vector<Finding> findings;
};

enum class Drafts { skip, render };
enum class Future { render, skip };  ///< what becomes of articles that are dated after now
enum class Force { no, yes };        ///< yes: everything is made, whatever is there
enum class Prune { no, yes };        ///< yes: files of articles that are gone are removed, if nobody has changed them since
enum class FailFast { no, yes };     ///< yes: the first article that fails ends the batch

/// A batch: a tree of articles, and a directory for their audio. `inputs` and `output`, or a `project` that names them, are
/// needed; the rest is usable as it is.
struct BatchOptions {
  /// A project file (docs/formats/project.md); what is said here wins over it. Empty: none, not even ./aloud.toml.
  std::string project;

  /// Directories, which are searched through; files; patterns such as "posts/**/*.md". Relative ones start at the current
  /// directory. Empty: the project's.
  std::vector<std::string> inputs;
  std::vector<std::string> excludes;  ///< patterns of names, beside the project's

  /// The directory to write into, made if need be. It keeps a manifest.json about what was made of what. Empty: the project's.
  std::string output;

  std::vector<std::string> formats;    ///< by name (audio_formats()). Empty: the project's, else "vorbis"
  std::vector<std::string> timelines;  ///< by name (timeline_formats()). Empty: the project's
  std::optional<Quality> quality;      ///< nothing: the project's
  VoiceOptions voice;                  ///< what is set wins over project and articles
  Drafts drafts = Drafts::skip;
  Future future = Future::render;
  Force force = Force::no;
  Prune prune = Prune::no;
  FailFast fail_fast = FailFast::no;

  /// Which part of the batch is done, from 1, for machines that share it: every article is in exactly one.
  unsigned shard = 1, shards = 1;

  EngineOptions engine;
  std::optional<CacheOptions> cache;  ///< nothing: no cache is read or written

  /// Now, in seconds since 1970, for the manifest and for Future::skip. Nothing: the manifest tells no time, and it is now.
  std::optional<std::int64_t> source_date_epoch;

  // Called from the thread that runs the batch; what they throw ends it. Empty ones are not called.
  std::function<void(const BatchProgress&)> on_progress;  ///< after each sentence
  std::function<void(const BatchArticle&)> on_article;    ///< once for each article that is rendered or fails

  /// When a stop is requested, the batch ends within milliseconds with Error{cancelled}. What was finished stays, and the next
  /// run knows it.
  std::stop_token stop;
};

/// What a batch did, or would do.
class ALOUD_API BatchReport {
 public:
  const std::vector<BatchArticle>& articles() const;  ///< by name, each once
  std::size_t count(BatchArticle::Status status) const;
  double audio_seconds() const;  ///< made by this run

  /// Files in the output directory whose article is gone; removed ones under Prune::yes are not among them.
  const std::vector<std::string>& orphans() const;

  /// What was wrong with the manifest that was found, one line each. It costs time, and nothing else.
  const std::vector<std::string>& problems() const;

  /// Nothing failed; for a check, nothing is left to do either.
  bool good() const;

  /// The whole report as one document, "text", "json", "junit", "github" or "markdown" (docs/formats/batch-report.md).
  /// On failure (another name) throws Error{usage}.
  std::string text(const std::string& format) const;

  BatchReport(BatchReport&&) noexcept;
  BatchReport& operator=(BatchReport&&) noexcept;
  ~BatchReport();

  class Impl;
  explicit BatchReport(std::unique_ptr<const Impl> impl);  ///< the library's own

 private:
  std::unique_ptr<const Impl> impl_;
};

/// Renders what has changed, decided by content, and nothing else. One article's failure is its result. Waits while another
/// batch writes into the same directory. Any thread may call.
/// On failure (inputs that are not there, two articles with one output, a directory that cannot be written) throws Error; what
/// was rendered before stays, and the next run knows it.
ALOUD_API BatchReport run_batch(const BatchOptions& options);

/// What run_batch() would do. Writes nothing. On failure throws Error.
ALOUD_API BatchReport check_batch(const BatchOptions& options);

}  // namespace aloud::v0
