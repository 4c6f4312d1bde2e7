#include "process/performer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <list>
#include <string>

#include "process/marked_text.h"
#include "process/take_maker.h"
#include "process/zygote.h"
#include "util/error.h"
#include "util/interruption.h"
#include "util/job_count.h"
#include "util/monotonic_clock.h"

namespace aloud {
namespace {

/// Utterances on their way for each child: one being made and two that wait, so that no child runs dry while an earlier, slower
/// utterance holds up the order of handing over.
constexpr std::size_t kWindowPerChild = 3;

/// Bytes of recalled takes that may wait behind one that is being performed. While a changed sentence is made, this many of the
/// sentences after it can be fetched: some hundred in Ogg, a dozen in WAV.
constexpr std::size_t kMostRecalledBytes = std::size_t{4} << 20;

std::size_t bytes_waiting_for(const Take& recalled) {
  constexpr std::size_t kUtterance = 2048;  // with its words, in the rough
  return recalled.audio.bytes.size() + kUtterance;
}

struct Server {
  VoiceParameters voice;
  ServerConnection connection;
  bool died_before = false;          ///< since its last report
  MonotonicClock::time_point heard;  ///< from it, or it was given work
  bool asked = false;                ///< since then, whether it lives

  void note_sign_of_life() {
    heard = MonotonicClock::now();
    asked = false;
  }
};

struct Job {
  Utterance utterance;
  Server* server = nullptr;
  std::uint32_t slot = 0;
  std::optional<ServerReport> report;
  std::optional<Take> recalled;  ///< or a clip's: then there is no server, slot or report
};

ForkServerSetup setup_of(const SynthesizerFactory& factory, PerformerOptions options, TakeSlots& slots) {
  return {&factory, options, options.jobs + 1, &slots};
}

PerformerOptions with_jobs(PerformerOptions options) {
  if (options.jobs == 0) options.jobs = usable_cores();
  return options;
}

}  // namespace

bool all_heard(const Take& take) {
  return std::ranges::all_of(take.words, [](const WordTime& word) { return word.heard; });
}

class Performer::Impl {
 public:
  Impl(const SynthesizerFactory& factory, PerformerOptions options, OnTake on_take);
  ~Impl();
  void submit(Utterance utterance);
  void finish();
  void stop_when(std::stop_token token) { interruption_.emplace(std::move(token)); }

 private:
  bool submit_recalled(Utterance& utterance);
  void submit_clip(Utterance& utterance);
  void queue(Utterance& utterance, Take take);
  Server& server_for(const VoiceParameters& voice);
  void connect(Server& server);
  void send(const Job& job);
  static void send(const Server& server, ServerCommand command);
  void wait();
  void receive(std::chrono::milliseconds timeout);
  void look_after_silent_servers();
  bool has_work(const Server& server) const;
  void receive_from(Server& server);
  void accept(const ServerReport& report, Server& server);
  void revive(Server& server);
  void deliver_ready();
  void deliver(const Job& job);
  Take take_of(const Job& job) const;

  PerformerOptions options_;
  OnTake on_take_;
  TakeSlots slots_;
  ForkServerSetup setup_;
  std::optional<Zygote> zygote_;
  std::list<Server> servers_;  // addresses are kept in jobs
  std::deque<Job> jobs_;       // in order of submission
  std::vector<std::uint32_t> free_slots_;
  std::size_t recalled_bytes_ = 0;
  std::size_t reports_ = 0;  // of takes made or failed, so far
  std::optional<Interruption> interruption_;
  std::unique_ptr<TakeEncoder> clip_encoder_;  // made when the first clip comes
};

Performer::Impl::Impl(const SynthesizerFactory& factory, PerformerOptions options, OnTake on_take)
    : options_(with_jobs(std::move(options))),
      on_take_(std::move(on_take)),
      slots_((options_.jobs + 1) * kWindowPerChild),
      setup_(setup_of(factory, options_, slots_)) {
  for (std::size_t i = slots_.count(); i > 0; --i) free_slots_.push_back(static_cast<std::uint32_t>(i - 1));
  zygote_.emplace(setup_);
}

Performer::Impl::~Impl() {
  zygote_.reset();
  for (const Server& server : servers_) await_death(server.connection.life);
}

void Performer::Impl::submit(Utterance utterance) {
  if (interruption_) interruption_->check();
  if (options_.recall && submit_recalled(utterance)) return;
  if (utterance.clip) return submit_clip(utterance);
  receive(std::chrono::milliseconds(0));
  deliver_ready();
  while (free_slots_.empty()) {
    wait();
    deliver_ready();
  }
  Server& server = server_for(utterance.voice);
  if (!has_work(server)) server.note_sign_of_life();
  const MarkedText request = marked_text(utterance);
  if (!TakeSlots::fits_request(request.text, request.words.size()))
    throw Error(ErrorKind::synthesis, "an utterance is too long to be handed over");
  const std::uint32_t slot = free_slots_.back();
  free_slots_.pop_back();
  slots_.write_request(slot, request.text, request.words);
  jobs_.push_back({std::move(utterance), &server, slot, std::nullopt, std::nullopt});
  send(jobs_.back());
}

bool Performer::Impl::submit_recalled(Utterance& utterance) {
  std::optional<Take> take = options_.recall(utterance);
  if (!take) return false;
  queue(utterance, std::move(*take));
  return true;
}

void Performer::Impl::submit_clip(Utterance& utterance) {
  if (!clip_encoder_) clip_encoder_ = encoder_for(options_);
  Take take = make_clip_take(utterance, *clip_encoder_);
  if (options_.keep) options_.keep(utterance, take);
  queue(utterance, std::move(take));
}

/// A take that is there already waits its turn.
void Performer::Impl::queue(Utterance& utterance, Take take) {
  deliver_ready();
  while (recalled_bytes_ >= kMostRecalledBytes) {
    wait();
    deliver_ready();
  }
  recalled_bytes_ += bytes_waiting_for(take);
  jobs_.push_back({std::move(utterance), nullptr, 0, std::nullopt, std::move(take)});
  deliver_ready();
}

void Performer::Impl::finish() {
  deliver_ready();
  while (!jobs_.empty()) {
    wait();
    deliver_ready();
  }
}

Server& Performer::Impl::server_for(const VoiceParameters& voice) {
  for (Server& server : servers_)
    if (server.voice == voice) return server;
  Server server{voice, zygote_->start_server(voice), false, {}, false};
  return servers_.emplace_back(std::move(server));
}

/// Gives `server` a process, with a new zygote if the old one is dead too.
void Performer::Impl::connect(Server& server) {
  try {
    server.connection = zygote_->start_server(server.voice);
  } catch (const Error&) {
    zygote_.emplace(setup_);
    server.connection = zygote_->start_server(server.voice);
  }
}

void Performer::Impl::send(const Job& job) { send(*job.server, {job.slot}); }

void Performer::Impl::send(const Server& server, ServerCommand command) {
  const int flags = MSG_NOSIGNAL | (command.slot == ServerCommand::kAreYouThere ? MSG_DONTWAIT : 0);  // it may be stopped
  while (::send(server.connection.control.get(), &command, sizeof command, flags) < 0) {
    if (errno == EINTR) continue;
    return;  // the server is dead; whoever receives from it next finds out, and sends again
  }
}

/// Blocks until a server reports of a take.
void Performer::Impl::wait() {
  // Three attempts at one utterance, and some time to start.
  const auto give_up = MonotonicClock::now() + 4 * options_.time_limit + std::chrono::seconds(30);
  for (const std::size_t before = reports_; reports_ == before;) {
    receive(options_.answer_time / 25);
    look_after_silent_servers();
    if (MonotonicClock::now() >= give_up) throw Error(ErrorKind::synthesis, "the speech processes do not answer");
  }
}

bool Performer::Impl::has_work(const Server& server) const {
  return std::any_of(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.server == &server && !job.report; });
}

/// A server that works on one utterance for long is silent too, so it is asked first. One that does not answer even that was
/// stopped, or its zygote was before it could start it: the whole group goes, and what it had not finished is made again.
void Performer::Impl::look_after_silent_servers() {
  const auto now = MonotonicClock::now();
  for (Server& server : servers_) {
    if (!has_work(server) || now - server.heard < options_.answer_time * 2 / 5) continue;
    if (!server.asked) {
      server.asked = true;
      send(server, {ServerCommand::kAreYouThere});
    } else if (now - server.heard >= options_.answer_time) {
      zygote_.reset();
      zygote_.emplace(setup_);
      for (Server& one : servers_) one.note_sign_of_life();
      return;
    }
  }
}

void Performer::Impl::receive(std::chrono::milliseconds timeout) {
  std::vector<pollfd> watched;
  if (interruption_) watched.push_back({interruption_->descriptor(), POLLIN, 0});
  for (const Server& server : servers_) watched.push_back({server.connection.control.get(), POLLIN, 0});
  int ready = 0;
  while ((ready = poll(watched.data(), watched.size(), static_cast<int>(timeout.count()))) < 0 && errno == EINTR)
    if (options_.on_signal) options_.on_signal();
  if (interruption_) interruption_->check();
  std::size_t i = interruption_ ? 1 : 0;
  for (Server& server : servers_)
    if (watched[i++].revents != 0) receive_from(server);
}

void Performer::Impl::receive_from(Server& server) {
  for (;;) {
    ServerReport report;
    const ssize_t size = recv(server.connection.control.get(), &report, sizeof report, MSG_DONTWAIT);
    // A server that ends with commands unread resets the connection; what it reported before can still be read.
    if (size < 0 && (errno == EINTR || errno == ECONNRESET)) continue;
    if (size < 0 && errno == EAGAIN) return;
    if (size != static_cast<ssize_t>(sizeof report)) return revive(server);
    accept(report, server);
  }
}

void Performer::Impl::accept(const ServerReport& report, Server& server) {
  server.died_before = false;
  server.note_sign_of_life();
  if (report.kind == ServerReport::Kind::alive) return;
  ++reports_;
  if (report.kind == ServerReport::Kind::broken) throw Error(ErrorKind::synthesis, report.reason);
  for (Job& job : jobs_)
    if (job.slot == report.slot && job.server == &server) job.report = report;
}

/// Starts a dead server once more, and hands it again what it had not finished.
void Performer::Impl::revive(Server& server) {
  if (server.died_before) {
    const std::optional<std::string> end = zygote_->how_it_ended();
    throw Error(ErrorKind::synthesis, end ? "the process that starts speech processes " + *end
                                          : "the speech process for voice " + server.voice.engine_voice + " died twice");
  }
  server.died_before = true;
  server.note_sign_of_life();
  await_death(server.connection.life);  // its children write into the slots until then
  connect(server);
  for (const Job& job : jobs_) {
    if (job.server != &server || job.report) continue;
    const MarkedText request = marked_text(job.utterance);
    slots_.write_request(job.slot, request.text, request.words);
    send(job);
  }
}

void Performer::Impl::deliver_ready() {
  while (!jobs_.empty() && (jobs_.front().report || jobs_.front().recalled)) {
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    deliver(job);
  }
}

void Performer::Impl::deliver(const Job& job) {
  if (job.recalled) {
    recalled_bytes_ -= bytes_waiting_for(*job.recalled);
    return on_take_(job.utterance, *job.recalled);
  }
  const Take take = take_of(job);
  slots_.release(job.slot);
  free_slots_.push_back(job.slot);
  if (options_.keep) options_.keep(job.utterance, take);
  on_take_(job.utterance, take);
}

Take Performer::Impl::take_of(const Job& job) const {
  Take take;
  std::optional<MadeTake> made;
  if (job.report->kind != ServerReport::Kind::failed) made = slots_.read_result(job.slot, job.utterance.words.size());
  if (!made) {
    const bool damaged = job.report->kind != ServerReport::Kind::failed;
    take.failure = damaged ? "left a damaged result" : job.report->reason;
    take.words.resize(job.utterance.words.size());
    return take;
  }
  take.audio = std::move(made->audio);
  take.words = std::move(made->words);
  if (job.report->kind == ServerReport::Kind::simplified) take.simplified = job.report->reason;
  return take;
}

Performer::Performer(const SynthesizerFactory& factory, PerformerOptions options, OnTake on_take)
    : impl_(std::make_unique<Impl>(factory, std::move(options), std::move(on_take))) {}

Performer::~Performer() = default;

void Performer::submit(Utterance utterance) { impl_->submit(std::move(utterance)); }

void Performer::finish() { impl_->finish(); }

void Performer::stop_when(std::stop_token token) { impl_->stop_when(std::move(token)); }

}  // namespace aloud
