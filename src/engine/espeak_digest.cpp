#include "engine/espeak_digest.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "util/atomic_file.h"
#include "util/digest.h"
#include "util/error.h"
#include "util/regular_file.h"
#include "util/unique_descriptor.h"

namespace aloud {
namespace {

class Digest {
 public:
  void add(const void* bytes, std::size_t size) { hash_.update(bytes, size); }
  void add_text(const std::string& text) { add(text.c_str(), text.size() + 1); }
  void add_number(std::int64_t number) { add(&number, sizeof number); }
  std::string hex() const { return hash_.hex(); }

 private:
  Xxh3 hash_;
};

struct CloseDirectory {
  void operator()(DIR* stream) const { ::closedir(stream); }
};

/// Voices that need MBROLA, in either layout of the data.
bool is_mbrola(const std::string& name) { return name == "mb" || name == "mbrola_ph"; }

constexpr std::size_t kLongestPath = 100;

/// Names in a directory, sorted, so that the order on the disk does not matter; none if it cannot be read.
std::vector<std::string> names_in(const UniqueDescriptor& directory) {
  std::vector<std::string> names;
  const int copy = ::fcntl(directory.get(), F_DUPFD_CLOEXEC, 0);
  const std::unique_ptr<DIR, CloseDirectory> stream(copy < 0 ? nullptr : ::fdopendir(copy));
  if (!stream) {
    if (copy >= 0) ::close(copy);
    return names;
  }
  while (const dirent* entry = ::readdir(stream.get())) {
    if (entry->d_name[0] != '.' && !is_mbrola(entry->d_name)) names.emplace_back(entry->d_name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Calls visit(descriptor of the directory, name, path below the top, status) for every regular file, in the order of names.
template <typename Visit>
void visit_files(const UniqueDescriptor& directory, const std::string& prefix, const Visit& visit) {
  for (const std::string& name : names_in(directory)) {
    struct stat status {};
    if (::fstatat(directory.get(), name.c_str(), &status, 0) != 0) continue;
    if (S_ISDIR(status.st_mode)) {
      if (prefix.size() > kLongestPath) continue;  // a link that leads back up
      const UniqueDescriptor below(::openat(directory.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
      if (below) visit_files(below, prefix + name + '/', visit);
    } else if (S_ISREG(status.st_mode)) {
      visit(directory, name, prefix + name, status);
    }
  }
}

UniqueDescriptor open_directory(const std::string& path) {
  return UniqueDescriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

/// What changes when any of the files does.
std::string signature_of(const std::string& directory) {
  Digest digest;
  digest.add_text(directory);
  visit_files(open_directory(directory), "",
              [&](const UniqueDescriptor&, const std::string&, const std::string& path, const struct stat& status) {
                digest.add_text(path);
                for (const std::int64_t number :
                     {static_cast<std::int64_t>(status.st_dev), static_cast<std::int64_t>(status.st_ino),
                      static_cast<std::int64_t>(status.st_size), static_cast<std::int64_t>(status.st_mtim.tv_sec),
                      static_cast<std::int64_t>(status.st_mtim.tv_nsec), static_cast<std::int64_t>(status.st_ctim.tv_sec),
                      static_cast<std::int64_t>(status.st_ctim.tv_nsec)}) {
                  digest.add_number(number);
                }
              });
  return digest.hex();
}

/// One line: what it is, the signature of the files, the digest, and a digest of all that, which shows damage.
std::string memory_line(const std::string& signature, const std::string& digest) {
  const std::string line = fmt::format("aloud-engine-data 1 {} {}", signature, digest);
  Digest check;
  check.add_text(line);
  return line + ' ' + check.hex() + '\n';
}

}  // namespace

std::string digest_of_espeak_data(const std::string& directory) {
  Digest digest;
  std::vector<char> buffer(std::size_t{1} << 20);
  visit_files(open_directory(directory), "",
              [&](const UniqueDescriptor& below, const std::string& name, const std::string& path, const struct stat&) {
                const UniqueDescriptor file(::openat(below.get(), name.c_str(), O_RDONLY | O_CLOEXEC));
                digest.add_text(path);
                std::int64_t size = 0;
                for (ssize_t got = 0; file && (got = ::read(file.get(), buffer.data(), buffer.size())) > 0; size += got) {
                  digest.add(buffer.data(), static_cast<std::size_t>(got));
                }
                digest.add_number(size);
              });
  return digest.hex();
}

std::string digest_of_espeak_data(const std::string& directory, const std::string& memory) {
  if (memory.empty()) return digest_of_espeak_data(directory);
  constexpr std::size_t kHexDigits = 32;
  constexpr std::size_t kMostBytes = 200;
  const std::string signature = signature_of(directory), known = read_if_own(memory, kMostBytes).value_or("");
  const std::size_t at = memory_line(signature, "").find(signature) + signature.size() + 1;
  if (known.size() > at + kHexDigits) {
    const std::string digest = known.substr(at, kHexDigits);
    if (known == memory_line(signature, digest)) return digest;
  }
  std::string digest = digest_of_espeak_data(directory);
  try {
    AtomicFile file(memory);
    file.write_text(memory_line(signature, digest));
    file.commit();
  } catch (const Error&) {  // then it is computed again next time
  }
  return digest;
}

}  // namespace aloud
