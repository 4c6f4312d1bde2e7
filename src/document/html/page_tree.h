#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "document/html/elements.h"
#include "util/byte_range.h"

struct GumboInternalNode;

namespace aloud {

/// An element or a text of a page.
struct PageNode {
  Element element = Element::other;  ///< Element::text for a text
  bool block = false;                ///< an element that starts a line of its own
  std::uint32_t parent = 0;          ///< its own number for the root
  std::uint32_t end = 0;             ///< the nodes below it are those from the next one to before this
  ByteRange source;                  ///< with its tags, in the page
  const GumboInternalNode* parsed = nullptr;
};

struct PageAttribute {
  std::string_view value;  ///< entities decoded
  ByteRange source;        ///< without quotes, in the page
};

/// A web page as browsers understand it, its nodes in the order of their start tags: node 0 is <html>, and what is below a node
/// follows it. Comments are not among them.
class PageTree {
 public:
  using Index = std::uint32_t;

  /// Never fails for what is no HTML. `page` has to live as long as the tree. On failure (more memory than a page may take)
  /// throws Error{input} without a place.
  static PageTree parse(std::string_view page);
  ~PageTree();
  PageTree(PageTree&&) noexcept;
  PageTree& operator=(PageTree&&) noexcept;

  std::string_view page() const { return page_; }
  const std::vector<PageNode>& nodes() const { return nodes_; }
  const PageNode& operator[](Index node) const { return nodes_[node]; }
  Index size() const { return static_cast<Index>(nodes_.size()); }

  /// The decoded characters of a text; empty for an element.
  std::string_view text(Index node) const;
  std::optional<PageAttribute> attribute(Index node, const char* name) const;
  /// The attribute's value; empty where there is none.
  std::string_view value(Index node, const char* name) const;
  bool has(Index node, const char* name) const { return attribute(node, name).has_value(); }
  /// Whether `node` is `above` or below it.
  bool within(Index node, Index above) const { return node >= above && node < nodes_[above].end; }
  /// The first element of that kind below `node`, or the number of nodes.
  Index find(Element element, Index node = 0) const;

  const std::vector<ByteRange>& comments() const { return comments_; }
  /// Tags that would have nested too deeply, and were ignored.
  const std::vector<ByteRange>& ignored() const { return ignored_; }

 private:
  class Builder;
  struct Memory;
  PageTree();

  std::string_view page_;
  std::unique_ptr<Memory> memory_;
  std::vector<PageNode> nodes_;
  std::vector<ByteRange> comments_, ignored_;
};

}  // namespace aloud
