#pragma once

#include <string>

#include "aloud/errors.h"

namespace aloud {

// The errors of the library are those of its public interface, which says what they mean.
using v0::Error;
using v0::ErrorKind;
using v0::Place;
using v0::to_string;

/// "No such file or directory" for an errno value, in English whatever the locale.
std::string describe_errno(int error_number);

/// "cannot write: No such file or directory; make its directory first": the same about a file that shall be written, with the
/// way out where there is one.
std::string describe_write_error(int error_number);

}  // namespace aloud
