#include "document/epub/book_package.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "document/html/page_encoding.h"
#include "util/ascii.h"
#include "util/error.h"

namespace aloud {
namespace {

// Pages that a person could turn in all; more are made to keep a reader busy.
constexpr std::size_t kMostPages = 20'000;

bool is_page(const Package::Item& item) {
  if (item.media_type == "application/xhtml+xml" || item.media_type == "text/html" ||
      item.media_type == "text/x-oeb1-document" || item.media_type == "application/x-dtbook+xml")
    return true;
  const std::string path = ascii_lower(item.path);
  return path.ends_with(".xhtml") || path.ends_with(".html") || path.ends_with(".htm");
}

// What sells books so that they open in one program alone, by the files that it leaves.
std::string seller(BookFiles& files) {
  if (files.locate("META-INF/license.lcpl") == "META-INF/license.lcpl") return "Readium LCP";
  if (files.locate("META-INF/sinf.xml") == "META-INF/sinf.xml") return "Apple FairPlay";
  if (files.locate("META-INF/rights.xml") == "META-INF/rights.xml") return "Adobe Digital Editions";
  return {};
}

class PartsReader {
 public:
  explicit PartsReader(BookFiles& files) : files_(files) {}

  BookParts read() {
    read_package_document();
    read_spine();
    if (parts_.paths.empty()) read_all_pages();
    if (parts_.paths.empty()) throw Error(ErrorKind::input, "is an EPUB without any page that can be read");
    read_navigation();
    return std::move(parts_);
  }

 private:
  void read_package_document() {
    const auto container = files_.read_if_there("META-INF/container.xml");
    std::string path = container ? package_path(*container) : std::string();
    if (path.empty() || !files_.locate(path)) {
      const std::string other = files_.first_with(".opf");
      if (other.empty())
        return files_.report({"book-package", {}, "has no package document; its pages were read in order of their names"});
      files_.report({"book-package", {}, "does not say where its package document is; " + shown(other) + " was taken"});
      path = other;
    }
    refuse_protected(path);
    const auto bytes = files_.read(path, {});
    if (!bytes) return;
    path = files_.locate(path).value_or(path);
    auto source = decode(path, *bytes);
    if (!source) return;
    parts_.package = read_package(source->text(), path);
    parts_.sources.push_back(std::move(*source));
    parts_.first_page = 1;
  }

  std::optional<SourceText> decode(const std::string& path, const std::string& bytes) {
    try {
      return SourceText::decode(path, bytes, declared_encoding(bytes));
    } catch (const Error&) {
      files_.report({"book-damaged-file", {}, shown(path) + " is no text; it was left out"});
      return std::nullopt;
    }
  }

  void refuse_protected(const std::string& path) const {
    if (!files_.is_encrypted(path)) return;
    const std::string by = seller(files_);
    throw Error(ErrorKind::input,
                "is protected against copying (DRM" + (by.empty() ? "" : ": " + by) +
                    "), so that only its seller's programs can read it; a book without DRM can be read aloud");
  }

  // What is not in the reading order comes last.
  void read_spine() {
    for (const bool linear : {true, false}) {
      for (const Package::SpineItem& entry : parts_.package.spine) {
        if (entry.linear == linear) read_spine_item(entry);
      }
    }
  }

  void read_spine_item(const Package::SpineItem& entry) {
    const Package::Item* item = parts_.package.item(entry.id);
    if (item == nullptr)
      return files_.report(
          {"book-missing-file", entry.source, "the reading order names \"" + entry.id + "\", which is no file of the book"});
    item = &page_for(*item);
    if (!is_page(*item))
      return files_.report(
          {"book-no-page", item->source,
           shown(item->path) + " is in the reading order, but is no page (" + shown(item->media_type) + "); it was left out"});
    add_page(item->path, item->source, entry.linear);
  }

  // What is shown by a reader that knows pages alone.
  const Package::Item& page_for(const Package::Item& item) const {
    constexpr int kMost = 8;
    const Package::Item* one = &item;
    for (int steps = 0; steps < kMost && one != nullptr; ++steps) {
      if (is_page(*one)) return *one;
      one = parts_.package.item(one->fallback);
    }
    return item;
  }

  void add_page(const std::string& named, ByteRange source, bool linear) {
    const std::string path = files_.locate(named).value_or(named);
    if (!read_.insert(path).second)
      return files_.report({"book-repeated-page", source, shown(path) + " is in the reading order twice; it was read once"});
    if (parts_.paths.size() >= kMostPages)
      throw Error(ErrorKind::input, "has more than " + std::to_string(kMostPages) + " pages, which no book has");
    refuse_protected(path);
    const auto bytes = files_.read(named, source);
    if (!bytes) return;
    auto page = decode(path, *bytes);
    if (!page) return;
    parts_.sources.push_back(std::move(*page));
    parts_.paths.push_back(path);
    parts_.linear.push_back(linear);
  }

  void read_all_pages() {
    const std::vector<std::string> pages = files_.pages();
    if (!pages.empty() && parts_.first_page == 1)
      files_.report({"book-package", {}, "names no page that can be read; all pages were read in order of their names"});
    for (const std::string& path : pages) add_page(path, {}, true);
  }

  void read_navigation() {
    const Package& package = parts_.package;
    if (const auto nav = package.nav.empty() ? std::nullopt : files_.read_if_there(package.nav)) {
      if (const auto text = decode(package.nav, *nav)) parts_.navigation = read_nav(text->text(), package.nav);
    }
    if (!parts_.navigation.points.empty() || package.ncx.empty()) return;
    const auto ncx = files_.read_if_there(package.ncx);
    const auto text = ncx ? decode(package.ncx, *ncx) : std::nullopt;
    if (text) parts_.navigation.points = read_ncx(text->text(), package.ncx).points;
  }

  BookFiles& files_;
  BookParts parts_;
  std::set<std::string> read_;
};

}  // namespace

BookParts read_parts(BookFiles& files) { return PartsReader(files).read(); }

}  // namespace aloud
