#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <memory>

#include "document/front_matter.h"
#include "document/lines.h"

namespace aloud {
namespace {

// yaml-cpp counts bytes of UTF-8, and takes CR LF for one of them.
class Positions {
 public:
  Positions(std::string_view text, ByteRange content)
      : content_(content), begins_(find_line_begins(text.substr(content.begin, content.size()))) {}

  std::size_t offset_of(const YAML::Mark& mark) const {
    if (mark.is_null() || mark.line < 0) return content_.begin;
    const auto line = static_cast<std::size_t>(mark.line);
    const std::size_t at = line < begins_.size() ? content_.begin + begins_[line] : content_.end;
    return std::min(at + static_cast<std::size_t>(std::max(mark.column, 0)), content_.end);
  }

 private:
  ByteRange content_;
  std::vector<std::size_t> begins_;
};

// A name out of {name: …, url: …}, as some site generators write authors.
std::vector<std::string> values_of(const YAML::Node& node) {
  if (node.IsScalar()) return {node.Scalar()};
  std::vector<std::string> values;
  if (!node.IsSequence()) return values;
  for (const YAML::Node& item : node) {
    if (item.IsScalar()) values.push_back(item.Scalar());
    if (!item.IsMap()) continue;
    const YAML::Node name = item["name"];
    if (name.IsDefined() && name.IsScalar()) values.push_back(name.Scalar());
  }
  return values;
}

// yaml-cpp ends a quoted text that nobody closed with the block, whatever keys it swallows: a key behind the block is then no
// key either.
bool swallows_what_follows(const std::string& yaml) {
  if (yaml.find_first_of("\"'") == std::string::npos) return false;
  constexpr const char* kBehind = "aloud-behind-the-block";
  try {
    const YAML::Node root = YAML::Load(yaml + kBehind + ": 1\n");
    return root.IsMap() && !root[kBehind].IsDefined();
  } catch (const YAML::Exception&) {
    return false;  // a mapping in braces, which nothing may follow
  }
}

}  // namespace

std::vector<FrontMatterEntry> parse_yaml_front_matter(std::string_view text, ByteRange content) {
  const Positions positions(text, content);
  try {
    // One kind of line end, so that lines are counted alike; columns stay what they are.
    std::string yaml;
    for (std::size_t at = content.begin; at < content.end; at = next_line(text, at)) {
      yaml.append(text.substr(at, line_end(text, at) - at)).append("\n");
    }
    const YAML::Node root = YAML::Load(yaml);
    if (root.IsNull()) return {};
    if (!root.IsMap()) throw FrontMatterProblem("not a list of \"key: value\" lines", content.begin);
    if (swallows_what_follows(yaml)) throw FrontMatterProblem("a quotation mark is not closed", content.begin);
    std::vector<FrontMatterEntry> entries;
    for (const auto& pair : root) {
      const std::size_t key_begin = positions.offset_of(pair.first.Mark());
      if (!entries.empty()) entries.back().raw = trim(text, {entries.back().raw.begin, key_begin});
      if (pair.first.IsScalar() && pair.first.Scalar() == "<<")
        throw FrontMatterProblem("merged keys (<<) are not understood", key_begin);
      FrontMatterEntry entry{pair.first.IsScalar() ? pair.first.Scalar() : "?", values_of(pair.second), {}};
      entry.raw = trim(text, {positions.offset_of(pair.second.Mark()), content.end});
      entries.push_back(std::move(entry));
    }
    return entries;
  } catch (const YAML::Exception& error) {
    throw FrontMatterProblem("not valid YAML: " + error.msg, positions.offset_of(error.mark));
  }
}

}  // namespace aloud
