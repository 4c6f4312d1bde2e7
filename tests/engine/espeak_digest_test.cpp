#include "engine/espeak_digest.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_directory.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

class EspeakDigest : public testing::Test {
 protected:
  EspeakDigest() {
    write("phondata", "0123456789");
    write("en_dict", "words");
    write("lang/gmw/en", "name English");
    write("voices/mb/mb-en1", "mbrola");
  }

  void write(const std::string& name, const std::string& contents) { directory_.put("data/" + name, contents); }

  fs::path data() const { return directory_.path() / "data"; }
  std::string memory() const { return directory_ / "memory"; }
  std::string digest() const { return digest_of_espeak_data(data().string()); }
  std::string remembered() const { return digest_of_espeak_data(data().string(), memory()); }

  test::TemporaryDirectory directory_;
};

TEST_F(EspeakDigest, TellsEveryChangeOfData) {
  const std::string before = digest();
  EXPECT_EQ(before.size(), 32U);
  EXPECT_EQ(digest(), before);
  write("lang/gmw/en", "name Englisb");
  const std::string changed = digest();
  EXPECT_NE(changed, before);
  write("lang/gmw/en-GB", "");
  EXPECT_NE(digest(), changed);
  fs::remove(data() / "lang/gmw/en-GB");
  EXPECT_EQ(digest(), changed);
  fs::rename(data() / "en_dict", data() / "eo_dict");
  EXPECT_NE(digest(), changed);
}

TEST_F(EspeakDigest, LeavesOutMbrola) {
  const std::string before = digest();
  write("voices/mb/mb-en1", "changed");
  write("mbrola_ph/en1_phtrans", "new");
  EXPECT_EQ(digest(), before);
}

TEST_F(EspeakDigest, IsRememberedUntilAFileChanges) {
  const std::string before = remembered();
  EXPECT_EQ(before, digest());
  EXPECT_TRUE(fs::exists(memory()));
  EXPECT_EQ(remembered(), before);
  write("en_dict", "wordz");  // as long as before
  EXPECT_EQ(remembered(), digest());
  EXPECT_NE(remembered(), before);
}

TEST_F(EspeakDigest, LeavesTheMemoryAloneWhenNothingChanged) {
  remembered();
  fs::create_hard_link(memory(), directory_ / "first");
  remembered();
  EXPECT_TRUE(fs::equivalent(memory(), directory_ / "first"));
  write("phondata", "9876543210");
  remembered();
  EXPECT_FALSE(fs::equivalent(memory(), directory_ / "first"));
}

TEST_F(EspeakDigest, SurvivesADamagedMemory) {
  const std::string before = remembered();
  std::string line;
  std::ifstream file(memory());
  std::getline(file, line);
  for (std::size_t i = 0; i < line.size(); i += 5) {
    std::string damaged = line;
    damaged[i] = damaged[i] == '0' ? '1' : '0';
    std::ofstream(memory(), std::ios::binary) << damaged << '\n';
    EXPECT_EQ(remembered(), before) << i;
    std::ofstream(memory(), std::ios::binary) << line.substr(0, i);
    EXPECT_EQ(remembered(), before) << i;
  }
}

TEST_F(EspeakDigest, NeedsNoMemory) {
  EXPECT_EQ(digest_of_espeak_data(data().string(), ""), digest());
  EXPECT_EQ(digest_of_espeak_data(data().string(), directory_ / "none/such"), digest());
}

TEST_F(EspeakDigest, EndsInALoopOfLinks) {
  fs::create_directory_symlink(data(), data() / "again");
  EXPECT_EQ(digest().size(), 32U);
}

}  // namespace
}  // namespace aloud
