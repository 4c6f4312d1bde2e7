#include "document/markdown/tex_text.h"

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
constexpr std::size_t kLongest = 1'000;  // of what stands in a command's braces, in bytes: keeps the search linear

// Environments that are said by their name (AMS theorems), as admonitions are.
constexpr auto kNamed =
    std::to_array<std::string_view>({"proof", "theorem", "lemma", "corollary", "proposition", "definition", "remark", "example",
                                     "conjecture", "claim", "exercise", "solution", "axiom", "note", "abstract"});
// Environments that set what stands in them and say nothing.
constexpr auto kSetting = std::to_array<std::string_view>({"center", "quote", "quotation", "itemize", "enumerate", "flushleft",
                                                           "flushright", "verse", "minipage", "small", "figure", "document"});

// Commands that set the words in their braces.
constexpr auto kWording = std::to_array<std::string_view>(
    {"emph", "textbf", "textit", "textsc", "texttt", "textrm", "textsf", "textsl", "underline", "text", "mbox", "caption"});
// Commands whose braces hold what is for programs.
constexpr auto kSilent =
    std::to_array<std::string_view>({"vspace", "hspace", "vspace*", "hspace*", "bibliography", "bibliographystyle", "pagestyle",
                                     "thispagestyle", "usepackage", "label", "index", "tag"});
// Marks that a reader sees and nobody says.
constexpr auto kMarks = std::to_array<std::string_view>(
    {"qed", "qedhere", "hfill", "noindent", "par", "blacksquare", "square", "centering", "smallskip", "medskip", "bigskip"});

struct Referring {
  std::string_view command, word;
};
// What refers to a place by its label, and what stands before the number then; empty: the sentence says it.
constexpr std::array<Referring, 5> kReferring{
    {{"eqref", "equation"}, {"ref", ""}, {"cref", ""}, {"Cref", ""}, {"autoref", ""}}};
// The kinds that labels begin with.
constexpr std::array<Referring, 8> kLabels{{{"eq", "equation"},
                                            {"fig", "figure"},
                                            {"tab", "table"},
                                            {"tbl", "table"},
                                            {"sec", "section"},
                                            {"thm", "theorem"},
                                            {"lem", "lemma"},
                                            {"def", "definition"}}};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The brace that closes the one at `at`; npos if none does in its paragraph.
std::size_t closing_brace(std::string_view text, std::size_t at) {
  int depth = 0;
  const std::size_t limit = std::min(text.size(), at + kLongest);
  for (std::size_t i = at; i < limit; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}' && --depth == 0) {
      return i;
    } else if (text[i] == '\n' && i + 1 < limit && text[i + 1] == '\n') {
      return npos;
    }
  }
  return npos;
}

class TexText {
 public:
  explicit TexText(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), list_(scan) {}

  Rewrites run() {
    for (const ScannedLine& line : scan_.lines()) {
      if (line.kind != ScannedLine::Kind::text || line.range.end <= done_) continue;
      for (std::size_t at = std::max(line.content, done_); at < line.range.end;) at = take(at, line.range.end);
    }
    return list_.take();
  }

 private:
  struct Command {
    std::string_view name;
    ByteRange whole;   // with its braces
    ByteRange braced;  // what stands in them; empty where there are none
  };

  std::size_t take(std::size_t at, std::size_t limit) {
    at = std::min(text_.substr(0, limit).find_first_of("\\`<\xE2", at), limit);
    if (at >= limit) return at;
    if (const std::size_t behind = scan_.behind_code(at); behind != at) return done_ = behind;
    constexpr std::string_view kEndOfProof = "∎";
    if (text_.substr(at).starts_with(kEndOfProof)) return silence({at, at + kEndOfProof.size()});
    if (text_[at] != '\\') return at + 1;
    const Command command = command_at(at);
    if (command.name.empty()) return std::min(at + 2, limit);
    const std::size_t end = take(command);
    return end == at ? std::min(at + 2, limit) : done_ = end;
  }

  Command command_at(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    if (end > at + 1 && end < text_.size() && text_[end] == '*') ++end;
    Command command{text_.substr(at + 1, end - at - 1), {at, end}, {}};
    const std::size_t close = end < text_.size() && text_[end] == '{' ? closing_brace(text_, end) : npos;
    if (close != npos) {
      command.braced = {end + 1, close};
      command.whole.end = close + 1;
    }
    return command;
  }

  std::string_view part(ByteRange range) const { return text_.substr(range.begin, range.size()); }

  // Deals with a command, and returns where it ended, or where its words begin; its begin where it is none of these.
  std::size_t take(const Command& command) {
    const ByteRange whole = command.whole;
    const bool braced = !command.braced.empty();
    const char before = whole.begin == 0 ? ' ' : text_[whole.begin - 1];
    const bool path = is_ascii_letter(before) || is_ascii_digit(before) || before == ':';  // "D:\\docs\\par"
    if (!braced && path) return whole.begin;
    if (is_one_of(command.name, kMarks) && !braced) return silence(whole);
    if (command.name == "item" && !braced) return item(whole);
    if (!braced) return whole.begin;
    if (command.name == "begin" || command.name == "end") return environment(command);
    if (command.name == "ce" || command.name == "pu") {
      list_.replace(whole, Atom{std::string(part(whole)), SpanKind::formula, "inline"});
      return whole.end;
    }
    if (is_one_of(command.name, kSilent)) return silence(whole);
    if (is_one_of(command.name, kWording)) {
      list_.remove({whole.begin, command.braced.begin});
      list_.remove({command.braced.end, whole.end});
      return command.braced.begin;
    }
    const auto* const refers =
        std::find_if(kReferring.begin(), kReferring.end(), [&](const Referring& one) { return one.command == command.name; });
    return refers == kReferring.end() ? whole.begin : reference(command, *refers);
  }

  std::size_t silence(ByteRange range) {
    list_.remove_word(range, SilentKind::program);
    return range.end;
  }

  // "\item" that begins a line.
  std::size_t item(ByteRange range) {
    const ScannedLine& line = scan_.lines()[list_.line_of(range.begin)];
    if (range.begin > line.content) return range.begin;
    list_.replace(range, "-");
    return range.end;
  }

  // "\begin{theorem}[Roots]" as "Theorem. Roots."; "\begin{itemize}" and all ends as nothing.
  std::size_t environment(const Command& command) {
    std::string_view name = part(command.braced);
    if (name.ends_with('*')) name.remove_suffix(1);
    const bool named = is_one_of(name, kNamed);
    if (!named && !is_one_of(name, kSetting)) return command.whole.begin;
    ByteRange whole = command.whole;
    if (command.name == "end" || !named) {
      while (whole.end < text_.size() && (text_[whole.end] == '[' || text_[whole.end] == '{')) {  // \begin{figure}[ht]
        const std::size_t close =
            text_.substr(0, line_end(text_, whole.end)).find(text_[whole.end] == '[' ? ']' : '}', whole.end);
        if (close == npos) break;
        whole.end = close + 1;
      }
      const bool alone = list_.stands_alone(whole);
      list_.remove_word(whole, SilentKind::program);
      if (alone) list_.part(whole);
      return whole.end;
    }
    std::optional<ByteRange> title;
    if (whole.end < text_.size() && text_[whole.end] == '[') {
      const std::size_t close = text_.substr(0, line_end(text_, whole.end)).find(']', whole.end);
      if (close != npos) title = {whole.end + 1, close};
    }
    list_.replace(whole, Atom{std::string(name), SpanKind::admonition, std::string(name)}, SilentKind::program);
    list_.insert(whole.end, ". ");
    if (!title) return whole.end;
    list_.remove({whole.end, title->begin});
    list_.replace({title->end, title->end + 1}, ". ");
    return title->begin;
  }

  // "\eqref{eq:heat}" as "equation heat"; "Section~\ref{sec:well}" as "Section well", since the sentence names the kind.
  std::size_t reference(const Command& command, const Referring& refers) {
    std::string_view label = part(command.braced);
    std::string words(refers.word);
    const std::size_t colon = label.find(':');
    if (colon != npos) {
      const auto* const kind = std::find_if(kLabels.begin(), kLabels.end(),
                                            [&](const Referring& one) { return one.command == label.substr(0, colon); });
      const bool says_kind = refers.command != "ref";
      if (says_kind && words.empty() && kind != kLabels.end()) words = kind->word;
      label.remove_prefix(colon + 1);
    }
    if (!words.empty()) words += ' ';
    for (const char c : label)
      words += is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80 ? c : ' ';
    const std::size_t begin = command.whole.begin;
    const bool tied = begin > 0 && text_[begin - 1] == '~';
    list_.replace({tied ? begin - 1 : begin, command.whole.end}, Atom{(tied ? " " : "") + words});
    return command.whole.end;
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits list_;
  std::size_t done_ = 0;
};

}  // namespace

Rewrites rewrite_tex_text(const MarkdownScan& scan) { return TexText(scan).run(); }

}  // namespace aloud
