#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html_tag.h"

namespace aloud {

/// The elements that are open at a place in the article: for the languages that they declare, the lists and quotes that they
/// are, and what they hide.
class OpenElements {
 public:
  /// A tag, and what it closes without a tag: an item the one before it, a block a paragraph.
  void apply(const HtmlTag& tag);
  /// What does not go on over a blank line, though no tag closed it.
  void end_block();

  const std::string& language() const;  ///< of the innermost element that declares one; else empty
  bool contains(std::string_view name) const;
  int heading_level() const;  ///< 1 to 6 inside h1 to h6, else 0
  int list_depth() const;     ///< ul, ol and dl
  int quote_depth() const;    ///< blockquote
  /// Why nothing of what stands here is shown; nullopt where it is.
  std::optional<SilentKind> hidden() const {
    return hidden_from_ < elements_.size() ? elements_[hidden_from_].hidden : std::nullopt;
  }
  /// The number of the item that opened last; nullopt where it stands in no ordered list.
  std::optional<int> ordinal() const { return ordinal_; }
  /// Whether a table began or ended since this was asked last: the next row has nothing to do with those before.
  bool take_table_border();

 private:
  struct Element {
    std::string name;
    std::string lang;
    std::optional<SilentKind> hidden;
    int next = 1;  // ol: the number of the next item
  };
  void close_from(std::size_t index);
  void close_implied(std::string_view opening);
  int count(std::string_view name) const;

  std::vector<Element> elements_;
  std::size_t hidden_from_ = static_cast<std::size_t>(-1);  // the outermost one that hides
  std::optional<int> ordinal_;
  bool table_border_ = false;
};

}  // namespace aloud
