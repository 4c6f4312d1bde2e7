#include "language/parts_of_speech/tagger.h"

#include <algorithm>
#include <array>
#include <limits>

#include "language/language_tag.h"
#include "language/parts_of_speech/tagger_features.h"
#include "util/ascii.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::array<std::string_view, 17> kNames = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                     "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

/// The margin of a word that was only ever seen with one tag.
constexpr float kCertain = 1000;

PartOfSpeech part_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name.substr(0, name.find('.')));
  if (found == kNames.end()) throw Error(ErrorKind::usage, "weights: no tag \"" + std::string(name) + '"');
  return static_cast<PartOfSpeech>(found - kNames.begin());
}

// Where "don't" and "John's" come apart, as treebanks have it; the whole length where they do not.
std::size_t contraction_at(std::string_view word) {
  const std::size_t apostrophe = word.rfind('\'');
  if (apostrophe == std::string_view::npos || apostrophe == 0) return word.size();
  const std::string_view tail = word.substr(apostrophe + 1);
  if (tail == "t" && apostrophe >= 2 && word[apostrophe - 1] == 'n') return apostrophe - 1;
  for (const std::string_view one : {"s", "m", "d", "re", "ve", "ll"}) {
    if (tail == one) return apostrophe;
  }
  return word.size();
}

std::string normal_form(std::string_view word) {
  const bool number = std::any_of(word.begin(), word.end(), is_ascii_digit<char>);
  if (!number) return ascii_lower(word);
  return std::any_of(word.begin(), word.end(), is_ascii_letter<char>) ? "0a" : "0";
}

}  // namespace

std::string_view name_of(PartOfSpeech part) { return kNames[static_cast<std::size_t>(part)]; }

TaggerSentence TaggerSentence::of(const SentenceTokens& sentence, std::vector<std::size_t>* first_of) {
  TaggerSentence result;
  result.words.reserve(sentence.size() + 4);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (first_of != nullptr) first_of->push_back(result.words.size());
    const std::string_view text = sentence.text(static_cast<std::ptrdiff_t>(i));
    const WordShape shape = sentence.tokens()[i].shape;
    const std::size_t cut = shape == WordShape::mark ? text.size() : contraction_at(text);
    result.words.push_back({normal_form(text.substr(0, cut)), shape});
    if (cut < text.size()) result.words.push_back({std::string(text.substr(cut)), WordShape::lower});
  }
  result.find_headline();
  return result;
}

TaggerSentence TaggerSentence::of(const std::vector<std::string>& words) {
  TaggerSentence result;
  for (const std::string& word : words) result.words.push_back({normal_form(word), word_shape(word)});
  result.find_headline();
  return result;
}

// Title case leaves small words small: of words with four letters or more behind the first, four in five have a capital.
void TaggerSentence::find_headline() {
  constexpr std::size_t kLong = 4;
  std::size_t capitals = 0;
  std::size_t counted = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const WordShape shape = words[i].shape;
    if (words[i].lower.size() < kLong || shape == WordShape::digits || shape == WordShape::mark) continue;
    ++counted;
    capitals += shape == WordShape::lower ? 0U : 1U;
  }
  headline = counted >= 2 && 5 * capitals >= 4 * counted;
}

Tagger::Tagger(std::string_view weights) : weights_(weights) {
  for (const std::string_view label : weights_.labels()) parts_.push_back(part_named(label));
  if (parts_.empty()) throw Error(ErrorKind::usage, "weights: no tags");
}

const Tagger* Tagger::for_language(const std::string& language) {
  if (language_subtag(language) != "en") return nullptr;
  static const Tagger english(built_in_weights("en-tags"));
  return &english;
}

/// The tag that a word has most often, and whether it was seen with no other.
struct Tagger::Usual {
  std::string_view name = "?";
  std::size_t label = 0;
  bool certain = false;
};

Tagger::Usual Tagger::usual_of(std::string_view word, std::string& buffer) const {
  Usual usual;
  const auto look = [&](std::string_view feature) {
    weights_.each(feature, [&](std::size_t label, float weight) { usual = {weights_.labels()[label], label, weight > 0}; });
  };
  emit_feature(buffer, look, "=", word);
  return usual;
}

std::vector<WordTag> Tagger::tag(const TaggerSentence& sentence) const {
  std::string buffer;
  std::vector<Usual> usual;
  usual.reserve(sentence.words.size());
  for (const TaggerWord& word : sentence.words) usual.push_back(usual_of(word.lower, buffer));
  std::vector<WordTag> tags;
  tags.reserve(sentence.words.size());
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    if (usual[i].certain) {
      tags.push_back({parts_[usual[i].label], usual[i].name, kCertain});
    } else {
      tags.push_back(decide(sentence, i, usual, tags, buffer));
    }
  }
  return tags;
}

std::vector<WordTag> Tagger::tag(const SentenceTokens& sentence) const {
  std::vector<std::size_t> first_of;
  const std::vector<WordTag> all = tag(TaggerSentence::of(sentence, &first_of));
  std::vector<WordTag> tags;
  tags.reserve(first_of.size());
  for (const std::size_t first : first_of) tags.push_back(all[first]);
  return tags;
}

WordTag Tagger::decide(const TaggerSentence& sentence, std::size_t index, const std::vector<Usual>& usual,
                       const std::vector<WordTag>& tags, std::string& buffer) const {
  const auto usual_at = [&](std::size_t at) { return at < usual.size() ? usual[at].name : kOutside; };
  const KnownTags known{index > 0 ? tags[index - 1].name : kOutside, index > 1 ? tags[index - 2].name : kOutside,
                        usual_at(index), usual_at(index + 1), usual_at(index + 2)};
  std::array<float, 256> scores{};
  const auto add = [&](std::string_view feature) {
    weights_.each(feature, [&](std::size_t label, float weight) { scores[label] += weight; });
  };
  each_feature(sentence, index, buffer, add);
  each_feature_of_tags(sentence, index, known, buffer, add);
  std::size_t best = 0;
  float next = -std::numeric_limits<float>::infinity();
  for (std::size_t label = 1; label < parts_.size(); ++label) {
    const bool better = scores[label] > scores[best];
    next = std::max(next, better ? scores[best] : scores[label]);
    if (better) best = label;
  }
  return {parts_[best], weights_.labels()[best], scores[best] - next};
}

}  // namespace aloud
