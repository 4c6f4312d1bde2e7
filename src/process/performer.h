#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "audio/take_codec.h"
#include "engine/synthesizer.h"
#include "engine/word_timing.h"
#include "script/script.h"

namespace aloud {

/// A performed utterance.
struct Take {
  EncodedTake audio;
  std::vector<WordTime> words;  ///< one for each of Utterance::words
  std::optional<std::string>
      failure;  ///< why nothing could be heard ("crashed (SIGABRT)", …); audio is then empty: no frames, no bytes
  /// Why the engine could not say the text as it stands; what is heard is ASCII letters, digits and ".,?!" of it alone,
  /// and the word times are interpolated.
  std::optional<std::string> simplified;
};

/// What becomes of the samples of an utterance.
enum class TakeEncoding {
  of_format,  ///< what make_take_encoder() makes for the format
  samples,    ///< they are kept as they are (make_pcm_encoder())
};

/// Whether the engine said every word. Requires: no failure.
bool all_heard(const Take& take);

struct PerformerOptions {
  AudioFormat format = AudioFormat::wav;
  Quality quality;
  unsigned jobs = 0;                                  ///< 0: the cores that this process may use; jobs + 1 children run at once
  std::chrono::milliseconds time_limit{30000};        ///< wall time of one attempt at one utterance: thousands of times what it
                                                      ///< needs, so that a busy machine changes nothing
  std::size_t memory_limit = std::size_t{256} << 20;  ///< bytes that an attempt may allocate

  /// A fork server that has work, reports nothing and answers no question for so long is replaced: it was stopped, or hangs.
  std::chrono::milliseconds answer_time{25000};

  /// Called when a signal handler has run while the performer waited; may throw, to give up at once. Empty: goes on waiting.
  std::function<void()> on_signal;

  /// Asked for each utterance before it is performed: a take that is known already. Empty: all are performed.
  std::function<std::optional<Take>(const Utterance&)> recall;

  /// Given each take that was performed, in order, before it is handed over. Empty: none is kept.
  std::function<void(const Utterance&, const Take&)> keep;

  TakeEncoding encoding = TakeEncoding::of_format;

  /// Called once in each fork server, before its first fork, instead of what `encoding` says. The processes are then forked,
  /// however many threads there are. For tests.
  std::function<std::unique_ptr<TakeEncoder>()> make_encoder;
};

/// Performs utterances in processes of their own, several at once, and hands the takes back in the order of submission.
///
/// For each voice there is a fork server: a small process that has initialised the engine and spoken nothing, and forks
/// one child per utterance; so the same utterance always gives the same samples, and what a child does wrong dies with it.
/// An utterance that fails is tried once more with nothing beside it, then from simplified text, then given up
/// (Take::failure). The processes live in a process group of their own, so a terminal's Ctrl-C reaches the caller alone.
///
/// Construct it before large things: where the process has one thread, the fork servers inherit what it holds at that moment.
class Performer {
 public:
  using OnTake = std::function<void(const Utterance&, const Take&)>;

  /// Any thread may construct one, whatever others do; one thread at a time may use it. `factory` outlives the performer.
  Performer(const SynthesizerFactory& factory, PerformerOptions options, OnTake on_take);
  ~Performer();  ///< ends all processes it started, whatever they are doing

  /// Queues an utterance; blocks while the window is full, and calls `on_take` for takes that are ready.
  /// On failure (a voice that cannot be loaded, no process to be had) throws Error{synthesis}.
  void submit(Utterance utterance);

  /// Returns when every take has been handed over.
  void finish();

  /// From now on, once a stop is requested, submit() and finish() throw Error{cancelled}, also while they wait; the performer
  /// can then only be destroyed.
  void stop_when(std::stop_token token);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aloud
