#include "script/pause_rules.h"

#include <algorithm>

namespace aloud {
namespace {

bool is_head(const Block& block) { return block.kind == BlockKind::title || block.kind == BlockKind::heading; }

// Around titles and headings their own pauses count alone, so that a profile can make them shorter than a paragraph's.
std::chrono::milliseconds pause_around_heads(const Block& before, const Block& after, const Pauses& pauses) {
  std::chrono::milliseconds pause{0};
  if (before.kind == BlockKind::title) pause = std::max(pause, pauses.title);
  if (before.kind == BlockKind::heading) pause = std::max(pause, pauses.heading_after);
  if (is_head(after)) pause = std::max(pause, pauses.heading_before);
  return pause;
}

std::chrono::milliseconds pause_by_kind(const Block& before, const Block& after, const Pauses& pauses) {
  if (is_head(before) || is_head(after)) return pause_around_heads(before, after, pauses);
  const auto both = [&](BlockKind kind) { return before.kind == kind && after.kind == kind; };
  const auto either = [&](BlockKind kind) { return before.kind == kind || after.kind == kind; };
  if (both(BlockKind::list_item)) return pauses.list_item;
  if (both(BlockKind::table_row) && before.table == after.table) return pauses.table_row;
  if (either(BlockKind::code)) return pauses.code;
  return pauses.paragraph;
}

}  // namespace

std::chrono::milliseconds pause_between(const Block& before, const Block& after, const Pauses& pauses) {
  std::chrono::milliseconds pause = pause_by_kind(before, after, pauses);
  if (before.quote_depth != after.quote_depth) pause = std::max(pause, pauses.quote);
  if (before.footnote != after.footnote) pause = std::max(pause, pauses.paragraph);
  return pause;
}

}  // namespace aloud
