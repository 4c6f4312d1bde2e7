#pragma once

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "play/caching_performer.h"
#include "play/player_state.h"
#include "play/recordings.h"
#include "render/leveling.h"

namespace aloud {

/// Opens articles, and has spoken what is heard next, and what their files lack. All but its state belongs to its thread.
class Producer {
 public:
  /// Starts the processes that speak.
  explicit Producer(PlayerState& state);
  /// Requires: the player is closing.
  ~Producer();
  Producer(const Producer&) = delete;
  Producer& operator=(const Producer&) = delete;

  void start();

 private:
  void run();
  bool work();
  bool open_wanted();
  std::shared_ptr<Track> load(std::size_t index, bool to_be_heard);
  void open(std::size_t index);
  bool record_some(std::size_t most);
  bool finish_saves();
  bool has_failed() const;
  void tell_saved();
  void fade_out();
  bool make_some();
  bool refuse_silent_article();
  void make(const std::shared_ptr<Track>& track, const std::vector<std::size_t>& which, Keep keep);
  void rest_since(std::chrono::steady_clock::time_point begin);
  std::vector<Utterance> utterances_at_speed(const std::shared_ptr<Track>& track, const std::vector<std::size_t>& which,
                                             std::vector<double>& speeds);
  void give_up_article(const std::string& why);
  template <typename Condition>
  void wait_until(const Condition& condition, std::chrono::steady_clock::duration limit);

  PlayerState& state_;
  const std::size_t most_at_once_;
  CachingPerformer performer_;
  ArticleReader reader_;
  Recordings recordings_;
  std::optional<Leveler> leveler_;  // of the article that is played
  std::thread thread_;
};

}  // namespace aloud
