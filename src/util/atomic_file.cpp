#include "util/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "util/error.h"

namespace aloud {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} * 1024;      // larger writes gain nothing measurable
constexpr std::uint64_t kWriteBackBytes = std::uint64_t{4} << 20;  // enough for a disk to work on

constexpr mode_t kMode = 0666;           // less the umask: the kernel's business, as reading it would change it for all threads
constexpr unsigned kMostAttempts = 100;  // at a name that nobody has

// Names that a signal handler has to remove. A slot is taken with its pointer, so that a handler sees a whole name or none.
std::array<std::atomic<const char*>, 64> temporary_names{};

void remember_temporary(const char* name) {
  for (auto& slot : temporary_names) {
    const char* empty = nullptr;
    if (slot.compare_exchange_strong(empty, name)) return;
  }
}

void forget_temporary(const char* name) {
  for (auto& slot : temporary_names) {
    const char* expected = name;
    if (slot.compare_exchange_strong(expected, nullptr)) return;
  }
}

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

std::string name_of_descriptor(int descriptor) { return "/proc/self/fd/" + std::to_string(descriptor); }

}  // namespace

AtomicFile::AtomicFile(std::string path) : path_(std::move(path)) {
  struct stat status {};
  const bool exists = ::stat(path_.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) fail(errno);
  if (exists && S_ISDIR(status.st_mode)) fail(EISDIR);
  regular_ = !exists || S_ISREG(status.st_mode);
  if (!regular_) {  // by the name given: the links of /dev/stdout and /dev/fd/63 lead to no other name
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  target_ = follow_links(path_);
  if (exists && ::access(target_.c_str(), W_OK) != 0) fail(errno);
  open_temporary();
  if (exists) ::fchmod(descriptor_, status.st_mode & 07777);
}

void AtomicFile::open_temporary() {
  descriptor_ = ::open(directory_of(target_).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kMode);
  const bool can_be_named = descriptor_ >= 0 && ::access(name_of_descriptor(descriptor_).c_str(), F_OK) == 0;
  if (can_be_named) return;
  if (descriptor_ >= 0) ::close(descriptor_);
  for (unsigned attempt = 0; attempt < kMostAttempts; ++attempt) {
    temporary_name_ = passing_name(attempt);
    descriptor_ = ::open(temporary_name_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kMode);
    if (descriptor_ >= 0 || errno != EEXIST) break;
  }
  if (descriptor_ < 0) {
    const int error_number = errno;
    temporary_name_.clear();
    std::error_code ignored;
    if (error_number == ENOENT && !std::filesystem::is_directory(directory_of(target_), ignored)) {
      throw Error(ErrorKind::output, "cannot write: there is no directory " + directory_of(target_) + "; make it first",
                  {path_, 0, 0});
    }
    fail(error_number);
  }
  remember_temporary(temporary_name_.c_str());
}

AtomicFile::~AtomicFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (temporary_name_.empty()) return;
  ::unlink(temporary_name_.c_str());
  forget_temporary(temporary_name_.c_str());
}

void AtomicFile::write(std::span<const std::byte> bytes) {
  buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
  if (buffer_.size() >= kBufferBytes) flush();
}

void AtomicFile::flush() {
  const int error_number = write_all(descriptor_, buffer_.data(), buffer_.size());
  if (error_number != 0) fail(error_number);
  flushed_ += buffer_.size();
  buffer_.clear();
  if (regular_ && flushed_ - on_its_way_ >= kWriteBackBytes) start_write_back();
}

/// Lets the disk begin, so that commit() finds less to wait for.
void AtomicFile::start_write_back() {
  ::sync_file_range(descriptor_, static_cast<off_t>(on_its_way_), static_cast<off_t>(flushed_ - on_its_way_),
                    SYNC_FILE_RANGE_WRITE);
  on_its_way_ = flushed_;
}

void AtomicFile::rewrite(std::uint64_t offset, std::span<const std::byte> bytes) {
  assert(regular_ && offset + bytes.size() <= size());
  flush();
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    done += static_cast<std::size_t>(written);
  }
}

std::size_t AtomicFile::read_back(std::uint64_t offset, std::span<std::byte> bytes) {
  flush();
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
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
  if (::fsync(descriptor_) != 0) fail(errno);
  if (temporary_name_.empty()) give_name();
  prepared_ = true;
}

void AtomicFile::commit() {
  if (!prepared_) prepare();
  if (!regular_) return;
  if (::rename(temporary_name_.c_str(), target_.c_str()) != 0) fail(errno);
  forget_temporary(temporary_name_.c_str());
  temporary_name_.clear();
}

// linkat() cannot replace a file, so the nameless file gets a passing name first.
void AtomicFile::give_name() {
  for (unsigned attempt = 0; attempt < kMostAttempts; ++attempt) {
    std::string name = passing_name(attempt);
    if (::linkat(AT_FDCWD, name_of_descriptor(descriptor_).c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
      temporary_name_ = std::move(name);
      remember_temporary(temporary_name_.c_str());
      return;
    }
    if (errno != EEXIST) fail(errno);
  }
  fail(EEXIST);
}

std::string AtomicFile::passing_name(unsigned attempt) const {
  const std::filesystem::path target(target_);
  const std::string suffix = std::to_string(::getpid()) + "." + std::to_string(attempt);
  return (target.parent_path() / ("." + target.filename().string() + "." + suffix)).string();
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

void remove_temporary_files() noexcept {
  for (auto& slot : temporary_names) {
    const char* name = slot.exchange(nullptr);
    if (name != nullptr) ::unlink(name);
  }
}

}  // namespace aloud
