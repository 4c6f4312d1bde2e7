#include "document/front_matter.h"

#include <algorithm>
#include <cctype>

#include "document/lines.h"

namespace aloud {
namespace {

// Longer than any that was ever written by hand, short enough to bound what the YAML and TOML parsers can be made to do.
constexpr std::size_t kMaxBlock = 64 * 1024;
constexpr int kMaxNesting = 32;

std::string_view line_at(std::string_view text, std::size_t begin) {
  std::string_view line = text.substr(begin, line_end(text, begin) - begin);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

bool closes(std::string_view line, std::string_view delimiter) {
  return line == delimiter || (delimiter == "---" && line == "...");
}

// The range between the delimiter lines, and the whole block.
struct Extent {
  ByteRange content;
  ByteRange block;
};

std::optional<Extent> find_block(std::string_view text, std::string_view delimiter) {
  if (line_at(text, 0) != delimiter) return std::nullopt;
  const std::size_t begin = next_line(text, 0);
  for (std::size_t at = begin; at < text.size(); at = next_line(text, at)) {
    if (closes(line_at(text, at), delimiter)) return Extent{{begin, at}, {0, next_line(text, at)}};
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

// Refuses what makes a recursive parser recurse: brackets in brackets, and "- - - -" on one line.
void check_size_and_nesting(std::string_view text, ByteRange content) {
  if (content.size() > kMaxBlock) throw FrontMatterProblem("longer than 64 KiB", content.begin);
  int brackets = 0;
  int dashes = 0;
  for (std::size_t at = content.begin; at < content.end; ++at) {
    const char c = text[at];
    if (c == '[' || c == '{') ++brackets;
    if ((c == ']' || c == '}') && brackets > 0) --brackets;
    if (c == '\n' || c == '\r') dashes = 0;
    if ((c == '-' || c == '?' || c == ':') && at + 1 < content.end && is_blank(text[at + 1])) ++dashes;
    if (brackets > kMaxNesting || dashes > kMaxNesting) throw FrontMatterProblem("nested too deep", at);
  }
}

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) all += (all.empty() ? "" : ", ") + value;
  return all;
}

std::optional<std::string> FrontMatter::*field_of(std::string_view key) {
  if (key == "title") return &FrontMatter::title;
  if (key == "author" || key == "authors") return &FrontMatter::author;
  if (key == "date") return &FrontMatter::date;
  if (key == "lang" || key == "language") return &FrontMatter::language;
  if (key == "voice") return &FrontMatter::voice;
  if (key == "slug") return &FrontMatter::slug;
  if (key == "tts") return &FrontMatter::tts;
  if (key == "draft") return &FrontMatter::draft;
  if (key == "published") return &FrontMatter::published;
  return nullptr;
}

void take(const FrontMatterEntry& entry, std::string_view text, FrontMatterReading& reading) {
  if (entry.key == "lexicon" || entry.key == "lexicons") {
    reading.fields.lexicons.insert(reading.fields.lexicons.end(), entry.values.begin(), entry.values.end());
    return;
  }
  const auto field = field_of(entry.key);
  if (field == nullptr) {
    reading.fields.unknown_keys.push_back(entry.key);
    return;
  }
  const std::string value = joined(entry.values);
  const ByteRange used = trim(value, {0, value.size()});
  if (used.empty() || (reading.fields.*field).has_value()) return;  // the first of "lang" and "language" counts
  reading.fields.*field = value.substr(used.begin, used.size());
  if (entry.key == "title") reading.title = align_words(*reading.fields.title, text, entry.raw);
}

FrontMatterReading read_block(std::string_view text, const Extent& extent, FrontMatter::Syntax syntax) {
  FrontMatterReading reading;
  reading.fields.syntax = syntax;
  reading.fields.source = extent.block;
  try {
    check_size_and_nesting(text, extent.content);
    const bool yaml = syntax == FrontMatter::Syntax::yaml;
    const auto entries = yaml ? parse_yaml_front_matter(text, extent.content) : parse_toml_front_matter(text, extent.content);
    for (const FrontMatterEntry& entry : entries) take(entry, text, reading);
  } catch (const FrontMatterProblem& problem) {
    const auto before = text.substr(0, std::min(problem.offset, text.size()));
    const std::string line = std::to_string(find_line_begins(before).size() + (before.ends_with('\n') ? 1 : 0));
    const std::size_t end = std::max(problem.offset, std::min(line_end(text, problem.offset), extent.block.end));
    reading.findings.push_back(
        {"front-matter", {problem.offset, end}, "line " + line + ": " + problem.what() + "; the front matter was left out"});
  }
  return reading;
}

// A block that was begun and not ended, so that it is read as text: its first line sets a key that aloud knows.
std::optional<FrontMatterReading> read_unclosed(std::string_view text, std::string_view delimiter, char separator) {
  if (line_at(text, 0) != delimiter) return std::nullopt;
  const std::size_t begin = next_line(text, 0);
  const std::string_view line = line_at(text, begin);
  std::string_view key = line.substr(0, line.find(separator));
  if (key.size() == line.size()) return std::nullopt;
  while (!key.empty() && is_blank(key.back())) key.remove_suffix(1);
  if (field_of(key) == nullptr && key != "lexicon" && key != "lexicons") return std::nullopt;
  FrontMatterReading reading;
  const std::string closing(delimiter);
  reading.findings.push_back({"front-matter",
                              {0, line_end(text, 0)},
                              "line 1: no line \"" + closing + "\" closes the front matter; read as part of the text"});
  return reading;
}

}  // namespace

std::optional<FrontMatterReading> read_front_matter(std::string_view text) {
  if (const auto toml = find_block(text, "+++")) return read_block(text, *toml, FrontMatter::Syntax::toml);
  if (auto unclosed = read_unclosed(text, "+++", '=')) return unclosed;
  const auto yaml = find_block(text, "---");
  if (!yaml) return read_unclosed(text, "---", ':');
  if (!starts_like_yaml(text, yaml->content)) return std::nullopt;
  return read_block(text, *yaml, FrontMatter::Syntax::yaml);
}

AlignedText align_words(const std::string& value, std::string_view text, ByteRange raw) {
  constexpr std::string_view kSpace = " \t\r\n";
  AlignedText aligned;
  std::size_t from = raw.begin;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = std::min(value.find_first_not_of(kSpace, at), value.size());
    const std::size_t end = std::min(value.find_first_of(kSpace, begin), value.size());
    const std::string word = value.substr(begin, end - begin);
    const std::size_t found = text.substr(0, raw.end).find(word, from);
    if (found == std::string_view::npos) {
      AlignedText whole;
      whole.append(value, raw, Mapping::whole);
      return whole;
    }
    if (begin > at) {
      const bool same = text.substr(from, found - from) == value.substr(at, begin - at);
      aligned.append(value.substr(at, begin - at), {from, found}, same ? Mapping::linear : Mapping::whole);
    }
    aligned.append_linear(word, found);
    from = found + word.size();
    at = end;
  }
  return aligned;
}

}  // namespace aloud
