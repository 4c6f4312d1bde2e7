// End to end: every stage shows itself, as text and as JSON.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/aloud_program.h"
#include "support/engine_facts.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

using Json = nlohmann::json;

Outcome inspect(const std::string& stage, const std::string& input, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"inspect", "--stage", stage, "-"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return aloud(arguments, {input, {}, {}});
}

TEST(InspectSentences, PrintsOneFoldedSentenceALine) {
  EXPECT_EQ(inspect("sentences", "Dr. Ek left at\n  5 p.m. yesterday. Why?\n\nNobody knows.\n", {"--lang", "en"}).out,
            "Dr. Ek left at 5 p.m. yesterday.\nWhy?\nNobody knows.\n");
}

TEST(InspectSentences, KeepsListMarkers) {
  EXPECT_EQ(inspect("sentences", "1. First thing.\n2. Second thing.\n").out, "1. First thing.\n2. Second thing.\n");
}

// What the speaking policy turns into sentences is shown as it is heard.
TEST(InspectSentences, SplitsWhereTheScriptDoes) {
  const std::string article = "Stop here.[^n] An image ![a cat. a dog](x.png) here.\n\n[^n]: Note.\n";
  EXPECT_EQ(inspect("sentences", article, {"--markdown", "--lang", "en"}).out,
            "Stop here.\nAn image a cat. a dog here.\nNote 1.\nNote.\n");
}

TEST(InspectSentences, ShowsWhatIsPreparedAndAnnounced) {
  const Json json = Json::parse(inspect("sentences", "See <https://x.org/a>.\n\n```\nls\n```\n", {"--json", "--markdown"}).out);
  ASSERT_EQ(json["sentences"].size(), 2U);
  EXPECT_EQ(json["sentences"][0]["text"], "See https://x.org/a.");
  EXPECT_EQ(json["sentences"][0]["prepared"], "See link to x.org.");
  EXPECT_EQ(json["sentences"][1]["text"], "");
  EXPECT_EQ(json["sentences"][1]["prepared"], "Code block, 1 line.");
  EXPECT_FALSE(json["sentences"][1].contains("source"));
}

TEST(InspectSpoken, GivesOneOutputLineForEachInputLine) {
  EXPECT_EQ(inspect("spoken", "one  two\n\nthree\u200b four\nfive", {"--lines", "--lang", "en"}).out,
            "one two\n\nthree four\nfive\n");
}

// What the engine has no sound for is left out of a line as it is of an article.
TEST(InspectSpoken, LinesLeaveOutWhatTheScriptLeavesOut) {
  EXPECT_EQ(inspect("spoken", "Der \u26DF und \U0001F9FF hier.\n\u26DF\nEnde\n", {"--lines", "--lang", "de"}).out,
            "Der und Nazar-Amulett hier.\n\nEnde\n");
}

TEST(InspectSpoken, TakesNothingOfALineForMarkup) {
  EXPECT_EQ(inspect("spoken", "# 2. *One* https://x.org/a two. Three\n", {"--lines", "--lang", "xx"}).out,
            "# 2. *One* https://x.org/a two. Three\n");
}

TEST(InspectSpoken, ExplainsEachChange) {
  EXPECT_EQ(inspect("spoken", "It cost $4.50 in “all”.\n\nPlain words.\n", {"--voice", "en-us"}).out,
            "It cost $4.50 in “all”.\n"
            "  → It cost four dollars fifty cents in \"all\".\n"
            "    money{$ 4.50}: $4.50 → four dollars fifty cents\n"
            "  /ɪt kˈɔst fˈ" +
                engine_facts().north_in_ipa +
                " dˈɑːlɚz fˈɪfti sˈɛnts ɪn ˈɔːl/\n"
                "Plain words.\n"
                "  /plˈeɪn wˈɜːdz/\n");
}

TEST(InspectSpoken, NamesPronunciations) {
  const std::string article = "They record 5 of them.\n";
  EXPECT_EQ(inspect("spoken", article, {"--voice", "en-us"}).out,
            "They record 5 of them.\n"
            "  → They record five of them.\n"
            "    heteronym/verb: record → [[rI#k'o@d]] (record as verb: -1 pronoun)\n"
            "    cardinal: 5 → five\n"
            "  /ðeɪ ɹᵻkˈ" +
                engine_facts().north_in_ipa + "d fˈaɪv ʌv ðˌɛm/\n");
  const Json json = Json::parse(inspect("spoken", article, {"--voice", "en-us", "--json"}).out);
  const Json& change = json["sentences"][0]["changes"][0];
  EXPECT_EQ(change["rule"], "heteronym/verb");
  EXPECT_EQ(change["class"], "heteronym");
  EXPECT_EQ(change["spoken"], "record");
  EXPECT_EQ(change["phonemes"], "rI#k'o@d");
  EXPECT_EQ(change["reason"], "record as verb: -1 pronoun");
  EXPECT_EQ(json["sentences"][0]["sentence"], 0);
  const Json& word = json["sentences"][0]["words"][1];
  EXPECT_EQ(word["rule"], "heteronym/verb");
  EXPECT_EQ(word["ipa"], "ɹᵻkˈ" + engine_facts().north_in_ipa + "d");
}

TEST(InspectSpoken, GivesEveryWordItsSourceSoundLanguageAndRule) {
  const Json json = Json::parse(inspect("spoken", "On 03/05/2024 of the 747s\n", {"--json", "--voice", "en-us"}).out);
  const Json& sentence = json["sentences"][0];
  EXPECT_EQ(sentence["language"], "en-US");
  EXPECT_EQ(sentence["changes"][0]["class"], "date");
  EXPECT_EQ(sentence["changes"][0]["rule"], "date/numeric");
  EXPECT_EQ(sentence["changes"][0]["source"], (Json{3, 13}));
  std::string joined;
  for (const Json& word : sentence["words"]) {
    EXPECT_TRUE(word["ipa"].is_string() && word["language"] == "en-US" && word["source"].size() == 2) << word;
    joined += word["ipa"].get<std::string>();
  }
  std::string ipa = sentence["ipa"];
  std::erase(ipa, ' ');
  EXPECT_EQ(joined, ipa);
  EXPECT_FALSE(sentence["words"][0].contains("rule"));
  EXPECT_EQ(sentence["words"][1]["rule"], "date/numeric");
}

// Texts over which eSpeak NG is known to crash, or that are made to look like its commands.
TEST(InspectSpoken, StandsHostileText) {
  std::string apostrophes, dots;
  for (int i = 0; i < 100; ++i) {
    apostrophes += "s'";
    dots += "a.";
  }
  for (const std::string& text :
       {apostrophes, dots, std::string("[[_:]] [["), std::string(3000, 'x'), std::string("\x01 99999999M")}) {
    const Outcome outcome = inspect("spoken", text + "\n", {"--json"});
    EXPECT_EQ(outcome.status, 0) << text << outcome.err;
    EXPECT_TRUE(Json::accept(outcome.out)) << text;
  }
}

TEST(InspectSpoken, LinesGoWithTheSpokenStage) {
  const Outcome outcome = inspect("script", "x\n", {"--lines"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.err, "aloud: --lines goes with --stage spoken\n");
}

TEST(InspectScript, ShowsSentencesAndPauses) {
  const std::string script = inspect("script", "Dr. Ek left. Why?\n", {"--pause", "sentence=400"}).out;
  EXPECT_NE(script.find("say[doctor Ek left.] pause[400ms] say[Why?]"), std::string::npos) << script;
}

TEST(InspectPhonemes, PrintsIpa) {
  const Outcome outcome = inspect("phonemes", "Hello there.\n", {"--voice", "en-us"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("həlˈoʊ"), std::string::npos) << outcome.out;
}

TEST(InspectPhonemes, TellsWhichWordsAreNotLeftToTheEngine) {
  const Outcome text = inspect("phonemes", "They record.\n", {"--voice", "en-us"});
  EXPECT_NE(text.out.find("\n    record [[rI#k'o@d]] heteronym/verb (record as verb: -1 pronoun)\n"), std::string::npos)
      << text.out;
  const Outcome json = inspect("phonemes", "They record.\n", {"--voice", "en-us", "--json"});
  EXPECT_EQ(Json::parse(json.out)["utterances"][0]["pronunciations"][0]["rule"], "heteronym/verb") << json.out;
}

TEST(InspectCoverage, AccountsForEveryByteOfEveryArticle) {
  for (const auto& article : std::filesystem::directory_iterator(ALOUD_SOURCE_DIR "/text")) {
    const Outcome outcome = aloud({"inspect", "--stage", "coverage", "--json", "--rate", "449", article.path().string()});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const Json coverage = Json::parse(outcome.out);
    EXPECT_EQ(coverage["unaccounted"], 0) << article;
    EXPECT_EQ(coverage["total"], std::filesystem::file_size(article)) << article;
    std::size_t at = 0;
    for (const Json& entry : coverage["entries"]) {
      EXPECT_EQ(entry["source"][0], at);
      at = entry["source"][1];
    }
    EXPECT_EQ(at, std::filesystem::file_size(article));
  }
}

TEST(Inspect, EveryStageGivesJson) {
  for (const char* stage : {"blocks", "sentences", "spoken", "phonemes", "script", "timeline", "coverage"}) {
    const Outcome outcome = inspect(stage, "# Title\n\nOne *two* \xff three.\n\n- item\n", {"--json", "--markdown"});
    EXPECT_EQ(outcome.status, 0) << stage << outcome.err;
    EXPECT_TRUE(Json::accept(outcome.out)) << stage << outcome.out;
  }
}

// Adds the keys of all objects in `json`, at any depth.
void collect_keys(const Json& json, std::set<std::string>& keys) {
  if (json.is_object()) {
    for (const auto& item : json.items()) keys.insert(item.key());
  }
  if (json.is_structured()) {
    for (const Json& item : json) collect_keys(item, keys);
  }
}

TEST(Inspect, EveryKeyIsDescribed) {
  const std::string page = read_file(ALOUD_SOURCE_DIR "/docs/formats/inspect.md");
  const std::string article =
      "# Title\n\n> - 1. One *two*[^1].\n\n| A |\n|---|\n| 1 |\n\n```sh\nls\n```\n\n- [x] Two\n\n<p lang=fr>Oui</p>\n\n[^1]: "
      "Note.\n";
  std::set<std::string> keys;
  for (const char* stage : {"blocks", "sentences", "spoken", "phonemes", "script", "coverage"}) {
    collect_keys(Json::parse(inspect(stage, article, {"--json", "--markdown"}).out), keys);
  }
  EXPECT_GT(keys.size(), 30U);
  for (const std::string& key : keys) {
    const bool described = page.find('"' + key + '"') != std::string::npos || page.find('`' + key + '`') != std::string::npos;
    EXPECT_TRUE(described) << key;
  }
}

TEST(Inspect, EveryStageGivesText) {
  for (const char* stage : {"blocks", "sentences", "spoken", "phonemes", "script", "timeline", "coverage"}) {
    const Outcome outcome = inspect(stage, "# Title\n\nSome words here.\n", {"--markdown"});
    EXPECT_EQ(outcome.status, 0) << stage << outcome.err;
    EXPECT_NE(outcome.out, "") << stage;
  }
}

}  // namespace
}  // namespace aloud::test
