#pragma once

#include <string>
#include <vector>

#include "audio/units.h"
#include "publish/text_places.h"
#include "timeline/timeline.h"

namespace aloud {

/// When which word of the page sounds, as the page's script reads it (docs/formats/page.md): milliseconds and places, each
/// counted from the one before.
class PageTimes {
 public:
  /// Requires: `places` outlives this.
  PageTimes(const TextPlaces& places, SampleRate rate) : places_(places), rate_(rate), heard_(places.elements()) {}

  void add(const TimelineSentence& sentence);

  /// JSON arrays.
  std::string sentences() const { return '[' + sentences_ + ']'; }
  std::string words() const { return '[' + words_ + ']'; }

  /// By element: whether any of it is heard.
  const std::vector<bool>& heard() const { return heard_; }

 private:
  struct Word {
    TextPlace place;
    std::int64_t begin = 0, end = 0;  // ms
  };

  std::int64_t ms(Frames frames) const { return milliseconds_of(frames, rate_).count(); }
  std::vector<Word> words_of(const TimelineSentence& sentence) const;
  void write(const Word& word, std::int64_t& time);

  const TextPlaces& places_;
  SampleRate rate_;
  std::vector<bool> heard_;
  std::string sentences_, words_;
  std::int64_t last_sentence_ = 0;
  TextPlace last_;
};

}  // namespace aloud
