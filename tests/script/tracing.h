#pragma once

#include <string>
#include <utility>
#include <vector>

#include "script/trace.h"

namespace aloud::test {

/// Keeps the sentences that it is told.
class SentenceRecorder final : public TraceSink {
 public:
  void sentence(SentenceTrace sentence) override { sentences.push_back(std::move(sentence)); }
  std::vector<SentenceTrace> sentences;
};

struct TracedScript {
  Script script;
  std::vector<SentenceTrace> sentences;
};

/// What composing makes, and what it tells of it.
inline TracedScript compose_traced(const Document& document, ComposeOptions options) {
  SentenceRecorder recorder;
  options.trace = &recorder;
  Script script = compose(document, options);
  return {std::move(script), std::move(recorder.sentences)};
}

/// The same sentences without composing further.
inline std::vector<SentenceTrace> traced_sentences(const Document& document, ComposeOptions options) {
  SentenceRecorder recorder;
  options.trace = &recorder;
  trace_sentences(document, options);
  return std::move(recorder.sentences);
}

/// "0 b1 12..20 en [An *image*] An image; de@14..16": number, block, source, language, what is written and prepared, phrases.
inline std::string to_text(const SentenceTrace& one) {
  const auto range = [](ByteRange r) { return std::to_string(r.begin) + ".." + std::to_string(r.end); };
  std::string text = std::to_string(one.index) + " b" + std::to_string(one.block) + ' ' + range(one.source) + ' ' +
                     one.language + " [" + one.written + "] " + one.prepared.text();
  for (const ForeignPhrase& phrase : one.phrases) text += "; " + phrase.language + '@' + range(phrase.source);
  return text;
}

inline std::vector<std::string> to_texts(const std::vector<SentenceTrace>& sentences) {
  std::vector<std::string> texts;
  for (const SentenceTrace& one : sentences) texts.push_back(to_text(one));
  return texts;
}

/// What does not fit between a script and the trace of it; empty if all does. Every utterance is of a sentence that was told,
/// and every sentence that was told has one; what an utterance says comes from what was prepared for its sentence.
inline std::string mismatch(const TracedScript& traced) {
  std::vector<bool> said(traced.sentences.size());
  for (std::size_t i = 0; i < traced.sentences.size(); ++i) {
    if (traced.sentences[i].index != i) return "sentence " + std::to_string(i) + " has another number";
  }
  for (const Utterance& utterance : traced.script.utterances) {
    const std::string name = "utterance " + std::to_string(utterance.index);
    if (utterance.sentence >= traced.sentences.size()) return name + " is of no sentence";
    const SentenceTrace& sentence = traced.sentences[utterance.sentence];
    said[utterance.sentence] = true;
    if (utterance.block != sentence.block) return name + " is of another block than its sentence";
    const ByteRange source = utterance.text.source_of({0, utterance.text.size()});
    const bool inside = sentence.source.begin <= source.begin && source.end <= sentence.source.end;
    if (!source.empty() && !inside) return name + " says what its sentence does not hold";
  }
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (!said[i]) return "nothing is said of sentence " + std::to_string(i);
  }
  return {};
}

}  // namespace aloud::test
