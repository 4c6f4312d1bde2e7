#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "util/byte_range.h"
#include "util/message.h"

namespace aloud {

/// The way back from decoded UTF-8 to the bytes of a file in any encoding, exact for every character.
///
/// Stored as runs of characters that have the same width on both sides, two bytes or so a run, with a checkpoint every
/// kRunsPerCheckpoint runs: a UTF-8 file takes one run, Cyrillic in one byte a letter well under a byte per character.
class OffsetMap {
 public:
  explicit OffsetMap(std::size_t source_begin = 0) : source_end_(source_begin) {}

  /// Appends `count` units, each of `decoded` bytes of UTF-8 that stand for `source` bytes of the file.
  /// Requires: 1 <= decoded <= 4. `source` may be 0 (a second character from one code).
  void append(std::size_t decoded, std::size_t source, std::size_t count = 1);

  /// Ends the last run. Requires: called once, after the last append().
  void finish();

  /// For another process, and back. On failure (a map that does not lead from all of `decoded` bytes into a file of `source`
  /// bytes) throws BadMessage. Requires: write() after finish().
  void write(MessageWriter& out) const;
  static OffsetMap read(MessageReader& in, std::size_t decoded, std::size_t source);

  /// The bytes of the file behind `decoded`; a unit that is cut counts whole.
  ByteRange source_of(ByteRange decoded) const;

 private:
  static constexpr std::size_t kRunsPerCheckpoint = 64;

  enum class Round { down, up };

  struct Checkpoint {
    std::size_t decoded = 0;
    std::size_t source = 0;
    std::size_t code = 0;  // offset in codes_
  };

  struct Run {
    std::size_t decoded = 0;
    std::size_t source = 0;
    std::size_t count = 0;
  };

  Run run_at(std::size_t& code) const;
  void write_number(std::size_t value);
  std::size_t read_number(std::size_t& at) const;
  std::size_t locate(std::size_t decoded, Round round) const;

  Run open_;
  std::size_t decoded_end_ = 0;  // of the closed runs
  std::size_t source_end_ = 0;
  std::size_t runs_ = 0;
  std::string codes_;  // per run: width code, count; base 128, low part first
  std::vector<Checkpoint> checkpoints_;
};

}  // namespace aloud
