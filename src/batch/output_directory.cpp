#include "batch/output_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>
#include <set>
#include <tuple>

#include "util/atomic_file.h"
#include "util/digest.h"
#include "util/error.h"
#include "util/make_directories.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLockName = ".aloud-lock";
constexpr const char* kJournalName = ".aloud-journal";

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
std::vector<OwnFile> own_files(const std::string& directory) {
  std::vector<OwnFile> files;
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    if (auto file = own_file(at->path().filename().string())) files.push_back(std::move(*file));
  }
  std::sort(files.begin(), files.end(), [](const OwnFile& a, const OwnFile& b) {
    return std::tuple(a.journal, a.shard.count, a.shard.index) < std::tuple(b.journal, b.shard.count, b.shard.index);
  });
  return files;
}

std::string contents_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Some file systems have no locks; a batch on them is on its own.
bool locks_are_missing(int error_number) {
  return error_number == ENOLCK || error_number == ENOSYS || error_number == EOPNOTSUPP || error_number == EINVAL;
}

int open_lock(const std::string& path, Access access) {
  const int flags = access == Access::exclusive ? O_RDWR | O_CREAT : O_RDONLY;
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, 0666);
  if (descriptor < 0 && access == Access::exclusive)
    throw Error(ErrorKind::output, "cannot write: " + describe_errno(errno), {path, 0, 0});
  return descriptor;
}

void wait_for_lock(int descriptor, int kind, const std::string& path, const std::function<void()>& on_wait) {
  if (::flock(descriptor, kind | LOCK_NB) == 0) return;
  if (errno == EWOULDBLOCK && on_wait) on_wait();
  while (::flock(descriptor, kind) != 0) {
    if (errno == EINTR) continue;
    if (locks_are_missing(errno)) return;
    throw Error(ErrorKind::output, "cannot lock: " + describe_errno(errno), {path, 0, 0});
  }
}

bool all_of_kind(const std::string& text, int (*kind)(int)) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [&](char c) { return kind(static_cast<unsigned char>(c)) != 0; });
}

// AtomicFile's names: ".NAME.123.0" when a file was about to be named, ".NAME.aB3xYz" where it needs a name from the start.
// All small letters, which one in two hundred of the latter is, may be somebody's ".NAME.backup".
std::optional<std::string> target_of_leftover(const std::string& name) {
  if (name.front() != '.') return std::nullopt;
  const std::size_t last = name.rfind('.');
  const std::string tail = name.substr(last + 1);
  const std::size_t second = last == 0 ? 0 : name.rfind('.', last - 1);
  if (second > 0 && all_of_kind(tail, std::isdigit) && all_of_kind(name.substr(second + 1, last - second - 1), std::isdigit))
    return name.substr(1, second - 1);
  const bool random = tail.size() == 6 && all_of_kind(tail, std::isalnum) && !all_of_kind(tail, std::islower);
  if (last > 0 && random) return name.substr(1, last - 1);
  return std::nullopt;
}

void learn(Knowledge& knowledge, const std::string& name, ManifestReading reading) {
  for (const std::string& problem : reading.problems) knowledge.problems.push_back(name + ": " + problem);
  for (SharedArticle& article : reading.manifest.articles) {
    const std::string key = article->name;
    knowledge.articles.insert_or_assign(key, std::move(article));
  }
  for (Orphan& orphan : reading.manifest.orphans) knowledge.orphans.push_back(std::move(orphan));
}

void learn_journal(Knowledge& knowledge, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    if (auto article = parse_manifest_line(line)) {
      const std::string key = article->name;
      knowledge.articles.insert_or_assign(key, std::make_shared<const ManifestArticle>(std::move(*article)));
    }
  }
  knowledge.interrupted = true;
}

}  // namespace

std::string manifest_name(Shard shard) { return "manifest" + suffix_of(shard) + ".json"; }

// A batch of the whole shuts all others out; shards share the directory, and each shuts out a second one of itself.
OutputDirectory::OutputDirectory(std::string path, Shard shard, Access access, const std::function<void()>& on_wait)
    : path_(std::move(path)), shard_(shard) {
  if (access == Access::exclusive) make_directories(path_);
  const auto take = [&](const std::string& name, int kind) {
    const std::string lock = path_of(name);
    const int descriptor = open_lock(lock, access);
    if (descriptor < 0) return;
    locks_.push_back(descriptor);
    wait_for_lock(descriptor, kind, lock, on_wait);
  };
  const bool alone = access == Access::exclusive && shard_.is_whole();
  take(kLockName, alone ? LOCK_EX : LOCK_SH);
  if (!shard_.is_whole()) take(kLockName + suffix_of(shard_), access == Access::exclusive ? LOCK_EX : LOCK_SH);
}

OutputDirectory::~OutputDirectory() {
  if (journal_ >= 0) ::close(journal_);
  for (const int lock : locks_) ::close(lock);
}

std::string OutputDirectory::path_of(const std::string& inner) const { return (fs::path(path_) / inner).string(); }

std::string OutputDirectory::manifest_path() const { return path_of(manifest_name(shard_)); }

Knowledge OutputDirectory::read() const {
  Knowledge knowledge;
  for (const OwnFile& file : own_files(path_)) {
    if (file.journal) {
      learn_journal(knowledge, path_of(file.name));
      continue;
    }
    const std::string text = contents_of(path_of(file.name));
    if (file.shard == shard_) knowledge.manifest_sha256 = sha256_of(text);
    learn(knowledge, file.name, parse_manifest(text));
  }
  return knowledge;
}

void OutputDirectory::append_to_journal(const ManifestArticle& article) {
  if (journal_ < 0) {
    const std::string name = path_of(kJournalName + suffix_of(shard_));
    journal_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0666);
    if (journal_ < 0) return;
  }
  // The line end comes first too: what a killed writer left of its last line must not spoil this one.
  const std::string line = '\n' + to_json_line(article) + '\n';
  [[maybe_unused]] const ssize_t written = ::write(journal_, line.data(), line.size());
}

void OutputDirectory::write_manifest(const Manifest& manifest, Rewrite rewrite) {
  const std::string path = manifest_path();
  const auto there = digest_of_file(path);
  if (rewrite == Rewrite::always || !there || there->sha256 != manifest_sha256(manifest)) {
    AtomicFile file(path);
    aloud::write_manifest(manifest, file);
    file.commit();
  }
  if (journal_ >= 0) ::close(journal_);
  journal_ = -1;
  for (const OwnFile& file : own_files(path_)) {
    const bool superseded =
        shard_.is_whole() ? file.journal || !file.shard.is_whole() : file.shard.count != shard_.count && !file.shard.is_whole();
    const bool own_journal = file.journal && file.shard == shard_;
    if (superseded || own_journal) ::unlink(path_of(file.name).c_str());
  }
}

void OutputDirectory::remove_leftovers(const std::vector<std::string>& inner_paths) const {
  std::map<std::string, std::set<std::string>> names;
  for (const std::string& inner : inner_paths)
    names[fs::path(inner).parent_path().string()].insert(fs::path(inner).filename().string());
  names[""].insert(manifest_name(shard_));
  for (const auto& [directory, known] : names) {
    std::error_code error;
    for (fs::directory_iterator at(path_of(directory), error), end; !error && at != end; at.increment(error)) {
      const std::optional<std::string> target = target_of_leftover(at->path().filename().string());
      if (target && known.contains(*target)) ::unlink(at->path().c_str());
    }
  }
}

FileState OutputDirectory::state_of(const OutputFile& file) const {
  const auto there = digest_of_file(path_of(file.path));
  if (!there) return FileState::missing;
  return there->bytes == file.bytes && there->sha256 == file.sha256 ? FileState::as_made : FileState::changed;
}

void OutputDirectory::remove(const std::string& inner) const {
  if (::unlink(path_of(inner).c_str()) != 0 && errno != ENOENT)
    throw Error(ErrorKind::output, "cannot remove: " + describe_errno(errno), {path_of(inner), 0, 0});
  for (fs::path parent = fs::path(inner).parent_path(); !parent.empty(); parent = parent.parent_path()) {
    if (::rmdir(path_of(parent.string()).c_str()) != 0) return;  // it holds something else
  }
}

}  // namespace aloud
