#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "batch/manifest.h"
#include "util/directory.h"

namespace aloud {

enum class Access { read_only, exclusive };

/// How a file compares with what a manifest says of it.
enum class FileState {
  missing,
  as_made,
  changed,  ///< damaged, or by another hand
};

/// What manifests and journals tell of an output directory.
struct Knowledge {
  std::map<std::string, SharedArticle> articles;  ///< by name
  std::vector<Orphan> orphans;
  std::vector<std::string> problems;  ///< what was wrong with the files, one line each
  std::string manifest_sha256;        ///< of the shard's own manifest file; empty if there is none
  bool interrupted = false;           ///< a journal is there: a batch was ended before it could write its manifest
};

/// The directory that a batch writes into, and the files that it keeps there about itself: manifest.json (a shard's is
/// manifest.2-of-5.json), a journal while it runs, a lock.
///
/// Whatever somebody else has put there, nothing is read, written or removed through a link, and nothing but regular files
/// (util/directory.h).
///
/// The journal has one line for each article that was finished, so that a batch that is killed forgets nothing; the next run
/// reads it and removes it when it has written the manifest. Any of its lines may be torn or lost: the articles are
/// then made again, from the cache.
class OutputDirectory {
 public:
  /// Exclusive: waits until no other batch of the same shard, and none of the whole, has it; `on_wait` is called before
  /// waiting. The lock ends with the process. Read-only: changes nothing; waits if it can.
  /// On failure (it cannot be written, something that is no file has the name of one of its own) throws Error{output}.
  OutputDirectory(std::unique_ptr<Directory> files, Shard shard, Access access, const std::function<void()>& on_wait);

  const std::string& path() const { return files_->path(); }
  std::string path_of(const std::string& inner) const { return files_->path_of(inner); }
  std::string manifest_path() const;

  /// For what the batch makes.
  Directory& files() const { return *files_; }

  /// Reads all that is known: manifests of the whole and of all shards, and journals.
  Knowledge read() const;

  /// Notes a finished article. What cannot be written is given up: it costs time after a crash, and nothing else.
  void append_to_journal(const ManifestArticle& article);

  /// Puts the manifest in place, unless it is there already (`rewrite` writes it in any case), and removes what it supersedes:
  /// the journal, and for a whole batch the manifests of shards; for a shard those of other counts. On failure throws
  /// Error{output}.
  enum class Rewrite { if_changed, always };
  void write_manifest(const Manifest& manifest, Rewrite rewrite);

  /// Removes what writers that were killed left in its own place and beside the files named.
  void remove_leftovers(const std::vector<std::string>& inner_paths) const;

  /// Whether a file is there, and whole. Reads it to its end.
  FileState state_of(const OutputFile& file) const;

  /// Removes a file and the directories that are empty then.
  void remove(const std::string& inner) const;

 private:
  void refuse_obstacles() const;
  std::string journal_name() const;

  std::unique_ptr<Directory> files_;
  Shard shard_;
  std::vector<std::unique_ptr<DirectoryLock>> locks_;
};

/// Opens the directory of the file system that a batch writes into, by its name: made for Access::exclusive, and else perhaps
/// not there. What lies beneath the current directory and the project's (empty: there is none) may be a stranger's clone: no
/// link is followed there, nor in the last place of the name. On failure (a link, no permission) throws Error{output}.
std::unique_ptr<Directory> open_output(const std::string& name, const std::string& project, Access access);

/// "manifest.json", "manifest.2-of-5.json".
std::string manifest_name(Shard shard);

}  // namespace aloud
