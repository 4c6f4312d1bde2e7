#include "util/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <filesystem>

#include "util/error.h"
#include "util/regular_file.h"

namespace aloud {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} * 1024;      // larger writes gain nothing measurable
constexpr std::uint64_t kWriteBackBytes = std::uint64_t{4} << 20;  // enough for a disk to work on

// Writes all of it or returns the errno that stopped it.
int write_all(int descriptor, const std::byte* data, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(descriptor, data, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    data += written;
    size -= static_cast<std::size_t>(written);
  }
  return 0;
}

// The file that a write through `path` makes or changes, even where a link points to one that is not there yet.
std::string follow_links(const std::string& path) {
  constexpr int kMostLinks = 40;  // as many as Linux follows
  std::filesystem::path at = path;
  std::error_code error;
  for (int i = 0; i < kMostLinks && std::filesystem::is_symlink(at, error); ++i) {
    const std::filesystem::path next = std::filesystem::read_symlink(at, error);
    if (error) return path;
    at = at.parent_path() / next;  // an absolute `next` replaces all
  }
  return at.string();
}

std::string directory_of(const std::string& path) {
  const std::string directory = std::filesystem::path(path).parent_path().string();
  return directory.empty() ? "." : directory;
}

}  // namespace

AtomicFile::AtomicFile(std::string path) : path_(std::move(path)) {
  struct stat status {};
  const bool exists = ::stat(path_.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) fail(errno);
  if (exists && S_ISDIR(status.st_mode)) fail(EISDIR);
  regular_ = !exists || S_ISREG(status.st_mode);
  if (!regular_) {  // by the name given: the links of /dev/stdout and /dev/fd/63 lead to no other name
    direct_ = UniqueDescriptor(::open(path_.c_str(), O_WRONLY | O_CLOEXEC));
    if (!direct_) fail(errno);
    return;
  }
  const std::string target = follow_links(path_);
  name_ = std::filesystem::path(target).filename().string();
  UniqueDescriptor directory(::open(directory_of(target).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!directory && errno == ENOENT)
    throw Error(ErrorKind::output, "cannot write: there is no directory " + directory_of(target) + "; make it first",
                {path_, 0, 0});
  if (!directory) fail(errno);
  open_temporary(std::move(directory), exists ? &status : nullptr);
}

AtomicFile::AtomicFile(UniqueDescriptor directory, std::string name, std::string path)
    : path_(std::move(path)), name_(std::move(name)) {
  struct stat status {};
  const bool exists = ::fstatat(directory.get(), name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  if (!exists && errno != ENOENT) fail(errno);
  if (exists && S_ISDIR(status.st_mode)) fail(EISDIR);
  if (exists && !S_ISREG(status.st_mode))
    throw Error(ErrorKind::output, "is " + kind_of_file(status.st_mode) + ", and only files are written here: remove it",
                {path_, 0, 0});
  open_temporary(std::move(directory), exists ? &status : nullptr);
}

void AtomicFile::open_temporary(UniqueDescriptor directory, const struct stat* existing) {
  if (existing != nullptr && ::faccessat(directory.get(), name_.c_str(), W_OK, 0) != 0) fail(errno);
  temporary_.emplace(std::move(directory));
  if (const int error_number = temporary_->open()) fail(error_number);
  constexpr mode_t kPermissions = 0777;
  if (existing != nullptr) ::fchmod(descriptor(), existing->st_mode & kPermissions);
}

AtomicFile::~AtomicFile() = default;

void AtomicFile::write(std::span<const std::byte> bytes) {
  buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
  if (buffer_.size() >= kBufferBytes) flush();
}

void AtomicFile::flush() {
  const int error_number = write_all(descriptor(), buffer_.data(), buffer_.size());
  if (error_number != 0) fail(error_number);
  flushed_ += buffer_.size();
  buffer_.clear();
  if (regular_ && flushed_ - on_its_way_ >= kWriteBackBytes) start_write_back();
}

/// Lets the disk begin, so that commit() finds less to wait for.
void AtomicFile::start_write_back() {
  ::sync_file_range(descriptor(), static_cast<off_t>(on_its_way_), static_cast<off_t>(flushed_ - on_its_way_),
                    SYNC_FILE_RANGE_WRITE);
  on_its_way_ = flushed_;
}

void AtomicFile::rewrite(std::uint64_t offset, std::span<const std::byte> bytes) {
  assert(regular_ && offset + bytes.size() <= size());
  flush();
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::pwrite(descriptor(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    done += static_cast<std::size_t>(written);
  }
}

std::size_t AtomicFile::read_back(std::uint64_t offset, std::span<std::byte> bytes) {
  flush();
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::pread(descriptor(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done;
}

void AtomicFile::prepare() {
  flush();
  if (!regular_) return;
  if (::fsync(descriptor()) != 0) fail(errno);
  if (const int error_number = temporary_->give_name()) fail(error_number);
  prepared_ = true;
}

void AtomicFile::commit() {
  if (!prepared_) prepare();
  if (!regular_) return;
  if (const int error_number = temporary_->place(name_)) fail(error_number);
}

void AtomicFile::fail(int error_number) const {
  throw Error(ErrorKind::output, describe_write_error(error_number), {path_, 0, 0});
}

void DescriptorSink::write(std::span<const std::byte> bytes) {
  const int error_number = write_all(descriptor_, bytes.data(), bytes.size());
  if (error_number != 0) throw Error(ErrorKind::output, describe_write_error(error_number), {name_, 0, 0});
  written_ += bytes.size();
}

void DescriptorSink::rewrite(std::uint64_t /*offset*/, std::span<const std::byte> /*bytes*/) {
  assert(false && "a pipe cannot be rewritten");
}

}  // namespace aloud
