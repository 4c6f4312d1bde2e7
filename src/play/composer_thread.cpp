#include "play/composer_thread.h"

#include <algorithm>

namespace aloud {
namespace {

/// So many utterances are composed before the first is heard, and then the first sound has the processor to itself.
constexpr std::size_t kFirstUtterances = 2;

struct Cancelled {};

/// Hands what is composed to a track.
class TrackSink final : public ScriptSink {
 public:
  explicit TrackSink(std::function<void(Utterance)> say) : say_(std::move(say)) {}
  void say(Utterance utterance) override { say_(std::move(utterance)); }
  void leave_out(LeftOut) override {}
  void report(Finding) override {}

 private:
  std::function<void(Utterance)> say_;
};

}  // namespace

ComposerThread::~ComposerThread() {
  state_.wake_workers();
  if (thread_.joinable()) thread_.join();
}

void ComposerThread::start() {
  thread_ = std::thread([this] { run(); });
}

void ComposerThread::run() {
  while (!state_.is_closing()) {
    if (const std::shared_ptr<Track> into = next_track()) {
      compose_track(into);
    } else {
      state_.composer_call.wait();
    }
  }
}

/// The article that is heard comes first. One that was left is composed no more, unless its file is still to be written.
std::shared_ptr<Track> ComposerThread::next_track() {
  const MutexLock lock(state_.mutex);
  auto& waiting = state_.to_compose;
  std::erase_if(waiting,
                [&](const auto& track) ALOUD_REQUIRES(state_.mutex) { return track != state_.track && !track->recorded; });
  auto next = std::find(waiting.begin(), waiting.end(), state_.track);
  if (next == waiting.end()) next = waiting.begin();
  if (next == waiting.end()) return nullptr;
  std::shared_ptr<Track> track = std::move(*next);
  waiting.erase(next);
  return track;
}

void ComposerThread::compose_track(const std::shared_ptr<Track>& into) {
  try {
    TrackSink script_sink([&](Utterance utterance) { add(into, std::move(utterance)); });
    const Article& article = into->article();
    ComposeOptions options = compose_options(article.reading);
    options.engine = &state_.factory.traits();
    const auto tail = compose(article.document, options, script_sink);
    const MutexLock lock(state_.mutex);
    if (state_.track == into || into->recorded) into->finish(tail);
  } catch (const Cancelled&) {
    return;
  } catch (...) {
    return state_.fail(std::current_exception());
  }
  state_.tell();
}

void ComposerThread::add(const std::shared_ptr<Track>& into, Utterance utterance) {
  bool waits = false;
  {
    const MutexLock lock(state_.mutex);
    if (state_.closing || (state_.track != into && !into->recorded)) throw Cancelled{};
    into->add(std::move(utterance));
    waits = into->script().size() == kFirstUtterances && !into->held();
  }
  state_.producer_call.ring();
  if (waits) state_.leave_the_start_alone(state_.composer_call);
}

}  // namespace aloud
