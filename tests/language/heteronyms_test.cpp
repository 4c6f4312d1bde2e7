#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "language/heteronyms.h"
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

TEST(Heteronyms, AreReadAsTheirSentencesAsk) {
  std::ifstream file(ALOUD_SOURCE_DIR "/tests/language/heteronym_cases/en.txt");
  ASSERT_TRUE(file);
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const MarkedSentence sentence = read_marked(line);
    EXPECT_EQ(readings_in(sentence.text), sentence.readings) << sentence.text;
    ++count;
  }
  EXPECT_GT(count, 200U);
}

}  // namespace
}  // namespace aloud
