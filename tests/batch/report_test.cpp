#include "batch/report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/process.h"
#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud::test {
namespace {

using Status = ArticleResult::Status;

ArticleResult rendered(const std::string& name, std::size_t findings = 0) {
  ArticleResult result;
  result.name = name;
  result.status = Status::rendered;
  result.reason = "the article changed";
  result.utterances = 10;
  result.reused_takes = 6;
  result.audio_seconds = 65;
  result.wall_seconds = 1.5;
  ManifestArticle entry;
  entry.name = name;
  entry.utterances = 10;
  ManifestAudio audio;
  audio.format = "vorbis";
  audio.file = {name + ".ogg", 1, "aa"};
  audio.samples = 65 * 22050;
  audio.sample_rate = 22050;
  entry.audio = {audio};
  for (std::size_t i = 1; i <= findings; ++i) entry.findings.push_back({"odd", "it is <odd>, 100% & |more|", i, 2});
  result.entry = std::make_shared<const ManifestArticle>(entry);
  return result;
}

ArticleResult failed(const std::string& name) {
  ArticleResult result;
  result.name = name;
  result.status = Status::failed;
  result.error = "cannot open: \"x\" <gone>\nreally: 5 %, or more\x01";
  result.error_line = 3;
  return result;
}

BatchReport sample() {
  BatchReport report;
  report.output = "out";
  report.wall_seconds = 8;
  report.articles = {rendered("a.md", 1), failed("b,c:d.md"), rendered("odd\nname \xff.md")};
  report.articles[2].status = Status::unchanged;
  report.articles[2].utterances = report.articles[2].reused_takes = 0;
  report.articles[2].audio_seconds = 0;
  report.articles[2].reason.clear();
  ArticleResult skipped;
  skipped.name = "d.md";
  skipped.status = Status::skipped;
  skipped.reason = "draft: true";
  report.articles.push_back(skipped);
  report.orphans = {{{{"gone.ogg", 3, "bb"}, "gone.md"}, false, ""}};
  return report;
}

TEST(BatchReport, TotalsAddUp) {
  const BatchTotals totals = totals_of(sample());
  EXPECT_EQ(totals.articles, 4U);
  EXPECT_EQ(totals.rendered + totals.unchanged + totals.failed + totals.skipped, 4U);
  EXPECT_EQ(totals.utterances, 10U);
  EXPECT_EQ(totals.reused_takes, 6U);
  EXPECT_DOUBLE_EQ(totals.audio_seconds, 65);
  EXPECT_DOUBLE_EQ(totals.kept_audio_seconds, 65);
  // Four were made in 8 s; six were in the cache, and ten belong to the unchanged article.
  EXPECT_DOUBLE_EQ(totals.saved_seconds, 32);
  EXPECT_FALSE(totals.good(BatchMode::render));
}

TEST(BatchReport, CheckIsGoodOnlyWhenNothingIsLeftToDo) {
  BatchReport report;
  report.mode = BatchMode::check;
  EXPECT_TRUE(totals_of(report).good(report.mode));
  report.orphans = sample().orphans;
  EXPECT_FALSE(totals_of(report).good(report.mode));
  report.orphans.clear();
  report.problems = {"manifest.json is missing"};
  EXPECT_FALSE(totals_of(report).good(report.mode));
  report.mode = BatchMode::render;
  EXPECT_TRUE(totals_of(report).good(report.mode));
}

TEST(BatchReport, TextTellsOfEachArticle) {
  EXPECT_EQ(report_text(sample(), ReportFormat::text),
            "rendered      a.md → out/a.md.ogg 1:05  (the article changed)\n"
            "    a.md:1:2: odd: it is <odd>, 100% & |more|\n"
            "failed        b,c:d.md: cannot open: \"x\" <gone> really: 5 %, or more\n"
            "unchanged     odd name \xf4\x8f\xbf\xbf.md → out/odd name \xf4\x8f\xbf\xbf.md.ogg 1:05\n"
            "skipped       d.md  (draft: true)\n"
            "orphan        gone.ogg (of gone.md)\n"
            "1 rendered, 1 unchanged, 1 skipped, 1 failed, 1 orphan, 1 finding\n"
            "1:05 of audio made, 4 sentences synthesised, 6 reused; 1:05 of audio kept as it was; about 0:32 saved\n");
}

TEST(BatchReport, TextOfACheckTellsOnlyWhatIsWrong) {
  BatchReport report = sample();
  report.mode = BatchMode::check;
  report.articles[0].status = Status::unchanged;
  const std::string text = report_text(report, ReportFormat::text);
  EXPECT_EQ(text.substr(0, text.find("failed")), "a.md:1:2: odd: it is <odd>, 100% & |more|\n");
  EXPECT_EQ(text.find("unchanged "), std::string::npos) << text;
  EXPECT_EQ(text.find("skipped "), std::string::npos) << text;
  EXPECT_NE(text.find("orphan        gone.ogg"), std::string::npos) << text;
}

TEST(BatchReport, FindingsCountAsTheyAreTaken) {
  BatchReport report = sample();
  EXPECT_EQ(totals_of(report).findings, 1U);
  EXPECT_EQ(totals_of(report).finding_errors, 0U);
  report.articles[0].finding_levels = {{"odd", FindingLevel::error}};
  EXPECT_EQ(totals_of(report).finding_errors, 1U);
  report.articles[0].finding_levels = {{"odd", FindingLevel::ignore}, {"even", FindingLevel::error}};
  EXPECT_EQ(totals_of(report).findings, 0U);
  EXPECT_EQ(totals_of(report).finding_errors, 0U);
  for (const ReportFormat format :
       {ReportFormat::text, ReportFormat::json, ReportFormat::github, ReportFormat::markdown, ReportFormat::junit})
    EXPECT_EQ(report_text(report, format).find("it is"), std::string::npos);
}

TEST(BatchReport, JsonIsReadBackWhole) {
  const std::string json = report_text(sample(), ReportFormat::json);
  EXPECT_EQ(nlohmann::json::parse(json)["totals"]["failed"], 1);
  EXPECT_EQ(report_text(parse_report(json, "r.json"), ReportFormat::json), json);
  EXPECT_EQ(report_text(parse_report(json, "r.json"), ReportFormat::text), report_text(sample(), ReportFormat::text));
  EXPECT_THROW(parse_report("{}", "r.json"), Error);
  EXPECT_THROW(parse_report(json.substr(0, json.size() / 2), "r.json"), Error);
}

// A parser of XML that is not ours reads it, and finds what is in it.
TEST(BatchReport, JunitIsXmlThatServersRead) {
  const TemporaryDirectory directory;
  const std::string path = directory.put("junit.xml", report_text(sample(), ReportFormat::junit));
  const std::string script =
      "import sys, xml.etree.ElementTree as e\n"
      "r = e.parse(sys.argv[1]).getroot()\n"
      "s = r.find('testsuite')\n"
      "print(r.tag, s.get('tests'), s.get('failures'), s.get('skipped'))\n"
      "for c in s: print(c.get('name'), c.get('file') == c.get('name'), [x.tag for x in c], c.get('line'))\n"
      "print(s.find('testcase/failure').get('message'))\n";
  const Outcome outcome = run({"python3", "-c", script, path}, {{}, {}, {"PYTHONUTF8=1"}});
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out,
            "testsuites 4 1 1\n"
            "a.md True ['system-out'] None\n"
            "b,c:d.md True ['failure'] 3\n"
            "odd name \xf4\x8f\xbf\xbf.md True [] None\n"
            "d.md True ['skipped'] None\n"
            "cannot open: \"x\" <gone> really: 5 %, or more\n");
}

TEST(BatchReport, JunitOfACheckFailsForWhatIsOutOfDate) {
  BatchReport report = sample();
  report.mode = BatchMode::check;
  report.articles[0].status = Status::outdated;
  const std::string xml = report_text(report, ReportFormat::junit);
  EXPECT_NE(xml.find("tests=\"5\" failures=\"3\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("<failure type=\"outdated\" message=\"the article changed\">"), std::string::npos) << xml;
}

TEST(BatchReport, GithubAnnotationsAreEscaped) {
  const std::string text = report_text(sample(), ReportFormat::github);
  EXPECT_EQ(text,
            "::error file=b%2Cc%3Ad.md,line=3,title=aloud%3A not rendered::cannot open: \"x\" <gone> really: 5 %25, or more\n"
            "::warning file=a.md,line=1,col=2,title=aloud%3A odd::it is <odd>, 100%25 & |more|\n"
            "::notice title=aloud batch::1 rendered, 1 unchanged, 1 skipped, 1 failed, 1 orphan, 1 finding\n");
}

TEST(BatchReport, GithubShowsTenOfAKindAndCountsTheRest) {
  const auto lines = [](std::size_t findings) {
    BatchReport report;
    report.articles = {rendered("a.md", findings)};
    const std::string text = report_text(report, ReportFormat::github);
    return std::count(text.begin(), text.end(), '\n') - 1;  // without the notice
  };
  EXPECT_EQ(lines(9), 9);
  EXPECT_EQ(lines(10), 10);
  EXPECT_EQ(lines(11), 10);
  EXPECT_EQ(lines(500), 10);
  BatchReport report;
  report.articles = {rendered("a.md", 500)};
  EXPECT_NE(report_text(report, ReportFormat::github).find("::warning title=aloud::and 491 more"), std::string::npos);
}

TEST(BatchReport, MarkdownTakesNothingForMarkup) {
  const std::string text = report_text(sample(), ReportFormat::markdown);
  EXPECT_NE(text.find("## aloud batch: not good\n"), std::string::npos);
  EXPECT_NE(text.find("| a\\.md | rendered | 1:05 | 1 | the article changed |\n"), std::string::npos) << text;
  EXPECT_NE(text.find("it is \\<odd\\>, 100% \\& \\|more\\| |\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("unchanged |"), std::string::npos);
}

TEST(BatchReport, MarkdownStaysBelowWhatGithubTakes) {
  BatchReport report;
  for (int i = 0; i < 3000; ++i) report.articles.push_back(rendered("article " + std::to_string(i) + std::string(300, '*'), 2));
  const std::string text = report_text(report, ReportFormat::markdown);
  EXPECT_LT(text.size(), 1024U * 1024);
  EXPECT_NE(text.find(" more articles.\n"), std::string::npos);
}

TEST(ArticleResult, TellsWhereInTheArticleItFailed) {
  ArticleResult result;
  set_failed(result, Error(ErrorKind::input, "is odd", {"site/a.md", 3, 7}), "site/a.md");
  EXPECT_EQ(result.status, ArticleResult::Status::failed);
  EXPECT_EQ(result.error, "is odd");
  EXPECT_EQ(std::pair(result.error_line, result.error_column), std::pair(std::size_t{3}, std::size_t{7}));
  set_failed(result, Error(ErrorKind::output, "is full", {"out/a.ogg", 0, 0}), "site/a.md");
  EXPECT_EQ(result.error, "out/a.ogg: is full");
  EXPECT_EQ(std::pair(result.error_line, result.error_column), std::pair(std::size_t{0}, std::size_t{0}));
}

}  // namespace
}  // namespace aloud::test
