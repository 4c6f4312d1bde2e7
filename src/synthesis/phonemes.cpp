#include "synthesis/phonemes.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "synthesis/containment.h"
#include "synthesis/marked_text.h"
#include "synthesis/word_phonemes.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::chrono::milliseconds kTimeLimit{10000};
constexpr std::size_t kMemoryLimit = std::size_t{256} << 20;
constexpr int kVoiceFailed = 3;  // exit code of a child that could not load the voice

enum class Words : unsigned char { no, yes };

// A line for the utterance and, if asked for, one for each word alone.
std::string phonemes_in(Synthesizer& synthesizer, const Utterance& utterance, Words words) {
  std::string phonemes = synthesizer.phonemes(marked_text(utterance).text);
  if (words == Words::no) return phonemes;
  for (const Word& word : utterance.words) phonemes += '\n' + synthesizer.phonemes(marked_word(utterance, word));
  return phonemes;
}

[[noreturn]] void answer(const Utterance& utterance, const SynthesizerFactory& factory, Words words, int pipe, pid_t parent) {
  die_with_parent(parent);
  leave_inheritance({pipe});
  std::string phonemes;
  int code = 0;
  try {
    const std::unique_ptr<Synthesizer> synthesizer = factory.make(utterance.voice);
    limit_resources(kMemoryLimit);
    limit_processor_time(kTimeLimit);
    phonemes = phonemes_in(*synthesizer, utterance, words);
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

std::optional<std::string> phonemes_of(const Utterance& utterance, const SynthesizerFactory& factory, Words words) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw Error(ErrorKind::synthesis, "no pipe: " + describe_errno(errno));
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorKind::synthesis, "no process: " + describe_errno(errno));
  if (child == 0) answer(utterance, factory, words, pipe[1], parent);
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

std::optional<Transcription> transcription_of(const Utterance& utterance, const SynthesizerFactory& factory) {
  const std::optional<std::string> lines = phonemes_of(utterance, factory, Words::yes);
  if (!lines) {
    const std::optional<std::string> whole = phonemes_of(utterance, factory, Words::no);
    return whole ? std::optional<Transcription>({*whole, std::vector<std::string>(utterance.words.size())}) : std::nullopt;
  }
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= lines->size();) {
    const std::size_t end = std::min(lines->find('\n', at), lines->size());
    all.push_back(lines->substr(at, end - at));
    at = end + 1;
  }
  const std::string ipa = std::move(all.front());
  all.erase(all.begin());
  all.resize(utterance.words.size());
  return Transcription{ipa, share_phonemes(ipa, all)};
}

}  // namespace

std::vector<std::optional<std::string>> phonemes_of(const std::vector<Utterance>& utterances,
                                                    const SynthesizerFactory& factory) {
  std::vector<std::optional<std::string>> all;
  for (const Utterance& utterance : utterances) all.push_back(phonemes_of(utterance, factory, Words::no));
  return all;
}

std::vector<std::optional<Transcription>> transcriptions_of(const std::vector<Utterance>& utterances,
                                                            const SynthesizerFactory& factory) {
  std::vector<std::optional<Transcription>> all;
  for (const Utterance& utterance : utterances) all.push_back(transcription_of(utterance, factory));
  return all;
}

}  // namespace aloud
