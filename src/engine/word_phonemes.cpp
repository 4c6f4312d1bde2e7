#include "engine/word_phonemes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "util/utf8.h"

namespace aloud {
namespace {

using Sounds = std::u32string;

constexpr std::size_t kMostGroups = 8;  // of one word
constexpr std::size_t kMostWords = 4;   // in one group
constexpr std::size_t kBand = 40;       // groups and words that the one may be ahead of the other
constexpr std::size_t kLongest = 80;    // sounds that are compared
constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max() / 2;

// What is heard: no stress, length or ties.
Sounds sounds_of(std::string_view ipa) {
  Sounds sounds;
  for (std::size_t at = 0; at < ipa.size();) {
    const CodePoint c = code_point_at(ipa, at);
    at += c.size;
    const bool mark =
        c.value == U'ˈ' || c.value == U'ˌ' || c.value == U'ː' || c.value == U' ' || (c.value >= 0x300 && c.value < 0x370);
    if (!mark && sounds.size() < kLongest) sounds += c.value;
  }
  return sounds;
}

// Sounds to add, drop or change.
std::uint32_t distance(const Sounds& a, const Sounds& b) {
  std::vector<std::uint32_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint32_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint32_t change = diagonal + (a[i] == b[j] ? 0U : 1U);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, diagonal + 1, change});
    }
  }
  return row.back();
}

std::vector<std::string_view> groups_of(std::string_view ipa) {
  std::vector<std::string_view> groups;
  while (!ipa.empty()) {
    const std::size_t end = std::min(ipa.find(' '), ipa.size());
    if (end > 0) groups.push_back(ipa.substr(0, end));
    ipa.remove_prefix(std::min(end + 1, ipa.size()));
  }
  return groups;
}

// Lays groups along words; the steps of the cheapest way.
class Course {
 public:
  struct Step {
    std::size_t words = 0, groups = 0;
  };

  Course(const std::vector<Sounds>& words, const std::vector<Sounds>& groups)
      : words_(words), groups_(groups), cells_((words.size() + 1) * (groups.size() + 1)) {
    at(0, 0).cost = 0;
    for (std::size_t word = 0; word <= words.size(); ++word) {
      for (std::size_t group = 0; group <= groups.size(); ++group) {
        if (at(word, group).cost < kNever && near(word, group)) leave(word, group);
      }
    }
  }

  std::vector<Step> steps() const {
    std::vector<Step> steps;
    std::size_t word = words_.size(), group = groups_.size();
    while (word > 0 || group > 0) {
      const Step step = cells_[index(word, group)].from;
      if (step.words == 0 && step.groups == 0) return {};
      steps.push_back(step);
      word -= step.words;
      group -= step.groups;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

 private:
  struct Cell {
    std::uint32_t cost = kNever;
    Step from;
  };

  std::size_t index(std::size_t word, std::size_t group) const { return word * (groups_.size() + 1) + group; }
  Cell& at(std::size_t word, std::size_t group) { return cells_[index(word, group)]; }

  // Not far from the straight line between both beginnings and both ends.
  bool near(std::size_t word, std::size_t group) const {
    const std::size_t expected = groups_.empty() || words_.empty() ? group : word * groups_.size() / words_.size();
    return std::max(expected, group) - std::min(expected, group) <= kBand;
  }

  void step(std::size_t word, std::size_t group, Step by, std::uint32_t cost) {
    Cell& to = at(word + by.words, group + by.groups);
    if (cost < to.cost) to = {cost, by};
  }

  void leave(std::size_t word, std::size_t group) {
    const std::uint32_t cost = at(word, group).cost;
    if (word == words_.size()) {
      if (group < groups_.size()) step(word, group, {0, 1}, cost + static_cast<std::uint32_t>(groups_[group].size()));
      return;
    }
    step(word, group, {1, 0}, cost + static_cast<std::uint32_t>(words_[word].size()) + 1);
    Sounds said;
    for (std::size_t more = 1; more <= kMostGroups && group + more <= groups_.size(); ++more) {
      said += groups_[group + more - 1];
      step(word, group, {1, more}, cost + distance(words_[word], said));
      if (said.size() > words_[word].size() + kLongest / 2) break;
    }
    if (group == groups_.size()) return;
    Sounds alone = words_[word];
    for (std::size_t more = 2; more <= kMostWords && word + more <= words_.size(); ++more) {
      alone += words_[word + more - 1];
      step(word, group, {more, 1}, cost + distance(alone, groups_[group]) + 1);
    }
  }

  const std::vector<Sounds>& words_;
  const std::vector<Sounds>& groups_;
  std::vector<Cell> cells_;
};

// Cuts the group of several words into parts: the first word's part, then the rest.
void cut_group(std::string_view group, const std::vector<Sounds>& words, std::size_t first, std::size_t count,
               std::vector<std::string>& shares) {
  for (; count > 1; ++first, --count) {
    Sounds rest;
    for (std::size_t i = first + 1; i < first + count; ++i) rest += words[i];
    std::size_t best = 0;
    std::uint32_t least = kNever;
    for (std::size_t cut = 0; cut <= group.size(); cut += cut < group.size() ? code_point_at(group, cut).size : 1) {
      const std::uint32_t cost =
          distance(words[first], sounds_of(group.substr(0, cut))) + distance(rest, sounds_of(group.substr(cut)));
      // Marks of stress stand before what they stress, so the earliest of equal cuts gives them to it.
      if (cost < least) {
        least = cost;
        best = cut;
      }
    }
    shares[first] += group.substr(0, best);
    group.remove_prefix(best);
  }
  shares[first] += group;
}

}  // namespace

std::vector<std::string> share_phonemes(std::string_view ipa, const std::vector<std::string>& alone) {
  std::vector<std::string> shares(alone.size());
  if (alone.empty()) return shares;
  const std::vector<std::string_view> groups = groups_of(ipa);
  std::vector<Sounds> words, heard;
  for (const std::string& word : alone) words.push_back(sounds_of(word));
  for (const std::string_view group : groups) heard.push_back(sounds_of(group));
  std::size_t word = 0, group = 0;
  for (const Course::Step step : Course(words, heard).steps()) {
    if (step.words > 1) {
      cut_group(groups[group], words, word, step.words, shares);
    } else {
      for (std::size_t i = 0; i < step.groups; ++i) shares[std::min(word, alone.size() - 1)] += groups[group + i];
    }
    word += step.words;
    group += step.groups;
  }
  return shares;
}

}  // namespace aloud
