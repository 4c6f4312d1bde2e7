#include "batch/depfile.h"

#include <algorithm>

#include "util/error.h"

namespace aloud {
namespace {

// Characters with a meaning to Make that it has no escape for, or none that Ninja knows: a line end; ";", behind which a recipe
// begins; "=", which makes variables; "|" and "&". A name with one of them could be a command.
bool can_be_told(const std::string& path) {
  constexpr std::string_view kMeaningful = ";=|&";
  return std::none_of(path.begin(), path.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F || kMeaningful.find(c) != std::string_view::npos;
  });
}

std::string escaped(const std::string& path) {
  if (!can_be_told(path))
    throw Error(ErrorKind::usage, "Make cannot be told of this name in a --depfile: rename it, or --exclude it", {path, 0, 0});
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

// Before a colon it would begin a rule for a pattern, and only Make knows how to escape it.
bool has_percent(const std::string& path) { return path.find('%') != std::string::npos; }

}  // namespace

std::string depfile_text(const std::string& target, const std::vector<std::string>& inputs) {
  if (has_percent(target))
    throw Error(ErrorKind::usage, "Make cannot be told of a manifest with \"%\" in its path: choose another -o",
                {target, 0, 0});
  std::string rule = escaped(target) + ':';
  std::string empty_rules;
  for (const std::string& input : inputs) {
    const std::string name = escaped(input);
    rule += " \\\n  " + name;
    if (!has_percent(input)) empty_rules += '\n' + name + ":\n";
  }
  return rule + '\n' + empty_rules;
}

}  // namespace aloud
