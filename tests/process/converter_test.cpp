#include "process/converter.h"

#include <gtest/gtest.h>

#include "process/system_call_filter.h"
#include "util/error.h"

namespace aloud {
namespace {

ReaderLimits short_limits() {
  ReaderLimits limits;
  limits.time = std::chrono::milliseconds(1000);
  limits.patience = std::chrono::milliseconds(0);
  return limits;
}

// What a shell makes of a script, with the bytes on its standard input.
std::string run(const char* script, std::string_view bytes = {}, const ReaderLimits& limits = {}) {
  const Conversion shell{"a script", "sh", "dash", {"-c", script}, DocumentFormat::plain_text};
  try {
    return convert(shell, bytes, "a.x", limits);
  } catch (const Error& error) {
    return std::string("!") + error.what();
  }
}

TEST(Converter, GivesTheTextOfAProgram) {
  EXPECT_EQ(run("echo \"$LC_ALL $PWD\""), "C.UTF-8 /\n");
  EXPECT_EQ(run("while read -r line; do echo \"<$line>\"; done", "one\ntwo\n"), "<one>\n<two>\n");
  const std::string large(1 << 20, 'x');
  const Conversion cat{"a text", "cat", "coreutils", {}, DocumentFormat::plain_text};
  EXPECT_EQ(convert(cat, large, "a.x", {}), large);
  EXPECT_EQ(run("echo early", large), "early\n") << "and nothing is read";
}

TEST(Converter, TellsWhatWentWrong) {
  EXPECT_EQ(run("echo no such thing >&2; exit 3"), "!a.x: is a script that sh cannot read: no such thing");
  EXPECT_EQ(run("exit 3"), "!a.x: is a script that sh cannot read: ended without a result (exit code 3)");
  EXPECT_NE(run("kill -9 $$; exit 1").find("cannot read"), std::string::npos);
  const Conversion missing{"a thing", "no-such-program-here", "thing", {}, DocumentFormat::plain_text};
  EXPECT_FALSE(can_convert(missing));
  try {
    convert(missing, "", "a.x", {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(
        error.what(),
        "a.x: is a thing, which takes no-such-program-here to read: install it (apt install thing), or give --plain to read "
        "the file as it is written");
  }
}

TEST(Converter, EndsWhatTakesTooLongOrSaysTooMuch) {
  // By its time of a processor, or on a busy machine by the clock.
  EXPECT_TRUE(run("while :; do :; done", "", short_limits()).starts_with("!a.x: "));
  const Conversion yes{"a text", "yes", "coreutils", {}, DocumentFormat::plain_text};
  try {
    convert(yes, "", "a.x", {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("too much text"), std::string::npos);
  }
}

TEST(Converter, LeavesAProgramNothingButItsStreams) {
  if (!can_filter_system_calls()) GTEST_SKIP() << "no system-call filter here";
  EXPECT_EQ(run("echo x > /tmp/aloud-converter-test 2>/dev/null || echo refused"), "refused\n");
  EXPECT_NE(run("ls / || exit 1").find('!'), std::string::npos) << "no other process";
}

}  // namespace
}  // namespace aloud
