#include "document/html/tables.h"

#include <algorithm>
#include <charconv>

namespace aloud {
namespace {

using Index = PageTree::Index;

// Characters beyond which a cell is a piece of a page: in a table that names its columns, and in another.
constexpr double kLongCell = 2400, kLongUnnamedCell = 250;

struct Shape {
  std::size_t rows = 0, columns = 0, named = 0, cells = 0;
  double longest = 0, text = 0;
  bool nested = false, caption = false;
};

Shape shape_of(const PageTree& tree, Index table, const std::vector<NodeWeight>& weights) {
  Shape shape;
  std::size_t columns = 0;
  for (Index node = table + 1; node < tree[table].end; ++node) {
    const Element element = tree[node].element;
    shape.nested = shape.nested || element == Element::table;
    shape.caption = shape.caption || element == Element::caption || element == Element::thead;
    if (element == Element::tr) {
      ++shape.rows;
      columns = 0;
    }
    if (element != Element::td && element != Element::th) continue;
    shape.columns = std::max(shape.columns, ++columns);
    ++shape.cells;
    shape.named += element == Element::th ? 1 : 0;
    shape.longest = std::max(shape.longest, weights[node].text);
    shape.text += weights[node].text;
  }
  return shape;
}

}  // namespace

bool is_data_table(const PageTree& tree, Index table, const std::vector<NodeWeight>& weights) {
  const std::string_view role = tree.value(table, "role");
  if (role == "presentation" || role == "none") return false;
  const Shape shape = shape_of(tree, table, weights);
  if (shape.nested || shape.rows < 2 || shape.columns < 2) return false;
  if (shape.caption || shape.named > 0) return shape.longest < kLongCell;
  return shape.longest < kLongUnnamedCell;
}

std::size_t columns_of(const PageTree& tree, Index cell) {
  constexpr std::size_t kMost = 64;
  const std::string_view written = tree.value(cell, "colspan");
  std::size_t columns = 1;
  std::from_chars(written.data(), written.data() + written.size(), columns);
  return std::clamp<std::size_t>(columns, 1, kMost);
}

}  // namespace aloud
