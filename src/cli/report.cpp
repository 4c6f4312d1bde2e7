#include "cli/report.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "audio/time_text.h"
#include "util/plain_line.h"

namespace aloud::cli {
namespace {

std::string size_text(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} B", bytes);
  if (bytes < 1'000'000) return fmt::format("{:.0f} kB", static_cast<double>(bytes) / 1e3);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string plural(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// Bytes by reason, for all entries of one status.
std::map<std::string, std::size_t> bytes_by_reason(const Coverage& coverage, CoverageStatus status) {
  std::map<std::string, std::size_t> bytes;
  for (const CoverageEntry& entry : coverage.entries) {
    if (entry.status == status) bytes[entry.reason] += entry.source.size();
  }
  return bytes;
}

}  // namespace

std::string summary_line(const std::string& article, const std::string& output, const RenderReport& report) {
  std::string line =
      fmt::format("{} → {}  {}, {}, {}", plain_line(article), output == "-" ? "standard output" : plain_line(output),
                  clock_text(seconds_of(report.duration, report.rate)), plural(report.sentences, "sentence", "sentences"),
                  size_text(report.audio_bytes));
  if (!report.findings.empty()) line += ", " + plural(report.findings.size(), "finding", "findings");
  if (!report.coverage.complete()) line += fmt::format(", {} bytes unaccounted for", report.coverage.unaccounted);
  return line + '\n';
}

std::string findings_text(const RenderReport& report, std::size_t limit) {
  std::string text;
  for (std::size_t i = 0; i < report.findings.size() && i < limit; ++i) {
    text += fmt::format("{}: {}: {}\n", plain_line(to_string(report.places[i])), report.findings[i].code,
                        plain_line(report.findings[i].message));
  }
  if (report.findings.size() > limit) text += fmt::format("… and {} more\n", report.findings.size() - limit);
  return text;
}

std::string stats_text(const std::string& article, const std::string& output, const RenderReport& report) {
  const Coverage& coverage = report.coverage;
  std::string text = fmt::format(
      "article: {}\noutput: {}\ntitle: {}\nvoice: {}\nlanguage: {}\nlanguage_source: {}\n"
      "sentences: {}\nutterances: {}\nfailed_utterances: {}\nreused_takes: {}\nwords: {}\nfindings: {}\n"
      "frames: {}\nsample_rate: {}\nseconds: {:.3f}\naudio_bytes: {}\n"
      "source_bytes: {}\nsource_spoken: {}\nsource_silent: {}\nsource_left_out: {}\nsource_unaccounted: {}\n",
      plain_line(article), plain_line(output), plain_line(report.title), plain_line(report.voice), plain_line(report.language),
      to_string(report.language_source), report.sentences, report.utterances, report.failed_utterances, report.reused_takes,
      report.words, report.findings.size(), report.duration.count, report.rate.hertz, seconds_of(report.duration, report.rate),
      report.audio_bytes, coverage.total, coverage.spoken, coverage.silent, coverage.left_out, coverage.unaccounted);
  if (report.loudness.integrated_lufs) {
    text += fmt::format("integrated_lufs: {:.2f}\ntrue_peak_dbtp: {:.2f}\n", *report.loudness.integrated_lufs,
                        20 * std::log10(report.loudness.true_peak));
  }
  for (const auto& [reason, bytes] : bytes_by_reason(coverage, CoverageStatus::left_out)) {
    text += fmt::format("left_out[{}]: {}\n", reason, bytes);
  }
  for (const auto& [reason, bytes] : bytes_by_reason(coverage, CoverageStatus::silent)) {
    text += fmt::format("silent[{}]: {}\n", reason, bytes);
  }
  return text;
}

std::string decision_line(const CacheDecision& decision) {
  return fmt::format("{} {} {}  ({})\n", decision.hit ? "hit " : "miss", decision.key.substr(0, 12), decision.text,
                     decision.reason);
}

}  // namespace aloud::cli
