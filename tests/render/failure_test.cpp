// What can go wrong in a render, and whom it concerns: an article alone, or all that the same processes would speak.
#include <gtest/gtest.h>

#include "render/session.h"
#include "support/temporary_directory.h"
#include "support/tone_synthesizer.h"
#include "util/error.h"

namespace aloud {
namespace {

struct GivenUp {};

class RenderFailure : public testing::Test {
 protected:
  RenderFailure() {
    good_.format = AudioFormat::wav;
    good_.voice.name = directory_.put("tones.toml", "language = \"en\"\n");
    good_.output = directory_ / "good.wav";
  }

  static Document document(const std::string& text) {
    return read_document(SourceText::decode("a.txt", text), DocumentFormat::plain_text);
  }

  // Renders a good article after the one that fails, in one session, and says what became of the first: "" for a report.
  std::string failure_of(const RenderRequest& request, const std::string& text, const OnProgress& on_progress = {}) {
    RenderSession session(factory_, session_options_of(good_));
    std::string failure;
    session.add(document(text), request, on_progress,
                [&](const RenderOutcome& outcome) { failure = text_of(outcome.failure); });
    session.add(document("All is well."), good_, {},
                [&](const RenderOutcome& outcome) { EXPECT_EQ(text_of(outcome.failure), ""); });
    session.finish();
    EXPECT_GT(test::read_file(good_.output).size(), 44U);
    return failure;
  }

  static std::string text_of(const std::exception_ptr& failure) {
    if (!failure) return "";
    try {
      std::rethrow_exception(failure);
    } catch (const Error& error) {
      return error.what();
    } catch (const GivenUp&) {
      return "given up";
    }
  }

  RenderRequest bad() const {
    RenderRequest request = good_;
    request.output = directory_ / "bad.wav";
    return request;
  }

  test::TemporaryDirectory directory_;
  ToneSynthesizerFactory factory_;
  RenderRequest good_;
};

TEST_F(RenderFailure, OfAnArticleThatSaysNothingIsItsOwn) {
  EXPECT_NE(failure_of(bad(), "***").find("holds nothing that is spoken"), std::string::npos);
  EXPECT_EQ(directory_.listing(), "good.wav tones.toml");
}

TEST_F(RenderFailure, OfAnOutputIsItsOwn) {
  RenderRequest request = bad();
  request.output = directory_ / "nowhere/bad.wav";
  EXPECT_NE(failure_of(request, "One two.").find("nowhere"), std::string::npos);
  request.output = "/dev/full";
  EXPECT_NE(failure_of(request, std::string(200000, 'a') + " b.").find("/dev/full"), std::string::npos);
}

TEST_F(RenderFailure, OfAVoiceThatThereIsNotIsItsOwn) {
  RenderRequest request = bad();
  request.voice.name = "nobody";
  EXPECT_NE(failure_of(request, "One two.").find("nobody"), std::string::npos);
}

TEST_F(RenderFailure, IsHowAnArticleIsCancelled) {
  int told = 0;
  const auto cancel = [&](const RenderProgress&) {
    if (++told == 3) throw GivenUp();
  };
  EXPECT_EQ(failure_of(bad(), "One. Two. Three. Four. Five. Six.", cancel), "given up");
  EXPECT_EQ(told, 3);
  EXPECT_EQ(directory_.listing(), "good.wav tones.toml");
}

// An engine that does not start would fail for all: the session says so, and no article is told anything.
TEST_F(RenderFailure, OfTheEngineEndsTheSession) {
  RenderRequest request = bad();
  request.voice.name = directory_.put("lost.toml", "language = \"en\"\nengine_voice = \"missing\"\nloudness = \"none\"\n");
  RenderSession session(factory_, session_options_of(good_));
  const auto render_two = [&] {
    const auto not_told = [](const RenderOutcome&) { ADD_FAILURE() << "the session has ended"; };
    session.add(document("One two."), request, {}, not_told);
    session.add(document("Three four."), request, {}, not_told);
    session.finish();
  };
  EXPECT_THROW(render_two(), Error);
  EXPECT_EQ(directory_.listing(), "lost.toml tones.toml");
}

}  // namespace
}  // namespace aloud
