#include "timeline/fixture.h"

#include <algorithm>

namespace aloud::test {

TimelineSentence sentence_of(std::string_view text, const std::vector<TimedWord>& words, std::size_t source_begin) {
  TimelineSentence sentence;
  sentence.block = "paragraph";
  sentence.role = "body";
  sentence.written = sentence.spoken = text;
  sentence.source = {source_begin, source_begin + text.size()};
  std::size_t at = 0;
  for (const TimedWord& word : words) {
    at = text.find(word.text, at);
    assert(at != std::string_view::npos);
    const std::string word_text(word.text);
    const ByteRange source{source_begin + at, source_begin + at + word.text.size()};
    sentence.words.push_back({word_text, word_text, source, {word.begin}, {word.end}});
    at += word.text.size();
  }
  if (!words.empty()) sentence.begin = {words.front().begin};
  if (!words.empty()) sentence.end = {words.back().end};
  return sentence;
}

TimelineSentence steady_sentence(std::string_view text, std::int64_t begin, std::int64_t word_length) {
  std::vector<TimedWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    while (!word.empty() && std::string_view(",.!?").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    const auto start = begin + static_cast<std::int64_t>(words.size()) * word_length;
    if (!word.empty()) words.push_back({word, start, start + word_length});
    at = end + 1;
  }
  return sentence_of(text, words);
}

namespace {

TimelineSentence with_money() {
  TimelineSentence sentence = sentence_of("It cost five dollars, R&D <b>included</b>.", {{"It", 9000, 9100},
                                                                                         {"cost", 9100, 9400},
                                                                                         {"five", 9400, 9700},
                                                                                         {"dollars", 9700, 10000},
                                                                                         {"R&D", 10100, 10600},
                                                                                         {"<b>included</b>", 10600, 11000}});
  sentence.written = "It **cost** $5, R&amp;D `<b>included</b>`.";
  sentence.source = {200, 242};
  const ByteRange sources[] = {{200, 202}, {205, 209}, {212, 214}, {212, 214}, {216, 223}, {224, 241}};
  const char* written[] = {"It", "cost", "$5", "$5", "R&amp;D", "`<b>included</b>`"};
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    sentence.words[i].source = sources[i];
    sentence.words[i].written = written[i];
  }
  return sentence;
}

TimelineSentence failed() {
  TimelineSentence sentence;
  sentence.block = "paragraph";
  sentence.role = "body";
  sentence.written = sentence.spoken = "s's's's";
  sentence.source = {243, 250};
  sentence.begin = sentence.end = {11500};
  sentence.failure = "crashed (SIGABRT)";
  return sentence;
}

}  // namespace

std::vector<TimelineSentence> sample_sentences() {
  std::vector<TimelineSentence> sentences{
      steady_sentence("Ten people crossed the border.", 0, 300),
      steady_sentence("Over thirty-three thousand have come since the war ended in 1953, many of them through China, Thailand "
                      "and Mongolia, on foot.",
                      2000, 300),
      with_money(),
      failed(),
      sentence_of("今日は「晴れ」です。",
                  {{"今日", 12000, 12400}, {"は", 12400, 12500}, {"晴れ", 12500, 13000}, {"です", 13000, 13400}}),
      sentence_of("مرحبا بالعالم، كيف الحال؟",
                  {{"مرحبا", 14000, 14500}, {"بالعالم", 14500, 15000}, {"كيف", 15100, 15300}, {"الحال", 15300, 15800}}),
      sentence_of("Cafe\u0301 — a\u0300 la carte.",
                  {{"Cafe\u0301", 16000, 16400}, {"a\u0300", 16400, 16400}, {"la", 16400, 16600}, {"carte", 16600, 17000}}),
      sentence_of("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft!",
                  {{"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 3600000, 3606000}}),
  };
  for (std::size_t i = 0; i < sentences.size(); ++i) sentences[i].index = i;
  return sentences;
}

TimelineHeader sample_header() {
  return {"border.md", "Ten people --> south [a \"report\"]", "A. Writer", "en", "2021-11-03", "aloud 0.1.0", kMillisecondRate};
}

TimelineEnd sample_end() {
  TimelineEnd end;
  end.duration = {3607000};
  end.coverage.entries = {{{0, 3}, CoverageStatus::silent, 0, "byte order mark"},
                          {{3, 33}, CoverageStatus::spoken, 0, ""},
                          {{33, 34}, CoverageStatus::silent, 0, "white space"},
                          {{34, 60}, CoverageStatus::left_out, 0, "image skipped"}};
  end.coverage.total = 60;
  end.coverage.spoken = 30;
  end.coverage.silent = 4;
  end.coverage.left_out = 26;
  return end;
}

std::vector<TimelineSentence> random_sentences(std::mt19937& random) {
  static const std::vector<std::string> kPieces{"a",
                                                "word",
                                                "of",
                                                "-->",
                                                "&",
                                                "<b>",
                                                "<00:01.00>",
                                                "\n\n",
                                                "\t",
                                                "\xFF",
                                                "日本",
                                                "語",
                                                "e\u0301",
                                                "🙂",
                                                "\u0301",
                                                "مرحبا",
                                                ",",
                                                ".",
                                                "—",
                                                "(",
                                                "\"",
                                                std::string(1, '\0'),
                                                "NOTE",
                                                "12",
                                                "[x]",
                                                "{\\an8}",
                                                "\u2028",
                                                "\u200F",
                                                std::string(90, 'x'),
                                                "\r"};
  const auto pick = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
  std::vector<TimelineSentence> sentences;
  std::int64_t at = 0;
  for (std::size_t number = pick(6); number > 0; --number) {
    TimelineSentence sentence;
    sentence.index = sentences.size();
    at += static_cast<std::int64_t>(pick(3) * 400);
    sentence.begin = {at};
    const bool rapid = pick(3) == 0;
    for (std::size_t count = pick(40); count > 0; --count) {
      const std::string& text = kPieces[pick(kPieces.size())];
      const auto length = static_cast<std::int64_t>(rapid ? pick(2) : pick(300));
      const std::size_t source = sentence.spoken.size();
      sentence.words.push_back({pick(5) == 0 ? "$5" : text, text, {source, source + text.size()}, {at}, {at + length}});
      sentence.spoken += text + (pick(3) == 0 ? "" : " ");
      at += length;
    }
    if (pick(8) == 0) sentence.words.clear();
    sentence.end = {at};
    sentence.written = sentence.spoken;
    sentences.push_back(sentence);
  }
  return sentences;
}

std::string write_timeline(TimelineKind kind, const TimelineHeader& header, const std::vector<TimelineSentence>& sentences,
                           const TimelineEnd& end) {
  StringSink sink;
  const auto writer = make_timeline_writer(kind, header, sink);
  for (const TimelineSentence& sentence : sentences) writer->sentence(sentence);
  writer->finish(end);
  return sink.text;
}

}  // namespace aloud::test
