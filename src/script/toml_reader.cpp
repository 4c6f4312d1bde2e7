#include "script/toml_reader.h"

#include <algorithm>
#include <cstdint>
#include <locale>
#include <sstream>

#include "language/language_tag.h"
#include "util/error.h"
#include "util/suggest.h"
#include "util/toml_nesting.h"

namespace aloud {
namespace {

const char* name_of(toml::node_type type) {
  switch (type) {
    case toml::node_type::none:
      return "nothing";
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a fraction";
    case toml::node_type::boolean:
      return "a boolean";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
      return "a date or time";
  }
  return "something else";
}

}  // namespace

std::vector<TomlReader::Entry> TomlReader::entries_of(const toml::table& table) {
  std::vector<Entry> entries;
  for (auto&& [key, node] : table) entries.emplace_back(&key, &node);
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    const toml::source_position first = a.first->source().begin;
    const toml::source_position second = b.first->source().begin;
    return std::pair(first.line, first.column) < std::pair(second.line, second.column);
  });
  return entries;
}

void TomlReader::fail(const toml::source_region& at, const std::string& message) const {
  throw Error(ErrorKind::profile, message, {path_, at.begin.line, at.begin.column});
}

void TomlReader::wrong_type(const toml::key& key, const toml::node& node, const std::string& wanted) const {
  fail(node.source(), in_quotes(key.str()) + " must be " + wanted + ", not " + name_of(node.type()));
}

void TomlReader::unknown_key(const toml::key& key, const std::string& table, const std::vector<std::string>& known) const {
  const std::string where = table.empty() ? "" : " in [" + table + "]";
  fail(key.source(), "unknown key " + in_quotes(key.str()) + where + did_you_mean(key.str(), known));
}

const toml::table& TomlReader::table_at(const toml::key& key, const toml::node& node) const {
  if (node.as_table() == nullptr) wrong_type(key, node, "a table");
  return *node.as_table();
}

std::string TomlReader::text_at(const toml::key& key, const toml::node& node) const {
  const auto text = node.value_exact<std::string>();
  if (!text) wrong_type(key, node, "a string");
  return *text;
}

std::string TomlReader::language_at(const toml::key& key, const toml::node& node) const {
  return language_of(text_at(key, node), node.source());
}

std::string TomlReader::language_of(std::string_view tag, const toml::source_region& at) const {
  if (!is_language_tag(tag)) fail(at, in_quotes(tag) + " is not a language tag such as \"en\" or \"de-AT\"");
  return normal_language_tag(tag);
}

std::string TomlReader::scalar_at(const toml::key& key, const toml::node& node) const {
  if (const auto text = node.value_exact<std::string>()) return *text;
  if (!node.is_number()) wrong_type(key, node, "a string or a number");
  std::ostringstream number;
  number.imbue(std::locale::classic());
  if (const auto whole = node.value_exact<std::int64_t>()) {
    number << *whole;
  } else {
    number << node.value<double>().value_or(0);
  }
  return number.str();
}

toml::table parse_toml(std::string_view toml, const std::string& path) {
  if (const auto deep = deep_toml_nesting(toml)) {
    const auto line =
        static_cast<std::size_t>(std::count(toml.begin(), toml.begin() + static_cast<std::ptrdiff_t>(*deep), '\n'));
    throw Error(ErrorKind::profile, "nested too deep", {path, line + 1, 0});
  }
  try {
    return toml::parse(toml, path);
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    throw Error(ErrorKind::profile, std::string(error.description()), {path, at.line, at.column});
  }
}

}  // namespace aloud
