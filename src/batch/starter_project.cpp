#include "batch/starter_project.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "util/regular_file.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

// What a generator leaves in a site's directory, where its articles lie, and where it copies files from.
struct Generator {
  const char* site;
  std::vector<const char*> files;   // any of them tells it
  const char* package;              // or a dependency in package.json; null: none
  std::vector<const char*> inputs;  // those that are there count
  std::vector<const char*> excludes;
  const char* output;
  const char* publishing;  // how what lies in `output` comes into the site
  const char* dialect;
};

const std::vector<Generator>& generators() {
  static const std::vector<Generator> all = {
      {"Hugo",
       {"hugo.toml", "hugo.yaml", "hugo.json", "config/_default"},
       nullptr,
       {"content"},
       {"_index*"},
       "static/audio",
       "Hugo publishes what lies below static/ as it is.",
       "hugo"},
      {"Jekyll",
       {"_config.yml", "_config.yaml", "_config.toml"},
       nullptr,
       {"_posts", "_pages", "_drafts"},
       {},
       "audio",
       "Jekyll publishes it as it is.",
       "jekyll"},
      {"Eleventy",
       {".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts"},
       "@11ty/eleventy",
       {"content", "src/posts", "posts", "src"},
       {"README*", "node_modules", "_includes", "_data", "_site"},
       "public/audio",
       "Eleventy publishes it with addPassthroughCopy({ public: \"/\" }) in its configuration.",
       "eleventy"},
      {"Astro",
       {"astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.mts", "astro.config.cjs"},
       "astro",
       {"src/content", "src/pages"},
       {},
       "public/audio",
       "Astro publishes what lies below public/ as it is.",
       "astro"},
      {"MkDocs",
       {"mkdocs.yml", "mkdocs.yaml"},
       nullptr,
       {"docs"},
       {"includes", "snippets"},
       "docs/audio",
       "MkDocs publishes what lies below docs/ as it is.",
       "mkdocs"},
      // Hugo's older name, which others have, too: after those.
      {"Hugo",
       {"config.toml", "config.yaml"},
       nullptr,
       {"content"},
       {"_index*"},
       "static/audio",
       "Hugo publishes what lies below static/ as it is.",
       "hugo"},
  };
  return all;
}

bool is_there(const std::string& directory, const std::string& name) {
  std::error_code error;
  return fs::exists(fs::symlink_status(fs::path(directory) / name, error));
}

bool is_directory_there(const std::string& directory, const std::string& name) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(fs::path(directory) / name, error));
}

std::optional<std::string> sign_of(const Generator& generator, const std::string& directory, const std::string& package) {
  for (const char* file : generator.files) {
    if (!is_there(directory, file)) continue;
    const bool is_shared_name = std::string_view(file).starts_with("config.");
    if (!is_shared_name || is_directory_there(directory, "content")) return file;
  }
  if (generator.package != nullptr && package.find('"' + std::string(generator.package) + '"') != std::string::npos)
    return "package.json";
  return std::nullopt;
}

// Folders below which articles lie, else all that there is.
std::vector<std::string> plain_inputs(const std::string& directory) {
  std::vector<std::string> inputs;
  for (const char* name : {"content", "articles", "posts", "text", "texts", "docs", "notes"}) {
    if (is_directory_there(directory, name)) inputs.emplace_back(name);
  }
  if (inputs.empty()) inputs.emplace_back(".");
  return inputs;
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "\"" : ", \"") + name + '"';
  return '[' + text + ']';
}

}  // namespace

StarterProject starter_project_for(const std::string& directory) {
  constexpr std::size_t kLargestPackage = 1 << 20;
  const std::string package = read_if_regular((fs::path(directory) / "package.json").string(), kLargestPackage).value_or("");
  for (const Generator& generator : generators()) {
    const std::optional<std::string> sign = sign_of(generator, directory, package);
    if (!sign) continue;
    StarterProject project{generator.site,
                           *sign,
                           {},
                           {generator.excludes.begin(), generator.excludes.end()},
                           generator.output,
                           generator.publishing,
                           generator.dialect};
    for (const char* input : generator.inputs) {
      const bool is_wider = std::string_view(input) == "src" && !project.inputs.empty();
      if (!is_wider && is_directory_there(directory, input)) project.inputs.emplace_back(input);
    }
    if (project.inputs.empty()) project.inputs = {"**/*.md"};
    return project;
  }
  return {"folders", "", plain_inputs(directory), {"README*", "LICENSE*", "CHANGELOG*", "node_modules"}, "audio", "", ""};
}

std::string StarterProject::toml() const {
  std::string text =
      fmt::format("# What `aloud batch` makes of {}.\n", site == "folders" ? "these folders" : "this " + site + " site");
  text += "# `aloud play`, `render` and `inspect` take from it how articles sound. All keys: docs/formats/project.md\n\n";
  text += "# Directories, files and patterns, from here.\n";
  text += fmt::format("inputs = {}\n", list_of(inputs));
  text += fmt::format("{}exclude = {}\n\n", excludes.empty() ? "# " : "",
                      list_of(excludes.empty() ? std::vector<std::string>{"drafts/**"} : excludes));
  text += "# Where the audio goes." + (publishing.empty() ? "" : ' ' + publishing) + '\n';
  text += fmt::format("output = \"{}\"\n", output);
  text += "formats = [\"opus\"]        # or several: [\"opus\", \"mp3\"]\n";
  text += "timelines = [\"vtt\"]       # subtitles beside the audio; \"json\" has each word\n\n";
  if (!dialect.empty())
    text += fmt::format("# What the Markdown is written for. Without it, all that a text shows is tried.\ndialect = \"{}\"\n\n",
                        dialect);
  text +=
      "# The voice of articles that name none; without it, that of their language. `aloud voices` lists them.\n"
      "# voice = \"en-gb\"\n"
      "# rate = 165               # words a minute\n\n"
      "# Names that are said wrong: a line for each, \"Nguyen win\".\n"
      "# lexicons = [\"names.txt\"]\n\n"
      "# [speak]\n# code_blocks = \"skip\"     # speak, summarise or skip, by kind of material\n\n"
      "# [findings]\n# deep-nesting = \"ignore\"  # ignore, warning or error, by code (docs/findings.md)\n\n"
      "# Some articles otherwise:\n# [[articles]]\n# match = \"**/de/**\"\n# voice = \"de\"\n";
  return text;
}

}  // namespace aloud
