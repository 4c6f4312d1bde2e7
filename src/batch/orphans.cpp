#include "batch/orphans.h"

#include <map>
#include <utility>

namespace aloud {

std::vector<Orphan> orphans_of(const std::vector<Orphan>& known, const std::vector<SharedArticle>& articles,
                               const std::set<std::string>& wanted, const OutputDirectory& directory) {
  std::map<std::string, Orphan> by_path;
  for (const Orphan& orphan : known) by_path.emplace(orphan.file.path, orphan);
  for (const SharedArticle& article : articles) {
    for (OutputFile& file : files_of(*article)) {
      const std::string path = file.path;
      by_path.insert_or_assign(path, Orphan{std::move(file), article->name});
    }
  }
  std::vector<Orphan> orphans;
  for (auto& [path, orphan] : by_path) {
    const bool there = directory.files().kind_of(path) == EntryKind::file;
    if (there && !wanted.contains(path)) orphans.push_back(std::move(orphan));
  }
  return orphans;
}

}  // namespace aloud
