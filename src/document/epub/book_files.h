#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/epub/zip_archive.h"
#include "util/findings.h"

namespace aloud {

/// The files of a book, found as readers find them, with what was odd about that.
class BookFiles {
 public:
  /// `bytes`: of the archive; they outlive this. On failure (no archive, too many files) throws Error{input} without a place.
  explicit BookFiles(std::string_view bytes);
  BookFiles(const BookFiles&) = delete;
  BookFiles& operator=(const BookFiles&) = delete;

  /// The bytes of the file that something names at `source` of the package document. nullopt, and a finding, where there is
  /// none or nothing came out. On failure (unpacked, the files that were asked for are larger than any book) throws
  /// Error{input} without a place.
  std::optional<std::string> read(const std::string& path, ByteRange source);

  /// The same without findings, for what may be missing.
  std::optional<std::string> read_if_there(const std::string& path);

  /// The path that a file really has that is named so: with the right case, or the only one of that name in another folder.
  /// nullopt: there is none.
  std::optional<std::string> locate(const std::string& path) const;

  /// The first file of the archive whose name ends so, else empty.
  std::string first_with(std::string_view extension) const;
  /// All whose names end in .xhtml, .html or .htm, in order of their names.
  std::vector<std::string> pages() const;

  /// Whether META-INF/encryption.xml says that a file is encrypted, otherwise than fonts are disguised.
  bool is_encrypted(const std::string& path) const { return encrypted_.contains(path); }

  Findings take_findings() { return std::move(findings_); }
  void report(Finding finding);

 private:
  const ZipArchive::Entry* find(const std::string& path) const;
  std::optional<std::string> unpack(const ZipArchive::Entry& entry, ByteRange source, bool tell);
  void check_type();
  void read_encryption();

  ZipArchive archive_;
  std::size_t left_;                                                        // bytes that may yet be unpacked
  std::unordered_map<std::string, const ZipArchive::Entry*> by_file_name_;  // nullptr: several folders have it
  std::set<std::string> encrypted_;
  Findings findings_;
};

/// A path for a message: what is no UTF-8 replaced.
std::string shown(std::string_view path);

}  // namespace aloud
