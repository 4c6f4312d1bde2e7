#include <gtest/gtest.h>

#include "document/document.h"

namespace aloud {
namespace {

std::string read(const std::string& text) {
  const Document document = read_document(SourceText::decode("a.srt", text), DocumentFormat::subtitles);
  std::string all;
  for (const Block& block : document.blocks) all += (all.empty() ? "" : " | ") + block.content.text.text();
  return all;
}

TEST(Subtitles, AreReadAsTheTextOfTheirCues) {
  const std::pair<const char*, const char*> cases[] = {
      {"1\n00:00:01,000 --> 00:00:02,000\nThe tide\nis high.\n\n2\n00:00:03,000 --> 00:00:04,000\nAnd it rises.\n",
       "The tide is high. And it rises."},
      {"1\r\n00:00:01,000 --> 00:00:02,000\r\nOne.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nTwo.\r\n", "One. Two."},
      {"WEBVTT - Title\nKind: captions\n\nNOTE\nnot said\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.000 "
       "align:start\nOne.\n",
       "One."},
      {"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Good <i>day</i>.\n\n00:03.000 --> 00:04.000\n<v Ben>A &lt; B.\n",
       "Good day. | A < B."},
      {"1\n00:00:01,000 --> 00:00:02,000\n- Who?\n- Me.\n", "Who? | Me."},
      {"1\n00:00:01,000 --> 00:00:02,000\n-5 degrees\n", "-5 degrees"},
      {"1\n00:00:01,000 --> 00:00:02,000\n{\\an8}Above <00:00:01.500>a < b.\n", "Above a < b."},
      {"1\n00:00:01,000 --> 00:00:02,000\n1984\n", "1984"},
      {"1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n", "One. Two."},
      {"", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(read(text), expected) << text;
}

TEST(Subtitles, BeginAParagraphWhereASentenceHasEndedAndThisOneIsLong) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "1\n00:00:01,000 --> 00:00:02,000\nA sentence of so many words.\n\n";
  EXPECT_NE(read(text).find(" | "), std::string::npos);
  text.clear();
  for (int i = 0; i < 40; ++i) text += "1\n00:00:01,000 --> 00:00:02,000\nWords and words, without an end\n\n";
  EXPECT_EQ(read(text).find(" | "), std::string::npos);
}

}  // namespace
}  // namespace aloud
