#include "process/phonemes.h"

#include <algorithm>
#include <utility>

#include "engine/word_phonemes.h"
#include "process/ask_engine.h"
#include "process/marked_text.h"

namespace aloud {
namespace {

enum class Words : unsigned char { no, yes };

// A line for the utterance and, if asked for, one for each word alone.
std::optional<std::string> phonemes_of(const Utterance& utterance, const SynthesizerFactory& factory, Words words) {
  const auto question = [&](Synthesizer& engine, const Say& say) {
    say(engine.phonemes(marked_text(utterance).text));
    if (words == Words::no) return;
    for (const Word& word : utterance.words) say('\n' + engine.phonemes(marked_word(utterance, word)));
  };
  EngineAnswer answer = ask_engine(factory, utterance.voice, question);
  return answer.complete ? std::optional(std::move(answer.text)) : std::nullopt;
}

std::optional<Transcription> transcription_of(const Utterance& utterance, const SynthesizerFactory& factory) {
  const std::optional<std::string> lines = phonemes_of(utterance, factory, Words::yes);
  if (!lines) {
    const std::optional<std::string> whole = phonemes_of(utterance, factory, Words::no);
    return whole ? std::optional<Transcription>({*whole, std::vector<std::string>(utterance.words.size())}) : std::nullopt;
  }
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= lines->size();) {
    const std::size_t end = std::min(lines->find('\n', at), lines->size());
    all.push_back(lines->substr(at, end - at));
    at = end + 1;
  }
  const std::string ipa = std::move(all.front());
  all.erase(all.begin());
  all.resize(utterance.words.size());
  return Transcription{ipa, share_phonemes(ipa, all)};
}

}  // namespace

std::vector<std::optional<std::string>> phonemes_of(const std::vector<Utterance>& utterances,
                                                    const SynthesizerFactory& factory) {
  std::vector<std::optional<std::string>> all;
  for (const Utterance& utterance : utterances) all.push_back(phonemes_of(utterance, factory, Words::no));
  return all;
}

std::vector<std::optional<Transcription>> transcriptions_of(const std::vector<Utterance>& utterances,
                                                            const SynthesizerFactory& factory) {
  std::vector<std::optional<Transcription>> all;
  for (const Utterance& utterance : utterances) all.push_back(transcription_of(utterance, factory));
  return all;
}

}  // namespace aloud
