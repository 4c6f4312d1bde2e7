#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace aloud {

/// What is left of a stream, but no more than `most` bytes and one: a longer result tells of one that is too large. Takes as
/// much memory as there is to read. Where reading fails, what came before, and `stream.bad()`.
std::string read_at_most(std::istream& stream, std::size_t most);

}  // namespace aloud
