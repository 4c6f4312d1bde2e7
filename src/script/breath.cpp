#include "script/breath.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "util/utf8.h"

namespace aloud {
namespace {

// Where the text may be cut, best first.
enum class CutKind { clause, space, character, none };

bool is_full_width_stop(char32_t value) { return value == U'，' || value == U'、' || value == U'；' || value == U'：'; }

// The kind of cut between `before` and `after`. White space stays with what precedes it.
CutKind kind_of_cut(char32_t before_space, char32_t before, char32_t after) {
  if (is_white_space(after)) return CutKind::none;
  if (before == U'—' || is_full_width_stop(before)) return CutKind::clause;
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(after));
  if (!is_white_space(before)) return (mask & U_GC_M_MASK) != 0 ? CutKind::none : CutKind::character;
  const bool clause = before_space == U';' || before_space == U':' || before_space == U',' || before_space == U'—';
  return clause ? CutKind::clause : CutKind::space;
}

// Walks code points from a start and keeps the size of what was walked.
class Walk {
 public:
  Walk(const EngineTraits& engine, std::string_view text, std::size_t begin) : engine_(engine), text_(text), at_(begin) {}

  bool done() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }

  // What was walked, in utterances; 1.0 is a full one.
  double fill() const {
    return std::max(static_cast<double>(cost_) / static_cast<double>(engine_.most_bytes),
                    static_cast<double>(words_) / static_cast<double>(engine_.most_words));
  }

  void step() {
    const CodePoint point = code_point_at(text_, at_);
    const bool space = is_white_space(point.value);
    if (!space && in_space_) ++words_;
    if (!space) before_space_ = point.value;
    in_space_ = space;
    before_ = point.value;
    cost_ += std::max(point.size, engine_.cost_of(point.value, point.size));
    at_ += point.size;
  }

  CutKind cut_here() const {
    return done() ? CutKind::none : kind_of_cut(before_space_, before_, code_point_at(text_, at_).value);
  }

 private:
  const EngineTraits& engine_;
  std::string_view text_;
  std::size_t at_;
  std::size_t cost_ = 0, words_ = 0;
  bool in_space_ = true;
  char32_t before_ = 0;
  char32_t before_space_ = 0;
};

// The end of the first part of text from `begin`, which is to hold about `ideal` of a full utterance: the best kind of cut, and
// of these the nearest to the ideal, that leaves a part between half and one and a half times the ideal and never over a full
// one.
std::size_t end_of_part(const EngineTraits& engine, std::string_view text, std::size_t begin, double ideal) {
  struct Cut {
    std::size_t at = 0;
    double distance = 0;
  };
  std::array<Cut, 3> best = {};
  std::size_t last = begin;  // the last place where a cut is not too late
  for (Walk walk(engine, text, begin); !walk.done();) {
    walk.step();
    const double fill = walk.fill();
    const bool too_late = fill > std::min(1.0, 1.5 * ideal);
    if (too_late && last > begin) break;
    last = walk.at();
    const CutKind kind = walk.cut_here();
    if (too_late) break;
    if (kind == CutKind::none || fill < 0.5 * ideal) continue;
    Cut& cut = best[static_cast<std::size_t>(kind)];
    const double distance = std::abs(fill - ideal);
    if (cut.at == 0 || distance < cut.distance) cut = {walk.at(), distance};
  }
  for (const Cut& cut : best) {
    if (cut.at != 0) return cut.at;
  }
  return last;
}

// As many as are needed to say the rest of the text, looking no further than matters.
double fill_from(const EngineTraits& engine, std::string_view text, std::size_t begin) {
  constexpr double kFarEnough = 8;
  Walk walk(engine, text, begin);
  while (!walk.done() && walk.fill() < kFarEnough) walk.step();
  return walk.fill();
}

}  // namespace

std::vector<ByteRange> cut_for_breath(std::string_view text, const EngineTraits& engine) {
  std::vector<ByteRange> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const double fill = fill_from(engine, text, begin);
    const std::size_t end = fill <= 1.0 ? text.size() : end_of_part(engine, text, begin, fill / std::ceil(fill));
    parts.push_back({begin, end});
    begin = end;
  }
  return parts;
}

}  // namespace aloud
