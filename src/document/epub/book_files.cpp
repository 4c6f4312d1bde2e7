#include "document/epub/book_files.h"

#include <algorithm>

#include "document/epub/package.h"
#include "document/epub/tags.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::string_view kType = "application/epub+zip";

// What the text of a book may come to, unpacked: prose packs to a third, tables and lists to a tenth; deflate can reach a
// thousandth. The second part keeps within what a reader may take (process/reader_limits.h).
constexpr std::size_t kUnpacked = std::size_t{16} << 20, kUnpackedPerByte = 20;

// Findings of one kind that are told one by one.
constexpr std::size_t kMostFindings = 50;

// Disguising fonts by the book's identifier (EPUB 3.3, section 4.3; Adobe's before it) keeps nobody from reading.
bool is_font_disguise(std::string_view algorithm) {
  return algorithm == "http://www.idpf.org/2008/embedding" || algorithm == "http://ns.adobe.com/pdf/enc#RC";
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

std::string shown(std::string_view path) {
  std::string text;
  for (std::size_t at = 0; at < path.size();) {
    const CodePoint point = code_point_at(path, at);
    const bool printable = point.value >= 0x20 && point.value != 0x7F && point.value != kReplacementCharacter;
    text += printable ? path.substr(at, point.size) : "?";
    at += point.size;
  }
  return text;
}

BookFiles::BookFiles(std::string_view bytes) : archive_(bytes), left_(kUnpacked + kUnpackedPerByte * bytes.size()) {
  if (archive_.is_salvaged())
    report({"book-archive", {}, "the archive's directory is missing or damaged; its files were found one by one"});
  for (const std::string& name : archive_.repeated())
    report({"book-duplicate-file", {}, "holds several files named " + name + "; the last one counts"});
  for (const ZipArchive::Entry& entry : archive_.entries()) {
    const auto [known, added] = by_file_name_.try_emplace(ascii_lower(file_name(entry.name)), &entry);
    if (!added && known->second != nullptr && known->second->name != entry.name) known->second = nullptr;
  }
  check_type();
  read_encryption();
}

void BookFiles::report(Finding finding) {
  const auto known =
      std::count_if(findings_.begin(), findings_.end(), [&](const Finding& one) { return one.code == finding.code; });
  if (static_cast<std::size_t>(known) < kMostFindings) findings_.push_back(std::move(finding));
}

void BookFiles::check_type() {
  const auto type = read_if_there("mimetype");
  if (!type) return report({"book-type", {}, "says nowhere that it is an EPUB (no file mimetype); it was read as one"});
  std::string_view said = *type;
  if (said.starts_with("\xEF\xBB\xBF")) said.remove_prefix(3);
  while (!said.empty() && static_cast<unsigned char>(said.back()) <= ' ') said.remove_suffix(1);
  if (said != kType)
    report({"book-type", {}, "says in its file mimetype that it is something else than an EPUB; it was read as one"});
}

void BookFiles::read_encryption() {
  const auto text = read_if_there("META-INF/encryption.xml");
  if (!text) return;
  TagScanner scanner(*text);
  bool harmless = false;
  while (const auto tag = scanner.next()) {
    if (!tag->opens()) continue;
    if (tag->name == "encrypteddata") harmless = false;
    if (tag->name == "encryptionmethod") harmless = harmless || is_font_disguise(tag->attribute("algorithm"));
    if (tag->name != "cipherreference" || harmless) continue;
    if (const auto to = resolve("", tag->attribute("uri"))) encrypted_.insert(to->path);
  }
}

const ZipArchive::Entry* BookFiles::find(const std::string& path) const {
  if (const auto* entry = archive_.find(path)) return entry;
  if (const auto* entry = archive_.find_ignoring_case(path)) return entry;
  const auto only = by_file_name_.find(ascii_lower(file_name(path)));
  return only == by_file_name_.end() ? nullptr : only->second;
}

std::optional<std::string> BookFiles::locate(const std::string& path) const {
  const auto* entry = find(path);
  return entry == nullptr ? std::nullopt : std::optional(entry->name);
}

std::optional<std::string> BookFiles::unpack(const ZipArchive::Entry& entry, ByteRange source, bool tell) {
  using How = ZipArchive::Unpacked::How;
  ZipArchive::Unpacked file = archive_.unpack(entry, left_);
  switch (file.how) {
    case How::too_large:
      throw Error(ErrorKind::input, "unpacks to more text than a book of its size can hold (" + shown(entry.name) +
                                        "); such archives are made to fill memory");
    case How::unknown:
      if (entry.encrypted)
        throw Error(ErrorKind::input, "is encrypted (" + shown(entry.name) + "), and cannot be read without its password");
      if (tell)
        report(
            {"book-damaged-file", source, shown(entry.name) + " is packed in a way that aloud does not know; it was left out"});
      return std::nullopt;
    case How::damaged:
      if (tell && file.bytes.empty()) report({"book-damaged-file", source, shown(entry.name) + " is damaged; it was left out"});
      if (file.bytes.empty()) return std::nullopt;
      if (tell) report({"book-damaged-file", source, shown(entry.name) + " is damaged; what could be unpacked was read"});
      break;
    case How::whole:
      break;
  }
  left_ -= file.bytes.size();
  return std::move(file.bytes);
}

std::optional<std::string> BookFiles::read(const std::string& path, ByteRange source) {
  const auto* entry = find(path);
  if (entry == nullptr) {
    report({"book-missing-file", source, "names " + shown(path) + ", which the book does not hold; it was left out"});
    return std::nullopt;
  }
  if (entry->name != path)
    report({"book-file-name", source, "names " + shown(path) + ", which is " + shown(entry->name) + "; that was read"});
  return unpack(*entry, source, true);
}

std::optional<std::string> BookFiles::read_if_there(const std::string& path) {
  const auto* entry = archive_.find(path);
  if (entry == nullptr) entry = archive_.find_ignoring_case(path);
  return entry == nullptr ? std::nullopt : unpack(*entry, {}, false);
}

std::string BookFiles::first_with(std::string_view extension) const {
  for (const ZipArchive::Entry& entry : archive_.entries()) {
    if (ascii_lower(entry.name).ends_with(extension)) return entry.name;
  }
  return {};
}

std::vector<std::string> BookFiles::pages() const {
  std::vector<std::string> names;
  for (const ZipArchive::Entry& entry : archive_.entries()) {
    const std::string name = ascii_lower(entry.name);
    if (name.starts_with("meta-inf/")) continue;
    for (const std::string_view extension : {".xhtml", ".html", ".htm"}) {
      if (name.ends_with(extension)) names.push_back(entry.name);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace aloud
