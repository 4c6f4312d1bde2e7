#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace aloud {

/// A ZIP archive in memory (PKWARE APPNOTE 6.3), read as unpackers do: by its central directory, or, where that is missing or
/// damaged, by the headers before its files. Nothing of it is believed about sizes: what is unpacked is bounded by the caller.
class ZipArchive {
 public:
  struct Entry {
    std::string name;               ///< as written, with "/" for "\"
    std::size_t begin = 0;          ///< of its local header
    std::size_t packed = 0;         ///< bytes; in a salvaged archive no less than those
    std::uint32_t checksum = 0;     ///< CRC-32
    std::uint16_t method = 0;       ///< 0 stored, 8 deflated
    bool encrypted = false;         ///< by ZIP's own means
    bool checksum_is_known = true;  ///< in a salvaged archive it may stand behind the file
  };

  /// More than any book has; that many names alone would take longer than they are worth.
  static constexpr std::size_t kMostEntries = 50'000;

  /// `bytes` outlives the archive. On failure (no archive, or more than kMostEntries) throws Error{input} without a place.
  explicit ZipArchive(std::string_view bytes);

  /// Whether bytes begin as an archive does.
  static bool is_one(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

  /// In the order of the directory; directories are not among them.
  const std::vector<Entry>& entries() const { return entries_; }

  /// By its path; of several with one name the last, which an unpacker would leave. nullptr: none.
  const Entry* find(std::string_view path) const;
  /// The same whatever the case of ASCII's letters.
  const Entry* find_ignoring_case(std::string_view path) const;

  bool is_salvaged() const { return salvaged_; }
  /// Names that several entries have, each once.
  const std::vector<std::string>& repeated() const { return repeated_; }

  /// What a file holds.
  struct Unpacked {
    std::string bytes;
    enum class How {
      whole,
      damaged,    ///< it ends early, or its checksum is another; `bytes` are what came out
      too_large,  ///< more than was asked for
      unknown,    ///< encrypted, or packed in a way that books must not use
    } how = How::whole;
  };
  /// At most `most` bytes of it.
  Unpacked unpack(const Entry& entry, std::size_t most) const;

 private:
  bool read_directory();
  bool read_directory_entry(std::size_t& at);
  void salvage();
  void add(Entry entry);
  std::size_t data_begin(const Entry& entry) const;
  std::uint64_t number(std::size_t at, std::size_t size) const;

  std::string_view bytes_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> by_name_, by_lower_name_;
  std::vector<std::string> repeated_;
  std::size_t moved_ = 0;  // what stands before the archive, and so counts in no offset
  bool salvaged_ = false;
};

}  // namespace aloud
