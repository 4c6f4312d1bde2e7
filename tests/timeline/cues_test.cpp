#include "timeline/cues.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "timeline/fixture.h"
#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using namespace aloud::test;

std::string text_of(const CueLine& line) {
  std::string text;
  for (const CueToken& token : line) text += (token.spaced && !text.empty() ? " " : "") + token.text;
  return text;
}

// "begin-end first line / second line", one cue a line.
std::string show(const std::vector<Cue>& cues) {
  std::string text;
  for (const Cue& cue : cues) {
    text += std::to_string(cue.begin.count()) + "-" + std::to_string(cue.end.count());
    for (const CueLine& line : cue.lines) text += (&line == &cue.lines.front() ? " " : " / ") + text_of(line);
    text += "\n";
  }
  return text;
}

std::string cues_text(const TimelineSentence& sentence) { return show(CueMaker(kMillisecondRate).cues_of(sentence)); }

std::string tokens_text(const TimelineSentence& sentence, std::size_t columns = 42) {
  std::string text;
  for (const CueToken& token : cue_tokens(sentence, columns)) {
    text += (token.spaced ? " [" : "[") + token.text + (token.ends_clause ? "]," : "]");
  }
  return text;
}

TEST(CueTokens, CarryThePunctuationAroundTheirWords) {
  const struct {
    const char* text;
    std::vector<TimedWord> words;
    const char* expected;
  } cases[] = {
      {"Hi, you.", {{"Hi", 0, 1}, {"you", 1, 2}}, "[Hi,], [you.],"},
      {"“Go!” she said", {{"Go", 0, 1}, {"she", 1, 2}, {"said", 2, 3}}, "[“Go!”], [she] [said]"},
      {"one — two (three)", {{"one", 0, 1}, {"two", 1, 2}, {"three", 2, 3}}, "[one —], [two] [(three)]"},
      {"今日は「晴れ」です。", {{"今日", 0, 1}, {"は", 1, 2}, {"晴れ", 2, 3}, {"です", 3, 4}}, "[今日][は][「晴れ」][です。],"},
      {"well-known", {{"well", 0, 1}, {"known", 1, 2}}, "[well-][known]"},
      {"مرحبا، كيف؟", {{"مرحبا", 0, 1}, {"كيف", 1, 2}}, "[مرحبا،], [كيف؟],"},
      {"a\n\tb", {{"a", 0, 1}, {"b", 1, 2}}, "[a] [b]"},
  };
  for (const auto& item : cases) EXPECT_EQ(tokens_text(sentence_of(item.text, item.words)), item.expected);
}

TEST(CueTokens, ShowTheWrittenFormOnceAndNeverMarkup) {
  EXPECT_EQ(tokens_text(sample_sentences()[2]), "[It] [cost] [$5,], [R&D] [<b>included</b>.],");
}

TEST(CueTokens, ShowOnceWhatOverlappingWordsStandFor) {
  struct Piece {
    const char* spoken;
    const char* written;
    ByteRange source;
  };
  const struct {
    const char* spoken;
    std::vector<Piece> pieces;
    const char* expected;
  } cases[] = {
      {"a five kilometer-long road",
       {{"a", "a", {0, 1}}, {"five", "5-km", {2, 6}}, {"kilometer-long", "5-km-long", {2, 11}}, {"road", "road", {12, 16}}},
       "[a] [5-km-long] [road]"},
      {"pre-twenty tens, now",
       {{"pre-twenty", "pre-2010s", {0, 9}}, {"tens", "2010s", {4, 9}}, {"now", "now", {11, 14}}},
       "[pre-2010s,], [now]"},
      {"C three–C five!", {{"C", "C3", {0, 2}}, {"three–C", "C3–C5", {0, 7}}, {"five", "C5", {5, 7}}}, "[C3–C5!],"},
      {"a-one b-two c", {{"a-one", "a-1", {0, 3}}, {"b-two", "1-b", {2, 5}}, {"c", "b-c", {4, 7}}}, "[a-1-b-c]"},
      {"\\an eight", {{"\\an", "\\an8", {0, 4}}, {"eight", "an8", {1, 4}}}, "[\\an] [eight]"},
  };
  for (const auto& item : cases) {
    TimelineSentence sentence;
    sentence.spoken = item.spoken;
    for (const Piece& piece : item.pieces) sentence.words.push_back({piece.written, piece.spoken, piece.source, {0}, {1}});
    EXPECT_EQ(tokens_text(sentence), item.expected);
  }
}

// What is written shows, unless it holds what could be markup and is said otherwise.
TEST(CueTokens, HideMarkupOnBothSidesOfTheRule) {
  const struct {
    const char* spoken;
    const char* written;
    const char* expected;
  } cases[] = {
      {"five", "5", "[5]"},      {"five", "*5*", "[five]"}, {"five", "[5]", "[five]"},     {"R&D", "R&D", "[R&D]"},
      {"RD", "R&D", "[R&D]"},    {"five", "", "[five]"},    {"five", "5-", "[5-]"},        {"five", "5\t", "[five]"},
      {"five", "5\r", "[five]"}, {"five", "~5", "[five]"},  {"five", "5|", "[five]"},      {"five", "5\\", "[five]"},
      {"and", "&", "[&]"},       {"and", "&amp;", "[and]"}, {"don't", "don’t", "[don’t]"},
  };
  for (const auto& item : cases) {
    TimelineSentence sentence;
    sentence.spoken = item.spoken;
    sentence.words.push_back({item.written, item.spoken, {0, 3}, {0}, {1}});
    EXPECT_EQ(tokens_text(sentence), item.expected) << item.written;
  }
}

// Words that share a part of their source are one; words that only touch are two.
TEST(CueTokens, PartWhatTouchesAndJoinWhatOverlaps) {
  const auto shown = [](ByteRange first, ByteRange second) {
    TimelineSentence sentence;
    sentence.spoken = "one two";
    sentence.words.push_back({"1", "one", first, {0}, {1}});
    sentence.words.push_back({"2", "two", second, {1}, {2}});
    return tokens_text(sentence);
  };
  EXPECT_EQ(shown({0, 2}, {2, 4}), "[1] [2]");
  EXPECT_EQ(shown({0, 3}, {2, 4}), "[12]");
  EXPECT_EQ(shown({2, 4}, {0, 2}), "[1] [2]");
  EXPECT_EQ(shown({0, 4}, {1, 2}), "[1]");
  EXPECT_EQ(shown({1, 2}, {0, 4}), "[2]");
  EXPECT_EQ(shown({0, 2}, {2, 2}), "[1] [2]");
  EXPECT_EQ(shown({0, 0}, {0, 2}), "[1] [2]");
}

TEST(CueTokens, EndClausesAtMarksThatPartThem) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {{"a, b", "[a,], [b]"},   {"a b", "[a] [b]"},     {"a… b", "[a…], [b]"},   {"a- b", "[a-] [b]"},
               {"a– b", "[a–], [b]"},   {"a) b", "[a)] [b]"},   {"a,) b", "[a,)], [b]"}, {"a,\" b", "[a,\"], [b]"},
               {"a,' b", "[a,'], [b]"}, {"a,* b", "[a,*] [b]"}, {"a; b", "[a;], [b]"},   {"a» b", "[a»] [b]"},
               {"a!» b", "[a!»], [b]"}, {"a.” b", "[a.”], [b]"}};
  for (const auto& item : cases) EXPECT_EQ(tokens_text(sentence_of(item.text, {{"a", 0, 1}, {"b", 1, 2}})), item.expected);
}

TEST(CueTokens, TimePiecesByTheirShareOfTheWidth) {
  const auto tokens = cue_tokens(sentence_of("abcdefgh", {{"abcdefgh", 100, 900}}), 3);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[0].begin.count, 100);
  EXPECT_EQ(tokens[0].end.count, 400);
  EXPECT_EQ(tokens[1].begin.count, 400);
  EXPECT_EQ(tokens[1].end.count, 700);
  EXPECT_EQ(tokens[2].begin.count, 700);
  EXPECT_EQ(tokens[2].end.count, 900);
  EXPECT_EQ(tokens[0].width, 3U);
  EXPECT_EQ(tokens[2].width, 2U);
}

TEST(CueTokens, ComeFromTheSpokenTextWhereThereAreNoWords) {
  TimelineSentence sentence = sentence_of("no times for this", {});
  sentence.begin = {100};
  sentence.end = {1800};
  const auto tokens = cue_tokens(sentence, 8);
  ASSERT_EQ(tokens_text(sentence, 8), "[no times] [for this]");
  EXPECT_EQ(tokens[1].begin.count, 1000);
  EXPECT_EQ(tokens[1].end.count, 1800);
}

TEST(CueTokens, CutWideWordsBetweenCharactersAsReadersSeeThem) {
  const auto cut = [](std::string_view text) { return tokens_text(sentence_of(text, {{text, 0, 900}}), 3); };
  EXPECT_EQ(cut("abcdefgh"), "[abc][def][gh]");
  EXPECT_EQ(cut("日本語"), "[日][本][語]");
  EXPECT_EQ(cut("e\u0301e\u0301e\u0301e\u0301"), "[e\u0301e\u0301e\u0301][e\u0301]");
  EXPECT_EQ(cut("👩\u200D🔬👩\u200D🔬"), "[👩\u200D🔬][👩\u200D🔬]");
}

TEST(CueTokens, SurviveWordsThatTheTextDoesNotHold) {
  TimelineSentence sentence = sentence_of("alpha beta", {{"alpha", 0, 1}, {"beta", 1, 2}});
  sentence.words[0].spoken = "omega";
  sentence.words[0].written = "";
  EXPECT_EQ(tokens_text(sentence), "[omega alpha] [beta]");
}

// Words without spaces between them take their own columns alone: 21 wide ones fill a line of 42, with spaces 14.
TEST(Cues, FillALineToItsLastColumn) {
  const auto lines = [](std::size_t words, const char* between) {
    std::string text;
    std::vector<TimedWord> timed;
    for (std::size_t i = 0; i < words; ++i) {
      text += (i == 0 ? "" : between) + std::string("字");
      timed.push_back({"字", static_cast<std::int64_t>(100 * i), static_cast<std::int64_t>(100 * i + 100)});
    }
    std::string widths;
    for (const Cue& cue : CueMaker(kMillisecondRate).cues_of(sentence_of(text, timed))) {
      for (const CueLine& line : cue.lines) widths += (widths.empty() ? "" : " ") + std::to_string(width_of(line));
    }
    return widths;
  };
  EXPECT_EQ(lines(21, ""), "42");
  EXPECT_EQ(lines(22, ""), "22 22");
  EXPECT_EQ(lines(14, " "), "41");
  EXPECT_EQ(lines(15, " "), "20 23");
  EXPECT_EQ(lines(42, ""), "42 42");
}

TEST(Cues, AShortSentenceIsOneCue) {
  EXPECT_EQ(cues_text(steady_sentence("Ten people crossed the border.", 100, 300)),
            "100-1600 Ten people crossed the border.\n");
}

TEST(Cues, LongSentencesBreakAtClauses) {
  EXPECT_EQ(cues_text(sample_sentences()[1]),
            "2000-5300 Over thirty-three thousand have / come since the war ended in 1953,\n"
            "5300-8300 many of them through China, / Thailand and Mongolia, on foot.\n");
}

TEST(Cues, LinesAreBalanced) {
  EXPECT_EQ(cues_text(steady_sentence("one two three four five six seven eight nine ten eleven", 0, 100)),
            "0-1100 one two three four five six / seven eight nine ten eleven\n");
}

TEST(Cues, LinesBreakWhereAReaderWould) {
  const auto lines = [](const char* text) { return cues_text(steady_sentence(text, 0, 100)); };
  EXPECT_NE(lines("They flew from the north to South Korea and then on to the far islands").find("South Korea / and"),
            std::string::npos);
  EXPECT_NE(lines("they flew from the north to south korea and then on to the far islands").find("to south / korea"),
            std::string::npos);  // no name, as it is written
  EXPECT_NE(
      lines("they walked down the road another 300 kilometres and came to the sea again").find("another / 300 kilometres"),
      std::string::npos);
}

TEST(Cues, ScriptsWithoutSpacesBreakByTheirWidth) {
  std::vector<TimedWord> words;
  std::string text;
  for (int i = 0; i < 30; ++i) text += "日本";
  for (int i = 0; i < 30; ++i) words.push_back({"日本", i * 10, i * 10 + 10});
  const std::string cues = cues_text(sentence_of(text, words));
  EXPECT_EQ(cues.substr(0, 6), "0-150 ");
  EXPECT_NE(cues.find("150-300 "), std::string::npos) << cues;
}

TEST(Cues, SentencesThatDoNotSoundHaveNone) {
  TimelineSentence silent = sentence_of("nothing", {});
  EXPECT_EQ(cues_text(silent), "");
  silent.end = {5};
  EXPECT_EQ(cues_text(silent), "0-5 nothing\n");
}

TEST(Cues, TextOutlivesWantOfTime) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  TimelineSentence sentence = steady_sentence(text, 0, 0);
  sentence.end = {2};
  const auto cues = CueMaker(kMillisecondRate).cues_of(sentence);
  ASSERT_EQ(cues.size(), 1U);
  std::size_t words = 0;
  for (const CueLine& line : cues[0].lines) words += line.size();
  EXPECT_EQ(words, 100U);
}

TEST(Cues, WordsOfNoLengthStillGetCuesThatLast) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  TimelineSentence sentence = steady_sentence(text, 0, 0);
  sentence.end = {1000};
  const auto cues = CueMaker(kMillisecondRate).cues_of(sentence);
  ASSERT_GT(cues.size(), 5U);
  for (const Cue& cue : cues) EXPECT_GT(cue.end, cue.begin);
  EXPECT_EQ(cues.back().end.count(), 1000);
}

// Everything but white space and control characters, in order.
std::string ink(std::string_view text) {
  std::string kept;
  for (const char byte : plain_line(text)) {
    if (byte != ' ') kept += byte;
  }
  return kept;
}

TEST(Cues, KeepOrderLimitsAndTextForHostileSentences) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    CueMaker maker(kMillisecondRate);
    std::chrono::milliseconds last{0};
    for (TimelineSentence& sentence : random_sentences(random)) {
      for (TimelineWord& word : sentence.words) word.written = word.spoken;
      std::string shown;
      for (const Cue& cue : maker.cues_of(sentence)) {
        ASSERT_GE(cue.begin, last);
        ASSERT_GT(cue.end, cue.begin);
        ASSERT_GE(cue.begin.count(), sentence.begin.count);
        ASSERT_LE(cue.end.count(), sentence.end.count);
        last = cue.end;
        const bool in_a_hurry = sentence.end.count - sentence.begin.count < 100;
        if (!in_a_hurry) {
          ASSERT_LE(cue.lines.size(), kCueLines);
        }
        for (const CueLine& line : cue.lines) {
          ASSERT_FALSE(line.empty());
          ASSERT_LE(width_of(line), kCueColumns);
          shown += text_of(line);
        }
      }
      if (sentence.end > sentence.begin) {
        ASSERT_EQ(ink(shown), ink(sentence.spoken));
      }
    }
  }
}

}  // namespace
}  // namespace aloud
