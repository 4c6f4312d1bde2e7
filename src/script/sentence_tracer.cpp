#include "script/sentence_tracer.h"

#include <algorithm>
#include <utility>

#include "language/sentences/segmenter.h"
#include "util/utf8.h"

namespace aloud {
namespace {

std::string_view part_of(std::string_view text, ByteRange range) { return text.substr(range.begin, range.size()); }

ByteRange covering(ByteRange a, ByteRange b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

bool lies_in(ByteRange inner, ByteRange outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

bool ends_in_space(std::string_view text) { return text.empty() || is_white_space(code_point_before(text, text.size()).value); }
bool begins_with_space(std::string_view text) { return text.empty() || is_white_space(code_point_at(text, 0).value); }

void append_apart(std::string& text, std::string_view more) {
  if (!ends_in_space(text) && !begins_with_space(more)) text += ' ';
  text += more;
}

// A sentence with the white space before it, behind which something may have been left out. What touches its end is its own,
// what touches the end of the one before is that one's.
ByteRange with_space_before(std::string_view text, ByteRange trimmed) {
  const ByteRange before = trim_white_space(text, {0, trimmed.begin});
  return {before.empty() ? 0 : before.end, trimmed.end};
}

bool belongs(const Omission& omission, ByteRange spaced) {
  return (spaced.begin < omission.at || spaced.begin == 0) && omission.at <= spaced.end;
}

// Runs of a passage and what was left out between them, put together as they are written. What was inserted is none of it.
class Writing {
 public:
  Writing(const Block& block, std::string_view source) : block_(block), source_(source) {}

  void add(const AlignedText& text) {
    for (const AlignedText::Run& run : text.runs()) add(text, run);
  }

  void add(const AlignedText& text, const AlignedText::Run& run) {
    if (run.source.empty()) {
      inserted_ = true;
      return;
    }
    if (lies_in(run.source, block_.marker)) return;  // stands before all of it
    const bool box = block_.task && lies_in(run.source, block_.task->box);
    const std::string_view more = box ? part_of(source_, run.source) : part_of(text.text(), {run.text_begin, run.text_end});
    if (inserted_) {
      append_apart(written_, more);
    } else {
      written_ += more;
    }
    inserted_ = false;
  }

  std::string take() { return std::move(written_); }

 private:
  const Block& block_;
  std::string_view source_;
  std::string written_;
  bool inserted_ = false;
};

// One language for the whole sentence, if all of it is in that; else the parts in others, neighbours as one.
void tell_languages(std::vector<ForeignPhrase> parts, SentenceTrace& sentence) {
  const auto in_first = [&](const ForeignPhrase& part) { return part.language == parts.front().language; };
  if (!parts.empty() && sentence.prepared.empty() && std::all_of(parts.begin(), parts.end(), in_first)) {
    sentence.language = parts.front().language;
    return;
  }
  const std::string* last = nullptr;
  for (ForeignPhrase& part : parts) {
    const bool more = last != nullptr && *last == part.language;
    if (part.language != sentence.language && more) {
      sentence.phrases.back().source = covering(sentence.phrases.back().source, part.source);
    } else if (part.language != sentence.language) {
      sentence.phrases.push_back(part);
    }
    last = &part.language;
  }
}

}  // namespace

void SentenceTracer::add(std::size_t index, std::size_t block, const Passage& passage, ByteRange range,
                         const std::string& language, std::vector<ForeignPhrase> parts) {
  if (!sentence_ || sentence_->index != index) open(index, block, language);
  const std::string& text = passage.text.text();
  const ByteRange trimmed = trim_white_space(text, range);
  const ByteRange spaced = with_space_before(text, trimmed);
  tell_languages(std::move(parts), *sentence_);
  const std::string written = written_of(passage, spaced);
  append_apart(sentence_->written, part_of(written, trim_white_space(written, {0, written.size()})));
  sentence_->source = covering(sentence_->source, passage.text.source_of(trimmed));
  for (const Omission& omission : passage.omissions) {
    const AlignedText& gone = omission.written;
    if (belongs(omission, spaced)) sentence_->source = covering(sentence_->source, gone.source_of({0, gone.size()}));
  }
  if (sentence_->prepared.empty()) {
    sentence_->prepared = passage.text.slice(trimmed);
  } else {
    sentence_->prepared.append_inserted(" ");
    sentence_->prepared.append(passage.text.slice(trimmed));
  }
}

void SentenceTracer::open(std::size_t index, std::size_t block, const std::string& language) {
  finish();
  sentence_.emplace();
  sentence_->index = index;
  sentence_->block = block;
  sentence_->language = language;
  const ByteRange marker = document_.blocks[block].marker;
  if (last_block_ != block && !marker.empty()) {
    sentence_->written = part_of(document_.source.text(), marker);
    sentence_->source = marker;
  }
  last_block_ = block;
}

void SentenceTracer::finish() {
  if (sentence_) sink_.sentence(std::move(*sentence_));
  sentence_.reset();
}

std::string SentenceTracer::written_of(const Passage& passage, ByteRange spaced) const {
  const Block& block = document_.blocks[sentence_->block];
  if (passage.as_written && block.marker.empty()) return std::string(part_of(passage.text.text(), spaced));
  Writing writing(block, document_.source.text());
  const AlignedText text = passage.text.slice(spaced);
  auto omission = passage.omissions.begin();
  const auto add_omissions = [&](std::size_t until) {
    for (; omission != passage.omissions.end() && omission->at <= until; ++omission) {
      if (belongs(*omission, spaced)) writing.add(omission->written);
    }
  };
  for (const AlignedText::Run& run : text.runs()) {
    add_omissions(spaced.begin + run.text_begin);
    writing.add(text, run);
  }
  add_omissions(spaced.end);
  return writing.take();
}

}  // namespace aloud
