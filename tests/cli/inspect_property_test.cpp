// Every stage of inspect shows the same run: over all articles, and over what fuzzers begin with.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/aloud_program.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

using Json = nlohmann::json;

std::vector<std::string> files_in(const std::vector<std::string>& folders) {
  std::vector<std::string> files;
  for (const std::string& folder : folders) {
    for (const auto& file : std::filesystem::directory_iterator(ALOUD_SOURCE_DIR + folder))
      files.push_back(file.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class InspectProperty : public testing::TestWithParam<std::string> {
 protected:
  // Of an article that has nothing to speak there are no stages.
  bool has_text() const { return std::filesystem::file_size(GetParam()) > 0; }

  std::string text_of(const std::string& stage) const {
    const Outcome outcome = aloud({"inspect", "--stage", stage, GetParam()});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  }
  Json json_of(const std::string& stage) const {
    const Outcome outcome = aloud({"inspect", "--json", "--stage", stage, GetParam()});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return Json::parse(outcome.out);
  }
};

TEST_P(InspectProperty, SentencesAreThoseOfTheScript) {
  if (!has_text()) return;
  const Json sentences = json_of("sentences")["sentences"];
  const Json script = json_of("script");
  std::size_t next = 0;
  for (const Json& utterance : script["utterances"]) {
    const std::size_t sentence = utterance["sentence"];
    ASSERT_LT(sentence, sentences.size());
    EXPECT_TRUE(sentence == next || sentence + 1 == next) << utterance;
    next = sentence + 1;
    EXPECT_EQ(sentences[sentence]["index"], sentence);
    if (!sentences[sentence].contains("source")) continue;
    if (utterance["source"][0] == utterance["source"][1]) continue;
    EXPECT_LE(sentences[sentence]["source"][0], utterance["source"][0]);
    EXPECT_GE(sentences[sentence]["source"][1], utterance["source"][1]);
  }
  EXPECT_EQ(next, sentences.size());
}

TEST_P(InspectProperty, SentencesAreOneALine) {
  if (!has_text()) return;
  const std::string lines = text_of("sentences");
  EXPECT_EQ(static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')), json_of("sentences")["sentences"].size());
}

TEST_P(InspectProperty, PhonemesAreThoseOfTheScript) {
  if (!has_text()) return;
  const Json script = json_of("script")["utterances"];
  const Json phonemes = json_of("phonemes")["utterances"];
  ASSERT_EQ(phonemes.size(), script.size());
  for (std::size_t i = 0; i < script.size(); ++i) EXPECT_EQ(phonemes[i]["text"], script[i]["text"]);
}

std::string name_of(const testing::TestParamInfo<std::string>& one) {
  std::string name = std::filesystem::path(one.param).filename().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Articles, InspectProperty, testing::ValuesIn(files_in({"/text"})), name_of);
INSTANTIATE_TEST_SUITE_P(Seeds, InspectProperty,
                         testing::ValuesIn(files_in({"/tests/fuzz/seeds/fuzz_markdown", "/tests/fuzz/seeds/fuzz_plain_text"})),
                         name_of);

// The spoken stage asks the engine about each word, which takes its time: one article stands for all.
TEST(InspectProperties, WhatIsSpokenIsTheScript) {
  const std::string article = ALOUD_SOURCE_DIR "/text/borrowed-words.md";
  const Json script = Json::parse(aloud({"inspect", "--json", "--stage", "script", article}).out)["utterances"];
  const Json spoken = Json::parse(aloud({"inspect", "--json", "--stage", "spoken", article}).out)["sentences"];
  ASSERT_EQ(spoken.size(), script.size());
  for (std::size_t i = 0; i < script.size(); ++i) {
    EXPECT_EQ(spoken[i]["spoken"], script[i]["text"]);
    EXPECT_EQ(spoken[i]["sentence"], script[i]["sentence"]);
    EXPECT_EQ(spoken[i]["source"], script[i]["source"]);
  }
}

}  // namespace
}  // namespace aloud::test
