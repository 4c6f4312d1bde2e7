#include "document/code_block.h"

#include <algorithm>

#include "document/lines.h"

namespace aloud {
namespace {

std::size_t blanks_of(std::string_view line) {
  return static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_blank) - line.begin());
}

// One line: what follows the indentation is the same byte for byte; the indentation may have lost columns, or been a tab.
bool align_line(std::string_view literal, std::string_view source, std::size_t source_begin, AlignedText& text) {
  const std::size_t indent = blanks_of(literal);
  const std::size_t written = blanks_of(source);
  if (literal.substr(indent) != source.substr(written)) return false;
  const std::size_t shared = std::min(indent, written);
  const bool same = source.substr(written - shared, shared) == literal.substr(0, indent);
  const ByteRange range{source_begin + written - shared, source_begin + written};
  text.append(literal.substr(0, indent), range, same ? Mapping::linear : Mapping::whole);
  text.append_linear(literal.substr(indent), source_begin + written);
  return true;
}

}  // namespace

std::optional<AlignedText> align_code(const SourceLines& lines, std::size_t first_line, std::size_t begin,
                                      const std::vector<Container>& containers, std::string_view literal) {
  AlignedText text;
  std::size_t number = first_line;
  for (std::size_t at = 0; at < literal.size(); at = next_line(literal, at), ++number) {
    if (number > lines.count()) return std::nullopt;
    const ByteRange inside = number == first_line ? ByteRange{begin, lines.line(number).end} : lines.inside(number, containers);
    const std::string_view source = lines.text().substr(inside.begin, inside.size());
    const std::size_t end = line_end(literal, at);
    const std::size_t source_end = line_end(source, 0);
    if (!align_line(literal.substr(at, end - at), source.substr(0, source_end), inside.begin, text)) return std::nullopt;
    if (next_line(literal, at) == literal.size()) break;
    text.append("\n", {inside.begin + source_end, inside.end},
                inside.size() - source_end == 1 && source.back() == '\n' ? Mapping::linear : Mapping::whole);
  }
  return text;
}

}  // namespace aloud
