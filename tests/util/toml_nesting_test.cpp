#include "util/toml_nesting.h"

#include <gtest/gtest.h>

#include <string>

namespace aloud {
namespace {

std::string repeated(const std::string& piece, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += piece;
  return text;
}

TEST(TomlNesting, FindsWhatIsTooDeep) {
  const std::string dots = repeated("a.", 40) + 'a';
  for (const std::string& deep : {"[" + dots + "]\n", dots + " = 1\n", "a = {" + dots + " = 1}\n", "a = " + repeated("[", 40),
                                  "a = " + repeated("{a=", 40), "x = \"s\" # c\n[" + dots + "]", repeated("[\"a\".", 40)}) {
    EXPECT_TRUE(deep_toml_nesting(deep).has_value()) << deep;
  }
}

TEST(TomlNesting, LeavesWhatPeopleWriteAlone) {
  const std::string dots = repeated("....", 40), brackets = repeated("[", 40);
  for (const std::string& plain :
       {std::string("[a.b.c]\nd.e = [1.5, 2.5, {x = 1}]\n"), "a = \"" + dots + brackets + "\"\n",
        "a = '" + dots + brackets + "'\n", "# " + dots + brackets + "\na = 1\n",
        "a = \"\"\"\n" + dots + "\n\\\"\"\"" + brackets + "\"\"\"\n", "a = '''\n" + brackets + "\n'''\n",
        repeated("a = 1.5\n", 100), "a = [" + repeated("1.5, ", 100) + "]\n", std::string()}) {
    EXPECT_FALSE(deep_toml_nesting(plain).has_value()) << plain;
  }
}

}  // namespace
}  // namespace aloud
