#include "document/article_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <vector>

#include "util/error.h"
#include "util/regular_file.h"
#include "util/suggest.h"

namespace aloud {
namespace {

constexpr std::size_t kLargestArticle = std::size_t{1} << 30;
constexpr std::size_t kPiece = 256 * 1024;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const std::string& path, const std::string& message) {
  throw Error(ErrorKind::input, message, {article_name(path)});
}

// " (did you mean "report.md"?)": the file beside it whose name is nearest.
std::string name_beside(const std::string& path) {
  namespace fs = std::filesystem;
  constexpr std::size_t kMostNames = 2000;  // a hint is worth no long search
  const fs::path missing(path);
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(missing.has_parent_path() ? missing.parent_path() : ".", error);
  for (; !error && entry != fs::directory_iterator() && names.size() < kMostNames; entry.increment(error)) {
    if (entry->is_regular_file(error)) names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  const std::string hint = did_you_mean(missing.filename().string(), names);
  return hint.empty() ? "; is the name right?" : hint;
}

int open_article(const std::string& path) {
  if (path == "-") return STDIN_FILENO;
  const int number = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number >= 0) return number;
  const int error = errno;
  fail(path, "cannot open: " + describe_errno(error) + (error == ENOENT ? name_beside(path) : ""));
}

}  // namespace

std::string article_name(const std::string& path) { return path == "-" ? "standard input" : path; }

ReadOptions options_with(const ReadOptions& options, const ArticleBytes& article) {
  ReadOptions with = options;
  if (!with.format) with.format = article.format;
  if (with.encoding.empty()) with.encoding = article.encoding;
  return with;
}

std::string read_article_bytes(const std::string& path) {
  const Descriptor file(open_article(path));
  struct stat status {};
  if (fstat(file.number(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) fail(path, "is a directory; name the article in it");
    const bool endless = path != "-" && (S_ISBLK(status.st_mode) || (S_ISCHR(status.st_mode) && isatty(file.number()) == 0));
    if (endless) fail(path, "is " + kind_of_file(status.st_mode) + ", not an article");
    if (S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) > kLargestArticle) {
      fail(path, "is larger than 1 GiB; split it into parts");
    }
  }
  std::string bytes;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kPiece);
    const ssize_t count = read(file.number(), bytes.data() + before, kPiece);
    const int error = errno;
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count == 0) return bytes;
    if (count < 0 && error != EINTR) fail(path, "cannot read: " + describe_errno(error));
    if (bytes.size() > kLargestArticle) fail(path, "is larger than 1 GiB; split it into parts");
  }
}

}  // namespace aloud
