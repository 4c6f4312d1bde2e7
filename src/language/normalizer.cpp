#include "language/normalizer.h"

#include <utility>

#include "language/spoken_rules.h"
#include "language/text_edits.h"

namespace aloud {
namespace {

// Applies a list of rules until none finds anything: so its output is left alone by a second pass. Rules for numbers, dates
// and names of a language go before the common ones in this list.
class RuleNormalizer : public Normalizer {
 public:
  explicit RuleNormalizer(std::vector<Rule> rules) : rules_(std::move(rules)) {}

  Spoken normalize(const AlignedText& sentence) const override {
    Spoken spoken{sentence, {}};
    constexpr int kMostRounds = 8;  // two are enough for all but text made to need more
    for (int round = 0; round < kMostRounds && apply_all(spoken); ++round) {
    }
    return spoken;
  }

 private:
  bool apply_all(Spoken& spoken) const {
    bool changed = false;
    for (const Rule& rule : rules_) {
      const Edits edits = rule.find(spoken.text.text());
      apply(edits, rule.name, spoken);
      changed = changed || !edits.empty();
    }
    return changed;
  }

  std::vector<Rule> rules_;
};

}  // namespace

std::unique_ptr<Normalizer> make_normalizer(const std::string& /*language*/) {
  return std::make_unique<RuleNormalizer>(common_rules());
}

}  // namespace aloud
