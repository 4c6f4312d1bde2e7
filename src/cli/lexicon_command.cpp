#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <span>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output_plan.h"
#include "cli/print.h"
#include "cli/voice_choice.h"
#include "document/article_file.h"
#include "language/pronunciation/lexicon_editor.h"
#include "language/pronunciation/ordinary_words.h"
#include "language/pronunciation/pronouncer.h"
#include "language/spoken_form/normalizer.h"
#include "language/words.h"
#include "process/article_reader.h"
#include "process/phonemes.h"
#include "process/word_sounds.h"
#include "render/render.h"
#include "script/script.h"
#include "util/ascii.h"
#include "util/atomic_file.h"
#include "util/error.h"
#include "util/plain_line.h"

namespace aloud::cli {
namespace {

std::string with_dots(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "\n\n") + word + ".\n\n" + word + '.';
  return text;
}

bool is_even(std::size_t block) { return block % 2 == 0; }

std::string reason_of(const Utterance& utterance) {
  std::string reasons;
  for (const Pronunciation& one : utterance.pronunciations) {
    reasons += (reasons.empty() ? "" : ", ") + one.rule + (one.reason.empty() ? "" : " (" + one.reason + ')');
  }
  return reasons.empty() ? "as the engine says it, or by an alias" : reasons;
}

// Each word twice: as the engine says it by itself, then with the lexicons; printed, and spoken into a file if there is one.
int test_words(const LexiconCommandArguments& arguments) {
  const VoiceChoice choice = voice_choice_without_clips(arguments.voice);
  const Document document =
      read_document(SourceText::decode("lexicon test", with_dots(arguments.words)), DocumentFormat::plain_text);
  const std::unique_ptr<SynthesizerFactory> factory = make_engines();
  const Reading reading = choose_reading(document, choice);
  ComposeOptions options = compose_options(reading);
  options.engine_alone = is_even;
  const Script script = compose(document, options);
  const auto phonemes = phonemes_of(script.utterances, *factory);
  for (std::size_t i = 0; i < script.utterances.size(); ++i) {
    const Utterance& utterance = script.utterances[i];
    const std::string ipa = phonemes[i].value_or("(the engine crashed over it)");
    print(is_even(utterance.block) ? fmt::format("{}\n  without: {}\n", plain_line(utterance.text.text()), ipa)
                                   : fmt::format("  with:    {}  {}\n", ipa, plain_line(reason_of(utterance))));
  }
  if (arguments.output.empty()) return kDone;
  RenderRequest request;
  request.voice = choice;
  request.output = arguments.output;
  request.format = choose_format("", arguments.output);
  request.engine_alone = is_even;
  render(document, request, *factory);
  return kDone;
}

int add_word(const LexiconCommandArguments& arguments) {
  const std::string& path = arguments.file;
  const std::string language = arguments.voice.language.empty() ? "en" : voice_choice_of(arguments.voice).language;
  std::string text;
  if (std::error_code error; std::filesystem::exists(path, error)) text = read_lexicon_file(path);
  const std::string changed = with_entry(text, path, arguments.word, arguments.pronunciation, language);
  AtomicFile file(path);
  file.write(std::as_bytes(std::span(changed.data(), changed.size())));
  file.commit();
  return kDone;
}

// The words of what is said, in their first order (names first), and how often each is there.
struct Words {
  std::vector<std::string> all;
  std::map<std::string, std::size_t> count;
};

bool is_word(std::string_view text) { return std::any_of(text.begin(), text.end(), is_ascii_letter<char>) || text.size() > 3; }

Words unknown_candidates(const Script& script, const Reading& reading) {
  const Pronouncer pronouncer(reading.language, reading.lexicons);
  Words words;
  for (const Utterance& utterance : script.utterances) {
    if (utterance.voice.engine_voice != reading.profile.voice.engine_voice) continue;
    for (const Word& word : utterance.words) {
      const bool pronounced = std::any_of(
          utterance.pronunciations.begin(), utterance.pronunciations.end(),
          [&](const Pronunciation& one) { return one.spoken.begin < word.spoken.end && word.spoken.begin < one.spoken.end; });
      const std::string text = utterance.text.text().substr(word.spoken.begin, word.spoken.size());
      if (pronounced || !is_word(text) || pronouncer.knows(text) || is_ordinary_word(reading.language, text)) continue;
      if (words.count[text]++ == 0) words.all.push_back(text);
    }
  }
  // Names first: they are what rules for letters get wrong most.
  std::stable_partition(words.all.begin(), words.all.end(),
                        [](const std::string& word) { return word[0] >= 'A' && word[0] <= 'Z'; });
  return words;
}

// Words that go by rules for their letters: how often they stand there, and how they will be said.
int check_articles(const LexiconCommandArguments& arguments) {
  const std::unique_ptr<SynthesizerFactory> factory = make_engines();
  ArticleReader reader;
  for (const std::string& article : arguments.words) {
    const Document document = reader.read(article, read_article_bytes(article));
    require_text(document);
    const Reading reading = choose_reading(document, voice_choice_without_clips(arguments.voice));
    const Words words = unknown_candidates(compose(document, compose_options(reading)), reading);
    const std::vector<WordSound> sounds = sounds_of(words.all, reading.profile.voice, *factory);
    for (std::size_t i = 0; i < words.all.size(); ++i) {
      if (sounds[i].in_dictionary) continue;
      print(fmt::format("{}\t{}\t{}\n", plain_line(words.all[i]), sounds[i].ipa, words.count.at(words.all[i])));
    }
  }
  return kDone;
}

}  // namespace

int run_lexicon(const LexiconCommandArguments& arguments) {
  if (arguments.action == "add") return add_word(arguments);
  return arguments.action == "test" ? test_words(arguments) : check_articles(arguments);
}

}  // namespace aloud::cli
