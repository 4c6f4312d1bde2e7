#include "util/aligned_text.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace aloud {
namespace {

// The source of the part [begin, end) of a run.
ByteRange part_of(const AlignedText::Run& run, std::size_t begin, std::size_t end) {
  if (run.mapping == Mapping::whole) return run.source;
  const std::size_t shift = run.source.begin - run.text_begin;
  return {begin + shift, end + shift};
}

bool continues(const AlignedText::Run& run, ByteRange source, Mapping mapping, std::string_view rule) {
  return mapping == Mapping::linear && run.mapping == Mapping::linear && run.source.end == source.begin && run.rule == rule;
}

}  // namespace

AlignedText AlignedText::verbatim(std::string_view text, std::size_t source_begin) {
  AlignedText aligned;
  aligned.append_linear(text, source_begin);
  return aligned;
}

void AlignedText::append(std::string_view text, ByteRange source, Mapping mapping, std::string_view rule) {
  assert(mapping == Mapping::whole || text.size() == source.size());
  if (text.empty()) return;
  const std::size_t begin = text_.size();
  text_ += text;
  if (!runs_.empty() && continues(runs_.back(), source, mapping, rule)) {
    runs_.back().text_end = text_.size();
    runs_.back().source.end = source.end;
    return;
  }
  runs_.push_back({begin, text_.size(), source, mapping, std::string(rule)});
}

void AlignedText::append_linear(std::string_view text, std::size_t source_begin, std::string_view rule) {
  append(text, {source_begin, source_begin + text.size()}, Mapping::linear, rule);
}

void AlignedText::append_inserted(std::string_view text, std::string_view rule) {
  const std::size_t here = runs_.empty() ? 0 : runs_.back().source.end;
  append(text, {here, here}, Mapping::whole, rule);
}

void AlignedText::append(const AlignedText& other) {
  for (const Run& run : other.runs_) {
    append(std::string_view(other.text_).substr(run.text_begin, run.text_end - run.text_begin), run.source, run.mapping,
           run.rule);
  }
}

std::size_t AlignedText::first_run_ending_after(std::size_t offset) const {
  const auto run = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                    [](std::size_t at, const Run& candidate) { return at < candidate.text_end; });
  return static_cast<std::size_t>(run - runs_.begin());
}

ByteRange AlignedText::source_of(ByteRange range) const {
  ByteRange all;
  for (std::size_t i = first_run_ending_after(range.begin); i < runs_.size() && runs_[i].text_begin < range.end; ++i) {
    const Run& run = runs_[i];
    const ByteRange piece = part_of(run, std::max(run.text_begin, range.begin), std::min(run.text_end, range.end));
    if (piece.empty()) continue;
    all = all.empty() ? piece : ByteRange{std::min(all.begin, piece.begin), std::max(all.end, piece.end)};
  }
  return all;
}

std::vector<ByteRange> AlignedText::source_pieces(ByteRange range) const {
  std::vector<ByteRange> pieces;
  for (std::size_t i = first_run_ending_after(range.begin); i < runs_.size() && runs_[i].text_begin < range.end; ++i) {
    const Run& run = runs_[i];
    const ByteRange piece = part_of(run, std::max(run.text_begin, range.begin), std::min(run.text_end, range.end));
    if (piece.empty()) continue;
    const bool touches = !pieces.empty() && pieces.back().end >= piece.begin && pieces.back().begin <= piece.begin;
    if (touches) {
      pieces.back().end = std::max(pieces.back().end, piece.end);
    } else {
      pieces.push_back(piece);
    }
  }
  return pieces;
}

std::string AlignedText::rule_of(ByteRange range) const {
  for (std::size_t i = first_run_ending_after(range.begin); i < runs_.size() && runs_[i].text_begin < range.end; ++i) {
    if (!runs_[i].rule.empty()) return runs_[i].rule;
  }
  return {};
}

void AlignedText::name_rule(ByteRange range, std::string_view rule) {
  AlignedText named = slice({0, range.begin});
  for (const Run& run : slice(range).runs_) {
    const std::size_t begin = range.begin + run.text_begin;
    named.append(std::string_view(text_).substr(begin, run.text_end - run.text_begin), run.source, run.mapping, rule);
  }
  named.append(slice({range.end, size()}));
  *this = std::move(named);
}

AlignedText AlignedText::slice(ByteRange range) const {
  AlignedText part;
  part.text_.reserve(std::min(range.end, size()) - std::min(range.begin, size()));
  for (std::size_t i = first_run_ending_after(range.begin); i < runs_.size() && runs_[i].text_begin < range.end; ++i) {
    const Run& run = runs_[i];
    const std::size_t begin = std::max(run.text_begin, range.begin);
    const std::size_t end = std::min(run.text_end, range.end);
    part.append(std::string_view(text_).substr(begin, end - begin), part_of(run, begin, end), run.mapping, run.rule);
  }
  return part;
}

}  // namespace aloud
