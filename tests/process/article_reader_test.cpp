#include "process/article_reader.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "process/reader_message.h"
#include "process/system_call_filter.h"
#include "support/test_paths.h"
#include "util/error.h"

namespace aloud {
namespace {

std::string error_of(ArticleReader& reader, const std::string& path, const std::string& bytes) {
  try {
    reader.read(path, bytes);
    return "read";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
}

TEST(ArticleReader, ReadsAsThisProcessWould) {
  ArticleReader reader;
  const std::pair<const char*, std::string> articles[] = {
      {"a.md", "---\ntitle: T\n---\n# *One*\n\n| a | b |\n|---|---|\n| c | [d](e) |\n\n1. x\n- [x] y\n"},
      {"a.txt", "Title\n\nText.\n"},
      {"b.txt",
       "caf\xE9, na\xEFve, d\xE9j\xE0 vu: voil\xE0 une phrase fran\xE7"
       "aise enti\xE8re.\n"},
      {"jp.txt", "\x1B$B$3$s$K$A$O!\"@$3&!#\x1B(B\n"},
      {"empty.md", ""},
      {"draft.md", "---\ndraft: true\n---\n"},
  };
  for (const auto& [path, bytes] : articles) {
    const Document here = parse_any_article(path, bytes, {});
    const Document there = reader.read(path, bytes);
    EXPECT_EQ(describe(there), describe(here)) << path;
    EXPECT_EQ(there.source.name(), path);
    EXPECT_EQ(there.source.encoding(), here.source.encoding());
  }
  EXPECT_EQ(reader.read("-", "# x\n", DocumentFormat::markdown).blocks.front().kind, BlockKind::title);
}

TEST(ArticleReader, TellsErrorsAsThisProcessWould) {
  ArticleReader reader;
  EXPECT_EQ(error_of(reader, "a.md", "<?xml version='1.0'?><rss/>").find("a.md: is an XML file"), 0U);
  EXPECT_NE(error_of(reader, "a.txt",
                     std::string("\x7F"
                                 "ELF\0\0\0\0",
                                 8))
                .find("a.txt: looks like"),
            std::string::npos);
}

// What a parser may do wrong, and what a stranger who runs code in it may try.

std::string crashes(const ReadOrder&, std::string_view) { std::abort(); }
std::string writes_nowhere(const ReadOrder&, std::string_view) {
  std::raise(SIGSEGV);
  return {};
}
std::string ends(const ReadOrder&, std::string_view) { _exit(0); }
std::string sleeps(const ReadOrder&, std::string_view) {
  for (;;) pause();
}
std::string computes(const ReadOrder&, std::string_view) {
  for (std::atomic<unsigned> steps = 0;;) ++steps;
}
std::string grows(const ReadOrder&, std::string_view) {
  std::vector<std::string> all;
  for (;;) all.emplace_back(1 << 20, 'x');
}
std::string babbles(const ReadOrder&, std::string_view) { return std::string(200 << 20, 'D'); }
std::string lies(const ReadOrder&, std::string_view) { return "D\x01\x05 nonsense"; }
std::string asks_for_a_socket(const ReadOrder&, std::string_view) { return std::to_string(socket(AF_INET, SOCK_STREAM, 0)); }
std::string forks(const ReadOrder&, std::string_view) { return std::to_string(fork()); }
std::string opens_a_file(const ReadOrder& order, std::string_view bytes) {
  if (open("/etc/passwd", O_RDONLY) >= 0) std::abort();
  return read_in_process(order, bytes);
}
std::string writes_a_file(const ReadOrder&, std::string_view) {
  return std::to_string(open("/tmp/aloud-reader-was-here", O_WRONLY | O_CREAT, 0600));
}

ReaderLimits short_limits() {
  ReaderLimits limits;
  limits.memory_per_byte = 0;
  limits.time = std::chrono::milliseconds(0);
  limits.patience = std::chrono::milliseconds(300);
  return limits;
}

TEST(ArticleReader, CostsTheArticleWhateverItsProcessDoes) {
  struct Case {
    ReadFunction* read;
    const char* wanted;
  };
  const Case cases[] = {
      {crashes, "crashed (SIGABRT)"},           {writes_nowhere, "crashed (SIGSEGV)"}, {ends, "left a damaged result"},
      {sleeps, "did not finish within 300 ms"}, {lies, "left a damaged result"},
  };
  for (const auto& [read, wanted] : cases) {
    ArticleReader reader(short_limits(), read);
    for (int again = 0; again < 2; ++again)
      EXPECT_EQ(error_of(reader, "a.md", "Text.\n"), std::string("a.md: cannot be read: the process that read it ") + wanted);
  }
}

TEST(ArticleReader, HoldsItsProcessToTheLimits) {
  if (!can_filter_system_calls()) GTEST_SKIP() << "a sanitizer takes memory and system calls of its own";
  ReaderLimits limits;
  limits.patience = std::chrono::minutes(2);  // a busy machine takes long to fill memory, and is not what is looked at
  const std::pair<ReadFunction*, const char*> cases[] = {
      {grows, "needed more than 256 MiB of memory"}, {computes, "needed more than 0 s of processor time"},
      {babbles, "handed over more than 128 MiB"},    {asks_for_a_socket, "made a forbidden system call"},
      {forks, "made a forbidden system call"},       {writes_a_file, "made a forbidden system call"},
  };
  for (const auto& [read, wanted] : cases) {
    limits.time = std::chrono::seconds(read == computes ? 0 : 30);
    ArticleReader reader(limits, read);
    EXPECT_EQ(error_of(reader, "a.md", "Text.\n"), std::string("a.md: cannot be read: the process that read it ") + wanted);
  }
  EXPECT_FALSE(std::filesystem::exists("/tmp/aloud-reader-was-here"));
  ArticleReader reader(limits, opens_a_file);
  EXPECT_EQ(error_of(reader, "a.md", "Text.\n"), "read");
}

TEST(ArticleReader, ReadsOnAfterAnArticleThatWentWrong) {
  ReaderLimits limits;
  limits.memory = 24U << 20;
  limits.memory_per_byte = 0;
  ArticleReader reader(limits);
  std::string large;
  for (int i = 0; i < 100'000; ++i) large += "- a\n";
  if (can_filter_system_calls()) {
    EXPECT_NE(error_of(reader, "large.md", large), "read");
  }
  EXPECT_EQ(error_of(reader, "small.md", "Text.\n"), "read");
}

// A program with threads cannot fork: the process is then the helper program.
TEST(ArticleReader, WorksInAProgramWithThreads) {
  setenv("ALOUD_ENGINE", ALOUD_HELPER, 1);
  std::vector<std::string> answers(4);
  ArticleReader early;
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&answer, &early] {
      ArticleReader late;
      answer = late.read("a.md", "# A\n").title() + early.read("b.md", "# B\n").title();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(answers, std::vector<std::string>(4, "AB"));
  unsetenv("ALOUD_ENGINE");
}

}  // namespace
}  // namespace aloud
