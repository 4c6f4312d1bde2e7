#include "language/spoken_form/code_in_prose.h"

#include <chrono>

#include <gtest/gtest.h>

#include "language/spoken_form/spoken_cases.h"
#include "language/spoken_form/version_history.h"

namespace aloud {
namespace {

struct Said {
  const char* written;
  const char* said;
};

std::string say(std::string_view text, const NormalizerOptions& options = {}) {
  return make_normalizer("en", espeak_traits().spelling, options)->normalize(AlignedText::verbatim(text)).text();
}

TEST(CodeInProse, IsSaidAsCodeIs) {
  for (const auto& [written, said] : std::vector<Said>{
           {"run make && make install", "run make and make install"},
           {"if x == y || z", "if x equals y or z"},
           {"an Option<Boat> here", "an Option of Boat here"},
           {"a Map<Key, Boat>.", "a Map of Key and Boat."},
           {"call foo() and std::swap now", "call foo and std swap now"},
           {"the max_size name", "the max size name"},
           {"TL;DR: it works", "T L D R: it works"},
           {"2.4.0 - 2023-05-01", "two point four point zero, May first twenty twenty three"},
           {"2.3.1 / 2023-04-02", "two point three point one, April second twenty twenty three"},
       }) {
    EXPECT_EQ(say(written), said) << written;
  }
}

// The nearest that is no code.
TEST(CodeInProse, LeavesProseAlone) {
  for (const char* text : {"He said (or so) it was.", "one and two", "an emphasis of _old_ books", "the <b>bold</b> one",
                           "salt & pepper", "a foo (bar)", "and so :: it ended"}) {
    EXPECT_EQ(find_code_in_prose(text, CodeWords::for_language("en"), LongIdentifiers::shorten).size(), 0U) << text;
  }
  EXPECT_EQ(say("5.1 - 3"), "five point one to three");
}

TEST(LongIdentifiers, AreShortenedOrSpelled) {
  for (const auto& [written, said] : std::vector<Said>{
           {"id 550e8400-e29b-41d4-a716-446655440000 broke", "id five five zero E broke"},
           {"Commit 1234567 broke it", "Commit one two three four broke it"},
           {"fixed in 3f2a9bc.", "fixed in three F two A."},
           {"CVE-2023-12345 is old", "C V E, two zero two three, one two three four five is old"},
           {"see doi:10.1000/xyz12", "see D O I one zero dot one zero zero zero slash xyz one two"},
       }) {
    EXPECT_EQ(say(written), said) << written;
  }
  const NormalizerOptions spoken{LongIdentifiers::speak, nullptr};
  EXPECT_EQ(say("commit 3f2a9bc", spoken), "commit three F two A nine B C");
}

TEST(LongIdentifiers, AreNoQuantitiesOrWords) {
  const CodeWords& words = CodeWords::for_language("en");
  for (const char* chunk : {"1234567", "effaced", "123456789012345", "12345678901", "1234567e8", "3F2A9BC", "3f2a9b", "10.5",
                            "10.1000", "550e8400-e29b-41d4", "CVE-2023-123", "cve-2023-1234"}) {
    EXPECT_FALSE(say_identifier(chunk, "the", LongIdentifiers::shorten, words)) << chunk;
  }
  EXPECT_EQ(say("$123456789012"), say("$123456789012", {LongIdentifiers::speak, nullptr}));
}

TEST(VersionHistory, TellsVersionsFromDecimals) {
  const auto versions = std::make_shared<const VersionHistory>("Tide 1.24.0 is here. The mast is 3.25 m.");
  const NormalizerOptions options{LongIdentifiers::shorten, versions};
  for (const auto& [written, said] : std::vector<Said>{
           {"Announcing Tide 1.24.", "Announcing Tide one point twenty four."},
           {"since 1.24 it works", "since one point twenty four it works"},
           {"Tide 1.31 works", "Tide one point thirty one works"},
           {"version 2.10 and 2.11", "version two point ten and two point eleven"},
           {"Python 3.10 works", "Python three point ten works"},
           {"Python 3.9, 3.10 or later", "Python three point nine, three point ten or later"},
           {"it weighs 1.25 tons", "it weighs one point two five tons"},
           {"the mast is 3.25 m", "the mast is three point two five meters"},
           {"Python costs $3.10 here", "Python costs three dollars ten cents here"},
           {"version 2.05", "version two point zero five"},
           {"a rise of 1.24% here", "a rise of one point two four percent here"},
       }) {
    EXPECT_EQ(say(written, options), said) << written;
  }
  EXPECT_EQ(say("Tide 1.24 works"), "Tide one point two four works");  // nothing is known of it
}

TEST(CodeInProse, TakesLinearTime) {
  const CodeWords& words = CodeWords::for_language("en");
  for (const char* part : {"a<b", "A<B,", "foo()", "a_", "::", "3f2a", "1.2.", "[", "- 2.4.0 ", "\xC3\xA9"}) {
    std::string text;
    while (text.size() < 200'000) text += part;
    const auto begin = std::chrono::steady_clock::now();
    find_code_in_prose(text, words, LongIdentifiers::shorten);
    VersionHistory(text).find(text, words);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << part;
  }
}

}  // namespace
}  // namespace aloud
