#pragma once

#include <string>
#include <vector>

namespace aloud {

/// What a directory of articles looks to be made for, and the aloud.toml to begin with.
struct StarterProject {
  std::string site;                 ///< "Hugo", "Jekyll", "Eleventy", "Astro", "MkDocs", or "folders"
  std::string because;              ///< the file that tells it: "hugo.toml"; empty for plain folders
  std::vector<std::string> inputs;  ///< directories and patterns of articles, from the directory
  std::vector<std::string> excludes;
  std::string output;      ///< where the site's generator takes files from as they are
  std::string publishing;  ///< how what lies there comes into the site; empty for plain folders
  std::string dialect;     ///< as --dialect; empty: auto

  /// The file, with a comment to each key, and what is most often wanted besides in comments.
  std::string toml() const;
};

/// Looks at the names in a directory, and into package.json; follows no link and opens nothing else.
StarterProject starter_project_for(const std::string& directory);

}  // namespace aloud
