#include <gtest/gtest.h>

#include "fetch/fetch.h"
#include "util/error.h"

namespace aloud {
namespace {

ArticleBytes article(const std::string& content_type, const std::string& path = "/x") {
  return article_of({200, "text", content_type, {}, true}, path, "https://a.org/x");
}

std::string refusal(long status, const std::string& content_type = "text/html", const std::string& bytes = "text") {
  try {
    article_of({status, bytes, content_type, {}, true}, "/x", "https://a.org/x");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "";
}

TEST(FetchedArticle, HasTheFormatOfItsMediaTypeElseOfItsPath) {
  struct Case {
    const char *type, *path;
    std::optional<DocumentFormat> format;
  };
  for (const Case& one : {Case{"text/html", "/a.md", DocumentFormat::html},
                          {"Application/XHTML+XML; charset=utf-8", "/a", DocumentFormat::html},
                          {"text/markdown", "/a", DocumentFormat::markdown},
                          {"text/plain", "/a.md", DocumentFormat::markdown},
                          {"text/plain", "/a.html", DocumentFormat::plain_text},
                          {"application/octet-stream", "/a.html", DocumentFormat::html},
                          {"text/plain", "/a.txt", std::nullopt},
                          {"text/plain", "/a.rst", std::nullopt},
                          {"", "/a", std::nullopt}})
    EXPECT_EQ(article(one.type, one.path).format, one.format) << one.type << ' ' << one.path;
}

TEST(FetchedArticle, HasTheEncodingThatItsServerNames) {
  const std::pair<const char*, const char*> cases[] = {
      {"text/html", ""},
      {"text/html; charset=utf-8", "utf-8"},
      {"text/html;charset=\"ISO-8859-1\"", "windows-1252"},
      {"text/html; boundary=x; Charset=koi8-r; charset=utf-8", "koi8-r"},
      {"text/html; charset=a b", ""},
      {"text/html; charset=", ""},
      {"text/html; charset=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", ""},
  };
  for (const auto& [type, encoding] : cases) EXPECT_EQ(article(type).encoding, encoding) << type;
}

TEST(FetchedArticle, IsRefusedInWordsThatSayWhatToDo) {
  EXPECT_EQ(refusal(200), "");
  EXPECT_EQ(refusal(404), "https://a.org/x: is not there (404): is the address right?");
  EXPECT_EQ(refusal(410), "https://a.org/x: is not there (410): is the address right?");
  EXPECT_EQ(refusal(403),
            "https://a.org/x: the server refuses it (403): if a browser shows it, save it from the browser, and read the file");
  EXPECT_EQ(refusal(429), "https://a.org/x: the server asks for patience (429): try again later");
  EXPECT_EQ(refusal(503), "https://a.org/x: the server has trouble (503): try again later");
  EXPECT_EQ(refusal(204), "https://a.org/x: the server has nothing there (204)");
  EXPECT_NE(refusal(418), "");
  EXPECT_NE(refusal(304), "");  // of a page that is not in the cache
  EXPECT_EQ(refusal(200, "image/png"), "https://a.org/x: is image/png, which has no text to read out");
  EXPECT_EQ(refusal(200, "application/pdf"), "");
  EXPECT_EQ(
      refusal(200, "text/html", ""),
      "https://a.org/x: the server sends an empty page: if a browser shows it, save it from the browser, and read the file");
}

TEST(FetchedArticle, IsAskedForNowhereIfItsAddressIsNone) {
  EXPECT_THROW(fetch_article("https://", {}), Error);
  EXPECT_THROW(fetch_article("https://anna:secret@a.org/", {}), Error);
}

}  // namespace
}  // namespace aloud
