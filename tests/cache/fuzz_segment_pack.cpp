// Any bytes as a pack and as a torn pack, and a whole pack with changed bytes: what is found is what was stored.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "cache/segment_pack.h"
#include "cache_support.h"

namespace {

using namespace aloud;
using Input = std::span<const std::byte>;

void require(bool condition) {
  if (!condition) std::abort();
}

UniqueDescriptor memory_file(Input content) {
  UniqueDescriptor file(::memfd_create("pack", MFD_CLOEXEC));
  require(::fchmod(file.get(), S_IRUSR | S_IWUSR) == 0);  // anybody could write it, and a pack of anybody's is not read
  require(::write(file.get(), content.data(), content.size()) == static_cast<ssize_t>(content.size()));
  return file;
}

// Records must lie inside the file, in order, and be what the file holds there.
class Checker final : public segment::RecordVisitor {
 public:
  explicit Checker(Input content) : content_(content) {}
  bool on_record(const segment::IndexEntry& entry, Input payload) override {
    require(entry.offset >= end_ && entry.length == payload.size());
    end_ = entry.offset + segment::kHeaderBytes + entry.length;
    require(end_ <= content_.size());
    require(std::ranges::equal(payload, content_.subspan(entry.offset + segment::kHeaderBytes, entry.length)));
    return true;
  }
  void on_damage(std::uint64_t offset) override { require(offset < content_.size()); }

 private:
  Input content_;
  std::uint64_t end_ = 0;
};

void read_everything(Input content) {
  const SegmentReader pack(memory_file(content), "pack");
  Checker checker(content);
  segment::walk_records(pack.file(), pack.records_end(), checker);
  require(pack.takes() <= content.size() / segment::kEntryBytes);
  (void)pack.index_is_whole();
}

// Pairs of bytes from the input say where (over the whole pack, in 16 bits) and how (xor) bytes change.
void change_and_find(Input changes) {
  static const std::string whole = test::pack_content(6);
  std::string content = whole;
  for (; changes.size() >= 3; changes = changes.subspan(3)) {
    const auto place = std::to_integer<std::size_t>(changes[0]) * 256 + std::to_integer<std::size_t>(changes[1]);
    content[place % content.size()] = static_cast<char>(content[place % content.size()] ^ std::to_integer<int>(changes[2]));
  }
  const Input bytes = std::as_bytes(std::span(content));
  const SegmentReader pack(memory_file(bytes), "pack");
  for (std::uint64_t i = 0; i < 6; ++i) {
    const auto found = pack.find(test::key_of(i));
    require(!found || *found == test::small_take(i));
    require(content != whole || found);
  }
  read_everything(bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Input input = std::as_bytes(std::span(data, size));
  read_everything(input);
  change_and_find(input);
  return 0;
}
