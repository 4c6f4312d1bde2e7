// Whatever a terminal sends is taken apart without end or loss of sense: all at once, or byte by byte.
#include <cstdint>
#include <cstdlib>

#include "play/keys.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  aloud::KeyDecoder at_once, one_by_one;
  const std::vector<aloud::Key> whole = at_once.decode(bytes);
  std::vector<aloud::Key> pieces;
  for (std::size_t i = 0; i < size; ++i)
    for (const aloud::Key& key : one_by_one.decode(bytes.substr(i, 1))) pieces.push_back(key);
  if (size <= 32 && whole != pieces) std::abort();  // longer: a sequence without an end is given up, sooner or later
  at_once.settle();
  if (at_once.is_waiting()) std::abort();
  return 0;
}
