#include "document/pause_length.h"

#include <algorithm>
#include <cmath>

#include "document/document.h"
#include "util/ascii.h"

namespace aloud {

std::optional<int> pause_length(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  double number = 0;
  double unit = 1;  // of the next digit, once there is a point
  std::size_t digits = 0;
  bool point = false;
  for (; !text.empty() && (is_ascii_digit(text.front()) || (text.front() == '.' && !point)); text.remove_prefix(1)) {
    if (text.front() == '.') {
      point = true;
      continue;
    }
    if (++digits > kMostDigits) return std::nullopt;
    if (point) unit /= 10;
    number = point ? number + (text.front() - '0') * unit : number * 10 + (text.front() - '0');
  }
  const bool seconds = text == "s";
  if (digits == 0 || !(seconds || text == "ms" || text.empty())) return std::nullopt;
  return static_cast<int>(std::lround(std::min<double>(number * (seconds ? 1000 : 1), kLongestPauseMs)));
}

}  // namespace aloud
