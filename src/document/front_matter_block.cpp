#include "document/front_matter_block.h"

#include <algorithm>
#include <cctype>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

std::string_view line_at(std::string_view text, std::size_t begin) {
  std::string_view line = text.substr(begin, line_end(text, begin) - begin);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

std::size_t first_written_line(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && line_at(text, at).empty()) at = next_line(text, at);
  return at;
}

bool closes(std::string_view line, std::string_view delimiter) {
  return line == delimiter || (delimiter == "---" && line == "...");
}

std::optional<FrontMatterBlock> find_delimited(std::string_view text, std::string_view delimiter, FrontMatter::Syntax syntax) {
  const std::size_t first = first_written_line(text);
  if (line_at(text, first) != delimiter) return std::nullopt;
  const std::size_t begin = next_line(text, first);
  for (std::size_t at = begin; at < text.size(); at = next_line(text, at)) {
    if (closes(line_at(text, at), delimiter)) return FrontMatterBlock{syntax, {begin, at}, {0, next_line(text, at)}};
  }
  return std::nullopt;
}

bool is_key_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.'; }

// "key:", "key: value", a quoted key, or a comment: what YAML front matter starts with and a thematic break hardly does.
bool starts_like_yaml(std::string_view text, ByteRange content) {
  const ByteRange used = trim(text, content);
  if (used.empty()) return true;
  std::string_view line = text.substr(used.begin, line_end(text, used.begin) - used.begin);
  if (line.front() == '#') return line.size() == 1 || line[1] != '#';
  const bool quoted = line.front() == '"' || line.front() == '\'';
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (colon + 1 < line.size() && !is_blank(line[colon + 1])) return false;
  const std::string_view key = line.substr(0, colon);
  return quoted || std::all_of(key.begin(), key.end(), [](char c) { return is_key_character(c) || c == ' '; });
}

// "{" and a quoted key: what no article in Markdown begins with, and no template's "{{" or "{%" either.
bool starts_like_json(std::string_view text, std::size_t begin) {
  if (begin >= text.size() || text[begin] != '{') return false;
  const std::size_t key = text.find_first_not_of(" \t\r\n", begin + 1);
  return key != std::string_view::npos && text[key] == '"';
}

// Behind the bracket that closes the one at `begin`. A string that its line does not close ends there, so that one forgotten
// quote does not hide the rest.
std::optional<std::size_t> end_of_object(std::string_view text, std::size_t begin) {
  bool in_string = false;
  std::size_t depth = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string && c == '\\') {
      ++at;
    } else if (c == '"' || is_line_end(c)) {
      in_string = c == '"' && !in_string;
    } else if (!in_string && (c == '{' || c == '[')) {
      ++depth;
    } else if (!in_string && (c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return std::nullopt;
}

std::optional<FrontMatterBlock> find_json(std::string_view text) {
  const std::size_t begin = first_written_line(text);
  if (!starts_like_json(text, begin)) return std::nullopt;
  const auto end = end_of_object(text, begin);
  if (!end || !trim(text, {*end, line_end(text, *end)}).empty()) return std::nullopt;
  return FrontMatterBlock{FrontMatter::Syntax::json, {begin, *end}, {0, next_line(text, *end)}};
}

// Behind the colon of "Key: value" or "Key:"; 0 for other lines.
std::size_t header_value(std::string_view line) {
  constexpr std::size_t kLongestKey = 32;
  const std::size_t colon = line.substr(0, kLongestKey).find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_ascii_letter(line[0])) return 0;
  if (colon + 1 < line.size() && !is_blank(line[colon + 1])) return 0;
  const std::string_view key = line.substr(0, colon);
  return std::all_of(key.begin(), key.end(), [](char c) { return is_key_character(c) || c == ' '; }) ? colon + 1 : 0;
}

// Lines "Key: value", some of them going on indented, with a title among them, a blank line behind and text after that.
std::optional<FrontMatterBlock> find_header_lines(std::string_view text) {
  const std::size_t begin = first_written_line(text);
  bool title = false;
  std::size_t at = begin;
  for (; at < text.size() && !line_at(text, at).empty(); at = next_line(text, at)) {
    const std::string_view line = line_at(text, at);
    if (is_blank(line[0]) && at > begin) continue;
    const std::size_t value = header_value(line);
    if (value == 0) return std::nullopt;
    title = title || (value < line.size() && ascii_lower(line.substr(0, value)) == "title:");
  }
  if (!title || trim(text, {at, text.size()}).empty()) return std::nullopt;
  return FrontMatterBlock{FrontMatter::Syntax::lines, {begin, at}, {0, at}};
}

// Hexo's: "title: …" and other lines of YAML that open the article, closed by "---" alone. One line with another key is a
// heading that is underlined.
std::optional<FrontMatterBlock> find_without_opening(std::string_view text) {
  const std::size_t begin = first_written_line(text);
  bool title = false;
  for (std::size_t at = begin; at < text.size(); at = next_line(text, at)) {
    const std::string_view line = line_at(text, at);
    if (line == "---") {
      if (!title || trim(text, {at + line.size(), text.size()}).empty()) return std::nullopt;
      return FrontMatterBlock{FrontMatter::Syntax::yaml, {begin, at}, {0, next_line(text, at)}};
    }
    if (line.empty()) return std::nullopt;
    const bool goes_on = at > begin && (is_blank(line[0]) || line.starts_with("- ") || line.starts_with('#'));
    if (!goes_on && header_value(line) == 0) return std::nullopt;
    title = title || line.starts_with("title:");
  }
  return std::nullopt;
}

}  // namespace

std::optional<FrontMatterBlock> find_front_matter(std::string_view text) {
  if (const auto toml = find_delimited(text, "+++", FrontMatter::Syntax::toml)) return toml;
  if (const auto json = find_json(text)) return json;
  const auto yaml = find_delimited(text, "---", FrontMatter::Syntax::yaml);
  if (yaml && starts_like_yaml(text, yaml->content)) return yaml;
  const auto unopened = find_without_opening(text);
  return unopened ? unopened : find_header_lines(text);
}

std::string_view unclosed_delimiter(std::string_view text) {
  const std::size_t first = first_written_line(text);
  const std::string_view line = line_at(text, first);
  if (line.starts_with("---")) return "---";
  if (line.starts_with("+++")) return "+++";
  return line.starts_with('{') ? "}" : "";
}

std::string_view key_of_line(std::string_view line) {
  const std::size_t separator = line.find_first_of(":=");
  if (separator == std::string_view::npos) return {};
  const std::string_view before = line.substr(0, separator);
  const auto end = std::find_if(before.rbegin(), before.rend(), is_key_character).base();
  const auto begin = std::find_if_not(std::make_reverse_iterator(end), before.rend(), is_key_character).base();
  return before.substr(static_cast<std::size_t>(begin - before.begin()), static_cast<std::size_t>(end - begin));
}

}  // namespace aloud
