#pragma once

#include "util/byte_sink.h"

namespace aloud {

/// A file that is being made and has no name yet: whole under its name after commit(), or not there at all.
class StagedFile : public ByteSink {
 public:
  /// Does all of commit() that can fail for want of room, so that several files can be put in place together or not at all.
  /// Requires: nothing is written afterwards. On failure throws Error{output}.
  virtual void prepare() = 0;

  /// Puts the file in place. Requires: called at most once, last. On failure throws Error{output}; the name is then untouched.
  virtual void commit() = 0;
};

}  // namespace aloud
