#include "engine/flite_library.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <vector>

#include "engine/flite_synthesizer.h"
#include "util/digest.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr const char* kLibrary = "libflite.so.1";

// What a voice needs beside itself; found by the loader, and a part of what is heard.
constexpr std::array kShared = {kLibrary, "libflite_usenglish.so.1", "libflite_cmulex.so.1"};

std::string library_of(const std::string& voice) { return "libflite_cmu_us_" + voice + ".so.1"; }

bool is_voice(const std::string& name) {
  return std::ranges::any_of(flite_voices(), [&](const FliteVoice& voice) { return name == voice.name; });
}

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorKind::synthesis, "cannot load Flite: " + what + ": install the package libflite1");
}

// Never closed: what a voice has set up stays in use.
void* open_library(const std::string& name) { return dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL); }

void* opened(const std::string& name) {
  void* library = open_library(name);
  if (library == nullptr) refuse(dlerror());
  return library;
}

template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (function == nullptr) refuse(std::string("there is no ") + name + " in " + kLibrary);
}

FliteLibrary loaded() {
  void* library = opened(kLibrary);
  FliteLibrary flite{};
  find(library, "flite_init", flite.init);
  find(library, "flite_synth_text", flite.synth_text);
  find(library, "flite_feat_set_float", flite.set_float);
  find(library, "feat_val", flite.feature);
  find(library, "val_lexicon", flite.as_lexicon);
  find(library, "cst_lex_make_entry", flite.make_entry);
  find(library, "cons_val", flite.cons);
  find(library, "utt_wave", flite.wave);
  find(library, "utt_relation", flite.relation);
  find(library, "relation_head", flite.head);
  find(library, "item_next", flite.next);
  find(library, "item_daughter", flite.daughter);
  find(library, "item_as", flite.as);
  find(library, "item_feat_string", flite.text);
  find(library, "item_feat_float", flite.number);
  flite.init();
  return flite;
}

// The file that a loaded library came from.
std::string path_of(const std::string& name) {
  void* library = open_library(name);
  if (library == nullptr) return {};
  std::array<char, 4096> directory{};
  if (dlinfo(library, RTLD_DI_ORIGIN, directory.data()) != 0) return {};
  return std::string(directory.data()) + '/' + name;
}

std::string digest_of(const std::vector<std::string>& names) {
  Xxh3 digest;
  for (const std::string& name : names) {
    std::ifstream file(path_of(name), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    digest.update(bytes.data(), bytes.size());
  }
  return digest.hex();
}

}  // namespace

const FliteLibrary& FliteLibrary::get() {
  static const FliteLibrary library = loaded();
  return library;
}

cst_voice* load_flite_voice(const std::string& name) {
  if (!is_voice(name)) throw Error(ErrorKind::synthesis, "Flite has no voice \"" + name + '"');
  FliteLibrary::get();
  void* library = opened(library_of(name));
  cst_voice* (*registers)(const char*) = nullptr;
  find(library, ("register_cmu_us_" + name).c_str(), registers);
  cst_voice* voice = registers(nullptr);
  if (voice == nullptr) throw Error(ErrorKind::synthesis, "Flite cannot set up its voice \"" + name + '"');
  return voice;
}

bool has_flite_voice(const std::string& name) {
  return is_voice(name) && open_library(kLibrary) != nullptr && open_library(library_of(name)) != nullptr;
}

std::string flite_version(const std::string& name) {
  static std::mutex mutex;
  static std::map<std::string, std::string> known;
  if (!has_flite_voice(name)) return "no Flite";
  const std::lock_guard lock(mutex);
  std::string& version = known[name];
  if (!version.empty()) return version;
  std::vector<std::string> libraries(kShared.begin(), kShared.end());
  libraries.push_back(library_of(name));
  return version = "flite 1, libraries " + digest_of(libraries);
}

}  // namespace aloud
