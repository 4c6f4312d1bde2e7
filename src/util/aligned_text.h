#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// How a run of text stands to its source.
enum class Mapping : unsigned char {
  linear,  ///< byte for byte the same: offset i of the run is offset i of its source
  whole,   ///< rewritten: every byte of the run stands for the whole source range (an entity, a joined line end, "$5" → "five
           ///< dollars")
};

/// UTF-8 text that knows where each part of it came from. Every stage of the pipeline hands one to the next, so that a
/// word that is heard can point at the bytes that were written.
///
/// Source ranges are in the decoded source of the article and never decrease along the text, unless a caller appends
/// material out of order on purpose (a footnote read at the end).
class AlignedText {
 public:
  struct Run {
    std::size_t text_begin = 0;
    std::size_t text_end = 0;
    ByteRange source;
    Mapping mapping = Mapping::linear;
    std::string rule = {};  ///< what made the text or its pronunciation differ from what is written; empty: nothing did
  };

  /// Text that is its own source, starting at `source_begin`.
  static AlignedText verbatim(std::string_view text, std::size_t source_begin = 0);

  /// Appends text that came from `source`. Requires: for Mapping::linear both have the same size.
  /// Neighbouring linear runs of the same rule that continue each other are merged, so plain prose costs one run.
  ///
  /// `rule` says why a listener hears something else than what is written, for `inspect`: a stable name in kebab-case, the
  /// class before a slash if there are several ways within it ("money", "date/numeric", "heteronym/noun", "lexicon/names.pls").
  void append(std::string_view text, ByteRange source, Mapping mapping, std::string_view rule = {});
  void append_linear(std::string_view text, std::size_t source_begin, std::string_view rule = {});

  /// Appends text that nobody wrote (a spoken announcement, say): it has no source bytes.
  void append_inserted(std::string_view text, std::string_view rule = {});

  void append(const AlignedText& other);

  const std::string& text() const { return text_; }
  const std::vector<Run>& runs() const { return runs_; }
  std::size_t size() const { return text_.size(); }
  bool empty() const { return text_.empty(); }

  /// The smallest source range that covers `range` of the text; empty if nothing in it has a source.
  ByteRange source_of(ByteRange range) const;

  /// The source bytes that `range` of the text stands for, piece by piece and in text order: markup between two runs is
  /// in none of them. Pieces that touch are merged.
  std::vector<ByteRange> source_pieces(ByteRange range) const;
  std::vector<ByteRange> source_pieces() const { return source_pieces({0, size()}); }

  /// The rule of the first run within `range` that has one; empty if none has.
  std::string rule_of(ByteRange range) const;

  /// Names the rule for a part of the text that stays as it is, though it is said otherwise (by phonemes, say).
  void name_rule(ByteRange range, std::string_view rule);

  /// The part [range.begin, range.end) of the text with its alignment and rules. A run of Mapping::whole that is cut keeps its
  /// whole source on both sides.
  AlignedText slice(ByteRange range) const;

 private:
  std::size_t first_run_ending_after(std::size_t offset) const;

  std::string text_;
  std::vector<Run> runs_;  // ordered by text_begin, covering text_ without gaps
};

}  // namespace aloud
