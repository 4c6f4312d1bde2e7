#include "script/document_builder.h"

#include <algorithm>

namespace aloud::test {
namespace {

struct Markup {
  std::string_view open, close;
  SpanKind kind;
};

constexpr Markup kMarkup[] = {
    {"*", "*", SpanKind::emphasis},
    {"`", "`", SpanKind::code},
    {"<", ">", SpanKind::url},
    {"!(", ")", SpanKind::image},
    {"^(", ")", SpanKind::footnote_reference},
    {"{", "}", SpanKind::language},
    {"@(", ")", SpanKind::citation},
    {"!!(", ")", SpanKind::admonition},
};

constexpr std::string_view kNoBreakSpace = "&nbsp;";

}  // namespace

Block& DocumentBuilder::add(BlockKind kind, std::string_view marked_text) {
  Block block;
  block.kind = kind;
  const std::size_t begin = source_.size();
  block.content = read(marked_text);
  block.source = {begin, source_.size()};
  source_ += "\n\n";
  document_.blocks.push_back(std::move(block));
  return document_.blocks.back();
}

Block& DocumentBuilder::item(int number, std::string_view text) {
  const std::string marker = number == 0 ? "-" : std::to_string(number) + '.';
  const std::size_t begin = source_.size();
  source_ += marker + ' ';
  Block& block = add(BlockKind::list_item, text);
  if (number != 0) block.ordinal = number;
  block.marker = {begin, begin + marker.size()};
  block.source.begin = begin;
  block.list_depth = 1;
  return block;
}

Block& DocumentBuilder::row(int table, bool header, const std::vector<std::string>& cells) {
  Block block;
  block.kind = BlockKind::table_row;
  block.table = table;
  block.header_row = header;
  block.source.begin = source_.size();
  for (const std::string& cell : cells) {
    source_ += "| ";
    block.cells.push_back(read(cell));
    source_ += ' ';
  }
  block.source.end = source_.size();
  source_ += '\n';
  document_.blocks.push_back(std::move(block));
  return document_.blocks.back();
}

RichText DocumentBuilder::read(std::string_view marked_text) {
  RichText content;
  read_into(marked_text, content);
  return content;
}

void DocumentBuilder::read_into(std::string_view marked_text, RichText& content) {
  for (std::size_t i = 0; i < marked_text.size();) {
    const std::string_view rest = marked_text.substr(i);
    if (rest.starts_with(kNoBreakSpace)) {
      content.text.append("\u00A0", {source_.size(), source_.size() + kNoBreakSpace.size()}, Mapping::whole);
      source_ += kNoBreakSpace;
      i += kNoBreakSpace.size();
      continue;
    }
    const auto* const markup =
        std::find_if(std::begin(kMarkup), std::end(kMarkup), [&](const Markup& one) { return rest.starts_with(one.open); });
    const std::size_t close =
        markup == std::end(kMarkup) ? std::string_view::npos : rest.find(markup->close, markup->open.size());
    if (close == std::string_view::npos) {
      content.text.append_linear(rest.substr(0, 1), source_.size());
      source_ += rest.front();
      ++i;
      continue;
    }
    read_span(markup->kind, markup->open, rest.substr(markup->open.size(), close - markup->open.size()), markup->close,
              content);
    i += close + markup->close.size();
  }
}

void DocumentBuilder::read_span(SpanKind kind, std::string_view open, std::string_view body, std::string_view close,
                                RichText& content) {
  source_ += open;
  std::string target;
  if (kind == SpanKind::language) {
    const std::size_t colon = std::min(body.find(':'), body.size() - 1);
    target = body.substr(0, colon);
    source_ += body.substr(0, colon + 1);
    body.remove_prefix(colon + 1);
  }
  const std::size_t number = content.spans.size();
  const std::size_t begin = content.text.size();
  content.spans.push_back({kind, {begin, begin}, target});
  read_into(body, content);
  content.spans[number].text.end = content.text.size();
  source_ += close;
}

Document DocumentBuilder::build() {
  document_.source = SourceText::decode("test", source_);
  return std::move(document_);
}

Document paragraph(std::string_view marked_text) {
  DocumentBuilder builder;
  builder.paragraph(marked_text);
  return builder.build();
}

}  // namespace aloud::test
