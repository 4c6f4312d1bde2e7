#include <gtest/gtest.h>

#include <string>

#include "document/epub/book_builder.h"
#include "document/epub/navigation.h"
#include "document/epub/package.h"
#include "document/epub/scanned_page.h"
#include "document/epub/tags.h"
#include "document/epub/zip_archive.h"

namespace aloud {
namespace {

TEST(BookAddresses, AreSeenFromTheirFile) {
  const struct {
    const char* from;
    const char* address;
    const char* to;
  } cases[] = {
      {"OPS/nav.xhtml", "one.xhtml", "OPS/one.xhtml#"},         {"OPS/nav.xhtml", "text/one.xhtml#p3", "OPS/text/one.xhtml#p3"},
      {"OPS/text/one.xhtml", "../two.xhtml", "OPS/two.xhtml#"}, {"OPS/text/one.xhtml", "#p3", "OPS/text/one.xhtml#p3"},
      {"one.xhtml", "../../etc/passwd", "etc/passwd#"},         {"OPS/nav.xhtml", "/top.xhtml", "top.xhtml#"},
      {"OPS/nav.xhtml", "./a//b.xhtml", "OPS/a/b.xhtml#"},      {"OPS/nav.xhtml", "caf%C3%A9.xhtml", "OPS/caf\xC3\xA9.xhtml#"},
      {"OPS/nav.xhtml", "100%.xhtml", "OPS/100%.xhtml#"},       {"OPS/nav.xhtml", "text\\one.xhtml", "OPS/text/one.xhtml#"},
      {"OPS/nav.xhtml", "one.xhtml?x=1#p", "OPS/one.xhtml#p"},  {"OPS/nav.xhtml", "https://example.org/a", "elsewhere"},
      {"OPS/nav.xhtml", "mailto:a@example.org", "elsewhere"},   {"OPS/nav.xhtml", "//example.org/a", "elsewhere"},
  };
  for (const auto& one : cases) {
    const auto to = resolve(one.from, one.address);
    EXPECT_EQ(to ? to->path + '#' + to->fragment : "elsewhere", one.to) << one.address;
  }
}

TEST(Tags, AreFoundInWhatIsHardlyXml) {
  const struct {
    const char* text;
    const char* tags;
  } cases[] = {
      {"<a>x</a>", "<a></a>"},
      {"1 < 2 <b/>", "<b/>"},
      {"<a title='x > y'>z", "<a title='x > y'>"},
      {"<a title='x>y", "<a title='x>"},
      {"<a <b>", "<b>"},
      {"<!-- <a> --><b>", "<!-- <a> --><b>"},
      {"<!DOCTYPE x [<!ENTITY y '>'>]><b>", "<!DOCTYPE x [<!ENTITY y '>'>]><b>"},
      {"<![CDATA[<a>]]><b>", "<![CDATA[<a>]]><b>"},
      {"<dc:title>", "<dc:title>"},
      {"<!-- open", "<!-- open"},
  };
  for (const auto& one : cases) {
    TagScanner scanner(one.text);
    std::string tags;
    while (const auto tag = scanner.next()) tags += tag->text;
    EXPECT_EQ(tags, one.tags) << one.text;
  }
  const auto tag = TagScanner("<OPF:Item ID = 'a&amp;b' epub:type=\"c d\" e=f g/>").next();
  EXPECT_EQ(tag->name, "item");
  EXPECT_EQ(tag->attribute("id"), "a&b");
  EXPECT_EQ(tag->attribute("epub:type"), "c d");
  EXPECT_EQ(tag->attribute("type"), "");
  EXPECT_EQ(tag->attribute("e"), "f");
  EXPECT_EQ(tag->kind, MarkupTag::Kind::empty);
}

TEST(Package, SaysWhatABookIs) {
  const std::string text =
      "<package><metadata><dc:title>  A &amp; B </dc:title><dc:title>C</dc:title><dc:creator opf:role='ill'>Ill</dc:creator>"
      "<dc:creator opf:role='aut'>Ada</dc:creator><dc:date opf:event='modification'>2024</dc:date>"
      "<dc:date opf:event='publication'>1899-01-02</dc:date></metadata><manifest>"
      "<item id='n' href='nav.xhtml' properties='scripted nav'/><item id='x' href='t.ncx' "
      "media-type='application/x-dtbncx+xml'/>"
      "</manifest><spine><itemref idref='n' linear='no'/></spine></package>";
  const Package package = read_package(text, "a/b.opf");
  EXPECT_EQ(text.substr(package.title.begin, package.title.size()), "A &amp; B");
  EXPECT_EQ(package.authors, "Ada");
  EXPECT_EQ(package.date, "1899-01-02");
  EXPECT_EQ(package.nav, "a/nav.xhtml");
  EXPECT_EQ(package.ncx, "a/t.ncx");
  ASSERT_EQ(package.spine.size(), 1U);
  EXPECT_FALSE(package.spine[0].linear);
}

std::string points(const Navigation& navigation) {
  std::string text;
  for (const NavigationPoint& point : navigation.points)
    text += std::to_string(point.depth) + point.title + '@' + point.to.path + '#' + point.to.fragment + ' ';
  return text;
}

TEST(Navigation, IsReadFromBothKinds) {
  const Navigation nav = read_nav(
      "<nav epub:type='toc'><ol><li><a href='a.xhtml'>A <i>b</i></a><ol><li><a href='a.xhtml#s'>S</a></li></ol></li>"
      "<li><span>Part</span><ol><li><a href='b.xhtml'>B</a></li></ol></li></ol></nav>"
      "<nav epub:type='page-list'><ol><li><a href='a.xhtml#p1'>1</a></li></ol></nav>"
      "<nav epub:type='landmarks'><ol><li><a epub:type='copyright-page' href='c.xhtml'>C</a></li></ol></nav>",
      "nav.xhtml");
  EXPECT_EQ(points(nav), "0A b@a.xhtml# 1S@a.xhtml#s 1B@b.xhtml# ");
  EXPECT_EQ(nav.landmarks.at("c.xhtml"), "copyright-page");
  const Navigation ncx = read_ncx(
      "<ncx><docTitle><text>Book</text></docTitle><navMap><navPoint><navLabel><text>A</text></navLabel><content src='a.xhtml'/>"
      "<navPoint><navLabel><text>S</text></navLabel><content src='a.xhtml#s'/></navPoint></navPoint></navMap>"
      "<pageList><pageTarget><navLabel><text>1</text></navLabel><content src='a.xhtml#p1'/></pageTarget></pageList></ncx>",
      "toc.ncx");
  EXPECT_EQ(points(ncx), "0A@a.xhtml# 1S@a.xhtml#s ");
}

TEST(ScannedPage, KeepsThePlaceOfEveryByte) {
  const std::string page = "<p>a<a id='x>y'/>b<br/>c<td/></p><svg><path/></svg>";
  const ScannedPage scanned = scan_page(page, "one.xhtml");
  EXPECT_EQ(scanned.text, "<p>a<?" + std::string(10, ' ') + ">b<br/>c<td/></p><svg><path/></svg>");
  EXPECT_EQ(scanned.names.at("x>y"), 4U);
  EXPECT_FALSE(scanned.ill_formed);
  EXPECT_EQ(scan_page("<p><b>x</p>", "a").ill_formed, 7U);
  EXPECT_EQ(scan_page("<p>x<br>y</p>", "a").ill_formed, 4U);
}

TEST(ZipArchive, UnpacksNoMoreThanAsked) {
  const std::string bytes = ArchiveBuilder().add("a", std::string(1000, 'x')).add("b", "plain", Packing::stored).build();
  const ZipArchive archive(bytes);
  ASSERT_EQ(archive.entries().size(), 2U);
  const auto how = [&](const char* name, std::size_t most) {
    const auto file = archive.unpack(*archive.find(name), most);
    return std::to_string(file.bytes.size()) + (file.how == ZipArchive::Unpacked::How::whole ? " whole" : " cut");
  };
  EXPECT_EQ(how("a", 1000), "1000 whole");
  EXPECT_EQ(how("a", 999), "999 cut");
  EXPECT_EQ(how("a", 0), "0 cut");
  EXPECT_EQ(how("b", 5), "5 whole");
  EXPECT_EQ(how("b", 4), "4 cut");
  EXPECT_EQ(archive.find("A"), nullptr);
  EXPECT_NE(archive.find_ignoring_case("A"), nullptr);
}

TEST(ZipArchive, NoticesDamage) {
  std::string bytes = ArchiveBuilder().add("b", "plain", Packing::stored).build();
  bytes[bytes.find("plain")] = 'P';
  const ZipArchive archive(bytes);
  EXPECT_EQ(archive.unpack(archive.entries().front(), 100).how, ZipArchive::Unpacked::How::damaged);
}

}  // namespace
}  // namespace aloud
