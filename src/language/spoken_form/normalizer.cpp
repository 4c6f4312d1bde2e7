#include "language/spoken_form/normalizer.h"

#include <utility>

#include "language/language_tag.h"
#include "language/packs/pack_rules.h"
#include "language/spoken_form/citations.h"
#include "language/spoken_form/code_in_prose.h"
#include "language/spoken_form/code_runs.h"
#include "language/spoken_form/emoji_names.h"
#include "language/spoken_form/english/english_rules.h"
#include "language/spoken_form/shared/shared_rules.h"
#include "language/spoken_form/spoken_abbreviations.h"
#include "language/spoken_form/spoken_rules.h"
#include "language/spoken_form/text_edits.h"

namespace aloud {
namespace {

// Applies a list of rules until none finds anything: so its output is left alone by a second pass. A language's own
// rules for numbers, dates and names follow the common ones.
class RuleNormalizer : public Normalizer {
 public:
  RuleNormalizer(std::vector<Rule> rules, const CodeWords& code_words) : rules_(std::move(rules)), code_words_(code_words) {}

  AlignedText normalize(const AlignedText& sentence) const override {
    AlignedText spoken = with_code_said(sentence, code_words_);
    // Two or three are enough for prose. In noise such as "N0'@U.N0'@U" each round sets one more word free.
    constexpr int kMostRounds = 40;
    for (int round = 0; round < kMostRounds && apply_all(spoken); ++round) {
    }
    return without_code_marks(std::move(spoken));
  }

 private:
  bool apply_all(AlignedText& spoken) const {
    bool changed = false;
    for (const Rule& rule : rules_) {
      Edits edits = rule.find(spoken.text());
      drop_edits_across_code(edits, spoken);
      apply(edits, rule.name, spoken);
      changed = changed || !edits.empty();
    }
    return changed;
  }

  std::vector<Rule> rules_;
  const CodeWords& code_words_;
};

}  // namespace

std::unique_ptr<Normalizer> make_normalizer(const std::string& language, const EngineSpelling& spelling,
                                            const NormalizerOptions& options) {
  const bool english = language_subtag(language) == "en";
  const CodeWords& words = CodeWords::for_language(language_subtag(language));
  const auto versions = options.versions != nullptr ? options.versions : std::make_shared<const VersionHistory>();
  std::vector<Rule> rules;  // before the common ones, which cut long words and numbers
  rules.push_back({"code", [&words, identifiers = options.identifiers](std::string_view text) {
                     return find_code_in_prose(text, words, identifiers);
                   }});
  rules.push_back({"version", [&words, versions](std::string_view text) { return versions->find(text, words); }});
  for (Rule& rule : common_rules(spelling)) rules.push_back(std::move(rule));
  if (english) rules.insert(rules.begin(), emoji_sequence_rule());
  if (std::optional<Rule> emoji = emoji_name_rule(language_subtag(language))) rules.insert(rules.begin(), std::move(*emoji));
  rules.push_back({"citation", find_citations});
  if (const std::string_view table = spoken_table_text(language_subtag(language)); !table.empty()) {
    // After the common rules, so that it need not know every kind of space and quote.
    const auto abbreviations = std::make_shared<const SpokenAbbreviations>(table);
    rules.push_back({"expand-abbreviation", [abbreviations](std::string_view text) { return abbreviations->find(text); }});
  }
  if (english) rules.push_back(english_rule(language));
  if (std::optional<Rule> rule = shared_rule(language, spelling)) rules.push_back(std::move(*rule));
  if (std::optional<Rule> rule = pack_rule(language)) rules.push_back(std::move(*rule));
  return std::make_unique<RuleNormalizer>(std::move(rules), words);
}

}  // namespace aloud
