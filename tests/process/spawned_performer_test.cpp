#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <thread>

#include "process/performing.h"
#include "support/test_paths.h"
#include "util/error.h"

namespace aloud {
namespace {

using ::testing::HasSubstr;

// The engine itself, by the helper program. Takes of a fork and of the helper have to be the same to the byte.

std::unique_ptr<SynthesizerFactory> spawning() {
  return make_espeak_factory({.data_path = {}, .program = ALOUD_HELPER, .always_spawn = true});
}

PerformerOptions options_for(AudioFormat format) {
  PerformerOptions options;
  options.format = format;
  options.jobs = 2;
  return options;
}

const std::vector<std::string> kTexts = {"One.", "The second of them is longer.", "And this is the third."};

void expect_same(const Performed& spawned, const Performed& forked) {
  ASSERT_EQ(spawned.size(), forked.size());
  for (std::size_t i = 0; i < spawned.size(); ++i) {
    EXPECT_EQ(spawned[i].second.failure, std::nullopt);
    EXPECT_EQ(spawned[i].second.audio.bytes, forked[i].second.audio.bytes);
    ASSERT_EQ(spawned[i].second.words.size(), forked[i].second.words.size());
    for (std::size_t word = 0; word < spawned[i].second.words.size(); ++word)
      EXPECT_EQ(spawned[i].second.words[word].begin, forked[i].second.words[word].begin);
  }
}

TEST(SpawnedPerformer, GivesTheTakesOfAForkedOne) {
  const auto forking = make_espeak_factory();
  for (const AudioFormat format : {AudioFormat::wav, AudioFormat::vorbis, AudioFormat::opus}) {
    PerformerOptions options = options_for(format);
    options.quality.vorbis_quality = 0.61F;
    expect_same(perform(*spawning(), kTexts, options), perform(*forking, kTexts, options));
    options.format = AudioFormat::wav;
    options.encoding = TakeEncoding::samples;
    expect_same(perform(*spawning(), kTexts, options), perform(*forking, kTexts, options));
  }
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(SpawnedPerformer, SpeaksFromManyThreadsAtOnce) {
  const Performed expected = perform(*spawning(), kTexts, options_for(AudioFormat::wav));
  const auto factory = make_espeak_factory({.data_path = {}, .program = ALOUD_HELPER});
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] { expect_same(perform(*factory, kTexts, options_for(AudioFormat::wav)), expected); });
  for (std::thread& thread : threads) thread.join();
}

// The kernel's own way to end a child with its parent goes by threads.
TEST(SpawnedPerformer, OutlivesTheThreadThatMadeIt) {
  const auto factory = make_espeak_factory({.data_path = {}, .program = ALOUD_HELPER});
  Performed performed;
  std::unique_ptr<Performer> performer;
  std::thread([&] {
    performer = std::make_unique<Performer>(*factory, options_for(AudioFormat::wav), [&](const Utterance& u, const Take& take) {
      performed.emplace_back(u.index, take);
    });
    performer->submit(utterance_of("In the first thread."));
  }).join();
  performer->submit(utterance_of("In another one."));
  performer->finish();
  ASSERT_EQ(performed.size(), 2U);
  for (const auto& [index, take] : performed) EXPECT_EQ(take.failure, std::nullopt);
}

TEST(SpawnedPerformer, IsReplacedWhenItIsKilled) {
  Performed performed;
  const auto factory = spawning();
  Performer performer(*factory, options_for(AudioFormat::wav),
                      [&](const Utterance& utterance, const Take& take) { performed.emplace_back(utterance.index, take); });
  for (int i = 0; i < 12; ++i) {
    performer.submit(utterance_of("A sentence to say."));
    if (i == 4) kill(children_of(getpid()).at(0), SIGKILL);
  }
  performer.finish();
  ASSERT_EQ(performed.size(), 12U);
  for (const auto& [index, take] : performed) EXPECT_EQ(take.failure, std::nullopt);
}

TEST(SpawnedPerformer, SaysWhyItDoesNotSpeak) {
  const auto message_of = [](const EspeakOptions& options, const VoiceParameters& voice) -> std::string {
    try {
      perform(*make_espeak_factory(options), {"One."}, options_for(AudioFormat::wav), voice);
      return "(no failure)";
    } catch (const Error& error) {
      return error.message();
    }
  };
  VoiceParameters missing;
  missing.engine_voice = "gmw/xx";
  const EspeakOptions there{.data_path = {}, .program = ALOUD_HELPER, .always_spawn = true};
  EXPECT_THAT(message_of(there, missing), HasSubstr("gmw/xx"));
  EXPECT_THAT(message_of({.data_path = {}, .program = "/nowhere/aloud-engine", .always_spawn = true}, {}),
              HasSubstr("there is no program /nowhere/aloud-engine"));
  EXPECT_THAT(message_of({.data_path = {}, .program = "/bin/true", .always_spawn = true}, {}),
              HasSubstr("the process that starts speech processes ended without a result (exit code 0)"));
}

TEST(SpawnedPerformer, DiesWithItsCaller) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t caller = fork();
  if (caller == 0) {
    const auto factory = spawning();
    Performer performer(*factory, options_for(AudioFormat::wav), [](const Utterance&, const Take&) {});
    performer.submit(utterance_of("Anything."));
    while (descendants_of(getpid()).size() < 2) usleep(2000);  // the zygote, a server
    if (write(ready[1], "r", 1) != 1) _exit(1);
    for (;;) pause();
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  const std::vector<int> family = descendants_of(caller);
  kill(caller, SIGKILL);
  waitpid(caller, nullptr, 0);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  const auto any_alive = [&] { return std::any_of(family.begin(), family.end(), is_alive); };
  while (any_alive() && std::chrono::steady_clock::now() < deadline) usleep(2000);
  EXPECT_FALSE(any_alive());
  close(ready[0]);
  close(ready[1]);
}

}  // namespace
}  // namespace aloud
