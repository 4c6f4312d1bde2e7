#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "cli/cache_options.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/limits.h"
#include "cli/output_plan.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/voice_choice.h"
#include "util/error.h"
#include "util/make_directories.h"
#include "util/plain_line.h"

namespace aloud::cli {
namespace {

constexpr std::size_t kFindingsShown = 20;

RenderRequest request_for(const PlannedOutput& output, const RenderArguments& arguments) {
  RenderRequest request;
  request.article = output.article;
  request.document_format = arguments.document_format;
  request.voice = voice_choice_of(arguments.voice);
  request.output = output.path;
  request.format = output.format;
  request.quality = choose_quality(arguments.quality, output.format);
  request.tags.title = arguments.title;
  request.tags.artist = arguments.author;
  request.tags.date = arguments.date;
  request.tags.comment = arguments.comment;
  for (const auto& [kind, path] : output.timelines) request.timelines.push_back({kind, path});
  request.jobs = arguments.jobs;
  request.limits = limits_of(arguments.limits);
  request.verify = arguments.verify ? Verify::yes : Verify::no;
  return request;
}

RenderReport render_one(const PlannedOutput& output, const RenderArguments& arguments, const SynthesizerFactory& factory,
                        TakeCache* cache) {
  RenderRequest request = request_for(output, arguments);
  request.cache = cache;
  if (arguments.cache.explain)
    request.on_cache_decision = [](const CacheDecision& decision) { std::fputs(decision_line(decision).c_str(), stderr); };
  ProgressLine progress(stderr_terminal(arguments.quiet || arguments.cache.explain ? Quiet::yes : Quiet::no));
  return render(request, factory, [&](const RenderProgress& done) {
    if (done.sentences == 0) progress.start(std::filesystem::path(output.article).filename(), done.source_total);
    progress.update(done.sentences, done.source_done, std::chrono::duration<double>(done.audio_seconds));
  });
}

void print(const PlannedOutput& output, const RenderArguments& arguments, const RenderReport& report) {
  if (!arguments.quiet) {
    std::fputs(findings_text(report, kFindingsShown).c_str(), stderr);
    std::fputs(summary_line(output.article, output.path, report).c_str(), stderr);
  }
  if (!arguments.stats) return;
  std::FILE* stream = output.path == "-" ? stderr : stdout;  // standard output may be the audio
  std::fputs(stats_text(output.article, output.path, report).c_str(), stream);
}

}  // namespace

int run_render(const RenderArguments& arguments) {
  const std::vector<PlannedOutput> outputs = plan_outputs(arguments);
  const bool to_terminal = outputs.front().path == "-" && ::isatty(STDOUT_FILENO) != 0;
  if (to_terminal) throw Error(ErrorKind::usage, "audio is not for a terminal: pipe it, or use -o FILE");
  for (const PlannedOutput& output : outputs) choose_quality(arguments.quality, output.format);
  const bool into_directory = !arguments.output.empty() && arguments.output.back() == '/';
  if (into_directory) make_directories(arguments.output);

  const std::unique_ptr<SynthesizerFactory> factory = make_espeak_factory();
  std::optional<TakeCache> cache;
  if (!arguments.cache.off) cache.emplace(cache_options_of(arguments.cache));
  int code = kDone;
  for (const PlannedOutput& output : outputs) {
    try {
      const RenderReport report = render_one(output, arguments, *factory, cache ? &*cache : nullptr);
      print(output, arguments, report);
      const bool odd = !report.findings.empty() || !report.coverage.complete();
      if (arguments.strict && odd && code == kDone) code = kFindings;
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::usage) throw;
      std::fprintf(stderr, "aloud: %s\n", plain_line(error.what()).c_str());  // the other articles are still worth having
      code = kFailed;
    }
  }
  return code;
}

}  // namespace aloud::cli
