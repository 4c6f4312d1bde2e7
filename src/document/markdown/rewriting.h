#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "util/aligned_text.h"
#include "util/byte_range.h"

namespace aloud {

/// A piece of an article that goes round CommonMark as a whole, since nothing in it is CommonMark's: a formula, an emoji by its
/// name, a citation.
struct Atom {
  std::string text{};              ///< what stands in the document
  std::optional<SpanKind> kind{};  ///< what that is; nullopt: words like others
  std::string target{};            ///< Span::target
  enum class Edge { none, opens, closes };
  Edge edge = Edge::none;  ///< opens, closes: no text, but where a span of that kind around CommonMark begins and ends
};

/// What a dialect makes of a stretch of Markdown before CommonMark is parsed.
struct Rewrite {
  ByteRange range;                         ///< in the text that is rewritten; empty: inserts
  std::string text{};                      ///< CommonMark that stands there instead; it stands for the whole range
  SilentKind reason = SilentKind::markup;  ///< why what is not said of the range is not
  std::optional<Atom> atom{};              ///< instead of `text`
  std::optional<ByteRange> moved{};        ///< with an empty range: a stretch of the text that is read here, behind `text`
};
using Rewrites = std::vector<Rewrite>;

/// The body of an article on its way from its dialects to CommonMark: dialects rewrite it, one after the other, and each sees
/// what the one before left. Knows where everything came from.
class RewrittenMarkdown {
 public:
  /// The text of `source` from `begin` on. The source has to outlive it.
  RewrittenMarkdown(std::string_view source, std::size_t begin);

  /// As rewritten so far. An atom is one placeholder, a character that CommonMark takes for a letter.
  const std::string& text() const { return text_.text(); }
  bool changed() const { return changed_; }

  /// Requires: ordered by range.begin, disjoint, on borders of characters; a range that reaches into a placeholder holds it
  /// whole.
  void apply(const Rewrites& rewrites);

  /// Brings a document that was read from text() to the source: places, what is silent, and atoms in their places. Requires:
  /// all of `document`'s ranges count in text().
  void restore(Document& document) const;

 private:
  struct Done {
    ByteRange source;
    SilentKind reason;
  };
  struct PlacedAtom {
    std::size_t position = 0;  // in text()
    Atom atom;
  };

  static std::vector<PlacedAtom>::const_iterator first_atom_at(const std::vector<PlacedAtom>& atoms, std::size_t position);
  RichText restore(const RichText& content) const;
  ByteRange restore(ByteRange range) const;

  AlignedText text_;
  std::vector<PlacedAtom> atoms_;  // by position
  std::vector<Done> done_;         // what was rewritten
  bool changed_ = false;           // insertions alone leave nothing in done_
};

}  // namespace aloud
