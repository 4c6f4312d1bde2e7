#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud::test {

/// A stretch of Markdown, and what a dialect leaves of it for CommonMark: an atom is "‹its text›", with its kind and target
/// before it where it has them ("‹admonition:note=NOTE›").
struct DialectCase {
  const char* name;
  const char* text;
  const char* left;

  friend void PrintTo(const DialectCase& one, std::ostream* out) { *out << one.name; }
};

/// Markdown and what is left of it, for tables of short cases.
struct RewritingCase {
  const char* markdown;
  const char* rewritten;
};

inline std::string describe(const Atom& atom) {
  if (atom.edge != Atom::Edge::none) return atom.edge == Atom::Edge::opens ? "⟨" : "⟩";
  std::string text = "‹";
  if (atom.kind) text += std::string(to_string(*atom.kind)) + (atom.target.empty() ? "" : ":" + atom.target) + "=";
  return text + atom.text + "›";
}

/// The text with the rewrites done, after checking what RewrittenMarkdown requires of them.
inline std::string rewritten(std::string_view text, const Rewrites& rewrites) {
  std::string result;
  std::size_t at = 0;
  for (const Rewrite& rewrite : rewrites) {
    EXPECT_GE(rewrite.range.begin, at) << text;
    EXPECT_GE(rewrite.range.end, rewrite.range.begin) << text;
    EXPECT_LE(rewrite.range.end, text.size()) << text;
    result += text.substr(at, rewrite.range.begin - at);
    result += rewrite.atom ? describe(*rewrite.atom) : rewrite.text;
    at = rewrite.range.end;
  }
  return result + std::string(text.substr(at));
}

template <typename Dialect>
std::string rewritten_by(Dialect dialect, std::string_view text) {
  const MarkdownScan scan(text);
  return rewritten(text, dialect(scan));
}

}  // namespace aloud::test
