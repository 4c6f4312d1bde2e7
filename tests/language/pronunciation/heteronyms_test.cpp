#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "language/pronunciation/heteronyms.h"
#include "support/test_paths.h"
#include "util/error.h"

namespace aloud {
namespace {

// "He will [record:verb] the [record:noun].": sentences in which every heteronym is marked with its reading.
struct MarkedSentence {
  std::string text;
  std::vector<std::string> readings;  // "record as verb"
};

MarkedSentence read_marked(const std::string& line) {
  MarkedSentence sentence;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t open = line.find('[', at);
    if (open == std::string::npos) {
      sentence.text += line.substr(at);
      break;
    }
    const std::size_t colon = line.find(':', open);
    const std::size_t close = line.find(']', colon);
    const std::string word = line.substr(open + 1, colon - open - 1);
    sentence.text += line.substr(at, open - at) + word;
    std::string lower = word;
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    sentence.readings.push_back(lower + " as " + line.substr(colon + 1, close - colon - 1));
    at = close + 1;
  }
  return sentence;
}

std::vector<std::string> readings_in(const std::string& text) {
  std::vector<std::string> readings;
  for (const Pronunciation& one : Heteronyms::for_language("en")->find(SentenceTokens(text))) {
    readings.push_back(one.reason.substr(0, one.reason.find(':')));
  }
  return readings;
}

// How many sentences the file has; each is read as it is marked.
std::size_t expect_readings(const std::string& name) {
  std::ifstream file(ALOUD_SOURCE_DIR "/tests/language/pronunciation/heteronym_cases/" + name);
  EXPECT_TRUE(file);
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const MarkedSentence sentence = read_marked(line);
    EXPECT_EQ(readings_in(sentence.text), sentence.readings) << sentence.text;
    ++count;
  }
  return count;
}

TEST(Heteronyms, AreReadAsTheirSentencesAsk) { EXPECT_GT(expect_readings("en.txt"), 200U); }

TEST(Heteronyms, AreReadByWhatWasLearnedWhereRulesAreInDoubt) { EXPECT_GT(expect_readings("en-learned.txt"), 120U); }

std::string reason_for(const std::string& text) {
  return Heteronyms::for_language("en")->find(SentenceTokens(text)).front().reason;
}

TEST(Heteronyms, TellTheRulesWhereTheseAreCertain) {
  EXPECT_EQ(reason_for("They record it."), "record as verb: -1 pronoun; +1 det|poss|object");
}

TEST(Heteronyms, TellTheFeaturesWhereThoseDecided) {
  const std::string reason = reason_for("Many of them speak out, and advocate for change.");
  EXPECT_EQ(reason.substr(0, 18), "advocate as verb: ");
  EXPECT_NE(reason.find(" +"), std::string::npos) << reason;
  EXPECT_EQ(std::count(reason.begin(), reason.end(), ';'), 2) << reason;
}

TEST(Heteronyms, DoWithRulesAloneWhereNothingIsLearned) {
  const Heteronyms rules("[to]\nto\n", "[pattern p noun verb]\n=> noun 1\n-1 to => verb 2\n[words p]\nrecord a b\n");
  EXPECT_EQ(rules.find(SentenceTokens("to record")).front().reason, "record as verb: -1 to");
  EXPECT_EQ(rules.find(SentenceTokens("record")).front().reason, "record as noun: by default");
}

TEST(Heteronyms, AreSaidAsAmericanAndBritishVoicesDo) {
  const auto said = [](const char* text, Accent accent) {
    return Heteronyms::for_language("en")->find(SentenceTokens(text), accent).front().phonemes;
  };
  EXPECT_EQ(said("The record broke.", Accent::american), "r'Ek3d");
  EXPECT_EQ(said("The record broke.", Accent::british), "r'EkO@d");
  EXPECT_EQ(said("The records broke.", Accent::british), "r'EkO@dz");
  EXPECT_EQ(said("They record it.", Accent::british), said("They record it.", Accent::american));
}

TEST(Heteronyms, TellAccentsByTags) {
  for (const char* tag : {"", "en", "en-US", "en-US-nyc", "en-us", "en_US", "en-CA", "de"})
    EXPECT_EQ(accent_of(tag), Accent::american) << tag;
  for (const char* tag : {"en-GB", "en-GB-x-rp", "en-029", "en-AU", "en-au"}) EXPECT_EQ(accent_of(tag), Accent::british) << tag;
}

}  // namespace
}  // namespace aloud
