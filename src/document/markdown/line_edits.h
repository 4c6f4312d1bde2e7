#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Collects a dialect's rewrites, in any order, with what several of them need to do to the lines that they stand in.
class LineEdits {
 public:
  explicit LineEdits(const MarkdownScan& scan) : scan_(scan), text_(scan.text()) {}

  /// Leaves `range` out.
  void remove(ByteRange range, SilentKind reason = SilentKind::markup);
  /// The same, with the blanks behind it where blanks, or nothing, stand before it: two gaps would be one too many, and behind
  /// a bullet they would move the item.
  void remove_word(ByteRange range, SilentKind reason);
  /// Puts CommonMark that nobody wrote at `at`; what is inserted first stands first.
  void insert(std::size_t at, std::string text);
  void replace(ByteRange range, std::string text, SilentKind reason = SilentKind::markup);
  void replace(ByteRange range, Atom atom, SilentKind reason = SilentKind::markup);

  /// Makes what stands in `range`, all of a line's content, a paragraph of its own: blank lines are put before and behind it
  /// where there are none.
  void part(ByteRange range);

  /// The number of the line that `offset` lies in.
  std::size_t line_of(std::size_t offset) const;
  /// Whether nothing but white space and quotes' ">"s stands in the lines beside `range`.
  bool stands_alone(ByteRange range) const;
  /// What the line of `offset` begins with: the same ">"s and white space, and white space for bullets and numbers.
  std::string prefix_at(std::size_t offset) const;

  /// Takes `columns` of indentation, behind its ">"s, from a line; at most what it has. Of several the largest counts. Later
  /// prefixes are without them.
  void dedent(std::size_t line, std::size_t columns);

  /// What opens an admonition, in `range`: its title if it has one, else the word for its kind, as a paragraph of its own where
  /// it stands alone.
  void announce(ByteRange range, std::string_view kind, std::optional<ByteRange> title, SilentKind reason);

  /// Sorted, and those cut that lie in another one.
  Rewrites take();

 private:
  ByteRange indentation_of(std::size_t line, std::size_t columns, std::size_t& beyond) const;
  void announce_title(ByteRange title);

  const MarkdownScan& scan_;
  std::string_view text_;
  Rewrites rewrites_;
  std::vector<std::size_t> dedents_;  // columns by line; empty: none
};

/// Whether `word` is a kind of admonition that authors and themes use ("note", "warning", …), whatever its case.
bool is_admonition_kind(std::string_view word);

}  // namespace aloud
