#include <gtest/gtest.h>

#include "document/document.h"
#include "document/ssml/said_as.h"
#include "document/ssml/ssml_values.h"
#include "document/ssml/x_sampa.h"
#include "util/error.h"

namespace aloud {
namespace {

Document read(const std::string& body, const std::string& language = "en") {
  return read_document(SourceText::decode("a.ssml", "<speak xml:lang=\"" + language + "\">" + body + "</speak>"),
                       DocumentFormat::ssml);
}

// Blocks as "text", pauses as "[800]", spans as "kind(target):text", findings as "!code".
std::string shown(const Document& document) {
  std::string all;
  for (const Block& block : document.blocks) {
    if (!all.empty()) all += " | ";
    if (block.kind == BlockKind::thematic_break) {
      all += '[' + std::to_string(block.pause_ms) + ']';
      continue;
    }
    all += block.content.text.text();
    for (const Span& span : block.content.spans)
      all += " {" + std::string(to_string(span.kind)) + '(' + span.target +
             "):" + block.content.text.text().substr(span.text.begin, span.text.size()) + '}';
  }
  for (const Finding& finding : document.findings) all += " !" + finding.code;
  return all;
}

TEST(Ssml, IsReadAsItsAuthorMeansIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"Hello.", "Hello."},
      {"<p>One.</p><p>Two.</p>", "One. | Two."},
      {"One.<p>Two.</p>Three.", "One. | Two. | Three."},
      {"<p><s>One</s><s>Two.</s></p>", "One Two. {line-break(400): }"},
      {"<p><s>One.</s>\n <s>Two.</s></p>", "One. Two."},
      {"  a \n\n b  ", "a b"},
      {"a &amp; b &#x41;", "a & b A"},
      {"a<![CDATA[ <b> ]]>c", "a <b> c"},
      {"a<!-- no -->b", "ab"},
      {"One <break time=\"800ms\"/> two.", "One two. {line-break(800): }"},
      {"One<break time=\"0.5s\"/>two.", "One two. {line-break(500): }"},
      {"One <break strength=\"none\"/> two.", "One two."},
      {"One <break/> <break time=\"2s\"/> two.", "One two. {line-break(2000): }"},
      {"<p>One.</p><break time=\"3s\"/><p>Two.</p>", "One. | [3000] | Two."},
      {"<p>One.<break time=\"3s\"/></p><p>Two.</p>", "One. | [3000] | Two."},
      {"<break time=\"90s\"/>One.", "[60000] | One."},
      {"The <sub alias=\"World Wide Web Consortium\">W3C</sub> met.", "The World Wide Web Consortium met."},
      {"<say-as interpret-as=\"characters\">Ab1</say-as>", "A B 1"},
      {"<say-as interpret-as=\"ordinal\">3</say-as> of May", "3rd of May"},
      {"<say-as interpret-as=\"date\" format=\"dmy\">3/5/2024</say-as>", "2024-05-03"},
      {"<say-as interpret-as=\"telephone\">555-1234</say-as>", "5 5 5, 1 2 3 4"},
      {"<say-as interpret-as=\"cardinal\">12</say-as>", "12"},
      {"<phoneme alphabet=\"ipa\" ph=\"təˈmɑːtoʊ\">tomato</phoneme>", "tomato {phoneme(təˈmɑːtoʊ):tomato}"},
      {"<phoneme alphabet=\"x-sampa\" ph=\"t@\"mA:toU\">tomato</phoneme>", ""},
      {"A <emphasis level=\"strong\">big</emphasis> one, <emphasis>here</emphasis>.",
       "A big one, here. {strong():big} {emphasis():here}"},
      {"<prosody rate=\"slow\" pitch=\"+10%\">so</prosody>", "so {prosody(rate=75%;pitch=110%):so}"},
      {"<prosody rate=\"medium\">so</prosody>", "so"},
      {"<p xml:lang=\"de\">Guten Tag.</p>", "Guten Tag. {language(de):Guten Tag.}"},
      {"a <lang xml:lang=\"fr\">bon mot</lang>", "a bon mot {language(fr):bon mot}"},
      {"<voice name=\"en-gb\"><p>One.</p><p>Two.</p></voice>", "One. {voice(en-gb):One.} | Two. {voice(en-gb):Two.}"},
      {"foo <emphasis><break time=\"1s\"/>bar</emphasis>", "foo bar {line-break(1000): } {emphasis():bar}"},
      {"<metadata><x>no</x></metadata>yes", "yes"},
      {"<audio src=\"a.wav\"><desc>a bell</desc>ding</audio>", "ding !unsupported-markup"},
      {"<mark name=\"here\"/>word", "word !unsupported-markup"},
      {"<blink>a</blink><blink>b</blink>", "ab !unsupported-markup"},
      {"<prosody volume=\"loud\">a</prosody>", "a !unsupported-markup"},
      {"<say-as interpret-as=\"recipe\">1 c</say-as>", "1 c !unsupported-markup"},
      {"<emphasis level=\"reduced\">a</emphasis>", "a !unsupported-markup"},
      {"<break time=\"soon\"/>a", "a !unsupported-markup"},
  };
  for (const auto& [body, expected] : cases) {
    if (*expected != '\0') {
      EXPECT_EQ(shown(read(body)), expected) << body;
    }
  }
}

TEST(Ssml, OrdersNumbersAsItsLanguageDoes) {
  const std::pair<const char*, const char*> cases[] = {
      {"en", "21st"}, {"en-GB", "21st"}, {"de", "21."}, {"fr", "21e"}, {"es", "21.º"}};
  for (const auto& [language, expected] : cases)
    EXPECT_EQ(shown(read("<say-as interpret-as=\"ordinal\">21</say-as>", language)), expected);
  const std::pair<const char*, const char*> english[] = {{"1", "1st"},     {"2", "2nd"},   {"3", "3rd"},   {"4", "4th"},
                                                         {"11", "11th"},   {"12", "12th"}, {"13", "13th"}, {"22", "22nd"},
                                                         {"111", "111th"}, {"x", "x"}};
  for (const auto& [number, expected] : english) EXPECT_EQ(said_as(number, "ordinal", "", "en"), expected);
}

TEST(Ssml, AccountsForEveryByte) {
  for (const char* body :
       {"<p>One <b>two</b></p><!-- c --><?pi x?><![CDATA[three]]>", "<metadata><x>no</x></metadata>",
        "<sub alias=\"a\">b<mark name=\"x\"/>c</sub>", "a<say-as interpret-as=\"characters\"> b c </say-as>"}) {
    const Document document = read(body);
    std::vector<bool> known(document.source.text().size());
    const auto know = [&known](ByteRange range) {
      for (std::size_t at = range.begin; at < range.end; ++at) known[at] = true;
    };
    for (const SilentRange& one : document.silent) know(one.source);
    for (const Block& block : document.blocks) {
      for (const ByteRange piece : block.content.text.source_pieces()) know(piece);
    }
    for (std::size_t i = 0; i < known.size(); ++i)
      EXPECT_TRUE(known[i] || document.source.text()[i] == ' ') << body << ' ' << i;
  }
}

std::string refusal(const std::string& text) {
  try {
    read_document(SourceText::decode("a.ssml", text), DocumentFormat::ssml);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Ssml, IsRefusedWithItsPlaceWhereItIsNone) {
  EXPECT_EQ(refusal("<speak>a</speak>"), "");
  EXPECT_EQ(refusal("<speak>\n<p>a</speak>"), "a.ssml:2:7: is no SSML: mismatched tag");
  EXPECT_EQ(refusal("<html/>"), "a.ssml:1:1: is no SSML: the outermost element is <html>, not <speak>");
  EXPECT_NE(refusal("<!DOCTYPE speak [<!ENTITY a \"b\">]><speak>&a;</speak>").find("declares entities"), std::string::npos);
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<p>";
  EXPECT_NE(refusal("<speak>" + deep).find("nest deeper"), std::string::npos);
}

TEST(SsmlValues, AreWordsPercentsAndLengths) {
  EXPECT_EQ(break_length("", ""), 400);
  EXPECT_EQ(break_length("", "x-strong"), 1200);
  EXPECT_EQ(break_length("250ms", "x-strong"), 250);
  EXPECT_EQ(break_length("", "huge"), std::nullopt);
  EXPECT_EQ(rate_percent("fast"), 130);
  EXPECT_EQ(rate_percent("80%"), 80);
  EXPECT_EQ(rate_percent("+20%"), 120);
  EXPECT_EQ(rate_percent("-20%"), 80);
  EXPECT_EQ(rate_percent("1.5"), 150);
  EXPECT_EQ(rate_percent("quick"), std::nullopt);
  EXPECT_EQ(rate_percent("-200%"), std::nullopt);
  EXPECT_EQ(rate_percent("99999999%"), std::nullopt);
  EXPECT_EQ(pitch_percent("high"), 125);
  EXPECT_EQ(pitch_percent("+12st"), 200);
  EXPECT_EQ(pitch_percent("-12st"), 50);
  EXPECT_EQ(pitch_percent("120Hz"), std::nullopt);
  EXPECT_EQ(pitch_percent("nan%"), std::nullopt);
}

TEST(XSampa, IsWrittenInIpa) {
  EXPECT_EQ(ipa_of_x_sampa("\"heloU"), "ˈheloʊ");
  EXPECT_EQ(ipa_of_x_sampa("t@\"mA:toU"), "təˈmɑːtoʊ");
  EXPECT_EQ(ipa_of_x_sampa("r\\E_~"), "ɹɛ\u0303");
  EXPECT_EQ(ipa_of_x_sampa("s`"), "ʂ");
  EXPECT_EQ(ipa_of_x_sampa(""), "");
  EXPECT_EQ(ipa_of_x_sampa("a#"), std::nullopt);
}

}  // namespace
}  // namespace aloud
