#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "script/script.h"
#include "util/aligned_text.h"
#include "util/byte_range.h"

namespace aloud {

// What composing did, told while it does it, for people who ask why an article is said as it is. The trace is of the one run
// that also makes the script: nothing is computed again to be shown. Two parts of it: sentences, which a TraceSink takes, and
// changes, which each utterance carries in its text and its pronunciations.

/// A part of a sentence that is said in another language than the rest.
struct ForeignPhrase {
  std::string language;  ///< BCP 47
  ByteRange source;      ///< in the decoded source
};

/// A sentence that is said, whole or in part.
struct SentenceTrace {
  std::size_t index = 0;  ///< Utterance::sentence of what is said for it
  std::size_t block = 0;  ///< in Document::blocks
  /// As it stands in the article without its markup, before any policy or rewriting: with the marker of the list item that it
  /// opens and with what is not said of an address, and without the references of footnotes. Empty for an announcement.
  std::string written;
  ByteRange source;                    ///< in the decoded source, from its first to its last byte; empty for an announcement
  AlignedText prepared;                ///< what the speaking policy makes of it; the spoken form is made from this
  std::string language;                ///< BCP 47: whose rules say it
  std::vector<ForeignPhrase> phrases;  ///< in order
};

/// Takes sentences as compose() makes them.
class TraceSink {
 public:
  virtual ~TraceSink() = default;
  /// Called once for each sentence of which anything is said, in the order of speaking: after ScriptSink::say() for the last of
  /// its utterances, and before that for the first of the next.
  virtual void sentence(SentenceTrace sentence) = 0;
};

/// Tells options.trace the same sentences as compose(), and makes no utterances of them: many times as fast.
/// Requires: options.trace is set.
void trace_sentences(const Document& document, const ComposeOptions& options);

/// Something found in an utterance that is said otherwise than it is written, or pronounced otherwise than the engine would.
struct Change {
  ByteRange spoken;      ///< in Utterance::text.text()
  ByteRange source;      ///< in the decoded source; empty for what nobody wrote
  std::string rule;      ///< who found it, as AlignedText::append names it: "date/numeric", "heteronym/verb"
  std::string phonemes;  ///< eSpeak NG's mnemonics, where the words stay and are pronounced otherwise
  std::string reason;    ///< for a person: why they are (Pronunciation::reason)

  /// The kind of value that was found: "date"; and the value, where the rule has one: "EUR 12.50" of "money{EUR 12.50}".
  std::string kind() const { return rule.substr(0, rule.find_first_of("/{")); }
  std::string value() const {
    return rule.ends_with('}') ? rule.substr(rule.find('{') + 1, rule.size() - rule.find('{') - 2) : "";
  }
};

/// The changes of an utterance that can be heard, in order: not the quotes and spaces that only look otherwise.
std::vector<Change> changes_of(const Utterance& utterance);

}  // namespace aloud
