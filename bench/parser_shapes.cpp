// Whether reading and composing take time in proportion to an article's size, whatever its shape: each of some forty shapes
// that are known to cost parsers more, at n, 2n and 4n bytes. Linear is a ratio of 2, quadratic one of 4.
//
//   parser_shapes [BYTES] [SHAPE]     n, default 50000; one shape alone
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "batch/manifest.h"
#include "document/document.h"
#include "script/script.h"
#include "script/voice_profile.h"
#include "util/error.h"

namespace {

using namespace aloud;

struct Shape {
  const char* name;
  const char* path;  // names the format
  std::function<std::string(std::size_t bytes)> text;
};

std::function<std::string(std::size_t)> repeat(std::string piece, std::string before = {}, std::string after = {}) {
  return [=](std::size_t bytes) {
    std::string text = before;
    while (text.size() + after.size() < bytes) text += piece;
    return text + after;
  };
}

// The first half of one, the second of the other: openers and closers.
std::function<std::string(std::size_t)> halves(const std::string& first, const std::string& second) {
  return [=](std::size_t bytes) { return repeat(first)(bytes / 2) + repeat(second)(bytes / 2); };
}

std::string table(std::size_t bytes) {
  const std::size_t columns = bytes / 8;
  std::string text = "|";
  for (std::size_t i = 0; i < columns; ++i) text += "a|";
  text += "\n|";
  for (std::size_t i = 0; i < columns; ++i) text += "-|";
  for (std::size_t i = 0; i < columns; ++i) text += "\n|b|";
  return text + '\n';
}

std::string long_title(std::size_t bytes) {
  return "[x]: /u \"" + std::string(bytes / 2, 't') + "\"\n\n" + repeat("[x] ")(bytes / 2);
}

std::string deep_list(std::size_t bytes) {
  std::string text, indent;
  while (text.size() < bytes) {
    text += indent + "- a\n";
    indent += "  ";
  }
  return text;
}

std::string one_unclosed(std::size_t bytes) { return "`" + repeat("a ``b ")(bytes); }

std::string backticks(std::size_t bytes) {
  std::string text;
  for (std::size_t i = 1; text.size() < bytes; ++i) text += std::string(i, '`') + ' ';
  return text;
}

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {
      {"prose", "a.md", repeat("It was a dark and stormy night; the rain fell in torrents.\n\n")},
      {"one paragraph", "a.md", repeat("It was a dark and stormy night. ")},
      {"one sentence", "a.md", repeat("night and day and ")},
      {"one word", "a.md", repeat("a")},
      {"emphasis", "a.md", repeat("*a* ")},
      {"emphasis opened", "a.md", repeat("*a ")},
      {"emphasis nested", "a.md", halves("*a **a ", "a** a* ")},
      {"emphasis mixed", "a.md", repeat("**a *a ")},
      {"emphasis crossing", "a.md", repeat("*a _b c* d_ ")},
      {"strikethrough", "a.md", repeat("~~a~~ ")},
      {"strikethrough opened", "a.md", repeat("~a ")},
      {"code", "a.md", repeat("`a` ")},
      {"code unclosed", "a.md", one_unclosed},
      {"backticks rising", "a.md", backticks},
      {"brackets", "a.md", repeat("[")},
      {"brackets nested", "a.md", halves("[", "]")},
      {"links", "a.md", repeat("[a](b) ")},
      {"links unclosed", "a.md", repeat("[a](b")},
      {"links nested", "a.md", halves("[a", "](b)")},
      {"images nested", "a.md", halves("![", "](b)")},
      {"references", "a.md", long_title},
      {"definitions", "a.md", repeat("[a]: b\n")},
      {"addresses", "a.md", repeat("https://example.org/a?b ")},
      {"mail addresses", "a.md", repeat("a@b.c ")},
      {"at signs", "a.md", repeat("a@")},
      {"entities", "a.md", repeat("&amp;")},
      {"escapes", "a.md", repeat("\\*")},
      {"tags", "a.md", repeat("<b>a</b> ")},
      {"tags opened", "a.md", repeat("a <b>")},
      {"tags unclosed", "a.md", repeat("a <b ")},
      {"comments unclosed", "a.md", repeat("a <!-- ")},
      {"tables in HTML", "a.md", repeat("<tr><td>a</td></tr>\n", "<table>\n", "</table>\n")},
      {"quotes", "a.md", repeat(">")},
      {"quoted lines", "a.md", repeat("> > > a\n")},
      {"lists", "a.md", repeat("- a\n")},
      {"lists nested", "a.md", deep_list},
      {"lists in one line", "a.md", repeat("- ")},
      {"table", "a.md", repeat("|b|c|\n", "|a|a|\n|-|-|\n")},
      {"table of short rows", "a.md", table},
      {"table cells beyond", "a.md", repeat("|b|c|d|\n", "|a|\n|-|\n")},
      {"footnotes", "a.md", repeat("[^a]: b\n\n")},
      {"footnote references", "a.md", repeat("[^a] ", "[^a]: b\n\n")},
      {"code block", "a.md", repeat("a = 1;\n", "```\n", "```\n")},
      {"headings", "a.md", repeat("# a\n")},
      {"plain lines", "a.txt", repeat("a b c\n")},
      {"plain list", "a.txt", repeat("- a\n")},
      {"figures", "a.txt", repeat("1,234.5 km/h, ")},
      {"symbols", "a.txt", repeat("$%&/()=?")},
      {"YAML", "a.md", repeat("a: b\n", "---\n", "---\nText.\n")},
      {"YAML lists", "a.md", repeat("- - a\n", "---\na:\n", "---\nText.\n")},
      {"TOML", "a.md", repeat("[[a]]\n", "+++\n", "+++\nText.\n")},
  };
  return all;
}

// Of the processor: what else the machine does is not counted.
double milliseconds_for(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

struct Times {
  double read = 0, compose = 0;
};

Times times_of(const Shape& shape, std::size_t bytes) {
  const std::string text = shape.text(bytes);
  Document document;
  Times times;
  times.read = milliseconds_for([&] { document = parse_any_article(shape.path, text, {}); });
  times.compose = milliseconds_for([&] { (void)compose(document, {VoiceProfile{}, "en", {}, {}}); });
  return times;
}

double ratio(double larger, double smaller) { return smaller < 0.05 ? 0 : larger / smaller; }  // too little to tell

void measure(const Shape& shape, std::size_t bytes) {
  const Times one = times_of(shape, bytes), two = times_of(shape, 2 * bytes), four = times_of(shape, 4 * bytes);
  std::printf("%-22s %8.1f %8.1f %8.1f  %4.1f %4.1f   %8.1f %8.1f %8.1f  %4.1f %4.1f\n", shape.name, one.read, two.read,
              four.read, ratio(two.read, one.read), ratio(four.read, two.read), one.compose, two.compose, four.compose,
              ratio(two.compose, one.compose), ratio(four.compose, two.compose));
  std::fflush(stdout);
}

long peak_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// What a batch reads of its own: orphans by the thousand.
void measure_manifest(std::size_t bytes) {
  double times[3];
  for (int i = 0; i < 3; ++i) {
    const std::string text = repeat("{}, ", R"({"manifest": 1, "articles": [], "orphans": [)", "{}]}")(bytes << i);
    times[i] = milliseconds_for([&] { (void)parse_manifest(text); });
  }
  std::printf("%-22s %8.1f %8.1f %8.1f  %4.1f %4.1f\n", "orphans in a manifest", times[0], times[1], times[2],
              ratio(times[1], times[0]), ratio(times[2], times[1]));
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t bytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 50'000;
  const std::string only = argc > 2 ? argv[2] : "";
  std::printf("ms of a processor for %zu, %zu and %zu bytes, and their ratios\n%-22s %28s  %9s   %28s  %9s\n", bytes, 2 * bytes,
              4 * bytes, "", "read", "", "compose", "");
  for (const Shape& shape : shapes()) {
    if (only.empty() || only == shape.name) measure(shape, bytes);
  }
  if (only.empty()) measure_manifest(bytes);
  std::printf("most memory at once: %ld MB\n", peak_megabytes());
  return 0;
}
