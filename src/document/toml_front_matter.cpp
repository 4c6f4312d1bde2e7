#include <toml++/toml.h>

#include <algorithm>

#include "document/front_matter.h"
#include "document/lines.h"
#include "util/toml_nesting.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// toml++ counts lines (by LF) and characters, both from 1.
class Positions {
 public:
  explicit Positions(std::string_view toml) : toml_(toml), begins_{0} {
    for (std::size_t at = toml.find('\n'); at != std::string_view::npos; at = toml.find('\n', at + 1))
      begins_.push_back(at + 1);
  }

  std::size_t offset_of(const toml::source_position& position) const {
    const std::size_t line = std::max<std::size_t>(position.line, 1) - 1;
    const std::size_t at = line < begins_.size() ? begins_[line] : toml_.size();
    if (position.column == 0) return at;
    return at + offset_of_code_point(toml_.substr(at), position.column - 1);
  }

  ByteRange region_of(const toml::source_region& region) const {
    const std::size_t begin = offset_of(region.begin);
    return trim(toml_, {begin, std::max(begin, offset_of(region.end))});
  }

  std::string_view text() const { return toml_; }

 private:
  std::string_view toml_;
  std::vector<std::size_t> begins_;
};

std::vector<std::string> values_of(const Positions& positions, const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return {*text};
  std::vector<std::string> values;
  if (const toml::array* list = node.as_array()) {
    for (const toml::node& item : *list) {
      if (const auto text = item.value_exact<std::string>()) values.push_back(*text);
      const toml::table* table = item.as_table();
      if (table == nullptr) continue;
      if (const auto name = (*table)["name"].value_exact<std::string>()) values.push_back(*name);
    }
    return values;
  }
  if (node.is_table()) return values;
  const ByteRange written = positions.region_of(node.source());  // dates, numbers: as written
  return {std::string(positions.text().substr(written.begin, written.size()))};
}

}  // namespace

std::vector<FrontMatterEntry> parse_toml_front_matter(std::string_view text, ByteRange content) {
  const std::string_view toml = text.substr(content.begin, content.size());
  if (const auto deep = deep_toml_nesting(toml)) throw FrontMatterProblem("nested too deep", content.begin + *deep);
  const Positions positions(toml);
  try {
    const toml::table root = toml::parse(toml);
    std::vector<FrontMatterEntry> entries;
    for (const auto& [key, node] : root) {
      ByteRange raw = positions.region_of(node.source());
      raw = {raw.begin + content.begin, raw.end + content.begin};
      entries.push_back({std::string(key.str()), values_of(positions, node), raw});
    }
    // toml++ sorts by key; people expect the order that they wrote.
    std::stable_sort(entries.begin(), entries.end(), [](const FrontMatterEntry& left, const FrontMatterEntry& right) {
      return left.raw.begin < right.raw.begin;
    });
    return entries;
  } catch (const toml::parse_error& error) {
    throw FrontMatterProblem("not valid TOML: " + std::string(error.description()),
                             content.begin + positions.offset_of(error.source().begin));
  }
}

}  // namespace aloud
