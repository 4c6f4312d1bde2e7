#include "language/pronunciation/pronouncer.h"

#include <algorithm>

#include "language/language_tag.h"
#include "language/sentences/segmenter.h"
#include "language/spoken_form/normalizer.h"
#include "language/spoken_form/text_edits.h"
#include "util/ascii.h"
#include "util/memo_table.h"

namespace aloud {
namespace {

constexpr std::string_view kCurlyApostrophe = "’";

// By tag, as entries may be for one region.
const LexiconIndex* names_index(const std::string& language) {
  static MemoTable<std::unique_ptr<const LexiconIndex>> indices;
  const auto& index = indices.get(language, [&]() -> std::unique_ptr<const LexiconIndex> {
    const std::shared_ptr<const Lexicon> names = built_in_names(language);
    return names == nullptr ? nullptr : std::make_unique<const LexiconIndex>(std::vector{names}, language);
  });
  return index.get();
}

bool overlaps(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

bool is_free(ByteRange range, const std::vector<Pronunciation>& taken) {
  return std::none_of(taken.begin(), taken.end(), [&](const Pronunciation& one) { return overlaps(one.spoken, range); });
}

void add_if_free(Pronunciation one, std::vector<Pronunciation>& all) {
  if (!one.spoken.empty() && is_free(one.spoken, all)) all.push_back(std::move(one));
}

// The part of the spoken text that stands for `source` and for nothing else; empty if there is none.
ByteRange spoken_for(ByteRange source, const AlignedText& spoken) {
  std::optional<ByteRange> range;
  for (const AlignedText::Run& run : spoken.runs()) {
    if (run.source.end <= source.begin || run.source.begin >= source.end) continue;
    ByteRange part{run.text_begin, run.text_end};
    if (run.mapping == Mapping::linear) {
      part.begin += std::max(source.begin, run.source.begin) - run.source.begin;
      part.end -= run.source.end - std::min(source.end, run.source.end);
    } else if (run.source.begin < source.begin || run.source.end > source.end) {
      return {};
    }
    range = range ? ByteRange{range->begin, part.end} : part;
  }
  return range ? trim_white_space(spoken.text(), *range) : ByteRange{};
}

// Text as graphemes are compared: apostrophes straight, each white space a space.
std::string comparable(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c == '\n' || c == '\t' ? ' ' : c;
  for (std::size_t at = result.find(kCurlyApostrophe); at != std::string::npos; at = result.find(kCurlyApostrophe, at)) {
    result.replace(at, kCurlyApostrophe.size(), "'");
  }
  return result;
}

// An offset in comparable(text) as one in `text`.
class Offsets {
 public:
  explicit Offsets(std::string_view text) : text_(text) {}

  std::size_t operator()(std::size_t offset) {  // in rising order
    for (; done_ < offset; ++done_) at_ += text_.substr(at_).starts_with(kCurlyApostrophe) ? kCurlyApostrophe.size() : 1;
    return at_;
  }

 private:
  std::string_view text_;
  std::size_t done_ = 0, at_ = 0;
};

}  // namespace

std::shared_ptr<const Lexicon> built_in_names(const std::string& language) {
  static MemoTable<std::shared_ptr<const Lexicon>> all;
  const std::string subtag = language_subtag(language);
  return all.get(subtag, [&]() -> std::shared_ptr<const Lexicon> {
    const std::string_view table = pronunciation_table_text(subtag + "-names");
    if (table.empty()) return nullptr;
    auto names = std::make_shared<Lexicon>(parse_lexicon(table, subtag + "-names.txt", subtag));
    names->rule = "name";
    return names;
  });
}

Pronouncer::Pronouncer(const std::string& language, std::vector<std::shared_ptr<const Lexicon>> lexicons,
                       const std::string& voice_language)
    : english_(language_subtag(language) == "en"),
      accent_(accent_of(voice_language.empty() ? language : voice_language)),
      index_(std::move(lexicons), language),
      heteronyms_(Heteronyms::for_language(language)),
      names_(names_index(language)) {}

AlignedText Pronouncer::prepare(const AlignedText& written, std::vector<Claim>& claims) const {
  if (index_.empty()) return written;
  const std::string text = comparable(written.text());
  Offsets offsets(written.text());
  Edits edits;
  for (const LexiconIndex::Match& match : index_.find(text)) {
    const Chosen chosen = choose(match, text);
    if (chosen.entry == nullptr) continue;
    const std::size_t begin = offsets(match.word.begin);
    const std::size_t word_end = offsets(match.word.end);
    if (!chosen.entry->alias.empty()) {
      edits.push_back({{begin, word_end}, chosen.entry->alias, chosen.lexicon->rule.c_str()});
      continue;
    }
    const ByteRange source = written.source_of({begin, english_ ? offsets(match.range.end) : word_end});
    if (!source.empty()) claims.push_back({source, pronunciation_of(match, chosen)});
  }
  AlignedText prepared = written;
  apply(edits, "lexicon", prepared);
  return prepared;
}

// By role, where entries have some: the reading that the words around it ask for.
Pronouncer::Chosen Pronouncer::choose(const LexiconIndex::Match& match, std::string_view text) const {
  Chosen general;
  Chosen verb;
  Chosen other;
  for (std::size_t i = 0; i < match.entries.size(); ++i) {
    const Chosen one{match.entries[i], match.lexicons[i]};
    Chosen& slot = one.entry->role.empty() ? general : one.entry->role == "verb" ? verb : other;
    if (slot.entry == nullptr) slot = one;
  }
  if ((verb.entry == nullptr && other.entry == nullptr) || heteronyms_ == nullptr) return general;
  const SentenceTokens sentence(text);
  const auto token = std::find_if(sentence.tokens().begin(), sentence.tokens().end(),
                                  [&](const SentenceToken& one) { return one.range.begin == match.word.begin; });
  const bool with_s = match.entries.front()->grapheme.ends_with('s');
  const HeteronymPattern* pattern = heteronyms_->table().pattern_named(with_s ? "noun-verb-s" : "noun-verb");
  if (token == sentence.tokens().end() || pattern == nullptr) return general;
  const auto index = static_cast<std::size_t>(token - sentence.tokens().begin());
  std::optional<TaggedSentence> tagged;
  const Chosen& asked = heteronyms_->decide(*pattern, sentence, index, tagged).reading == "verb" ? verb : other;
  return asked.entry != nullptr ? asked : general;
}

Pronunciation Pronouncer::pronunciation_of(const LexiconIndex::Match& match, const Chosen& chosen) const {
  const bool possessive = english_ && match.range.end != match.word.end;
  return {english_ ? match.range : match.word, possessive ? phonemes_with_s(chosen.entry->phonemes) : chosen.entry->phonemes,
          chosen.lexicon->rule, chosen.lexicon->path + ':' + std::to_string(chosen.entry->line)};
}

void Pronouncer::add_matches(const LexiconIndex& index, std::string_view text, std::vector<Pronunciation>& all) const {
  for (const LexiconIndex::Match& match : index.find(text)) {
    const Chosen chosen = choose(match, text);
    if (chosen.entry != nullptr && chosen.entry->alias.empty()) add_if_free(pronunciation_of(match, chosen), all);
  }
}

std::vector<Pronunciation> Pronouncer::pronounce(const AlignedText& spoken, const std::vector<Claim>& claims) const {
  std::vector<Pronunciation> all;
  for (const Claim& claim : claims) {
    Pronunciation one = claim.pronunciation;
    one.spoken = spoken_for(claim.source, spoken);
    add_if_free(std::move(one), all);
  }
  add_matches(index_, spoken.text(), all);
  if (heteronyms_ != nullptr) {
    for (Pronunciation& one : heteronyms_->find(SentenceTokens(spoken.text()), accent_)) add_if_free(std::move(one), all);
  }
  if (names_ != nullptr) add_matches(*names_, spoken.text(), all);
  std::sort(all.begin(), all.end(),
            [](const Pronunciation& a, const Pronunciation& b) { return a.spoken.begin < b.spoken.begin; });
  return all;
}

bool Pronouncer::knows(std::string_view word) const {
  if (index_.knows(word) || (names_ != nullptr && names_->knows(word))) return true;
  return heteronyms_ != nullptr && heteronyms_->table().words.contains(ascii_lower(word));
}

}  // namespace aloud
