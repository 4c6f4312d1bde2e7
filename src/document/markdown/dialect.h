#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// What is added to Markdown, by who adds it.
enum class Dialect : unsigned char {
  github,      ///< > [!NOTE]
  emoji,       ///< :tada:
  hugo,        ///< {{< figure >}}
  liquid,      ///< {% include %}, {{ x }}: Jekyll, Nunjucks, Eleventy, Handlebars
  attributes,  ///< {: .note}, {#id}
  formulas,    ///< $x^2$, $$…$$
  mkdocs,      ///< !!! note, === "Tab", ++ctrl+c++
  mdx,         ///< import …, <Tabs>, {expressions}
  containers,  ///< :::tip Title
  notes,       ///< [[target|alias]], ==mark==, %%comment%%: Obsidian, Logseq
  pandoc,      ///< % Title, (@), [text]{.class}, grid tables
  myst,        ///< ```{note}, {ref}`target`
  citations,   ///< [@key], [12], [citation needed]
};

/// Some of them. By default all that a text shows, since what dialects add is seldom anything else.
class DialectSet {
 public:
  static constexpr DialectSet all() { return DialectSet(~std::uint32_t{0}); }
  static constexpr DialectSet none() { return DialectSet(0); }
  static constexpr DialectSet of_bits(std::uint32_t bits) { return DialectSet(bits); }

  constexpr DialectSet() = default;
  constexpr bool holds(Dialect dialect) const { return (bits_ >> static_cast<unsigned>(dialect) & 1U) != 0; }
  constexpr void add(Dialect dialect) { bits_ |= std::uint32_t{1} << static_cast<unsigned>(dialect); }
  constexpr void add(DialectSet other) { bits_ |= other.bits_; }
  constexpr std::uint32_t bits() const { return bits_; }
  bool operator==(const DialectSet&) const = default;

 private:
  explicit constexpr DialectSet(std::uint32_t bits) : bits_(bits) {}

  std::uint32_t bits_ = ~std::uint32_t{0};
};

/// "auto", "commonmark", or names of generators and sites with commas between them ("hugo,mkdocs"). nullopt if a name is not
/// known; `unknown` is then that name.
std::optional<DialectSet> dialects_of(std::string_view names, std::string* unknown = nullptr);

/// All names that dialects_of() knows.
std::vector<std::string> dialect_names();

}  // namespace aloud
