#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "util/digest.h"
#include "util/directory.h"

namespace aloud::test {

/// A directory that is nowhere but in memory: its files are a map that tests fill and look at. Nobody else uses it, so its
/// locks are free.
class MemoryDirectory final : public Directory {
 public:
  std::map<std::string, std::string> files;  ///< by name
  std::set<std::string> links;               ///< names that stand for symbolic links

  const std::string& path() const override { return path_; }

  EntryKind kind_of(const std::string& inner) const override {
    if (links.contains(inner)) return EntryKind::link;
    if (files.contains(inner)) return EntryKind::file;
    return names_in(inner).empty() ? EntryKind::missing : EntryKind::directory;
  }

  std::vector<std::string> names_in(const std::string& inner) const override {
    const std::string prefix = inner.empty() ? "" : inner + '/';
    std::set<std::string> names;
    for (const auto& [name, bytes] : files) {
      if (name.starts_with(prefix)) names.insert(name.substr(prefix.size(), name.find('/', prefix.size()) - prefix.size()));
    }
    return {names.begin(), names.end()};
  }

  std::optional<std::string> read(const std::string& inner, std::size_t most) const override {
    const auto file = files.find(inner);
    if (file == files.end() || file->second.size() > most) return std::nullopt;
    return file->second;
  }

  std::optional<FileDigest> digest_of(const std::string& inner) const override {
    const auto file = files.find(inner);
    if (file == files.end()) return std::nullopt;
    return FileDigest{file->second.size(), sha256_of(file->second)};
  }

  std::unique_ptr<StagedFile> create(const std::string& inner) override { return std::make_unique<Staged>(files, inner); }

  bool append(const std::string& inner, std::string_view text) override {
    files[inner] += text;
    return true;
  }

  void remove(const std::string& inner) override { files.erase(inner); }
  void remove_orphaned_temporaries(const std::string& /*inner*/) override {}

  std::unique_ptr<DirectoryLock> lock(const std::string& /*inner*/, LockKind /*kind*/,
                                      const std::function<void()>& /*on_wait*/) override {
    return std::make_unique<DirectoryLock>();
  }

 private:
  class Staged final : public StagedFile {
   public:
    Staged(std::map<std::string, std::string>& files, std::string name) : files_(files), name_(std::move(name)) {}
    void write(std::span<const std::byte> bytes) override {
      bytes_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    bool can_rewrite() const override { return true; }
    void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override {
      bytes_.replace(offset, bytes.size(), reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    std::uint64_t size() const override { return bytes_.size(); }
    void prepare() override {}
    void commit() override { files_[name_] = bytes_; }

   private:
    std::map<std::string, std::string>& files_;
    std::string name_, bytes_;
  };

  std::string path_ = "memory";
};

}  // namespace aloud::test
