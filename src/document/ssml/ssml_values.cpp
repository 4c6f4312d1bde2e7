#include "document/ssml/ssml_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "document/pause_length.h"

namespace aloud {
namespace {

using Word = std::pair<std::string_view, int>;

template <std::size_t size>
std::optional<int> among(const std::array<Word, size>& words, std::string_view value) {
  const auto* const known = std::find_if(words.begin(), words.end(), [&](const Word& one) { return one.first == value; });
  return known == words.end() ? std::nullopt : std::optional(known->second);
}

constexpr int kLeastPercent = 10, kMostPercent = 1000;

std::optional<int> percent(double value) {
  if (!(value >= 0)) return std::nullopt;
  return static_cast<int>(std::lround(std::clamp<double>(value, kLeastPercent, kMostPercent)));
}

// A number and what stands behind it; a "+" before it is none of from_chars'.
std::optional<std::pair<double, std::string_view>> number_in(std::string_view value) {
  if (value.starts_with('+')) value.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number, std::chars_format::fixed);
  if (error != std::errc() || std::abs(number) > 1e6) return std::nullopt;
  return std::pair(number, value.substr(static_cast<std::size_t>(end - value.data())));
}

bool is_signed(std::string_view value) { return value.starts_with('+') || value.starts_with('-'); }

}  // namespace

std::optional<int> break_length(std::string_view time, std::string_view strength) {
  // As long as readers take for a comma, a full stop, a paragraph.
  static constexpr std::array<Word, 6> kStrengths = {
      {{"none", 0}, {"x-weak", 100}, {"weak", 200}, {"medium", 400}, {"strong", 700}, {"x-strong", 1200}}};
  if (!time.empty()) return pause_length(time);
  return among(kStrengths, strength.empty() ? "medium" : strength);
}

std::optional<int> rate_percent(std::string_view value) {
  static constexpr std::array<Word, 6> kRates = {
      {{"x-slow", 50}, {"slow", 75}, {"medium", 100}, {"fast", 130}, {"x-fast", 170}, {"default", 100}}};
  if (const auto known = among(kRates, value)) return known;
  const auto number = number_in(value);
  if (!number) return std::nullopt;
  if (number->second == "%") return percent(is_signed(value) ? 100 + number->first : number->first);
  return number->second.empty() && !is_signed(value) ? percent(number->first * 100) : std::nullopt;
}

std::optional<int> pitch_percent(std::string_view value) {
  static constexpr std::array<Word, 6> kPitches = {
      {{"x-low", 65}, {"low", 80}, {"medium", 100}, {"high", 125}, {"x-high", 150}, {"default", 100}}};
  if (const auto known = among(kPitches, value)) return known;
  const auto number = number_in(value);
  if (!number) return std::nullopt;
  if (number->second == "%") return percent(is_signed(value) ? 100 + number->first : number->first);
  constexpr double kSemitones = 12;  // an octave
  return number->second == "st" ? percent(100 * std::exp2(std::clamp(number->first, -40.0, 40.0) / kSemitones)) : std::nullopt;
}

}  // namespace aloud
