#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "script/voice_profile.h"
#include "util/error.h"

// Any bytes are a profile or an Error{profile} with a place; a profile that was read is written and read again unchanged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view toml(reinterpret_cast<const char*>(data), size);
  try {
    const aloud::VoiceProfile profile = aloud::parse_voice_profile(toml, "fuzz.toml");
    const std::string dump = aloud::dump_voice_profile(profile);
    const aloud::VoiceProfile again = aloud::parse_voice_profile(dump, "fuzz.toml");
    if (aloud::dump_voice_profile(again) != dump) std::abort();
  } catch (const aloud::Error& error) {
    if (error.kind() != aloud::ErrorKind::profile || error.place().path != "fuzz.toml" || error.place().line == 0) std::abort();
  }
  return 0;
}
