#include "batch/starter_project.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "batch/project_file.h"
#include "support/temporary_directory.h"

namespace aloud {
namespace {

struct Case {
  std::vector<std::string> files;
  std::string site, because, output;
  std::vector<std::string> inputs;
};

const std::vector<Case> kCases = {
    {{"hugo.toml", "content/a.md"}, "Hugo", "hugo.toml", "static/audio", {"content"}},
    {{"config.toml", "content/a.md"}, "Hugo", "config.toml", "static/audio", {"content"}},
    {{"config.toml", "a.md"}, "folders", "", "audio", {"."}},
    {{"_config.yml", "_posts/a.md"}, "Jekyll", "_config.yml", "audio", {"_posts"}},
    {{"eleventy.config.js", "src/posts/a.md", "src/about.md"}, "Eleventy", "eleventy.config.js", "public/audio", {"src/posts"}},
    {{"astro.config.mjs", "src/content/blog/a.mdx"}, "Astro", "astro.config.mjs", "public/audio", {"src/content"}},
    {{"mkdocs.yml", "docs/a.md"}, "MkDocs", "mkdocs.yml", "docs/audio", {"docs"}},
    {{"mkdocs.yml", "handbook/a.md"}, "MkDocs", "mkdocs.yml", "docs/audio", {"**/*.md"}},
    {{"texts/a.txt", "notes/b.md", "pictures/c.png"}, "folders", "", "audio", {"texts", "notes"}},
    {{"a.md"}, "folders", "", "audio", {"."}},
};

TEST(StarterProject, KnowsSitesByWhatTheirGeneratorsLeave) {
  for (const Case& test : kCases) {
    const test::TemporaryDirectory directory;
    for (const std::string& file : test.files) directory.put(file, "");
    const StarterProject project = starter_project_for(directory.path().string());
    EXPECT_EQ(project.site, test.site) << test.files[0];
    EXPECT_EQ(project.because, test.because) << test.files[0];
    EXPECT_EQ(project.output, test.output) << test.files[0];
    EXPECT_EQ(project.inputs, test.inputs) << test.files[0];
  }
}

TEST(StarterProject, KnowsGeneratorsAmongDependencies) {
  const test::TemporaryDirectory directory;
  directory.put("package.json", R"({"dependencies": {"astro": "^5.0.0"}})");
  EXPECT_EQ(starter_project_for(directory.path().string()).site, "Astro");
  directory.put("package.json", R"({"dependencies": {"astronomy": "^5.0.0"}})");
  EXPECT_EQ(starter_project_for(directory.path().string()).site, "folders");
}

TEST(StarterProject, IsAProjectFileThatSaysTheSame) {
  for (const Case& test : kCases) {
    const test::TemporaryDirectory directory;
    for (const std::string& file : test.files) directory.put(file, "");
    const StarterProject starter = starter_project_for(directory.path().string());
    const Project project = parse_project(starter.toml(), "aloud.toml");
    EXPECT_EQ(project.inputs, starter.inputs);
    EXPECT_EQ(project.output, starter.output);
    EXPECT_EQ(project.excludes, starter.excludes);
    EXPECT_EQ(project.settings.dialects.has_value(), !starter.dialect.empty());
  }
}

}  // namespace
}  // namespace aloud
