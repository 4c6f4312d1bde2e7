#include "util/safe_text.h"

#include <gtest/gtest.h>

namespace aloud::test {
namespace {

TEST(SafeText, WritesControlCharactersAndOverridesOut) {
  struct Case {
    const char *text, *safe;
  };
  for (const auto& [text, safe] : {Case{"plain äöü 漢字\ttab\nline", "plain äöü 漢字\ttab\nline"},
                                   {"\x1b[31mred", "\\x1b[31mred"},
                                   {"over\rwritten", "over\\x0dwritten"},
                                   {"\u202egnp.exe\u202c", "\\u202egnp.exe\\u202c"},
                                   {"\u2066a\u2069", "\\u2066a\\u2069"},
                                   {"\u009b2J \x7f", "\\u009b2J \\x7f"},
                                   {"line\u2028other", "line\\u2028other"},
                                   {"\u200fעברית", "\u200fעברית"},  // marks turn nothing but themselves
                                   {"\xff", "\uFFFD"}}) {
    EXPECT_EQ(safe_lines(text), safe);
  }
  EXPECT_EQ(safe_lines(std::string_view("\0", 1)), "\\x00");
}

TEST(SafeText, BeginsNoWorkflowCommand) {
  struct Case {
    const char *text, *safe;
  };
  for (const auto& [text, safe] : {Case{"::warning::x.md", "\u2060::warning::x.md"},
                                   {"a\n  ::error::b", "a\n  \u2060::error::b"},
                                   {"\u3000::error::b", "\u3000\u2060::error::b"},
                                   {"std::string", "std::string"},
                                   {"a ::b", "a ::b"},
                                   {"x ##[error]y", "x #\u2060#[error]y"},
                                   {"###[error]y", "##\u2060#[error]y"},
                                   {"##vso[task.setvariable]", "#\u2060#vso[task.setvariable]"},
                                   {"## A heading [1]", "## A heading [1]"},
                                   {"##", "##"}}) {
    EXPECT_EQ(safe_lines(text), safe);
  }
}

TEST(SafeText, OnOneLineFoldsWhiteSpace) {
  EXPECT_EQ(safe_line("a\n::warning::b"), "a ::warning::b");
  EXPECT_EQ(safe_line("\n ::warning::b\n"), "\u2060::warning::b");
}

TEST(SafeText, JsonMeansTheSame) {
  EXPECT_EQ(safe_json("[\"##[error]\", \"# [\"]"), "[\"\\u0023#[error]\", \"# [\"]");
  EXPECT_EQ(safe_json("{\"a\": \"\u202eb\u009b\x7f ä\"}"), "{\"a\": \"\\u202eb\\u009b\\u007f ä\"}");
}

}  // namespace
}  // namespace aloud::test
