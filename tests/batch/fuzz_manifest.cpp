#include <cstdint>
#include <cstdlib>

#include "batch/manifest.h"

// Whatever it reads, it writes what it would read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const aloud::ManifestReading reading = aloud::parse_manifest(text);
  const std::string written = aloud::manifest_text(reading.manifest);
  const aloud::ManifestReading again = aloud::parse_manifest(written);
  if (!again.problems.empty() || aloud::manifest_text(again.manifest) != written) std::abort();
  if (const auto line = aloud::parse_manifest_line(text)) {
    if (!aloud::parse_manifest_line(aloud::to_json_line(*line))) std::abort();
  }
  return 0;
}
