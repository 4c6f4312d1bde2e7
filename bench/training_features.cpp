// What the training scripts read: the features of words as the library has them, so that they are written once.
//
//   training_features tagger        words, one a line, a blank line behind each sentence → for each word its features, tab
//   between training_features heteronyms    PATTERN or *, first byte, byte behind the last, sentence, tab between → the
//   readings with
//                                   spaces between, the rules' reading and how far it is ahead, features, all with tabs
//                                   between; a blank line where the pattern or word is not known
#include <iostream>
#include <string>
#include <vector>

#include "language/parts_of_speech/tagger_features.h"
#include "language/pronunciation/heteronym_model.h"
#include "language/pronunciation/heteronyms.h"

namespace {

void print_features(const std::vector<std::string>& words) {
  const aloud::TaggerSentence sentence = aloud::TaggerSentence::of(words);
  std::string buffer;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string line;
    aloud::each_feature(sentence, i, buffer, [&](std::string_view feature) {
      if (!line.empty()) line += '\t';
      line += feature;
    });
    std::cout << line << '\n';
  }
  std::cout << '\n';
}

void run_tagger() {
  std::vector<std::string> words;
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty()) {
      words.push_back(line);
      continue;
    }
    print_features(words);
    words.clear();
  }
  if (!words.empty()) print_features(words);
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  for (int i = 0; i < 3; ++i) {
    const std::size_t tab = line.find('\t', begin);
    fields.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  fields.push_back(line.substr(begin));
  return fields;
}

// "*" takes the word's own pattern and the weights of the word; a pattern's name those of the pattern's family alone.
std::string heteronym_line(const std::vector<std::string>& fields) {
  const aloud::Heteronyms& heteronyms = *aloud::Heteronyms::for_language("en");
  const aloud::HeteronymTable& table = heteronyms.table();
  const aloud::SentenceTokens tokens(fields[3]);
  const std::size_t begin = std::stoul(fields[1]);
  std::size_t index = 0;
  while (index < tokens.size() && tokens.tokens()[index].range.begin != begin) ++index;
  if (index == tokens.size() || tokens.tokens()[index].range.end != std::stoul(fields[2])) return {};
  const std::string word(tokens.word(static_cast<std::ptrdiff_t>(index)));
  const auto known = table.words.find(word);
  const bool own = fields[0] == "*";
  if (own && known == table.words.end()) return {};
  const aloud::HeteronymPattern* pattern = own ? &table.patterns[known->second.pattern] : table.pattern_named(fields[0]);
  if (pattern == nullptr) return {};
  const aloud::Heteronyms::Choice rules = heteronyms.choose(*pattern, tokens, index);
  const aloud::TaggedSentence sentence(tokens, *aloud::Tagger::for_language("en"));
  std::string line;
  for (const std::string& reading : pattern->readings) line += (line.empty() ? "" : " ") + reading;
  line += '\t' + std::to_string(rules.number) + '\t' + std::to_string(rules.margin);
  std::string buffer;
  aloud::each_heteronym_feature(sentence, static_cast<std::ptrdiff_t>(sentence.word_of_token[index]), *pattern,
                                {rules.number, rules.margin}, buffer, [&](aloud::FeatureScope least, std::string_view feature) {
                                  if (least == aloud::FeatureScope::family) {
                                    line += '\t' + aloud::scoped_feature(aloud::FeatureScope::family, pattern->family, feature);
                                  }
                                  if (own) line += '\t' + aloud::scoped_feature(aloud::FeatureScope::word, word, feature);
                                });
  return line;
}

void run_heteronyms() {
  for (std::string line; std::getline(std::cin, line);) std::cout << heteronym_line(fields_of(line)) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::string mode = argc == 2 ? argv[1] : "";
  if (mode == "tagger") {
    run_tagger();
    return 0;
  }
  if (mode == "heteronyms") {
    run_heteronyms();
    return 0;
  }
  std::cerr << "usage: training_features tagger|heteronyms\n";
  return 2;
}
