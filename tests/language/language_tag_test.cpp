#include "language/language_tag.h"

#include <gtest/gtest.h>

#include <vector>

namespace aloud {
namespace {

TEST(LanguageTag, HasALanguageAndMayHaveARegion) {
  struct Case {
    const char *tag, *language, *region;
  };
  const std::vector<Case> cases = {{"de", "de", ""},
                                   {"de-AT", "de", "AT"},
                                   {"DE_at", "de", "AT"},
                                   {"es-419", "es", "419"},
                                   {"zh-Hant", "zh", ""},
                                   {"zh-hant-tw", "zh", "TW"},
                                   {"en-GB-oed", "en", "GB"},
                                   {"en-x-gb", "en", ""},
                                   {"sl-rozaj", "sl", ""},
                                   {"de-1996-CH", "de", "CH"},
                                   {"", "", ""},
                                   {"-", "", ""},
                                   {"en-", "en", ""},
                                   {"en-US-u-ca-gb", "en", "US"}};
  for (const Case& one : cases) {
    EXPECT_EQ(language_subtag(one.tag), one.language) << one.tag;
    EXPECT_EQ(region_subtag(one.tag), one.region) << one.tag;
  }
}

TEST(LanguageTag, IsWrittenAsBcp47WritesIt) {
  struct Case {
    const char *tag, *normal;
  };
  const std::vector<Case> cases = {{"en", "en"},
                                   {"EN", "en"},
                                   {"en_US", "en-US"},
                                   {"de-at", "de-AT"},
                                   {"DE_CH", "de-CH"},
                                   {"es_419", "es-419"},
                                   {"zh-hant-tw", "zh-Hant-TW"},
                                   {"ZH_HANT_TW", "zh-Hant-TW"},
                                   {"de-1996-ch", "de-1996-CH"},
                                   {"en-gb-SCOTLAND", "en-GB-scotland"},
                                   {"en-GB-X-RP", "en-GB-x-rp"},
                                   {"en-x-Twain-US", "en-x-twain-us"},
                                   {"en-us-u-CA-Gregory", "en-US-u-ca-gregory"},
                                   {"en US", "en US"},
                                   {"E", "E"},
                                   {"", ""}};
  for (const Case& one : cases) {
    EXPECT_EQ(normal_language_tag(one.tag), one.normal) << one.tag;
    EXPECT_EQ(normal_language_tag(one.normal), one.normal) << one.tag;
  }
}

TEST(LanguageTag, HasAShape) {
  for (const char* tag : {"en", "de_AT", "cmn", "abcdefgh", "en-a", "en-12345678", "en-GB-x-rp"})
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  for (const char* text : {"", "e", "e1", "12", "abcdefghi", "en-", "en_", "-en", "en--GB", "en-_GB", "en-123456789", "en GB",
                           "en.UTF-8", "English!", "d\u00e9"})
    EXPECT_FALSE(is_language_tag(text)) << text;
}

}  // namespace
}  // namespace aloud
