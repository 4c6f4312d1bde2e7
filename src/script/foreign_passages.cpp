#include "script/foreign_passages.h"

#include <algorithm>
#include <utility>

#include "language/characters.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// What the language is told from: more than enough, and read in a few milliseconds.
constexpr std::size_t kSample = 20'000;  // bytes

bool is_running_text(const Block& block) {
  return block.language.empty() && block.kind != BlockKind::code && block.kind != BlockKind::html;
}

bool declares_language(const RichText& content) {
  return std::any_of(content.spans.begin(), content.spans.end(),
                     [](const Span& span) { return span.kind == SpanKind::language; });
}

// The stretches in a declared language, in order and disjoint.
std::vector<ByteRange> declared_stretches(const RichText& content) {
  std::vector<ByteRange> stretches;
  for (const Span& span : content.spans) {
    const bool nested = !stretches.empty() && span.text.end <= stretches.back().end;
    if (span.kind == SpanKind::language && !nested) stretches.push_back(span.text);
  }
  return stretches;
}

std::vector<ByteRange> code_in(const RichText& content) {
  std::vector<ByteRange> code;
  for (const Span& span : content.spans) {
    const bool nested = !code.empty() && span.text.begin < code.back().end;
    const bool code_or_formula = span.kind == SpanKind::code || span.kind == SpanKind::formula;
    if (code_or_formula && !nested) code.push_back(span.text);
  }
  return code;
}

bool crosses(ByteRange range, ByteRange other) {
  const bool over_begin = other.begin < range.begin && range.begin < other.end && other.end < range.end;
  const bool over_end = range.begin < other.begin && other.begin < range.end && range.end < other.end;
  return over_begin || over_end;
}

// Spans nest or are disjoint: a passage that begins or ends within an emphasised stretch is cut there. Passages come in order,
// so that each span is looked at once.
class Cutter {
 public:
  Cutter(const std::vector<Span>& spans, std::vector<Span>& result) : spans_(spans), result_(result) {}

  void add(const Span& passage) {
    std::vector<std::size_t> cuts = {passage.text.begin, passage.text.end};
    open_until(passage.text.begin);
    for (auto span = open_.rbegin(); span != open_.rend() && (*span)->text.end < passage.text.end; ++span)
      cut(**span, passage, cuts);
    for (std::size_t i = next_; i < spans_.size() && spans_[i].text.begin < passage.text.end; ++i)
      cut(spans_[i], passage, cuts);
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      if (cuts[i] < cuts[i + 1]) result_.push_back({passage.kind, {cuts[i], cuts[i + 1]}, passage.target});
    }
  }

 private:
  // Spans that begin before `offset` and go on there, the innermost last.
  void open_until(std::size_t offset) {
    for (; next_ < spans_.size() && spans_[next_].text.begin < offset; ++next_) {
      close_until(spans_[next_].text.begin);
      open_.push_back(&spans_[next_]);
    }
    close_until(offset);
  }

  void close_until(std::size_t offset) {
    while (!open_.empty() && open_.back()->text.end <= offset) open_.pop_back();
  }

  static void cut(const Span& span, const Span& passage, std::vector<std::size_t>& cuts) {
    if (!crosses(passage.text, span.text)) return;
    cuts.push_back(span.text.begin < passage.text.begin ? span.text.end : span.text.begin);
  }

  const std::vector<Span>& spans_;
  std::vector<Span>& result_;
  std::vector<const Span*> open_;
  std::size_t next_ = 0;
};

void add_spans(const std::vector<Span>& foreign, RichText& content) {
  if (foreign.empty()) return;
  std::vector<Span>& spans = content.spans;
  spans.insert(spans.end(), foreign.begin(), foreign.end());
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
  });
}

// Whether something is quoted in the sentence, and something else is said in it.
bool quotes_within(std::string_view sentence) {
  bool inside = false;
  std::size_t heard_inside = 0;
  std::size_t heard_outside = 0;
  for (std::size_t at = 0; at < sentence.size();) {
    const CodePoint c = code_point_at(sentence, at);
    at += c.size;
    if (is_quote(c.value) && !is_apostrophe(c.value)) inside = !inside;
    if (is_letter(c.value)) ++(inside ? heard_inside : heard_outside);
  }
  return heard_inside > 0 && heard_outside > 0;
}

std::string_view part(std::string_view text, ByteRange range) { return text.substr(range.begin, range.size()); }

// The first quotation mark from `at` on that is no apostrophe; text.size() if there is none. All of them begin with four bytes.
std::size_t next_quotation_mark(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte != 0x22 && byte != 0xC2 && byte != 0xE2 && byte != 0xE3) continue;
    const char32_t c = code_point_at(text, at).value;
    if (is_quote(c) && !is_apostrophe(c)) return at;
  }
  return at;
}

void append(const std::vector<Span>& more, std::vector<Span>& all) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

ForeignPassages::ForeignPassages(const std::string& language, Speaks speaks)
    : speaks_(std::move(speaks)), detector_(language), segmenter_(language) {}

BlockPassages ForeignPassages::find(const Block& block) const {
  BlockPassages found;
  if (!is_running_text(block)) return found;
  if (block.kind == BlockKind::table_row) {
    for (const RichText& cell : block.cells) found.texts.push_back(find_in(cell));
    return found;
  }
  const TextWords text(block.content.text.text());
  std::vector<ByteRange> sentences = segmenter_.split(text.text(), code_in(block.content), list_label(block));
  if (!declares_language(block.content) && !(sentences.size() < 2 && quotes_within(text.text()))) {
    const std::optional<std::string> language = detector_.foreign_paragraph(text);
    if (language && speaks_(*language)) {
      found.language = *language;
      return found;
    }
  }
  found.texts.push_back(find_in(block.content, text, std::move(sentences)));
  return found;
}

TextPassages ForeignPassages::find_in(const RichText& content) const {
  const TextWords text(content.text.text());
  return find_in(content, text, segmenter_.split(text.text(), code_in(content)));
}

TextPassages ForeignPassages::find_in(const RichText& content, const TextWords& text, std::vector<ByteRange> sentences) const {
  TextPassages found;
  Spans passages;
  const std::vector<ByteRange> declared = declared_stretches(content);
  auto next = declared.begin();
  for (const ByteRange& range : sentences) {
    const ByteRange sentence = trim_white_space(text.text(), range);
    if (sentence.empty()) continue;
    while (next != declared.end() && next->end <= sentence.begin) ++next;
    if (next == declared.end() || next->begin >= sentence.end) add_sentence(text, sentence, passages);
  }
  Cutter cutter(content.spans, found.foreign);
  for (const Span& passage : passages) cutter.add(passage);
  found.sentences = std::move(sentences);
  return found;
}

// All of the sentence or, where the rest of it does not go with it, what is quoted in it: `The sign read: "Bitte nicht
// rauchen."`
void ForeignPassages::add_sentence(const TextWords& text, ByteRange sentence, Spans& found) const {
  const Spans quotations = quotations_of(text, sentence);
  const std::optional<std::string> language = detector_.foreign_sentence(text, sentence);
  if (!language || !speaks_(*language)) return append(quotations, found);
  std::string rest;
  std::size_t at = sentence.begin;
  for (const Span& quotation : quotations) {
    rest += std::string(part(text.text(), {at, quotation.text.begin})) + ' ';
    at = quotation.text.end;
  }
  rest += part(text.text(), {at, sentence.end});
  const bool partly = !quotations.empty() && !detector_.goes_with(rest, *language);
  const bool quotes_a_title = quotations.empty() && quotes_within(part(text.text(), sentence));
  if (partly || quotes_a_title) return append(quotations, found);
  found.push_back({SpanKind::language, sentence, *language});
}

// Stretches between quotation marks. One that the sentence begins or ends within counts as well: quotations have sentences.
ForeignPassages::Spans ForeignPassages::quotations_of(const TextWords& text, ByteRange sentence) const {
  Spans found;
  const std::string_view until_end = text.text().substr(0, sentence.end);
  for (std::size_t begin = sentence.begin; begin < sentence.end;) {
    const std::size_t mark = next_quotation_mark(until_end, begin);
    const ByteRange phrase = {begin, mark};
    const bool all = phrase.begin == sentence.begin && phrase.end == sentence.end;
    if (!all && !phrase.empty()) add_quotation(text, sentence, phrase, found);
    begin = mark < sentence.end ? mark + code_point_at(until_end, mark).size : mark;
  }
  return found;
}

void ForeignPassages::add_quotation(const TextWords& text, ByteRange sentence, ByteRange phrase, Spans& found) const {
  const std::optional<std::string> language = detector_.foreign_quotation(text, phrase);
  if (!language || !speaks_(*language)) return;
  if (phrase.begin > sentence.begin) phrase.begin -= code_point_before(text.text(), phrase.begin).size;  // its quotation marks
  if (phrase.end < sentence.end) phrase.end += code_point_at(text.text(), phrase.end).size;
  found.push_back({SpanKind::language, phrase, *language});
}

ArticlePassages find_passages(const Document& document, const std::string& language, const ForeignPassages::Speaks& speaks) {
  const ForeignPassages finder(language, speaks);
  ArticlePassages passages;
  passages.reserve(document.blocks.size());
  for (const Block& block : document.blocks) passages.push_back(finder.find(block));
  return passages;
}

std::vector<std::string> foreign_languages(const ArticlePassages& passages) {
  std::vector<std::string> languages;
  const auto note = [&](const std::string& one) {
    if (!one.empty() && std::find(languages.begin(), languages.end(), one) == languages.end()) languages.push_back(one);
  };
  for (const BlockPassages& block : passages) {
    note(block.language);
    for (const TextPassages& text : block.texts) {
      for (const Span& span : text.foreign) note(span.target);
    }
  }
  return languages;
}

Block with_passages(const Block& block, const BlockPassages& passages) {
  Block result = block;
  if (!passages.language.empty()) result.language = passages.language;
  for (std::size_t i = 0; i < passages.texts.size(); ++i) {
    add_spans(passages.texts[i].foreign, block.kind == BlockKind::table_row ? result.cells[i] : result.content);
  }
  return result;
}

bool has_foreign(const BlockPassages& passages) {
  return !passages.language.empty() || std::any_of(passages.texts.begin(), passages.texts.end(),
                                                   [](const TextPassages& text) { return !text.foreign.empty(); });
}

std::optional<std::string> detect_language(const Document& document) {
  std::string sample;
  for (const Block& block : document.blocks) {
    if (sample.size() >= kSample) break;
    if (!is_running_text(block)) continue;
    sample += block.content.text.text() + '\n';
    for (const RichText& cell : block.cells) sample += cell.text.text() + '\n';
  }
  sample.resize(floor_to_code_point(sample, std::min(sample.size(), kSample)));
  return detect_language(sample);
}

}  // namespace aloud
