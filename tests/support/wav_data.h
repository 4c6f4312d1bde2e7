#pragma once

#include <cstdint>
#include <cstring>
#include <string>

namespace aloud::test {

/// The samples of a WAV file of 16 bits: what stands in its chunk of data, as more chunks may follow it.
inline std::string data_of_wav(const std::string& bytes) {
  const std::size_t chunk = bytes.find("data", 12);
  if (chunk == std::string::npos) return {};
  std::uint32_t size = 0;
  std::memcpy(&size, bytes.data() + chunk + 4, sizeof size);
  return bytes.substr(chunk + 8, size);
}

}  // namespace aloud::test
