#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/offset_map.h"
#include "util/byte_range.h"
#include "util/error.h"
#include "util/findings.h"
#include "util/message.h"

namespace aloud {

/// A file of an article that is made of several, as a book is.
struct SourcePart {
  std::string name;         ///< its path within the book
  std::size_t decoded = 0;  ///< where it begins in the decoded source
  std::size_t bytes = 0;    ///< where it begins in the bytes of all parts
};

/// The bytes of an article as UTF-8 text, with the way back to the bytes of the file.
///
/// Of a book the source is its parts one behind the other, in the order that they are read: text() is what they decode to, and
/// "bytes of the file" are those of the parts as they are when unpacked.
///
/// All stages work with offsets into `text` ("the decoded source"). Only what leaves the program (timeline, coverage)
/// goes through source_bytes(), so that positions are right in the file as it lies on disk, whatever its encoding.
class SourceText {
 public:
  /// Decodes `bytes`: a byte-order mark decides; else valid UTF-8 is UTF-8; else uchardet guesses and ICU converts. The BOM is
  /// not part of text(). Bytes that stand for nothing in the encoding become U+FFFD each and are reported as a finding.
  /// `declared` is an encoding that the text itself names, empty if none: it is believed before the guess.
  /// `name` is what error messages call the article (a path, or "-").
  /// On failure (binary data, a file that is not text) throws Error{input}.
  static SourceText decode(std::string name, std::string_view bytes, const std::string& declared = {});

  /// Several texts as one, under `name`; their own names are those of the parts. Requires: each was decoded.
  static SourceText join(std::string name, std::vector<SourceText> parts);

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }
  const std::string& encoding() const { return encoding_; }        ///< IANA name, e.g. "UTF-8", "windows-1252"
  std::size_t byte_count() const { return byte_count_; }           ///< size of the file, or of all parts
  const std::vector<SourcePart>& parts() const { return parts_; }  ///< of a book, in order; else empty
  const Findings& findings() const { return findings_; }

  /// For another process, and back: under the receiver's `name`, for a file of `byte_count` bytes; parts of a book say their
  /// own sizes. On failure throws BadMessage.
  void write(MessageWriter& out) const;
  static SourceText read(MessageReader& in, const std::string& name, std::size_t byte_count);

  /// The bytes of the file that the range of text() was decoded from.
  ByteRange source_bytes(ByteRange decoded) const;

  /// Line and column (in characters) of an offset in text(), both from 1; in a book, in its part: "book.epub/text/one.xhtml".
  Place place_of(std::size_t offset) const;

 private:
  std::string name_;
  std::string text_;
  std::string encoding_ = "UTF-8";
  std::size_t byte_count_ = 0;
  Findings findings_;
  std::size_t part_at(std::size_t offset) const;                  // its number
  std::size_t read_part(MessageReader& in, std::size_t decoded);  // that begins there; returns its size in the text

  OffsetMap offsets_;                    // where there are no parts
  std::vector<SourcePart> parts_;        // of a book
  std::vector<OffsetMap> part_offsets_;  // of each part
  std::vector<std::size_t> line_begins_;
};

}  // namespace aloud
