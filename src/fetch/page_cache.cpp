#include "fetch/page_cache.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>
#include <vector>

#include "util/atomic_file.h"
#include "util/digest.h"
#include "util/error.h"
#include "util/plain_line.h"
#include "util/regular_file.h"
#include "util/user_directories.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

// page = "aloud page 1" LF address LF etag LF last-modified LF content-type LF SHA-256 of the body LF body
constexpr std::string_view kMagic = "aloud page 1";
constexpr std::string_view kSuffix = ".page";
constexpr std::size_t kMostHead = 64 * 1024;
constexpr std::size_t kDigestDigits = 64;

std::string take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string line(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

bool is_own_directory(const std::string& directory) {
  struct stat status {};
  return ::lstat(directory.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && is_own(status);
}

bool is_page_name(const std::string& name) {
  return name.size() == kDigestDigits + kSuffix.size() && name.ends_with(kSuffix) &&
         name.find_first_not_of("0123456789abcdef") == kDigestDigits;
}

std::vector<fs::path> pages_in(const std::string& directory) {
  std::vector<fs::path> pages;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (is_page_name(entry->path().filename().string())) pages.push_back(entry->path());
  }
  return pages;
}

}  // namespace

std::string PageCache::path_for(const std::string& address) const {
  return directory_ + '/' + sha256_of(address) + std::string(kSuffix);
}

std::optional<Response> PageCache::find(const std::string& address, std::size_t most) const {
  if (directory_.empty() || !is_own_directory(directory_)) return std::nullopt;
  const std::optional<std::string> file = read_if_own(path_for(address), most + kMostHead);
  if (!file) return std::nullopt;
  std::string_view rest = *file;
  if (take_line(rest) != kMagic || take_line(rest) != address) return std::nullopt;
  Response page;
  page.status = 200;
  page.validators.etag = take_line(rest);
  page.validators.last_modified = take_line(rest);
  page.content_type = take_line(rest);
  const std::string digest = take_line(rest);
  if (!page.validators.any() || rest.size() > most || digest != sha256_of(rest)) return std::nullopt;
  page.bytes = rest;
  return page;
}

void PageCache::keep(const std::string& address, const Response& response) const {
  if (directory_.empty()) return;
  if (!response.validators.any() || !response.may_be_kept) {
    ::unlink(path_for(address).c_str());
    return;
  }
  if (!make_private_directory(directory_) || !is_own_directory(directory_)) return;
  std::string text(kMagic);
  for (const std::string& line : {address, response.validators.etag, response.validators.last_modified,
                                  plain_line(response.content_type), sha256_of(response.bytes)})
    text += '\n' + line;
  if (text.size() > kMostHead || std::count(text.begin(), text.end(), '\n') != 5) return;
  text += '\n' + response.bytes;
  try {
    AtomicFile file(path_for(address));
    file.write(std::as_bytes(std::span(text)));
    file.commit();
  } catch (const Error&) {  // a full disk: the page is here all the same
    return;
  }
  drop_oldest();
}

void PageCache::drop_oldest() const {
  std::vector<std::pair<fs::file_time_type, fs::path>> pages;
  std::error_code error;
  for (const fs::path& page : pages_in(directory_)) pages.emplace_back(fs::last_write_time(page, error), page);
  if (pages.size() <= kMostPages) return;
  std::sort(pages.begin(), pages.end());
  pages.resize(pages.size() - kMostPages);
  for (const auto& [time, page] : pages) fs::remove(page, error);
}

std::uint64_t PageCache::clear() const {
  std::uint64_t freed = 0;
  if (directory_.empty() || !is_own_directory(directory_)) return freed;
  for (const fs::path& page : pages_in(directory_)) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(page, error);
    if (!error && fs::remove(page, error)) freed += size;
  }
  return freed;
}

}  // namespace aloud
