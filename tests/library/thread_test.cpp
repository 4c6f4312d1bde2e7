#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <thread>

#include "library/options.h"
#include "support/temporary_directory.h"

namespace aloud::v0 {
namespace {

using Bytes = std::vector<std::byte>;

Document article(int number) {
  return Document::from_text(
      "# Number " + std::to_string(number) + "\n\n| a | b |\n|---|---|\n| *c* | ~~d~~ |\n\nOne & two.[^1]\n\n[^1]: A note.\n",
      "a.md", Syntax::by_name, test_engine());
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Sentence number " + std::to_string(i) + " is here.\n\n";
  return text;
}

Bytes rendered(const Document& document) {
  Bytes bytes;
  render(document, Output::memory(bytes), test_options(), test_session("wav"));
  return bytes;
}

TEST(Threads, RenderAtTheSameTimeWhatTheyRenderAlone) {
  constexpr int kThreads = 4;
  std::vector<Bytes> expected;
  for (int i = 0; i < kThreads; ++i) expected.push_back(rendered(article(i)));
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 2; ++round) EXPECT_EQ(rendered(article(i)), expected[static_cast<std::size_t>(i)]);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);  // none is left
  EXPECT_EQ(errno, ECHILD);
}

TEST(Threads, ReadTheSameDocumentAndOthers) {
  const Document shared = article(0);
  const std::size_t blocks = shared.blocks().size();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) EXPECT_EQ(article(0).blocks().size(), blocks);
      const Document copy = shared;
      EXPECT_EQ(copy.blocks().size(), blocks);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(Threads, MayHandASessionOn) {
  std::unique_ptr<RenderSession> session;
  const Bytes expected = rendered(article(1));
  for (int i = 0; i < 3; ++i) {
    std::thread([&] {
      if (!session) session = std::make_unique<RenderSession>(test_session("wav"));
      Bytes bytes;
      session->render(article(1), Output::memory(bytes), test_options());
      EXPECT_EQ(bytes, expected);
    }).join();
  }
}

TEST(Stopping, BeforeTheBeginWritesNothing) {
  const test::TemporaryDirectory directory;
  std::stop_source stop;
  stop.request_stop();
  RenderOptions options = test_options();
  options.stop = stop.get_token();
  const Error error = error_of([&] { render(article(1), Output::file(directory / "a.wav"), options, test_session("wav")); });
  EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  EXPECT_EQ(directory.listing(), "");
}

TEST(Stopping, FromAnotherThreadEndsARenderAndLeavesItsSessionUsable) {
  const test::TemporaryDirectory directory;
  const Document book = Document::from_text(long_text(), "book.txt", Syntax::by_name, test_engine());
  RenderSession session(test_session("wav"));
  std::stop_source stop;
  RenderOptions options = test_options();
  options.stop = stop.get_token();
  std::atomic<std::size_t> sentences = 0;
  options.on_progress = [&](const RenderProgress& made) { sentences = made.sentences; };
  std::jthread stopping([&] {
    while (sentences < 3) std::this_thread::yield();
    stop.request_stop();
  });
  const Error error = error_of([&] { session.render(book, Output::file(directory / "a.wav"), options); });
  EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  EXPECT_LT(sentences, 2000U);
  EXPECT_EQ(directory.listing(), "");
  Bytes bytes;
  session.render(article(1), Output::memory(bytes), test_options());
  EXPECT_EQ(bytes, rendered(article(1)));
}

TEST(Stopping, OfABatchKeepsWhatWasFinished) {
  const test::TemporaryDirectory directory;
  directory.put("in/a.md", "First article.");
  directory.put("in/b.md", long_text());
  std::stop_source stop;
  BatchOptions options;
  options.inputs = {directory / "in"};
  options.output = directory / "out";
  options.formats = {"wav"};
  options.voice = test_voice();
  options.engine = test_engine();
  options.stop = stop.get_token();
  options.on_article = [&](const BatchArticle&) { stop.request_stop(); };
  EXPECT_EQ(error_of([&] { run_batch(options); }).kind(), ErrorKind::cancelled);
  EXPECT_TRUE(std::filesystem::exists(directory / "out/a.wav"));
  EXPECT_FALSE(std::filesystem::exists(directory / "out/b.wav"));
  options.stop = {};
  options.on_article = {};
  options.excludes = {"b.md"};
  EXPECT_EQ(run_batch(options).count(BatchArticle::Status::unchanged), 1U);
}

}  // namespace
}  // namespace aloud::v0
