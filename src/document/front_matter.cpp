#include "document/front_matter.h"

#include <algorithm>
#include <set>

#include "document/front_matter_block.h"
#include "document/lines.h"

namespace aloud {
namespace {

// Longer than any that was ever written by hand, short enough to bound what the YAML and TOML parsers can be made to do.
constexpr std::size_t kMaxBlock = 64 * 1024;
constexpr int kMaxNesting = 32;

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

using Field = std::optional<std::string> FrontMatter::*;

/// The keys of front matter that aloud knows, in lower case.
constexpr std::pair<std::string_view, Field> kFields[] = {
    {"title", &FrontMatter::title},
    {"author", &FrontMatter::author},
    {"authors", &FrontMatter::author},
    {"date", &FrontMatter::date},
    {"publishdate", &FrontMatter::publish_date},
    {"publish_date", &FrontMatter::publish_date},
    {"lang", &FrontMatter::language},
    {"language", &FrontMatter::language},
    {"voice", &FrontMatter::voice},
    {"slug", &FrontMatter::slug},
    {"tts", &FrontMatter::tts},
    {"draft", &FrontMatter::draft},
    {"published", &FrontMatter::published},
};

Field field_of(std::string_view key) {
  const auto* const known =
      std::find_if(std::begin(kFields), std::end(kFields), [&](const auto& field) { return field.first == key; });
  return known == std::end(kFields) ? nullptr : known->second;
}

bool names_lexicons(std::string_view key) { return key == "lexicon" || key == "lexicons"; }

/// What keeps an article from being published: there, an empty value is no answer.
bool withholds(Field field) {
  return field == &FrontMatter::tts || field == &FrontMatter::draft || field == &FrontMatter::published;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

void take(const FrontMatterEntry& entry, std::string_view text, FrontMatterReading& reading) {
  const std::string key = lower_case(entry.key);
  if (names_lexicons(key)) {
    reading.fields.lexicons.insert(reading.fields.lexicons.end(), entry.values.begin(), entry.values.end());
    return;
  }
  const Field field = field_of(key);
  if (field == nullptr) {
    reading.fields.unknown_keys.push_back(entry.key);
    return;
  }
  const std::string value = joined(entry.values);
  const ByteRange used = trim(value, {0, value.size()});
  if (used.empty() && !withholds(field)) return;
  if ((reading.fields.*field).has_value()) return;  // the first of "lang" and "language" counts
  reading.fields.*field = value.substr(used.begin, used.size());
  if (field == &FrontMatter::title) reading.title = align_words(*reading.fields.title, text, entry.raw);
}

// "Draft" and "draft" are the same key, and nobody knows which of two values was meant.
void refuse_repeated_keys(const std::vector<FrontMatterEntry>& entries) {
  std::set<std::string> seen;
  for (const FrontMatterEntry& entry : entries) {
    if (!seen.insert(lower_case(entry.key)).second)
      throw FrontMatterProblem("\"" + entry.key + "\" is set twice", entry.raw.begin);
  }
}

std::vector<FrontMatterEntry> parse(std::string_view text, const FrontMatterBlock& block) {
  if (block.syntax == FrontMatter::Syntax::json) return parse_json_front_matter(text, block.content);
  if (block.syntax == FrontMatter::Syntax::lines) return parse_header_lines(text, block.content);
  if (block.syntax == FrontMatter::Syntax::toml) return parse_toml_front_matter(text, block.content);
  return parse_yaml_front_matter(text, block.content);
}

std::size_t line_number(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, std::min(offset, text.size()));
  return find_line_begins(before).size() + (before.ends_with('\n') ? 1 : 0);
}

FrontMatterReading read_block(std::string_view text, const FrontMatterBlock& block) {
  FrontMatterReading reading;
  reading.fields.syntax = block.syntax;
  reading.fields.source = block.whole;
  try {
    check_size_and_nesting(text, block.content);
    const std::vector<FrontMatterEntry> entries = parse(text, block);
    refuse_repeated_keys(entries);
    for (const FrontMatterEntry& entry : entries) take(entry, text, reading);
  } catch (const FrontMatterProblem& problem) {
    const std::size_t end = std::max(problem.offset, std::min(line_end(text, problem.offset), block.whole.end));
    reading.findings.push_back({kFrontMatterFinding,
                                {problem.offset, end},
                                "line " + std::to_string(line_number(text, problem.offset)) + ": " + problem.what() +
                                    "; the front matter was left out"});
  }
  return reading;
}

// A text that begins as front matter does, is none, and so is read as text. If a key that aloud knows opens it, or one that
// keeps an article from being published stands anywhere in it, its author thinks otherwise.
std::optional<FrontMatterReading> read_unclosed(std::string_view text) {
  const std::string delimiter(unclosed_delimiter(text));
  if (delimiter.empty()) return std::nullopt;
  bool opens = true;
  const std::size_t end = std::min(text.size(), kMaxBlock);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  for (std::size_t at = delimiter == "}" ? first : next_line(text, first); at < end; at = next_line(text, at)) {
    const std::string key = lower_case(key_of_line(text.substr(at, line_end(text, at) - at)));
    const Field field = field_of(key);
    if ((opens && (field != nullptr || names_lexicons(key))) || (field != nullptr && withholds(field))) {
      FrontMatterReading reading;
      reading.findings.push_back({kFrontMatterFinding,
                                  {first, line_end(text, first)},
                                  "line " + std::to_string(line_number(text, first)) + ": no line \"" + delimiter +
                                      "\" closes the front matter; read as part of the text"});
      return reading;
    }
    opens = false;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FrontMatterReading> read_front_matter(std::string_view text) {
  if (const auto block = find_front_matter(text)) return read_block(text, *block);
  return read_unclosed(text);
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
