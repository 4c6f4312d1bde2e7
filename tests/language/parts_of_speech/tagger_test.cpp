#include "language/parts_of_speech/tagger.h"

#include <gtest/gtest.h>

#include <string>

#include "util/error.h"

namespace aloud {
namespace {

// "the/DET cat/NOUN …", marks as they are.
std::string tagged(const std::string& text) {
  const SentenceTokens sentence(text);
  const std::vector<WordTag> tags = Tagger::for_language("en")->tag(sentence);
  std::string line;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    line += (i > 0 ? " " : "") + std::string(sentence.text(static_cast<std::ptrdiff_t>(i)));
    if (sentence.tokens()[i].kind == SentenceToken::Kind::word) line += '/' + std::string(tags[i].name);
  }
  return line;
}

TEST(Tagger, TellsPartsOfSpeechAndForms) {
  EXPECT_EQ(tagged("The old dog slept."), "the/DET old/ADJ dog/NOUN slept/VERB.past .");
  EXPECT_EQ(tagged("She works in London."), "she/PRON works/VERB.s in/ADP london/PROPN .");
  EXPECT_EQ(tagged("His works are sold."), "his/PRON works/NOUN.s are/AUX sold/VERB.part .");
  EXPECT_EQ(tagged("They will work on it."), "they/PRON will/AUX work/VERB on/ADP it/PRON .");
  EXPECT_EQ(tagged("I don't know."), "i/PRON don't/AUX know/VERB .");
  EXPECT_EQ(tagged("We want to see the work."), "we/PRON want/VERB to/PART see/VERB the/DET work/NOUN .");
  EXPECT_EQ(tagged("If it rains, stay here."), "if/SCONJ it/PRON rains/VERB.s , stay/VERB here/ADV .");
  EXPECT_EQ(tagged("Cats and dogs are running."), "cats/NOUN.s and/CCONJ dogs/NOUN.s are/AUX running/VERB.ing .");
  EXPECT_EQ(tagged("It has 12 rooms."), "it/PRON has/VERB.s 12/NUM rooms/NOUN.s .");
}

TEST(Tagger, TellsModalFromMonthAndPrepositionFromName) {
  EXPECT_EQ(tagged("She may leave in May."), "she/PRON may/AUX leave/VERB in/ADP may/PROPN .");
}

TEST(Tagger, IsOfEnglish) {
  EXPECT_NE(Tagger::for_language("en-GB"), nullptr);
  EXPECT_EQ(Tagger::for_language("de"), nullptr);
  EXPECT_EQ(Tagger::for_language(""), nullptr);
}

TEST(Tagger, TellsHowSureItIs) {
  const std::vector<WordTag> tags = Tagger::for_language("en")->tag(SentenceTokens("They work."));
  EXPECT_GT(tags[0].margin, 100);  // "they" is nothing else
  EXPECT_GT(tags[1].margin, 0);
  EXPECT_LT(tags[1].margin, 100);
}

TEST(Tagger, TakesSentencesOfAnyKind) {
  const Tagger& tagger = *Tagger::for_language("en");
  EXPECT_TRUE(tagger.tag(SentenceTokens("")).empty());
  EXPECT_EQ(tagger.tag(SentenceTokens("'")).size(), 0U);
  EXPECT_EQ(tagger.tag(SentenceTokens("\xFF\xC3 n't 's \xE2\x80\x94")).size(),
            SentenceTokens("\xFF\xC3 n't 's \xE2\x80\x94").size());
}

TEST(Tagger, RefusesTablesWithoutTags) {
  EXPECT_THROW(Tagger(""), Error);
  EXPECT_THROW(Tagger(built_in_weights("en-heteronyms")), Error);  // whose labels are numbers
}

bool is_headline(const char* text) { return TaggerSentence::of(SentenceTokens(text)).headline; }

TEST(TaggerSentence, KnowsHeadlinesByTheirCapitals) {
  EXPECT_TRUE(is_headline("North Korean Group Defects and Crosses Border into South Korea"));
  EXPECT_TRUE(is_headline("MINISTER RESIGNS AFTER PROTEST"));
  EXPECT_TRUE(is_headline("A Visit to the Old Harbour of Bergen"));
  EXPECT_FALSE(is_headline("The group defects and crosses the border."));
  EXPECT_FALSE(is_headline("John Smith of Bergen said that nobody knew about it."));
  EXPECT_FALSE(is_headline("Use React to build it."));
  EXPECT_FALSE(is_headline("Yes"));
}

TEST(TaggerSentence, TakesContractionsApart) {
  const TaggerSentence sentence = TaggerSentence::of(SentenceTokens("John's friends couldn't say o'clock, 12th"));
  std::string words;
  for (const TaggerWord& one : sentence.words) words += one.lower + '|';
  EXPECT_EQ(words, "john|'s|friends|could|n't|say|o'clock|,|0a|");
}

TEST(TaggerSentence, CountsTheWordsOfTokens) {
  std::vector<std::size_t> first_of;
  TaggerSentence::of(SentenceTokens("He's here, isn't he?"), &first_of);
  EXPECT_EQ(first_of, (std::vector<std::size_t>{0, 2, 3, 4, 6, 7}));
}

TEST(WordShape, IsThatOfTheLetters) {
  EXPECT_EQ(word_shape("word"), WordShape::lower);
  EXPECT_EQ(word_shape("été"), WordShape::lower);
  EXPECT_EQ(word_shape("Word"), WordShape::capital);
  EXPECT_EQ(word_shape("A"), WordShape::capital);
  EXPECT_EQ(word_shape("WHO"), WordShape::capitals);
  EXPECT_EQ(word_shape("iPhone"), WordShape::mixed);
  EXPECT_EQ(word_shape("McKay"), WordShape::mixed);
  EXPECT_EQ(word_shape("5th"), WordShape::digits);
  EXPECT_EQ(word_shape("-"), WordShape::mark);
  EXPECT_EQ(word_shape(""), WordShape::mark);
}

}  // namespace
}  // namespace aloud
