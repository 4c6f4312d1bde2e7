#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cache/take_cache.h"
#include "document/article_file.h"
#include "play/audio_sink.h"
#include "play/navigation.h"
#include "render/session.h"

namespace aloud {

struct PlayRequest {
  std::vector<std::string> articles;
  ReadOptions read;
  ArticleLoader load;  ///< gets an article, on a thread of the player's; empty: they are files, or standard input
  VoiceChoice voice;
  /// What of both is otherwise for the article at a path. May throw Error. Empty: all alike.
  std::function<void(const std::string& path, ReadOptions& read, VoiceChoice& voice)> settings_of;
  double speed = 1;
  unsigned jobs = 0;                        ///< utterances at once; 0: one for each core that this process may use
  std::optional<TakeCache::Options> cache;  ///< takes made before are found here and new ones kept; nullopt: none
  ReaderLimits limits;                      ///< of the processes that read the articles

  /// Files that are written of the articles meanwhile, as render() would write them: one for each of `articles`, or none at
  /// all. Format, quality, output and tags count; what is heard has the level of the file.
  std::vector<RenderRequest> saves;

  /// Where to begin in an article that was just opened. May throw Error. Empty: at its beginning.
  std::function<Start(const Article&)> start_of;
  /// Called on any thread when there is something new to look at. Must neither block nor call the player.
  std::function<void()> on_change;
  /// The clock that the device runs by. Empty: the machine's.
  std::function<std::chrono::steady_clock::time_point()> clock;
};

/// What a listener hears now.
struct View {
  std::shared_ptr<const Article> article;  ///< null: none is open yet
  std::size_t number = 0;                  ///< of the article, from 0
  bool begun = false;                      ///< something has been handed to the device
  std::size_t sentence = 0;                ///< from 0
  std::size_t block = 0;                   ///< in Document::blocks
  ByteRange word;                          ///< in the decoded source; empty: none
  std::vector<ByteRange> sentence_source;  ///< in the decoded source
  double position = 0, total = 0;          ///< seconds at the voice's own speed
  bool total_is_exact = false;
  bool paused = false, muted = false, repeating = false;
  double speed = 1;
  int volume = 100;  ///< percent
};

class PlayerState;

/// Plays articles: composes and synthesises on threads of its own, ahead of what is heard, and gives a device its samples. All
/// functions may be called from any thread.
class Player final : public AudioSource {
 public:
  enum class Step { word, sentence, block, heading };
  using Clock = std::chrono::steady_clock;

  /// Starts the processes that speak. `factory` outlives the player.
  Player(PlayRequest request, const SynthesizerFactory& factory);
  ~Player() override;

  /// Begins with the first article.
  void start();

  /// Plays into a device, from where the last one stopped. One that plays as time passes is started, on any thread, when the
  /// first sample is there.
  void attach(AudioSink& sink);
  /// Lets go of the device: pull() gives silence from now on, and never blocks. What was not heard yet will be played again.
  void detach();

  void pull(std::span<std::int16_t> out) override;
  void pull_all(std::span<std::int16_t> out) override;

  void set_paused(bool paused);
  void toggle_pause();
  void step(Step step, Direction direction);
  void go_to_beginning();
  void seek(double seconds);  ///< from the article's start
  void seek_by(double seconds);
  /// To the first word that says a byte of the decoded source; false if nothing composed so far does.
  bool go_to_source(std::size_t offset);
  void set_speed(double speed);  ///< within kSlowest and kFastest
  void set_volume(int percent);  ///< within 0 and 100
  void set_muted(bool muted);
  void toggle_repeat();
  /// The next or the previous article; false if there is none.
  bool skip_article(Direction direction);

  static constexpr double kSlowest = 0.25, kFastest = 4;

  View view() const;

  /// Goes on to the next article when the last has been heard to its end. True: that was all. Throws what has ended playing: an
  /// engine that does not start, a start that is not there.
  bool finished();

  /// Makes what is missing of the files of PlayRequest::saves, and waits for it: what has become of each, in order. Those that
  /// could not be made have an Error. Requires: no device is attached. Called once.
  std::vector<RenderOutcome> finish_saves();

  /// Errors of articles that could not be played, since the last call; the others were.
  std::vector<std::string> take_problems();
  /// Sentences that could not be spoken.
  std::size_t failures() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
  PlayerState& state_;  // of impl_
};

}  // namespace aloud
