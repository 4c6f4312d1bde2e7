#include "document/directives.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "document/pause_length.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->", kName = "aloud:";
constexpr std::size_t kMost = 10'000;  // of an article: each costs a look at what is around it
constexpr std::size_t kLongest = 200;  // bytes: what is longer is a remark

struct Directive {
  ByteRange source;
  std::string word, argument;
};

/// What lies between a directive and its end.
struct Region {
  ByteRange source;
  std::string voice;  // empty: it is skipped
};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::optional<Directive> directive_in(std::string_view comment, ByteRange source) {
  if (comment.size() > kLongest || !comment.ends_with(kClose)) return std::nullopt;
  std::string_view inside = trimmed(comment.substr(kOpen.size(), comment.size() - kOpen.size() - kClose.size()));
  if (!inside.starts_with(kName)) return std::nullopt;
  inside = trimmed(inside.substr(kName.size()));
  const std::size_t end = std::min(inside.find_first_of(" \t\r\n"), inside.size());
  return Directive{source, std::string(inside.substr(0, end)), std::string(trimmed(inside.substr(end)))};
}

std::vector<Directive> directives_of(const Document& document) {
  const std::string_view text = document.source.text();
  std::vector<Directive> found;
  for (const SilentRange& range : document.silent) {
    if (range.kind != SilentKind::html_comment) continue;
    for (std::size_t at = text.find(kOpen, range.source.begin); at < range.source.end;) {
      const std::size_t close = text.find(kClose, at + kOpen.size());
      const std::size_t end =
          close == std::string_view::npos ? range.source.end : std::min(close + kClose.size(), range.source.end);
      if (end < at + kOpen.size() + kClose.size()) break;
      if (auto directive = directive_in(text.substr(at, end - at), {at, end})) found.push_back(std::move(*directive));
      at = text.find(kOpen, end);
    }
  }
  return found;
}

/// Where the text of source byte `offset`, or the first behind it, stands.
std::size_t text_offset(const AlignedText& text, std::size_t offset) {
  const auto& runs = text.runs();
  const auto run =
      std::partition_point(runs.begin(), runs.end(), [&](const AlignedText::Run& one) { return one.source.end <= offset; });
  if (run == runs.end()) return text.size();
  const bool within = run->mapping == Mapping::linear && run->source.begin < offset;
  return within ? run->text_begin + (offset - run->source.begin) : run->text_begin;
}

bool can_hold(const std::vector<Span>& spans, ByteRange range) {
  return std::all_of(spans.begin(), spans.end(), [&](const Span& one) {
    const bool apart = one.text.end <= range.begin || range.end <= one.text.begin;
    const bool inside = range.begin <= one.text.begin && one.text.end <= range.end;
    const bool around = one.text.begin <= range.begin && range.end <= one.text.end;
    return apart || inside || around;
  });
}

void insert_span(std::vector<Span>& spans, Span span) {
  const auto at = std::find_if(spans.begin(), spans.end(), [&](const Span& one) {
    return one.text.begin > span.text.begin || (one.text.begin == span.text.begin && one.text.end < span.text.end);
  });
  spans.insert(at, std::move(span));
}

/// The text without what came from one of the ranges, which are in order and disjoint.
RichText without(const RichText& rich, const std::vector<ByteRange>& dropped) {
  RichText kept;
  std::vector<std::size_t> new_offsets(rich.text.size() + 1);
  const auto keep = [&](ByteRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) new_offsets[i] = kept.text.size() + (i - range.begin);
    kept.text.append(rich.text.slice(range));
  };
  for (const AlignedText::Run& run : rich.text.runs()) {
    auto drop =
        std::partition_point(dropped.begin(), dropped.end(), [&](ByteRange one) { return one.end <= run.source.begin; });
    std::size_t at = run.text_begin;
    for (; drop != dropped.end() && drop->begin < run.source.end && at < run.text_end; ++drop) {
      const bool whole = run.mapping == Mapping::whole;
      const std::size_t begin = whole ? at : run.text_begin + std::max(drop->begin, run.source.begin) - run.source.begin;
      const std::size_t end = whole ? run.text_end : run.text_begin + std::min(drop->end, run.source.end) - run.source.begin;
      keep({at, std::max(at, begin)});
      for (std::size_t i = begin; i < end; ++i) new_offsets[i] = kept.text.size();
      at = std::max(at, end);
    }
    keep({at, run.text_end});
  }
  new_offsets[rich.text.size()] = kept.text.size();
  for (const Span& span : rich.spans) {
    const ByteRange range = {new_offsets[span.text.begin], new_offsets[span.text.end]};
    if (!range.empty()) kept.spans.push_back({span.kind, range, span.target});
  }
  return kept;
}

class Directives {
 public:
  Directives(Document& document, std::vector<Directive> directives) : document_(document), directives_(std::move(directives)) {}

  void apply() {
    find_regions();
    skip();
    for (const Region& region : regions_) {
      if (!region.voice.empty()) give_voice(region);
    }
    pause();
    for (const Directive& one : directives_) document_.silent.push_back({one.source, SilentKind::directive});
    std::stable_sort(document_.silent.begin(), document_.silent.end(), [](const SilentRange& a, const SilentRange& b) {
      const auto first = [](const SilentRange& one) { return one.kind == SilentKind::directive ? 0 : 1; };
      return std::pair(a.source.begin, first(a)) < std::pair(b.source.begin, first(b));
    });
  }

 private:
  void report(Finding finding) { document_.findings.push_back(std::move(finding)); }

  void find_regions() {
    std::vector<const Directive*> open;
    for (const Directive& one : directives_) {
      if (one.word == "skip" || (one.word == "voice" && !one.argument.empty())) {
        open.push_back(&one);
      } else if (one.word == "end" && !open.empty()) {
        regions_.push_back({{open.back()->source.end, one.source.begin}, open.back()->argument});
        open.pop_back();
      } else if (one.word == "end") {
        report({"unknown-directive", one.source, "an end of nothing; it is passed by"});
      } else if (one.word != "pause") {
        report({"unknown-directive", one.source,
                "\"" + plain_line(one.word) +
                    "\" tells aloud nothing: it knows pause, skip, voice NAME and end; it is passed by"});
      }
    }
    for (const Directive* one : open)
      report(
          {"unclosed-directive", one->source, "\"" + one->word + "\" has no <!-- aloud: end --> behind it; it is passed by"});
  }

  // Those that are skipped, in order; one within another counts as the outer.
  std::vector<ByteRange> skipped() const {
    std::vector<ByteRange> ranges;
    for (const Region& region : regions_) {
      if (region.voice.empty() && !region.source.empty()) ranges.push_back(region.source);
    }
    std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
    std::vector<ByteRange> disjoint;
    for (const ByteRange range : ranges) {
      if (disjoint.empty() || range.begin >= disjoint.back().end) disjoint.push_back(range);
    }
    return disjoint;
  }

  void skip() {
    const std::vector<ByteRange> ranges = skipped();
    if (ranges.empty()) return;
    for (const ByteRange range : ranges) document_.silent.push_back({range, SilentKind::skipped});
    std::erase_if(document_.blocks, [&](Block& block) {
      const auto first =
          std::partition_point(ranges.begin(), ranges.end(), [&](ByteRange one) { return one.end <= block.source.begin; });
      if (first == ranges.end() || first->begin >= block.source.end) return false;
      const bool within = first->begin <= block.source.begin && block.source.end <= first->end;
      if (within) return true;
      const bool had_text = !block.content.text.empty();
      block.content = without(block.content, ranges);
      for (RichText& cell : block.cells) cell = without(cell, ranges);
      return had_text && block.content.text.empty();
    });
  }

  void give_voice(const Region& region) {
    for (Block& block : document_.blocks) {
      if (block.source.end <= region.source.begin || region.source.end <= block.source.begin) continue;
      if (region.source.begin <= block.source.begin && block.source.end <= region.source.end) {
        if (block.voice.empty()) block.voice = region.voice;  // of regions in each other the inner is ended first
      } else {
        give_voice(block.content, region);
        for (RichText& cell : block.cells) give_voice(cell, region);
      }
    }
  }

  void give_voice(RichText& rich, const Region& region) {
    const ByteRange range = {text_offset(rich.text, region.source.begin), text_offset(rich.text, region.source.end)};
    if (range.empty()) return;
    if (can_hold(rich.spans, range)) return insert_span(rich.spans, {SpanKind::voice, range, region.voice});
    report({"unknown-directive", region.source,
            "a voice that begins within other markup and ends outside of it; it is passed by"});
  }

  void pause() {
    std::vector<Block> pauses;
    for (const Directive& one : directives_) {
      if (one.word != "pause") continue;
      const std::optional<int> length = pause_length(one.argument);
      if (!length) {
        report({"unknown-directive", one.source,
                "\"" + plain_line(one.argument) + "\" is no length of a pause: 800 or 0.8s; it is passed by"});
      } else if (*length > 0 && !pause_within_text(one.source.begin, *length)) {
        Block& block = pauses.emplace_back();
        block.kind = BlockKind::thematic_break;
        block.source = one.source;
        block.pause_ms = *length;
      }
    }
    if (!pauses.empty()) place(std::move(pauses));
  }

  // Before the first block that begins behind each.
  void place(std::vector<Block> pauses) {
    std::vector<Block> blocks;
    blocks.reserve(document_.blocks.size() + pauses.size());
    auto next = pauses.begin();
    for (Block& block : document_.blocks) {
      for (; next != pauses.end() && next->source.begin < block.source.begin; ++next) blocks.push_back(std::move(*next));
      blocks.push_back(std::move(block));
    }
    std::move(next, pauses.end(), std::back_inserter(blocks));
    document_.blocks = std::move(blocks);
  }

  bool pause_within_text(std::size_t offset, int length) {
    if (by_place_.empty()) {
      for (Block& block : document_.blocks) by_place_.push_back(&block);
      std::stable_sort(by_place_.begin(), by_place_.end(),
                       [](const Block* a, const Block* b) { return a->source.begin < b->source.begin; });
    }
    const auto behind =
        std::partition_point(by_place_.begin(), by_place_.end(), [&](const Block* one) { return one->source.begin < offset; });
    if (behind == by_place_.begin() || (*std::prev(behind))->source.end <= offset) return false;
    Block& block = **std::prev(behind);
    if (pause_within(block.content, offset, length)) return true;
    return std::any_of(block.cells.begin(), block.cells.end(),
                       [&](RichText& cell) { return pause_within(cell, offset, length); });
  }

  // At the white space before or behind it.
  static bool pause_within(RichText& rich, std::size_t offset, int length) {
    const std::string& text = rich.text.text();
    const std::size_t at = text_offset(rich.text, offset);
    if (at == 0 || at >= text.size()) return false;
    std::size_t space = at;
    if (text[at - 1] == ' ') space = at - 1;
    if (text[space] != ' ') space = std::min(text.find(' ', at), text.size());
    if (space == text.size()) return false;
    const ByteRange range = {space, space + 1};
    const auto known = std::find_if(rich.spans.begin(), rich.spans.end(),
                                    [&](const Span& one) { return one.kind == SpanKind::line_break && one.text == range; });
    if (known != rich.spans.end()) {
      known->target = std::to_string(length);
    } else if (can_hold(rich.spans, range)) {
      insert_span(rich.spans, {SpanKind::line_break, range, std::to_string(length)});
    } else {
      return false;
    }
    return true;
  }

  Document& document_;
  const std::vector<Directive> directives_;
  std::vector<Region> regions_;
  std::vector<Block*> by_place_;  // while pauses are looked for: the blocks as they stand in the source
};

}  // namespace

void apply_directives(Document& document) {
  const std::string& text = document.source.text();
  if (text.find(kName) == std::string::npos) return;
  std::vector<Directive> directives = directives_of(document);
  if (directives.size() > kMost) {
    document.findings.push_back(
        {"unknown-directive", directives[kMost].source,
         "more than " + std::to_string(kMost) + " comments for aloud; those from here on are passed by"});
    directives.resize(kMost);
  }
  if (!directives.empty()) Directives(document, std::move(directives)).apply();
}

}  // namespace aloud
