#include "engine/espeak_data.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "engine/synthesizer.h"
#include "util/error.h"
#include "util/suggest.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

/// Every regular file below `directory`, as paths relative to it, sorted.
std::vector<std::string> files_below(const fs::path& directory) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(directory, error), end; !error && it != end; it.increment(error))
    if (it->is_regular_file(error)) files.push_back(fs::relative(it->path(), directory).generic_string());
  std::sort(files.begin(), files.end());
  return files;
}

/// Voices that need MBROLA, in either layout of the data.
bool is_mbrola(const std::string& path) { return path.starts_with("mb/") || path.find("/mb/") != std::string::npos; }

EngineVoice read_voice(const fs::path& path, const std::string& identifier) {
  EngineVoice voice{identifier, {}, {}};
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
    if (line.starts_with("name ") && voice.name.empty()) voice.name = line.substr(5);
    if (line.starts_with("language ") && voice.language.empty()) {
      const std::string rest = line.substr(9);
      voice.language = rest.substr(0, rest.find_first_of(" \t"));
    }
  }
  return voice;
}

std::string lower(std::string text) {
  for (char& c : text)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// " (did you mean "a" or "b"?)" with the names that are near `wanted`, or "". A voice may be wanted by its language.
std::string near_misses(const std::string& wanted, const std::vector<EngineVoice>& known) {
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const EngineVoice& voice : known) {
    const std::string id = lower(voice.identifier), plain = lower(wanted);
    const std::size_t distance = std::min({edit_distance(plain, id), edit_distance(plain, id.substr(id.rfind('/') + 1)),
                                           edit_distance(plain, lower(voice.language))});
    if (distance <= 2 && distance < wanted.size()) ranked.emplace_back(distance, voice.identifier);
  }
  std::sort(ranked.begin(), ranked.end());
  std::string hint;
  for (std::size_t i = 0; i < ranked.size() && i < 3; ++i)
    hint += (i == 0 ? " (did you mean \"" : " or \"") + ranked[i].second + '"';
  return hint.empty() ? hint : hint + "?)";
}

void require_known(const char* what, const std::string& wanted, const std::vector<EngineVoice>& known) {
  const auto is_wanted = [&](const EngineVoice& voice) { return voice.identifier == wanted; };
  if (std::any_of(known.begin(), known.end(), is_wanted)) return;
  throw Error(ErrorKind::synthesis,
              std::string("eSpeak NG has no ") + what + " \"" + wanted + '"' + near_misses(wanted, known));
}

}  // namespace

std::vector<EngineVoice> list_espeak_voices(const std::string& data_path) {
  const fs::path directory = espeak_data_directory(data_path);
  std::vector<EngineVoice> voices;
  for (const std::string& file : files_below(directory / "lang")) voices.push_back(read_voice(directory / "lang" / file, file));
  for (const std::string& file : files_below(directory / "voices"))
    if (!is_mbrola(file) && !file.starts_with("!v/")) voices.push_back(read_voice(directory / "voices" / file, file));
  std::sort(voices.begin(), voices.end(), [](const auto& a, const auto& b) { return a.identifier < b.identifier; });
  return voices;
}

std::vector<std::string> list_espeak_variants(const std::string& data_path) {
  return files_below(fs::path(espeak_data_directory(data_path)) / "voices" / "!v");
}

void require_espeak_voice(const std::string& directory, const std::string& identifier, const std::string& variant) {
  const fs::path root(directory);
  std::error_code error;
  const bool plain = !identifier.empty() && identifier.find("..") == std::string::npos && !is_mbrola(identifier) &&
                     !identifier.starts_with("!v") && identifier.front() != '/' && identifier.find('+') == std::string::npos;
  const bool found = plain && (fs::is_regular_file(root / "lang" / identifier, error) ||
                               fs::is_regular_file(root / "voices" / identifier, error));
  if (!found) require_known("voice", identifier, list_espeak_voices(directory));
  if (variant.empty()) return;
  if (variant.find("..") == std::string::npos && fs::is_regular_file(root / "voices" / "!v" / variant, error)) return;
  std::vector<EngineVoice> variants;
  for (const std::string& name : list_espeak_variants(directory)) variants.push_back({name, {}, {}});
  require_known("voice variant", variant, variants);
}

}  // namespace aloud
