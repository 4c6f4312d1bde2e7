#include "util/suggest.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace aloud {
namespace {

// Nobody mistypes a name of this length for a known one; the bound keeps hostile input cheap.
constexpr std::size_t kLongestName = 100;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return lower;
}

// Two edits make any short word out of another ("body", "code"), so short words get one.
std::size_t tolerance(std::string_view written) {
  return written.size() <= 4 ? 1 : std::max<std::size_t>(2, written.size() / 3);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the table are enough: a swap looks back two.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({substituted, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::optional<std::string> nearest_name(std::string_view written, const std::vector<std::string>& names) {
  if (written.empty() || written.size() > kLongestName) return std::nullopt;
  const std::string wanted = lower_case(written);
  const std::string* nearest = nullptr;
  std::size_t least = tolerance(written) + 1;
  for (const std::string& name : names) {
    if (name.size() > wanted.size() + least || wanted.size() > name.size() + least) continue;
    const std::size_t distance = edit_distance(wanted, lower_case(name));
    if (distance >= least || distance >= std::max(wanted.size(), name.size())) continue;
    nearest = &name;
    least = distance;
  }
  return nearest == nullptr ? std::nullopt : std::optional(*nearest);
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& names) {
  const std::optional<std::string> name = nearest_name(written, names);
  return name ? " (did you mean \"" + *name + "\"?)" : "";
}

}  // namespace aloud
