#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace aloud {

/// Which file of a job is whose: no two articles write one file, and none writes an article.
class OutputClaims {
 public:
  /// `advice` ends the message about two that would write the same: "give them different names".
  explicit OutputClaims(std::string advice) : advice_(std::move(advice)) {}

  /// The file at `path` is read and must not be written, by whatever name or link. Nothing happens if there is none.
  void protect(const std::string& path);

  /// `path` is written by `owner`. On failure (another owner has it already, or it is protected) throws Error{usage}.
  void claim(const std::string& path, const std::string& owner);

  /// Throws the error of claim(): `one` and `other` would both write `path`.
  [[noreturn]] void refuse(const std::string& one, const std::string& other, const std::string& path) const;

 private:
  using FileId = std::pair<std::uint64_t, std::uint64_t>;  // device and inode

  std::string advice_;
  std::map<std::string, std::string> owners_;  // by path
  std::set<FileId> protected_;
};

}  // namespace aloud
