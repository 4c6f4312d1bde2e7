#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audio/audio_format.h"
#include "audio/loudness.h"
#include "audio/take_codec.h"
#include "audio/units.h"
#include "cache/take_store.h"
#include "document/article_file.h"
#include "document/document.h"
#include "engine/synthesizer.h"
#include "language/pronunciation/lexicon.h"
#include "process/reader_limits.h"
#include "publish/page.h"
#include "script/script.h"
#include "script/voice_profile.h"
#include "timeline/coverage.h"
#include "timeline/timeline.h"
#include "util/findings.h"

namespace aloud {

class Directory;

/// Clips that are asked for: paths as ClipPaths has them, but from the current directory. Empty: the profile's own clip, if it
/// has one; kNoClip: none.
using ClipChoice = ClipPaths;

/// Which voice reads an article, and in which language it is taken to be.
struct VoiceChoice {
  std::string name;         ///< profile by name or path; empty: the article's `voice`, else the language's default, else en-us
  std::string language;     ///< BCP 47; empty: the article's `lang`, else what its text is detected to be, else the profile's
  std::string usual_voice;  ///< as `name`, where neither that nor the article names one; empty: by language
  std::string usual_language;         ///< as `language`, where neither that nor the article names one
  std::string preferred_voice;        ///< a profile that reads articles in its own language when nothing above names a voice
  bool detect = true;                 ///< false: what is declared counts, and no language is told from the text
  std::vector<std::string> lexicons;  ///< paths; later ones win, and all of them over the article's and the voice's
  std::vector<std::string> project_lexicons;  ///< paths; later ones win, and all of them over the voice's alone
  ClipChoice clips;                           ///< win over the profile's
  std::vector<std::string> directories;       ///< where profiles are looked for (voice_directories())
  /// Whether `name` was written by the project (aloud.toml), and not by the caller: then, as an article's, it may not name a
  /// profile that runs a program.
  bool named_by_project = false;
  bool allow_commands = false;  ///< a project and its articles may name such a profile, and have one in ./voices
  std::string project;          ///< directory within which an article may name files; empty: beside the article alone
  std::function<void(VoiceProfile&)> adjust;  ///< last changes to the profile (the command line's); may be empty
};

/// How the language of an article is known.
enum class LanguageSource {
  declared,  ///< by the call or the article's front matter
  detected,  ///< told from the text
  assumed,   ///< the voice's, since the text leaves it in doubt
};

/// "declared", "detected", "assumed".
const char* to_string(LanguageSource source);

/// A voice chosen for an article.
struct Reading {
  VoiceProfile profile;  ///< with voices for the languages of the article's passages, as far as there are profiles for them
  std::string language;  ///< of the article, BCP 47
  LanguageSource language_source = LanguageSource::declared;
  std::vector<std::shared_ptr<const Lexicon>>
      lexicons;  ///< strongest first: the call's, the article's, the project's, the voice's
  Clips clips = {};
  std::vector<std::string> clip_paths = {};  ///< of their files
  /// What was found in other languages on the way, of use to compose(); null where nothing is looked for.
  std::shared_ptr<const ArticlePassages> passages = nullptr;
};

/// How an article is composed as it was chosen.
ComposeOptions compose_options(const Reading& reading);

/// On failure (no such profile, a profile or lexicon that does not parse, a clip that is none) throws Error; one that the
/// article's front matter asked for is an Error{input} at the article.
Reading choose_reading(const Document& document, const VoiceChoice& choice);

/// Whether a finished audio file is opened again, and must be as long as its timeline, before it gets its name.
enum class Verify { no, yes };

/// Whether the audio gets its name at `output`, or goes again once a page holds it.
enum class AudioFile { keep, scratch };

struct TimelineOutput {
  TimelineKind kind = TimelineKind::json;
  std::string path;          ///< "-" is standard output
  ByteSink* sink = nullptr;  ///< instead of a path; must outlive the call
};

struct RenderRequest {
  std::string article;  ///< path, or "-" for standard input
  ReadOptions read;
  ArticleLoader load;  ///< gets the article; empty: it is a file, or standard input
  VoiceChoice voice;
  std::string output;        ///< path; "-" for standard output; empty: nothing is kept
  ByteSink* sink = nullptr;  ///< instead of a path; must outlive the call
  /// Set: output and timelines are names beneath it (util/directory.h), and no link leads out of it. Must outlive the call.
  Directory* directory = nullptr;
  AudioFormat format = AudioFormat::vorbis;
  Quality quality;
  Tags tags;                         ///< what is set here wins over the article's own
  std::optional<int> chapter_level;  ///< which headings begin chapters (ChapterMarks); empty: as is usual
  std::string cover;                 ///< path of a picture; "none"; empty: likewise (choose_cover())
  std::vector<TimelineOutput> timelines;
  PageAudio page_audio = PageAudio::link;  ///< of a timeline that is a page
  AudioFile audio_file = AudioFile::keep;
  std::function<void(const TimelineSentence&)> on_sentence;  ///< each sentence of the timeline, in order; may be empty
  std::function<bool(std::size_t block)> engine_alone;       ///< blocks said without pronunciations of ours (ComposeOptions)
  unsigned jobs = 0;           ///< utterances at once; 0: one for each core that this process may use
  ReaderLimits limits;         ///< of the process that reads the article
  TakeCache* cache = nullptr;  ///< takes made before are found here and new ones kept; must outlive the call; null: none
  std::function<void(const CacheDecision&)> on_cache_decision;  ///< told of each utterance why it hit or missed; may be empty
  Verify verify = Verify::yes;                                  ///< what goes into a pipe cannot be opened again
  FindingLevels finding_levels;                                 ///< what counts otherwise than as a finding

  /// Makes what writes the audio; empty: make_stream_writer(format, quality, …).
  std::function<std::unique_ptr<StreamWriter>(const Tags&, ByteSink&)> make_writer;
};

struct RenderProgress {
  std::size_t sentences = 0;
  std::size_t source_done = 0;  ///< bytes of the decoded source behind the last sentence made
  std::size_t source_total = 0;
  double audio_seconds = 0;
};
using OnProgress = std::function<void(const RenderProgress&)>;

/// What was done: the counters that `--stats` prints and tests read.
struct RenderReport {
  std::string title, voice, language;
  LanguageSource language_source = LanguageSource::declared;
  std::size_t sentences = 0, utterances = 0, words = 0;
  std::size_t failed_utterances = 0;
  std::size_t reused_takes = 0;  ///< utterances that came from the cache
  Frames duration;               ///< frames of the file, at `rate`
  SampleRate rate;
  TrackLoudness loudness;  ///< of the file, as made; what a lossy format adds is not in it
  std::uint64_t audio_bytes = 0;
  Coverage coverage;
  Findings findings;
  std::vector<Place> places;  ///< where each finding is; the article alone when it concerns all of it
  std::size_t errors = 0;     ///< findings that RenderRequest::finding_levels makes errors
};

/// The whole job: read → compose → perform → write. Files appear under their names whole or not at all, and only when all
/// of them are complete. Any thread may call, others too at the same time.
/// On failure throws Error; nothing under a final name has then changed.
RenderReport render(const RenderRequest& request, const SynthesizerFactory& factory, const OnProgress& on_progress = {});

/// The same for an article that is read already; request.article and .read are not looked at.
RenderReport render(const Document& document, const RenderRequest& request, const SynthesizerFactory& factory,
                    const OnProgress& on_progress = {});

}  // namespace aloud
