#include <nlohmann/json.hpp>

#include "document/front_matter.h"
#include "util/json_scan.h"

namespace aloud {
namespace {

using Json = nlohmann::json;

// As for YAML and TOML: what is no text is told as it is written.
std::vector<std::string> values_of(const Json& json) {
  if (json.is_string()) return {json.get<std::string>()};
  if (json.is_boolean() || json.is_number()) return {json.dump()};
  std::vector<std::string> values;
  if (!json.is_array()) return values;
  for (const Json& item : json) {
    if (item.is_string()) values.push_back(item.get<std::string>());
    if (item.is_object() && item.contains("name") && item["name"].is_string())
      values.push_back(item["name"].get<std::string>());
  }
  return values;
}

}  // namespace

std::vector<FrontMatterEntry> parse_json_front_matter(std::string_view text, ByteRange content) {
  const auto parse = [&](ByteRange range) { return Json::parse(text.substr(range.begin, range.size())); };
  try {
    (void)parse(content);
    std::vector<FrontMatterEntry> entries;
    JsonParts members(text, content);
    while (const auto member = members.next())
      entries.push_back({parse(member->key).get<std::string>(), values_of(parse(member->value)), member->value});
    return entries;
  } catch (const Json::parse_error& error) {
    throw FrontMatterProblem("not valid JSON", content.begin + std::min<std::size_t>(error.byte, content.size()));
  } catch (const Json::out_of_range&) {  // the parser's way to say that a number is too large for it; it tells no place
    throw FrontMatterProblem("a number too large for JSON", content.begin);
  }
}

}  // namespace aloud
