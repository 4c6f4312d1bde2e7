#include "timeline/byte_account.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "util/utf8.h"

namespace aloud {
namespace {

using Claims = std::vector<CoverageClaim>;

CoverageClaim say(std::size_t begin, std::size_t end, std::size_t utterance) {
  return {{begin, end}, CoverageStatus::spoken, utterance, ""};
}
CoverageClaim leave(std::size_t begin, std::size_t end, const char* why) {
  return {{begin, end}, CoverageStatus::left_out, 0, why};
}
CoverageClaim hush(std::size_t begin, std::size_t end, const char* what) {
  return {{begin, end}, CoverageStatus::silent, 0, what};
}

std::string fate_of(CoverageStatus status, std::size_t utterance, const std::string& reason) {
  return status == CoverageStatus::spoken ? "say " + std::to_string(utterance) : to_string(status) + (" " + reason);
}

std::string show(const Claims& claims) {
  std::string text;
  for (const CoverageClaim& claim : claims) {
    text += std::to_string(claim.decoded.begin) + "-" + std::to_string(claim.decoded.end) + " " +
            fate_of(claim.status, claim.utterance, claim.reason) + "; ";
  }
  return text;
}

struct Case {
  const char* text;
  Claims claims;
  const char* expected;
};

TEST(Settle, GivesEachByteToTheClaimWithPrecedence) {
  const Case cases[] = {
      {"", {}, ""},
      {"", {say(0, 9, 1)}, ""},
      {"abc", {say(0, 3, 7)}, "0-3 say 7; "},
      {"abc", {say(1, 9, 7)}, "0-1 unaccounted ; 1-3 say 7; "},
      {"abc", {say(2, 2, 7), say(3, 2, 7), say(7, 9, 7)}, "0-3 unaccounted ; "},
      {"abcd", {say(0, 3, 2), say(2, 4, 1)}, "0-2 say 2; 2-4 say 1; "},
      {"abcd", {leave(0, 4, "x"), say(1, 2, 5)}, "0-1 left out x; 1-2 say 5; 2-4 left out x; "},
      {"abcd", {hush(0, 4, "markup"), leave(2, 3, "x")}, "0-2 silent markup; 2-3 left out x; 3-4 silent markup; "},
      {"abcd", {leave(0, 3, "first"), leave(1, 4, "second")}, "0-3 left out first; 3-4 left out second; "},
      {"abcd", {leave(2, 4, "second"), leave(0, 4, "first")}, "0-2 left out first; 2-4 left out second; "},
      {"abcd", {say(0, 2, 3), say(2, 4, 3)}, "0-4 say 3; "},
  };
  for (const Case& item : cases)
    EXPECT_EQ(show(settle(item.text, item.claims)), item.expected) << item.text << show(item.claims);
}

TEST(Settle, TellsSilenceByNatureFromLostText) {
  const Case cases[] = {
      {" \n\t\u00A0\u3000", {}, "0-8 silent white space; "},
      {".,;:!?-—…\"“”()*_/\\'`^", {}, "0-29 silent punctuation; "},
      {"a. b", {say(0, 1, 0), say(3, 4, 0)}, "0-1 say 0; 1-2 silent punctuation; 2-3 silent white space; 3-4 say 0; "},
      {"\x01\u200B", {}, "0-4 silent control character; "},
      {"a1é日", {}, "0-7 unaccounted ; "},
      {"%&@#§‰", {}, "0-9 unaccounted ; "},
      {"€+🙂©", {}, "0-10 unaccounted ; "},
      {"\xFF", {}, "0-1 unaccounted ; "},
  };
  for (const Case& item : cases) EXPECT_EQ(show(settle(item.text, item.claims)), item.expected) << item.text;
}

// One byte at a time, with nothing clever: the claim that wins there, or the nature of the character.
std::string naive_fate(std::string_view text, std::size_t at, const Claims& claims) {
  const CoverageClaim* best = nullptr;
  const auto rank = [](const CoverageClaim& claim) {
    if (claim.status == CoverageStatus::spoken) return std::pair<int, std::size_t>(0, claim.utterance);
    return std::pair<int, std::size_t>(claim.status == CoverageStatus::left_out ? 1 : 2, 0);
  };
  for (const CoverageClaim& claim : claims) {
    if (claim.decoded.contains(at) && (best == nullptr || rank(claim) < rank(*best))) best = &claim;
  }
  if (best != nullptr) return fate_of(best->status, best->utterance, best->reason);
  const char byte = text[at];
  if (byte == ' ') return "silent white space";
  return byte == '.' ? "silent punctuation" : "unaccounted ";
}

Claims random_claims(std::mt19937& random, std::size_t text_size) {
  const auto pick = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
  Claims claims;
  for (std::size_t count = pick(12); count > 0; --count) {
    const std::size_t begin = pick(text_size + 3);
    const std::size_t end = begin + pick(8);
    const std::string reason(1, static_cast<char>('p' + pick(3)));
    switch (pick(3)) {
      case 0:
        claims.push_back(say(begin, end, pick(4)));
        break;
      case 1:
        claims.push_back(leave(begin, end, reason.c_str()));
        break;
      default:
        claims.push_back(hush(begin, end, reason.c_str()));
        break;
    }
  }
  return claims;
}

TEST(Settle, AgreesWithAByteByByteModelForRandomClaims) {
  std::mt19937 random(20211103);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t size = random() % 24; size > 0; --size) text += "a. b"[random() % 4];
    const Claims claims = random_claims(random, text.size());
    const Claims settled = settle(text, claims);
    std::size_t at = 0;
    for (std::size_t i = 0; i < settled.size(); ++i) {
      ASSERT_EQ(settled[i].decoded.begin, at) << show(settled);
      ASSERT_FALSE(settled[i].decoded.empty());
      const std::string fate = fate_of(settled[i].status, settled[i].utterance, settled[i].reason);
      for (; at < settled[i].decoded.end; ++at)
        ASSERT_EQ(fate, naive_fate(text, at, claims)) << text << " " << at << " " << show(claims);
      if (i > 0) {
        ASSERT_NE(fate, fate_of(settled[i - 1].status, settled[i - 1].utterance, settled[i - 1].reason));
      }
    }
    ASSERT_EQ(at, text.size());
  }
}

TEST(Settle, TakesManyNestedClaimsInStride) {
  constexpr std::size_t kClaims = 50000;  // quadratic work would take minutes
  const std::string text(2 * kClaims, 'a');
  Claims claims;
  for (std::size_t i = 0; i < kClaims; ++i) claims.push_back(say(i, 2 * kClaims - i, kClaims - i));
  const Claims settled = settle(text, claims);
  ASSERT_EQ(settled.size(), 2 * kClaims - 1);
  EXPECT_EQ(settled[kClaims - 1].utterance, 1U);
}

ByteRange shifted(ByteRange range) { return {range.begin + 3, range.end + 3}; }

TEST(InFileBytes, AccountsForTheByteOrderMark) {
  const Coverage coverage = in_file_bytes(settle("ab.", {say(0, 2, 4)}), 6, shifted);
  const std::vector<CoverageEntry> expected{{{0, 3}, CoverageStatus::silent, 0, "byte order mark"},
                                            {{3, 5}, CoverageStatus::spoken, 4, ""},
                                            {{5, 6}, CoverageStatus::silent, 0, "punctuation"}};
  EXPECT_EQ(coverage.entries, expected);
  EXPECT_EQ(coverage.total, 6U);
  EXPECT_EQ(coverage.spoken, 2U);
  EXPECT_EQ(coverage.silent, 4U);
  EXPECT_TRUE(coverage.complete());
}

TEST(InFileBytes, AFileOfAByteOrderMarkAloneIsSilent) {
  const Coverage coverage = in_file_bytes({}, 3, shifted);
  ASSERT_EQ(coverage.entries.size(), 1U);
  EXPECT_EQ(coverage.entries[0].reason, "byte order mark");
  EXPECT_TRUE(in_file_bytes({}, 0, shifted).entries.empty());
}

TEST(InFileBytes, CountsBytesOfTheFileNotOfTheText) {
  // "né" in windows-1252: two bytes in the file, three in the text; a claim that ends inside the é takes all of it.
  const auto map = [](ByteRange range) {
    const auto to_file = [](std::size_t offset) { return offset < 2 ? offset : std::size_t{2}; };
    return ByteRange{range.begin == 2 ? 1 : to_file(range.begin), to_file(range.end)};
  };
  const Coverage coverage = in_file_bytes(settle("n\u00E9", {say(0, 2, 0), say(2, 3, 1)}), 2, map);
  ASSERT_EQ(coverage.entries.size(), 1U);
  EXPECT_EQ(coverage.entries[0].source, (ByteRange{0, 2}));
  EXPECT_EQ(coverage.total, 2U);
}

TEST(InFileBytes, BytesBetweenCharactersBelongToTheEncoding) {
  const auto map = [](ByteRange range) {  // a shift sequence of 3 bytes before the second character
    const auto begin = [](std::size_t offset) { return offset == 0 ? offset : offset + 3; };
    return ByteRange{begin(range.begin), range.end <= 1 ? range.end : range.end + 3};
  };
  const Coverage coverage = in_file_bytes(settle("ab", {say(0, 1, 0), say(1, 2, 1)}), 8, map);
  ASSERT_EQ(coverage.entries.size(), 4U);
  EXPECT_EQ(coverage.entries[1], (CoverageEntry{{1, 4}, CoverageStatus::silent, 0, "encoding"}));
  EXPECT_EQ(coverage.entries[3], (CoverageEntry{{5, 8}, CoverageStatus::silent, 0, "encoding"}));
}

}  // namespace
}  // namespace aloud
