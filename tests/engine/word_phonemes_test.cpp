#include "engine/word_phonemes.h"

#include <gtest/gtest.h>

#include <functional>

namespace aloud {
namespace {

using Strings = std::vector<std::string>;

TEST(WordPhonemes, FollowTheGroupsWhereEachIsAWord) {
  EXPECT_EQ(share_phonemes("ɪt kˈɔst", {"ˈɪt", "kˈɔst"}), (Strings{"ɪt", "kˈɔst"}));
  EXPECT_EQ(share_phonemes("", {}), Strings{});
  EXPECT_EQ(share_phonemes("", {"ˈɛs"}), Strings{""});
  EXPECT_EQ(share_phonemes("ˈɛs", {}), Strings{});
}

TEST(WordPhonemes, CutAGroupOfSeveralWords) {
  EXPECT_EQ(share_phonemes("ˈaʊt ʌvðə hˈaʊs", {"ˈaʊt", "ˈʌv", "ðˈə", "hˈaʊs"}), (Strings{"ˈaʊt", "ʌv", "ðə", "hˈaʊs"}));
  EXPECT_EQ(share_phonemes("hɐzbˌɪn", {"hˈæz", "bˈɪn"}), (Strings{"hɐz", "bˌɪn"}));
}

TEST(WordPhonemes, GatherTheGroupsOfAWord) {
  EXPECT_EQ(share_phonemes("ɐ sˈɛvən fˈoːɹ θɹˈiː kˈæt", {"ˈeɪ", "sˈɛvən fˈoːɹ θɹˈiː", "kˈæt"}),
            (Strings{"ɐ", "sˈɛvənfˈoːɹθɹˈiː", "kˈæt"}));
}

TEST(WordPhonemes, LeaveASilentWordEmpty) { EXPECT_EQ(share_phonemes("kˈæt", {"", "kˈæt"}), (Strings{"", "kˈæt"})); }

// Nothing is lost or turned round, whatever the engine says for the words alone.
TEST(WordPhonemes, JoinToTheWholeForAllShortTexts) {
  const std::string alphabet[] = {"a", "ˈɪ", " ", "t"};
  const Strings alone = {"a", "tɪ", "", "aat"};
  std::function<void(std::string, int)> all = [&](const std::string& ipa, int left) {
    for (std::size_t words = 1; words <= alone.size(); ++words) {
      std::string joined, plain = ipa;
      for (const std::string& share : share_phonemes(ipa, Strings(alone.begin(), alone.begin() + static_cast<long>(words))))
        joined += share;
      std::erase(plain, ' ');
      EXPECT_EQ(joined, plain) << '"' << ipa << '"';
    }
    if (left > 0)
      for (const std::string& sound : alphabet) all(ipa + sound, left - 1);
  };
  all("", 5);
}

}  // namespace
}  // namespace aloud
