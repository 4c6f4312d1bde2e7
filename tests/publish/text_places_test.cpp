#include "publish/text_places.h"

#include <gtest/gtest.h>

#include "document/document.h"
#include "publish/page_times.h"

namespace aloud {
namespace {

// Where the first `part` of the article stands on the page: "1:4-7".
std::string places_of(const std::string& bytes, const std::string& part) {
  const Document document = parse_article("a.md", bytes);
  const std::size_t begin = bytes.find(part);
  std::string text;
  for (const TextPlace& place : TextPlaces(document).of({begin, begin + part.size()})) {
    text += (text.empty() ? "" : " ") + std::to_string(place.element) + ':' + std::to_string(place.begin) + '-' +
            std::to_string(place.end);
  }
  return text;
}

TEST(TextPlaces, CountAsABrowserDoes) {
  struct Case {
    const char *article, *part, *places;
  };
  for (const auto& [article, part, places] : {
           Case{"one two\n\nthree", "two", "0:4-7"},
           Case{"one two\n\nthree", "three", "1:0-5"},
           Case{"one *two* three", "two", "0:4-7"},
           Case{"é two", "two", "0:2-5"},
           Case{"🐦 two", "two", "0:3-6"},  // two UTF-16 units
           Case{"| a | b |\n|---|---|\n| c | d |\n", "d", "3:0-1"},
           Case{"a &amp; b", "&amp;", "0:2-3"},
           Case{"a [b](c.html) d", "c.html", ""},
       }) {
    EXPECT_EQ(places_of(article, part), places) << article << ": " << part;
  }
}

TEST(TextPlaces, CountTheBytesOfTheFile) {
  const std::string latin1 = "caf\xE9 noir et th\xE9 vert, d\xE9j\xE0 vu \xE0 No\xEBl";
  EXPECT_EQ(places_of(latin1, "noir"), "0:5-9");
}

TEST(PageTimes, CountFromTheOneBefore) {
  const Document document = parse_article("a.md", "one two\n\nthree $5");
  const TextPlaces places(document);
  PageTimes times(places, SampleRate{1000});
  TimelineSentence first;
  first.source = {0, 7};
  first.begin = {100};
  first.end = {900};
  first.words = {{"one", "one", {0, 3}, {100}, {400}}, {"two", "two", {4, 7}, {450}, {900}}};
  TimelineSentence second;
  second.source = {9, 17};
  second.begin = {1000};
  second.end = {2000};
  second.words = {{"three", "three", {9, 14}, {1000}, {1300}},
                  {"$5", "five", {15, 17}, {1300}, {1600}},
                  {"$5", "dollars", {15, 17}, {1600}, {2000}}};
  times.add(first);
  times.add(second);
  EXPECT_EQ(times.sentences(), "[[100,800,2,[0,0,7]],[900,1000,2,[1,0,8]]]");
  EXPECT_EQ(times.words(), "[0,0,3,0,300,0,4,3,350,450,1,0,5,0,300,0,6,2,300,700]");
  EXPECT_EQ(times.heard(), (std::vector<bool>{true, true}));
}

}  // namespace
}  // namespace aloud
