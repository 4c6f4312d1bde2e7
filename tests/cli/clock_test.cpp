// Time limits go by the kernel's own clock: what the program is told of the time fails no sentence.
#include <gtest/gtest.h>

#include "cli/aloud_program.h"
#include "util/sanitizers.h"

namespace aloud::test {
namespace {

constexpr bool kCanPreload = !kAddressSanitizer && !kThreadSanitizer;  // whose runtime has to come first

TEST(FastClock, FailsNoSentence) {
  if (!kCanPreload) GTEST_SKIP() << "nothing can be preloaded into this build";
  const TemporaryDirectory place;
  std::string text;
  for (int i = 0; i < 20; ++i) text += "Sentence number " + std::to_string(i) + " takes its time. ";
  place.put("a.txt", text);
  const Outcome outcome =
      aloud({"render", "a.txt", "--no-cache", "--stats"}, {{}, place.path().string(), {"LD_PRELOAD=" ALOUD_FAST_CLOCK}});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(counters(outcome.out)["failed_utterances"], "0");
  EXPECT_EQ(counters(outcome.out)["findings"], "0") << outcome.err;
}

}  // namespace
}  // namespace aloud::test
