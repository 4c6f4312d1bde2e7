#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "script/spoken_content.h"
#include "script/trace.h"

namespace aloud {

/// Puts together what a TraceSink is told. A sentence can come in several passages: the number of a list's item, its text.
class SentenceTracer {
 public:
  /// Requires: both outlive the tracer.
  SentenceTracer(const Document& document, TraceSink& sink) : document_(document), sink_(sink) {}

  /// What is said of sentence number `index`, or more of the one that was added last. `language` is its block's; `parts`: all
  /// that is said in it, in order, or nothing where all is in that language.
  void add(std::size_t index, std::size_t block, const Passage& passage, ByteRange range, const std::string& language,
           std::vector<ForeignPhrase> parts);

  /// The sentence is whole: hands it to the sink.
  void finish();

 private:
  void open(std::size_t index, std::size_t block, const std::string& language);
  std::string written_of(const Passage& passage, ByteRange spaced) const;

  const Document& document_;
  TraceSink& sink_;
  std::optional<SentenceTrace> sentence_;
  std::optional<std::size_t> last_block_;
};

}  // namespace aloud
