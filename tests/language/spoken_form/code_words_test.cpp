#include "language/spoken_form/code_words.h"

#include <chrono>

#include <gtest/gtest.h>

#include "language/spoken_form/spoken_cases.h"

namespace aloud {
namespace {

// A text as the normalizer takes it, code between "`".
AlignedText with_code(std::string_view marked) {
  AlignedText text;
  bool code = false;
  for (std::size_t at = 0; at < marked.size();) {
    const std::size_t end = std::min(marked.find('`', at), marked.size());
    text.append_linear(marked.substr(at, end - at), at, code ? kCodeRule : "");
    code = !code;
    at = end + 1;
  }
  return text;
}

AlignedText normalized(const std::string& language, std::string_view marked) {
  return make_normalizer(language, espeak_traits().spelling)->normalize(with_code(marked));
}

std::string say(const std::string& language, std::string_view marked) { return normalized(language, marked).text(); }

struct Said {
  const char* written;
  const char* said;
};

TEST(CodeWords, NamesMarksThatStandAlone) {
  for (const auto& [written, said] : std::vector<Said>{
           {"The `?` operator", "The question mark operator"},
           {"the `|` sign", "the pipe sign"},
           {"with `,` or `;` here", "with comma or semicolon here"},
           {"`&&` and `||`", "double ampersand and double pipe"},
           {"`{}` `[]` `()` `<>`", "braces brackets parentheses angle brackets"},
           {"`=>` `->` `==` `!=` `::`", "fat arrow arrow double equals not equal to double colon"},
           {"`_` `__` `#` `##`", "underscore double underscore hash double hash"},
           {"a `{ }` b", "a opening brace closing brace b"},
           {"`?!`", "question mark exclamation mark"},
           {"a ? b", "a ? b"},  // not code
       }) {
    EXPECT_EQ(say("en", written), said) << written;
  }
  EXPECT_EQ(say("de", "Das `?` und `|`"), "Das Fragezeichen und senkrechter Strich");
  EXPECT_EQ(say("fr", "Le `?`"), "Le point d'interrogation");
  EXPECT_EQ(say("es", "El `{}`"), "El llaves");
  EXPECT_EQ(say("xx", "The `?`"), "The question mark");
}

TEST(CodeWords, SaysTypesAsDevelopersDo) {
  for (const auto& [written, said] : std::vector<Said>{
           {"An `Option<T>` is", "An Option of T is"},
           {"`Map<Key, Boat>`.", "Map of Key and Boat."},
           {"`Map<String, Vec<Row>>`", "Map of String and Vec of Row"},
           {"`Foo<A, B, C>`", "Foo of A, B and C"},
           {"`std::vector<int>`", "std vector of int"},
           {"`Foo<T>::new`", "Foo of T new"},
           {"`a < b`", "A less than b"},
           {"`i<10`", "i less than ten"},
           {"`a<b && c>d`", "A less than b and c greater than d"},
           {"`x<y`", "x less than y"},
           {"`<div>` and `</p>` and `<br />`", "div tag and closing p tag and br tag"},
           {"`<a href=\"x\">`", "A href equals \"x\""},
       }) {
    EXPECT_EQ(say("en", written), said) << written;
  }
  EXPECT_EQ(say("de", "Ein `Option<Boot>` hier"), "Ein Option von Boot hier");
}

TEST(CodeWords, SaysNamesAsWords) {
  for (const auto& [written, said] : std::vector<Said>{
           {"`maxSize` `max_size` `MAX_SIZE`", "max Size max size max size"},
           {"`HTTPServer`", "H T T P Server"},
           {"`_private` `__init__`", "underscore private double underscore init double underscore"},
           {"`no-verify`", "no-verify"},
           {"`foo()` `a.b()`", "foo A dot b"},
           {"`foo(x, y)`", "foo (x, y)"},
           {"`row`", "row"},
           {"`src/main.rs`", "src slash main dot rs"},
           {"`~/.bashrc`", "tilde slash dot bashrc"},
           {"`--no-verify` `-v` `-rf`", "dash dash no-verify dash v dash R F"},
           {"`--flag=value`", "dash dash flag equals value"},
           {"`x = y - 1`", "x equals y minus one"},
           {"`-5`", "minus five"},
           {"`1.2.3`", "one point two point three"},
           {"`0xFF`", "hex F F"},
           {"`c ? d : e`", "c question mark d colon e"},
           {"`write!` `!done`", "write bang bang done"},
       }) {
    EXPECT_EQ(say("en", written), said) << written;
  }
}

// What code ends in and what prose goes on with is read apart.
TEST(CodeWords, KeepsCodeAndProseApart) {
  EXPECT_EQ(say("en", "It borrows `v`. Then"), "It borrows v. Then");
  EXPECT_EQ(say("en", "It went v. Then"), "It went versus Then");
  EXPECT_EQ(say("en", "`no`. 5"), "no. five");
}

TEST(CodeWords, StandsForWhatIsWritten) {
  const std::string written = "An `Option<T>` here";
  const AlignedText said = normalized("en", written);
  EXPECT_EQ(test::written_for("of", said, written), "<");
  EXPECT_EQ(test::written_for("T", said, written), "T>");
  const AlignedText plain = normalized("en", "A `row` here");
  for (const AlignedText::Run& run : plain.runs()) EXPECT_EQ(run.rule, "");
}

TEST(CodeWords, HasNamesForTheSameMarksInEachLanguage) {
  for (const char* language :
       {"de", "fr", "es", "it", "pt", "nl", "sv", "pl", "da", "nb", "no", "fi", "cs", "ro", "el", "ru", "uk", "tr"}) {
    for (const char* mark : {"?",  "!",  ".", ",",  ";",  ":",  "::", "(",  ")", "()", "[", "]",  "[]", "{",  "}",
                             "{}", "<",  ">", "=",  "==", "!=", "=>", "->", "&", "&&", "|", "||", "+",  "-",  "--",
                             "*",  "**", "/", "\\", "%",  "^",  "~",  "@",  "#", "$",  "_", "`",  "'",  "\"", "??"}) {
      EXPECT_FALSE(CodeWords::for_language(language).name_alone(mark).empty()) << language << " " << mark;
    }
  }
}

TEST(CodeWords, TakesLinearTime) {
  for (const char* part : {"a<", "<a ", "a_", "aB", "::", "\xC3\xA9", "-", "a<b,", "`"}) {
    std::string code;
    while (code.size() < 200'000) code += part;
    const auto begin = std::chrono::steady_clock::now();
    CodeWords::for_language("en").say(code);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << part;
  }
}

}  // namespace
}  // namespace aloud
