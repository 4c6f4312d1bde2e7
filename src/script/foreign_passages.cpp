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

bool touches_declared(const RichText& content, ByteRange range) {
  return std::any_of(content.spans.begin(), content.spans.end(), [&](const Span& span) {
    return span.kind == SpanKind::language && span.text.begin < range.end && range.begin < span.text.end;
  });
}

bool crosses(ByteRange range, ByteRange other) {
  const bool over_begin = other.begin < range.begin && range.begin < other.end && other.end < range.end;
  const bool over_end = range.begin < other.begin && other.begin < range.end && range.end < other.end;
  return over_begin || over_end;
}

// Spans nest or are disjoint: a passage that begins or ends within an emphasised stretch is cut there.
void add_nested(const Span& passage, const std::vector<Span>& spans, std::vector<Span>& result) {
  std::vector<std::size_t> cuts = {passage.text.begin, passage.text.end};
  for (const Span& span : spans) {
    if (!crosses(passage.text, span.text)) continue;
    cuts.push_back(span.text.begin < passage.text.begin ? span.text.end : span.text.begin);
  }
  std::sort(cuts.begin(), cuts.end());
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    if (cuts[i] < cuts[i + 1]) result.push_back({passage.kind, {cuts[i], cuts[i + 1]}, passage.target});
  }
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

}  // namespace

ForeignPassages::ForeignPassages(const std::string& language, Speaks speaks)
    : speaks_(std::move(speaks)), detector_(language), segmenter_(language) {}

Block ForeignPassages::marked(const Block& block) {
  Block result = block;
  if (!is_running_text(block)) return result;
  const std::string& text = block.content.text.text();
  const bool one_sentence = segmenter_.split(text).size() < 2;
  if (!text.empty() && !declares_language(block.content) && !(one_sentence && quotes_within(text))) {
    const std::optional<std::string> language = detector_.foreign_paragraph(text);
    if (language && speaks_(*language)) {
      result.language = *language;
      return result;
    }
  }
  mark(result.content);
  for (RichText& cell : result.cells) mark(cell);
  return result;
}

void ForeignPassages::mark(RichText& content) {
  const Spans passages = passages_of(content);
  if (passages.empty()) return;
  Spans spans = content.spans;
  for (const Span& passage : passages) add_nested(passage, content.spans, spans);
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
  });
  content.spans = std::move(spans);
}

ForeignPassages::Spans ForeignPassages::passages_of(const RichText& content) {
  Spans found;
  const std::string& text = content.text.text();
  if (text.empty()) return found;
  for (const ByteRange& range : segmenter_.split(text)) {
    const ByteRange sentence = trim_white_space(text, range);
    if (!sentence.empty() && !touches_declared(content, sentence)) add_sentence(text, sentence, found);
  }
  return found;
}

// All of the sentence or, where the rest of it does not go with it, what is quoted in it: `The sign read: "Bitte nicht
// rauchen."`
void ForeignPassages::add_sentence(std::string_view text, ByteRange sentence, Spans& found) {
  const Spans quotations = quotations_of(text, sentence);
  const std::optional<std::string> language = detector_.foreign_sentence(part(text, sentence));
  std::string rest;
  std::size_t at = sentence.begin;
  for (const Span& quotation : quotations) {
    rest += std::string(part(text, {at, quotation.text.begin})) + ' ';
    at = quotation.text.end;
  }
  rest += part(text, {at, sentence.end});
  const bool partly = !quotations.empty() && (!language || !detector_.goes_with(rest, *language));
  const bool quotes_a_title = quotations.empty() && quotes_within(part(text, sentence));
  if (!partly && !quotes_a_title && language && speaks_(*language)) {
    found.push_back({SpanKind::language, sentence, *language});
  } else {
    found.insert(found.end(), quotations.begin(), quotations.end());
  }
}

// Stretches between quotation marks. One that the sentence begins or ends within counts as well: quotations have sentences.
ForeignPassages::Spans ForeignPassages::quotations_of(std::string_view text, ByteRange sentence) {
  Spans found;
  std::size_t begin = sentence.begin;
  for (std::size_t at = sentence.begin; at < sentence.end;) {
    const CodePoint c = code_point_at(text, at);
    const bool mark = is_quote(c.value) && !is_apostrophe(c.value);
    const std::size_t next = at + c.size;
    if (mark || next >= sentence.end) {
      const ByteRange phrase = {begin, mark ? at : next};
      const bool all = phrase.begin == sentence.begin && phrase.end == sentence.end;
      if (!all && !phrase.empty()) add_quotation(text, sentence, phrase, found);
      begin = next;
    }
    at = next;
  }
  return found;
}

void ForeignPassages::add_quotation(std::string_view text, ByteRange sentence, ByteRange phrase, Spans& found) {
  const std::optional<std::string> language = detector_.foreign_quotation(part(text, phrase));
  if (!language || !speaks_(*language)) return;
  if (phrase.begin > sentence.begin) phrase.begin -= code_point_before(text, phrase.begin).size;  // its quotation marks
  if (phrase.end < sentence.end) phrase.end += code_point_at(text, phrase.end).size;
  found.push_back({SpanKind::language, phrase, *language});
}

std::vector<std::string> foreign_languages(const Document& document, const std::string& language,
                                           const ForeignPassages::Speaks& speaks) {
  std::vector<std::string> languages;
  const auto note = [&](const std::string& one) {
    if (std::find(languages.begin(), languages.end(), one) == languages.end()) languages.push_back(one);
  };
  ForeignPassages passages(language, speaks);
  for (const Block& block : document.blocks) {
    const Block marked = passages.marked(block);
    if (!marked.language.empty()) note(marked.language);
    for (const Span& span : marked.content.spans) {
      if (span.kind == SpanKind::language) note(span.target);
    }
    for (const RichText& cell : marked.cells) {
      for (const Span& span : cell.spans) {
        if (span.kind == SpanKind::language) note(span.target);
      }
    }
  }
  return languages;
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
