#include "script/breath.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "script/script.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// What a character takes of an utterance's 350 bytes. The engine's real limit is 1,000 phonemes a clause, beyond which it
// drops text: "777777" takes 55 of them, an emoji's name or "Chinese letter" 10 to 25, a capital spelt out up to 7 ("W").
std::size_t cost_of(const CodePoint& at) {
  constexpr std::size_t kDigit = 5;
  constexpr std::size_t kSymbol = 25;
  constexpr std::size_t kIdeograph = 10;
  constexpr std::size_t kCapital = 2;
  const auto value = static_cast<UChar32>(at.value);
  const auto mask = U_GET_GC_MASK(value);
  if ((mask & U_GC_ND_MASK) != 0) return kDigit;
  if ((mask & (U_GC_S_MASK | U_GC_NO_MASK | U_GC_NL_MASK | U_GC_C_MASK)) != 0) return kSymbol;
  if ((mask & U_GC_LO_MASK) != 0 && at.size >= 3) return kIdeograph;
  if ((mask & U_GC_LU_MASK) != 0) return std::max(kCapital, at.size);
  return at.size;
}

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

struct Size {
  std::size_t cost = 0;
  std::size_t words = 0;

  // In utterances; 1.0 is a full one.
  double fill() const {
    return std::max(static_cast<double>(cost) / static_cast<double>(kMaxUtteranceBytes),
                    static_cast<double>(words) / static_cast<double>(kMaxUtteranceWords));
  }
};

// Walks code points from a start and keeps the size of what was walked.
class Walk {
 public:
  Walk(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  bool done() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  const Size& size() const { return size_; }

  void step() {
    const CodePoint point = code_point_at(text_, at_);
    const bool space = is_white_space(point.value);
    if (!space && in_space_) ++size_.words;
    if (!space) before_space_ = point.value;
    in_space_ = space;
    before_ = point.value;
    size_.cost += std::max(point.size, cost_of(point));
    at_ += point.size;
  }

  CutKind cut_here() const {
    return done() ? CutKind::none : kind_of_cut(before_space_, before_, code_point_at(text_, at_).value);
  }

 private:
  std::string_view text_;
  std::size_t at_;
  Size size_;
  bool in_space_ = true;
  char32_t before_ = 0;
  char32_t before_space_ = 0;
};

// The end of the first part of text from `begin`, which is to hold about `ideal` of a full utterance: the best kind of cut, and
// of these the nearest to the ideal, that leaves a part between half and one and a half times the ideal and never over a full
// one.
std::size_t end_of_part(std::string_view text, std::size_t begin, double ideal) {
  struct Cut {
    std::size_t at = 0;
    double distance = 0;
  };
  std::array<Cut, 3> best = {};
  std::size_t last = begin;  // the last place where a cut is not too late
  for (Walk walk(text, begin); !walk.done();) {
    walk.step();
    const double fill = walk.size().fill();
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
double fill_from(std::string_view text, std::size_t begin) {
  constexpr double kFarEnough = 8;
  Walk walk(text, begin);
  while (!walk.done() && walk.size().fill() < kFarEnough) walk.step();
  return walk.size().fill();
}

}  // namespace

std::vector<ByteRange> cut_for_breath(std::string_view text) {
  std::vector<ByteRange> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const double fill = fill_from(text, begin);
    const std::size_t end = fill <= 1.0 ? text.size() : end_of_part(text, begin, fill / std::ceil(fill));
    parts.push_back({begin, end});
    begin = end;
  }
  return parts;
}

}  // namespace aloud
