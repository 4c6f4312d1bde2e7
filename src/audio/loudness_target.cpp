#include "audio/loudness_target.h"

#include <algorithm>
#include <charconv>

#include "util/ascii.h"
#include "util/suggest.h"

namespace aloud {
namespace {

bool is_number(std::string_view text) {
  const auto is_numeral = [](char c) { return is_ascii_digit(c) || c == '-' || c == '.'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_numeral);
}

}  // namespace

const std::vector<LoudnessTarget>& named_loudness_targets() {
  static const std::vector<LoudnessTarget> targets = {
      {"podcast-mono", -19, -1}, {"podcast-stereo", -16, -1}, {"ebu", -23, -1}, {"acx", -20, -3.2}, {"none", std::nullopt, 0},
  };
  return targets;
}

std::optional<LoudnessTarget> loudness_target_by_name(std::string_view name) {
  for (const LoudnessTarget& target : named_loudness_targets()) {
    if (target.name == name) return target;
  }
  if (!is_number(name)) return std::nullopt;
  double lufs = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), lufs);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  if (!(lufs >= kLeastLoudness && lufs <= kMostLoudness)) return std::nullopt;
  return LoudnessTarget{std::string(name), lufs, -1};
}

std::string loudness_objection(std::string_view name) {
  std::vector<std::string> names;
  std::string all;
  for (const LoudnessTarget& target : named_loudness_targets()) {
    names.push_back(target.name);
    all += (all.empty() ? "" : ", ") + target.name;
  }
  return "must be " + all + " or a number from -40 to -10 (LUFS)" +
         (is_number(name) ? "" : did_you_mean(std::string(name), names));
}

}  // namespace aloud
