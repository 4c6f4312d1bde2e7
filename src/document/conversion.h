#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/read_options.h"

namespace aloud {

/// A kind of document that aloud reads as another program's text of it.
struct Conversion {
  const char* what;                    ///< "a Word document"
  const char* program;                 ///< that converts it: standard input to standard output
  const char* package;                 ///< of Debian, that has the program
  std::vector<const char*> arguments;  ///< of the program
  DocumentFormat result;               ///< what it writes
};

/// How a file is to be converted before it is read: told by what it begins with, else by its name. nullptr: not at all, which
/// is so of whatever `options` name a format for.
const Conversion* conversion_of(std::string_view path, std::string_view bytes, const ReadOptions& options);

}  // namespace aloud
