#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "document/document_checks.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string text_of(const Block& block) {
  std::string text = block.content.text.text();
  for (const RichText& cell : block.cells) text += (&cell == &block.cells.front() ? "" : " | ") + cell.text.text();
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) text.replace(at, 1, "\\n");
  return text;
}

// What the page says of itself, and then its blocks, one a line.
std::string printed(const Document& document) {
  std::string lines;
  const auto add = [&lines](const char* name, const std::optional<std::string>& value) {
    if (value) lines += std::string(name) + ": " + *value + '\n';
  };
  add("title", document.front_matter.title);
  add("author", document.front_matter.author);
  add("date", document.front_matter.date);
  add("language", document.front_matter.language);
  lines += '\n';
  for (const Block& block : document.blocks) {
    const std::string text = text_of(block);
    lines += std::string(to_string(block.kind)) + (text.empty() ? "" : " ") + text + '\n';
  }
  return lines;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(ALOUD_SOURCE_DIR "/tests/document/html/pages"))
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  return pages;
}

TEST(Pages, GiveTheirArticles) {
  ASSERT_GE(pages().size(), 15U);
  for (const fs::path& page : pages()) {
    const Document document = parse_article(page.string(), bytes_of(page));
    fs::path expected = page;
    EXPECT_EQ(printed(document), bytes_of(expected.replace_extension(".txt"))) << page;
    EXPECT_EQ(violation(document), "") << page;
  }
}

TEST(Pages, LoseNothingWhereAllIsAsked) {
  for (const fs::path& page : pages()) {
    ReadOptions options;
    options.extract = Extract::all;
    const Document document = parse_article(page.string(), bytes_of(page), options);
    EXPECT_EQ(violation(document), "") << page;
    const bool left_out = std::any_of(document.silent.begin(), document.silent.end(),
                                      [](const SilentRange& range) { return is_left_out(range.kind); });
    EXPECT_FALSE(left_out) << page;
  }
}

TEST(Pages, TellWhatBecameOfEachBlock) {
  for (const fs::path& page : pages()) {
    ReadOptions options;
    options.explain = true;
    const Document document = parse_article(page.string(), bytes_of(page), options);
    EXPECT_FALSE(document.extraction.empty()) << page;
    for (const ExtractionLine& line : document.extraction) EXPECT_FALSE(line.rule.empty()) << page << line.text;
    EXPECT_TRUE(parse_article(page.string(), bytes_of(page)).extraction.empty());
  }
}

}  // namespace
}  // namespace aloud
