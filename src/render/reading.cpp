#include "render/render.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr const char* kDefaultVoice = "en-us";

VoiceProfile load_for_article(const Document& document, const VoiceChoice& choice) {
  if (!choice.name.empty()) return load_voice_profile(choice.name, choice.directories);
  if (document.front_matter.voice) {
    try {
      return load_voice_profile(*document.front_matter.voice, choice.directories);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::usage) throw;
      throw Error(ErrorKind::input, error.message(), {document.source.name(), 0, 0});
    }
  }
  const std::string language = choice.language.empty() ? document.front_matter.language.value_or("") : choice.language;
  std::optional<std::string> name;
  if (!language.empty()) name = default_voice_for(language, choice.directories);
  return load_voice_profile(name.value_or(kDefaultVoice), choice.directories);
}

}  // namespace

Reading choose_reading(const Document& document, const VoiceChoice& choice) {
  Reading reading{load_for_article(document, choice), choice.language};
  if (reading.language.empty()) reading.language = document.front_matter.language.value_or(reading.profile.language);
  if (choice.adjust) choice.adjust(reading.profile);
  return reading;
}

}  // namespace aloud
