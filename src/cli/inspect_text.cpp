#include "cli/inspect_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "util/white_space.h"

namespace aloud::cli {
namespace {

std::string_view part_of(std::string_view text, ByteRange range) { return text.substr(range.begin, range.size()); }

// Of a caption, which has no address, nothing is taken away where `captions` are text.
std::string without_images(const RichText& content, bool captions) {
  const std::string& text = content.text.text();
  std::string rest;
  std::size_t done = 0;
  for (const Span& span : content.spans) {
    if (span.kind != SpanKind::image || span.text.begin < done || (captions && span.target.empty())) continue;
    rest += text.substr(done, span.text.begin - done);
    done = span.text.end;
  }
  return rest + text.substr(done);
}

}  // namespace

std::string article_text(const Document& document) {
  std::string lines;
  for (const Block& block : document.blocks) {
    const bool book = document.format == DocumentFormat::epub;
    const bool page = book || document.format == DocumentFormat::html;
    if (page && block.kind == BlockKind::title) continue;
    const auto text_of = [=](const RichText& content) { return page ? without_images(content, book) : content.text.text(); };
    std::string line = text_of(block.content);
    for (const RichText& cell : block.cells) line += (&cell == block.cells.data() ? "" : " | ") + text_of(cell);
    line = fold_white_space(line);
    if (!line.empty()) lines += line + '\n';
  }
  return lines;
}

std::string outline_text(const Document& document) {
  std::string lines;
  const auto& blocks = document.blocks;
  const auto add = [&](const std::string& number, int depth, const std::string& title, std::size_t block) {
    std::string line = fmt::format("{:>3}  {:{}}{}", number, "", 2 * std::max(depth, 0), fold_white_space(title));
    if (block < blocks.size()) {
      if (blocks[block].matter != Matter::text) line += fmt::format(" ({})", to_string(blocks[block].matter));
      line += fmt::format(" at {}", to_string(document.source.place_of(blocks[block].source.begin)));
    }
    lines += line + '\n';
  };
  for (const Section& section : document.sections)
    add(section.chapter > 0 ? std::to_string(section.chapter) : "-", section.depth, section.title, section.block);
  if (!document.sections.empty()) return lines;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::title || blocks[i].kind == BlockKind::heading)
      add("-", blocks[i].level - 1, blocks[i].content.text.text(), i);
  }
  return lines;
}

std::string sentence_text(const SentenceTrace& sentence) {
  return fold_white_space(sentence.written.empty() ? sentence.prepared.text() : sentence.written) + '\n';
}

std::string spoken_text(const Utterance& utterance, const std::optional<Transcription>& said, const std::string& source) {
  const std::string& text = utterance.text.text();
  const ByteRange all = utterance.text.source_of({0, text.size()});
  const std::string written = fold_white_space(std::string(part_of(source, all)));
  std::string lines = written + '\n';
  if (written != text) lines += fmt::format("  → {}\n", text);
  for (const Change& change : changes_of(utterance)) {
    const std::string change_written = fold_white_space(std::string(part_of(source, change.source)));
    const std::string change_spoken =
        change.phonemes.empty() ? fold_white_space(std::string(part_of(text, change.spoken))) : "[[" + change.phonemes + "]]";
    const std::string reason = change.phonemes.empty() || change.reason.empty() ? "" : " (" + change.reason + ')';
    lines += fmt::format("    {}: {} → {}{}\n", change.rule, change_written, change_spoken, reason);
  }
  lines += said ? fmt::format("  /{}/\n", said->ipa) : "  (the engine crashed over this text)\n";
  return lines;
}

}  // namespace aloud::cli
