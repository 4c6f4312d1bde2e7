#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "document/document.h"
#include "script/voice_profile.h"

namespace aloud::cli {

/// Options that choose and change the voice; every command that speaks has them.
struct VoiceArguments {
  std::string voice;
  std::vector<std::string> directories;
  std::vector<std::string> lexicons;
  std::string language;
  ClipPaths clips;      ///< as VoiceChoice::clips
  bool detect = true;   ///< --no-detect
  bool project = true;  ///< --no-project: aloud.toml above the article does not count
  bool allow_commands = false;
  /// Changes to the profile in the order given: {"rate", "200"}, {"word-gap", "2"}, {"speak", "tables=skip"}, {"pause",
  /// "sentence=400"}.
  std::vector<std::pair<std::string, std::string>> overrides;
};

/// How an article is read.
struct ReadArguments : ReadOptions {
  using ReadOptions::ReadOptions;
  bool dialect_named = false;  ///< --dialect was given
};

/// Where takes are kept between runs.
struct CacheArguments {
  std::string directory;  ///< empty: the default
  std::string size = "4G";
  bool off = false;      ///< --no-cache
  bool shared = false;   ///< --shared-cache
  bool explain = false;  ///< --explain-cache
};

/// What the process that reads an article may take at least (process/reader_limits.h).
struct LimitArguments {
  std::string memory = "256Mi";
  unsigned seconds = 30;
};

/// Bounds of articles that are named by their address (fetch/transfer.h).
struct FetchArguments {
  std::string size = "20M";
  unsigned seconds = 30;
  bool allow_private = false;
  std::string certificates;  ///< --ca-file
};

/// How well to encode, in the units of the command line; each is for its own formats.
struct QualityArguments {
  std::optional<double> quality = {};   ///< Vorbis: -1 to 10
  std::optional<int> bitrate = {};      ///< Opus and MP3: kbit/s
  std::optional<int> compression = {};  ///< FLAC: 0 to 8
  std::string sample_format = {};       ///< plain samples: 16, 24, float
};

/// What is put around the speech for players.
struct ChapterArguments {
  std::optional<int> level;  ///< --chapter-level
  std::string cover;         ///< --cover
  std::string page_audio;    ///< --page-audio: embed, link
};

struct RenderArguments {
  std::vector<std::string> articles;
  std::string output;
  std::vector<std::string> formats;  ///< none: by the output's extension
  QualityArguments quality;
  std::vector<std::string> timelines;
  std::string title, author, date, comment;
  std::string split;  ///< "chapters": a file for each
  ReadArguments read;
  VoiceArguments voice;
  ChapterArguments chapters;
  CacheArguments cache;
  LimitArguments limits;
  FetchArguments fetch;
  unsigned jobs = 0;
  bool verify = true;                ///< --no-verify
  std::vector<std::string> ignored;  ///< codes of findings
  bool stats = false, strict = false, quiet = false;
};

struct BatchArguments {
  std::vector<std::string> inputs;  ///< "merge" first: joins what shards have made
  std::string output, project;
  bool no_project = false;
  std::vector<std::string> excludes, formats, timelines, reports;
  std::optional<DialectSet> dialects;  ///< --dialect
  QualityArguments quality;
  VoiceArguments voice;
  ChapterArguments chapters;
  CacheArguments cache;
  LimitArguments limits;
  unsigned jobs = 0;
  bool verify = true;                ///< --no-verify
  std::vector<std::string> ignored;  ///< codes of findings
  std::string shard, depfile;
  bool check = false, dry_run = false, prune = false, force = false, drafts = false, no_future = false;
  bool fail_fast = false, follow_links = false;
  bool print_cache_key = false, stats = false, strict = false, quiet = false;
};

struct InspectArguments {
  std::vector<std::string> articles;
  std::string stage = "script";
  ReadArguments read;
  VoiceArguments voice;
  LimitArguments limits;
  FetchArguments fetch;
  bool json = false, lines = false;
};

struct PlayArguments {
  std::vector<std::string> articles;
  std::string from;        ///< "text", the number of a sentence, or a time
  std::string stop_after;  ///< a time, as parse_duration() takes it; empty: never
  std::string save;        ///< file or directory to render into meanwhile
  double speed = 1;
  ReadArguments read;
  VoiceArguments voice;
  CacheArguments cache;
  LimitArguments limits;
  FetchArguments fetch;
  unsigned jobs = 0;
  bool resume = false, no_highlight = false, quiet = false;
};

struct SayArguments {
  std::vector<std::string> words;  ///< none: what stands on standard input
  std::string output, format;      ///< no output: the sound device
  double speed = 1;
  unsigned jobs = 0;
  VoiceArguments voice;
  CacheArguments cache;
};

struct ConfigArguments {
  std::string article = "-";  ///< whose settings; "-": those of the current directory
  bool project = true, json = false;
};

struct InitArguments {
  std::string directory = ".";
  bool print = false;  ///< to standard output, and write nothing
};

struct DoctorArguments {
  VoiceArguments voice;
  CacheArguments cache;
};

struct VoicesArguments {
  VoiceArguments voice;
  std::optional<std::string> say;
  std::string show, output, format;
  bool json = false, names = false, engine = false;
};

struct CacheCommandArguments {
  std::string action;  ///< path, stats, verify, prune or clear
  CacheArguments cache;
};

struct LexiconCommandArguments {
  std::string action;                     ///< check, add or test
  std::vector<std::string> words;         ///< check: articles; test: words
  std::string file, word, pronunciation;  ///< add
  std::string output;                     ///< test
  VoiceArguments voice;
};

/// What the command line asks for. `Answer` is a call that is answered already (--help, --version, a wrong option).
struct Answer {
  int exit_code = 0;
};
using Arguments =
    std::variant<Answer, RenderArguments, PlayArguments, SayArguments, BatchArguments, InspectArguments, VoicesArguments,
                 CacheCommandArguments, LexiconCommandArguments, ConfigArguments, InitArguments, DoctorArguments>;

/// Parses the command line; prints help to stdout and mistakes to stderr by itself.
Arguments parse_arguments(int argc, char** argv);

}  // namespace aloud::cli
