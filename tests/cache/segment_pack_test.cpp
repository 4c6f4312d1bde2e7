// What a pack, or the torn rest of one, gives when its bytes are not what was written: cut and flipped everywhere.
#include "cache/segment_pack.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cache_support.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

using namespace test;
using ::testing::HasSubstr;
using ::testing::Not;

// These tests put thousands of packs in place, each flushed to disk: minutes on a slow one, so they use memory where they can.
[[maybe_unused]] const bool in_memory = [] {
  const bool there = std::getenv("TMPDIR") == nullptr && std::filesystem::is_directory("/dev/shm");
  return there && ::setenv("TMPDIR", "/dev/shm", 1) == 0;
}();

constexpr std::uint64_t kTakes = 5;
constexpr const char* kAllHits = "hit hit hit hit hit";
constexpr const char* kAllMisses = "miss miss miss miss miss";

// Where the payload of each small take ends in a file that holds them in order.
std::vector<std::uint64_t> record_ends() {
  std::vector<std::uint64_t> ends;
  std::uint64_t begin = 0;
  for (std::uint64_t i = 0; i < kTakes; ++i) {
    ends.push_back(begin + segment::kHeaderBytes + small_take(i).size());
    begin += segment::record_bytes(small_take(i).size());
  }
  return ends;
}

std::string hits_within(std::uint64_t cut) {
  std::string line;
  for (const std::uint64_t end : record_ends()) line += std::string(line.empty() ? "" : " ") + (end <= cut ? "hit" : "miss");
  return line;
}

// All hits, but for the take that the byte at this place belongs to.
std::string hits_but_at(std::uint64_t place) {
  std::string line;
  std::uint64_t begin = 0;
  for (std::uint64_t i = 0; i < kTakes; ++i) {
    const bool inside = place >= begin && place < record_ends()[i];
    line += std::string(line.empty() ? "" : " ") + (inside ? "miss" : "hit");
    begin += segment::record_bytes(small_take(i).size());
  }
  return line;
}

std::string found_in(const TemporaryDirectory& directory) {
  TakeCache cache({directory.path().string()});
  return find_small(cache, kTakes);
}

void replace(const TemporaryDirectory& directory, const char* name, const std::string& content) {
  for (const auto& entry : std::filesystem::directory_iterator(directory.path())) std::filesystem::remove(entry.path());
  directory.put(name, content);
}

// The bytes of the worked example on the page, in hexadecimal: eight groups of two behind the offset of each line.
std::string documented_bytes() {
  std::istringstream page(read_file(ALOUD_SOURCE_DIR "/docs/formats/take-cache.md"));
  std::string bytes;
  for (std::string line; std::getline(page, line);) {
    if (!std::regex_search(line, std::regex("^000000[0-9a-f]{2}: "))) continue;
    for (const char c : line.substr(10, 39)) bytes += c == ' ' ? "" : std::string(1, c);
  }
  return bytes;
}

// Another layout needs another version number.
TEST(SegmentPack, HasTheBytesOfTheWorkedExample) {
  const TemporaryDirectory directory;
  {
    const std::string_view take = "take bytes";
    TakeCache cache({directory.path().string()});
    cache.store(CacheKeyBuilder().add("text", "Hello.").finish(), std::as_bytes(std::span(take)));
  }
  std::string shown;
  for (const char byte : read_file(files_of(directory.path(), ".pack").at(0).string())) {
    const auto value = static_cast<unsigned char>(byte);
    shown += {"0123456789abcdef"[value >> 4U], "0123456789abcdef"[value & 0xfU]};
  }
  EXPECT_EQ(shown, documented_bytes());
}

TEST(SegmentPack, IsAMissWhenCutAtAnyByteAndItsWholeTakesAreSavedByPrune) {
  const TemporaryDirectory directory;
  const std::string whole = pack_content(kTakes);
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    replace(directory, kPackName, whole.substr(0, cut));
    TakeCache cache({directory.path().string()});
    ASSERT_EQ(find_small(cache, kTakes), kAllMisses) << "cut at " << cut;
    cache.prune(1U << 20U);
    ASSERT_EQ(find_small(cache, kTakes), hits_within(cut)) << "cut at " << cut;
    ASSERT_EQ(cache.stats().damaged_packs, 0U) << "cut at " << cut;
  }
  replace(directory, kPackName, whole);
  EXPECT_EQ(found_in(directory), kAllHits);
}

TEST(SegmentPack, LosesOnlyTheTakeInWhichAByteIsFlipped) {
  const TemporaryDirectory directory;
  const std::string whole = pack_content(kTakes);
  const std::size_t index = whole.size() - segment::kFooterBytes - kTakes * segment::kEntryBytes;
  for (std::size_t place = 0; place < whole.size(); ++place) {
    for (const char mask : {'\x01', '\x80', '\xff'}) {
      std::string flipped = whole;
      flipped[place] = static_cast<char>(flipped[place] ^ mask);
      replace(directory, kPackName, flipped);
      const std::string found = found_in(directory);
      ASSERT_THAT(found, Not(HasSubstr("WRONG"))) << place;
      if (place < index) {
        ASSERT_EQ(found, hits_but_at(place)) << place;
      }
      if (place >= whole.size() - segment::kFooterBytes) {
        ASSERT_EQ(found, kAllMisses) << place;
      }
    }
  }
}

TEST(SegmentPack, ReportsEveryFlipThatMatters) {
  const TemporaryDirectory directory;
  const std::string whole = pack_content(kTakes);
  for (std::size_t place = 0; place < whole.size(); ++place) {
    std::string flipped = whole;
    flipped[place] = static_cast<char>(flipped[place] ^ '\x10');
    replace(directory, kPackName, flipped);
    TakeCache cache({directory.path().string()});
    const bool lost = find_small(cache, kTakes) != kAllHits;
    if (lost && cache.stats().other_version_packs == 0) {
      ASSERT_FALSE(cache.verify().empty()) << place;
    }
  }
}

TEST(SegmentPack, IsRecoveredUpToWhereItsWriterWasCutOff) {
  const TemporaryDirectory directory;
  const std::string whole = torn_content(kTakes);
  for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
    replace(directory, kTornName, whole.substr(0, cut));
    ASSERT_EQ(found_in(directory), hits_within(cut)) << "cut at " << cut;
    const bool any = hits_within(cut) != kAllMisses;
    ASSERT_EQ(directory.listing(), any ? kPackName : "") << "cut at " << cut;
    ASSERT_TRUE(TakeCache({directory.path().string()}).verify().empty()) << "cut at " << cut;
  }
}

TEST(SegmentPack, IsRecoveredAroundAFlippedByte) {
  const TemporaryDirectory directory;
  const std::string whole = torn_content(kTakes);
  for (std::size_t place = 0; place < whole.size(); ++place) {
    std::string flipped = whole;
    flipped[place] = static_cast<char>(flipped[place] ^ '\x04');
    replace(directory, kTornName, flipped);
    ASSERT_EQ(found_in(directory), hits_but_at(place)) << place;
  }
}

// A disk that lost blocks gives zeros in their place.
TEST(SegmentPack, IsRecoveredAroundZeros) {
  const TemporaryDirectory directory;
  const std::string whole = torn_content(kTakes);
  for (std::size_t begin = 0; begin + 80 <= whole.size(); begin += 5) {
    std::string holed = whole;
    holed.replace(begin, 80, 80, '\0');
    replace(directory, kTornName, holed);
    ASSERT_THAT(found_in(directory), Not(HasSubstr("WRONG"))) << begin;
  }
}

TEST(SegmentPack, GivesNothingFromRandomBytes) {
  const TemporaryDirectory directory;
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    std::string garbage(random() % 3000, '\0');
    for (char& byte : garbage) byte = static_cast<char>(random());
    replace(directory, kPackName, garbage);
    directory.put(kTornName, garbage);
    ASSERT_EQ(found_in(directory), kAllMisses);
  }
}

TEST(SegmentPack, GivesNothingFromAWholeRecordInAnotherPlace) {
  const TemporaryDirectory directory;
  replace(directory, kTornName, std::string(8, '\0') + torn_content(kTakes));
  EXPECT_EQ(found_in(directory), kAllMisses);
}

TEST(SegmentPack, LeavesOlderAndNewerVersionsAlone) {
  for (const char version : {'\0', '\2', '\x7f'}) {
    const TemporaryDirectory directory;
    std::string pack = pack_content(kTakes);
    pack[pack.size() - 16] = version;
    std::string torn = torn_content(kTakes);
    for (std::size_t at = 0; (at = torn.find("ATAK", at)) != std::string::npos; ++at) torn[at + 4] = version;
    directory.put(kPackName, pack);
    directory.put(kTornName, torn);
    TakeCache cache({directory.path().string()});
    EXPECT_EQ(find_small(cache, kTakes), kAllMisses);
    EXPECT_EQ(cache.stats().other_version_packs, 1U);
    EXPECT_EQ(cache.stats().damaged_packs, 0U);
    EXPECT_TRUE(cache.verify().empty());
    EXPECT_EQ(cache.prune(1U << 20U), 0U);
    EXPECT_EQ(read_file(directory / kPackName), pack);
    EXPECT_EQ(read_file(directory / kTornName), torn);
  }
}

TEST(SegmentPack, IsNotALinkADeviceAFifoOrADirectory) {
  const TemporaryDirectory directory;
  const TemporaryDirectory elsewhere;
  std::filesystem::create_symlink(elsewhere.put("real", pack_content(kTakes)), directory / "seg-000000000000000a.pack");
  std::filesystem::create_symlink("/nowhere", directory / "seg-000000000000000b.pack");
  std::filesystem::create_symlink("/dev/zero", directory / "seg-000000000000000c.tmp");
  std::filesystem::create_directory(directory / "seg-000000000000000d.pack");
  ASSERT_EQ(::mkfifo((directory / "seg-000000000000000e.pack").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo((directory / "seg-000000000000000f.tmp").c_str(), 0600), 0);
  EXPECT_EQ(found_in(directory), kAllMisses);
}

// Digests are evenly spread and found with one read; clumped keys must be found, too.
TEST(SegmentReader, FindsEveryKeyAndNoOtherHoweverTheKeysAreSpread) {
  for (const std::string spread : {"even", "clumped", "rising"}) {
    const TemporaryDirectory directory;
    const auto key_for = [&](std::uint64_t number) {
      CacheKey key = key_of(number);
      if (spread != "even") std::fill(key.begin(), key.begin() + (spread == "clumped" ? 31 : 16), std::byte{0xee});
      if (spread != "even") key[30] = static_cast<std::byte>(number >> 8U);
      if (spread != "even") key[31] = static_cast<std::byte>(number);
      return key;
    };
    constexpr std::uint64_t kMany = 3000;
    auto writer = SegmentWriter::create(directory.path().string());
    for (std::uint64_t i = 0; i < kMany; i += 2) ASSERT_TRUE(writer->append(key_for(i), take_of(i, 8)));
    ASSERT_TRUE(writer->seal());
    const SegmentReader pack(directory.path().string(), files_of(directory.path(), ".pack").at(0).filename().string());
    ASSERT_EQ(pack.takes(), kMany / 2);
    for (std::uint64_t i = 0; i < kMany; ++i) {
      ASSERT_EQ(outcome(pack.find(key_for(i)), take_of(i, 8)), i % 2 == 0 ? "hit" : "miss") << spread << " " << i;
    }
  }
}

TEST(SegmentReader, MissesWhenTheIndexLeadsToAnotherTake) {
  const Bytes payload = take_of(0, 8);
  std::string content;
  const auto add = [&](const auto& bytes) {
    for (const std::byte byte : bytes) content += static_cast<char>(byte);
  };
  add(segment::encode(segment::RecordHeader{key_of(0), payload.size(), segment::checksum(payload)}, 0));
  add(payload);
  const std::uint64_t index_offset = content.size();
  const auto entry = segment::encode(segment::IndexEntry{key_of(1), 0, payload.size()});
  add(entry);
  add(segment::encode(segment::Footer{1, index_offset, segment::checksum(entry)}, content.size() + segment::kFooterBytes));
  const TemporaryDirectory directory;
  directory.put(kPackName, content);
  const SegmentReader pack(directory.path().string(), kPackName);
  ASSERT_EQ(pack.state(), SegmentReader::State::good);
  ASSERT_TRUE(pack.index_is_whole());
  EXPECT_FALSE(pack.find(key_of(1)));
  EXPECT_FALSE(pack.find(key_of(0)));
}

TEST(SegmentReader, GoesOnReadingWhenTheFileIsRemovedAndMissesWhenItIsCut) {
  const TemporaryDirectory directory;
  const std::string path = directory.put(kPackName, pack_content(kTakes));
  const SegmentReader removed(directory.path().string(), kPackName);
  std::filesystem::remove(path);
  EXPECT_EQ(outcome(removed.find(key_of(3)), small_take(3)), "hit");

  directory.put(kPackName, pack_content(kTakes));
  const SegmentReader cut(directory.path().string(), kPackName);
  ASSERT_EQ(::truncate(path.c_str(), 10), 0);
  EXPECT_EQ(outcome(cut.find(key_of(3)), small_take(3)), "miss");
}

TEST(SegmentWriter, LeavesNothingBehindWhenAbandoned) {
  const TemporaryDirectory directory;
  SegmentWriter::create(directory.path().string())->append(key_of(1), take_of(1, 100));
  EXPECT_EQ(directory.listing(), "");
}

TEST(SegmentWriter, RefusesWhatIsTooLong) {
  const TemporaryDirectory directory;
  const auto writer = SegmentWriter::create(directory.path().string());
  EXPECT_FALSE(writer->append(key_of(1), Bytes(segment::kMaxTakeBytes + 1)));
  EXPECT_TRUE(writer->append(key_of(2), Bytes(segment::kMaxTakeBytes)));
  EXPECT_TRUE(writer->full());
}

}  // namespace
}  // namespace aloud
