#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "aloud/document.h"
#include "aloud/engine.h"
#include "aloud/errors.h"
#include "aloud/timeline.h"
#include "aloud/voices.h"

namespace aloud::v0 {

/// Where the bytes of a file that is being made go, where that is neither a file nor memory: written by the caller of the
/// library. Functions are called from the thread that renders, and may throw: the job then fails with that exception.
class ALOUD_API Sink {
 public:
  virtual ~Sink();

  /// Appends.
  virtual void write(std::span<const std::byte> bytes) = 0;

  /// Whether rewrite() works, as it does for a file and does not for a socket. Headers that tell lengths and loudness are then
  /// filled in at the end; otherwise a WAV says "to the end of the stream", and loudness tags are left out.
  virtual bool can_rewrite() const;

  /// Overwrites bytes that were written before, from `offset` on. Called only if can_rewrite().
  virtual void rewrite(std::uint64_t offset, std::span<const std::byte> bytes);
};

/// Where a result goes.
class ALOUD_API Output {
 public:
  /// Nowhere: the job is done for its report.
  Output();

  /// A file, "-" being standard output. It appears under its name when all outputs of the job are complete, whole or not at
  /// all, with the permissions that the umask gives or that a file of that name had.
  static Output file(const std::string& path);

  /// Appends to `bytes`, which must outlive the job. After a failure its content means nothing.
  static Output memory(std::vector<std::byte>& bytes);

  /// Hands on every piece as it is made. As Sink::write().
  static Output callback(std::function<void(std::span<const std::byte>)> on_bytes);

  /// `sink` must outlive the job.
  static Output sink(Sink& sink);

  Output(const Output&);
  Output& operator=(const Output&);
  ~Output();

  class Impl;
  const Impl& impl() const { return *impl_; }  ///< the library's own

 private:
  explicit Output(std::shared_ptr<const Impl> impl);

  std::shared_ptr<const Impl> impl_;
};

/// The names of audio formats, with other names for the same: "wav", "flac", "vorbis", "ogg", "opus", "mp3", …
ALOUD_API std::vector<std::string> audio_formats();

/// How well to encode. Each format reads its own field; a value out of range is Error{usage}.
struct Quality {
  double vorbis = 0.3;               ///< −0.1 to 1: oggenc's -q divided by ten
  int opus_bitrate = 32000;          ///< bits a second, 6,000 to 256,000; variable
  int mp3_kbps = 64;                 ///< constant: one of 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  int flac_compression = 5;          ///< 0 (fast) to 8 (small)
  std::string sample_format = "16";  ///< "16" or "24" (bit) or "float", of wav, aiff, caf, au, w64 and rf64
};

/// What all articles of a session have in common.
struct SessionOptions {
  std::string format;  ///< by name. Empty: by the extension of the first file that is written, else "vorbis"
  Quality quality;
  EngineOptions engine;
  std::optional<CacheOptions> cache;  ///< nothing: no cache is read or written
};

/// What players show. Empty fields are the article's own.
struct Tags {
  std::string title, artist, date, language, comment;
};

/// How far a render has come.
struct RenderProgress {
  std::size_t sentences = 0;     ///< made
  std::size_t source_done = 0;   ///< bytes of text behind the last of them
  std::size_t source_total = 0;  ///< bytes of text in all
  double audio_seconds = 0;      ///< made
};

/// A timeline beside the audio.
struct TimelineOutput {
  std::string format;  ///< one of timeline_formats()
  Output output;
};

/// How one article is rendered. Usable as it is.
struct RenderOptions {
  VoiceOptions voice;
  Tags tags;
  std::vector<TimelineOutput> timelines;

  // Called from the thread that renders; what they throw fails the job. They may do anything but use the session. Empty ones
  // are not called.
  std::function<void(const RenderProgress&)> on_progress;  ///< after each sentence, and once before the first
  std::function<void(const SpokenSentence&)> on_sentence;  ///< each sentence once its place in the file is known

  /// When a stop is requested, by any thread, the render ends within milliseconds with Error{cancelled}, and no file appears.
  std::stop_token stop;
};

/// What was done.
struct RenderReport {
  std::string title, voice, language;
  std::size_t sentences = 0, words = 0;
  std::size_t failed_utterances = 0;      ///< that the engine could not say: each is a finding, and a gap in the audio
  std::size_t reused_utterances = 0;      ///< that came from the cache
  std::int64_t frames = 0;                ///< of the audio, exact
  int rate = 0;                           ///< frames a second: 48,000 for Opus, else 22,050
  std::uint64_t bytes = 0;                ///< of the audio
  std::optional<double> integrated_lufs;  ///< loudness; nothing where all was silent or under 400 ms
  std::optional<double> true_peak_dbtp;   ///< nothing where all was silent
  std::size_t unaccounted_bytes = 0;      ///< of the article that were neither said nor left out for a reason: 0, or a bug
  std::vector<Finding> findings;

  double seconds() const { return rate > 0 ? seconds_of(frames, rate) : 0; }
};

/// Renders articles one after another with the same processes, which saves their start. Any number of sessions may be at work
/// at once, each used by one thread at a time; it need not be the one that made it.
class ALOUD_API RenderSession {
 public:
  /// Starts the processes, so that they get ready while the caller reads an article.
  /// On failure (an unknown format, no helper program) throws Error.
  explicit RenderSession(SessionOptions options = {});
  ~RenderSession();  ///< ends the processes
  RenderSession(RenderSession&&) noexcept;
  RenderSession& operator=(RenderSession&&) noexcept;

  /// The whole job: chooses the voice, composes, has it spoken, writes. Returns when all outputs are complete.
  /// On failure throws Error, or what a sink or callback threw; files are then as they were, and the session may go on.
  RenderReport render(const Document& document, const Output& audio, const RenderOptions& options = {});

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// The same in a session of its own. Any thread may call, others at the same time too.
ALOUD_API RenderReport render(const Document& document, const Output& audio, const RenderOptions& options = {},
                              SessionOptions session = {});

}  // namespace aloud::v0
