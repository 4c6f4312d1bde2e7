// What articles, file names and profiles hold stands in what is told, and does nothing there: neither to a terminal nor to CI.
#include <gtest/gtest.h>

#include <sstream>

#include "cli/aloud_program.h"
#include "cli/interrupt_note.h"
#include "util/utf8.h"

namespace aloud::test {
namespace {

// Names and text that would end a line, command a runner, colour a terminal or turn its text around.
constexpr const char* kNames[] = {"::warning::x.md",        "##[error]y.md",         "##vso[task.setvariable variable=a]b.md",
                                  "a\n::error::z.md",       "\x1b[31mred\x1b[0m.md", "\u202egpj.exe.md",
                                  "\u2066iso\u2069late.md", "bell\a\r::debug::.md",  " ::stop-commands::x.md"};
constexpr const char* kText =
    "---\ntitle: \"::error::\\e[2J title ##[group]\\u202e\"\nvoice: en-us\n---\n\n"
    "::warning::A paragraph ##[error]with \x1b[31m colour and \u202e turned.\n\n::set-output name=a::b\n\n"
    "<notes ::x>\n\n![](::image.png)\n\n[::a]: b\n";

// The lines that a runner would obey, and the characters that a terminal would.
std::string offences(const std::string& text, bool may_command) {
  std::string found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(" \t");
    const bool commands = begin != std::string::npos && line.compare(begin, 2, "::") == 0;
    const bool own = line.starts_with("::error") || line.starts_with("::warning") || line.starts_with("::notice");
    const bool bad = (commands && !(may_command && own)) || line.find("##[") != std::string::npos ||
                     line.find("##vso[") != std::string::npos;
    if (bad) found += "command: " + line + '\n';
  }
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    const char32_t c = point.value;
    const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F);
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (control || turns) found += "character " + std::to_string(static_cast<unsigned>(c)) + '\n';
  }
  return found;
}

class Told : public testing::Test {
 protected:
  Told() {
    for (const char* name : kNames) place_.put(std::string("in/") + name, kText);
  }

  Outcome run_here(std::vector<std::string> arguments) const {
    RunOptions how;
    how.directory = place_ / "in";
    return aloud(std::move(arguments), how);
  }

  TemporaryDirectory place_;
};

TEST_F(Told, BatchesAndTheirReportsCommandNobody) {
  const Outcome outcome = run_here({"batch", ".", "-o", "../out", "-f", "wav", "--rate", "449", "--stats", "--report",
                                    "json=../r.json", "--report", "junit=../r.xml", "--report", "github=../r.github",
                                    "--report", "markdown=../r.md", "--report", "text=../r.txt"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(offences(outcome.out, false), "");
  EXPECT_EQ(offences(outcome.err, false), "");
  for (const std::string name : {"r.json", "r.xml", "r.md", "r.txt"})
    EXPECT_EQ(offences(read_file(place_ / name), false), "") << name;
  EXPECT_EQ(offences(read_file(place_ / "r.github"), true), "");
  const Outcome dry = run_here({"batch", ".", "-o", "../other", "--dry-run"});
  EXPECT_EQ(offences(dry.out + dry.err, false), "");
}

TEST_F(Told, RenderAndItsFindingsCommandNobody) {
  for (const char* name : kNames) {
    const Outcome outcome = run_here({"render", name, "-o", "../out.wav", "--rate", "449", "--stats", "--explain-cache"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(offences(outcome.out + outcome.err, false), "");
    const Outcome missing = run_here({"render", std::string(name) + ".none", "-o", "../out.wav"});
    EXPECT_EQ(missing.status, 1);
    EXPECT_EQ(offences(missing.err, false), "");
  }
}

TEST_F(Told, InspectCommandsNobody) {
  for (const std::string stage : {"blocks", "sentences", "spoken", "phonemes", "script", "timeline", "coverage"}) {
    for (const bool json : {false, true}) {
      std::vector<std::string> arguments = {"inspect", kNames[0], "--stage", stage};
      if (json) arguments.emplace_back("--json");
      const Outcome outcome = run_here(arguments);
      EXPECT_EQ(outcome.status, 0) << outcome.err;
      EXPECT_EQ(offences(outcome.out + outcome.err, false), "") << stage << (json ? " --json" : "");
    }
  }
}

TEST_F(Told, MistakesInTheCallCommandNobody) {
  for (const std::string word : {"--\n::error::x", "::warning::y", "##[error]z", "\x1b[31m"})
    EXPECT_EQ(offences(run_here({word}).err + run_here({"render", word}).err, false), "") << word;
}

TEST_F(Told, VoicesOfTheTreeCommandNobody) {
  place_.put("in/voices/::error::x.toml", "language = \"en\"\ndescription = \"\\u001b[31m ##[error]\\u202e\"\n");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"voices"}, {"voices", "--names"}, {"voices", "--json"}, {"voices", "--show", "::error::x"}})
    EXPECT_EQ(offences(run_here(arguments).out, false), "") << arguments.back();
}

TEST(SourceDateEpoch, IsRefusedByEveryCommandUnlessItIsANumber) {
  const TemporaryDirectory place;
  place.put("a.txt", "Hello.");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"render", "a.txt"},
                                                    {"batch", "a.txt", "-o", "out"},
                                                    {"inspect", "a.txt"},
                                                    {"cache", "stats"}}) {
    const Outcome outcome = aloud(arguments, {{}, place.path().string(), {"SOURCE_DATE_EPOCH=abc"}});
    EXPECT_EQ(outcome.status, 2) << arguments.front();
    EXPECT_EQ(outcome.err, "aloud: SOURCE_DATE_EPOCH=abc: must be a number of seconds since 1970\n");
  }
  EXPECT_EQ(aloud({"--version"}, {{}, {}, {"SOURCE_DATE_EPOCH=abc"}}).status, 0);
  EXPECT_EQ(aloud({"render", "a.txt"}, {{}, place.path().string(), {"SOURCE_DATE_EPOCH=1700000000"}}).status, 0);
}

TEST(InterruptNote, IsPrintedOnceTheLineIsWiped) {
  const TemporaryDirectory place;
  const int stderr_was = ::dup(STDERR_FILENO);
  const int file = ::open((place / "err").c_str(), O_WRONLY | O_CREAT, 0600);
  ::dup2(file, STDERR_FILENO);
  cli::set_progress_on_screen(true);
  cli::set_interrupt_note("::first");
  cli::set_interrupt_note("aloud: interrupted: 2 of 3");
  cli::print_interrupt_note();
  cli::set_progress_on_screen(false);
  cli::set_interrupt_note("");
  cli::print_interrupt_note();
  ::dup2(stderr_was, STDERR_FILENO);
  ::close(stderr_was);
  ::close(file);
  EXPECT_EQ(read_file(place / "err"), "\r\x1b[Kaloud: interrupted: 2 of 3\n");
}

}  // namespace
}  // namespace aloud::test
