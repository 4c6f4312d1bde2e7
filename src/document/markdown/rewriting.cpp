#include "document/markdown/rewriting.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace aloud {
namespace {

// U+E000: for private use, so neither white space nor punctuation to CommonMark, and nothing that an author writes. One that
// stands in an article all the same is made an atom that says itself.
constexpr std::string_view kPlaceholder = "\xEE\x80\x80";

std::string_view part(std::string_view text, ByteRange range) { return text.substr(range.begin, range.size()); }

// Where the bytes of a text went when pieces of it were replaced.
class Shifts {
 public:
  void add(std::size_t before, std::size_t after) { shifts_.push_back({before, after}); }

  std::size_t operator()(std::size_t before) const {
    const auto next = std::upper_bound(shifts_.begin(), shifts_.end(), before,
                                       [](std::size_t at, const Shift& shift) { return at < shift.before; });
    if (next == shifts_.begin()) return before;
    const std::size_t moved = std::prev(next)->after + (before - std::prev(next)->before);
    return next == shifts_.end() ? moved : std::min(moved, next->after);
  }

 private:
  struct Shift {
    std::size_t before = 0, after = 0;
  };
  std::vector<Shift> shifts_;
};

}  // namespace

RewrittenMarkdown::RewrittenMarkdown(std::string_view source, std::size_t begin)
    : text_(AlignedText::verbatim(source.substr(begin), begin)) {
  for (std::size_t at = text().find(kPlaceholder); at != std::string::npos; at = text().find(kPlaceholder, at + 1)) {
    atoms_.push_back({at, {std::string(kPlaceholder)}});
  }
}

std::vector<RewrittenMarkdown::PlacedAtom>::const_iterator RewrittenMarkdown::first_atom_at(
    const std::vector<PlacedAtom>& atoms, std::size_t position) {
  return std::lower_bound(atoms.begin(), atoms.end(), position,
                          [](const PlacedAtom& placed, std::size_t at) { return placed.position < at; });
}

void RewrittenMarkdown::apply(const Rewrites& rewrites) {
  if (rewrites.empty()) return;
  changed_ = true;
  const AlignedText before = std::exchange(text_, {});
  const std::vector<PlacedAtom> atoms = std::exchange(atoms_, {});
  auto atom = atoms.begin();
  std::size_t at = 0;
  const auto keep_to = [&](std::size_t end) {
    for (; atom != atoms.end() && atom->position < end; ++atom) {
      atoms_.push_back({text_.size() + (atom->position - at), atom->atom});
    }
    text_.append(before.slice({at, end}));
    at = end;
  };
  for (const Rewrite& rewrite : rewrites) {
    assert(rewrite.range.begin >= at && rewrite.range.end >= rewrite.range.begin);
    keep_to(rewrite.range.begin);
    const ByteRange source = rewrite.range.empty() ? ByteRange{} : before.source_of(rewrite.range);
    if (!source.empty()) done_.push_back({source, rewrite.reason});
    const std::size_t here = text_.size();
    const std::string_view text = rewrite.atom ? kPlaceholder : std::string_view(rewrite.text);
    if (source.empty()) {
      text_.append_inserted(text);
    } else {
      text_.append(text, source, Mapping::whole);
    }
    if (rewrite.atom) {
      atoms_.push_back({here, *rewrite.atom});
    } else {  // a placeholder that the new text keeps still means what it meant
      for (std::size_t kept = text.find(kPlaceholder); kept != std::string_view::npos && atom != atoms.end();
           kept = text.find(kPlaceholder, kept + 1)) {
        if (atom->position < rewrite.range.end) atoms_.push_back({here + kept, (atom++)->atom});
      }
    }
    while (atom != atoms.end() && atom->position < rewrite.range.end) ++atom;
    at = rewrite.range.end;
    if (rewrite.moved) {
      const std::size_t begin = text_.size();
      for (auto placed = first_atom_at(atoms, rewrite.moved->begin);
           placed != atoms.end() && placed->position < rewrite.moved->end; ++placed) {
        atoms_.push_back({begin + (placed->position - rewrite.moved->begin), placed->atom});
      }
      text_.append(before.slice(*rewrite.moved));
    }
  }
  keep_to(before.size());
}

ByteRange RewrittenMarkdown::restore(ByteRange range) const {
  const ByteRange source = text_.source_of(range);
  if (!source.empty()) return source;
  const ByteRange next = text_.source_of({range.begin, text_.size()});
  const std::size_t at = next.empty() ? text_.source_of({0, text_.size()}).end : next.begin;
  return {at, at};
}

RichText RewrittenMarkdown::restore(const RichText& content) const {
  RichText restored;
  Shifts shifts;
  std::vector<Span> atoms;
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t opened = kNone;  // where the span of an edge began
  const auto append = [&](std::string_view text, ByteRange range, const AlignedText::Run& run) {
    auto atom = first_atom_at(atoms_, range.begin);
    if (run.mapping == Mapping::linear && (atom == atoms_.end() || atom->position >= range.end)) {
      return restored.text.append_linear(text, run.source.begin);
    }
    std::size_t at = range.begin;
    for (; atom != atoms_.end() && atom->position < range.end; ++atom) {
      restored.text.append(part(text, {at - range.begin, atom->position - range.begin}), run.source, Mapping::whole);
      const std::size_t begin = restored.text.size();
      restored.text.append(atom->atom.text, run.source, Mapping::whole);
      const bool closes = atom->atom.edge == Atom::Edge::closes && opened != kNone;
      if (atom->atom.edge == Atom::Edge::opens) opened = begin;
      const std::size_t from = closes ? std::exchange(opened, kNone) : begin;
      const bool span = atom->atom.kind && (closes || atom->atom.edge == Atom::Edge::none);
      if (span) atoms.push_back({*atom->atom.kind, {from, restored.text.size()}, atom->atom.target});
      at = atom->position + kPlaceholder.size();
    }
    restored.text.append(text.substr(at - range.begin), run.source, Mapping::whole);
  };
  for (const AlignedText::Run& run : content.text.runs()) {
    const std::string_view text = part(content.text.text(), {run.text_begin, run.text_end});
    if (run.mapping == Mapping::whole) {
      shifts.add(run.text_begin, restored.text.size());
      restored.text.append(text, restore(run.source), Mapping::whole);
      continue;
    }
    const AlignedText written = text_.slice(run.source);
    for (const AlignedText::Run& piece : written.runs()) {
      shifts.add(run.text_begin + piece.text_begin, restored.text.size());
      append(text.substr(piece.text_begin, piece.text_end - piece.text_begin),
             {run.source.begin + piece.text_begin, run.source.begin + piece.text_end}, piece);
    }
  }
  shifts.add(content.text.size(), restored.text.size());
  for (const Span& span : content.spans) {
    restored.spans.push_back({span.kind, {shifts(span.text.begin), shifts(span.text.end)}, span.target});
  }
  restored.spans.insert(restored.spans.end(), atoms.begin(), atoms.end());
  std::stable_sort(restored.spans.begin(), restored.spans.end(), [](const Span& left, const Span& right) {
    return left.text.begin != right.text.begin ? left.text.begin < right.text.begin : left.text.end > right.text.end;
  });
  return restored;
}

void RewrittenMarkdown::restore(Document& document) const {
  for (Block& block : document.blocks) {
    block.source = restore(block.source);
    block.content = restore(block.content);
    for (RichText& cell : block.cells) cell = restore(cell);
    if (!block.marker.empty()) block.marker = restore(block.marker);
    if (block.task) block.task->box = restore(block.task->box);
  }
  std::vector<SilentRange> silent;
  for (const SilentRange& range : document.silent) {
    const AlignedText written = text_.slice(range.source);
    for (const AlignedText::Run& run : written.runs()) {
      if (run.mapping == Mapping::linear) silent.push_back({run.source, range.kind});
    }
  }
  for (const Done& done : done_) silent.push_back({done.source, done.reason});
  document.silent = std::move(silent);
  for (Finding& finding : document.findings) finding.source = restore(finding.source);
}

}  // namespace aloud
