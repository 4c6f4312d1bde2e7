#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aloud {

enum class Packing { stored, deflated };

/// Makes ZIP archives in memory, right ones and wrong ones.
class ArchiveBuilder {
 public:
  ArchiveBuilder& add(const std::string& name, std::string_view bytes, Packing packing = Packing::deflated);
  std::string build() const;
  /// Without the directory at its end, as a download that broke off leaves it.
  std::string build_without_directory() const { return files_; }

 private:
  std::string files_, directory_;
  std::size_t count_ = 0;
};

/// A book of files that a test changes one by one: its package document, table of contents and pages are made from what it is
/// told, and any of them can be replaced.
class BookBuilder {
 public:
  /// `body`: what stands in <body>, or a whole page where it begins with "<?xml" or "<!DOCTYPE". `spine`: attributes of its
  /// itemref, or "-" for a page that is not in the reading order.
  BookBuilder& page(const std::string& name, const std::string& body, const std::string& spine = "");
  /// A line of the table of contents.
  BookBuilder& chapter(const std::string& title, const std::string& address, int depth = 0);
  /// Any file; instead of one that would be made, or besides.
  BookBuilder& file(const std::string& path, const std::string& bytes);
  BookBuilder& without(const std::string& path);
  /// Written into the package document, behind the spine: "<guide>…</guide>".
  BookBuilder& guide(const std::string& markup);
  /// EPUB 2: an NCX instead of a navigation document.
  BookBuilder& ncx();
  BookBuilder& type(const std::string& mimetype);
  BookBuilder& language(const std::string& tag);

  std::string build() const { return archive().build(); }
  ArchiveBuilder archive() const;

 private:
  struct Page {
    std::string name, body, spine;
  };
  struct Line {
    std::string title, address;
    int depth;
  };
  std::string package() const;
  std::string navigation() const;
  std::string ncx_text() const;

  std::vector<Page> pages_;
  std::vector<Line> lines_;
  std::vector<std::pair<std::string, std::string>> files_;
  std::vector<std::string> without_;
  std::string guide_, language_ = "en-GB", type_ = "application/epub+zip";
  bool ncx_ = false;
};

}  // namespace aloud
