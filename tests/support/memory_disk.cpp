#include "support/memory_disk.h"

#include <utility>

#include "util/error.h"

namespace aloud::test {

class MemoryFile final : public StagedFile {
 public:
  MemoryFile(MemoryDisk& disk, std::string name) : disk_(disk), name_(std::move(name)) {}

  void write(std::span<const std::byte> bytes) override { content_.append(characters(bytes), bytes.size()); }
  bool can_rewrite() const override { return true; }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override {
    content_.replace(offset, bytes.size(), characters(bytes), bytes.size());
  }
  std::uint64_t size() const override { return content_.size(); }

  void prepare() override {
    if (disk_.full_at.contains(name_)) throw Error(ErrorKind::output, "no room", {disk_.path_ + '/' + name_, 0, 0});
  }
  void commit() override {
    prepare();
    disk_.work_.push_back("write " + name_);
    disk_.files[name_] = content_;
  }

 private:
  static const char* characters(std::span<const std::byte> bytes) { return reinterpret_cast<const char*>(bytes.data()); }

  MemoryDisk& disk_;
  std::string name_;
  std::string content_;
};

// Directories are there as soon as something lies in them. Nobody else has a lock.
class DiskView final : public Directory {
 public:
  explicit DiskView(MemoryDisk& disk) : disk_(disk) {}

  const std::string& path() const override { return disk_.path_; }

  EntryKind kind_of(const std::string& inner) const override {
    if (disk_.links.contains(inner)) return EntryKind::link;
    if (disk_.files.contains(inner)) return EntryKind::file;
    return names_in(inner).empty() ? EntryKind::missing : EntryKind::directory;
  }

  std::vector<std::string> names_in(const std::string& inner) const override {
    const std::string prefix = inner.empty() ? "" : inner + '/';
    std::set<std::string> names;
    for (const auto& [name, content] : disk_.files) {
      if (name.starts_with(prefix)) names.insert(name.substr(prefix.size(), name.find('/', prefix.size()) - prefix.size()));
    }
    return {names.begin(), names.end()};
  }

  std::optional<std::string> read(const std::string& inner, std::size_t most) const override {
    const auto file = disk_.files.find(inner);
    return file == disk_.files.end() || file->second.size() > most ? std::nullopt : std::optional(file->second);
  }

  std::optional<FileDigest> digest_of(const std::string& inner) const override {
    const auto file = disk_.files.find(inner);
    if (file == disk_.files.end()) return std::nullopt;
    return FileDigest{file->second.size(), sha256_of(file->second)};
  }

  std::unique_ptr<StagedFile> create(const std::string& inner) override { return std::make_unique<MemoryFile>(disk_, inner); }

  bool append(const std::string& inner, std::string_view text) override {
    if (!text.empty()) disk_.work_.push_back("append " + inner);
    disk_.files[inner] += text;
    return true;
  }

  void remove(const std::string& inner) override {
    if (disk_.files.erase(inner) > 0) disk_.work_.push_back("remove " + inner);
  }

  void remove_orphaned_temporaries(const std::string&) override {}

  std::unique_ptr<DirectoryLock> lock(const std::string&, LockKind, const std::function<void()>&) override { return nullptr; }

 private:
  MemoryDisk& disk_;
};

std::unique_ptr<Directory> MemoryDisk::open() { return std::make_unique<DiskView>(*this); }

std::vector<std::string> MemoryDisk::take_work() { return std::exchange(work_, {}); }

}  // namespace aloud::test
