#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aloud/document.h"
#include "aloud/engine.h"
#include "aloud/errors.h"
#include "aloud/voices.h"

namespace aloud::v0 {

/// How articles are played. Usable as it is.
struct PlayerOptions {
  VoiceOptions voice;
  Syntax syntax = Syntax::by_name;
  EngineOptions engine;
  std::optional<CacheOptions> cache;  ///< nothing: no cache is read or written
  double speed = 1;                   ///< Player::kSlowest to Player::kFastest; the pitch stays

  /// Called on any thread, a device's too, when state() may say something new. Must neither block, nor throw, nor call the
  /// player.
  std::function<void()> on_change;
};

/// Where playing stands.
struct PlayerState {
  std::size_t article = 0;  ///< number, from 0
  std::string title;        ///< empty until the article is open
  bool begun = false;       ///< something of it has been handed to a device
  bool paused = false, muted = false;
  std::size_t sentence = 0;     ///< that is heard, from 0
  SourceRange sentence_source;  ///< bytes of the file; empty: nothing is heard
  SourceRange word_source;      ///< likewise
  double position = 0;          ///< seconds from the article's start, at the voice's own speed
  double total = 0;             ///< seconds of the article, likewise; an estimate unless
  bool total_is_exact = false;
  double speed = 1;
  int volume = 100;  ///< percent
};

/// Plays articles while they are being spoken: the first sound comes after the first sentence. Works on threads of its own; any
/// thread may call any function.
class ALOUD_API Player {
 public:
  static constexpr int kRate = 22050;  ///< frames a second that pull() gives, mono
  static constexpr double kSlowest = 0.25, kFastest = 4;

  /// Starts the processes that speak. `articles`: paths, in order, "-" being standard input.
  /// On failure (no article, no helper program) throws Error.
  explicit Player(std::vector<std::string> articles, PlayerOptions options = {});
  ~Player();  ///< silence, and the end of all threads and processes
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;

  /// Plays on the default sound device, which SDL opens: it is loaded now. `title` is shown in the desktop's mixer.
  /// Requires: called once, and pull() is not. On failure (no device, no SDL) throws Error{device}; pull() may then be used.
  void open_device(const std::string& title = "aloud");

  /// Gives the next samples to a device of the caller's own: mono, 16 bit, kRate, `latency` of which are on their way to the
  /// ear already. Called by one thread at a time. Never waits: pause, end and what is late are silence, and no sample is lost.
  void pull(std::span<std::int16_t> samples, std::int64_t latency = 0);

  void set_paused(bool paused);
  void set_speed(double speed);  ///< held within kSlowest and kFastest
  void set_volume(int percent);  ///< held within 0 and 100
  void set_muted(bool muted);
  void seek(double seconds);  ///< from the article's start, at the voice's own speed
  void next_sentence();
  void previous_sentence();
  bool next_article();      ///< false: this is the last
  bool previous_article();  ///< false: this is the first

  /// To the first word that says byte `offset` of the article, or what stands behind it; false if nothing that is composed so
  /// far does.
  bool go_to_source(std::size_t offset);

  PlayerState state() const;

  /// Goes on to the next article when one was heard to its end; to be asked now and then, after on_change. True: all have been.
  /// On failure (an engine that does not start, a device that has gone) throws Error.
  bool finished();

  /// Errors of articles that could not be played, since the last call; the others are.
  std::vector<std::string> take_problems();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aloud::v0
