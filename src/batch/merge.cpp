#include "batch/merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "batch/orphans.h"
#include "batch/path_text.h"
#include "util/error.h"
#include "version.h"

namespace aloud {
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& message) {
  throw Error(ErrorKind::input, message, {path, 0, 0});
}

std::string contents_of(const OutputDirectory& directory, const std::string& name) {
  constexpr std::size_t kLargest = std::size_t{1} << 30;
  return directory.files().read(name, kLargest).value_or("");
}

std::string name_of(Shard shard) { return std::to_string(shard.index) + '/' + std::to_string(shard.count); }

// What says which shards there are, and whether they are of one batch: the same for manifests and reports.
struct Part {
  std::string path;
  Shard shard;
  std::string selection;
  std::size_t selected = 0;
};

void refuse_gaps(const std::vector<Part>& parts) {
  const Part& first = parts.front();
  std::map<unsigned, std::string> seen;
  for (const Part& part : parts) {
    if (part.shard.count != first.shard.count)
      refuse(part.path, "is shard " + name_of(part.shard) + ", and " + first.path + " is shard " + name_of(first.shard) +
                            ": they are of two batches");
    if (part.selection != first.selection || part.selected != first.selected)
      refuse(part.path, "was made from other articles than " + first.path + ": run the shards again on the same ones");
    const auto [entry, is_new] = seen.emplace(part.shard.index, part.path);
    if (!is_new) refuse(part.path, "is shard " + name_of(part.shard) + ", as " + entry->second + " is");
  }
  for (unsigned i = 1; i <= first.shard.count; ++i) {
    if (!seen.contains(i))
      refuse(first.path, "shard " + name_of({i, first.shard.count}) + " is missing: run it, then merge again");
  }
}

// Once all parts are there.
class Joiner {
 public:
  explicit Joiner(const OutputDirectory& directory) : directory_(directory) {}

  void take(const std::string& path, const SharedArticle& article) {
    claim(articles_, article->name, path, "the article");
    for (const OutputFile& file : files_of(*article)) {
      claim(files_, file.path, path, "the output");
      const FileState state = directory_.state_of(file);
      if (state == FileState::missing) refuse(directory_.path_of(file.path), "is missing: " + path + " tells of it");
      if (state == FileState::changed) refuse(directory_.path_of(file.path), "is not the file that " + path + " tells of");
    }
    merged_.articles.push_back(article);
  }

  void skip(const std::string& path, const std::string& name) { claim(articles_, name, path, "the article"); }

  Manifest finish(std::size_t selected, const std::string& place) {
    if (articles_.size() != selected)
      refuse(place, "the shards tell of " + std::to_string(articles_.size()) + " articles, and the batch has " +
                        std::to_string(selected));
    std::sort(merged_.articles.begin(), merged_.articles.end(),
              [](const SharedArticle& a, const SharedArticle& b) { return a->name < b->name; });
    find_orphans();
    return std::move(merged_);
  }

  void set(const std::optional<std::int64_t>& source_date_epoch) {
    merged_.software = kSoftware;
    merged_.generated = source_date_epoch;
  }

 private:
  using Claims = std::map<std::string, std::string>;

  static void claim(Claims& claims, const std::string& name, const std::string& path, const char* what) {
    const auto [entry, is_new] = claims.emplace(name, path);
    if (!is_new) refuse(path, std::string("has ") + what + ' ' + text_of_path(name) + ", as " + entry->second + " has");
  }

  void find_orphans() {
    const Manifest before = parse_manifest(contents_of(directory_, manifest_name({}))).manifest;
    std::set<std::string> wanted;
    for (const auto& [file, part] : files_) wanted.insert(file);
    merged_.orphans = orphans_of(before.orphans, before.articles, wanted, directory_);
  }

  const OutputDirectory& directory_;
  Manifest merged_;
  Claims articles_, files_;
};

std::vector<std::string> shard_manifests(const OutputDirectory& directory) {
  std::vector<std::string> names;
  for (std::string& name : directory.files().names_in("")) {
    if (name.starts_with("manifest.") && name.ends_with(".json") && name.find("-of-") != std::string::npos)
      names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

Manifest merge_manifests(const OutputDirectory& directory, const std::optional<std::int64_t>& source_date_epoch) {
  const std::vector<std::string> names = shard_manifests(directory);
  if (names.empty()) refuse(directory.path(), "holds no manifest of a shard (manifest.1-of-2.json)");
  std::vector<Part> parts;
  std::vector<Manifest> manifests;
  for (const std::string& name : names) {
    const std::string path = directory.path_of(name);
    ManifestReading reading = parse_manifest(contents_of(directory, name));
    if (!reading.problems.empty()) refuse(path, reading.problems.front());
    parts.push_back({path, reading.manifest.shard, reading.manifest.selection, reading.manifest.selected});
    manifests.push_back(std::move(reading.manifest));
  }
  refuse_gaps(parts);
  Joiner joiner(directory);
  joiner.set(source_date_epoch);
  for (std::size_t i = 0; i < manifests.size(); ++i) {
    for (const SharedArticle& article : manifests[i].articles) joiner.take(parts[i].path, article);
    for (const std::string& name : manifests[i].skipped) joiner.skip(parts[i].path, name);
  }
  return joiner.finish(parts.front().selected, directory.path());
}

BatchReport merge_reports(std::vector<BatchReport> reports, const std::vector<std::string>& paths) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < reports.size(); ++i)
    parts.push_back({paths[i], reports[i].shard, reports[i].selection, reports[i].selected});
  refuse_gaps(parts);
  BatchReport merged;
  merged.mode = reports.front().mode;
  merged.selection = reports.front().selection;
  merged.selected = reports.front().selected;
  merged.output = reports.front().output;
  std::set<std::string> names;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    BatchReport& report = reports[i];
    if (report.mode != merged.mode) refuse(paths[i], std::string("is of a ") + to_string(report.mode) + ", and others are not");
    merged.wall_seconds = std::max(merged.wall_seconds, report.wall_seconds);
    for (ArticleResult& result : report.articles) {
      if (!names.insert(result.name).second)
        refuse(paths[i], "has the article " + text_of_path(result.name) + ", as another has");
      merged.articles.push_back(std::move(result));
    }
    for (OrphanResult& orphan : report.orphans) merged.orphans.push_back(std::move(orphan));
    for (BatchFinding& finding : report.findings) merged.findings.push_back(std::move(finding));
    for (std::string& problem : report.problems) merged.problems.push_back(std::move(problem));
  }
  std::sort(merged.articles.begin(), merged.articles.end(),
            [](const ArticleResult& a, const ArticleResult& b) { return a.name < b.name; });
  return merged;
}

}  // namespace aloud
