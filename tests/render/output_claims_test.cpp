#include "render/output_claims.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

std::string objection(OutputClaims& claims, const std::string& path, const std::string& owner) {
  try {
    claims.claim(path, owner);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
  return "";
}

TEST(OutputClaims, OneFileHasOneOwnerHoweverItIsWritten) {
  OutputClaims claims("rename one");
  EXPECT_EQ(objection(claims, "out/a.ogg", "x/a.md"), "");
  EXPECT_EQ(objection(claims, "out/a.vtt", "x/a.md"), "");
  for (const std::string same : {"out/a.ogg", "out/./a.ogg", "out/b/../a.ogg", "out//a.ogg"})
    EXPECT_EQ(objection(claims, same, "y/a.md"), "x/a.md and y/a.md would both be written to " + same + ": rename one");
}

TEST(OutputClaims, WhatIsReadIsNotWritten) {
  const test::TemporaryDirectory directory;
  const std::string article = directory.put("a.wav", "text"), link = directory / "link.wav";
  fs::create_symlink("a.wav", link);
  OutputClaims claims("rename one");
  claims.protect(article);
  claims.protect(directory / "not there");
  for (const std::string& path : {article, link})
    EXPECT_EQ(objection(claims, path, "a"), path + ": would be overwritten: it is an article; choose another -o");
  EXPECT_EQ(objection(claims, directory / "b.wav", "a"), "");
  EXPECT_EQ(objection(claims, directory / "not there", "a"), "");
}

}  // namespace
}  // namespace aloud
