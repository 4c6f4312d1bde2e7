#include <gtest/gtest.h>

#include "document/document.h"
#include "script/profile_schema.h"
#include "script/script.h"
#include "script/voice_profile.h"

namespace aloud {
namespace {

struct Case {
  const char* language;
  const char* text;
  const char* script;
  const char* policy = "math=speak";

  friend void PrintTo(const Case& one, std::ostream* out) { *out << one.text; }
};

class ComposeFormulas : public testing::TestWithParam<Case> {};

TEST_P(ComposeFormulas, SaysTheirWords) {
  VoiceProfile profile = parse_voice_profile("pauses.end = 0", "plain.toml");
  apply_override(profile, "speak", GetParam().policy);
  ComposeOptions options = {profile, {}};
  options.language = GetParam().language;
  const Document document = read_document(SourceText::decode("article", GetParam().text), DocumentFormat::markdown);
  EXPECT_EQ(describe(compose(document, options)), GetParam().script);
}

const Case kCases[] = {
    {"en", "The mass is $m$.", "say[The mass is m.]\n"},
    {"en", "Money: $5 and $10.", "say[Money: five dollars and ten dollars.]\n"},
    {"en", "Here $x=1$ holds.", "say[Here x equals one holds.]\n"},
    {"en", "We get\n$$x = 1$$\nwhich is small.", "say[We get, x equals one, which is small.]\n"},
    {"en", "We get\n$$x = 1.$$\nThis is small.", "say[We get, x equals one.] pause[350ms] say[This is small.]\n"},
    {"en", "The $n$th of *a $k$*.", "say[The n'th of a k.]\n"},
    {"en", "Here <math><msup><mi>x</mi><mn>2</mn></msup></math> stands.", "say[Here x squared stands.]\n"},
    {"de", "Es gilt $x^2 \\le 4$.", "say[Es gilt x Quadrat kleiner oder gleich vier.]\n"},
    {"fr", "On a $x^2 \\le 4$.", "say[On a x au carré inférieur ou égal à quatre.]\n"},
    {"es", "Vale $x^2 \\le 4$.", "say[Vale x al cuadrado es menor o igual que cuatro.]\n"},
    {"it", "Vale $x$ e $x^2$.", "say[Vale x e formula.]\nleave_out[11..16 formula summarised]\n"},
    {"en", "Here $x=1$ holds.", "say[Here x equals one holds.]\n", "math=summarise"},
    {"en", "Here $x$ holds.", "say[Here holds.]\nleave_out[5..8 formula skipped]\n", "math=skip"},
    {"en", "So\n\n$$\na=b \\\\ c=d\n$$\n",
     "say[So]\npause[700ms] say[formula of two lines]\nleave_out[4..20 formula summarised]\n", "math=summarise"},
};

INSTANTIATE_TEST_SUITE_P(Cases, ComposeFormulas, testing::ValuesIn(kCases));

}  // namespace
}  // namespace aloud
