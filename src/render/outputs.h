#pragma once

#include <memory>
#include <string>
#include <vector>

#include "util/byte_sink.h"
#include "util/directory.h"
#include "util/staged_file.h"

namespace aloud {

/// The files of one render: opened together, put in place together.
class Outputs {
 public:
  /// Where the files are: names beneath `directory`, or with null paths that a person typed.
  explicit Outputs(Directory* directory = nullptr) : directory_(directory) {}

  /// `sink` itself, if there is one. Else opens a file, standard output for "-", a bottomless hole for "", which lives as long
  /// as this object. On failure throws Error{output}.
  ByteSink& open(const std::string& path, ByteSink* sink);

  /// A file as open() opens it, which commit() leaves out: it goes with this object.
  ByteSink& open_scratch(const std::string& path);

  /// Puts all files in place, or none of them where there is no room for one.
  void commit();

 private:
  Directory* directory_;
  std::vector<std::unique_ptr<ByteSink>> others_;
  std::vector<std::unique_ptr<StagedFile>> files_, scratch_;
};

}  // namespace aloud
