#include "publish/text_places.h"

#include <algorithm>

#include "publish/article_html.h"
#include "util/utf8.h"

namespace aloud {

TextPlaces::TextPlaces(const Document& document) : document_(document) {
  for (const Block& block : document.blocks) {
    first_element_.push_back(texts_.size());
    if (block.kind == BlockKind::table_row) {
      for (const RichText& cell : block.cells) add(cell);
    } else {
      add(block.content);
    }
  }
  std::stable_sort(pieces_.begin(), pieces_.end(),
                   [](const Piece& a, const Piece& b) { return a.source.begin < b.source.begin; });
}

void TextPlaces::add(const RichText& rich) {
  const std::size_t element = texts_.size();
  const std::string& text = rich.text.text();
  texts_.push_back(&text);
  std::vector<std::uint32_t>& units = units_.emplace_back();
  const auto is_plain = [](char c) {
    return shown_units(static_cast<unsigned char>(c)) == 1 && static_cast<signed char>(c) >= 0;
  };
  if (!std::all_of(text.begin(), text.end(), is_plain)) {
    units.reserve(text.size() + 1);
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      units.insert(units.end(), point.size, count);
      count += static_cast<std::uint32_t>(shown_units(point.value));
      at += point.size;
    }
    units.push_back(count);
  }
  for (const AlignedText::Run& run : rich.text.runs()) {
    if (run.source.empty()) continue;
    pieces_.push_back({document_.source.source_bytes(run.source), element, run.text_begin, run.text_end,
                       run.mapping == Mapping::linear, run.source});
  }
}

// The bytes of the element's text that come from these of the file. In UTF-8 both have the same width; elsewhere a piece is
// searched, since widths differ from character to character.
ByteRange TextPlaces::bytes_of(const Piece& piece, ByteRange source) const {
  if (!piece.linear || (source.begin <= piece.source.begin && source.end >= piece.source.end)) return {piece.begin, piece.end};
  const auto offset = [&](std::size_t byte) {
    if (byte <= piece.source.begin) return piece.begin;
    if (byte >= piece.source.end) return piece.end;
    if (piece.source.size() == piece.decoded.size()) return piece.begin + (byte - piece.source.begin);
    std::size_t low = piece.decoded.begin, high = piece.decoded.end;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      const bool before = document_.source.source_bytes({piece.decoded.begin, middle}).end < byte;
      (before ? low : high) = before ? middle + 1 : middle;
    }
    return piece.begin + (low - piece.decoded.begin);
  };
  return {offset(source.begin), offset(source.end)};
}

std::size_t TextPlaces::units(std::size_t element, std::size_t byte) const {
  const std::vector<std::uint32_t>& units = units_[element];
  return units.empty() ? byte : units[std::min(byte, units.size() - 1)];
}

std::vector<TextPlace> TextPlaces::of(ByteRange source) const {
  std::vector<TextPlace> places;
  if (source.empty()) return places;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), source.begin,
                                [](std::size_t begin, const Piece& one) { return begin < one.source.begin; });
  while (piece != pieces_.begin() && std::prev(piece)->source.end > source.begin) --piece;
  for (; piece != pieces_.end() && piece->source.begin < source.end; ++piece) {
    if (piece->source.end <= source.begin) continue;
    const ByteRange bytes = bytes_of(*piece, source);
    const TextPlace place{piece->element, units(piece->element, bytes.begin), units(piece->element, bytes.end)};
    if (place.begin >= place.end) continue;
    if (!places.empty() && places.back().element == place.element) {
      places.back().begin = std::min(places.back().begin, place.begin);
      places.back().end = std::max(places.back().end, place.end);
    } else {
      places.push_back(place);
    }
  }
  return places;
}

}  // namespace aloud
