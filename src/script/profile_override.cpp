#include <algorithm>
#include <charconv>
#include <optional>

#include "script/profile_schema.h"
#include "script/voice_profile.h"
#include "util/error.h"
#include "util/suggest.h"

namespace aloud {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& value, const std::string& why) {
  throw Error(ErrorKind::usage, "--" + option + ' ' + value + ": " + why);
}

std::string with_underscores(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::optional<int> whole_number(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

struct Setting {
  std::string kind;
  std::string value;
};

Setting split(const std::string& option, const std::string& text, const std::string& form) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) refuse(option, text, "expected " + form);
  return {with_underscores(text.substr(0, equals)), text.substr(equals + 1)};
}

template <typename Key>
const Key& key_named(const std::vector<Key>& keys, const std::string& name, const std::string& option,
                     const std::string& text) {
  std::vector<std::string> known;
  for (const Key& key : keys) {
    if (name == key.name) return key;
    known.emplace_back(key.name);
  }
  std::string all;
  for (const std::string& one : known) all += (all.empty() ? "" : ", ") + one;
  const std::string suggestion = did_you_mean(name, known);
  refuse(option, text, "unknown kind \"" + name + '"' + (suggestion.empty() ? "; known are " + all : suggestion));
}

void set_one_policy(SpeakingPolicy& policy, const std::string& option, const std::string& text) {
  const Setting setting = split(option, text, "KIND=TREATMENT, for example tables=skip");
  const PolicyKey& key = key_named(policy_keys(), setting.kind, option, text);
  const auto treatment = treatment_by_name(setting.value);
  if (!treatment || !offers(key, *treatment)) {
    refuse(option, text,
           '"' + setting.kind + "\" must be " + offered_treatments(key) +
               (treatment ? "" : did_you_mean(setting.value, {"speak", "summarise", "skip"})));
  }
  policy.*key.member = *treatment;
}

// "headings=skip,quotes=skip"
void set_policy(SpeakingPolicy& policy, const std::string& option, const std::string& text) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    set_one_policy(policy, option, text.substr(begin, end - begin));
    begin = end + 1;
  }
}

void set_pause(Pauses& pauses, const std::string& option, const std::string& text) {
  const Setting setting = split(option, text, "KIND=MILLISECONDS, for example sentence=500");
  const PauseKey& key = key_named(pause_keys(), setting.kind, option, text);
  const auto number = whole_number(setting.value);
  if (!number || *number < 0 || *number > kLongestPause.count()) {
    refuse(option, text, "must be a whole number between 0 and " + std::to_string(kLongestPause.count()) + " (ms)");
  }
  pauses.*key.member = std::chrono::milliseconds(*number);
}

// A rate is a proportion, the rest are steps: a heading 20 % slower stays 20 % slower, one 5 steps higher stays 5 higher.
int moved_along(const NumberKey& key, int value, int from, int to) {
  const int moved = key.member == &VoiceParameters::rate ? (value * to + from / 2) / from : value + to - from;
  return std::clamp(moved, key.least, key.most);
}

void set_number(VoiceProfile& profile, const NumberKey& key, const std::string& option, const std::string& text) {
  const auto number = whole_number(text);
  if (!number || *number < key.least || *number > key.most) {
    refuse(option, text,
           "must be a whole number between " + std::to_string(key.least) + " and " + std::to_string(key.most) + " (" +
               key.unit + ')');
  }
  const int before = profile.voice.*key.member;
  for (auto& [role, voice] : profile.roles) voice.*key.member = moved_along(key, voice.*key.member, before, *number);
  for (auto& [tag, voice] : profile.languages) voice.*key.member = moved_along(key, voice.*key.member, before, *number);
  profile.voice.*key.member = *number;
}

void set_loudness(VoiceProfile& profile, const std::string& option, const std::string& text) {
  const auto target = loudness_target_by_name(text);
  if (!target) refuse(option, text, loudness_objection(text));
  profile.loudness = *target;
}

}  // namespace

void apply_override(VoiceProfile& profile, const std::string& option, const std::string& value) {
  if (option == "speak") return set_policy(profile.policy, option, value);
  if (option == "pause") return set_pause(profile.pauses, option, value);
  if (option == "loudness") return set_loudness(profile, option, value);
  for (const NumberKey& key : number_keys()) {
    if (with_underscores(option) == key.name) return set_number(profile, key, option, value);
  }
  refuse(option, value, "is no setting of a voice profile");
}

}  // namespace aloud
