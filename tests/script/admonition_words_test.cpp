#include "script/admonition_words.h"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

namespace aloud {
namespace {

TEST(AdmonitionWords, AreSaidInTheArticlesLanguage) {
  for (const auto& [language, kind, word] : std::vector<std::tuple<const char*, const char*, const char*>>{
           {"en", "note", "Note"},
           {"de", "NOTICE", "Hinweis"},
           {"it", "warning", "Avvertenza"},
           {"uk", "tip", "Порада"},
           {"pl", "cancelled", "Anulowane"},
           {"sv", "proof", "Bevis"},
           {"fi", "warning", "Warning"},
           {"en", "my-own_kind", "My own kind"},
       }) {
    EXPECT_EQ(admonition_word(language, kind), word) << language << ' ' << kind;
  }
}

}  // namespace
}  // namespace aloud
