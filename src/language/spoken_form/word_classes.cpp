#include "language/spoken_form/word_classes.h"

#include <algorithm>

#include "util/ascii.h"
#include "util/error.h"
#include "util/table_lines.h"

namespace aloud {
namespace {

constexpr std::size_t kMostClasses = 64;
constexpr std::size_t kShortestStem = 3;

}  // namespace

WordClasses::WordClasses(std::string_view table) {
  for (const char* name : {"edge", "comma", "hyphen"}) class_named(name);
  name_ = class_named("name");
  plural_ = class_named("plural");
  unknown_ = class_named("word");
  number_ = class_named("num");
  possessive_ = class_named("poss");
  ClassSet section = 0;
  for (const TableLine& line : table_lines(table)) {
    if (line.text.front() == '[' && line.text.back() == ']') {
      section = class_named(std::string(line.text.substr(1, line.text.size() - 2)));
      continue;
    }
    for (const std::string_view word : fields_of(line.text)) {
      if (section == 0) throw Error(ErrorKind::usage, "word classes: line " + std::to_string(line.number) + ": no section");
      if (word.front() == '*') {
        endings_.emplace_back(word.substr(1), section);
      } else {
        words_[std::string(word)] |= section;
      }
    }
  }
}

ClassSet WordClasses::class_named(const std::string& name) {
  auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) {
    if (names_.size() == kMostClasses) throw Error(ErrorKind::usage, "word classes: more than 64 classes");
    found = names_.insert(names_.end(), name);
  }
  return ClassSet{1} << static_cast<std::size_t>(found - names_.begin());
}

std::optional<ClassSet> WordClasses::by_name(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return ClassSet{1} << static_cast<std::size_t>(found - names_.begin());
}

ClassSet WordClasses::of(std::string_view word, bool name) const {
  const auto found = words_.find(std::string(word));
  if (found != words_.end()) return found->second;
  if (word.ends_with("'s") || word.ends_with("s'")) return possessive_;
  return name ? name_ | (of_unlisted(word) & plural_) : of_unlisted(word);
}

ClassSet WordClasses::of_unlisted(std::string_view word) const {
  if (!word.empty() && is_ascii_digit(word.front())) return number_;
  for (const auto& [ending, kind] : endings_) {
    if (word.size() >= ending.size() + kShortestStem && word.ends_with(ending)) return kind;
  }
  const bool plural = word.size() > kShortestStem && word.back() == 's' && !word.ends_with("ss") && !word.ends_with("us") &&
                      !word.ends_with("is");
  return plural ? plural_ : unknown_;
}

}  // namespace aloud
