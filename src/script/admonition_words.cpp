#include "script/admonition_words.h"

#include <algorithm>
#include <array>

#include "util/ascii.h"

namespace aloud {
namespace {

/// A kind as generators write it, in lower case, and its word in each language.
struct AdmonitionWord {
  std::string_view kind, en, de, fr, es;
};

// The kinds of GitHub, Material for MkDocs, Docusaurus, Obsidian, Docutils and the usual themes of Hugo.
constexpr std::array kWords = std::to_array<AdmonitionWord>({
    {"note", "Note", "Hinweis", "Remarque", "Nota"},
    {"notice", "Note", "Hinweis", "Remarque", "Nota"},
    {"info", "Information", "Information", "Information", "Información"},
    {"information", "Information", "Information", "Information", "Información"},
    {"tip", "Tip", "Tipp", "Astuce", "Consejo"},
    {"hint", "Hint", "Tipp", "Astuce", "Pista"},
    {"important", "Important", "Wichtig", "Important", "Importante"},
    {"warning", "Warning", "Warnung", "Avertissement", "Advertencia"},
    {"warn", "Warning", "Warnung", "Avertissement", "Advertencia"},
    {"caution", "Caution", "Vorsicht", "Prudence", "Precaución"},
    {"danger", "Danger", "Gefahr", "Danger", "Peligro"},
    {"attention", "Attention", "Achtung", "Attention", "Atención"},
    {"error", "Error", "Fehler", "Erreur", "Error"},
    {"failure", "Failure", "Fehlschlag", "Échec", "Fallo"},
    {"fail", "Failure", "Fehlschlag", "Échec", "Fallo"},
    {"success", "Success", "Erfolg", "Succès", "Éxito"},
    {"check", "Success", "Erfolg", "Succès", "Éxito"},
    {"question", "Question", "Frage", "Question", "Pregunta"},
    {"help", "Help", "Hilfe", "Aide", "Ayuda"},
    {"faq", "Questions", "Fragen", "Questions", "Preguntas"},
    {"example", "Example", "Beispiel", "Exemple", "Ejemplo"},
    {"quote", "Quote", "Zitat", "Citation", "Cita"},
    {"cite", "Quote", "Zitat", "Citation", "Cita"},
    {"abstract", "Abstract", "Zusammenfassung", "Résumé", "Resumen"},
    {"summary", "Summary", "Zusammenfassung", "Résumé", "Resumen"},
    {"tldr", "In short", "Kurz gesagt", "En bref", "En resumen"},
    {"todo", "To do", "Zu erledigen", "À faire", "Por hacer"},
    {"bug", "Bug", "Bekannter Fehler", "Bogue", "Error conocido"},
    {"details", "Details", "Einzelheiten", "Détails", "Detalles"},
    {"seealso", "See also", "Siehe auch", "Voir aussi", "Véase también"},
});

std::string_view word_in(const AdmonitionWord& word, std::string_view language) {
  if (language == "en") return word.en;
  if (language == "de") return word.de;
  if (language == "fr") return word.fr;
  return language == "es" ? word.es : std::string_view();
}

}  // namespace

std::string admonition_word(std::string_view language, std::string_view kind) {
  const std::string lower = ascii_lower(kind);
  const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const AdmonitionWord& word) { return word.kind == lower; });
  if (known != kWords.end() && !word_in(*known, language).empty()) return std::string(word_in(*known, language));
  std::string word = lower;
  for (char& c : word) {
    if (c == '-' || c == '_') c = ' ';
  }
  if (!word.empty()) word.front() = ascii_upper(word.front());
  return word;
}

}  // namespace aloud
