#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/characters.h"
#include "language/sentences/language_table.h"
#include "util/byte_range.h"

namespace aloud {

/// One pass over a text from stop to stop, deciding at each whether a sentence ends there. Lives for one split().
class SentenceScanner {
 public:
  /// `code`: stretches of the text, in order and disjoint, that hold no stops and of which only the place says something.
  /// `label`: the number of a list's item that stood before the text.
  SentenceScanner(std::string_view text, const LanguageTable& table, std::span<const ByteRange> code = {},
                  std::string_view label = {});

  std::vector<ByteRange> run();

 private:
  // Marks that end a sentence together: "?!", "...", ". . .", and the quotes and brackets that close after them.
  struct Cluster {
    std::size_t begin = 0;
    std::size_t stops_end = 0;  // after the last stop
    std::size_t end = 0;        // after the closing quotes, brackets and reference marks
    Stop kind = Stop::none;
    std::size_t periods = 0;
    bool closed = false;        // a quote or bracket closes here
    bool closes_quote = false;  // …and it is a quote
  };

  // What stands after a cluster.
  struct Following {
    bool end = false;        // nothing but white space
    bool spaced = false;     // white space comes first
    bool dash = false;       // a dash stands before the word
    bool opened = false;     // a quote or bracket opens before the word
    bool bracketed = false;  // a round bracket is the first to open
    bool quoted = false;     // …and it is a quote
    bool dots = false;       // dots stand right before the word: "...and then"
    bool lower = false;      // starts with a small letter, other than "iPhone"
    bool code = false;       // code starts there
    std::size_t at = 0;      // of `first`
    char32_t first = 0;      // the first letter, digit or other mark after opening marks
    std::string word;        // the word that starts there, with an apostrophe that elides ("L'")
  };

  std::size_t next_candidate(std::size_t at) const;
  bool cut_forced(std::size_t& at);
  bool cut_paragraph(std::size_t& at);
  bool cut_smiley(std::size_t& at);
  void cut(std::size_t at);
  std::size_t second_item() const;

  Cluster read_cluster(std::size_t at) const;
  std::size_t read_stops(std::size_t at, Cluster& cluster) const;
  void read_closers(Cluster& cluster) const;
  Following look_ahead(std::size_t at) const;
  std::string read_word(std::size_t at) const;
  std::string token_before(std::size_t at) const;
  Stop stop_at(std::size_t at) const;
  bool code_begins(std::size_t at) const;
  bool code_ends(std::size_t at) const;

  bool ends_sentence(const Cluster& cluster);
  bool is_inside_aside(const Cluster& cluster, const Following& next);
  bool ends_at_strong(const Cluster& cluster, const Following& next) const;
  bool ends_at_ellipsis(const Cluster& cluster, const Following& next) const;
  bool ends_before_lower_case(const Cluster& cluster, const Following& next) const;
  bool ends_at_code(const Cluster& cluster, const Following& next) const;
  bool ends_before_small_starter(const Cluster& cluster, const Following& next) const;
  bool ends_at_period(const Cluster& cluster, const Following& next) const;
  bool ends_at_full(const Cluster& cluster, const Following& next) const;
  bool ends_without_space(const Cluster& cluster, const Following& next) const;
  bool ends_after_abbreviation(Abbreviation kind, const Cluster& cluster, const Following& next) const;
  bool ends_after_initial(const std::string& token, const Cluster& cluster, const Following& next) const;
  bool ends_after_ordinal(const Following& next) const;

  bool has_content(std::size_t until);
  bool is_enumerator(const Cluster& cluster) const;
  bool begins_sentence(const Following& next) const;
  bool begins_name(const Following& next) const;
  bool begins_list(const Following& next) const;
  bool precedes_time_zone(const Following& next) const;
  bool goes_on_with_number(std::size_t before, const std::string& token, const Following& next) const;
  bool is_initial_i(std::size_t begin) const;
  bool closes_era_or_half(const std::string& token, std::size_t begin) const;
  bool follows_spelled_letter(std::size_t at) const;
  bool is_spelled_letter(const Cluster& cluster, const Following& next) const;
  bool reports_speech(std::size_t at) const;
  std::size_t words_before(std::size_t at) const;

  std::string_view text_;
  const LanguageTable& table_;
  std::string_view label_;
  std::span<const ByteRange> code_;
  std::vector<ByteRange> brackets_;
  std::size_t bracket_ = 0;  // first of brackets_ that may hold what comes next
  std::vector<ByteRange> sentences_;
  std::size_t begin_ = 0;          // of the sentence that is being read
  std::size_t content_begin_ = 0;  // its first character that is no white space
  std::size_t forced_ = 0;         // where a list item starts that ends this sentence; npos if none
  std::size_t content_read_ = 0;   // has_content() has looked up to here
  bool content_found_ = false;
  bool colons_end_ = false;         // Armenian typed with colons for its full stop
  bool periods_continue_ = false;   // Armenian's period is a pause
  bool lower_case_writer_ = false;  // the text starts with a small letter: so may its sentences
};

}  // namespace aloud
