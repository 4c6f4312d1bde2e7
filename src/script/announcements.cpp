#include "script/announcements.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/language_tag.h"
#include "util/ascii.h"

namespace aloud {
namespace {

// Languages with several plural forms name the thing first and the number after it, which needs no plural at all.
// A string a line, as clang-format has it, would be most of this file.
// clang-format off
constexpr std::array kWords = std::to_array<Announcements>({
    {"en", "Image", "image", "code", "Code block", " in {}", "1 line", "{} lines", "Table with {columns} and {rows}.",
     "1 column", "{} columns", "1 row", "{} rows", "Note {}.", "1 footnote.", "{} footnotes.", "link", "link to {}",
     "HTML block.", "Done", "To do",
     "formula", "formula of {}"},
    {"de", "Bild", "Bild", "Code", "Codeblock", " in {}", "eine Zeile", "{} Zeilen", "Tabelle mit {columns} und {rows}.",
     "einer Spalte", "{} Spalten", "einer Zeile", "{} Zeilen", "Fußnote {}.", "Eine Fußnote.", "{} Fußnoten.", "Link",
     "Link zu {}", "HTML-Block.", "Erledigt", "Offen",
     "Formel", "Formel von {}"},
    {"fr", "Image", "image", "code", "Bloc de code", " en {}", "1 ligne", "{} lignes", "Tableau de {columns} et {rows}.",
     "1 colonne", "{} colonnes", "1 ligne", "{} lignes", "Note {}.", "1 note.", "{} notes.", "lien", "lien vers {}",
     "Bloc HTML.", "Fait", "À faire",
     "formule", "formule de {}"},
    {"es", "Imagen", "imagen", "código", "Bloque de código", " en {}", "1 línea", "{} líneas", "Tabla con {columns} y {rows}.",
     "1 columna", "{} columnas", "1 fila", "{} filas", "Nota {}.", "1 nota.", "{} notas.", "enlace", "enlace a {}",
     "Bloque HTML.", "Hecho", "Pendiente",
     "fórmula", "fórmula de {}"},
    {"it", "Immagine", "immagine", "codice", "Blocco di codice", " in {}", "1 riga", "{} righe",
     "Tabella con {columns} e {rows}.", "1 colonna", "{} colonne", "1 riga", "{} righe", "Nota {}.", "1 nota.", "{} note.",
     "link", "link a {}", "Blocco HTML.", "Fatto", "Da fare",
     "formula", "formula di {}"},
    {"pt", "Imagem", "imagem", "código", "Bloco de código", " em {}", "1 linha", "{} linhas", "Tabela com {columns} e {rows}.",
     "1 coluna", "{} colunas", "1 linha", "{} linhas", "Nota {}.", "1 nota.", "{} notas.", "link", "link para {}",
     "Bloco HTML.", "Feito", "Por fazer",
     "fórmula", "fórmula de {}"},
    {"nl", "Afbeelding", "afbeelding", "code", "Codeblok", " in {}", "1 regel", "{} regels", "Tabel met {columns} en {rows}.",
     "1 kolom", "{} kolommen", "1 rij", "{} rijen", "Noot {}.", "1 voetnoot.", "{} voetnoten.", "link", "link naar {}",
     "HTML-blok.", "Gedaan", "Te doen",
     "formule", "formule van {}"},
    {"sv", "Bild", "bild", "kod", "Kodblock", " i {}", "1 rad", "{} rader", "Tabell med {columns} och {rows}.", "1 kolumn",
     "{} kolumner", "1 rad", "{} rader", "Not {}.", "1 fotnot.", "{} fotnoter.", "länk", "länk till {}", "HTML-block.", "Klart",
     "Att göra",
     "formel", "formel, {}"},
    {"pl", "Obraz", "obraz", "kod", "Blok kodu", " w języku {}", "linie: 1", "linie: {}", "Tabela, {columns}, {rows}.",
     "kolumny: 1", "kolumny: {}", "wiersze: 1", "wiersze: {}", "Przypis {}.", "Przypisy: 1.", "Przypisy: {}.", "odnośnik",
     "odnośnik do {}", "Blok HTML.", "Zrobione", "Do zrobienia",
     "wzór", "wzór, {}"},
    {"da", "Billede", "billede", "kode", "Kodeblok", " i {}", "1 linje", "{} linjer", "Tabel med {columns} og {rows}.",
     "1 kolonne", "{} kolonner", "1 række", "{} rækker", "Note {}.", "1 fodnote.", "{} fodnoter.", "link", "link til {}",
     "HTML-blok.", "Udført", "Ikke udført",
     "formel", "formel, {}"},
    {"nb", "Bilde", "bilde", "kode", "Kodeblokk", " i {}", "1 linje", "{} linjer", "Tabell med {columns} og {rows}.",
     "1 kolonne", "{} kolonner", "1 rad", "{} rader", "Note {}.", "1 fotnote.", "{} fotnoter.", "lenke", "lenke til {}",
     "HTML-blokk.", "Utført", "Ikke utført",
     "formel", "formel, {}"},
    {"no", "Bilde", "bilde", "kode", "Kodeblokk", " i {}", "1 linje", "{} linjer", "Tabell med {columns} og {rows}.",
     "1 kolonne", "{} kolonner", "1 rad", "{} rader", "Note {}.", "1 fotnote.", "{} fotnoter.", "lenke", "lenke til {}",
     "HTML-blokk.", "Utført", "Ikke utført",
     "formel", "formel, {}"},
    {"fi", "Kuva", "kuva", "koodi", "Koodilohko", ", {}", "1 rivi", "{} riviä", "Taulukko: {columns}, {rows}.", "1 sarake",
     "{} saraketta", "1 rivi", "{} riviä", "Alaviite {}.", "1 alaviite.", "{} alaviitettä.", "linkki", "linkki: {}",
     "HTML-lohko.", "Tehty", "Tekemättä",
     "kaava", "kaava, {}"},
    {"cs", "Obrázek", "obrázek", "kód", "Blok kódu", " v jazyce {}", "řádky: 1", "řádky: {}", "Tabulka, {columns}, {rows}.",
     "sloupce: 1", "sloupce: {}", "řádky: 1", "řádky: {}", "Poznámka {}.", "Poznámky: 1.", "Poznámky: {}.", "odkaz",
     "odkaz na {}", "Blok HTML.", "Hotovo", "Nehotovo",
     "vzorec", "vzorec, {}"},
    {"ro", "Imagine", "imagine", "cod", "Bloc de cod", " în {}", "1 linie", "linii: {}", "Tabel, {columns}, {rows}.",
     "1 coloană", "coloane: {}", "1 rând", "rânduri: {}", "Nota {}.", "1 notă.", "Note: {}.", "link", "link către {}",
     "Bloc HTML.", "Făcut", "De făcut",
     "formulă", "formulă, {}"},
    {"el", "Εικόνα", "εικόνα", "κώδικας", "Κώδικας", " σε {}", "1 γραμμή", "{} γραμμές", "Πίνακας με {columns} και {rows}.",
     "1 στήλη", "{} στήλες", "1 γραμμή", "{} γραμμές", "Σημείωση {}.", "1 σημείωση.", "{} σημειώσεις.", "σύνδεσμος",
     "σύνδεσμος προς {}", "Μπλοκ HTML.", "Έγινε", "Εκκρεμεί",
     "τύπος", "τύπος, {}"},
    {"ru", "Изображение", "изображение", "код", "Блок кода", " на {}", "строк: 1", "строк: {}", "Таблица, {columns}, {rows}.",
     "столбцов: 1", "столбцов: {}", "строк: 1", "строк: {}", "Сноска {}.", "Сносок: 1.", "Сносок: {}.", "ссылка",
     "ссылка на {}", "Блок HTML.", "Сделано", "Не сделано",
     "формула", "формула, {}"},
    {"uk", "Зображення", "зображення", "код", "Блок коду", " мовою {}", "рядків: 1", "рядків: {}",
     "Таблиця, {columns}, {rows}.", "стовпців: 1", "стовпців: {}", "рядків: 1", "рядків: {}", "Виноска {}.", "Виносок: 1.",
     "Виносок: {}.", "посилання", "посилання на {}", "Блок HTML.", "Зроблено", "Не зроблено",
     "формула", "формула, {}"},
    {"tr", "Görsel", "görsel", "kod", "Kod bloğu", ", {}", "1 satır", "{} satır", "Tablo, {columns}, {rows}.", "1 sütun",
     "{} sütun", "1 satır", "{} satır", "Dipnot {}.", "1 dipnot.", "{} dipnot.", "bağlantı", "bağlantı: {}", "HTML bloğu.",
     "Yapıldı", "Yapılacak",
     "formül", "formül, {}"},
});
// clang-format on

std::string filled(std::string pattern, std::string_view gap, std::string_view value) {
  const std::size_t at = pattern.find(gap);
  if (at != std::string::npos) pattern.replace(at, gap.size(), value);
  return pattern;
}

std::string filled(const char* pattern, std::string_view value) { return filled(std::string(pattern), "{}", value); }

std::string counted(const char* one, const char* many, std::size_t count) {
  return count == 1 ? one : filled(many, std::to_string(count));
}

struct LanguageName {
  const char* tag;   // as written after a fence, in lower case
  const char* name;  // as said
};

// Only names that differ from the tag with a capital ("Python", "Rust", "Java" need no entry).
constexpr std::array kProgrammingLanguages = std::to_array<LanguageName>({
    {"c++", "C++"},
    {"cpp", "C++"},
    {"cxx", "C++"},
    {"cs", "C sharp"},
    {"csharp", "C sharp"},
    {"css", "CSS"},
    {"html", "HTML"},
    {"js", "JavaScript"},
    {"javascript", "JavaScript"},
    {"json", "JSON"},
    {"md", "Markdown"},
    {"php", "PHP"},
    {"ps1", "PowerShell"},
    {"py", "Python"},
    {"rb", "Ruby"},
    {"rs", "Rust"},
    {"sh", "shell"},
    {"shell", "shell"},
    {"sql", "SQL"},
    {"toml", "TOML"},
    {"ts", "TypeScript"},
    {"typescript", "TypeScript"},
    {"xml", "XML"},
    {"yaml", "YAML"},
    {"yml", "YAML"},
    {"console", "shell"},
});

// "python title=x" → "Python". Words that are no name of a language are not said: they might be anything.
std::string programming_language(std::string_view info) {
  constexpr std::size_t kLongest = 20;
  std::string tag(info.substr(0, info.find_first_of(" \t{,")));
  const auto fits = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '#' || c == '-'; };
  if (tag.empty() || tag.size() > kLongest || !std::all_of(tag.begin(), tag.end(), fits)) return {};
  const std::string lower = ascii_lower(std::string_view(tag));
  for (const LanguageName& known : kProgrammingLanguages) {
    if (lower == known.tag) return known.name;
  }
  tag.front() = ascii_upper(tag.front());
  return tag;
}

// Drawings of characters in plain text, which the reader calls so (document/plain_text.cpp).
std::string drawing_word(std::string_view language) {
  static constexpr auto kDrawings = std::to_array<std::pair<std::string_view, const char*>>({
      {"en", "Drawing."}, {"de", "Zeichnung."}, {"fr", "Dessin."},   {"es", "Dibujo."},  {"it", "Disegno."},
      {"pt", "Desenho."}, {"nl", "Tekening."},  {"sv", "Teckning."}, {"pl", "Rysunek."}, {"da", "Tegning."},
      {"nb", "Tegning."}, {"no", "Tegning."},   {"fi", "Piirros."},  {"cs", "Kresba."},  {"ro", "Desen."},
      {"el", "Σχέδιο."},  {"ru", "Рисунок."},   {"uk", "Малюнок."},  {"tr", "Çizim."},
  });
  const auto word = std::find_if(kDrawings.begin(), kDrawings.end(), [&](const auto& one) { return one.first == language; });
  return word == kDrawings.end() ? "Drawing." : word->second;
}

}  // namespace

const Announcements& announcements_for(const std::string& language) {
  const std::string subtag = language_subtag(language);
  for (const Announcements& words : kWords) {
    if (subtag == words.language) return words;
  }
  return kWords.front();
}

std::string announce_code_block(const Announcements& words, std::string_view info, std::size_t lines) {
  if (info == "drawing") return drawing_word(words.language);
  const std::string name = programming_language(info);
  return words.code_block + (name.empty() ? std::string() : filled(words.in_language, name)) + ", " +
         counted(words.one_line, words.many_lines, lines) + '.';
}

std::string announce_table(const Announcements& words, std::size_t columns, std::size_t rows) {
  const std::string with_columns = filled(words.table, "{columns}", counted(words.one_column, words.many_columns, columns));
  return filled(with_columns, "{rows}", counted(words.one_row, words.many_rows, rows));
}

std::string announce_note(const Announcements& words, std::string_view label) { return filled(words.note, label); }

std::string announce_footnotes(const Announcements& words, std::size_t count) {
  return counted(words.one_footnote, words.many_footnotes, count);
}

std::string announce_formula(const Announcements& words, std::size_t lines) {
  return lines < 2 ? std::string(words.formula) : filled(words.formula_of, counted(words.one_line, words.many_lines, lines));
}

std::string announce_link(const Announcements& words, std::string_view host) { return filled(words.link_to, host); }

}  // namespace aloud
