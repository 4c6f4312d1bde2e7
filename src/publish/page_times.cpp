#include "publish/page_times.h"

#include <fmt/format.h>

#include <algorithm>

namespace aloud {

// Words that are said for the same text ("five", "dollars" for "$5") are one on the page.
std::vector<PageTimes::Word> PageTimes::words_of(const TimelineSentence& sentence) const {
  std::vector<Word> words;
  for (const TimelineWord& word : sentence.words) {
    const std::vector<TextPlace> places = places_.of(word.source);
    if (places.empty()) continue;
    if (!words.empty() && words.back().place == places.front()) {
      words.back().end = ms(word.end);
    } else {
      words.push_back({places.front(), ms(word.begin), ms(word.end)});
    }
  }
  return words;
}

void PageTimes::write(const Word& word, std::int64_t& time) {
  const auto element = static_cast<std::int64_t>(word.place.element) - static_cast<std::int64_t>(last_.element);
  const auto from = static_cast<std::int64_t>(word.place.begin) - (element == 0 ? static_cast<std::int64_t>(last_.begin) : 0);
  words_ += fmt::format("{}{},{},{},{},{}", words_.empty() ? "" : ",", element, from, word.place.end - word.place.begin,
                        word.begin - time, std::max<std::int64_t>(word.end - word.begin, 0));
  time = word.begin;
  last_ = word.place;
}

void PageTimes::add(const TimelineSentence& sentence) {
  const std::vector<Word> words = words_of(sentence);
  std::vector<TextPlace> places = places_.of(sentence.source);
  if (!words.empty()) {  // a sentence is where its words are: markup around it may reach into other texts
    const auto has_words = [&](const TextPlace& place) {
      return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.place.element == place.element; });
    };
    std::erase_if(places, [&](const TextPlace& place) { return !has_words(place); });
  }
  std::string list;
  for (const TextPlace& place : places) {
    list += fmt::format("{}{},{},{}", list.empty() ? "" : ",", place.element, place.begin, place.end);
    if (!sentence.failure || !words.empty()) heard_[place.element] = true;
  }
  const std::int64_t begin = ms(sentence.begin);
  sentences_ += fmt::format("{}[{},{},{},[{}]]", sentences_.empty() ? "" : ",", begin - last_sentence_,
                            std::max<std::int64_t>(ms(sentence.end) - begin, 0), words.size(), list);
  last_sentence_ = begin;
  std::int64_t time = begin;
  for (const Word& word : words) {
    heard_[word.place.element] = true;
    write(word, time);
  }
}

}  // namespace aloud
