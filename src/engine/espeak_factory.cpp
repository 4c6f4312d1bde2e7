#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>

#include <filesystem>
#include <mutex>

#include "engine/espeak_data.h"
#include "engine/espeak_digest.h"
#include "engine/espeak_synthesizer.h"
#include "engine/synthesizer.h"
#include "util/error.h"
#include "util/user_directories.h"

namespace aloud {
namespace {

const std::string kRecipeName = "espeak-ng ";  // before the directory of the data

/// What the library writes down about its data is one to a process.
std::string default_data_directory() {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  const char* directory = nullptr;
  espeak_ng_InitializePath(nullptr);  // sets the path, and starts nothing
  espeak_Info(&directory);
  return directory == nullptr ? "" : directory;
}

class EspeakFactory : public SynthesizerFactory {
 public:
  explicit EspeakFactory(const EspeakOptions& options)
      : options_(options), directory_(std::filesystem::absolute(espeak_data_directory(options.data_path)).string()) {}

  void prepare() const override { start_espeak(directory_); }

  std::unique_ptr<Synthesizer> make(const VoiceParameters& voice) const override {
    require_espeak_voice(directory_, voice.engine_voice, voice.variant);
    return make_espeak_synthesizer(directory_, voice);
  }

  FactoryRecipe recipe() const override { return {kRecipeName + directory_, options_.program, options_.always_spawn}; }

  const EngineTraits& traits() const override { return espeak_traits(); }

  std::string release() const override { return std::string("espeak-ng ") + espeak_Info(nullptr); }

  std::string version() const override {
    const std::lock_guard lock(mutex_);
    if (version_.empty()) version_ = release() + " data " + digest_of_espeak_data(directory_, memory());
    return version_;
  }

 private:
  static std::string memory() {
    const std::string directory = user_cache_directory();
    return directory.empty() || !make_private_directory(directory) ? "" : directory + "/engine-data";
  }

  EspeakOptions options_;
  std::string directory_;
  mutable std::mutex mutex_;
  mutable std::string version_;  // on first use: the data are 12 MB
};

}  // namespace

std::string espeak_data_directory(const std::string& data_path) {
  // A path without data would make the library fall back to its own without a word.
  const auto holds_data = [](const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path / "phontab", error);
  };
  const std::filesystem::path path = data_path.empty() ? default_data_directory() : data_path;
  if (holds_data(path)) return path.string();
  if (holds_data(path / "espeak-ng-data")) return (path / "espeak-ng-data").string();
  throw Error(ErrorKind::synthesis, "no eSpeak NG data in " + path.string() + ": install the package espeak-ng-data");
}

std::unique_ptr<SynthesizerFactory> make_espeak_factory(const EspeakOptions& options) {
  return std::make_unique<EspeakFactory>(options);
}

std::unique_ptr<SynthesizerFactory> make_factory(const std::string& recipe) {
  if (!recipe.starts_with(kRecipeName)) throw Error(ErrorKind::synthesis, "no engine is called \"" + recipe + '"');
  return make_engines({.data_path = recipe.substr(kRecipeName.size())});
}

}  // namespace aloud
