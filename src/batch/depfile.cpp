#include "batch/depfile.h"

#include <optional>

namespace aloud {
namespace {

std::optional<std::string> escaped(const std::string& path) {
  if (path.find_first_of("\n\r") != std::string::npos) return std::nullopt;
  std::string out;
  std::size_t backslashes = 0;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == '\t' || c == ':') out += std::string(backslashes + 1, '\\');
    if (c == '$') out += '$';
    out += c;
    backslashes = c == '\\' ? backslashes + 1 : 0;
  }
  return out;
}

}  // namespace

std::string depfile_text(const std::string& target, const std::vector<std::string>& inputs) {
  const std::optional<std::string> goal = escaped(target);
  if (!goal) return {};
  std::string rule = *goal + ':';
  std::string empty_rules;
  for (const std::string& input : inputs) {
    const std::optional<std::string> name = escaped(input);
    if (!name) continue;
    rule += " \\\n  " + *name;
    empty_rules += '\n' + *name + ":\n";
  }
  return rule + '\n' + empty_rules;
}

}  // namespace aloud
