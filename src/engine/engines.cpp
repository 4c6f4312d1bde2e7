// The seam: which engine speaks with a voice.
#include "engine/command_synthesizer.h"
#include "engine/flite_synthesizer.h"
#include "engine/synthesizer.h"

namespace aloud {
namespace {

class Engines : public SynthesizerFactory {
 public:
  explicit Engines(const EspeakOptions& options) : espeak_(make_espeak_factory(options)) {}

  void prepare() const override { espeak_->prepare(); }

  std::unique_ptr<Synthesizer> make(const VoiceParameters& voice) const override {
    switch (voice.engine) {
      case EngineKind::flite:
        return make_flite_synthesizer(voice);
      case EngineKind::command:
        return make_command_synthesizer(voice);
      case EngineKind::espeak:
        break;
    }
    return espeak_->make(voice);
  }

  FactoryRecipe recipe() const override { return espeak_->recipe(); }
  const EngineTraits& traits() const override { return espeak_->traits(); }
  std::string release() const override { return espeak_->release(); }
  std::string version() const override { return espeak_->version(); }

  std::string version_of(const VoiceParameters& voice) const override {
    switch (voice.engine) {
      case EngineKind::flite:
        return flite_version(voice.engine_voice);
      case EngineKind::command:
        return command_version(voice.command);
      case EngineKind::espeak:
        break;
    }
    return version();
  }

 private:
  std::unique_ptr<SynthesizerFactory> espeak_;
};

}  // namespace

const char* to_string(EngineKind kind) {
  switch (kind) {
    case EngineKind::espeak:
      return "espeak";
    case EngineKind::flite:
      return "flite";
    case EngineKind::command:
      return "command";
  }
  return "";
}

const EngineTraits& traits_of(const VoiceParameters& voice, const EngineTraits& espeak) {
  switch (voice.engine) {
    case EngineKind::flite:
      return flite_traits(voice.engine_voice);
    case EngineKind::command:
      return command_traits(voice.command);
    case EngineKind::espeak:
      break;
  }
  return espeak;
}

std::unique_ptr<SynthesizerFactory> make_engines(const EspeakOptions& options) { return std::make_unique<Engines>(options); }

}  // namespace aloud
