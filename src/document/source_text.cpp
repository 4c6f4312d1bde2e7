#include "document/source_text.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "document/encoding.h"
#include "document/lines.h"
#include "util/findings_message.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// Takes characters one by one with the bytes that they were decoded from.
class Decoded {
 public:
  explicit Decoded(std::size_t source_begin) : offsets(source_begin) {}

  void append(char32_t value, std::size_t source_size) {
    if (value == 0) {
      broken(source_size);
    } else {
      put(value, source_size);
    }
  }

  void broken(std::size_t source_size) {
    if (broken_count++ == 0) first_broken = text.size();
    put(kReplacementCharacter, source_size);
  }

  void append_verbatim(std::string_view bytes) {
    text += bytes;
    offsets.append(1, 1, bytes.size());
  }

  std::string text;
  OffsetMap offsets;
  std::size_t broken_count = 0;
  std::size_t first_broken = 0;

 private:
  void put(char32_t value, std::size_t source_size) {
    const std::size_t before = text.size();
    append_utf8(text, value);
    offsets.append(text.size() - before, source_size);
  }
};

void decode_utf8(std::string_view bytes, Decoded& out) {
  out.text.reserve(bytes.size());
  std::size_t good = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at] - 1) < 0x7F) {  // 0x01 to 0x7F
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(bytes, at);
    const bool written_so = bytes.substr(at, point.size) == "\xEF\xBF\xBD";
    if (bytes[at] == '\0' || (point.value == kReplacementCharacter && !written_so)) {
      out.append_verbatim(bytes.substr(good, at - good));
      out.broken(point.size);
      good = at + point.size;
    }
    at += point.size;
  }
  out.append_verbatim(bytes.substr(good));
}

enum class ByteOrder { little, big };

char32_t unit_at(std::string_view bytes, std::size_t at, std::size_t size, ByteOrder order) {
  char32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t from = order == ByteOrder::big ? i : size - 1 - i;
    value = value << 8 | static_cast<unsigned char>(bytes[at + from]);
  }
  return value;
}

void decode_utf16(std::string_view bytes, ByteOrder order, Decoded& out) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes.size() - at < 2) return out.broken(bytes.size() - at);
    const char32_t unit = unit_at(bytes, at, 2, order);
    at += 2;
    if (!U16_IS_SURROGATE(unit)) {
      out.append(unit, 2);
      continue;
    }
    const char32_t next = bytes.size() - at < 2 ? 0 : unit_at(bytes, at, 2, order);
    if (!U16_IS_SURROGATE_LEAD(unit) || !U16_IS_TRAIL(next)) {
      out.broken(2);
      continue;
    }
    out.append(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(unit, next)), 4);
    at += 2;
  }
}

void decode_utf32(std::string_view bytes, ByteOrder order, Decoded& out) {
  for (std::size_t at = 0; at < bytes.size(); at += 4) {
    if (bytes.size() - at < 4) return out.broken(bytes.size() - at);
    const char32_t value = unit_at(bytes, at, 4, order);
    const bool valid = value <= 0x10FFFF && !U_IS_SURROGATE(value);
    valid ? out.append(value, 4) : out.broken(4);
  }
}

// ICU gives C1 control characters for bytes that a Windows code page leaves undefined.
bool is_c1_control(UChar32 value) { return value >= 0x80 && value < 0xA0 && value != 0x85; }

void decode_by_icu(std::string_view bytes, const std::string& encoding, Decoded& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) throw Error(ErrorKind::input, "cannot convert from " + encoding);
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  while (at < end) {
    const char* before = at;
    status = U_ZERO_ERROR;
    const UChar32 value = ucnv_getNextUChar(converter.get(), &at, end, &status);
    const auto size = static_cast<std::size_t>(at - before);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;  // only shift sequences were left
    if (U_FAILURE(status) || is_c1_control(value) || value == static_cast<UChar32>(kReplacementCharacter)) {
      out.broken(size);
    } else {
      out.append(static_cast<char32_t>(value), size);
    }
  }
}

void decode_as(const std::string& encoding, std::string_view bytes, Decoded& out) {
  if (encoding == "UTF-8") return decode_utf8(bytes, out);
  const ByteOrder order = encoding.ends_with("BE") ? ByteOrder::big : ByteOrder::little;
  if (encoding.starts_with("UTF-16")) return decode_utf16(bytes, order, out);
  if (encoding.starts_with("UTF-32")) return decode_utf32(bytes, order, out);
  decode_by_icu(bytes, encoding, out);
}

Finding undecodable(const Decoded& decoded, const std::string& encoding) {
  const std::string count = std::to_string(decoded.broken_count);
  const std::string what = decoded.broken_count == 1 ? " byte sequence is" : " byte sequences are";
  return {"undecodable-bytes",
          {decoded.first_broken, decoded.first_broken + 3},
          count + what + " not valid " + encoding + "; each was replaced by U+FFFD (here the first)"};
}

}  // namespace

SourceText SourceText::decode(std::string name, std::string_view bytes, const std::string& declared) {
  if (const auto what = recognize_binary(bytes)) {
    throw Error(ErrorKind::input, "looks like " + *what + ", not text; convert it to plain text or Markdown first", {name});
  }
  const Encoding encoding = detect_encoding(bytes, declared);
  Decoded decoded(encoding.bom_size);
  decode_as(encoding.name, bytes.substr(encoding.bom_size), decoded);
  decoded.offsets.finish();

  SourceText source;
  source.name_ = std::move(name);
  source.encoding_ = encoding.name;
  source.byte_count_ = bytes.size();
  if (decoded.broken_count > 0) source.findings_.push_back(undecodable(decoded, encoding.name));
  source.text_ = std::move(decoded.text);
  source.offsets_ = std::move(decoded.offsets);
  source.line_begins_ = find_line_begins(source.text_);
  return source;
}

SourceText SourceText::join(std::string name, std::vector<SourceText> parts) {
  SourceText all;
  all.name_ = std::move(name);
  for (SourceText& part : parts) {
    const std::size_t begin = all.text_.size();
    all.parts_.push_back({std::move(part.name_), begin, all.byte_count_});
    all.part_offsets_.push_back(std::move(part.offsets_));
    for (Finding& finding : part.findings_) {
      finding.source = {finding.source.begin + begin, finding.source.end + begin};
      all.findings_.push_back(std::move(finding));
    }
    all.text_ += part.text_;
    all.byte_count_ += part.byte_count_;
    part.text_ = {};
  }
  all.line_begins_ = find_line_begins(all.text_);
  return all;
}

void SourceText::write(MessageWriter& out) const {
  out.text(text_);
  out.text(encoding_);
  write_findings(out, findings_);
  out.number(parts_.size());
  if (parts_.empty()) return offsets_.write(out);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    out.text(parts_[i].name);
    const bool last = i + 1 == parts_.size();
    out.number((last ? text_.size() : parts_[i + 1].decoded) - parts_[i].decoded);
    out.number((last ? byte_count_ : parts_[i + 1].bytes) - parts_[i].bytes);
    part_offsets_[i].write(out);
  }
}

SourceText SourceText::read(MessageReader& in, const std::string& name, std::size_t byte_count) {
  SourceText source;
  source.name_ = name;
  source.text_ = in.text();
  source.encoding_ = in.text();
  source.byte_count_ = byte_count;
  source.findings_ = read_findings(in, source.text_.size());
  source.line_begins_ = find_line_begins(source.text_);
  constexpr std::size_t kPartBytes = 5;
  std::size_t parts = in.count(kPartBytes);
  if (parts == 0) {
    source.offsets_ = OffsetMap::read(in, source.text_.size(), source.byte_count_);
    return source;
  }
  source.byte_count_ = 0;
  std::size_t decoded = 0;
  for (; parts > 0; --parts) decoded += source.read_part(in, decoded);
  in.require(decoded == source.text_.size());
  return source;
}

std::size_t SourceText::read_part(MessageReader& in, std::size_t decoded) {
  constexpr std::size_t kMostBytes = std::size_t{1} << 32;  // of a part; what all of them come to fits 64 bits
  parts_.push_back({std::string(in.text()), decoded, byte_count_});
  const std::size_t size = in.number_up_to(text_.size() - decoded);
  const std::size_t bytes = in.number_up_to(kMostBytes);
  in.require(floor_to_code_point(text_, decoded) == decoded);
  part_offsets_.push_back(OffsetMap::read(in, size, bytes));
  byte_count_ += bytes;
  return size;
}

std::size_t SourceText::part_at(std::size_t offset) const {
  const auto after = std::upper_bound(parts_.begin(), parts_.end(), offset,
                                      [](std::size_t at, const SourcePart& part) { return at < part.decoded; });
  return static_cast<std::size_t>(std::max(after - parts_.begin(), std::ptrdiff_t{1})) - 1;
}

ByteRange SourceText::source_bytes(ByteRange decoded) const {
  if (parts_.empty()) return offsets_.source_of(decoded);
  const std::size_t first = part_at(decoded.begin);
  const std::size_t last = decoded.empty() ? first : part_at(decoded.end - 1);
  const auto of_part = [this](std::size_t part, ByteRange range) {
    const SourcePart& from = parts_[part];
    const ByteRange bytes = part_offsets_[part].source_of({range.begin - from.decoded, range.end - from.decoded});
    return ByteRange{bytes.begin + from.bytes, bytes.end + from.bytes};
  };
  if (first == last) return of_part(first, decoded);
  return {of_part(first, {decoded.begin, decoded.begin}).begin, of_part(last, {parts_[last].decoded, decoded.end}).end};
}

Place SourceText::place_of(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::string name = parts_.empty() ? name_ : name_ + '/' + parts_[part_at(offset)].name;
  const std::size_t part_begin = parts_.empty() ? 0 : parts_[part_at(offset)].decoded;
  const auto line_of = [this](std::size_t at) {
    return std::upper_bound(line_begins_.begin(), line_begins_.end(), at) - line_begins_.begin();
  };
  if (line_begins_.empty()) return {name, 1, 1};
  const std::ptrdiff_t line = line_of(offset);
  const std::size_t begin = std::max(line_begins_[static_cast<std::size_t>(line) - 1], part_begin);
  const std::string_view before = std::string_view(text_).substr(begin, offset - begin);
  const std::ptrdiff_t lines_before = part_begin == 0 ? 0 : line_of(part_begin) - 1;
  return {name, static_cast<std::size_t>(line - lines_before), count_code_points(before) + 1};
}

}  // namespace aloud
