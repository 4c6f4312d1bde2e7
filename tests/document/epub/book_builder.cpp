#include "document/epub/book_builder.h"

#include <zlib.h>

#include <algorithm>

namespace aloud {
namespace {

std::string number(std::size_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i, value >>= 8) text += static_cast<char>(value & 0xFF);
  return text;
}

std::string deflated(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT: zlib's own type
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string whole_page(const std::string& body) {
  if (body.starts_with("<?xml") || body.starts_with("<!DOCTYPE")) return body;
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">"
         "<head><title>Page</title></head>" +
         (body.starts_with("<body") ? body : "<body>" + body + "</body>") + "</html>";
}

constexpr const char* kContainer =
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
    "<rootfile full-path=\"OPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>";

}  // namespace

ArchiveBuilder& ArchiveBuilder::add(const std::string& name, std::string_view bytes, Packing packing) {
  const std::string packed = packing == Packing::deflated ? deflated(bytes) : std::string(bytes);
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
  const std::string common = number(20, 2) + number(0, 2) + number(packing == Packing::deflated ? 8 : 0, 2) + number(0, 4) +
                             number(sum, 4) + number(packed.size(), 4) + number(bytes.size(), 4) + number(name.size(), 2) +
                             number(0, 2);
  directory_ += "PK\x01\x02" + number(20, 2) + common + number(0, 10) + number(files_.size(), 4) + name;
  files_ += "PK\x03\x04" + common + name + packed;
  ++count_;
  return *this;
}

std::string ArchiveBuilder::build() const {
  const std::size_t told = std::min<std::size_t>(count_, 0xFFFF);
  return files_ + directory_ + "PK\x05\x06" + number(0, 4) + number(told, 2) + number(told, 2) + number(directory_.size(), 4) +
         number(files_.size(), 4) + number(0, 2);
}

BookBuilder& BookBuilder::page(const std::string& name, const std::string& body, const std::string& spine) {
  pages_.push_back({name, whole_page(body), spine});
  return *this;
}
BookBuilder& BookBuilder::chapter(const std::string& title, const std::string& address, int depth) {
  lines_.push_back({title, address, depth});
  return *this;
}
BookBuilder& BookBuilder::file(const std::string& path, const std::string& bytes) {
  files_.emplace_back(path, bytes);
  return *this;
}
BookBuilder& BookBuilder::without(const std::string& path) {
  without_.push_back(path);
  return *this;
}
BookBuilder& BookBuilder::guide(const std::string& markup) {
  guide_ = markup;
  return *this;
}
BookBuilder& BookBuilder::ncx() {
  ncx_ = true;
  return *this;
}
BookBuilder& BookBuilder::type(const std::string& mimetype) {
  type_ = mimetype;
  return *this;
}

BookBuilder& BookBuilder::language(const std::string& tag) {
  language_ = tag;
  return *this;
}

std::string BookBuilder::package() const {
  std::string manifest, spine;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const std::string id = "p" + std::to_string(i);
    manifest += "<item id=\"" + id + "\" href=\"" + pages_[i].name + "\" media-type=\"application/xhtml+xml\"/>";
    if (pages_[i].spine != "-") spine += "<itemref idref=\"" + id + "\" " + pages_[i].spine + "/>";
  }
  manifest += ncx_ ? "<item id=\"toc\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
                   : "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>";
  return "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\">"
         "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>The Tide &amp; the Mill</dc:title>"
         "<dc:creator>Ada Ek</dc:creator><dc:creator>Bo Li</dc:creator><dc:language>" +
         language_ +
         "</dc:language>"
         "<dc:date>2020-05-01T10:00:00Z</dc:date></metadata><manifest>" +
         manifest + "</manifest><spine" + (ncx_ ? " toc=\"toc\"" : "") + ">" + spine + "</spine>" + guide_ + "</package>";
}

std::string BookBuilder::navigation() const {
  std::string text = "<nav epub:type=\"toc\"><h1>Contents</h1><ol>";
  int depth = 0;
  for (const Line& line : lines_) {
    for (; depth < line.depth; ++depth) text += "<li><ol>";
    for (; depth > line.depth; --depth) text += "</ol></li>";
    text += "<li><a href=\"" + line.address + "\">" + line.title + "</a></li>";
  }
  for (; depth > 0; --depth) text += "</ol></li>";
  return whole_page(text + "</ol></nav>");
}

std::string BookBuilder::ncx_text() const {
  std::string text = "<ncx><navMap>";
  int open = 0;
  for (const Line& line : lines_) {
    for (; open > line.depth; --open) text += "</navPoint>";
    text += "<navPoint><navLabel><text>" + line.title + "</text></navLabel><content src=\"" + line.address + "\"/>";
    ++open;
  }
  for (; open > 0; --open) text += "</navPoint>";
  return text + "</navMap></ncx>";
}

ArchiveBuilder BookBuilder::archive() const {
  std::vector<std::pair<std::string, std::string>> all = {{"mimetype", type_}, {"META-INF/container.xml", kContainer}};
  all.emplace_back("OPS/book.opf", package());
  ncx_ ? all.emplace_back("OPS/toc.ncx", ncx_text()) : all.emplace_back("OPS/nav.xhtml", navigation());
  for (const Page& page : pages_) all.emplace_back("OPS/" + page.name, page.body);
  ArchiveBuilder archive;
  const auto has = [](const auto& list, const std::string& path) {
    return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one == path; });
  };
  for (const auto& [path, bytes] : all) {
    const bool replaced =
        std::any_of(files_.begin(), files_.end(), [&, name = path](const auto& one) { return one.first == name; });
    if (!replaced && !has(without_, path)) archive.add(path, bytes, path == "mimetype" ? Packing::stored : Packing::deflated);
  }
  for (const auto& [path, bytes] : files_) archive.add(path, bytes);
  return archive;
}

}  // namespace aloud
