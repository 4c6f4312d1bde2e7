#include <fmt/format.h>

#include <cstdio>
#include <sstream>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/inspect_json.h"
#include "cli/inspect_text.h"
#include "cli/limits.h"
#include "cli/voice_choice.h"
#include "document/article_file.h"
#include "language/pronunciation/lexicon.h"
#include "language/pronunciation/pronouncer.h"
#include "language/sentences/segmenter.h"
#include "language/spoken_form/normalizer.h"
#include "process/article_reader.h"
#include "process/phonemes.h"
#include "render/render.h"
#include "script/script.h"
#include "util/error.h"
#include "util/suggest.h"
#include "util/white_space.h"

namespace aloud::cli {
namespace {

// What a stage shows is made from these; each is computed only if asked for.
class Inspection {
 public:
  Inspection(const Document& document, const InspectArguments& arguments)
      : document_(document), choice_(voice_choice_of(arguments.voice)) {}

  const Document& document() const { return document_; }
  Reading reading() const { return choose_reading(document_, choice_); }
  Script script() const {
    const Reading chosen = reading();
    return compose(document_, {chosen.profile, chosen.language, chosen.lexicons, {}});
  }

  // With its clips, in which nothing is said.
  Script script_with_clips() const {
    const Reading chosen = reading();
    return compose(document_, {chosen.profile, chosen.language, chosen.lexicons, {}, chosen.clips});
  }

  // Speaks the article into nothing; a timeline of the kind goes to standard output.
  RenderReport perform(std::vector<TimelineOutput> timelines) const {
    RenderRequest request;
    request.voice = choice_;
    request.format = AudioFormat::wav;
    request.timelines = std::move(timelines);
    return render(document_, request, *make_espeak_factory());
  }

 private:
  const Document& document_;
  VoiceChoice choice_;
};

void print(const std::string& text) { std::fputs(text.c_str(), stdout); }

void show_blocks(const Inspection& inspection, bool json) {
  print(json ? blocks_json(inspection.document()) : describe(inspection.document()));
}

void show_sentences(const Inspection& inspection, bool json) {
  const Reading reading = inspection.reading();
  const std::vector<WrittenSentence> sentences = written_sentences(inspection.document(), reading);
  if (json) return print(sentences_json(sentences, inspection.document(), reading));
  for (const WrittenSentence& sentence : sentences) print(fold_white_space(sentence.text) + '\n');
}

void show_spoken(const Inspection& inspection, bool json) {
  const Script script = inspection.script();
  const auto said = transcriptions_of(script.utterances, *make_espeak_factory());
  if (json) return print(spoken_json(script, said, inspection.document()));
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
  const auto phonemes = phonemes_of(script.utterances, *make_espeak_factory());
  if (json) return print(phonemes_json(script, phonemes));
  for (std::size_t i = 0; i < phonemes.size(); ++i) {
    print(fmt::format("{}\n  {}\n", script.utterances[i].text.text(),
                      phonemes[i].value_or("(the engine crashed over this text)")));
    print(overrides_of(script.utterances[i]));
  }
}

void show_script(const Inspection& inspection, bool json) {
  const Script script = inspection.script_with_clips();
  print(json ? script_json(script, inspection.document()) : describe(script));
}

void show_timeline(const Inspection& inspection, bool json) {
  inspection.perform({{json ? TimelineKind::json : TimelineKind::lrc, "-"}});
}

void show_coverage(const Inspection& inspection, bool json) {
  const RenderReport report = inspection.perform({});
  print(json ? coverage_json(report.coverage) : describe(report.coverage, inspection.document()));
}

struct Stage {
  const char* name;
  void (*show)(const Inspection&, bool json);
};
constexpr Stage kStages[] = {{"blocks", show_blocks},     {"sentences", show_sentences}, {"spoken", show_spoken},
                             {"phonemes", show_phonemes}, {"script", show_script},       {"timeline", show_timeline},
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

std::string spoken_line(const std::string& line, const Segmenter& segmenter, const Pronouncer& pronouncer,
                        const Normalizer& normalizer) {
  std::string spoken;
  const AlignedText text = AlignedText::verbatim(line);
  for (const ByteRange& sentence : segmenter.split(line)) {
    const ByteRange trimmed = trim_white_space(line, sentence);
    if (trimmed.empty()) continue;
    if (!spoken.empty()) spoken += ' ';
    std::vector<Pronouncer::Claim> claims;  // phonemes, which a line of text cannot show
    spoken += normalizer.normalize(pronouncer.prepare(text.slice(trimmed), claims)).text.text();
  }
  return fold_white_space(spoken);
}

// One output line for each input line, for tools that compare line by line.
void show_lines(const InspectArguments& arguments) {
  if (arguments.stage != "spoken") throw Error(ErrorKind::usage, "--lines goes with --stage spoken");
  if (arguments.json) throw Error(ErrorKind::usage, "--lines prints lines: leave --json away");
  const std::string asked = voice_choice_of(arguments.voice).language;
  const std::string language = asked.empty() ? "en" : asked;
  const Segmenter segmenter(language);
  const std::unique_ptr<Normalizer> normalizer = make_normalizer(language);
  std::vector<std::shared_ptr<const Lexicon>> lexicons;  // strongest first
  for (const std::string& path : arguments.voice.lexicons)
    lexicons.insert(lexicons.begin(), std::make_shared<const Lexicon>(load_lexicon(path, language)));
  const Pronouncer pronouncer(language, std::move(lexicons));
  for (const std::string& article : arguments.articles) {
    std::istringstream lines(SourceText::decode(article_name(article), read_article_bytes(article)).text());
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      print(spoken_line(line, segmenter, pronouncer, *normalizer) + '\n');
    }
  }
}

}  // namespace

int run_inspect(const InspectArguments& arguments) {
  const Stage& stage = stage_by_name(arguments.stage);
  if (arguments.lines) {
    show_lines(arguments);
    return kDone;
  }
  ArticleReader reader(limits_of(arguments.limits));
  for (const std::string& article : arguments.articles) {
    const Document document = reader.read(article, read_article_bytes(article), arguments.document_format);
    require_text(document);
    stage.show(Inspection(document, arguments), arguments.json);
  }
  return kDone;
}

}  // namespace aloud::cli
