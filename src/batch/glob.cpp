#include "batch/glob.h"

#include <fnmatch.h>

#include <algorithm>
#include <vector>

namespace aloud {
namespace {

std::vector<std::string> segments_of(const std::string& path) {
  std::vector<std::string> segments;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string segment = path.substr(begin, end - begin);
    const bool doubled = segment == "**" && !segments.empty() && segments.back() == "**";
    if (segment != "." && !doubled && !(segment.empty() && begin > 0)) segments.push_back(segment);
    begin = end + 1;
  }
  return segments;
}

}  // namespace

bool has_wildcard(std::string_view text) { return text.find_first_of("*?[") != std::string_view::npos; }

// Goes through both at once, and comes back to the last "**" when it is stuck: at most pattern times path steps.
bool glob_matches(const std::string& pattern, const std::string& path) {
  const std::vector<std::string> wanted = segments_of(pattern);
  const std::vector<std::string> given = segments_of(path);
  std::size_t at = 0, in = 0;
  std::size_t star = std::string::npos, star_at = 0;
  while (in < given.size()) {
    if (at < wanted.size() && wanted[at] == "**") {
      star = at++;
      star_at = in;
    } else if (at < wanted.size() && ::fnmatch(wanted[at].c_str(), given[in].c_str(), 0) == 0) {
      ++at;
      ++in;
    } else if (star != std::string::npos) {
      at = star + 1;
      in = ++star_at;
    } else {
      return false;
    }
  }
  while (at < wanted.size() && wanted[at] == "**") ++at;
  return at == wanted.size();
}

std::string fixed_part(const std::string& pattern) {
  const std::size_t wild = pattern.find_first_of("*?[");
  const std::size_t slash = pattern.substr(0, wild).rfind('/');
  if (slash == std::string::npos) return {};
  return slash == 0 ? "/" : pattern.substr(0, slash);
}

}  // namespace aloud
