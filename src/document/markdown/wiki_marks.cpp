#include "document/markdown/wiki_marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kLongest = 400;  // of a remark with its links, in bytes: keeps the search linear

// What editors of encyclopedias leave in a text.
constexpr auto kRemarks = std::to_array<std::string_view>({"citation needed",
                                                           "clarification needed",
                                                           "better source needed",
                                                           "page needed",
                                                           "full citation needed",
                                                           "failed verification",
                                                           "dead link",
                                                           "permanent dead link",
                                                           "original research?",
                                                           "according to whom?",
                                                           "by whom?",
                                                           "who?",
                                                           "when?",
                                                           "where?",
                                                           "why?",
                                                           "which?",
                                                           "how?",
                                                           "further explanation needed",
                                                           "dubious",
                                                           "dubious – discuss",
                                                           "disputed – discuss",
                                                           "self-published source?",
                                                           "vague",
                                                           "update",
                                                           "beleg fehlt",
                                                           "belege fehlen",
                                                           "réf. nécessaire",
                                                           "réf. souhaitée",
                                                           "référence nécessaire",
                                                           "cita requerida",
                                                           "cita requerida]",
                                                           "senza fonte",
                                                           "bron?",
                                                           "carece de fontes?"});

// What the link beside a heading says that lets readers edit it.
constexpr auto kEdit = std::to_array<std::string_view>({"edit",
                                                        "edit source",
                                                        "edit | edit source",
                                                        "bearbeiten",
                                                        "bearbeiten | quelltext bearbeiten",
                                                        "quelltext bearbeiten",
                                                        "modifier",
                                                        "modifier le code",
                                                        "modifier | modifier le code",
                                                        "editar",
                                                        "editar | editar código",
                                                        "editar código",
                                                        "modifica",
                                                        "modifica | modifica wikitesto",
                                                        "bewerken",
                                                        "brontekst bewerken",
                                                        "bewerken | brontekst bewerken",
                                                        "edytuj",
                                                        "edytuj | edytuj kod",
                                                        "editovat",
                                                        "editovat | editovat zdroj",
                                                        "redigera",
                                                        "redigera | redigera wikitext",
                                                        "править",
                                                        "править | править код",
                                                        "редагувати",
                                                        "редагувати | редагувати код"});

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Behind the destination "(…)" that begins at `at`; `at` where there is none.
std::size_t behind_destination(std::string_view text, std::size_t at) {
  if (text.substr(at, 1) != "(") return at;
  int depth = 0;
  for (std::size_t i = at; i < text.size() && text[i] != '\n'; ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i + 1;
  }
  return at;
}

// What a reader sees of "*[when?](https://…)*": words without emphasis, escapes and destinations, in small letters.
std::string seen(std::string_view markdown) {
  std::string words;
  for (std::size_t at = 0; at < markdown.size();) {
    const char c = markdown[at];
    if (c == ']') {
      at = behind_destination(markdown, at + 1);
    } else {
      if (c != '[' && c != '*' && c != '_' && c != '\\') words += is_line_end(c) ? ' ' : ascii_lower(c);
      ++at;
    }
  }
  const ByteRange used = trim(words, {0, words.size()});
  return words.substr(used.begin, used.size());
}

// The end of what the bracket at `at` opens, with brackets and links within, and with the "\" of an escaped one; npos if none.
std::size_t end_of_brackets(std::string_view text, std::size_t at) {
  int depth = 0;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (text[i] == '[') ++depth;
    if (text[i] == ']' && --depth == 0) return i + 1;
    if (text[i] == '\n' && i + 1 < text.size() && (text[i + 1] == '\n' || text[i + 1] == '>')) return npos;
  }
  return npos;
}

class WikiMarks {
 public:
  explicit WikiMarks(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), list_(scan) {
    sources_ = text_.find("#cite_") != npos;
  }

  Rewrites run() {
    for (const ScannedLine& line : scan_.lines()) {
      if (line.kind != ScannedLine::Kind::text || line.range.end <= done_) continue;
      if (line.content >= done_ && scan_.content(line).starts_with('#')) edit_link(line);
      if (line.content >= done_) links_back(line);
      for (std::size_t at = std::max(line.content, done_); at < line.range.end;) at = take(at, line.range.end);
    }
    return list_.take();
  }

 private:
  std::string_view part(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  // "## History[edit]", "## History\[[edit](…)\]".
  void edit_link(const ScannedLine& line) {
    const ByteRange used = trim(text_, {line.content, line.range.end});
    const std::string_view heading = part(used.begin, used.end);
    for (std::size_t at = heading.find('['); at != npos; at = heading.find('[', at + 1)) {
      const std::size_t end = end_of_brackets(heading, at);
      if (end == npos) return;
      const std::size_t behind = behind_destination(heading, end);
      const std::string words = seen(heading.substr(at, behind - at));
      const bool closes = heading.find_first_not_of("# ", behind) == npos;
      if (closes && is_one_of(words, kEdit)) {
        const std::size_t begin = used.begin + at - (at > 0 && heading[at - 1] == '\\' ? 1 : 0);
        list_.remove({begin, used.begin + behind}, SilentKind::navigation);
        done_ = line.range.end;
        return;
      }
      at = end - 1;
    }
  }

  struct Marks {
    bool arrow = false, link = false;
  };

  // "1. ^ [***a***](#a) Dunn": from the arrow to behind the last link to a place in the text.
  void links_back(const ScannedLine& line) {
    std::size_t begin = line.content;
    while (begin < line.range.end && is_ascii_digit(text_[begin])) ++begin;
    if (begin < line.range.end && std::string_view("-*.)").find(text_[begin]) != npos) ++begin;
    while (begin < line.range.end && is_blank(text_[begin])) ++begin;
    if (begin == line.content) return;  // no item
    Marks seen_marks;
    std::size_t end = begin;
    for (std::size_t at = begin; at < line.range.end;) {
      while (at < line.range.end && (is_blank(text_[at]) || text_[at] == ',')) ++at;
      const std::size_t stars = std::min(text_.find_first_not_of('*', at), line.range.end) - at;
      const std::size_t mark = at + stars, behind = mark_end(mark, line.range.end, seen_marks);
      if (behind == mark || part(behind, line.range.end).substr(0, stars) != std::string(stars, '*')) break;
      if (!seen_marks.arrow) return;  // it comes first
      end = at = behind + stars;
    }
    if (end == begin || (!seen_marks.link && !sources_)) return;
    list_.remove_word({begin, end}, SilentKind::navigation);
    done_ = end;
  }

  // Behind an arrow or a link of one to four characters to a place in the text; `at` where there is none.
  std::size_t mark_end(std::size_t at, std::size_t limit, Marks& marks) const {
    const std::string_view rest = part(at, limit);
    for (const std::string_view arrow : {"^", "\\^", "↑"}) {
      if (!rest.starts_with(arrow)) continue;
      marks.arrow = true;
      return at + arrow.size();
    }
    if (!rest.starts_with('[')) return at;
    const std::size_t close = end_of_brackets(rest.substr(0, kLongest), 0);
    if (close == npos || rest.substr(close, 2) != "(#") return at;
    const std::size_t behind = behind_destination(rest, close);
    constexpr std::size_t kLongestMark = 4;
    const std::string words = seen(rest.substr(0, behind));
    const bool mark = words.size() <= kLongestMark && (words.size() == 1 || !is_ascii_letter(words[1]) || words == "↑");
    if (behind == close || words.empty() || !mark) return at;
    marks.link = true;
    marks.arrow = marks.arrow || words == "^" || words == "↑";
    return at + behind;
  }

  // A remark with markup in it; the plain ones are citations.h's.
  std::size_t take(std::size_t at, std::size_t limit) {
    at = std::min(text_.substr(0, limit).find_first_of("[`<", at), limit);
    if (at >= limit) return at;
    if (const std::size_t behind = scan_.behind_code(at); behind != at) return done_ = behind;
    constexpr std::string_view kMarkup = "*_[\\";
    if (text_[at] != '[' || at + 1 >= limit || kMarkup.find(text_[at + 1]) == npos) return at + 1;
    const std::size_t end = end_of_brackets(text_.substr(0, std::min(text_.size(), at + kLongest)), at);
    if (end == npos || text_.substr(end, 1) == "(") return at + 1;
    const std::string words = seen(part(at, end));
    if (!is_editors_remark(words)) return at + 1;
    const std::size_t begin = at > 0 && text_[at - 1] == '\\' ? at - 1 : at;
    list_.replace({begin, end}, Atom{"[" + words + "]", SpanKind::citation, {}});
    return done_ = end;
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits list_;
  bool sources_ = false;  // the text links to a list of sources
  std::size_t done_ = 0;
};

}  // namespace

Rewrites rewrite_wiki_marks(const MarkdownScan& scan) { return WikiMarks(scan).run(); }

bool is_source_numbers(std::string_view inside) {
  constexpr std::size_t kDigits = 3;
  std::size_t digits = 0, numbers = 0;
  for (std::size_t at = 0; at < inside.size();) {
    if (is_ascii_digit(inside[at])) {
      if (digits == 0 && inside[at] == '0') return false;
      numbers += digits == 0 ? 1 : 0;
      if (++digits > kDigits) return false;
      ++at;
      continue;
    }
    const bool dash = inside.substr(at).starts_with("–");
    if (digits == 0 && inside[at] != ' ') return false;
    if (!dash && inside[at] != ',' && inside[at] != '-' && inside[at] != ' ') return false;
    digits = 0;
    at += dash ? std::string_view("–").size() : 1;
  }
  return numbers > 0 && digits > 0;
}

bool is_editors_remark(std::string_view inside) {
  const std::string lower = ascii_lower(inside);
  if (is_one_of(lower, kRemarks)) return true;
  for (const std::string_view word : {std::string_view("note "), std::string_view("nb ")}) {
    if (lower.starts_with(word) && is_source_numbers(std::string_view(lower).substr(word.size()))) return true;
  }
  return false;
}

}  // namespace aloud
