#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "play/player_state.h"
#include "play/recorder.h"

namespace aloud {

/// The files that are written of the articles that are played. Belongs to the producer's thread.
class Recordings {
 public:
  explicit Recordings(const PlayerState& state) : state_(state), files_(state.request.saves.size()) {}

  /// The format whose level the takes of an article have.
  std::pair<AudioFormat, Quality> format_of(std::size_t article) const;

  /// Begins the file of an article that has been opened, the first time.
  void begin(std::size_t article, const std::shared_ptr<Track>& track);
  /// The article cannot be read.
  void fail(std::size_t article, std::exception_ptr error);

  /// A take that was made for a track.
  void offer(const std::shared_ptr<Track>& track, const Utterance& utterance, const Take& take);

  struct Missing {
    std::shared_ptr<Track> track;
    std::vector<Utterance> utterances;
  };
  /// What to make next for a file that is not whole, at most `most`; nothing while nothing is composed.
  std::optional<Missing> missing(std::size_t most) ALOUD_EXCLUDES(state_.mutex);

  /// The first article whose file has not begun.
  std::optional<std::size_t> next_to_begin() const;
  bool all_over() const;
  /// What has become of them. Those that are not over have ended by `failure`.
  std::vector<RenderOutcome> outcomes(const std::exception_ptr& failure) const;

 private:
  struct File {
    std::shared_ptr<Track> track;
    std::unique_ptr<Recorder> recorder;
    std::exception_ptr failure;
    bool over() const { return failure != nullptr || (recorder && recorder->over()); }
  };
  void follow_script(File& file) ALOUD_EXCLUDES(state_.mutex);

  const PlayerState& state_;
  std::vector<File> files_;  // by article
};

}  // namespace aloud
