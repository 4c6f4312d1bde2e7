#include "language/pronunciation/heteronym_table.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "language/language_tag.h"
#include "language/spoken_form/word_list.h"
#include "util/error.h"
#include "util/table_lines.h"

namespace aloud {
namespace {

constexpr std::string_view kSibilants = "szSZ";
constexpr std::string_view kVoiceless = "ptkfTxCh";

bool is_vowel_letter(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Between the phonemes for American and for British voices.
constexpr std::string_view kBritish = "//";

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// `text` cut at each `mark` that is not inside quotation marks.
std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] == '"') quoted = !quoted;
    if (at < text.size() && (text[at] != mark || quoted)) continue;
    parts.push_back(trim(text.substr(begin, at - begin)));
    begin = at + 1;
  }
  return parts;
}

class TableReader {
 public:
  explicit TableReader(const WordClasses& classes) : classes_(classes) {}

  HeteronymTable run(std::string_view text) {
    std::string logical;  // a line with the indented ones below it
    for (const TableLine& line : table_lines(text)) {
      if (!line.indented) flush(logical);
      if (!line.indented || logical.empty()) line_ = line.number;
      logical += (logical.empty() ? "" : " ") + std::string(line.text);
    }
    flush(logical);
    return std::move(table_);
  }

 private:
  enum class Section : unsigned char { none, pattern, words };

  [[noreturn]] void fail(const std::string& message) const {
    throw Error(ErrorKind::usage, "heteronyms: line " + std::to_string(line_) + ": " + message);
  }

  void flush(std::string& line) {
    if (line.empty()) return;
    if (line.front() == '[') {
      if (line.back() != ']') fail("a section ends in \"]\"");
      open(fields_of(std::string_view(line).substr(1, line.size() - 2)));
    } else if (section_ == Section::pattern) {
      add_rule(line);
    } else if (section_ == Section::words) {
      add_word(fields_of(line));
    } else {
      fail("before the first section");
    }
    line.clear();
  }

  std::size_t pattern_index(std::string_view name) const {
    for (std::size_t i = 0; i < table_.patterns.size(); ++i) {
      if (table_.patterns[i].name == name) return i;
    }
    fail("no pattern \"" + std::string(name) + '"');
  }

  void open(const std::vector<std::string_view>& fields) {
    if (fields.size() >= 2 && fields[0] == "words") {
      section_ = Section::words;
      pattern_ = pattern_index(fields[1]);
      s_pattern_ = fields.size() > 2 ? std::optional(pattern_index(fields[2])) : std::nullopt;
    } else if (fields.size() >= 3 && fields[0] == "pattern") {
      open_pattern(fields);
    } else {
      fail("a section is [pattern NAME READING…] or [words PATTERN]");
    }
  }

  void open_pattern(const std::vector<std::string_view>& fields) {
    section_ = Section::pattern;
    HeteronymPattern pattern;
    pattern.name = fields[1];
    pattern.family = pattern.name;
    const auto colon = std::find(fields.begin(), fields.end(), ":");
    pattern.readings.assign(fields.begin() + 2, colon);
    if (colon != fields.end()) {
      if (colon + 1 == fields.end()) fail("\":\" is followed by a pattern");
      const HeteronymPattern& base = table_.patterns[pattern_index(*(colon + 1))];
      if (base.readings.size() != pattern.readings.size()) fail("has not as many readings as " + base.name);
      pattern.rules = base.rules;
      pattern.family = base.family;
    }
    table_.patterns.push_back(std::move(pattern));
  }

  void add_rule(std::string_view line) {
    HeteronymPattern& pattern = table_.patterns.back();
    const std::size_t arrow = line.find("=>");
    if (arrow == std::string_view::npos) fail("a rule is CONDITION & … => READING WEIGHT");
    const std::vector<std::string_view> result = fields_of(line.substr(arrow + 2));
    HeteronymRule rule;
    if (result.size() != 2) fail("after \"=>\" come a reading and a weight");
    const auto reading = std::find(pattern.readings.begin(), pattern.readings.end(), result[0]);
    if (reading == pattern.readings.end()) fail("no reading \"" + std::string(result[0]) + '"');
    rule.reading = static_cast<std::size_t>(reading - pattern.readings.begin());
    const char* end = result[1].data() + result[1].size();
    if (std::from_chars(result[1].data(), end, rule.weight).ptr != end) fail("a weight is a whole number");
    rule.text = trim(line.substr(0, arrow));
    if (!rule.text.empty()) {
      for (const std::string_view condition : split(rule.text, '&')) rule.conditions.push_back(read_condition(condition));
    }
    pattern.rules.push_back(std::move(rule));
  }

  HeteronymCondition read_condition(std::string_view text) const {
    HeteronymCondition condition;
    condition.negated = text.starts_with('!');
    if (condition.negated) text.remove_prefix(1);
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) fail("a condition is a place and what stands there");
    read_place(text.substr(0, space), condition);
    for (const std::string_view term : split(text.substr(space + 1), '|')) read_term(term, condition);
    return condition;
  }

  void read_place(std::string_view place, HeteronymCondition& condition) const {
    using Where = HeteronymCondition::Where;
    if (place == "<") {
      condition.where = Where::left;
    } else if (place == ">") {
      condition.where = Where::right;
    } else if (place == "near") {
      condition.where = Where::near;
    } else if (place == "0") {
      condition.where = Where::itself;
    } else if (place.size() == 2 && (place[0] == '-' || place[0] == '+') && place[1] >= '1' && place[1] <= '3') {
      condition.offset = (place[0] == '-' ? -1 : 1) * (place[1] - '0');
    } else {
      fail("no place \"" + std::string(place) + "\": use -3 to +3, <, >, near or 0");
    }
  }

  void read_term(std::string_view term, HeteronymCondition& condition) const {
    if (term.size() >= 2 && term.front() == '"' && term.back() == '"') {
      for (const std::string_view word : fields_of(term.substr(1, term.size() - 2))) condition.words.emplace_back(word);
      return;
    }
    using Form = HeteronymCondition::Form;
    if (condition.where == HeteronymCondition::Where::itself) {
      condition.form = term == "capital" ? Form::capital
                       : term == "lower" ? Form::lower
                       : term == "first" ? Form::first
                                         : Form::none;
      if (condition.form == Form::none) fail("a word itself is capital, lower or first");
      return;
    }
    const std::optional<ClassSet> one = classes_.by_name(term);
    if (!one) fail("no class \"" + std::string(term) + "\"; words stand in quotation marks");
    condition.classes |= *one;
  }

  void add_word(const std::vector<std::string_view>& fields) {
    const HeteronymPattern& pattern = table_.patterns[pattern_];
    if (fields.size() != pattern.readings.size() + 1) fail("needs phonemes for each reading of " + pattern.name);
    Heteronym heteronym{pattern_, {}, {}};
    for (auto field = fields.begin() + 1; field != fields.end(); ++field) {
      const std::size_t mark = field->find(kBritish);
      heteronym.phonemes.emplace_back(field->substr(0, mark));
      heteronym.british.emplace_back(mark == std::string_view::npos ? *field : field->substr(mark + kBritish.size()));
    }
    if (!table_.words.emplace(fields[0], heteronym).second) fail("\"" + std::string(fields[0]) + "\" stands there already");
    if (!s_pattern_) return;
    heteronym.pattern = *s_pattern_;
    for (std::string& phonemes : heteronym.phonemes) phonemes = phonemes_with_s(phonemes);
    for (std::string& phonemes : heteronym.british) phonemes = phonemes_with_s(phonemes);
    table_.words.emplace(with_s(fields[0]), heteronym);
  }

  const WordClasses& classes_;
  HeteronymTable table_;
  Section section_ = Section::none;
  std::size_t pattern_ = 0;
  std::optional<std::size_t> s_pattern_;
  std::size_t line_ = 0;
};

}  // namespace

Accent accent_of(std::string_view tag) {
  const std::string region = region_subtag(tag);
  return region.empty() || is_among("US CA PH", region) ? Accent::american : Accent::british;
}

const HeteronymPattern* HeteronymTable::pattern_named(std::string_view name) const {
  const auto found =
      std::find_if(patterns.begin(), patterns.end(), [&](const HeteronymPattern& one) { return one.name == name; });
  return found == patterns.end() ? nullptr : &*found;
}

HeteronymTable read_heteronym_table(std::string_view table, const WordClasses& classes) {
  return TableReader(classes).run(table);
}

std::string with_s(std::string_view word) {
  const bool hissing =
      word.ends_with('s') || word.ends_with('x') || word.ends_with('z') || word.ends_with("ch") || word.ends_with("sh");
  if (hissing) return std::string(word) + "es";
  if (word.size() > 1 && word.back() == 'y' && !is_vowel_letter(word[word.size() - 2])) {
    return std::string(word.substr(0, word.size() - 1)) + "ies";
  }
  return std::string(word) + 's';
}

std::string phonemes_with_s(const std::string& phonemes) {
  if (phonemes.empty() || phonemes == "-") return phonemes;
  if (kSibilants.find(phonemes.back()) != std::string_view::npos) return phonemes + "I#z";
  return phonemes + (kVoiceless.find(phonemes.back()) != std::string_view::npos ? 's' : 'z');
}

}  // namespace aloud
