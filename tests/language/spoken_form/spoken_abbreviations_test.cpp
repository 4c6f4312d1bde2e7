#include "language/spoken_form/spoken_abbreviations.h"

#include <gtest/gtest.h>

#include "language/spoken_form/spoken_cases.h"
#include "util/error.h"

namespace aloud {
namespace {

using test::spoken;

TEST(SpokenAbbreviations, ReadsThemByWhatFollows) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Gen. Lund met Lt. Col. Orr.", "General Lund met Lieutenant Colonel Orr."},
      {"See Fig. 3, p. 12 and pp. 4-6.", "See figure three, page twelve and pages four to six."},
      {"No. 5 won on Jan. 5.", "number five won on January fifth."},
      {"She said no.", "She said no."},
      {"(e.g. NASA, i.e., them)", "(for example NASA, that is, them)"},
      {"cats vs. dogs", "cats versus dogs"},
      {"V. Hall and P. Orr left.", "V Hall and P Orr left."},
      {"Lund v. Orr", "Lund versus Orr"},
      {"It took 5 min. approx.", "It took five minutes approximately."},
      {"Dr. Ek of Main St.", "doctor Ek of Main street."},
      {"file.p. 5", "file.p. five"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(spoken("en-GB", text).text(), expected) << text;
}

TEST(SpokenAbbreviations, BelongToTheirLanguage) { EXPECT_EQ(spoken("de", "Gen. Lund").text(), "Gen. Lund"); }

TEST(SpokenAbbreviations, PointAtWhatWasWritten) {
  const AlignedText result = spoken("en", "See Fig. 3");
  EXPECT_EQ(test::rules_of("en", "See Fig. 3"), "expand-abbreviation cardinal");
  EXPECT_EQ(test::written_for("figure", result, "See Fig. 3"), "Fig.");
}

TEST(SpokenAbbreviations, ATableThatCannotBeReadIsRefused) {
  try {
    SpokenAbbreviations("[name]\nGen.\n");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "spoken table:2:1: cannot read \"Gen.\"");
  }
}

}  // namespace
}  // namespace aloud
