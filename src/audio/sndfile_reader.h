#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "audio/units.h"
#include "util/byte_source.h"

namespace aloud {

/// Reads audio in any format that libsndfile knows.
class SndfileReader {
 public:
  /// Requires: `source` outlives the reader. On failure (no such format) throws Error{input} with libsndfile's reason.
  explicit SndfileReader(const ByteSource& source);
  ~SndfileReader();
  SndfileReader(const SndfileReader&) = delete;
  SndfileReader& operator=(const SndfileReader&) = delete;

  SampleRate rate() const;
  std::size_t channels() const;

  /// As the file says, which may be wrong.
  Frames frames() const;

  /// Goes to a frame; false if there is no way to it.
  bool seek(Frames frame);

  /// Whole frames with their channels side by side, 1 being full scale; returns how many came, fewer only at the end.
  /// Requires: the span holds whole frames. On failure (the source fails) throws what it threw.
  Frames read(std::span<float> interleaved);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aloud
