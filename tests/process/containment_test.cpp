#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "process/containment.h"
#include "process/data_files.h"
#include "process/performing.h"
#include "process/system_call_filter.h"
#include "support/no_system_call_filter.h"
#include "support/temporary_directory.h"
#include "support/tone_synthesizer.h"

namespace aloud {
namespace {

/// A synthesizer that does `act` in its child before it says the text that `act` returns, as tones.
class ActingFactory : public SynthesizerFactory {
 public:
  using Act = std::function<std::string(std::string_view text)>;
  explicit ActingFactory(Act act, std::string data_directory = {})
      : act_(std::move(act)), data_directory_(std::move(data_directory)) {}

  std::unique_ptr<Synthesizer> make(const VoiceParameters& voice) const override {
    return std::make_unique<Voice>(ToneSynthesizerFactory().make(voice), *this);
  }
  const EngineTraits& traits() const override { return espeak_traits(); }
  std::string version() const override { return "acting 1"; }

 private:
  class Voice : public Synthesizer {
   public:
    Voice(std::unique_ptr<Synthesizer> tone, const ActingFactory& factory) : tone_(std::move(tone)), factory_(factory) {}
    Speech speak(std::string_view text) override { return tone_->speak(factory_.act_(text)); }
    std::string data_directory() const override { return factory_.data_directory_; }

   private:
    std::unique_ptr<Synthesizer> tone_;
    const ActingFactory& factory_;
  };

  Act act_;
  std::string data_directory_;
};

class Containment : public testing::Test {
 protected:
  void SetUp() override {
    if (!can_filter_system_calls()) GTEST_SKIP() << "this build does not filter system calls";
  }
};

constexpr const char* kForbidden = "made a forbidden system call";

std::optional<std::string> failure_of(const ActingFactory& factory) {
  return perform(factory, {"word"}, plain_options(1)).at(0).second.failure;
}

TEST_F(Containment, RefusesWhatAChildHasNoBusinessWith) {
  const test::TemporaryDirectory scratch;
  const std::string fresh = scratch / "fresh", old = scratch / "old";
  std::ofstream(old) << "old";
  const struct {
    const char* name;
    std::function<void()> act;
  } cases[] = {
      {"read a file", [] { open("/etc/passwd", O_RDONLY); }},
      {"look at a file",
       [] {
         struct stat status;
         stat("/etc/passwd", &status);
       }},
      {"read a file by relative path", [] { open("passwd", O_RDONLY); }},
      {"list a directory", [] { open("/etc", O_RDONLY | O_DIRECTORY); }},
      {"make a file", [&] { open(fresh.c_str(), O_WRONLY | O_CREAT, 0600); }},
      {"open for both", [&] { open(old.c_str(), O_RDWR); }},
      {"empty a file", [&] { open(old.c_str(), O_RDONLY | O_TRUNC); }},
      {"remove a file", [&] { unlink(old.c_str()); }},
      {"rename a file", [&] { rename(old.c_str(), fresh.c_str()); }},
      {"make a directory", [&] { mkdir(fresh.c_str(), 0700); }},
      {"run a program", [] { execl("/bin/true", "true", nullptr); }},
      {"run a shell",
       [] {
         if (system("true") != 0) std::abort();
       }},
      {"make a socket", [] { socket(AF_UNIX, SOCK_STREAM, 0); }},
      {"make sockets",
       [] {
         int ends[2];
         socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
       }},
      {"make a process", [] { fork(); }},
      {"signal its parent", [] { kill(getppid(), SIGTERM); }},
      {"signal a thread of another", [] { syscall(SYS_tgkill, 1, 1, SIGTERM); }},
      {"trace its parent", [] { ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr); }},
      {"read another's memory", [] { syscall(SYS_process_vm_readv, 1, nullptr, 0, nullptr, 0, 0); }},
      {"make code", [] { mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }},
      {"change identity",
       [] {
         if (setuid(0) != 0) std::abort();
       }},
      {"have a tracer", [] { ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }}};
  for (const auto& c : cases) {
    const ActingFactory factory([&](std::string_view text) {
      c.act();
      return std::string(text);
    });
    EXPECT_EQ(failure_of(factory), kForbidden) << c.name;
  }
  EXPECT_FALSE(std::filesystem::exists(fresh));
  EXPECT_EQ(std::filesystem::file_size(old), 3U);
}

TEST_F(Containment, CostsTheUtteranceAndNotItsNeighbours) {
  const ActingFactory factory([](std::string_view text) {
    if (text.find("bad") != std::string_view::npos) socket(AF_INET, SOCK_STREAM, 0);
    return std::string(text);
  });
  const Performed performed = perform(factory, {"one", "bad", "three"}, plain_options(2));
  EXPECT_EQ(performed.at(0).second.failure, std::nullopt);
  EXPECT_EQ(performed.at(1).second.failure, kForbidden);
  EXPECT_EQ(performed.at(2).second.failure, std::nullopt);
}

/// What a file holds, "?" if it cannot be opened.
std::string contents_of(const std::string& path) {
  std::ifstream file(path);
  if (!file.is_open()) return "?";
  std::ostringstream contents;
  contents << file.rdbuf();
  return contents.str();
}

/// Reads the files named by the words of the text, below `directory`, and says their contents with the same number of words.
ActingFactory reader_of(const std::string& directory) {
  return ActingFactory(
      [directory](std::string_view text) {
        std::istringstream names{std::string(text)};
        std::string all;
        for (std::string name; names >> name;) all += (all.empty() ? "" : " ") + contents_of(directory + '/' + name);
        return all;
      },
      directory);
}

/// Length of the speech of `text` in characters of the tone synthesizer; -1 if that failed.
std::int64_t characters_said(const ActingFactory& factory, const std::string& text) {
  const Take take = perform(factory, {text}, plain_options(1)).at(0).second;
  return take.failure || take.simplified ? -1 : static_cast<std::int64_t>(samples_of(take).size()) / kToneFramesPerCharacter;
}

TEST_F(Containment, HandsOutTheDataFilesOfTheEngine) {
  const test::TemporaryDirectory data;
  std::ofstream(data / "three") << "aaa";
  std::ofstream(data / "five") << "bbbbb";
  std::filesystem::create_directory(data / "below");
  std::ofstream(data / "below/two") << "cc";
  const ActingFactory reader = reader_of(data.path().string());
  EXPECT_EQ(characters_said(reader, "three"), 3);
  EXPECT_EQ(characters_said(reader, "three five"), 9);
  EXPECT_EQ(characters_said(reader, "three three three"), 11);
  EXPECT_EQ(characters_said(reader, "below/two five"), 8);
  EXPECT_EQ(characters_said(reader, "missing five"), 7);
}

TEST_F(Containment, HandsOutManyDataFilesOneAfterTheOther) {
  const test::TemporaryDirectory data;
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "f" + std::to_string(i);
    std::ofstream(data / name) << std::string(static_cast<std::size_t>(i % 7 + 1), 'x');
    texts.push_back(name);
  }
  const Performed performed = perform(reader_of(data.path().string()), texts, plain_options(3));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(performed[i].second.failure, std::nullopt) << i;
    EXPECT_EQ(samples_of(performed[i].second).size(), (i % 7 + 1) * kToneFramesPerCharacter);
  }
}

TEST_F(Containment, HandsOutNoOtherFile) {
  const test::TemporaryDirectory outside, data;
  std::ofstream(outside / "secret") << "secret";
  std::filesystem::create_symlink(outside / "secret", data / "link");
  std::filesystem::create_directory(data / "folder");
  const ActingFactory reader = reader_of(data.path().string());
  const std::string up = "../" + outside.path().filename().string() + "/secret";
  EXPECT_EQ(characters_said(reader, up), -1);
  EXPECT_EQ(characters_said(reader, "link"), -1);
  EXPECT_EQ(characters_said(reader, "folder"), -1);
}

/// What `question` says in a process whose kernel has no filters.
bool holds_without_filters(const std::function<bool()>& question) {
  const pid_t child = fork();
  if (child == 0) {
    test::be_on_a_machine_without_filters();
    _exit(question() ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_F(Containment, IsWithoutAFilterWhereTheKernelHasNone) {
  EXPECT_FALSE(lacks_system_call_filter());
  EXPECT_TRUE(holds_without_filters([] { return lacks_system_call_filter(); }));
  EXPECT_FALSE(holds_without_filters([] { return can_filter_system_calls() || filter_system_calls(); }));
  EXPECT_TRUE(holds_without_filters(
      [] { return !failure_of(ActingFactory([](std::string_view text) { return std::string(text); })); }));
}

TEST_F(Containment, StillLimitsMemoryWithoutAFilter) {
  const ActingFactory greedy(
      [](std::string_view text) { return std::string(std::size_t{1} << 30, 'x').substr(0, 4) + std::string(text); });
  EXPECT_TRUE(holds_without_filters([&] { return failure_of(greedy) == "needed too much memory"; }));
}

TEST(IsDataFile, HoldsForFilesBelowTheDirectoryAlone) {
  const test::TemporaryDirectory data;
  std::ofstream(data / "file") << "x";
  EXPECT_TRUE(is_data_file(data / "file", data.path().string()));
  EXPECT_TRUE(is_data_file(data / "missing", data.path().string()));
  EXPECT_FALSE(is_data_file(data.path().string(), data.path().string()));
  EXPECT_FALSE(is_data_file(data / "../x", data.path().string()));
  EXPECT_FALSE(is_data_file(data.path().string() + "x/file", data.path().string()));
  EXPECT_FALSE(is_data_file("file", data.path().string()));
  EXPECT_FALSE(is_data_file("/etc/passwd", data.path().string()));
  EXPECT_FALSE(is_data_file("/etc/passwd", ""));
}

TEST(DescribeEnd, NamesWhatEndedAChild) {
  const struct {
    int status;
    const char* text;
  } cases[] = {{SIGSYS, kForbidden},
               {SIGABRT, "crashed (SIGABRT)"},
               {SIGSEGV, "crashed (SIGSEGV)"},
               {SIGKILL, "was killed (SIGKILL)"},
               {SIGXCPU, "used too much processor time"},
               {3 << 8, "ended without a result (exit code 3)"}};
  for (const auto& c : cases) EXPECT_EQ(describe_end(c.status), c.text);
}

}  // namespace
}  // namespace aloud
