#include "language/pronunciation/heteronym_model.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>
#include <vector>

#include "language/language_tag.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::size_t kMostReadings = 8;
constexpr std::size_t kMostTold = 3;

using Scores = std::array<float, kMostReadings>;

struct Contribution {
  std::string feature;
  Scores weights{};
};

std::size_t best_of(const Scores& scores, std::size_t readings) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(readings)) -
                                  scores.begin());
}

float next_to(const Scores& scores, std::size_t best, std::size_t readings) {
  float next = -1e9F;
  for (std::size_t i = 0; i < readings; ++i) {
    if (i != best) next = std::max(next, scores[i]);
  }
  return next;
}

std::string reason_of(std::vector<Contribution>& contributions, std::size_t best, std::size_t readings) {
  const auto gain = [&](const Contribution& one) { return one.weights[best] - next_to(one.weights, best, readings); };
  std::stable_sort(contributions.begin(), contributions.end(),
                   [&](const Contribution& a, const Contribution& b) { return gain(a) > gain(b); });
  std::string reason;
  for (std::size_t i = 0; i < std::min(kMostTold, contributions.size()) && gain(contributions[i]) > 0; ++i) {
    char weight[32];
    std::snprintf(weight, sizeof weight, " %+.1f", static_cast<double>(gain(contributions[i])));
    reason += (reason.empty() ? "" : "; ") + contributions[i].feature + weight;
  }
  return reason.empty() ? "by default" : reason;
}

}  // namespace

std::string scoped_feature(FeatureScope scope, std::string_view owner, std::string_view feature) {
  return std::string(owner) + (scope == FeatureScope::family ? ':' : '/') + std::string(feature);
}

HeteronymModel::HeteronymModel(std::string_view weights) : weights_(weights) {
  for (std::size_t i = 0; i < weights_.labels().size(); ++i) {
    if (weights_.labels()[i] != std::to_string(i)) throw Error(ErrorKind::usage, "weights: labels of heteronyms are 0, 1, …");
  }
  if (weights_.labels().size() > kMostReadings) throw Error(ErrorKind::usage, "weights: more than 8 readings");
}

const HeteronymModel* HeteronymModel::for_language(const std::string& language) {
  if (language_subtag(language) != "en") return nullptr;
  static const HeteronymModel english(built_in_weights("en-heteronyms"));
  return &english;
}

bool HeteronymModel::knows(std::string_view feature) const {
  bool known = false;
  weights_.each(feature, [&](std::size_t, float) { known = true; });
  return known;
}

std::optional<HeteronymModel::Choice> HeteronymModel::choose(std::string_view word, const HeteronymPattern& pattern,
                                                             const TaggedSentence& sentence, std::ptrdiff_t at,
                                                             RuleVerdict rules) const {
  if (!knows(scoped_feature(FeatureScope::word, word, "known")) &&
      !knows(scoped_feature(FeatureScope::family, pattern.family, "known"))) {
    return std::nullopt;
  }
  Scores scores{};
  std::vector<Contribution> contributions;
  std::string buffer;
  each_heteronym_feature(sentence, at, pattern, rules, buffer, [&](FeatureScope least, std::string_view feature) {
    Contribution one{std::string(feature), {}};
    const auto add = [&](std::size_t label, float weight) { one.weights[label] += weight; };
    if (least == FeatureScope::family) weights_.each(scoped_feature(FeatureScope::family, pattern.family, feature), add);
    weights_.each(scoped_feature(FeatureScope::word, word, feature), add);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] += one.weights[i];
    contributions.push_back(std::move(one));
  });
  const std::size_t readings = std::min(pattern.readings.size(), kMostReadings);
  const std::size_t best = best_of(scores, readings);
  return Choice{best, scores[best] - next_to(scores, best, readings), reason_of(contributions, best, readings)};
}

}  // namespace aloud
