#include "process/helper_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/test_paths.h"
#include "util/error.h"
#include "util/installation.h"

namespace aloud {
namespace {

using ::testing::HasSubstr;

std::string failure_of(const std::string& asked) {
  try {
    return "(found " + helper_program(asked) + ")";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::synthesis);
    return error.message();
  }
}

/// Sets $ALOUD_ENGINE for a while; nothing for nullptr.
class Variable {
 public:
  explicit Variable(const char* value) {
    if (const char* before = std::getenv("ALOUD_ENGINE")) before_ = before;
    set(value);
  }
  ~Variable() { set(before_.empty() ? nullptr : before_.c_str()); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  static void set(const char* value) { value == nullptr ? unsetenv("ALOUD_ENGINE") : setenv("ALOUD_ENGINE", value, 1); }
  std::string before_;
};

TEST(HelperProgram, IsWhatTheCallerAsksFor) {
  const Variable variable("/nowhere/by-variable");
  EXPECT_EQ(helper_program(ALOUD_HELPER), ALOUD_HELPER);
  EXPECT_EQ(failure_of("/nowhere/by-option"), "there is no program /nowhere/by-option, which the caller names to speak with");
}

TEST(HelperProgram, IsWhatTheVariableSaysOtherwise) {
  {
    const Variable variable(ALOUD_HELPER);
    EXPECT_EQ(helper_program(""), ALOUD_HELPER);
  }
  const Variable variable("/nowhere/by-variable");
  EXPECT_EQ(failure_of(""), "there is no program /nowhere/by-variable, which $ALOUD_ENGINE names to speak with");
}

TEST(HelperProgram, MustBeAFileThatCanBeRun) {
  for (const char* path : {"/", ALOUD_SOURCE_DIR "/README.md"}) EXPECT_THAT(failure_of(path), HasSubstr("there is no program"));
}

TEST(HelperProgram, IsLookedForBelowThePrefixesAndBesideThisProgram) {
  const Variable variable(nullptr);
  const std::string found = failure_of("");
  if (found.starts_with("(found ")) GTEST_SKIP() << "it is installed where this build is configured for";
  EXPECT_THAT(found, HasSubstr("libexec/aloud/aloud-engine, "));
  EXPECT_THAT(found, HasSubstr((directories_of_this_code().front() / "aloud-engine").string() + ", "));
  EXPECT_THAT(found, HasSubstr("name it by the option for it or by $ALOUD_ENGINE"));
}

TEST(InstallationPrefixes, AreAbsoluteAndEachOnce) {
  const auto prefixes = installation_prefixes();
  ASSERT_FALSE(prefixes.empty());
  for (std::size_t i = 0; i < prefixes.size(); ++i) {
    EXPECT_TRUE(prefixes[i].is_absolute());
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(prefixes[i], prefixes[j]);
  }
}

}  // namespace
}  // namespace aloud
