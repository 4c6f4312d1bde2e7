#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/addresses.h"
#include "cli/cache_options.h"
#include "cli/call_settings.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt_note.h"
#include "cli/limits.h"
#include "cli/output_plan.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "document/article_file.h"
#include "document/chapters.h"
#include "process/article_reader.h"
#include "util/disk_directory.h"
#include "util/error.h"
#include "util/make_directories.h"
#include "util/temporary_file.h"

namespace aloud::cli {
namespace {

constexpr std::size_t kFindingsShown = 20;

std::string directory_of(const std::string& path) { return std::filesystem::path(path).parent_path().string(); }

UniqueDescriptor open_directory(const std::string& path) {
  return UniqueDescriptor(::open(path.empty() ? "." : path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

// What renders that were killed left where these are written.
void remove_leftovers(const std::vector<PlannedOutput>& outputs) {
  std::set<std::string> directories;
  for (const PlannedOutput& output : outputs) directories.insert(directory_of(output.path));
  for (const std::string& directory : directories) {
    if (const UniqueDescriptor open = open_directory(directory)) remove_orphaned_temporaries(open.get());
  }
}

Quality quality_of(const PlannedOutput& output, const RenderArguments& arguments) {
  return choose_quality(quality_among(arguments.quality, output.format, formats_of(arguments)), output.format);
}

RenderRequest request_for(const PlannedOutput& output, const RenderArguments& arguments, CallSettings& settings,
                          const ArticleLoader& load) {
  RenderRequest request;
  request.article = output.article;
  request.read = settings.read_for(output.article, arguments.read);
  request.load = load;
  request.voice = settings.voice_for(output.article);
  request.finding_levels = settings.finding_levels_for(output.article, arguments.ignored);
  request.output = output.path;
  request.format = output.format;
  request.quality = quality_of(output, arguments);
  request.tags.title = arguments.title;
  request.tags.artist = arguments.author;
  request.tags.date = arguments.date;
  request.tags.comment = arguments.comment;
  request.chapter_level = arguments.chapters.level;
  request.cover = arguments.chapters.cover;
  for (const auto& [kind, path] : output.timelines) request.timelines.push_back({kind, path});
  if (output.is_page) {
    request.audio_file = AudioFile::scratch;
    request.timelines.push_back({TimelineKind::html, output.path});
  }
  if (output.is_page || arguments.chapters.page_audio == "embed") request.page_audio = PageAudio::embed;
  request.jobs = arguments.jobs;
  request.limits = limits_of(arguments.limits);
  request.verify = arguments.verify ? Verify::yes : Verify::no;
  return request;
}

// What all articles of a call have in common.
struct Job {
  const RenderArguments& arguments;
  CallSettings& settings;
  const ArticleLoader& load;
  const SynthesizerFactory& factory;
  TakeCache* cache;
};

// `document`: the article, where it is read already.
RenderReport render_one(const PlannedOutput& output, const Job& job, const Document* document = nullptr) {
  const RenderArguments& arguments = job.arguments;
  RenderRequest request = request_for(output, arguments, job.settings, job.load);
  request.cache = job.cache;
  if (request.tags.title.empty()) request.tags.title = output.title;
  // A person asked for the directory, and the article names the file: there may be somebody's link under that name.
  std::optional<DiskDirectory> directory;
  if (output.named_by_article) {
    directory.emplace(directory_of(output.path), open_directory(directory_of(output.path)));
    request.directory = &*directory;
    request.output = std::filesystem::path(request.output).filename().string();
    for (TimelineOutput& timeline : request.timelines) timeline.path = std::filesystem::path(timeline.path).filename().string();
  }
  if (arguments.cache.explain) request.on_cache_decision = [](const CacheDecision& decision) { say(decision_line(decision)); };
  ProgressLine progress(stderr_terminal(arguments.quiet || arguments.cache.explain ? Quiet::yes : Quiet::no));
  const OnProgress on_progress = [&](const RenderProgress& done) {
    if (done.sentences == 0) progress.start(std::filesystem::path(output.article).filename(), done.source_total);
    progress.update(done.sentences, done.source_done, std::chrono::duration<double>(done.audio_seconds));
  };
  return document != nullptr ? render(*document, request, job.factory, on_progress) : render(request, job.factory, on_progress);
}

void tell(const PlannedOutput& output, const RenderArguments& arguments, const RenderReport& report) {
  if (!arguments.quiet) {
    say(findings_text(report, kFindingsShown));
    say(summary_line(output.article, output.path, report));
  }
  if (!arguments.stats) return;
  const auto show = output.path == "-" ? say : print;  // standard output may be the audio
  show(stats_text(output.article, output.path, report));
}

// Renders, tells, and says what it comes to under --strict, and by the findings that are errors.
int render_and_tell(const PlannedOutput& output, const Job& job, const Document* document = nullptr) {
  const RenderReport report = render_one(output, job, document);
  tell(output, job.arguments, report);
  const bool odd = !report.findings.empty() || !report.coverage.complete();
  return (job.arguments.strict && odd) || report.errors > 0 ? kFindings : kDone;
}

// A file for each chapter of a book, which is read once.
int render_chapters(const PlannedOutput& output, const Job& job) {
  ArticleReader reader(limits_of(job.arguments.limits));
  const ReadOptions read = job.settings.read_for(output.article, job.arguments.read);
  const Document book = reader.load(output.article, read, job.load);
  require_text(book);
  const std::vector<Chapter> chapters = chapters_of(book);
  if (chapters.empty()) throw Error(ErrorKind::input, "has no chapters: --split chapters is for books", {output.article});
  int code = kDone;
  for (const Chapter& chapter : chapters) {
    const Document one = only_chapter(book, chapter);
    code = std::max(code, render_and_tell(output_of_chapter(output, chapter, chapters.back().number), job, &one));
  }
  return code;
}

}  // namespace

int run_render(const RenderArguments& arguments) {
  const std::vector<PlannedOutput> outputs = plan_outputs(arguments);
  const bool to_terminal = outputs.front().path == "-" && ::isatty(STDOUT_FILENO) != 0;
  if (to_terminal) throw Error(ErrorKind::usage, "audio is not for a terminal: pipe it, or use -o FILE");
  for (const PlannedOutput& output : outputs) quality_of(output, arguments);
  const bool into_directory = !arguments.output.empty() && arguments.output.back() == '/';
  if (into_directory) make_directories(arguments.output);

  const ArticleLoader load = loader_of_fetched(arguments.articles, arguments.fetch, arguments.cache);
  const std::unique_ptr<SynthesizerFactory> factory = make_engines();
  std::optional<TakeCache> cache;
  if (!arguments.cache.off) cache.emplace(cache_options_of(arguments.cache));
  CallSettings settings(arguments.voice);
  Findings findings = findings_about(cache ? &*cache : nullptr);
  std::erase_if(findings, [&](const Finding& finding) {
    return std::find(arguments.ignored.begin(), arguments.ignored.end(), finding.code) != arguments.ignored.end();
  });
  for (const Finding& finding : findings) complain(finding.code + ": " + finding.message);
  int code = arguments.strict && !findings.empty() ? kFindings : kDone;
  std::size_t rendered = 0;
  for (const PlannedOutput& output : outputs) {
    if (outputs.size() > 1)
      set_interrupt_note(fmt::format("aloud: interrupted: {} of {} articles are rendered", rendered, outputs.size()));
    try {
      const Job job{arguments, settings, load, *factory, cache ? &*cache : nullptr};
      const int odd = arguments.split.empty() ? render_and_tell(output, job) : render_chapters(output, job);
      ++rendered;
      if (odd != kDone && code == kDone) code = odd;
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::usage) throw;
      complain(error.what());  // the other articles are still worth having
      code = kFailed;
    }
  }
  remove_leftovers(outputs);
  return code;
}

}  // namespace aloud::cli
