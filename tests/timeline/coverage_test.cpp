#include "timeline/coverage.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace aloud {
namespace {

Document document_of(std::string_view bytes) {
  Document document;
  document.source = SourceText::decode("article.md", bytes);
  return document;
}

TEST(CoverageLedger, ClosesWithTheSilentRangesOfTheDocument) {
  Document document = document_of("# Hi\n\n![map](m.png) é!");
  document.silent = {{{0, 2}, SilentKind::markup}};
  CoverageLedger ledger;
  ledger.spoken({2, 4}, 0);
  ledger.left_out({6, 19}, "image skipped");
  EXPECT_EQ(
      describe(ledger.close(document), document),
      "0-2 silent: " + std::string(to_string(SilentKind::markup)) +
          "\n"
          "2-4 spoken by 0\n"
          "4-6 silent: white space\n"
          "6-19 left out: image skipped: \"![map](m.png)\" at article.md:3:1\n"
          "19-20 silent: white space\n"
          "20-22 unaccounted: \"é\" at article.md:3:15\n"
          "22-23 silent: punctuation\n"
          "23 bytes: 2 spoken (8.6 %), 6 silent (26.0 %), 13 left out (56.5 %), 2 unaccounted (8.6 %); 91.3 % accounted for\n");
}

// Claims that continue each other are one; each of what tells them apart parts them.
TEST(CoverageLedger, JoinsClaimsThatContinueEachOther) {
  const Document document = document_of("abcdefghij");
  const auto account = [&](const auto& claim) {
    CoverageLedger ledger;
    claim(ledger);
    std::string text;
    for (const CoverageEntry& entry : ledger.close(document).entries)
      text += std::to_string(entry.source.begin) + '-' + std::to_string(entry.source.end) + ' ' + to_string(entry.status) +
              (entry.status == CoverageStatus::spoken ? " by " + std::to_string(entry.utterance) : "") +
              (entry.reason.empty() ? "" : ": " + entry.reason) + '\n';
    return text;
  };
  using Ledger = CoverageLedger;
  EXPECT_EQ(account([](Ledger& ledger) { ledger.spoken({0, 4}, 0), ledger.spoken({4, 10}, 0); }), "0-10 spoken by 0\n");
  EXPECT_EQ(account([](Ledger& ledger) {
              ledger.spoken({0, 4}, 0), ledger.spoken({4, 10}, 1);
            }),
            "0-4 spoken by 0\n4-10 spoken by 1\n");
  EXPECT_EQ(account([](Ledger& ledger) {
              ledger.spoken({0, 4}, 0), ledger.spoken({5, 10}, 0);
            }),
            "0-4 spoken by 0\n4-5 unaccounted\n5-10 spoken by 0\n");
  EXPECT_EQ(account([](Ledger& ledger) { ledger.left_out({0, 4}, "x"), ledger.left_out({4, 10}, "x"); }), "0-10 left out: x\n");
  EXPECT_EQ(account([](Ledger& ledger) {
              ledger.left_out({0, 4}, "x"), ledger.left_out({4, 10}, "y");
            }),
            "0-4 left out: x\n4-10 left out: y\n");
  EXPECT_EQ(account([](Ledger& ledger) {
              ledger.spoken({0, 4}, 0), ledger.left_out({4, 10}, "");
            }),
            "0-4 spoken by 0\n4-10 left out\n");
  EXPECT_EQ(account([](Ledger& ledger) { ledger.spoken({0, 10}, 0), ledger.spoken({3, 3}, 1); }), "0-10 spoken by 0\n");
}

TEST(CoverageLedger, CountsInBytesOfTheFileWhateverItsEncoding) {
  struct Case {
    std::string bytes;
    const char* expected;
  };
  const Case cases[] = {
      {"\xEF\xBB\xBFHi", "0-3 silent: byte order mark\n3-5 spoken by 0\n"},
      {std::string("\xFF\xFEH\0i\0", 6), "0-2 silent: byte order mark\n2-6 spoken by 0\n"},
      {std::string("\xFE\xFF\0H\0i", 6), "0-2 silent: byte order mark\n2-6 spoken by 0\n"},
      {"Hi", "0-2 spoken by 0\n"},
  };
  for (const Case& item : cases) {
    const Document document = document_of(item.bytes);
    CoverageLedger ledger;
    ledger.spoken({0, 2}, 0);
    const Coverage coverage = ledger.close(document);
    EXPECT_EQ(describe(coverage, document).substr(0, std::string_view(item.expected).size()), item.expected);
    EXPECT_EQ(coverage.total, item.bytes.size());
    EXPECT_TRUE(coverage.complete());
  }
}

TEST(CoverageLedger, QuotesFromTheRightPlaceBehindAByteOrderMark) {
  const Document document =
      document_of(std::string("\xFF\xFE"
                              "a\0\xE9\0 \0b\0",
                              10));
  CoverageLedger ledger;
  ledger.spoken({0, 3}, 0);
  EXPECT_EQ(
      describe(ledger.close(document), document),
      "0-2 silent: byte order mark\n2-6 spoken by 0\n6-8 silent: white space\n8-10 unaccounted: \"b\" at article.md:1:4\n"
      "10 bytes: 4 spoken (40.0 %), 4 silent (40.0 %), 0 left out (0.0 %), 2 unaccounted (20.0 %); 80.0 % accounted for\n");
}

}  // namespace
}  // namespace aloud
