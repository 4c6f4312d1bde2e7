#include "play/navigation.h"

#include <gtest/gtest.h>

#include "util/error.h"

namespace aloud {
namespace {

constexpr const char* kArticle =
    "# A title\n\nOne two. Three four.\n\n## A heading\n\nFive six seven.\n\n- eight\n- nine\n\n## Last\n\nTen.\n";

// Words of every unit begin at 0, 100, 200, …
Track track_of(const std::string& markdown, Start start = FromBeginning{}) {
  auto article = std::make_shared<Article>();
  article->path = "a.md";
  article->document = read_document(SourceText::decode("a.md", markdown), DocumentFormat::markdown);
  Track track(article, start);
  Script script = compose(article->document, {VoiceProfile{}, "en"});
  for (Utterance& utterance : script.utterances) {
    Unit unit;
    unit.speech.resize(100 * utterance.words.size());
    for (std::size_t i = 0; i < utterance.words.size(); ++i) {
      const auto begin = static_cast<std::int64_t>(100 * i);
      unit.words.push_back({Frames{begin}, Frames{begin + 90}});
    }
    const std::size_t index = utterance.index;
    track.add(std::move(utterance));
    track.set_unit(index, std::move(unit));
  }
  track.finish(script.tail_pause);
  return track;
}

std::string at(const Track& track, const std::optional<Target>& target) {
  if (!target) return "nowhere";
  const Utterance& utterance = track.script()[target->utterance];
  if (target->point == Target::Point::word)
    return utterance.text.text().substr(utterance.words[target->word].spoken.begin,
                                        utterance.words[target->word].spoken.size());
  if (target->point == Target::Point::last_word) return "last of " + utterance.text.text();
  return utterance.text.text();
}

Position position_of(const Track& track, const std::string& text, std::optional<std::size_t> word = std::nullopt) {
  for (const Utterance& utterance : track.script())
    if (utterance.text.text().find(text) != std::string::npos) return {utterance.index, word, 0};
  ADD_FAILURE() << text;
  return {};
}

struct Step {
  const char* from;
  Direction direction;
  const char* to;
};
using Next = std::optional<Target>(const Track&, const Position&, Direction);

void expect_steps(Next* next, std::initializer_list<Step> steps) {
  const Track track = track_of(kArticle);
  for (const Step& step : steps)
    EXPECT_EQ(at(track, next(track, position_of(track, step.from), step.direction)), step.to) << "from " << step.from;
}

TEST(Navigation, StepsBySentences) {
  expect_steps(next_sentence, {{"One", Direction::on, "Three four."},
                               {"Three", Direction::back, "One two."},
                               {"A title", Direction::back, "A title"},
                               {"Ten", Direction::on, "nowhere"}});
}

TEST(Navigation, StepsByParagraphsAndHeadings) {
  expect_steps(next_block, {{"One", Direction::on, "A heading"},
                            {"eight", Direction::back, "Five six seven."},
                            {"A heading", Direction::back, "One two."}});
  expect_steps(next_heading, {{"One", Direction::on, "A heading"},
                              {"Five", Direction::on, "Last"},
                              {"nine", Direction::back, "A heading"},
                              {"A heading", Direction::back, "A title"},
                              {"Ten", Direction::on, "nowhere"}});
}

// The pause before an utterance belongs to what was heard.
TEST(Navigation, StepsFromAPauseToWhatWasNotHeardYet) {
  const Track track = track_of(kArticle);
  const auto from_pause_before = [&](Next* next, const char* text, Direction direction) {
    Position from = position_of(track, text);
    from.silent = true;
    return at(track, next(track, from, direction));
  };
  EXPECT_EQ(from_pause_before(next_sentence, "Three", Direction::on), "Three four.");
  EXPECT_EQ(from_pause_before(next_sentence, "Three", Direction::back), "One two.");
  EXPECT_EQ(from_pause_before(next_block, "Five", Direction::on), "Five six seven.");
  EXPECT_EQ(from_pause_before(next_block, "A title", Direction::on), "One two.");  // nothing was heard before it
  EXPECT_EQ(from_pause_before(next_heading, "A heading", Direction::on), "A heading");
  EXPECT_EQ(from_pause_before(next_heading, "Five", Direction::on), "Last");
}

TEST(Navigation, StepsByWordsOverTheEndsOfSentences) {
  const Track track = track_of(kArticle);
  EXPECT_EQ(at(track, next_word(track, position_of(track, "One", 0), Direction::on)), "two");
  EXPECT_EQ(at(track, next_word(track, position_of(track, "One", 1), Direction::on)), "Three");
  EXPECT_EQ(at(track, next_word(track, position_of(track, "One", 1), Direction::back)), "One");
  EXPECT_EQ(at(track, next_word(track, position_of(track, "Three", 0), Direction::back)), "last of One two.");
}

TEST(Navigation, StepsByWordsBeforeTheyAreSpoken) {
  Track track = track_of(kArticle);
  const Position from = position_of(track, "Five", 0);
  track.playhead->set_unit(from.utterance, nullptr);
  EXPECT_EQ(at(track, next_word(track, from, Direction::on)), "six");
  EXPECT_EQ(at(track, next_word(track, position_of(track, "Five", 2), Direction::back)), "six");
  track.playhead->jump({from.utterance, Target::Point::word, 1});
  EXPECT_EQ(track.position(Frames{0}).word, 1U);
}

TEST(Navigation, FindsWhatSaysAByteOfTheSource) {
  const Track track = track_of(kArticle);
  const std::string source = kArticle;
  EXPECT_EQ(at(track, target_of_source(track, source.find("four"))), "four");
  EXPECT_EQ(at(track, target_of_source(track, source.find("## A"))), "A heading");  // markup: what comes next
  EXPECT_EQ(at(track, target_of_source(track, source.size())), "nowhere");
}

TEST(Track, BeginsWhereItIsToldTo) {
  const std::string source = kArticle;
  const auto begins = [](Track track) {
    EXPECT_FALSE(track.held());
    return at(track, Target{track.playhead->next_utterance()});
  };
  EXPECT_EQ(begins(track_of(kArticle, FromSentence{2})), "Three four.");
  EXPECT_EQ(begins(track_of(kArticle, FromSource{source.find("seven")})), "Five six seven.");
  EXPECT_EQ(begins(track_of(kArticle, FromBeginning{})), "A title");
  EXPECT_THROW(track_of(kArticle, FromSentence{99}), Error);
}

}  // namespace
}  // namespace aloud
