#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <stop_token>

#include "render/render.h"

namespace aloud {

/// What became of one article of a session: a report, or why there is none.
struct RenderOutcome {
  RenderReport report;
  std::exception_ptr failure;  ///< set: nothing under a final name has changed, and `report` means nothing
};
using OnRendered = std::function<void(RenderOutcome)>;

/// What all articles of a session have in common, since the processes that speak are made for it.
struct SessionOptions {
  AudioFormat format = AudioFormat::vorbis;
  Quality quality;
  unsigned jobs = 0;           ///< as RenderRequest::jobs
  TakeCache* cache = nullptr;  ///< as RenderRequest::cache; flushed by finish()
  std::function<void(const CacheDecision&)> on_cache_decision;
};
SessionOptions session_options_of(const RenderRequest& request);

/// Renders articles one after another with the same processes. While the last sentences of one are spoken, the next one is
/// composed already, so no core waits at the end of an article. Outputs are the same as those of render().
class RenderSession {
 public:
  /// Any thread may construct one, and several may be at work at once; one thread at a time may use a session. `factory` and
  /// the cache outlive it. Where the process has one thread, the processes that speak are forks of it.
  RenderSession(const SynthesizerFactory& factory, const SessionOptions& options);
  ~RenderSession();  ///< abandons what is not finished

  /// Composes an article and has it spoken. Its own settings are taken from `request`; format, quality, jobs and cache are
  /// the session's. `on_rendered` is called once, in this call or a later one, in the order of the articles.
  /// Throws only if the session itself is broken (the engine cannot be started, or does not know a voice): then it must not be
  /// used again, and the articles that `on_rendered` was not called for are not rendered.
  void add(Document document, const RenderRequest& request, const OnProgress& on_progress, OnRendered on_rendered);

  /// Ends all that was added. Throws as add().
  void finish();

  /// From now on, once a stop is requested, add() and finish() throw Error{cancelled}; the session is then broken.
  void stop_when(std::stop_token token);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aloud
