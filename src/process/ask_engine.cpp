#include "process/ask_engine.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>

#include "process/containment.h"
#include "util/error.h"
#include "util/monotonic_clock.h"
#include "util/unique_descriptor.h"

namespace aloud {
namespace {

using Question = std::function<void(Synthesizer&, const Say&)>;

constexpr std::chrono::milliseconds kTimeLimit{10000};
constexpr std::chrono::seconds kPatience{30};
constexpr std::size_t kMemoryLimit = std::size_t{256} << 20;
constexpr int kRefused = 3;            // exit code of a child that met an Error
constexpr char kBeforeMessage = '\0';  // stands between what was said and the message of that Error

void write_all(int pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(pipe, text.data(), text.size());
    if (written <= 0) ::_exit(1);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// The life of the child. Any other exception ends it where it is thrown: the frames above belong to its parent's work.
[[noreturn]] void answer(const SynthesizerFactory& factory, const VoiceParameters& voice, const Question& question, int pipe,
                         pid_t parent) noexcept {
  die_with_parent(parent);
  leave_inheritance(std::array{pipe});
  try {
    const std::unique_ptr<Synthesizer> synthesizer = factory.make(voice);
    if (!synthesizer->own_limits()) {
      limit_resources(kMemoryLimit);
      limit_processor_time(kTimeLimit);
    }
    question(*synthesizer, [pipe](std::string_view piece) { write_all(pipe, piece); });
  } catch (const Error& error) {
    write_all(pipe, kBeforeMessage + error.message());
    ::_exit(kRefused);
  }
  ::_exit(0);
}

// What answers so late was stopped: its processor time is limited.
std::string read_to_end(int pipe, pid_t child) {
  std::string text;
  std::array<char, 4096> buffer{};
  const auto deadline = MonotonicClock::now() + kPatience;
  for (;;) {
    pollfd watched{pipe, POLLIN, 0};
    constexpr int kSecond = 1000;
    if (::poll(&watched, 1, kSecond) == 0) {
      if (MonotonicClock::now() >= deadline) ::kill(child, SIGKILL);
      continue;
    }
    const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

EngineAnswer ask_engine(const SynthesizerFactory& factory, const VoiceParameters& voice, const Question& question) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(ErrorKind::synthesis, "no pipe: " + describe_errno(errno));
  const UniqueDescriptor ours(ends[0]);
  UniqueDescriptor theirs(ends[1]);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorKind::synthesis, "no process: " + describe_errno(errno));
  if (child == 0) answer(factory, voice, question, theirs.get(), parent);
  theirs.reset();
  std::string text = read_to_end(ours.get(), child);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kRefused)
    throw Error(ErrorKind::synthesis, text.substr(text.find(kBeforeMessage) + 1));
  return {std::move(text), WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

}  // namespace aloud
