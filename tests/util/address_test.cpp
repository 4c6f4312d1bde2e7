#include "util/address.h"

#include <gtest/gtest.h>

#include "util/utf8.h"

namespace aloud {
namespace {

TEST(Address, BeginsWithAScheme) {
  for (const char* word : {"http://a.org", "https://a.org", "HTTPS://A.ORG", "Http://[::1]/x"})
    EXPECT_TRUE(is_address(word)) << word;
  for (const char* word :
       {"", "http:/a.org", "https", "ftp://a.org", "file:///etc/passwd", "a.org", "httpx://a", "./https://a", "//a.org"})
    EXPECT_FALSE(is_address(word)) << word;
}

TEST(Address, OfAPageCanBeFetchedUnlessItNamesNoHostOrASecret) {
  for (const char* address : {"https://a.org", "http://a.org:8080/x?y=1#z", "https://a.org/@name",
                              "https://b\xC3\xBC"
                              "cher.example/"})
    EXPECT_EQ(objection_to(address), std::nullopt) << address;
  for (const char* address : {"https://", "https:///x", "https://anna:secret@a.org/", "https://a.org@b.org/",
                              "https://a.org/\n", "https://a.org/\xFF", "https://:80/"})
    EXPECT_NE(objection_to(address), std::nullopt) << address;
  EXPECT_EQ(objection_to("https://a.org/" + std::string(7980, 'x')), std::nullopt);
  EXPECT_NE(objection_to("https://a.org/" + std::string(8000, 'x')), std::nullopt);
}

TEST(Address, IsSentWithoutFragmentAndInCharactersOfAddresses) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://a.org/x#part", "https://a.org/x"},
      {"https://a.org/a b", "https://a.org/a%20b"},
      {"https://a.org/K\xC3\xB6ln?q=\xC3\xA4", "https://a.org/K%C3%B6ln?q=%C3%A4"},
      {"https://a.org/a%20b+c&d", "https://a.org/a%20b+c&d"},
      {"https://a.org/\"<x>\"", "https://a.org/%22%3Cx%3E%22"},
      {"https://b\xC3\xBC"
       "cher.example/",
       "https://b\xC3\xBC"
       "cher.example/"},
  };
  for (const auto& [address, sent] : cases) EXPECT_EQ(sent_form_of(address), sent);
}

TEST(Address, HasAHostAndAPath) {
  struct Case {
    const char *address, *host, *path;
  };
  for (const Case& one : {Case{"https://a.org", "a.org", ""},
                          {"https://a.org:8080/x/y.md?z=.rst#w", "a.org", "/x/y.md"},
                          {"http://[::1]:80/x", "[::1]", "/x"},
                          {"http://a.org?x=/y", "a.org", ""},
                          {"http://a.org#/y", "a.org", ""},
                          {"http://u:p@a.org/", "a.org", "/"}}) {
    EXPECT_EQ(host_of(one.address), one.host);
    EXPECT_EQ(path_of(one.address), one.path);
  }
}

TEST(Address, GivesAFileItsName) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://a.org/my-trip.html", "my-trip"},
      {"https://a.org/2024/my-trip/", "my-trip"},
      {"https://a.org/my-trip/index.html", "my-trip"},
      {"https://a.org/", "a.org"},
      {"https://a.org:8080", "a.org"},
      {"https://a.org/index.php?id=3", "a.org"},
      {"https://a.org/release/v1.2", "v1.2"},
      {"https://a.org/Notes.MD", "Notes"},
      {"https://a.org/K%C3%B6ln", "K\xC3\xB6ln"},
      {"https://a.org/%FF%FE", "%FF%FE"},
      {"https://a.org/..%2F..%2Fetc%2Fpasswd", "etc-passwd"},
      {"https://a.org/%2e%2e/%2e%2e", "a.org"},
      {"https://a.org/.bashrc", "bashrc"},
      {"https://a.org/-rf", "rf"},
      {"https://a.org/a%0Ab%1B[0m", "a-b-[0m"},
      {"https://a.org/a%E2%80%AEb", "a-b"},
      {"http://[::1]/", "[--1]"},
  };
  for (const auto& [address, name] : cases) EXPECT_EQ(file_name_of(address), name) << address;
}

TEST(Address, GivesNoNameOverAHundredBytesAndCutsNoCharacter) {
  std::string umlauts;
  for (int i = 0; i < 200; ++i) umlauts += "\xC3\xA4";
  EXPECT_EQ(file_name_of("https://a.org/x" + umlauts).size(), 99);
  EXPECT_EQ(file_name_of("https://a.org/" + std::string(300, 'x')).size(), 100);
}

}  // namespace
}  // namespace aloud
