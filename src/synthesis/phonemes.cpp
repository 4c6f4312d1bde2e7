#include "synthesis/phonemes.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "synthesis/containment.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::chrono::milliseconds kTimeLimit{10000};
constexpr std::size_t kMemoryLimit = std::size_t{256} << 20;
constexpr int kVoiceFailed = 3;  // exit code of a child that could not load the voice

[[noreturn]] void answer(const Utterance& utterance, const SynthesizerFactory& factory, int pipe, pid_t parent) {
  die_with_parent(parent);
  leave_inheritance({pipe});
  std::string phonemes;
  int code = 0;
  try {
    const std::unique_ptr<Synthesizer> synthesizer = factory.make(utterance.voice);
    limit_resources(kMemoryLimit);
    limit_processor_time(kTimeLimit);
    phonemes = synthesizer->phonemes(utterance.text.text());
  } catch (const Error& error) {
    phonemes = error.message();
    code = kVoiceFailed;
  }
  std::size_t done = 0;
  while (done < phonemes.size()) {
    const ssize_t written = ::write(pipe, phonemes.data() + done, phonemes.size() - done);
    if (written <= 0) ::_exit(1);
    done += static_cast<std::size_t>(written);
  }
  ::_exit(code);
}

std::string read_to_end(int pipe) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (;;) {
    const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

std::optional<std::string> phonemes_of(const Utterance& utterance, const SynthesizerFactory& factory) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw Error(ErrorKind::synthesis, "no pipe: " + describe_errno(errno));
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorKind::synthesis, "no process: " + describe_errno(errno));
  if (child == 0) answer(utterance, factory, pipe[1], parent);
  ::close(pipe[1]);
  std::string text = read_to_end(pipe[0]);
  ::close(pipe[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kVoiceFailed) throw Error(ErrorKind::synthesis, text);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return text;
}

}  // namespace

std::vector<std::optional<std::string>> phonemes_of(const std::vector<Utterance>& utterances,
                                                    const SynthesizerFactory& factory) {
  std::vector<std::optional<std::string>> all;
  for (const Utterance& utterance : utterances) all.push_back(phonemes_of(utterance, factory));
  return all;
}

}  // namespace aloud
