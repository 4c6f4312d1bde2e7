#pragma once

#include <optional>
#include <string>
#include <vector>

#include "process/phonemes.h"
#include "script/script.h"

namespace aloud::cli {

/// A stretch of an utterance that a rule changed, or named without changing it.
struct Change {
  ByteRange spoken;      ///< in Utterance::text.text()
  ByteRange source;      ///< in the decoded source; empty for what nobody wrote
  std::string rule;      ///< as AlignedText::append says
  std::string phonemes;  ///< eSpeak NG's mnemonics, where the words stay and are pronounced otherwise
};

/// The changes of an utterance that can be heard, in order: not the quotes and spaces that only look otherwise.
std::vector<Change> changes_of(const Utterance& utterance);

/// The class of a rule: what stands before its slash.
std::string class_of_rule(const std::string& rule);

/// The stage "spoken" of an utterance as text: what is written; "→" what is said, where that differs; one line for each
/// change, with its rule; and the phonemes between slashes. docs/formats/inspect.md describes it.
std::string spoken_text(const Utterance& utterance, const std::optional<Transcription>& said, const std::string& source);

}  // namespace aloud::cli
