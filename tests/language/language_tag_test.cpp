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

}  // namespace
}  // namespace aloud
