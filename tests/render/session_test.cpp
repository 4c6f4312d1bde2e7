// Several articles in the same processes, one composed while another is still spoken: each comes out as if it were alone.
#include "render/session.h"

#include <gtest/gtest.h>

#include "support/temporary_directory.h"
#include "support/tone_synthesizer.h"
#include "util/error.h"

namespace aloud {
namespace {

using test::read_file;
using test::TemporaryDirectory;

class Session : public testing::Test {
 protected:
  Session() {
    voice_ = directory_.put("tones.toml", "language = \"en\"\n");
    for (int i = 0; i < 6; ++i) {
      std::string text = "# Article " + std::to_string(i) + "\n\n";
      for (int j = 0; j <= i * 3; ++j) text += "Sentence number " + std::to_string(j) + ". ";
      articles_.push_back(directory_.put("a" + std::to_string(i) + ".md", text));
    }
  }

  RenderRequest request_for(std::size_t article, const std::string& output) const {
    RenderRequest request;
    request.article = articles_[article];
    request.voice.name = voice_;
    request.output = directory_ / output;
    request.format = AudioFormat::wav;
    request.timelines = {{TimelineKind::json, directory_ / (output + ".json")}};
    request.jobs = 2;
    return request;
  }

  // "ok" or the error of each, in the order in which they were told.
  void add(RenderSession& session, std::size_t article, const RenderRequest& request) {
    session.add(read_article(articles_[article]), request, {}, [this, article](RenderOutcome outcome) {
      std::string what = "ok";
      try {
        if (outcome.failure) std::rethrow_exception(outcome.failure);
      } catch (const Error& error) {
        what = error.message();
      }
      told_.push_back(std::to_string(article) + ' ' + what);
    });
  }

  TemporaryDirectory directory_;
  std::string voice_;
  std::vector<std::string> articles_;
  std::vector<std::string> told_;
  ToneSynthesizerFactory factory_;
};

TEST_F(Session, GivesTheBytesThatEachArticleGivesAlone) {
  {
    RenderSession session(factory_, session_options_of(request_for(0, "x")));
    for (std::size_t i = 0; i < articles_.size(); ++i) add(session, i, request_for(i, "together" + std::to_string(i)));
    session.finish();
  }
  EXPECT_EQ(told_, (std::vector<std::string>{"0 ok", "1 ok", "2 ok", "3 ok", "4 ok", "5 ok"}));
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    render(request_for(i, "alone"), factory_);
    EXPECT_TRUE(read_file(directory_ / "alone") == read_file(directory_ / ("together" + std::to_string(i)))) << i;
    EXPECT_TRUE(read_file(directory_ / "alone.json") == read_file(directory_ / ("together" + std::to_string(i) + ".json")))
        << i;
  }
}

TEST_F(Session, FailureOfOneLeavesTheOthersAlone) {
  RenderSession session(factory_, session_options_of(request_for(0, "x")));
  add(session, 3, request_for(3, "first"));
  add(session, 4, request_for(4, "no/such/directory/second"));
  RenderRequest nobody = request_for(5, "third");
  nobody.voice.name = "nobody";
  add(session, 5, nobody);
  add(session, 2, request_for(2, "fourth"));
  session.finish();
  ASSERT_EQ(told_.size(), 4U);
  EXPECT_EQ(told_[0], "3 ok");
  EXPECT_EQ(told_[1], "4 cannot write: there is no directory " + (directory_ / "no/such/directory") + "; make it first");
  EXPECT_TRUE(told_[2].starts_with("5 no voice \"nobody\"")) << told_[2];
  EXPECT_EQ(told_[3], "2 ok");
  EXPECT_TRUE(std::filesystem::exists(directory_ / "first"));
  EXPECT_FALSE(std::filesystem::exists(directory_ / "third"));
  EXPECT_TRUE(std::filesystem::exists(directory_ / "fourth"));
}

TEST_F(Session, AbandonedOnesLeaveNoFile) {
  {
    RenderSession session(factory_, session_options_of(request_for(0, "x")));
    add(session, 5, request_for(5, "abandoned"));
  }
  EXPECT_FALSE(std::filesystem::exists(directory_ / "abandoned"));
}

}  // namespace
}  // namespace aloud
