#include "cli/version_text.h"

#include <fmt/format.h>

#include "engine/synthesizer.h"
#include "version.h"

namespace aloud::cli {

std::string version_text() {
  return fmt::format("{} on eSpeak NG\nengine: {}\nLicence GPL-3.0-or-later; there is no warranty.", kSoftware,
                     make_espeak_factory()->version());
}

}  // namespace aloud::cli
