#include "batch/output_directory.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <tuple>

#include "util/digest.h"
#include "util/disk_directory.h"
#include "util/error.h"
#include "util/open_beneath.h"

namespace aloud {
namespace {

constexpr const char* kLockName = ".aloud-lock";
constexpr const char* kJournalName = ".aloud-journal";

// Some hundred thousand articles.
constexpr std::size_t kLargestManifest = std::size_t{1} << 30;

std::string suffix_of(Shard shard) {
  if (shard.is_whole()) return {};
  return '.' + std::to_string(shard.index) + "-of-" + std::to_string(shard.count);
}

// What kind of file of ours a name is, and of which shard.
struct OwnFile {
  std::string name;
  Shard shard;
  bool journal = false;
};

std::optional<OwnFile> own_file(const std::string& name) {
  static const std::regex pattern(
      R"((?:manifest(?:\.(\d{1,7})-of-(\d{1,7}))?\.json)|(?:\.aloud-journal(?:\.(\d{1,7})-of-(\d{1,7}))?))");
  std::smatch match;
  if (!std::regex_match(name, match, pattern)) return std::nullopt;
  OwnFile file{name, {}, name.front() == '.'};
  const std::size_t group = file.journal ? 3 : 1;
  if (match[group].matched) {
    file.shard = {static_cast<unsigned>(std::stoul(match[group])), static_cast<unsigned>(std::stoul(match[group + 1]))};
  }
  return file;
}

// The manifest of the whole first, then the shards', then journals: what is read later is newer.
std::vector<OwnFile> own_files(const Directory& directory) {
  std::vector<OwnFile> files;
  for (const std::string& name : directory.names_in("")) {
    if (auto file = own_file(name)) files.push_back(std::move(*file));
  }
  std::sort(files.begin(), files.end(), [](const OwnFile& a, const OwnFile& b) {
    return std::tuple(a.journal, a.shard.count, a.shard.index) < std::tuple(b.journal, b.shard.count, b.shard.index);
  });
  return files;
}

void learn(Knowledge& knowledge, const std::string& name, ManifestReading reading) {
  for (const std::string& problem : reading.problems) knowledge.problems.push_back(name + ": " + problem);
  for (SharedArticle& article : reading.manifest.articles) {
    const std::string key = article->name;
    knowledge.articles.insert_or_assign(key, std::move(article));
  }
  for (Orphan& orphan : reading.manifest.orphans) knowledge.orphans.push_back(std::move(orphan));
}

void learn_journal(Knowledge& knowledge, const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (auto article = parse_manifest_line(line)) {
      const std::string key = article->name;
      knowledge.articles.insert_or_assign(key, std::make_shared<const ManifestArticle>(std::move(*article)));
    }
  }
  knowledge.interrupted = true;
}

}  // namespace

std::unique_ptr<Directory> open_output(const std::string& name, const std::string& project, Access access) {
  const Make make = access == Access::exclusive ? Make::yes : Make::no;
  return std::make_unique<DiskDirectory>(name, open_named_directory(name, {".", project}, make));
}

std::string manifest_name(Shard shard) { return "manifest" + suffix_of(shard) + ".json"; }

// A batch of the whole shuts all others out; shards share the directory, and each shuts out a second one of itself.
OutputDirectory::OutputDirectory(std::unique_ptr<Directory> files, Shard shard, Access access,
                                 const std::function<void()>& on_wait)
    : files_(std::move(files)), shard_(shard) {
  const bool exclusive = access == Access::exclusive;
  const auto take = [&](const std::string& name, LockKind kind) {
    // Of a batch that writes, a shared lock as well is one on a file that has to be there.
    if (exclusive && files_->kind_of(name) == EntryKind::missing) files_->append(name, "");
    locks_.push_back(files_->lock(name, kind, on_wait));
  };
  if (exclusive) refuse_obstacles();
  take(kLockName, exclusive && shard_.is_whole() ? LockKind::exclusive : LockKind::shared);
  if (!shard_.is_whole()) take(kLockName + suffix_of(shard_), exclusive ? LockKind::exclusive : LockKind::shared);
}

// Told before anything is rendered.
void OutputDirectory::refuse_obstacles() const {
  for (const std::string& name :
       {std::string(kLockName), kLockName + suffix_of(shard_), journal_name(), manifest_name(shard_)}) {
    const EntryKind kind = files_->kind_of(name);
    if (kind == EntryKind::missing || kind == EntryKind::file) continue;
    throw Error(ErrorKind::output,
                std::string("is ") + (kind == EntryKind::link ? "a symbolic link" : "no file") +
                    ", and a batch has a file of its own under that name: remove it",
                {path_of(name), 0, 0});
  }
}

std::string OutputDirectory::journal_name() const { return kJournalName + suffix_of(shard_); }

std::string OutputDirectory::manifest_path() const { return path_of(manifest_name(shard_)); }

Knowledge OutputDirectory::read() const {
  Knowledge knowledge;
  for (const OwnFile& file : own_files(*files_)) {
    const std::optional<std::string> text = files_->read(file.name, kLargestManifest);
    if (!text) {
      knowledge.problems.push_back(file.name + ": is no file that can be read");
    } else if (file.journal) {
      learn_journal(knowledge, *text);
    } else {
      if (file.shard == shard_) knowledge.manifest_sha256 = sha256_of(*text);
      learn(knowledge, file.name, parse_manifest(*text));
    }
  }
  return knowledge;
}

void OutputDirectory::append_to_journal(const ManifestArticle& article) {
  // The line end comes first too: what a killed writer left of its last line must not spoil this one.
  files_->append(journal_name(), '\n' + to_json_line(article) + '\n');
}

void OutputDirectory::write_manifest(const Manifest& manifest, Rewrite rewrite) {
  const std::string name = manifest_name(shard_);
  const auto there = files_->digest_of(name);
  if (rewrite == Rewrite::always || !there || there->sha256 != manifest_sha256(manifest)) {
    const std::unique_ptr<StagedFile> file = files_->create(name);
    aloud::write_manifest(manifest, *file);
    file->commit();
  }
  for (const OwnFile& file : own_files(*files_)) {
    const bool superseded =
        shard_.is_whole() ? file.journal || !file.shard.is_whole() : file.shard.count != shard_.count && !file.shard.is_whole();
    const bool own_journal = file.journal && file.shard == shard_;
    if ((superseded || own_journal) && files_->kind_of(file.name) == EntryKind::file) files_->remove(file.name);
  }
}

void OutputDirectory::remove_leftovers(const std::vector<std::string>& inner_paths) const {
  std::set<std::string> directories = {""};
  for (const std::string& inner : inner_paths) directories.insert(parent_and_name(inner).first);
  for (const std::string& directory : directories) files_->remove_orphaned_temporaries(directory);
}

FileState OutputDirectory::state_of(const OutputFile& file) const {
  const auto there = files_->digest_of(file.path);
  if (!there) return files_->kind_of(file.path) == EntryKind::missing ? FileState::missing : FileState::changed;
  return there->bytes == file.bytes && there->sha256 == file.sha256 ? FileState::as_made : FileState::changed;
}

void OutputDirectory::remove(const std::string& inner) const { files_->remove(inner); }

}  // namespace aloud
