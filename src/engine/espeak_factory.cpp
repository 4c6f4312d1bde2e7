#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>

#include <filesystem>

#include "engine/espeak_data.h"
#include "engine/espeak_digest.h"
#include "engine/espeak_synthesizer.h"
#include "engine/synthesizer.h"
#include "util/error.h"
#include "util/user_directories.h"

namespace aloud {
namespace {

class EspeakFactory : public SynthesizerFactory {
 public:
  explicit EspeakFactory(const std::string& data_path)
      : directory_(std::filesystem::absolute(espeak_data_directory(data_path)).string()) {}

  void prepare() const override { start_espeak(directory_); }

  std::unique_ptr<Synthesizer> make(const VoiceParameters& voice) const override {
    require_espeak_voice(directory_, voice.engine_voice, voice.variant);
    return make_espeak_synthesizer(directory_, voice);
  }

  std::string release() const override { return std::string("espeak-ng ") + espeak_Info(nullptr); }

  std::string version() const override {
    if (version_.empty()) version_ = release() + " data " + digest_of_espeak_data(directory_, memory());
    return version_;
  }

 private:
  static std::string memory() {
    const std::string directory = user_cache_directory();
    return directory.empty() || !make_private_directory(directory) ? "" : directory + "/engine-data";
  }

  std::string directory_;
  mutable std::string version_;  // on first use: the data are 12 MB
};

}  // namespace

std::string espeak_data_directory(const std::string& data_path) {
  // A path without data would make the library fall back to its own without a word.
  const auto holds_data = [](const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path / "phontab", error);
  };
  const char* directory = data_path.c_str();
  if (data_path.empty()) {
    espeak_ng_InitializePath(nullptr);  // sets the path, and starts nothing
    espeak_Info(&directory);
  }
  const std::filesystem::path path(directory == nullptr ? "" : directory);
  if (holds_data(path)) return path.string();
  if (holds_data(path / "espeak-ng-data")) return (path / "espeak-ng-data").string();
  throw Error(ErrorKind::synthesis, "no eSpeak NG data in " + path.string() + ": install the package espeak-ng-data");
}

std::unique_ptr<SynthesizerFactory> make_espeak_factory(std::string data_path) {
  return std::make_unique<EspeakFactory>(data_path);
}

}  // namespace aloud
