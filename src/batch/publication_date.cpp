#include "batch/publication_date.h"

#include <chrono>
#include <regex>

namespace aloud {
namespace {

int number_of(const std::ssub_match& digits) { return digits.matched ? std::stoi(digits.str()) : 0; }

}  // namespace

std::optional<std::int64_t> seconds_of_date(const std::string& text) {
  static const std::regex pattern(
      R"((\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?)"
      R"([ \t]*(?:[Zz]|UTC|GMT|([+-])(\d{2}):?(\d{2})?)?)");
  constexpr std::size_t kLongest = 64;
  std::smatch match;
  if (text.size() > kLongest || !std::regex_match(text, match, pattern)) return std::nullopt;
  using namespace std::chrono;
  const year_month_day day(year(number_of(match[1])), month(static_cast<unsigned>(number_of(match[2]))),
                           std::chrono::day(static_cast<unsigned>(number_of(match[3]))));
  const int hour = number_of(match[4]), minute = number_of(match[5]), second = number_of(match[6]);
  const int zone = number_of(match[8]) * 3600 + number_of(match[9]) * 60;
  if (!day.ok() || hour > 24 || minute > 59 || second > 60 || zone > 86400) return std::nullopt;
  const std::int64_t local =
      sys_days(day).time_since_epoch().count() * std::int64_t{86400} + hour * 3600 + minute * 60 + second;
  return match[7].str() == "-" ? local + zone : local - zone;
}

}  // namespace aloud
