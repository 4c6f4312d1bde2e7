#include "language/pronunciation/heteronyms.h"

#include <algorithm>

#include "language/language_tag.h"
#include "language/pronunciation/heteronym_model.h"

namespace aloud {
namespace {

/// How far "near" looks to both sides, in words and marks.
constexpr std::ptrdiff_t kNear = 9;

/// How far rules must be ahead to win over the model, in their weights.
constexpr int kCertain = 5;

/// In place of phonemes: the engine says this reading by itself.
constexpr std::string_view kAsTheEngineSays = "-";

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Heteronyms::Heteronyms(std::string_view classes, std::string_view table, std::string learned)
    : classes_(classes),
      table_(read_heteronym_table(table, classes_)),
      adverb_(classes_.by_name("adv").value_or(0)),
      learned_(std::move(learned)) {}

const Heteronyms* Heteronyms::for_language(const std::string& language) {
  if (language_subtag(language) != "en") return nullptr;
  static const Heteronyms english(pronunciation_table_text("en-classes"), pronunciation_table_text("en-heteronyms"), "en");
  return &english;
}

std::vector<Pronunciation> Heteronyms::find(const SentenceTokens& sentence, Accent accent) const {
  std::vector<Pronunciation> found;
  std::optional<TaggedSentence> tagged;
  std::string key;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    key = sentence.word(static_cast<std::ptrdiff_t>(i));
    const auto word = key.empty() ? table_.words.end() : table_.words.find(key);
    if (word == table_.words.end()) continue;
    const Heteronym& heteronym = word->second;
    Choice choice = decide(table_.patterns[heteronym.pattern], sentence, i, tagged);
    const std::string& phonemes = heteronym.phonemes_for(accent)[choice.number];
    if (phonemes == kAsTheEngineSays) continue;
    found.push_back({sentence.tokens()[i].range, phonemes, "heteronym/" + std::string(choice.reading),
                     key + " as " + std::string(choice.reading) + ": " + choice.reason});
  }
  return found;
}

Heteronyms::Choice Heteronyms::decide(const HeteronymPattern& pattern, const SentenceTokens& sentence, std::size_t index,
                                      std::optional<TaggedSentence>& tagged) const {
  Choice rules = choose(pattern, sentence, index);
  if (rules.margin >= kCertain) return rules;
  const Tagger* tagger = Tagger::for_language(learned_);
  const HeteronymModel* model = HeteronymModel::for_language(learned_);
  if (tagger == nullptr || model == nullptr) return rules;
  if (!tagged) tagged.emplace(sentence, *tagger);
  const auto at = static_cast<std::ptrdiff_t>(tagged->word_of_token[index]);
  std::optional<HeteronymModel::Choice> learned =
      model->choose(sentence.word(static_cast<std::ptrdiff_t>(index)), pattern, *tagged, at, {rules.number, rules.margin});
  if (!learned) return rules;
  return {pattern.readings[learned->reading], learned->reading, 0, std::move(learned->reason)};
}

Heteronyms::Choice Heteronyms::choose(const HeteronymPattern& pattern, const SentenceTokens& sentence,
                                      std::size_t index) const {
  std::vector<int> scores(pattern.readings.size(), 0);
  std::vector<const HeteronymRule*> held;
  for (const HeteronymRule& rule : pattern.rules) {
    const bool all = std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const HeteronymCondition& condition) {
      return holds(condition, sentence, static_cast<std::ptrdiff_t>(index));
    });
    if (!all) continue;
    scores[rule.reading] += rule.weight;
    held.push_back(&rule);
  }
  Choice choice;
  choice.number = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  choice.reading = pattern.readings[choice.number];
  choice.margin = scores[choice.number];
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (i != choice.number) choice.margin = std::min(choice.margin, scores[choice.number] - scores[i]);
  }
  std::stable_sort(held.begin(), held.end(),
                   [](const HeteronymRule* a, const HeteronymRule* b) { return a->weight > b->weight; });
  int told = 0;
  for (const HeteronymRule* rule : held) {
    if (rule->reading != choice.number || rule->text.empty() || rule->weight < 0 || told == 3) continue;
    choice.reason += (told++ > 0 ? "; " : "") +
                     (rule->text.size() > 60 ? rule->text.substr(0, rule->text.find(' ', 50)) + " …" : rule->text);
  }
  if (told == 0) choice.reason = "by default";
  return choice;
}

bool Heteronyms::holds(const HeteronymCondition& condition, const SentenceTokens& sentence, std::ptrdiff_t index) const {
  using Where = HeteronymCondition::Where;
  bool held = false;
  if (condition.where == Where::beside) {
    held = matches(condition, sentence, index + condition.offset);
  } else if (condition.where == Where::left || condition.where == Where::right) {
    const std::ptrdiff_t step = condition.where == Where::left ? -1 : 1;
    std::ptrdiff_t at = index + step;
    for (int skipped = 0; skipped < 3 && (sentence.classes(at, classes_) & adverb_) != 0; ++skipped) at += step;
    held = matches(condition, sentence, at);
  } else if (condition.where == Where::near) {
    for (std::ptrdiff_t at = index - kNear; at <= index + kNear && !held; ++at) {
      held = at != index && !sentence.word(at).empty() && matches(condition, sentence, at);
    }
  } else {
    using Form = HeteronymCondition::Form;
    const bool capital = sentence.tokens()[static_cast<std::size_t>(index)].capital;
    const bool first = sentence.is_first(index);
    held = condition.form == Form::first ? first : condition.form == Form::capital ? capital && !first : !capital;
  }
  return held != condition.negated;
}

bool Heteronyms::matches(const HeteronymCondition& condition, const SentenceTokens& sentence, std::ptrdiff_t index) const {
  if (!condition.words.empty() && contains(condition.words, sentence.word(index))) return true;
  return condition.classes != 0 && (sentence.classes(index, classes_) & condition.classes) != 0;
}

}  // namespace aloud
