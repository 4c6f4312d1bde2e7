#include <array>
#include <string>

#include "language/spoken_form/spanish/spanish_grammar.h"

namespace aloud::shared_rules {
namespace {

constexpr std::array<const char*, 30> kSmall = {
    "cero",         "uno",         "dos",        "tres",        "cuatro",     "cinco",      "seis",      "siete",
    "ocho",         "nueve",       "diez",       "once",        "doce",       "trece",      "catorce",   "quince",
    "dieciséis",    "diecisiete",  "dieciocho",  "diecinueve",  "veinte",     "veintiuno",  "veintidós", "veintitrés",
    "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"};
constexpr std::array<const char*, 10> kTens = {"",          "",        "",        "treinta", "cuarenta",
                                               "cincuenta", "sesenta", "setenta", "ochenta", "noventa"};
constexpr std::array<const char*, 10> kHundreds = {"",         "cient",     "doscient",  "trescient", "cuatrocient",
                                                   "quinient", "seiscient", "setecient", "ochocient", "novecient"};
constexpr std::array<const char*, 5> kMillions = {"", "mill", "bill", "trill", "cuatrill"};
constexpr std::array<const char*, 12> kMonths = {"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                                                 "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};

// How "uno" and the hundreds end: alone, before a masculine noun or a magnitude, before a feminine noun.
enum class Ending : unsigned char { alone, masculine, feminine };

std::string below_hundred(std::uint32_t value, Ending ending) {
  if (value % 10 == 1 && value != 11 && ending != Ending::alone) {
    const bool feminine = ending == Ending::feminine;
    if (value == 1) return feminine ? "una" : "un";
    if (value == 21) return feminine ? "veintiuna" : "veintiún";
    return std::string(kTens[value / 10]) + (feminine ? " y una" : " y un");
  }
  if (value < 30) return kSmall[value];
  const std::string tens = kTens[value / 10];
  return value % 10 == 0 ? tens : tens + " y " + kSmall[value % 10];
}

std::string below_thousand(std::uint32_t value, Ending ending) {
  if (value < 100) return below_hundred(value, ending);
  if (value == 100) return "cien";
  std::string words = kHundreds[value / 100];
  words += value < 200 ? "o" : ending == Ending::feminine ? "as" : "os";
  return value % 100 == 0 ? words : words + " " + below_hundred(value % 100, ending);
}

// Up to 999'999.
std::string below_million(std::uint32_t value, Ending ending) {
  const std::uint32_t thousands = value / 1000, rest = value % 1000;
  if (thousands == 0) return below_thousand(rest, ending);
  std::string words = "mil";
  if (thousands > 1)
    words = below_thousand(thousands, ending == Ending::feminine ? Ending::feminine : Ending::masculine) + " mil";
  return rest == 0 ? words : words + " " + below_thousand(rest, ending);
}

std::string number_words(std::string_view digits, Ending ending) {
  if (without_zeros(digits).size() > 6 * kMillions.size()) return named_digits(without_zeros(digits), kSmall);
  std::string words;
  for (const auto& [group, power] : digit_groups(digits, 6)) {
    if (!words.empty()) words += ' ';
    if (power == 0) {
      words += below_million(group, ending);
    } else {
      words += below_million(group, Ending::masculine) + " " + kMillions[power] + (group == 1 ? "ón" : "ones");
    }
  }
  return words;
}

constexpr std::array<const char*, 20> kOrdinals = {
    "",           "primer",       "segund",     "tercer",     "cuart",    "quint",        "sext",        "séptim",
    "octav",      "noven",        "décim",      "undécim",    "duodécim", "decimotercer", "decimocuart", "decimoquint",
    "decimosext", "decimoséptim", "decimoctav", "decimonoven"};
constexpr std::array<const char*, 10> kOrdinalTens = {
    "", "", "vigésim", "trigésim", "cuadragésim", "quincuagésim", "sexagésim", "septuagésim", "octogésim", "nonagésim"};
constexpr std::array<const char*, 10> kOrdinalHundreds = {"",
                                                          "centésim",
                                                          "ducentésim",
                                                          "tricentésim",
                                                          "cuadringentésim",
                                                          "quingentésim",
                                                          "sexcentésim",
                                                          "septingentésim",
                                                          "octingentésim",
                                                          "noningentésim"};

}  // namespace

std::string SpanishGrammar::cardinal(std::string_view digits) const { return number_words(digits, Ending::alone); }

std::string SpanishGrammar::counting(std::string_view digits, Agreement agreement) const {
  return number_words(digits, agreement.gender == Gender::feminine ? Ending::feminine : Ending::masculine);
}

std::string spanish_ordinal(std::uint32_t value, Gender gender, OrdinalForm form) {
  const std::string ending = gender == Gender::feminine ? "a" : "o";
  std::string words;
  if (value == 0 || value > 999'999) return number_words(std::to_string(value), Ending::alone);
  if (value >= 1000) {
    const std::uint32_t thousands = value / 1000;
    if (thousands > 1) words = number_words(std::to_string(thousands), Ending::masculine);
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ')) words.erase(at, 1);
    words += "milésim" + ending;
    return value % 1000 == 0 ? words : words + " " + spanish_ordinal(value % 1000, gender, form);
  }
  if (value >= 100) words = kOrdinalHundreds[value / 100] + ending;
  std::uint32_t rest = value % 100;
  if (rest >= 20 && rest < 30 && rest > 20) {
    words += (words.empty() ? "" : " ") + std::string("vigesimo");
    rest %= 10;
    words += kOrdinals[rest] + ending;
  } else {
    if (rest >= 20) {
      words += (words.empty() ? "" : " ") + std::string(kOrdinalTens[rest / 10]) + ending;
      rest %= 10;
    }
    if (rest > 0) words += (words.empty() ? "" : " ") + std::string(kOrdinals[rest]) + ending;
  }
  const bool cut = form == OrdinalForm::cut && gender != Gender::feminine && words.ends_with("ero");
  if (cut) words.pop_back();
  if (const std::size_t at = words.find("vigesimoséptim"); at != std::string::npos) return words;
  if (const std::size_t at = words.find("vigesimooctav"); at != std::string::npos) words.erase(at + 7, 1);
  return words;
}

std::string SpanishGrammar::fraction(std::uint32_t numerator, std::uint32_t denominator) const {
  static constexpr std::array<const char*, 11> kParts = {"",      "",        "medio",  "tercio", "cuarto", "quinto",
                                                         "sexto", "séptimo", "octavo", "noveno", "décimo"};
  std::string part;
  if (denominator <= 10) {
    part = kParts[denominator];
  } else if (denominator == 100) {
    part = "centésimo";
  } else if (denominator == 1000) {
    part = "milésimo";
  } else {
    part = number_words(std::to_string(denominator), Ending::alone);
    for (std::size_t at = part.find(" y "); at != std::string::npos; at = part.find(" y ")) part.replace(at, 3, "i");
    if (part.ends_with("ún")) part.replace(part.size() - 3, 3, "un");
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"é", "e"}, {"ó", "o"}}) {
      for (std::size_t at = part.find(from); at != std::string::npos; at = part.find(from)) part.replace(at, from.size(), to);
    }
    if (part.back() == 'a' || part.ends_with("uno")) part.pop_back();
    part += "avo";
  }
  return number_words(std::to_string(numerator), Ending::masculine) + " " + part + (numerator > 1 ? "s" : "");
}

std::string SpanishGrammar::mixed(std::string_view whole, std::uint32_t numerator, std::uint32_t denominator,
                                  Agreement agreement) const {
  const bool feminine = agreement.gender == Gender::feminine;
  const std::string number = feminine ? counting(whole, agreement) : cardinal(whole);
  const char* half = feminine ? "media" : "medio";
  return number + " y " + (numerator == 1 && denominator == 2 ? half : fraction(numerator, denominator));
}

std::string SpanishGrammar::half(const Noun& noun) const {
  return (noun.gender == Gender::feminine ? "media " : "medio ") + noun.one;
}

std::string SpanishGrammar::date(const CalendarDate& date, const Tokens&, std::size_t) const {
  const std::string day = date.day == 1 ? "primero" : cardinal(std::to_string(date.day));
  const std::string words = day + " de " + kMonths[date.month - 1];
  return date.year == 0 ? words : words + " de " + cardinal(std::to_string(date.year));
}

// "las siete y cuarto", "las catorce treinta".
std::string SpanishGrammar::time(const ClockTime& time) const {
  const std::string hour = number_words(std::to_string(time.hour), Ending::feminine);
  const std::string named = time.hour_named ? (time.hour == 1 ? " hora" : " horas") : "";
  if (time.minute == 0) return hour + named;
  const bool dial = time.hour >= 1 && time.hour <= 12;
  const std::string minutes = time.minute == 15 && dial   ? "cuarto"
                              : time.minute == 30 && dial ? "media"
                                                          : cardinal(std::to_string(time.minute));
  return hour + (dial || time.minute < 10 ? " y " : " ") + minutes;
}

Noun SpanishGrammar::powered(const Noun& unit, std::uint32_t power) const {
  const std::string adjective = std::string(power == 2 ? " cuadrad" : " cúbic") + (unit.gender == Gender::feminine ? "a" : "o");
  return {unit.one + adjective, unit.many + adjective + "s", unit.gender};
}

}  // namespace aloud::shared_rules
