#include <cmath>
#include <nlohmann/json.hpp>

#include "batch/json_number.h"
#include "batch/path_text.h"
#include "batch/report.h"
#include "util/error.h"
#include "util/json_scan.h"

namespace aloud {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kReportVersion = 1;

// Wall times are measured; more than milliseconds would only be noise.
double rounded(double seconds) { return std::floor(seconds * 1000 + 0.5) / 1000; }

Json json_of(const ArticleResult& result) {
  Json json;
  json["article"] = text_of_path(result.name);
  json["status"] = to_string(result.status);
  if (!result.reason.empty()) json["reason"] = result.reason;
  if (!result.error.empty())
    json["error"] = {{"message", result.error}, {"line", result.error_line}, {"column", result.error_column}};
  json["wall_seconds"] = rounded(result.wall_seconds);
  json["audio_seconds"] = rounded(result.audio_seconds);
  json["utterances"] = result.utterances;
  json["reused_takes"] = result.reused_takes;
  if (result.entry) {
    ManifestArticle entry = *result.entry;
    entry.findings = told_findings(result);
    json["entry"] = Json::parse(to_json_line(entry));
  }
  return json;
}

Json json_of(const BatchTotals& totals) {
  return {{"articles", totals.articles},
          {"rendered", totals.rendered},
          {"unchanged", totals.unchanged},
          {"outdated", totals.outdated},
          {"skipped", totals.skipped},
          {"failed", totals.failed},
          {"not_attempted", totals.not_attempted},
          {"findings", totals.findings},
          {"orphans", totals.orphans},
          {"orphans_removed", totals.removed},
          {"problems", totals.problems},
          {"utterances", totals.utterances},
          {"reused_takes", totals.reused_takes},
          {"audio_seconds", rounded(totals.audio_seconds)},
          {"kept_audio_seconds", rounded(totals.kept_audio_seconds)},
          {"saved_seconds", rounded(totals.saved_seconds)}};
}

ArticleResult result_of(const Json& json) {
  ArticleResult result;
  result.name = path_from_text(json.at("article").get<std::string>());
  const auto status = status_by_name(json.at("status").get<std::string>());
  if (!status) throw std::invalid_argument("status");
  result.status = *status;
  result.reason = json.value("reason", "");
  if (json.contains("error")) {
    result.error = json["error"].at("message").get<std::string>();
    result.error_line = whole_number<std::size_t>(json["error"].at("line"));
    result.error_column = whole_number<std::size_t>(json["error"].at("column"));
  }
  result.wall_seconds = json.at("wall_seconds").get<double>();
  result.audio_seconds = json.at("audio_seconds").get<double>();
  result.utterances = whole_number<std::size_t>(json.at("utterances"));
  result.reused_takes = whole_number<std::size_t>(json.at("reused_takes"));
  if (json.contains("entry")) {
    if (auto entry = parse_manifest_line(json["entry"].dump()))
      result.entry = std::make_shared<const ManifestArticle>(std::move(*entry));
  }
  return result;
}

BatchReport report_of(const Json& json) {
  if (json.at("batch_report") != kReportVersion) throw std::invalid_argument("version");
  BatchReport report;
  for (const BatchMode mode : {BatchMode::render, BatchMode::dry_run, BatchMode::check}) {
    if (json.at("mode") == to_string(mode)) report.mode = mode;
  }
  report.shard = {whole_number<unsigned>(json.at("shard").at("index")), whole_number<unsigned>(json.at("shard").at("count"))};
  report.selection = json.at("selection").get<std::string>();
  report.selected = whole_number<std::size_t>(json.at("selected"));
  report.output = path_from_text(json.at("output").get<std::string>());
  report.wall_seconds = json.at("wall_seconds").get<double>();
  for (const Json& one : json.at("articles")) report.articles.push_back(result_of(one));
  for (const Json& one : json.at("orphans")) {
    OrphanResult orphan;
    orphan.orphan = {{path_from_text(one.at("path").get<std::string>()), whole_number<std::uint64_t>(one.at("bytes")),
                      one.at("sha256").get<std::string>()},
                     path_from_text(one.at("article").get<std::string>())};
    orphan.removed = one.at("removed").get<bool>();
    orphan.kept_because = one.value("kept_because", "");
    report.orphans.push_back(std::move(orphan));
  }
  for (const Json& one : json.at("problems")) report.problems.push_back(one.get<std::string>());
  for (const Json& one : json.at("findings"))
    report.findings.push_back({one.at("code").get<std::string>(), path_from_text(one.at("path").get<std::string>()),
                               one.at("message").get<std::string>()});
  return report;
}

}  // namespace

std::string json_report(const BatchReport& report) {
  Json json;
  json["batch_report"] = kReportVersion;
  json["mode"] = to_string(report.mode);
  json["shard"] = {{"index", report.shard.index}, {"count", report.shard.count}};
  json["selection"] = report.selection;
  json["selected"] = report.selected;
  json["output"] = text_of_path(report.output);
  json["wall_seconds"] = rounded(report.wall_seconds);
  json["totals"] = json_of(totals_of(report));
  json["articles"] = Json::array();
  for (const ArticleResult& result : report.articles) json["articles"].push_back(json_of(result));
  json["orphans"] = Json::array();
  for (const OrphanResult& orphan : report.orphans) {
    Json one = {{"path", text_of_path(orphan.orphan.file.path)},
                {"bytes", orphan.orphan.file.bytes},
                {"sha256", orphan.orphan.file.sha256},
                {"article", text_of_path(orphan.orphan.article)},
                {"removed", orphan.removed}};
    if (!orphan.kept_because.empty()) one["kept_because"] = orphan.kept_because;
    json["orphans"].push_back(std::move(one));
  }
  json["problems"] = report.problems;
  json["findings"] = Json::array();
  for (const BatchFinding& finding : report.findings)
    json["findings"].push_back({{"code", finding.code}, {"path", text_of_path(finding.path)}, {"message", finding.message}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

BatchReport parse_report(std::string_view json, const std::string& path) {
  try {
    if (json_nests_deeper(json)) throw std::invalid_argument("nested too deep");
    return report_of(Json::parse(json));
  } catch (const std::exception&) {
    throw Error(ErrorKind::input, "is no report that 'aloud batch --report json=FILE' of this version wrote", {path, 0, 0});
  }
}

}  // namespace aloud
