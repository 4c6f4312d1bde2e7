#include "cli/report.h"

#include <gtest/gtest.h>

namespace aloud::cli {
namespace {

RenderReport report_of_two_minutes() {
  RenderReport report;
  report.sentences = 1;
  report.duration = {22050 * 125};
  report.audio_bytes = 1'234'567;
  report.coverage.total = 10;
  return report;
}

TEST(SummaryLine, SaysWhatWasMade) {
  RenderReport report = report_of_two_minutes();
  EXPECT_EQ(summary_line("a.md", "a.ogg", report), "a.md → a.ogg  2:05, 1 sentence, 1.2 MB\n");
  report.sentences = 3;
  report.audio_bytes = 999;
  EXPECT_EQ(summary_line("a.md", "-", report), "a.md → standard output  2:05, 3 sentences, 999 B\n");
}

TEST(SummaryLine, CountsFindingsAndNeverHidesLostText) {
  RenderReport report = report_of_two_minutes();
  report.findings.push_back({"odd", {}, "something"});
  report.coverage.unaccounted = 4;
  EXPECT_EQ(summary_line("a.md", "a.ogg", report),
            "a.md → a.ogg  2:05, 1 sentence, 1.2 MB, 1 finding, 4 bytes unaccounted for\n");
}

TEST(FindingsText, ReadsLikeACompilerAndStopsInTime) {
  RenderReport report;
  for (std::size_t line = 1; line <= 3; ++line) {
    report.findings.push_back({"odd", {}, "thing"});
    report.places.push_back({"a.md", line, 2});
  }
  EXPECT_EQ(findings_text(report, 2), "a.md:1:2: odd: thing\na.md:2:2: odd: thing\n… and 1 more\n");
  EXPECT_EQ(findings_text(report, 3), "a.md:1:2: odd: thing\na.md:2:2: odd: thing\na.md:3:2: odd: thing\n");
}

TEST(StatsText, SumsBytesByReason) {
  RenderReport report = report_of_two_minutes();
  report.coverage.entries = {{{0, 4}, CoverageStatus::left_out, 0, "code block summarised"},
                             {{4, 5}, CoverageStatus::silent, 0, "white space"},
                             {{5, 10}, CoverageStatus::left_out, 0, "code block summarised"}};
  const std::string text = stats_text("a.md", "a.ogg", report);
  EXPECT_NE(text.find("left_out[code block summarised]: 9\n"), std::string::npos) << text;
  EXPECT_NE(text.find("silent[white space]: 1\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace aloud::cli
