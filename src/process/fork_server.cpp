#include "process/fork_server.h"

#include <malloc.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <deque>
#include <exception>
#include <new>
#include <vector>

#include "process/containment.h"
#include "process/data_files.h"
#include "process/system_call_filter.h"
#include "util/error.h"
#include "util/monotonic_clock.h"

namespace aloud {
namespace {

using Clock = MonotonicClock;

/// An utterance on its way: exact, exact again but alone, from simplified text.
struct Work {
  std::uint32_t slot = 0;
  TakeRequest request;
  unsigned failures = 0, file_requests = 0;
  std::string first_reason;

  Fidelity fidelity() const { return failures < 2 ? Fidelity::exact : Fidelity::simplified; }
};

struct Child {
  pid_t pid = -1;
  Clock::time_point deadline;
  bool timed_out = false;
  Work work;
};

/// In a child: where a request for a data file goes.
TakeSlots* requesting_slots = nullptr;
std::uint32_t requesting_slot = 0;

std::string describe_duration(std::chrono::milliseconds time) {
  if (time.count() % 1000 == 0) return std::to_string(time.count() / 1000) + " s";
  return std::to_string(time.count()) + " ms";
}

class ForkServer {
 public:
  ForkServer(const ForkServerSetup& setup, const VoiceParameters& voice, int control);
  [[noreturn]] void run();

 private:
  static void reuse_freed_memory();
  void keep_own_limits();
  void watch_children();
  void read_commands();
  void start_children();
  void start(Work work);
  [[noreturn]] void be_child(const Work& work);
  void make_into_slot(const Work& work);
  void reap();
  void finished(Child child, int wait_status);
  void retry_with_file(Work work);
  void failed(Work work, const std::string& reason);
  void kill_overdue();
  int milliseconds_to_deadline() const;
  void report(ServerReport::Kind kind, std::uint32_t slot, const std::string& reason);
  [[noreturn]] void end();

  const ForkServerSetup& setup_;
  const Level level_;
  std::optional<OwnLimits> own_limits_;  // of an engine that is not contained
  std::chrono::milliseconds time_limit_;
  std::size_t most_children_;
  const int control_;
  const pid_t pid_ = getpid();
  int child_signals_ = -1;
  std::unique_ptr<Synthesizer> synthesizer_;
  std::unique_ptr<TakeEncoder> encoder_;
  std::deque<Work> waiting_, retries_;
  std::vector<std::string> data_files_;  // that children have asked for, oldest first
  std::vector<Child> children_;
};

ForkServer::ForkServer(const ForkServerSetup& setup, const VoiceParameters& voice, int control)
    : setup_(setup),
      level_(voice.level),
      time_limit_(setup.options.time_limit),
      most_children_(setup.children),
      control_(control) {
  watch_children();
  try {
    synthesizer_ = setup.factory->make(voice);
    encoder_ = encoder_for(setup.options);
  } catch (const Error& error) {
    report(ServerReport::Kind::broken, 0, error.message());
    _exit(1);
  } catch (const std::exception& error) {
    report(ServerReport::Kind::broken, 0, error.what());
    _exit(1);
  }
  own_limits_ = synthesizer_->own_limits();
  if (own_limits_) {
    keep_own_limits();
  } else {
    reuse_freed_memory();
    limit_resources(setup.options.memory_limit);
  }
}

/// The engine ends what is late by itself; here ends what does not even do that.
void ForkServer::keep_own_limits() {
  constexpr std::chrono::seconds kGrace{5};
  time_limit_ = own_limits_->time_limit + kGrace;
  most_children_ = std::min<std::size_t>(most_children_, own_limits_->at_once);
}

/// A child needs one large buffer after the other. By default each would come from the kernel, page by page, and go back to it.
void ForkServer::reuse_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

/// Before the engine starts its thread, so that the thread does not get the signal either.
void ForkServer::watch_children() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  sigprocmask(SIG_BLOCK, &set, nullptr);
  child_signals_ = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

void ForkServer::run() {
  for (;;) {
    start_children();
    pollfd watched[] = {{control_, POLLIN, 0}, {child_signals_, POLLIN, 0}};
    poll(watched, 2, milliseconds_to_deadline());
    if (watched[0].revents != 0) read_commands();
    if (watched[1].revents != 0) {
      signalfd_siginfo info;
      while (read(child_signals_, &info, sizeof info) > 0) {
      }
      reap();
    }
    kill_overdue();
  }
}

void ForkServer::read_commands() {
  for (;;) {
    ServerCommand command;
    const ssize_t size = recv(control_, &command, sizeof command, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (size <= 0) end();
    if (command.slot == ServerCommand::kAreYouThere) {
      report(ServerReport::Kind::alive, command.slot, "");
      continue;
    }
    Work work;
    work.slot = command.slot;
    std::optional<TakeRequest> request = setup_.slots->read_request(command.slot);
    if (!request) {
      report(ServerReport::Kind::failed, command.slot, "was handed over damaged");
      continue;
    }
    work.request = std::move(*request);
    waiting_.push_back(std::move(work));
  }
}

/// An utterance that has failed is tried again with nothing beside it, so that its neighbours cannot be the reason.
void ForkServer::start_children() {
  if (!retries_.empty()) {
    if (!children_.empty()) return;
    Work work = std::move(retries_.front());
    retries_.pop_front();
    start(std::move(work));
    return;
  }
  while (!waiting_.empty() && children_.size() < most_children_) {
    Work work = std::move(waiting_.front());
    waiting_.pop_front();
    start(std::move(work));
  }
}

void ForkServer::start(Work work) {
  setup_.slots->clear_outcome(work.slot);
  const pid_t pid = fork();
  if (pid == 0) be_child(work);
  if (pid < 0) return failed(std::move(work), "got no process: " + describe_errno(errno));
  children_.push_back({pid, Clock::now() + time_limit_, false, std::move(work)});
}

void ForkServer::be_child(const Work& work) {
  die_with_parent(pid_);
  close(control_);
  close(child_signals_);
  if (own_limits_) {
    setup_.slots->keep_only(work.slot);
    make_into_slot(work);
    _exit(0);
  }
  open_data_files(data_files_);
  setup_.slots->keep_only(work.slot);
  limit_processor_time(setup_.options.time_limit);
  requesting_slots = setup_.slots;
  requesting_slot = work.slot;
  answer_from_data_files([](const char* path) { requesting_slots->write_file_request(requesting_slot, path); });
  if (can_filter_system_calls() && !filter_system_calls())
    setup_.slots->write_failure(work.slot, "could not be contained: " + describe_errno(errno));
  else
    make_into_slot(work);
  _exit(0);
}

void ForkServer::make_into_slot(const Work& work) {
  try {
    setup_.slots->write_result(
        work.slot, make_take(*synthesizer_, *encoder_, work.request.text, work.request.words, work.fidelity(), level_));
  } catch (const Error& error) {
    setup_.slots->write_failure(work.slot, error.message());
  } catch (const std::bad_alloc&) {
    setup_.slots->write_failure(work.slot, "needed too much memory");
  } catch (const std::exception& error) {
    setup_.slots->write_failure(work.slot, error.what());
  }
}

void ForkServer::reap() {
  int status = 0;
  for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
    const auto child = std::find_if(children_.begin(), children_.end(), [&](const Child& c) { return c.pid == pid; });
    if (child == children_.end()) continue;
    Child ended = std::move(*child);
    children_.erase(child);
    finished(std::move(ended), status);
  }
}

void ForkServer::finished(Child child, int wait_status) {
  Work& work = child.work;
  const TakeSlots::Outcome outcome = setup_.slots->outcome(work.slot);
  const bool ended_well = WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0;
  if (child.timed_out) return failed(std::move(work), "did not finish within " + describe_duration(time_limit_));
  if (!ended_well || outcome == TakeSlots::Outcome::none) return failed(std::move(work), describe_end(wait_status));
  if (outcome == TakeSlots::Outcome::wants_file) return retry_with_file(std::move(work));
  if (outcome == TakeSlots::Outcome::failed) return failed(std::move(work), setup_.slots->failure(work.slot));
  if (!setup_.slots->holds_result(work.slot, work.request.words.size()))
    return failed(std::move(work), "left a damaged result");
  const bool exact = work.fidelity() == Fidelity::exact;
  report(exact ? ServerReport::Kind::made : ServerReport::Kind::simplified, work.slot, work.first_reason);
}

/// A dictionary that is read in the middle of an utterance. The next attempt finds it open, and so do all children after.
void ForkServer::retry_with_file(Work work) {
  const std::string path = setup_.slots->failure(work.slot);
  if (++work.file_requests > 2 * kMostDataFiles || !is_data_file(path, synthesizer_->data_directory()))
    return failed(std::move(work), "made a forbidden system call");
  if (std::find(data_files_.begin(), data_files_.end(), path) == data_files_.end()) {
    if (data_files_.size() == kMostDataFiles) data_files_.erase(data_files_.begin());
    data_files_.push_back(path);
  }
  waiting_.push_front(std::move(work));
}

void ForkServer::failed(Work work, const std::string& reason) {
  if (work.failures++ == 0) work.first_reason = reason;
  const unsigned attempts = own_limits_ ? 2 : 3;  // simplified text is a way round eSpeak NG's and Flite's faults
  if (work.failures == attempts) return report(ServerReport::Kind::failed, work.slot, work.first_reason);
  retries_.push_front(std::move(work));
}

void ForkServer::kill_overdue() {
  const Clock::time_point now = Clock::now();
  for (Child& child : children_) {
    if (child.timed_out || now < child.deadline) continue;
    child.timed_out = true;
    kill(child.pid, SIGKILL);
  }
}

int ForkServer::milliseconds_to_deadline() const {
  Clock::time_point next = Clock::time_point::max();
  for (const Child& child : children_)
    if (!child.timed_out) next = std::min(next, child.deadline);
  if (next == Clock::time_point::max()) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 1'000'000));
}

void ForkServer::report(ServerReport::Kind kind, std::uint32_t slot, const std::string& reason) {
  ServerReport message;
  message.kind = kind;
  message.slot = slot;
  std::memcpy(message.reason, reason.data(), std::min(reason.size(), sizeof message.reason - 1));
  while (send(control_, &message, sizeof message, MSG_NOSIGNAL) < 0)
    if (errno != EINTR) end();
}

void ForkServer::end() {
  for (const Child& child : children_) kill(child.pid, SIGKILL);
  _exit(0);
}

}  // namespace

void run_fork_server(const ForkServerSetup& setup, const VoiceParameters& voice, int control, int life, pid_t parent) {
  leave_inheritance(std::array{control, life});
  die_with_parent(parent);
  ForkServer(setup, voice, control).run();
}

}  // namespace aloud
