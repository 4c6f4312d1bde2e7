#include "document/html/page_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>

#include "document/html/nesting.h"
#include "document/html/page_memory.h"
#include "util/ascii.h"
#include "util/error.h"

namespace aloud {
namespace {

// An ordinary page takes 10 bytes for each of its own, one of tags alone 80; the rest of a reader's limit
// (process/reader_limits.h) is for the document.
constexpr std::size_t kMemory = std::size_t{160} << 20, kMemoryPerByte = 100;

struct Work {
  GumboOptions options;
  std::string_view text;
  GumboOutput* output = nullptr;

  static void run(void* context) {
    auto* work = static_cast<Work*>(context);
    work->output = gumbo_parse_with_options(&work->options, work->text.data(), work->text.size());
  }
};

Element element_of(const GumboElement& element) {
  static const auto kKnown = [] {
    std::array<Element, GUMBO_TAG_LAST> known{};
    for (std::size_t tag = 0; tag < known.size(); ++tag)
      known[tag] = element_of_name(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
    return known;
  }();
  const auto tag = static_cast<std::size_t>(element.tag);
  if (tag < kKnown.size() && kKnown[tag] != Element::other) return kKnown[tag];
  GumboStringPiece name = element.original_tag;
  if (name.length == 0) return Element::other;
  gumbo_tag_from_original_text(&name);
  return element_of_name(ascii_lower(std::string_view(name.data, name.length)));
}

}  // namespace

struct PageTree::Memory {
  explicit Memory(std::size_t most) : parsed(most) {}
  BoundedPage bounded;
  PageMemory parsed;
};

class PageTree::Builder {
 public:
  explicit Builder(PageTree& tree, std::string_view text) : tree_(tree), begin_(text.data()), size_(text.size()) {}

  void build(const GumboNode& root) {
    add(root, 0);
    if (tree_.nodes_.empty()) tree_.nodes_.push_back({Element::html, true, 0, 1, {}, nullptr});
  }

 private:
  // What the parser made up has no place.
  ByteRange range_of(const GumboStringPiece& piece) const {
    if (piece.data == nullptr || piece.length == 0 || piece.data < begin_ || piece.data > begin_ + size_) return {};
    const auto at = static_cast<std::size_t>(piece.data - begin_);
    return {at, std::min(at + piece.length, size_)};
  }

  void add(const GumboNode& node, Index parent) {
    switch (node.type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        return add_element(node, parent);
      case GUMBO_NODE_COMMENT:
        tree_.comments_.push_back(range_of(node.v.text.original_text));
        return;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE: {
        const Index index = tree_.size();
        tree_.nodes_.push_back({Element::text, false, parent, index + 1, range_of(node.v.text.original_text), &node});
        return;
      }
      case GUMBO_NODE_DOCUMENT:
        return;
    }
  }

  // As deep as the page nests, which is bounded.
  void add_element(const GumboNode& node, Index parent) {
    const GumboElement& element = node.v.element;
    const Index index = tree_.size();
    const Element kind = element_of(element);
    tree_.nodes_.push_back({kind, is_block(kind), parent, 0, range_of(element.original_tag), &node});
    for (unsigned i = 0; i < element.children.length; ++i) add(*static_cast<const GumboNode*>(element.children.data[i]), index);
    PageNode& added = tree_.nodes_[index];
    added.end = tree_.size();
    const auto include = [&added](ByteRange range) {
      if (range.empty()) return;
      if (added.source.empty()) added.source = range;
      added.source = {std::min(added.source.begin, range.begin), std::max(added.source.end, range.end)};
    };
    include(range_of(element.original_end_tag));
    for (Index child = index + 1; child < added.end; child = tree_.nodes_[child].end) include(tree_.nodes_[child].source);
  }

  PageTree& tree_;
  const char* begin_;
  std::size_t size_;
};

PageTree::PageTree() = default;
PageTree::~PageTree() = default;
PageTree::PageTree(PageTree&&) noexcept = default;
PageTree& PageTree::operator=(PageTree&&) noexcept = default;

PageTree PageTree::parse(std::string_view page) {
  PageTree tree;
  tree.page_ = page;
  tree.memory_ = std::make_unique<Memory>(kMemory + kMemoryPerByte * page.size());
  tree.memory_->bounded = bound_nesting(page);
  const BoundedPage& bounded = tree.memory_->bounded;
  tree.ignored_ = bounded.blanked;
  Work work{kGumboDefaultOptions, bounded.text.empty() ? page : std::string_view(bounded.text)};
  work.options.allocator = &PageMemory::take;
  work.options.deallocator = &PageMemory::give_back;
  work.options.userdata = &tree.memory_->parsed;
  work.options.max_errors = 0;
  if (!tree.memory_->parsed.run(&Work::run, &work)) throw Error(ErrorKind::input, "is too complex a web page to read");
  Builder(tree, work.text).build(*work.output->root);
  return tree;
}

std::string_view PageTree::text(Index node) const {
  const PageNode& of = nodes_[node];
  return of.element == Element::text ? std::string_view(of.parsed->v.text.text) : std::string_view();
}

std::optional<PageAttribute> PageTree::attribute(Index node, const char* name) const {
  const PageNode& of = nodes_[node];
  if (of.element == Element::text || of.parsed == nullptr) return std::nullopt;
  const GumboAttribute* found = gumbo_get_attribute(&of.parsed->v.element.attributes, name);
  if (found == nullptr) return std::nullopt;
  const char* text = memory_->bounded.text.empty() ? page_.data() : memory_->bounded.text.data();
  PageAttribute attribute{found->value, {}};
  const GumboStringPiece& written = found->original_value;
  if (written.data == nullptr || written.length == 0) return attribute;
  attribute.source.begin = static_cast<std::size_t>(written.data - text);
  attribute.source.end = attribute.source.begin + written.length;
  const char quote = written.data[0];
  if (written.length >= 2 && (quote == '"' || quote == '\'') && written.data[written.length - 1] == quote) {
    ++attribute.source.begin;
    --attribute.source.end;
  }
  return attribute;
}

std::string_view PageTree::value(Index node, const char* name) const {
  const auto found = attribute(node, name);
  return found ? found->value : std::string_view();
}

PageTree::Index PageTree::find(Element element, Index node) const {
  for (Index i = node; i < nodes_[node].end; ++i) {
    if (nodes_[i].element == element) return i;
  }
  return size();
}

}  // namespace aloud
