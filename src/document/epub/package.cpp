#include "document/epub/package.h"

#include <algorithm>
#include <charconv>

#include "document/declared_language.h"
#include "document/epub/tags.h"
#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr auto kNone = std::string_view::npos;

std::string without_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned value = 0;
    const bool escape = text[at] == '%' && at + 2 < text.size() &&
                        std::from_chars(text.data() + at + 1, text.data() + at + 3, value, 16).ptr == text.data() + at + 3;
    plain += escape && value != 0 ? static_cast<char>(value) : text[at] == '\\' ? '/' : text[at];
    at += escape && value != 0 ? 2 : 0;
  }
  return plain;
}

std::string normalised(std::string_view path) {
  std::vector<std::string_view> steps;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view step = path.substr(begin, end - begin);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    begin = end + 1;
  }
  std::string result;
  for (const std::string_view step : steps) result.append(result.empty() ? "" : "/").append(step);
  return result;
}

bool has_scheme(std::string_view address) {
  const std::size_t colon = address.find_first_of(":/?#");
  return colon != kNone && colon > 1 && address[colon] == ':' && is_ascii_letter(address[0]);
}

// "2004-05-01" of "2004-05-01T00:00:00Z".
std::string day_of(const std::string& date) { return date.substr(0, date.find('T')); }

class PackageReader {
 public:
  PackageReader(std::string_view text, const std::string& path) : text_(text), path_(path) {}

  Package read() {
    TagScanner scanner(text_);
    while (const auto tag = scanner.next()) {
      if (tag->opens()) take(*tag);
    }
    finish();
    return std::move(package_);
  }

 private:
  void take(const MarkupTag& tag) {
    if (tag.name == "title" && package_.title.empty()) package_.title = content_of(tag);
    if (tag.name == "creator") take_author(tag);
    if (tag.name == "language" && package_.language.empty()) package_.language = declared_language(text_of(tag));
    if (tag.name == "date") take_date(tag);
    if (tag.name == "item") take_item(tag);
    if (tag.name == "spine") toc_ = tag.attribute("toc");
    if (tag.name == "itemref")
      package_.spine.push_back({tag.attribute("idref"), ascii_lower(tag.attribute("linear")) != "no", tag.range});
    if (tag.name == "reference") {
      const auto to = resolve(path_, tag.attribute("href"));
      if (to && to->fragment.empty()) package_.guide.try_emplace(to->path, ascii_lower(tag.attribute("type")));
    }
  }

  // What stands behind a tag, up to the next one.
  ByteRange content_of(const MarkupTag& tag) const {
    if (tag.kind == MarkupTag::Kind::empty) return {};
    const std::size_t end = std::min(text_.find('<', tag.range.end), text_.size());
    return trim(text_, {tag.range.end, end});
  }

  std::string text_of(const MarkupTag& tag) const {
    const ByteRange content = content_of(tag);
    return content.empty() ? std::string() : readable(text_.substr(content.begin, content.size()));
  }

  void take_author(const MarkupTag& tag) {
    const std::string role = tag.attribute("opf:role");
    const std::string name = text_of(tag);
    if (name.empty() || (!role.empty() && role != "aut")) return;
    package_.authors += (package_.authors.empty() ? "" : ", ") + name;
  }

  // That of publication, rather than of a later change or of the conversion.
  void take_date(const MarkupTag& tag) {
    const std::string event = tag.attribute("opf:event");
    const bool publication = event.find("publication") != std::string::npos;
    const bool better = package_.date.empty() || (publication && !published_);
    if (!better || (!event.empty() && !publication && event != "creation")) return;
    package_.date = day_of(text_of(tag));
    published_ = publication;
  }

  void take_item(const MarkupTag& tag) {
    Package::Item item;
    item.id = tag.attribute("id");
    const auto to = resolve(path_, tag.attribute("href"));
    if (!to) return;
    item.path = to->path;
    item.media_type = ascii_lower(tag.attribute("media-type"));
    item.properties = tag.attribute("properties");
    item.fallback = tag.attribute("fallback");
    item.source = tag.range;
    package_.by_id.try_emplace(item.id, package_.manifest.size());
    package_.manifest.push_back(std::move(item));
  }

  void finish() {
    if (const Package::Item* toc = package_.item(toc_)) package_.ncx = toc->path;
    for (const Package::Item& item : package_.manifest) {
      const std::string words = ' ' + item.properties + ' ';
      if (package_.nav.empty() && words.find(" nav ") != std::string::npos) package_.nav = item.path;
      if (package_.ncx.empty() && item.media_type == "application/x-dtbncx+xml") package_.ncx = item.path;
    }
  }

  std::string_view text_;
  const std::string& path_;
  Package package_;
  std::string toc_;
  bool published_ = false;
};

}  // namespace

std::optional<BookAddress> resolve(std::string_view from, std::string_view address) {
  if (has_scheme(address) || address.starts_with("//")) return std::nullopt;
  const std::size_t hash = std::min(address.find('#'), address.size());
  BookAddress to;
  if (hash < address.size()) to.fragment = without_escapes(address.substr(hash + 1));
  const std::string_view written = address.substr(0, hash);
  const std::string path = without_escapes(written.substr(0, written.find('?')));
  if (path.empty()) {
    to.path = from;
    return to;
  }
  const std::size_t slash = from.rfind('/');
  const bool absolute = path.front() == '/';
  to.path = normalised(absolute || slash == kNone ? path : std::string(from.substr(0, slash + 1)) + path);
  return to;
}

const Package::Item* Package::item(const std::string& id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &manifest[found->second];
}

Package read_package(std::string_view text, const std::string& path) { return PackageReader(text, path).read(); }

std::string package_path(std::string_view container) {
  TagScanner scanner(container);
  std::string first;
  while (const auto tag = scanner.next()) {
    if (!tag->opens() || tag->name != "rootfile") continue;
    const auto to = resolve("", tag->attribute("full-path"));
    if (!to || to->path.empty()) continue;
    if (tag->attribute("media-type") == "application/oebps-package+xml") return to->path;
    if (first.empty()) first = to->path;
  }
  return first;
}

}  // namespace aloud
