#include "language/language_detector.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

struct Case {
  const char* text;
  const char* language;  // empty: the article's
};

// What a detector makes of a whole text.
std::optional<std::string> paragraph(const LanguageDetector& detector, std::string_view text) {
  return detector.foreign_paragraph(TextWords(text));
}
std::optional<std::string> sentence(const LanguageDetector& detector, std::string_view text) {
  return detector.foreign_sentence(TextWords(text), {0, text.size()});
}
std::optional<std::string> quotation(const LanguageDetector& detector, std::string_view text) {
  return detector.foreign_quotation(TextWords(text), {0, text.size()});
}

std::string or_none(const std::optional<std::string>& language) { return language.value_or(""); }

TEST(DetectLanguage, TellsTheLanguageOfAnArticle) {
  for (const Case& one : std::initializer_list<Case>{
           {"Das ist ein Test.", "de"},
           {"Where is the library?", "en"},
           {"¿Dónde está la biblioteca de la ciudad?", "es"},
           {"Il pleuvait depuis trois jours et personne ne sortait plus de la maison.", "fr"},
           {"Hun siger, at hun ikke kommer, og at det er meget koldt.", "da"},
           {"Hun sier at hun ikke kommer, og at det er mye kaldere nå.", "nb"},
           {"Dit is een zin die niemand hier kan verstaan.", "nl"},
           {"Это было давно, и никто уже не помнит.", "ru"},
           {"Der Zug hielt auf offener Strecke. Niemand wusste, warum, und niemand fragte danach. Es war Nacht, und es "
            "schneite.",
            "de"},
       }) {
    EXPECT_EQ(or_none(detect_language(one.text)), one.language) << one.text;
  }
}

TEST(DetectLanguage, IsSilentWhenInDoubt) {
  for (const char* text :
       {"", "Yes.", "Angela Merkel, Helmut Kohl", "Le Monde", "12 345", "asdf qwer zxcv", "\xFF\xFE\x80", "\n"}) {
    EXPECT_EQ(detect_language(std::string_view(text)), std::nullopt) << text;
  }
}

TEST(LanguageDetector, FindsForeignSentences) {
  const LanguageDetector english("en-GB");
  for (const Case& one : std::initializer_list<Case>{
           {"Ich weiß nicht, was das bedeuten soll.", "de"},
           {"Je ne sais pas ce que vous voulez dire.", "fr"},
           {"No sé lo que quieres decir con eso.", "es"},
           {"Non so che cosa vuoi dire con questo.", "it"},
           {"Wo ist die Bibliothek?", "de"},
           {"Это было очень давно.", "ru"},
           {"これはペンです。あれは本です。", "ja"},
       }) {
    EXPECT_EQ(or_none(sentence(english, one.text)), one.language) << one.text;
  }
}

TEST(LanguageDetector, LeavesNamesTitlesAndLoanWordsAlone) {
  const LanguageDetector english("en");
  for (const char* text :
       {"Angela Merkel, Gerhard Schröder, Helmut Kohl, Willy Brandt.", "Giuseppe Verdi wrote Rigoletto, La traviata and Aida.",
        "The Zeitgeist, the raison d'être and a certain je ne sais quoi.", "Der Spiegel, Die Zeit.", "Le Monde diplomatique.",
        "New York, Los Angeles, San Francisco.", "C'est la vie.", "Jean-Jacques Rousseau was born in Genève.", "Москва",
        "I live in El Paso.", "Don Quixote de la Mancha rode on.", "He drank café au lait in Montparnasse.", "et al."}) {
    EXPECT_EQ(sentence(english, text), std::nullopt) << text;
  }
}

TEST(LanguageDetector, NeedsASentenceOrSixWordsInQuotationMarks) {
  const LanguageDetector english("en");
  EXPECT_EQ(or_none(quotation(english, "Bitte nicht auf den Rasen treten, der Hund beißt.")), "de");
  EXPECT_EQ(or_none(quotation(english, "Ich weiß nicht, was das ist,")), "de");
  EXPECT_EQ(or_none(quotation(english, "Ich weiß nicht, was das bedeuten soll")), "de");
  for (const char* title :
       {"La vie est belle", "Die Zeit", "À la recherche du temps perdu", "Das Boot", "Die Leiden des jungen Werthers"}) {
    EXPECT_EQ(quotation(english, title), std::nullopt) << title;
  }
}

TEST(LanguageDetector, TakesCapitalsForATitle) {
  const LanguageDetector italian("it");
  EXPECT_EQ(quotation(italian, "The City on the Edge of Forever"), std::nullopt);
  EXPECT_EQ(quotation(italian, "What are Little Girls Made Of?"), std::nullopt);
  EXPECT_EQ(or_none(quotation(italian, "What are little girls made of?")), "en");
}

TEST(LanguageDetector, DoesNotTellSiblingsApartByASentence) {
  const LanguageDetector danish("da");
  EXPECT_EQ(sentence(danish, "Han sa at han ikke kommer i dag, men kanskje i morgen."), std::nullopt);
  const LanguageDetector spanish("es");
  EXPECT_EQ(sentence(spanish, "O menino comeu uma maçã na casa da avó."), std::nullopt);
}

TEST(LanguageDetector, FindsForeignParagraphs) {
  const LanguageDetector german("de");
  EXPECT_EQ(or_none(paragraph(german, "The boat was late. Nobody came. It was cold, and we went home.")), "en");
  EXPECT_EQ(paragraph(german, "Das Boot kam spät. Niemand kam. Es war kalt, und wir gingen heim."), std::nullopt);
  EXPECT_EQ(paragraph(german, "Apple iPhone 15 Pro Max, Google Pixel 8, Samsung Galaxy S24 Ultra"), std::nullopt);
}

TEST(LanguageDetector, TellsWhetherTheRestOfASentenceGoesWithItsQuotation) {
  const LanguageDetector english("en");
  EXPECT_FALSE(english.goes_with("The sign read: .", "de"));
  EXPECT_FALSE(english.goes_with("Kirk, , 1967.", "fr"));
  EXPECT_TRUE(english.goes_with(", sagte Anna.", "de"));
  EXPECT_TRUE(english.goes_with(", und er ging.", "de"));
  EXPECT_TRUE(english.goes_with(" .", "de"));
}

}  // namespace
}  // namespace aloud
