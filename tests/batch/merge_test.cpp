#include "batch/merge.h"

#include <gtest/gtest.h>

#include "support/temporary_directory.h"
#include "util/digest.h"
#include "util/disk_directory.h"
#include "util/error.h"

namespace aloud::test {
namespace {

class Merging : public testing::Test {
 protected:
  SharedArticle article(const std::string& name) {
    ManifestArticle article;
    article.name = name;
    ManifestAudio audio;
    audio.format = "wav";
    audio.file = {name + ".wav", name.size(), sha256_of(name)};
    place_.put(name + ".wav", name);
    article.audio = {audio};
    return std::make_shared<const ManifestArticle>(article);
  }

  void write(Shard shard, const std::vector<std::string>& names, const std::string& selection = "s") {
    Manifest manifest;
    manifest.shard = shard;
    manifest.selection = selection;
    manifest.selected = 3;
    if (!shard.is_whole() && shard.index == 1) manifest.skipped = {"draft"};
    for (const std::string& name : names) manifest.articles.push_back(article(name));
    place_.put(manifest_name(shard), manifest_text(manifest));
  }

  std::string merged() {
    const OutputDirectory directory(
        std::make_unique<DiskDirectory>(place_.path(), open_named_directory(place_.path(), {}, Make::no)), {},
        Access::exclusive, {});
    try {
      const Manifest manifest = merge_manifests(directory, std::nullopt);
      std::string text;
      for (const SharedArticle& one : manifest.articles) text += one->name + ' ';
      for (const Orphan& orphan : manifest.orphans) text += "orphan " + orphan.file.path + ' ';
      return text;
    } catch (const Error& error) {
      const std::string what = error.what();
      const std::string prefix = place_.path().string() + '/';
      std::string text;
      for (std::size_t at = 0; at < what.size();) {
        const bool here = what.compare(at, prefix.size(), prefix) == 0;
        if (!here) text += what[at];
        at += here ? prefix.size() : 1;
      }
      return text;
    }
  }

  TemporaryDirectory place_;
};

TEST_F(Merging, JoinsAllShardsInOrder) {
  write({1, 2}, {"b"});
  write({2, 2}, {"a"});
  EXPECT_EQ(merged(), "a b ");
}

TEST_F(Merging, WhatTheWholeKnewBeforeBecomesAnOrphan) {
  write({}, {"a", "old"});
  write({1, 2}, {"b"});
  write({2, 2}, {"a"});
  EXPECT_EQ(merged(), "a b orphan old.wav ");
}

TEST_F(Merging, RefusesGaps) {
  write({1, 3}, {"a"});
  write({3, 3}, {"b"});
  EXPECT_EQ(merged(), "manifest.1-of-3.json: shard 2/3 is missing: run it, then merge again");
}

TEST_F(Merging, RefusesOverlaps) {
  write({1, 2}, {"a"});
  write({2, 2}, {"a"});
  EXPECT_EQ(merged(), "manifest.2-of-2.json: has the article a, as manifest.1-of-2.json has");
}

TEST_F(Merging, RefusesShardsOfOtherBatches) {
  write({1, 2}, {"a"});
  write({2, 2}, {"b"}, "other");
  EXPECT_EQ(
      merged(),
      "manifest.2-of-2.json: was made from other articles than manifest.1-of-2.json: run the shards again on the same ones");
  write({2, 2}, {"b"});
  write({2, 3}, {"b"});
  EXPECT_NE(merged().find("they are of two batches"), std::string::npos);
}

TEST_F(Merging, RefusesWhatIsNotThere) {
  write({1, 2}, {"a"});
  write({2, 2}, {});
  EXPECT_NE(merged().find("the shards tell of 2 articles, and the batch has 3"), std::string::npos) << merged();
  write({2, 2}, {"b"});
  place_.put("b.wav", "c");
  EXPECT_EQ(merged(), "b.wav: is not the file that manifest.2-of-2.json tells of");
  std::filesystem::remove(place_ / "b.wav");
  EXPECT_EQ(merged(), "b.wav: is missing: manifest.2-of-2.json tells of it");
}

BatchReport report(Shard shard, const std::string& name, double seconds) {
  BatchReport report;
  report.shard = shard;
  report.selection = "s";
  report.wall_seconds = seconds;
  report.articles.emplace_back().name = name;
  return report;
}

TEST(MergeReports, JoinsAndTakesTheLongestTime) {
  const BatchReport merged = merge_reports({report({2, 2}, "b", 7), report({1, 2}, "a", 3)}, {"two", "one"});
  EXPECT_EQ(merged.articles.size(), 2U);
  EXPECT_EQ(merged.articles[0].name, "a");
  EXPECT_EQ(merged.wall_seconds, 7);
  EXPECT_TRUE(merged.shard.is_whole());
}

TEST(MergeReports, RefusesGapsAndOverlaps) {
  EXPECT_THROW(merge_reports({report({1, 2}, "a", 1)}, {"one"}), Error);
  EXPECT_THROW(merge_reports({report({1, 2}, "a", 1), report({1, 2}, "b", 1)}, {"one", "two"}), Error);
  EXPECT_THROW(merge_reports({report({1, 2}, "a", 1), report({2, 2}, "a", 1)}, {"one", "two"}), Error);
}

}  // namespace
}  // namespace aloud::test
