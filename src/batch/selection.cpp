#include "batch/selection.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <set>
#include <tuple>

#include "batch/glob.h"
#include "util/error.h"
#include "util/lies_within.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

constexpr std::array kExtensions = {".md",  ".markdown", ".mdown", ".mkd",   ".mdx", ".qmd", ".rmd",
                                    ".txt", ".html",     ".htm",   ".xhtml", ".xht", ".epub"};

bool is_article_name(const std::string& name) {
  std::string extension = fs::path(name).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return name.front() != '.' && std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

std::string without_extension(const std::string& path) { return fs::path(path).replace_extension().string(); }

std::string join(const std::string& directory, const std::string& name) {
  return directory.empty() ? name : (fs::path(directory) / name).string();
}

using FileId = std::pair<dev_t, ino_t>;

class Selector {
 public:
  explicit Selector(const SelectionRequest& request)
      : request_(request), root_(fs::absolute(request.root.empty() ? "." : request.root).lexically_normal()) {
    struct stat status {};
    if (!request.output.empty() && ::stat(request.output.c_str(), &status) == 0)
      searched_.insert({status.st_dev, status.st_ino});
    output_ = searched_;
  }

  Selection select() {
    for (const std::string& input : request_.inputs) take(input);
    std::sort(found_.articles.begin(), found_.articles.end(), [](const SelectedArticle& a, const SelectedArticle& b) {
      return std::tie(a.name, a.path) < std::tie(b.name, b.path);
    });
    const auto same = [](const SelectedArticle& a, const SelectedArticle& b) { return a.name == b.name && a.path == b.path; };
    found_.articles.erase(std::unique(found_.articles.begin(), found_.articles.end(), same), found_.articles.end());
    refuse_equal_names();
    return std::move(found_);
  }

 private:
  void take(const std::string& input) {
    const std::string path = fs::path(input).is_absolute() ? input : join(request_.root, input);
    struct stat status {};
    const std::size_t before = found_.articles.size() + found_.links_passed_by.size();
    if (leaves_its_place(path)) {
      found_.links_passed_by.push_back(path);
    } else if (::stat(path.c_str(), &status) == 0) {
      searched_ = output_;
      if (S_ISDIR(status.st_mode)) {
        search(path, "**", path);
      } else if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorKind::usage, "is neither a file nor a directory", {input, 0, 0});
      } else {
        add(path, fs::path(path).filename().string(), static_cast<std::uint64_t>(status.st_size));
      }
    } else if (has_wildcard(input)) {
      searched_ = output_;
      const std::string base = fixed_part(path);
      search(base.empty() ? "." : base, path.substr(base.empty() ? 0 : base == "/" ? 1 : base.size() + 1), base);
    } else {
      throw Error(ErrorKind::usage, "no such file or directory", {input, 0, 0});
    }
    if (found_.articles.size() + found_.links_passed_by.size() == before)
      throw Error(ErrorKind::usage, "holds no article (.md, .txt)", {input, 0, 0});
  }

  // An input itself: a place in the project, which may be a stranger's, has to be one; elsewhere a person named the way, and
  // its last part alone may be somebody else's link.
  bool leaves_its_place(const std::string& path) const {
    if (request_.links == Links::everywhere) return false;
    if (is_named_within(path, root_)) return !lies_within(path, root_);
    std::error_code error;
    return fs::is_symlink(path, error) && !lies_within(path, fs::path(path).parent_path().string());
  }

  // Directories in their own places are searched before those that links lead to, so an article keeps its own name.
  void search(const std::string& top, const std::string& pattern, const std::string& base) {
    std::deque<std::string> below = {""};
    std::deque<std::string> linked;
    while (!below.empty() || !linked.empty()) {
      std::deque<std::string>& next = below.empty() ? linked : below;
      const std::string directory = next.front();
      next.pop_front();
      list(top, directory, pattern, base, below, linked);
    }
  }

  void list(const std::string& top, const std::string& directory, const std::string& pattern, const std::string& base,
            std::deque<std::string>& below, std::deque<std::string>& linked) {
    const std::string path = join(top, directory);
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !searched_.insert({status.st_dev, status.st_ino}).second) return;
    found_.directories.push_back(path);
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator at(path, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) entries.push_back(*at);
    if (error) throw Error(ErrorKind::input, "cannot read the directory: " + describe_errno(error.value()), {path, 0, 0});
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      const std::string inner = join(directory, name);
      if (name.front() == '.' || is_excluded(name, join(base, inner))) continue;
      if (request_.links == Links::within_input && entry.is_symlink(error) && !lies_within(entry.path(), top)) {
        pass_by(entry, glob_matches(pattern, inner));
      } else if (entry.is_directory(error)) {
        (entry.is_symlink(error) ? linked : below).push_back(inner);
      } else if (entry.is_regular_file(error) && is_article_name(name) && glob_matches(pattern, inner)) {
        add(join(base, inner), inner, entry.file_size(error));
      } else if (entry.is_symlink(error) && !entry.exists(error) && is_article_name(name) && glob_matches(pattern, inner)) {
        add(join(base, inner), inner, 0);  // leads nowhere: reading it will say so
      }
    }
  }

  // What would have been read.
  void pass_by(const fs::directory_entry& link, bool is_asked_for) {
    std::error_code error;
    if (link.is_directory(error) || (is_asked_for && is_article_name(link.path().filename().string())))
      found_.links_passed_by.push_back(link.path().string());
  }

  bool is_excluded(const std::string& name, const std::string& path) const {
    return std::any_of(request_.excludes.begin(), request_.excludes.end(), [&](const std::string& pattern) {
      if (pattern.find('/') == std::string::npos) return glob_matches(pattern, name);
      return glob_matches(pattern, name_of(path, path));
    });
  }

  std::string name_of(const std::string& path, const std::string& inner) const {
    const std::string below_root = fs::absolute(path).lexically_normal().lexically_relative(root_).string();
    return below_root.empty() || below_root == ".." || below_root.starts_with("../") ? inner : below_root;
  }

  void add(const std::string& path, const std::string& inner, std::uint64_t bytes) {
    const std::string name = name_of(path, inner);
    if (is_excluded(fs::path(path).filename().string(), path)) return;
    found_.articles.push_back({name, path, without_extension(inner), bytes});
  }

  void refuse_equal_names() const {
    for (std::size_t i = 1; i < found_.articles.size(); ++i) {
      const SelectedArticle& one = found_.articles[i - 1];
      const SelectedArticle& other = found_.articles[i];
      if (one.name != other.name) continue;
      throw Error(ErrorKind::usage,
                  one.path + " and " + other.path + " would both be called " + one.name + ": run the batch above both of them");
    }
  }

  const SelectionRequest& request_;
  fs::path root_;
  std::set<FileId> output_, searched_;
  Selection found_;
};

}  // namespace

Selection select_articles(const SelectionRequest& request) { return Selector(request).select(); }

}  // namespace aloud
