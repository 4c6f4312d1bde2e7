#include <gtest/gtest.h>

#include <array>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "document/document.h"

namespace aloud {
namespace {

class ReadArticle : public testing::Test {
 protected:
  ReadArticle() : folder_(std::filesystem::temp_directory_path() / ("aloud_read_article_" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~ReadArticle() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const std::string path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  static std::string error_of(const std::string& path) {
    try {
      read_article(path);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      return error.what();
    }
    return "no error";
  }

  std::filesystem::path folder_;
};

TEST_F(ReadArticle, TakesTheFormatFromTheName) {
  EXPECT_EQ(format_of_path("a/b.MD"), DocumentFormat::markdown);
  EXPECT_EQ(format_of_path("a.md/b"), DocumentFormat::plain_text);
  for (const char* const page : {"a.html", "a.HTM", "a.xhtml", "a.xht"}) EXPECT_EQ(format_of_path(page), DocumentFormat::html);
  EXPECT_EQ(read_article(write("a.md", "# *One*\n")).title(), "One");
  EXPECT_EQ(read_article(write("a.txt", "*One*\n\nText.")).title(), "*One*");
}

TEST_F(ReadArticle, NamesWhatCannotBeRead) {
  EXPECT_EQ(error_of("/nowhere/a.txt"), "/nowhere/a.txt: cannot open: No such file or directory; is the name right?");
  EXPECT_EQ(error_of(folder_), folder_.string() + ": is a directory; name the article in it");
  const std::string blank = write("blank.txt", " \n\r\n\t");
  EXPECT_EQ(error_of(blank), blank + ": has no text to speak; is it the right file?");
  const std::string large = write("large.txt", "a");
  std::filesystem::resize_file(large, (std::uintmax_t{1} << 30) + 1);
  EXPECT_EQ(error_of(large), large + ": is larger than 1 GiB; split it into parts");
}

TEST_F(ReadArticle, TellsPagesAndXmlByHowTheyBegin) {
  const std::string page = write("a.html", "<?xml version='1.0'?>\n<!-- saved -->\n<!DOCTYPE HTML><p>Text.");
  EXPECT_EQ(read_article(page).format, DocumentFormat::html);
  EXPECT_EQ(read_article(write("page.txt", "\n<!doctype html><p>Text.")).format, DocumentFormat::html);
  EXPECT_EQ(read_article(write("part.html", "<p>Text.")).format, DocumentFormat::html);
  EXPECT_EQ(read_article(write("page.md", "<html><p>Text."), DocumentFormat::markdown).format, DocumentFormat::markdown);
  const std::string feed = write("feed.xml", "\n<?xml version='1.0'?><rss/>");
  EXPECT_EQ(error_of(feed), feed + ": is an XML file, whose tags would be read aloud; convert it to Markdown first, or give " +
                                "--plain to read it as it is written");
  for (const auto& [name, text, kind] : std::vector<std::array<const char*, 3>>{
           {"a.rst", "Title\n=====\n\nText.", "is reStructuredText"},
           {"a.ORG", "* Title\n\nText.", "is an Org file"},
           {"a.adoc", "= Title\n\nText.", "is AsciiDoc"},
       }) {
    EXPECT_NE(error_of(write(name, text)).find(kind), std::string::npos) << name;
    EXPECT_NO_THROW(read_article(write(name, text), DocumentFormat::plain_text)) << name;
  }
  for (const auto& [name, text] : std::vector<std::array<const char*, 2>>{
           {"a.srt", "1\n00:00:01,000 --> 00:00:02,000\nText."},
           {"a.txt", "1\n00:00:01,000 --> 00:00:02,000\nText."},
           {"b.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nText."},
       })
    EXPECT_EQ(read_article(write(name, text)).format, DocumentFormat::subtitles) << name;
  for (const auto& [name, text] : std::vector<std::array<const char*, 2>>{
           {"a.ssml", "<speak>Text.</speak>"},
           {"c.xml", "<?xml version='1.0'?>\n<!-- a --><speak version='1.1'>Text.</speak>"},
           {"d.txt", "<speak>Text.</speak>"},
       })
    EXPECT_EQ(read_article(write(name, text)).format, DocumentFormat::ssml) << name;
  EXPECT_EQ(read_article(write("e.txt", "<speaker> Text.")).format, DocumentFormat::plain_text);
  EXPECT_EQ(read_article(write("f.ssml", "Text."), DocumentFormat::plain_text).format, DocumentFormat::plain_text);
  EXPECT_NO_THROW(read_article(write("c.txt", "1\nThe way --> there.")));
  EXPECT_NO_THROW(read_article(write("d.txt", "WEBVTTs are files.")));
  EXPECT_EQ(read_article(write("a.md", "<!-- note -->\n<p>Text.</p>\n")).blocks.size(), 1U);
}

}  // namespace
}  // namespace aloud
