#include "document/epub/zip_archive.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

#include "util/ascii.h"
#include "util/error.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// Signatures and sizes of headers without names (APPNOTE 4.3.7, 4.3.12, 4.3.16).
constexpr std::string_view kLocal = "PK\x03\x04", kCentral = "PK\x01\x02", kEnd = "PK\x05\x06", kDescriptor = "PK\x07\x08";
constexpr std::size_t kLocalSize = 30, kCentralSize = 46, kEndSize = 22, kLongestComment = 65535;

constexpr std::uint16_t kEncrypted = 1, kSizesBehind = 8;
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;  // the number is in the extra field of ZIP64

constexpr std::uint16_t kStored = 0, kDeflated = 8;

// Names are UTF-8, or in some older code page, of which ASCII is all that a book may use.
std::string readable_name(std::string_view written) {
  std::string name;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint point = code_point_at(written, at);
    const bool broken = point.value == kReplacementCharacter || point.value == 0;
    name += broken ? "\xEF\xBF\xBD" : written[at] == '\\' ? "/" : written.substr(at, point.size);
    at += point.size;
  }
  return name;
}

// Inflates until the end of the stream, of the input, or `most` bytes.
class Inflater {
 public:
  Inflater() : ready_(inflateInit2(&stream_, -MAX_WBITS) == Z_OK) {}
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  ZipArchive::Unpacked run(std::string_view packed, std::size_t most) {
    using How = ZipArchive::Unpacked::How;
    constexpr std::size_t kPiece = std::size_t{64} << 10;
    ZipArchive::Unpacked out{{}, How::damaged};
    if (!ready_) return out;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // NOLINT: zlib's own type; it only reads
    stream_.avail_in = static_cast<uInt>(packed.size());
    for (;;) {
      const std::size_t before = out.bytes.size();
      const std::size_t piece = std::min(std::max(kPiece, before), most + 1 - before);
      out.bytes.resize(before + piece);
      stream_.next_out = reinterpret_cast<Bytef*>(out.bytes.data() + before);
      stream_.avail_out = static_cast<uInt>(piece);
      const int result = inflate(&stream_, Z_NO_FLUSH);
      out.bytes.resize(before + piece - stream_.avail_out);
      if (out.bytes.size() > most) {
        out.bytes.resize(most);
        out.how = How::too_large;
        return out;
      }
      if (result == Z_STREAM_END) out.how = How::whole;
      if (result != Z_OK || (stream_.avail_in == 0 && stream_.avail_out != 0)) return out;
    }
  }

 private:
  z_stream stream_{};
  bool ready_;
};

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes) : bytes_(bytes) {
  if (!read_directory()) {
    entries_.clear();
    by_name_.clear();
    by_lower_name_.clear();
    repeated_.clear();
    salvage();
  }
  if (entries_.empty()) throw Error(ErrorKind::input, "is no EPUB: it is no ZIP archive, or has no files in it");
}

std::uint64_t ZipArchive::number(std::size_t at, std::size_t size) const {
  std::uint64_t value = 0;
  for (std::size_t i = size; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes_[at + i - 1]);
  return value;
}

// False where there is none that leads to files; what stands before the archive moves all offsets.
bool ZipArchive::read_directory() {
  if (bytes_.size() < kEndSize) return false;
  const std::size_t least = bytes_.size() - std::min(bytes_.size(), kEndSize + kLongestComment);
  const std::size_t end = bytes_.rfind(kEnd, bytes_.size() - kEndSize);
  if (end == std::string_view::npos || end < least) return false;
  const std::uint64_t size = number(end + 12, 4);
  const std::size_t told = number(end + 16, 4);
  std::size_t at = told;
  if (size <= end && (at >= bytes_.size() || !bytes_.substr(at).starts_with(kCentral))) at = end - size;
  if (!bytes_.substr(std::min(at, bytes_.size())).starts_with(kCentral)) {
    at = bytes_.find(kCentral);  // of ZIP64, or with wrong numbers
    if (at == std::string_view::npos) return false;
  }
  moved_ = at > told ? at - told : 0;
  while (bytes_.size() - at >= kCentralSize && bytes_.substr(at).starts_with(kCentral)) {
    if (!read_directory_entry(at)) return false;
  }
  return !entries_.empty();
}

bool ZipArchive::read_directory_entry(std::size_t& at) {
  const std::size_t name = number(at + 28, 2), extra = number(at + 30, 2), comment = number(at + 32, 2);
  if (name + extra > bytes_.size() - at - kCentralSize) return false;
  Entry entry;
  entry.name = readable_name(bytes_.substr(at + kCentralSize, name));
  entry.encrypted = (number(at + 8, 2) & kEncrypted) != 0;
  entry.method = static_cast<std::uint16_t>(number(at + 10, 2));
  entry.checksum = static_cast<std::uint32_t>(number(at + 16, 4));
  std::uint64_t packed = number(at + 20, 4);
  const std::uint64_t size = number(at + 24, 4);
  std::uint64_t begin = number(at + 42, 4);
  // The extra field of ZIP64 holds those of size, packed size and offset that say so, in this order (APPNOTE 4.5.3).
  const std::size_t extra_end = at + kCentralSize + name + extra;
  for (std::size_t field = at + kCentralSize + name; extra_end - field >= 4;) {
    const std::size_t field_size = number(field + 2, 2);
    if (field_size > extra_end - field - 4) break;
    if (number(field, 2) == 1) {
      std::size_t value = field + 4;
      const auto take = [&](std::uint64_t& into) {
        if (into != kIn64 || field + 4 + field_size - value < 8) return;
        into = number(value, 8);
        value += 8;
      };
      std::uint64_t ignored = size;
      take(ignored);
      take(packed);
      take(begin);
    }
    field += 4 + field_size;
  }
  at = std::min(extra_end + comment, bytes_.size());
  entry.begin = std::min<std::uint64_t>(begin + moved_, bytes_.size());
  entry.packed = std::min<std::uint64_t>(packed, bytes_.size());
  if (!bytes_.substr(entry.begin).starts_with(kLocal)) return false;
  add(std::move(entry));
  return true;
}

void ZipArchive::salvage() {
  salvaged_ = true;
  for (std::size_t at = bytes_.find(kLocal); at != std::string_view::npos && bytes_.size() - at >= kLocalSize;) {
    const std::uint64_t flags = number(at + 6, 2);
    const std::size_t name = number(at + 26, 2), extra = number(at + 28, 2);
    Entry entry;
    entry.begin = at;
    const std::size_t data = std::min(at + kLocalSize + name + extra, bytes_.size());
    entry.name = readable_name(bytes_.substr(at + kLocalSize, name));
    entry.encrypted = (flags & kEncrypted) != 0;
    entry.method = static_cast<std::uint16_t>(number(at + 8, 2));
    entry.checksum = static_cast<std::uint32_t>(number(at + 14, 4));
    entry.packed = number(at + 18, 4);
    const bool sizes_behind = (flags & kSizesBehind) != 0;
    std::size_t next = bytes_.find(kLocal, data + (sizes_behind ? 0 : std::min(entry.packed, bytes_.size() - data)));
    if (sizes_behind) {
      const std::string_view rest = bytes_.substr(data, std::min(next, bytes_.size()) - data);
      entry.packed = std::min(rest.find(kDescriptor), rest.size());
      entry.checksum_is_known = false;
    }
    at = next;
    add(std::move(entry));
  }
}

void ZipArchive::add(Entry entry) {
  if (entry.name.empty() || entry.name.ends_with('/')) return;
  if (entries_.size() >= kMostEntries)
    throw Error(ErrorKind::input, "has more than " + std::to_string(kMostEntries) + " files in it, which no book has");
  const auto [known, added] = by_name_.try_emplace(entry.name, entries_.size());
  if (!added) {
    if (std::find(repeated_.begin(), repeated_.end(), entry.name) == repeated_.end() && repeated_.size() < 100)
      repeated_.push_back(entry.name);
    known->second = entries_.size();
  }
  by_lower_name_[ascii_lower(entry.name)] = entries_.size();
  entries_.push_back(std::move(entry));
}

const ZipArchive::Entry* ZipArchive::find(std::string_view path) const {
  const auto found = by_name_.find(std::string(path));
  return found == by_name_.end() ? nullptr : &entries_[found->second];
}

const ZipArchive::Entry* ZipArchive::find_ignoring_case(std::string_view path) const {
  const auto found = by_lower_name_.find(ascii_lower(path));
  return found == by_lower_name_.end() ? nullptr : &entries_[found->second];
}

std::size_t ZipArchive::data_begin(const Entry& entry) const {
  if (bytes_.size() - entry.begin < kLocalSize) return bytes_.size();
  return std::min<std::size_t>(entry.begin + kLocalSize + number(entry.begin + 26, 2) + number(entry.begin + 28, 2),
                               bytes_.size());
}

ZipArchive::Unpacked ZipArchive::unpack(const Entry& entry, std::size_t most) const {
  using How = Unpacked::How;
  if (entry.encrypted || (entry.method != kStored && entry.method != kDeflated)) return {{}, How::unknown};
  const std::string_view packed = bytes_.substr(data_begin(entry), entry.packed);
  Unpacked out;
  if (entry.method == kDeflated) {
    out = Inflater().run(packed, most);
  } else {
    out.bytes = packed.substr(0, most);
    out.how = packed.size() > most ? How::too_large : packed.size() < entry.packed ? How::damaged : How::whole;
  }
  if (out.how != How::whole || !entry.checksum_is_known) return out;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(out.bytes.data()), static_cast<uInt>(out.bytes.size()));
  if (sum != entry.checksum) out.how = How::damaged;
  return out;
}

}  // namespace aloud
