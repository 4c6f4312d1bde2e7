#include "language/sentences/segmenter.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "language/characters.h"
#include "support/test_paths.h"
#include "support/texts_over.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Sentences = std::vector<std::string>;

Sentences split(const std::string& language, std::string_view text) {
  Sentences sentences;
  for (const ByteRange& range : Segmenter(language).split(text)) {
    const ByteRange trimmed = trim_white_space(text, range);
    sentences.emplace_back(text.substr(trimmed.begin, trimmed.size()));
  }
  return sentences;
}

// The sentences of a text in which code stands between "`", without the marks.
Sentences split_with_code(const std::string& language, std::string_view marked) {
  std::string text;
  std::vector<ByteRange> code;
  for (const char c : marked) {
    if (c != '`') {
      text += c;
    } else if (!code.empty() && code.back().end == 0) {
      code.back().end = text.size();
    } else {
      code.push_back({text.size(), 0});
    }
  }
  Sentences sentences;
  for (const ByteRange& range : Segmenter(language).split(text, code)) {
    const ByteRange trimmed = trim_white_space(text, range);
    sentences.push_back(text.substr(trimmed.begin, trimmed.size()));
  }
  return sentences;
}

TEST(Segmenter, SeesCodeAsAWordOfNoCase) {
  const std::vector<std::pair<std::string, Sentences>> cases = {
      {"It borrows `v`. However, more.", {"It borrows v.", "However, more."}},
      {"Beside `src`. Then it ends.", {"Beside src.", "Then it ends."}},
      {"Beside `no`. `row` is next.", {"Beside no.", "row is next."}},
      {"It is fast. `row` is first.", {"It is fast.", "row is first."}},
      {"Is it? `row` is first.", {"Is it?", "row is first."}},
      {"Call `v`. then more.", {"Call v. then more."}},
      {"See e.g. `row` here.", {"See e.g. row here."}},
      {"And so on... `row` follows.", {"And so on... row follows."}},
      {"Run `a. Then b? C!` twice. It works.", {"Run a. Then b? C! twice.", "It works."}},
      {"The `(` opens. The `)` closes.", {"The ( opens.", "The ) closes."}},
      {"He (see `x`. Or `y`.) went. She stayed.", {"He (see x. Or y.) went.", "She stayed."}},
      {"It ends in `x`.", {"It ends in x."}},
      {"`a`. `b`.", {"a.", "b."}},
      {"It is fast. row is first.", {"It is fast. row is first."}},  // no code
      {"No code here. Next.", {"No code here.", "Next."}},
  };
  for (const auto& [marked, sentences] : cases) EXPECT_EQ(split_with_code("en", marked), sentences) << marked;
}

// A case file: one sentence a line, blank lines between cases, "#" comments; "~" joins without a space.
struct Case {
  std::string text;
  Sentences sentences;
  std::size_t line = 0;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Case> cases(1);
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.starts_with('#')) continue;
    Case& current = cases.back();
    if (line.empty()) {
      if (!current.text.empty()) cases.emplace_back();
      continue;
    }
    const bool joined = line.front() == '~';
    if (joined) line.erase(0, 1);
    if (current.text.empty()) current.line = number;
    current.text += (current.text.empty() || joined ? "" : " ") + line;
    current.sentences.push_back(line);
  }
  if (cases.back().text.empty()) cases.pop_back();
  return cases;
}

class SegmenterCases : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(SegmenterCases, SplitWhereAReaderWould) {
  const std::vector<Case> cases = read_cases(GetParam());
  ASSERT_FALSE(cases.empty());
  for (const Case& one : cases) {
    EXPECT_EQ(split(GetParam().stem(), one.text), one.sentences) << GetParam().string() << ':' << one.line;
  }
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ALOUD_SOURCE_DIR "/tests/language/sentences/cases")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

INSTANTIATE_TEST_SUITE_P(Languages, SegmenterCases, testing::ValuesIn(case_files()),
                         [](const auto& file) { return file.param.stem().string(); });

void expect_contract(std::string_view text, const std::vector<ByteRange>& ranges) {
  std::size_t at = 0;
  for (const ByteRange& range : ranges) {
    ASSERT_EQ(range.begin, at) << text;
    ASSERT_GT(range.end, range.begin) << text;
    ASSERT_EQ(floor_to_code_point(text, range.end), range.end) << text;
    ASSERT_TRUE(ranges.size() == 1 || !trim_white_space(text, range).empty()) << text;
    at = range.end;
  }
  ASSERT_EQ(at, text.size()) << text;
}

void expect_contract_over(const std::string& language, const std::vector<std::string>& alphabet) {
  const Segmenter segmenter(language);
  for (const std::string& text : test::texts_over(alphabet, 5)) expect_contract(text, segmenter.split(text));
}

TEST(Segmenter, KeepsItsContractOverASmallAlphabet) {
  expect_contract_over("en", {"a", "B", ".", " ", "\"", "(", ")", "?", "1", "\n", "。", "…"});
}

TEST(Segmenter, KeepsItsContractInOtherScripts) {
  expect_contract_over("hy", {"ա", "Ա", ":", "։", ".", " ", "1", "»"});
  expect_contract_over("am", {"ሀ", "፡", "።", ".", " ", "(", "1"});
  expect_contract_over("ur", {"اے", "کے", "۔", " ", "ب", "\"", "؟"});
  expect_contract_over("zh", {"好", "《", "》", "？", "。", "…", " ", "说"});
  expect_contract_over("en", {"i", ")", "(", "a", ".", " ", "•", "1", ","});
}

TEST(Segmenter, AnUnclosedQuoteOrBracketWrecksNothing) {
  for (const std::string mark : {"\"", "“", "«", "(", "[", "'", "„"}) {
    std::string text = "He said " + mark + "so be it. ";
    for (int i = 0; i < 80; ++i) text += "The sea was calm. ";
    EXPECT_GE(split("en", text).size(), 40U) << mark;
  }
}

TEST(Segmenter, SplitsAtABlankLine) {
  EXPECT_EQ(split("en", "A title\n\nThe text. More"), (Sentences{"A title", "The text.", "More"}));
}

TEST(Segmenter, JoinsAWrappedLine) {
  EXPECT_EQ(split("en", "The cold\nnight came. It\nwent."), (Sentences{"The cold\nnight came.", "It\nwent."}));
}

TEST(Segmenter, EmptyAndBlankTexts) {
  EXPECT_TRUE(Segmenter("en").split("").empty());
  EXPECT_EQ(Segmenter("en").split(" \n ").size(), 1U);
  EXPECT_EQ(split("en", "...").size(), 1U);
}

TEST(Segmenter, ReadsATagWithRegionAndKnowsTheUnknown) {
  EXPECT_EQ(split("de-AT", "Am 3. Mai. Dann nicht.").size(), 2U);
  EXPECT_EQ(split("xx", "Dr. Ek left. Why?").size(), 2U);
}

TEST(Segmenter, TakesLinearTime) {
  const auto seconds = [](const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    expect_contract(text, Segmenter("en").split(text));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const auto repeated = [](const std::string& part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += part;
    return text;
  };
  for (const std::string part : {"The sea was calm that day. ",
                                 "x",
                                 "\"",
                                 "(",
                                 "()",
                                 "[1] ",
                                 ". , ",
                                 "1. x ",
                                 "a. ",
                                 "? \"",
                                 " ",
                                 "\n",
                                 "(a. ",
                                 "• ",
                                 "a.b.",
                                 "「",
                                 "? , ",
                                 "(1) a ",
                                 "(i) ",
                                 "• 1. ",
                                 ": ",
                                 ". a. ",
                                 "。",
                                 "۔ اے"}) {
    EXPECT_LT(seconds(repeated(part, 1'000'000)), 8.0) << part;  // quadratic would take minutes
  }
}

TEST(TrimWhiteSpace, CutsBothEndsOnCodePoints) {
  const std::string text = "\u3000 a b\u00A0\n";
  const ByteRange range = trim_white_space(text, {0, text.size()});
  EXPECT_EQ(text.substr(range.begin, range.size()), "a b");
  EXPECT_TRUE(trim_white_space("  ", {0, 2}).empty());
}

}  // namespace
}  // namespace aloud
