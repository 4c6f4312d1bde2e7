// The whole way from article to device, with tones for an engine and a device whose time passes when it is told to.
#include "play/player.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <thread>

#include "play/virtual_sink.h"
#include "render/render.h"
#include "support/temporary_directory.h"
#include "support/tone_synthesizer.h"
#include "support/wav_data.h"
#include "util/atomic_file.h"
#include "util/error.h"

namespace aloud {
namespace {

using test::TemporaryDirectory;

template <class Condition>
bool comes_true(const Condition& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

constexpr const char* kArticle = "# A title\n\nOne two three. Four five.\n\n- an item\n- another item\n\nThe last words.\n";

class Playing : public testing::Test {
 protected:
  Playing() {
    request.voice.name = directory.put("tones.toml", "language = \"en\"\n");
    request.clock = [this] { return now.load(); };
  }

  void advance(std::int64_t frames, VirtualSink* device = nullptr) {
    (device == nullptr ? sink : *device).advance(Frames{frames});
    now = now.load() + std::chrono::nanoseconds(frames * 1'000'000'000 / kEngineRate.hertz + 1);
  }

  void add(const std::string& text, const std::string& name = "a.md") { request.articles.push_back(directory.put(name, text)); }

  void start() {
    player.emplace(request, factory);
    player->start();
    player->attach(sink);
  }

  // Plays to the end, in pieces of `step` frames, and returns what the device was given, without the silence after the end.
  std::vector<std::int16_t> play_out(std::int64_t step = 1000) {
    EXPECT_TRUE(comes_true([&] {
      advance(step);
      return player->finished();
    }));
    return sink.samples();
  }

  // The samples that render writes.
  std::vector<std::int16_t> rendered(const std::string& article) {
    RenderRequest render_request;
    render_request.article = article;
    render_request.voice = request.voice;
    render_request.format = AudioFormat::wav;
    render_request.output = directory / "rendered.wav";
    const RenderReport report = render(render_request, factory);
    const std::string bytes = test::data_of_wav(test::read_file(render_request.output));
    std::vector<std::int16_t> samples(static_cast<std::size_t>(report.duration.count));
    EXPECT_EQ(bytes.size(), samples.size() * 2);
    std::memcpy(samples.data(), bytes.data(), std::min(bytes.size(), samples.size() * 2));
    return samples;
  }

  TemporaryDirectory directory;
  ToneSynthesizerFactory factory;
  PlayRequest request;
  std::atomic<std::chrono::steady_clock::time_point> now = std::chrono::steady_clock::time_point();
  VirtualSink sink;
  std::optional<Player> player;
};

testing::AssertionResult begins_with(const std::vector<std::int16_t>& played, const std::vector<std::int16_t>& expected) {
  if (played.size() < expected.size()) return testing::AssertionFailure() << played.size() << " of " << expected.size();
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (played[i] != expected[i]) return testing::AssertionFailure() << "differs at " << i;
  return testing::AssertionSuccess();
}

std::vector<std::int16_t> without_silence(std::vector<std::int16_t> samples) {
  std::erase(samples, std::int16_t{0});
  return samples;
}

TEST_F(Playing, GivesTheDeviceWhatRenderWrites) {
  add(kArticle);
  const std::vector<std::int16_t> expected = rendered(request.articles[0]);
  start();
  const std::vector<std::int16_t> played = play_out();
  EXPECT_TRUE(begins_with(played, expected));
  EXPECT_TRUE(std::all_of(played.begin() + static_cast<std::ptrdiff_t>(expected.size()), played.end(),
                          [](std::int16_t sample) { return sample == 0; }));
}

TEST_F(Playing, PlaysClipsAsRenderWritesThem) {
  const std::string tone = directory / "tone.wav";
  {
    AtomicFile file(tone);
    const auto writer = make_stream_writer(AudioFormat::wav, {}, {}, file);
    writer->append(make_take_encoder(AudioFormat::wav, {})->encode(std::vector<std::int16_t>(3000, 7000)));
    writer->finish();
    file.commit();
  }
  request.voice.clips = {tone, tone, tone};
  add("# A title\n\nOne two.\n\n## A part\n\nThree four.\n");
  const std::vector<std::int16_t> expected = rendered(request.articles[0]);
  start();
  EXPECT_TRUE(begins_with(play_out(), expected));
}

TEST_F(Playing, PlaysOneArticleAfterTheOther) {
  add("One two.\n", "a.md");
  add("Three four five.\n", "b.md");
  const std::vector<std::int16_t> expected = rendered(request.articles[0]);
  const std::vector<std::int16_t> second = rendered(request.articles[1]);
  start();
  const std::vector<std::int16_t> played = play_out(100);
  EXPECT_TRUE(begins_with(played, expected));
  // Between the two lies silence: the device's, while the first was heard out.
  const auto after = std::find_if(played.begin() + static_cast<std::ptrdiff_t>(expected.size()), played.end(),
                                  [](std::int16_t sample) { return sample != 0; });
  EXPECT_TRUE(begins_with({after, played.end()}, second));
}

TEST_F(Playing, GoesOnBehindASentenceThatTheEngineFailsOn) {
  add("One two.\n\nAnd CRASH here.\n\nThree four.\n");
  const std::vector<std::int16_t> expected = rendered(request.articles[0]);
  start();
  EXPECT_TRUE(begins_with(play_out(), expected));
  EXPECT_EQ(player->failures(), 1U);
}

TEST_F(Playing, BeginsAtATime) {
  add(kArticle);
  request.start_of = [](const Article&) { return Start{FromTime{0.1}}; };
  const std::vector<std::int16_t> expected = rendered(request.articles[0]);
  start();
  const std::vector<std::int16_t> played = play_out();
  constexpr std::int64_t kSkipped = 2205;
  const std::vector<std::int16_t> rest(expected.begin() + kSkipped + 200, expected.end());
  EXPECT_TRUE(begins_with({played.begin() + 200, played.end()}, rest));
}

TEST_F(Playing, KnowsTheTotalExactlyBeforeItIsOver) {
  add(kArticle);
  const double expected = seconds_of(Frames{static_cast<std::int64_t>(rendered(request.articles[0]).size())}, kEngineRate);
  start();
  advance(100);
  ASSERT_TRUE(comes_true([&] { return player->view().total_is_exact; }));
  EXPECT_NEAR(player->view().total, expected, 1e-9);
}

TEST_F(Playing, SkipsToSentencesAndShowsWhichIsHeard) {
  add(kArticle);
  start();
  advance(100);
  EXPECT_EQ(player->view().sentence, 0U);
  ASSERT_TRUE(comes_true([&] { return player->view().total_is_exact; }));
  player->step(Player::Step::sentence, Direction::on);
  player->step(Player::Step::sentence, Direction::on);
  EXPECT_EQ(player->view().sentence, 2U);  // at once, before it is heard
  advance(400);
  EXPECT_EQ(player->view().sentence, 2U);
  player->set_paused(true);
  advance(400);
  const double paused_at = player->view().position;
  advance(4000);
  EXPECT_EQ(player->view().position, paused_at);
}

TEST_F(Playing, SaysWhichArticleCannotBePlayedAndPlaysTheOthers) {
  request.articles = {directory / "missing.md"};
  add("One two.\n", "b.md");
  const std::vector<std::int16_t> expected = rendered(request.articles[1]);
  start();
  EXPECT_TRUE(begins_with(play_out(), expected));
  const std::vector<std::string> problems = player->take_problems();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find("missing.md"), std::string::npos);
}

TEST_F(Playing, PassesByAnArticleThatCannotBePlayedInTheDirectionOfSkipping) {
  add("One two.\n", "a.md");
  request.articles.push_back(directory / "missing.md");
  add("Three four.\n", "c.md");
  start();
  const auto plays = [&](std::size_t number) {
    return comes_true([&] {
      const View view = player->view();
      return view.article && view.number == number && view.article->path == request.articles[number];
    });
  };
  ASSERT_TRUE(plays(0));
  EXPECT_TRUE(player->skip_article(Direction::on));
  EXPECT_TRUE(plays(2));
  EXPECT_TRUE(player->skip_article(Direction::back));
  EXPECT_TRUE(plays(0));
  EXPECT_FALSE(player->skip_article(Direction::back));
}

TEST_F(Playing, AnEngineThatDoesNotStartEndsIt) {
  request.voice.name = directory.put("tones.toml", "language = \"en\"\nengine_voice = \"missing\"\n");
  add("One two.\n");
  player.emplace(request, factory);
  player->start();
  EXPECT_THROW(comes_true([&] { return player->finished(); }), Error);
}

// A device that plays as time passes is not started before there is something to play, and never waits then.
TEST_F(Playing, APacedDeviceBeginsWithTheFirstSampleAndIsNotKeptWaiting) {
  add(kArticle);
  const std::vector<std::int16_t> expected = without_silence(rendered(request.articles[0]));
  VirtualSink device(nullptr, VirtualSink::Pace::real_time);
  player.emplace(request, factory);
  player->attach(device);
  EXPECT_FALSE(device.is_started());
  player->start();
  ASSERT_TRUE(comes_true([&] { return device.is_started(); }));
  ASSERT_TRUE(comes_true([&] {
    advance(20000, &device);  // faster than anything is made: what is late comes later, and nothing is lost
    return player->finished();
  }));
  EXPECT_EQ(without_silence(device.samples()), expected);
}

class Saving : public Playing {
 protected:
  void save_as(AudioFormat format) {
    for (std::size_t i = 0; i < request.articles.size(); ++i) {
      RenderRequest& save = request.saves.emplace_back();
      save.format = format;
      save.output = directory / ("saved" + std::to_string(i) + extension_of(format));
    }
  }

  void expect_saved() {
    player->detach();
    const std::vector<RenderOutcome> outcomes = player->finish_saves();
    player.reset();  // and its threads: render() then forks, and needs no helper program
    ASSERT_EQ(outcomes.size(), request.articles.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      EXPECT_FALSE(outcomes[i].failure);
      RenderRequest render_request = request.saves[i];
      render_request.article = request.articles[i];
      render_request.voice = request.voice;
      render_request.output = directory / "rendered";
      render(render_request, factory);
      EXPECT_EQ(test::read_file(request.saves[i].output), test::read_file(render_request.output)) << i;
    }
  }
};

TEST_F(Saving, WritesInEachFormatWhatRenderWrites) {
  for (const AudioFormat format :
       {AudioFormat::wav, AudioFormat::flac, AudioFormat::vorbis, AudioFormat::opus, AudioFormat::mp3}) {
    SCOPED_TRACE(to_string(format));
    request.articles.clear();
    request.saves.clear();
    add(kArticle);
    save_as(format);
    VirtualSink device;
    player.emplace(request, factory);
    player->start();
    player->attach(device);
    ASSERT_TRUE(comes_true([&] {
      advance(3000, &device);
      return player->finished();
    }));
    expect_saved();
    player.reset();
  }
}

// However it is listened to, all of each article is written, at its own speed.
TEST_F(Saving, WritesAllWhateverIsHeard) {
  add(kArticle, "a.md");
  add("Three CRASH four.\n\nFive six.\n", "b.md");
  add("Seven eight.\n", "c.md");
  save_as(AudioFormat::vorbis);
  request.speed = 2;
  request.start_of = [](const Article& article) {
    return article.document.blocks.size() > 2 ? Start{FromSentence{2}} : Start{FromBeginning{}};
  };
  start();
  advance(2000);
  player->step(Player::Step::heading, Direction::back);
  player->skip_article(Direction::on);
  ASSERT_TRUE(comes_true([&] { return player->view().article && player->view().number == 1; }));
  expect_saved();  // somebody has had enough, before the third
}

TEST_F(Saving, OneThatCannotBeWrittenCostsNoOther) {
  add("One two.\n", "a.md");
  request.articles.push_back(directory / "missing.md");
  add("Three four.\n", "c.md");
  save_as(AudioFormat::flac);
  request.saves[0].output = directory / "nowhere/a.flac";
  start();
  ASSERT_TRUE(comes_true([&] {
    advance(3000);
    return player->finished();
  }));
  player->detach();
  const std::vector<RenderOutcome> outcomes = player->finish_saves();
  ASSERT_EQ(outcomes.size(), 3U);
  EXPECT_TRUE(outcomes[0].failure);
  EXPECT_TRUE(outcomes[1].failure);
  EXPECT_FALSE(outcomes[2].failure);
  EXPECT_EQ(directory.listing(), "a.md c.md saved2.flac tones.toml");
}

TEST_F(Saving, LeavesNothingWhenItIsGivenUp) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "One two three four five. ";
  add(text);
  save_as(AudioFormat::flac);
  start();
  advance(2000);
  player->detach();
  player.reset();
  EXPECT_EQ(directory.listing(), "a.md tones.toml");
}

TEST_F(Playing, GoesOnWithAnotherDeviceFromWhereItWasHeard) {
  add(kArticle);
  const std::vector<std::int16_t> expected = rendered(request.articles[0]);
  start();
  advance(300);
  player->detach();
  VirtualSink other;
  player->attach(other);
  EXPECT_TRUE(comes_true([&] {
    advance(1000, &other);
    return player->finished();
  }));
  EXPECT_GT(sink.samples().size() + other.samples().size(), expected.size());
  const std::vector<std::int16_t> end(expected.end() - 12000, expected.end());
  EXPECT_NE(std::search(other.samples().begin(), other.samples().end(), end.begin(), end.end()), other.samples().end());
}

}  // namespace
}  // namespace aloud
