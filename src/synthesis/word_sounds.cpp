#include "synthesis/word_sounds.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <span>
#include <string_view>

#include "synthesis/containment.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::chrono::milliseconds kTimeLimit{10000};
constexpr std::size_t kMemoryLimit = std::size_t{256} << 20;
constexpr int kVoiceFailed = 3;  // exit code of a child that could not load the voice

void write_all(int pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(pipe, text.data(), text.size());
    if (written <= 0) ::_exit(1);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// One line for each word: "+" or "-" and its IPA.
[[noreturn]] void answer(std::span<const std::string> words, const VoiceParameters& voice, const SynthesizerFactory& factory,
                         int pipe, pid_t parent) {
  die_with_parent(parent);
  leave_inheritance({pipe});
  try {
    const std::unique_ptr<Synthesizer> synthesizer = factory.make(voice);
    limit_resources(kMemoryLimit);
    limit_processor_time(kTimeLimit);
    for (const std::string& word : words) {
      const bool found = synthesizer->is_in_dictionary(word);
      write_all(pipe, (found ? "+" : "-") + synthesizer->phonemes(word) + '\n');
    }
  } catch (const Error& error) {
    write_all(pipe, error.message());
    ::_exit(kVoiceFailed);
  }
  ::_exit(0);
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

std::string ask(std::span<const std::string> words, const VoiceParameters& voice, const SynthesizerFactory& factory) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw Error(ErrorKind::synthesis, "no pipe: " + describe_errno(errno));
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorKind::synthesis, "no process: " + describe_errno(errno));
  if (child == 0) answer(words, voice, factory, pipe[1], parent);
  ::close(pipe[1]);
  std::string text = read_to_end(pipe[0]);
  ::close(pipe[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kVoiceFailed) throw Error(ErrorKind::synthesis, text);
  return text;
}

}  // namespace

std::vector<WordSound> sounds_of(const std::vector<std::string>& words, const VoiceParameters& voice,
                                 const SynthesizerFactory& factory) {
  std::vector<WordSound> sounds;
  while (sounds.size() < words.size()) {
    const std::string lines = ask(std::span(words).subspan(sounds.size()), voice, factory);
    std::size_t end = 0;
    for (std::size_t at = 0; (end = lines.find('\n', at)) != std::string::npos; at = end + 1) {
      sounds.push_back({lines.substr(at + 1, end - at - 1), lines[at] == '+'});
    }
    if (sounds.size() < words.size()) sounds.emplace_back();  // it crashed over this one
  }
  return sounds;
}

}  // namespace aloud
