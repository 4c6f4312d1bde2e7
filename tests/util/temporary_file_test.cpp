#include "util/temporary_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <sstream>

#include "support/temporary_directory.h"

namespace aloud::test {
namespace {

UniqueDescriptor opened(const TemporaryDirectory& place) {
  return UniqueDescriptor(::open(place.path().c_str(), O_PATH | O_DIRECTORY));
}

TEST(TemporaryFile, IsGoneUnlessItIsPutInPlace) {
  const TemporaryDirectory place;
  {
    TemporaryFile file(opened(place));
    ASSERT_EQ(file.open(), 0);
    ASSERT_EQ(file.give_name(), 0);
    EXPECT_TRUE(place.listing().starts_with(".aloud-")) << place.listing();
  }
  EXPECT_EQ(place.listing(), "");
}

// Leaves a named file behind, as a process that is killed does.
void die_with_a_temporary(const TemporaryDirectory& place) {
  const pid_t child = ::fork();
  if (child == 0) {
    TemporaryFile file(opened(place));
    if (file.open() == 0 && file.give_name() == 0) ::kill(::getpid(), SIGKILL);
    ::_exit(1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(TemporaryFile, OfAKilledProcessIsRemovedAndThatOfALivingOneStays) {
  const TemporaryDirectory place;
  die_with_a_temporary(place);
  const std::string orphan = place.listing();
  ASSERT_FALSE(orphan.empty());
  TemporaryFile living(opened(place));
  ASSERT_EQ(living.open(), 0);
  ASSERT_EQ(living.give_name(), 0);
  remove_orphaned_temporaries(opened(place).get());
  EXPECT_EQ(place.listing().find(orphan), std::string::npos);
  EXPECT_EQ(living.place("a"), 0);
  EXPECT_EQ(place.listing(), "a");
}

TEST(TemporaryFile, NothingButItsOwnMarkIsRemoved) {
  const TemporaryDirectory place;
  const std::string names =
      ".a.ogg.12.0 .a.ogg.2026.12 .a.ogg.BACKUP .aloud-0123456789abcde.tmp .aloud-0123456789abcdeF.tmp "
      ".aloud-0123456789abcdef.tmp.old .aloud-lock aloud-0123456789abcdef.tmp";
  std::istringstream list(names);
  for (std::string name; list >> name;) place.put(name, "mine");
  remove_orphaned_temporaries(opened(place).get());
  EXPECT_EQ(place.listing(), names);
}

TEST(TemporaryFile, LinkUnderTheMarkIsNotFollowed) {
  const TemporaryDirectory place;
  const std::string other = place.put("other", "mine");
  std::filesystem::create_symlink("other", place / ".aloud-0123456789abcdef.tmp");
  remove_orphaned_temporaries(opened(place).get());
  EXPECT_EQ(read_file(other), "mine");
}

}  // namespace
}  // namespace aloud::test
