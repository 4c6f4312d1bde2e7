#include "script/admonition_words.h"

#include <algorithm>
#include <array>

#include "util/ascii.h"

namespace aloud {
namespace {

// The languages of the table's columns, by their primary subtags.
constexpr std::array<std::string_view, 12> kLanguages{"en", "de", "fr", "es", "it", "nl", "pt", "pl", "cs", "sv", "ru", "uk"};

/// A kind as generators write it, in lower case, and its word in each of them.
struct AdmonitionWord {
  std::string_view kind;
  std::array<std::string_view, kLanguages.size()> words;
};

// The kinds of GitHub, Material for MkDocs, Docusaurus, Obsidian, Docutils and the usual themes of Hugo; the states of tasks;
// the environments of AMS-LaTeX.
constexpr std::array kWords = std::to_array<AdmonitionWord>({
    {"note",
     {"Note", "Hinweis", "Remarque", "Nota", "Nota", "Opmerking", "Nota", "Uwaga", "Poznámka", "Anmärkning", "Примечание",
      "Примітка"}},
    {"info",
     {"Information", "Information", "Information", "Información", "Informazione", "Informatie", "Informação", "Informacja",
      "Informace", "Information", "Информация", "Інформація"}},
    {"tip", {"Tip", "Tipp", "Astuce", "Consejo", "Suggerimento", "Tip", "Dica", "Wskazówka", "Tip", "Tips", "Совет", "Порада"}},
    {"hint",
     {"Hint", "Tipp", "Astuce", "Pista", "Suggerimento", "Hint", "Dica", "Podpowiedź", "Nápověda", "Ledtråd", "Подсказка",
      "Підказка"}},
    {"important",
     {"Important", "Wichtig", "Important", "Importante", "Importante", "Belangrijk", "Importante", "Ważne", "Důležité",
      "Viktigt", "Важно", "Важливо"}},
    {"warning",
     {"Warning", "Warnung", "Avertissement", "Advertencia", "Avvertenza", "Waarschuwing", "Aviso", "Ostrzeżenie", "Varování",
      "Varning", "Предупреждение", "Попередження"}},
    {"caution",
     {"Caution", "Vorsicht", "Prudence", "Precaución", "Cautela", "Voorzichtig", "Cuidado", "Ostrożnie", "Pozor",
      "Försiktighet", "Осторожно", "Обережно"}},
    {"danger",
     {"Danger", "Gefahr", "Danger", "Peligro", "Pericolo", "Gevaar", "Perigo", "Niebezpieczeństwo", "Nebezpečí", "Fara",
      "Опасность", "Небезпека"}},
    {"attention",
     {"Attention", "Achtung", "Attention", "Atención", "Attenzione", "Let op", "Atenção", "Uwaga", "Upozornění", "Observera",
      "Внимание", "Увага"}},
    {"error", {"Error", "Fehler", "Erreur", "Error", "Errore", "Fout", "Erro", "Błąd", "Chyba", "Fel", "Ошибка", "Помилка"}},
    {"failure",
     {"Failure", "Fehlschlag", "Échec", "Fallo", "Fallimento", "Mislukt", "Falha", "Niepowodzenie", "Selhání", "Misslyckande",
      "Неудача", "Невдача"}},
    {"success",
     {"Success", "Erfolg", "Succès", "Éxito", "Successo", "Gelukt", "Sucesso", "Sukces", "Úspěch", "Lyckades", "Успех",
      "Успіх"}},
    {"question",
     {"Question", "Frage", "Question", "Pregunta", "Domanda", "Vraag", "Pergunta", "Pytanie", "Otázka", "Fråga", "Вопрос",
      "Питання"}},
    {"help", {"Help", "Hilfe", "Aide", "Ayuda", "Aiuto", "Hulp", "Ajuda", "Pomoc", "Pomoc", "Hjälp", "Помощь", "Допомога"}},
    {"faq",
     {"Questions", "Fragen", "Questions", "Preguntas", "Domande", "Vragen", "Perguntas", "Pytania", "Otázky", "Frågor",
      "Вопросы", "Питання"}},
    {"example",
     {"Example", "Beispiel", "Exemple", "Ejemplo", "Esempio", "Voorbeeld", "Exemplo", "Przykład", "Příklad", "Exempel",
      "Пример", "Приклад"}},
    {"quote",
     {"Quote", "Zitat", "Citation", "Cita", "Citazione", "Citaat", "Citação", "Cytat", "Citát", "Citat", "Цитата", "Цитата"}},
    {"abstract",
     {"Abstract", "Zusammenfassung", "Résumé", "Resumen", "Riassunto", "Samenvatting", "Resumo", "Streszczenie", "Abstrakt",
      "Sammanfattning", "Аннотация", "Анотація"}},
    {"summary",
     {"Summary", "Zusammenfassung", "Résumé", "Resumen", "Riassunto", "Samenvatting", "Resumo", "Podsumowanie", "Shrnutí",
      "Sammanfattning", "Итог", "Підсумок"}},
    {"tldr",
     {"In short", "Kurz gesagt", "En bref", "En resumen", "In breve", "Kortom", "Em resumo", "W skrócie", "Stručně",
      "Kort sagt", "Коротко", "Коротко"}},
    {"todo",
     {"To do", "Zu erledigen", "À faire", "Por hacer", "Da fare", "Te doen", "A fazer", "Do zrobienia", "Zbývá udělat",
      "Att göra", "Сделать", "Зробити"}},
    {"bug",
     {"Bug", "Bekannter Fehler", "Bogue", "Error conocido", "Difetto noto", "Bekende fout", "Erro conhecido", "Znany błąd",
      "Známá chyba", "Känt fel", "Известная ошибка", "Відома помилка"}},
    {"details",
     {"Details", "Einzelheiten", "Détails", "Detalles", "Dettagli", "Details", "Detalhes", "Szczegóły", "Podrobnosti",
      "Detaljer", "Подробности", "Подробиці"}},
    {"seealso",
     {"See also", "Siehe auch", "Voir aussi", "Véase también", "Vedi anche", "Zie ook", "Veja também", "Zobacz też", "Viz také",
      "Se även", "См. также", "Див. також"}},
    {"in-progress",
     {"In progress", "In Arbeit", "En cours", "En curso", "In corso", "Bezig", "Em curso", "W toku", "Rozpracováno", "Pågår",
      "В работе", "У роботі"}},
    {"cancelled",
     {"Cancelled", "Gestrichen", "Annulé", "Cancelado", "Annullato", "Vervallen", "Cancelado", "Anulowane", "Zrušeno",
      "Avbrutet", "Отменено", "Скасовано"}},
    {"proof",
     {"Proof", "Beweis", "Démonstration", "Demostración", "Dimostrazione", "Bewijs", "Demonstração", "Dowód", "Důkaz", "Bevis",
      "Доказательство", "Доведення"}},
    {"theorem",
     {"Theorem", "Satz", "Théorème", "Teorema", "Teorema", "Stelling", "Teorema", "Twierdzenie", "Věta", "Sats", "Теорема",
      "Теорема"}},
    {"lemma", {"Lemma", "Lemma", "Lemme", "Lema", "Lemma", "Lemma", "Lema", "Lemat", "Lemma", "Lemma", "Лемма", "Лема"}},
    {"corollary",
     {"Corollary", "Korollar", "Corollaire", "Corolario", "Corollario", "Gevolg", "Corolário", "Wniosek", "Důsledek",
      "Korollarium", "Следствие", "Наслідок"}},
    {"proposition",
     {"Proposition", "Proposition", "Proposition", "Proposición", "Proposizione", "Propositie", "Proposição", "Stwierdzenie",
      "Tvrzení", "Proposition", "Предложение", "Твердження"}},
    {"definition",
     {"Definition", "Definition", "Définition", "Definición", "Definizione", "Definitie", "Definição", "Definicja", "Definice",
      "Definition", "Определение", "Означення"}},
    {"remark",
     {"Remark", "Bemerkung", "Remarque", "Observación", "Osservazione", "Opmerking", "Observação", "Uwaga", "Poznámka",
      "Anmärkning", "Замечание", "Зауваження"}},
    {"conjecture",
     {"Conjecture", "Vermutung", "Conjecture", "Conjetura", "Congettura", "Vermoeden", "Conjetura", "Hipoteza", "Hypotéza",
      "Förmodan", "Гипотеза", "Гіпотеза"}},
    {"claim",
     {"Claim", "Behauptung", "Affirmation", "Afirmación", "Affermazione", "Bewering", "Afirmação", "Teza", "Tvrzení",
      "Påstående", "Утверждение", "Твердження"}},
    {"exercise",
     {"Exercise", "Übung", "Exercice", "Ejercicio", "Esercizio", "Oefening", "Exercício", "Ćwiczenie", "Cvičení", "Övning",
      "Упражнение", "Вправа"}},
    {"solution",
     {"Solution", "Lösung", "Solution", "Solución", "Soluzione", "Oplossing", "Solução", "Rozwiązanie", "Řešení", "Lösning",
      "Решение", "Розв’язання"}},
    {"axiom",
     {"Axiom", "Axiom", "Axiome", "Axioma", "Assioma", "Axioma", "Axioma", "Aksjomat", "Axiom", "Axiom", "Аксиома", "Аксіома"}},
});

// Other names for the same.
struct OtherName {
  std::string_view kind, same_as;
};
constexpr std::array<OtherName, 6> kOtherNames{{{"notice", "note"},
                                                {"information", "info"},
                                                {"warn", "warning"},
                                                {"fail", "failure"},
                                                {"check", "success"},
                                                {"cite", "quote"}}};

}  // namespace

std::string admonition_word(std::string_view language, std::string_view kind) {
  std::string lower = ascii_lower(kind);
  const auto other =
      std::find_if(kOtherNames.begin(), kOtherNames.end(), [&](const OtherName& one) { return one.kind == lower; });
  if (other != kOtherNames.end()) lower = other->same_as;
  const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const AdmonitionWord& word) { return word.kind == lower; });
  const auto column = std::find(kLanguages.begin(), kLanguages.end(), language);
  if (known != kWords.end() && column != kLanguages.end()) {
    return std::string(known->words[static_cast<std::size_t>(column - kLanguages.begin())]);
  }
  std::string word = lower;
  for (char& c : word) {
    if (c == '-' || c == '_') c = ' ';
  }
  if (!word.empty()) word.front() = ascii_upper(word.front());
  return word;
}

}  // namespace aloud
