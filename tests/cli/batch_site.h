#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/aloud_program.h"

namespace aloud::test {

/// A small site to render: three articles in two directories, one of them German, and a place for outputs.
class Site {
 public:
  Site() {
    put("a.md", "# First\n\nOne sentence here. Another one there.\n");
    put("posts/b.md", "---\ntitle: Second\nslug: the-second\n---\n\nA second article.\n");
    put("posts/c.txt", "Third\n\nA third article, in plain text.\n");
  }

  const TemporaryDirectory& place() const { return place_; }
  std::string out(const std::string& name) const { return place_ / ("out/" + name); }
  std::string put(const std::string& name, const std::string& text) const { return place_.put("in/" + name, text); }
  void remove(const std::string& name) const { std::filesystem::remove(place_ / ("in/" + name)); }

  /// aloud batch in -o out, as fast as the engine speaks, in the site's directory.
  Outcome batch(std::vector<std::string> options = {}, RunOptions how = {}) const {
    std::vector<std::string> arguments = {"batch", "in", "-o", "out", "--rate", "449", "-f", "wav", "-t", "json", "--stats"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    how.directory = place_.path().string();
    return aloud(arguments, how);
  }

  nlohmann::json manifest(const std::string& name = "manifest.json") const {
    return nlohmann::json::parse(read_file(out(name)));
  }

  /// All files below out/ that are not ours to keep quiet about, by name, with their bytes.
  std::map<std::string, std::string> outputs() const {
    std::map<std::string, std::string> files;
    if (!std::filesystem::exists(place_ / "out")) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(place_ / "out")) {
      const std::string name = std::filesystem::relative(entry.path(), place_ / "out").string();
      const bool lock = name.starts_with(".aloud-lock");
      if (entry.is_regular_file() && !lock) files[name] = read_file(entry.path().string());
    }
    return files;
  }

  std::string output_names() const {
    std::string names;
    for (const auto& [name, bytes] : outputs()) names += (names.empty() ? "" : " ") + name;
    return names;
  }

 private:
  TemporaryDirectory place_;
};

}  // namespace aloud::test
