#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/addresses.h"
#include "cli/call_settings.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/inspect_json.h"
#include "cli/inspect_text.h"
#include "cli/limits.h"
#include "cli/print.h"
#include "cli/voice_choice.h"
#include "document/article_file.h"
#include "document/tex_formulas.h"
#include "process/article_reader.h"
#include "process/phonemes.h"
#include "render/render.h"
#include "script/script.h"
#include "script/trace.h"
#include "util/disk_directory.h"
#include "util/error.h"
#include "util/suggest.h"
#include "util/white_space.h"

namespace aloud::cli {
namespace {

// A directory of this process alone, removed with what it was for.
class ScratchDirectory {
 public:
  ScratchDirectory() : name_((std::filesystem::temp_directory_path() / "aloud-XXXXXX").string()) {
    if (::mkdtemp(name_.data()) == nullptr)
      throw Error(ErrorKind::output, "cannot make a directory: " + describe_errno(errno), {name_, 0, 0});
    files_.emplace(name_, UniqueDescriptor(::open(name_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)));
  }
  ~ScratchDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(name_, ignored);
  }
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  Directory& files() { return *files_; }

 private:
  std::string name_;
  std::optional<DiskDirectory> files_;
};

// What a stage shows is made from these; each is computed only if asked for.
class Inspection {
 public:
  Inspection(const Document& document, VoiceChoice choice) : document_(document), choice_(std::move(choice)) {}

  const Document& document() const { return document_; }
  Reading reading() const { return choose_reading(document_, choice_); }
  // With its clips, in which nothing is said.
  Script script_with_clips() const { return compose(document_, compose_options(reading())); }

  Script script() const {
    ComposeOptions options = compose_options(reading());
    options.clips = {};
    return compose(document_, options);
  }

  // Speaks the article into nothing.
  RenderReport perform() const { return perform({}, nullptr); }

  // The same; returns the timeline of that kind.
  std::string timeline(TimelineKind kind) const {
    ScratchDirectory scratch;
    perform({{kind, "timeline"}}, &scratch.files());
    constexpr std::size_t kMostBytes = std::size_t{1} << 30;
    return scratch.files().read("timeline", kMostBytes).value_or("");
  }

 private:
  RenderReport perform(std::vector<TimelineOutput> timelines, Directory* directory) const {
    RenderRequest request;
    request.voice = choice_;
    request.format = AudioFormat::wav;
    request.timelines = std::move(timelines);
    request.directory = directory;
    return render(document_, request, *make_engines());
  }

  const Document& document_;
  VoiceChoice choice_;
};

// A line for each block of a web page: whether it was kept, its score, the rule, where it stands, and how it begins.
void show_extraction(const Inspection& inspection, bool json) {
  const Document& document = inspection.document();
  if (json) return print_json(extraction_json(document));
  for (const ExtractionLine& line : document.extraction) {
    const Place place = document.source.place_of(line.source.begin);
    print(fmt::format("{} {:>6} {} \"{}\" at {}:{}\n", line.kept ? "kept    " : "left out", line.score, line.rule, line.text,
                      place.line, place.column));
  }
}

// A line for each section of a book: its number where it is a chapter, its title, and where it begins.
void show_outline(const Inspection& inspection, bool json) {
  if (json) return print_json(outline_json(inspection.document()));
  print(outline_text(inspection.document()));
}

void show_blocks(const Inspection& inspection, bool json) {
  json ? print_json(blocks_json(inspection.document())) : print(describe(inspection.document()));
}

void show_text(const Inspection& inspection, bool json) {
  json ? print_json(blocks_json(inspection.document())) : print(article_text(inspection.document()));
}

class SentencePrinter final : public TraceSink {
 public:
  void sentence(SentenceTrace sentence) override { print(sentence_text(sentence)); }
};

class SentenceCollector final : public TraceSink {
 public:
  void sentence(SentenceTrace sentence) override { sentences_.push_back(std::move(sentence)); }
  const std::vector<SentenceTrace>& sentences() const { return sentences_; }

 private:
  std::vector<SentenceTrace> sentences_;
};

void show_sentences(const Inspection& inspection, bool json) {
  const Reading reading = inspection.reading();
  ComposeOptions options = compose_options(reading);
  SentencePrinter printer;
  SentenceCollector collector;
  options.trace = json ? static_cast<TraceSink*>(&collector) : &printer;
  trace_sentences(inspection.document(), options);
  if (json) print_json(sentences_json(collector.sentences(), inspection.document(), reading));
}

void show_spoken(const Inspection& inspection, bool json) {
  const Script script = inspection.script();
  const auto said = transcriptions_of(script.utterances, *make_engines());
  if (json) return print_json(spoken_json(script, said, inspection.document()));
  for (std::size_t i = 0; i < said.size(); ++i) {
    print(spoken_text(script.utterances[i], said[i], inspection.document().source.text()));
  }
}

// Which words are not left to the engine, and by whom.
std::string overrides_of(const Utterance& utterance) {
  std::string lines;
  for (const Pronunciation& one : utterance.pronunciations) {
    const std::string word = utterance.text.text().substr(one.spoken.begin, one.spoken.size());
    lines += fmt::format("    {} [[{}]] {} ({})\n", word, one.phonemes, one.rule, one.reason);
  }
  return lines;
}

void show_phonemes(const Inspection& inspection, bool json) {
  const Script script = inspection.script();
  const auto phonemes = phonemes_of(script.utterances, *make_engines());
  if (json) return print_json(phonemes_json(script, phonemes));
  for (std::size_t i = 0; i < phonemes.size(); ++i) {
    print(fmt::format("{}\n  {}\n", script.utterances[i].text.text(),
                      phonemes[i].value_or("(the engine crashed over this text)")));
    print(overrides_of(script.utterances[i]));
  }
}

void show_script(const Inspection& inspection, bool json) {
  const Script script = inspection.script_with_clips();
  json ? print_json(script_json(script, inspection.document())) : print(describe(script));
}

void show_timeline(const Inspection& inspection, bool json) {
  json ? print_json(inspection.timeline(TimelineKind::json)) : print(inspection.timeline(TimelineKind::lrc));
}

void show_coverage(const Inspection& inspection, bool json) {
  const RenderReport report = inspection.perform();
  json ? print_json(coverage_json(report.coverage)) : print(describe(report.coverage, inspection.document()));
}

struct Stage {
  const char* name;
  void (*show)(const Inspection&, bool json);
};
constexpr Stage kStages[] = {{"extraction", show_extraction}, {"outline", show_outline},     {"text", show_text},
                             {"blocks", show_blocks},         {"sentences", show_sentences}, {"spoken", show_spoken},
                             {"phonemes", show_phonemes},     {"script", show_script},       {"timeline", show_timeline},
                             {"coverage", show_coverage}};

const Stage& stage_by_name(const std::string& name) {
  std::vector<std::string> known;
  for (const Stage& stage : kStages) {
    if (name == stage.name) return stage;
    known.emplace_back(stage.name);
  }
  throw Error(ErrorKind::usage,
              fmt::format("unknown stage \"{}\"{}: use {}", name, did_you_mean(name, known), fmt::join(known, ", ")));
}

// Each line a paragraph of which nothing but formulas is taken for markup.
Document document_of_lines(SourceText source) {
  Document document;
  const std::string& text = source.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t newline = std::min(text.find('\n', begin), text.size());
    const bool carriage_return = newline > begin && text[newline - 1] == '\r';
    Block& block = document.blocks.emplace_back();
    block.source = {begin, newline - (carriage_return ? 1 : 0)};
    const std::string_view line = std::string_view(text).substr(begin, block.source.size());
    block.content = with_tex_formulas(AlignedText::verbatim(line, begin), document.silent);
    begin = newline + 1;
  }
  document.source = std::move(source);
  return document;
}

// Prints what is said of each block on a line of its own.
class LinePrinter final : public ScriptSink {
 public:
  void say(Utterance utterance) override {
    finish(utterance.block);
    line_ += (line_.empty() ? "" : " ") + utterance.text.text();
  }
  void leave_out(LeftOut /*left_out*/) override {}
  void report(Finding /*finding*/) override {}

  // Ends the lines before that of this block.
  void finish(std::size_t block) {
    for (; block_ < block; ++block_) print(fold_white_space(std::exchange(line_, {})) + '\n');
  }

 private:
  std::size_t block_ = 0;
  std::string line_;
};

// One output line for each input line, for tools that compare line by line.
void show_lines(const InspectArguments& arguments) {
  if (arguments.stage != "spoken") throw Error(ErrorKind::usage, "--lines goes with --stage spoken");
  if (arguments.json) throw Error(ErrorKind::usage, "--lines prints lines: leave --json away");
  VoiceChoice choice = voice_choice_of(arguments.voice);
  if (choice.language.empty()) choice.language = "en";
  choice.detect = false;
  for (const std::string& article : arguments.articles) {
    const Document document = document_of_lines(SourceText::decode(article_name(article), read_article_bytes(article)));
    LinePrinter printer;
    compose(document, compose_options(choose_reading(document, choice)), printer);
    printer.finish(document.blocks.size());
  }
}

}  // namespace

int run_inspect(const InspectArguments& arguments) {
  const Stage& stage = stage_by_name(arguments.stage);
  if (arguments.lines) {
    show_lines(arguments);
    return kDone;
  }
  const ArticleLoader load = article_loader(arguments.fetch, {});
  ArticleReader reader(limits_of(arguments.limits));
  CallSettings settings(arguments.voice);
  for (const std::string& article : arguments.articles) {
    ReadOptions read = settings.read_for(article, arguments.read);
    read.explain = arguments.stage == "extraction";
    const Document document = reader.load(article, read, load);
    require_text(document);
    stage.show(Inspection(document, settings.voice_for(article)), arguments.json);
  }
  return kDone;
}

}  // namespace aloud::cli
