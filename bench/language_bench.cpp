#include <chrono>
#include <cstdio>
#include <string>

#include "engine/engine_traits.h"
#include "language/sentences/segmenter.h"
#include "language/spoken_form/normalizer.h"
#include "language/words.h"

namespace {

// A megabyte of prose with the marks that prose has.
std::string repeated(const std::string& part) {
  std::string text;
  while (text.size() < 1'000'000) text += part;
  return text;
}

std::string prose() {
  return repeated(
      "Dr. Ek left the U.S. in May 1931, and nobody knew why. \"Where is he?\" asked Mrs. Lund (his aunt). It was 3.5 miles to "
      "the harbour; the boats were frozen in. She said, “I’ll wait.” Nothing moved on the long white road that day, nor on the "
      "next. ");
}

struct Language {
  const char* name;
  const char* part;
};

constexpr Language kLanguages[] = {
    {"de",
     "Am 3. Mai 1931 verließ Dr. Ek die Stadt, und niemand wusste, warum. „Wo ist er?“, fragte Frau Lund (seine Tante). Bis "
     "zum "
     "Hafen waren es 3,5 km; die Boote lagen im Eis fest. „Ich warte“, sagte sie, z. B. heute. Auf der langen weißen Straße "
     "rührte sich an diesem Tag nichts, am nächsten auch nicht. "},
    {"fr",
     "Le 3 mai 1931, le Dr Ek quitta la ville, et personne ne sut pourquoi. « Où est-il ? » demanda Mme Lund (sa tante). Il y "
     "avait 3,5 km jusqu’au port ; les bateaux étaient pris dans la glace. « J’attends », dit-elle. Rien ne bougea sur la "
     "longue "
     "route blanche ce jour-là, ni le lendemain. "},
    {"es",
     "El 3 de mayo de 1931 el Dr. Ek dejó la ciudad, y nadie supo por qué. «¿Dónde está?», preguntó la Sra. Lund (su tía). "
     "Había "
     "3,5 km hasta el puerto; los barcos estaban presos en el hielo. «Espero», dijo ella. Nada se movió en la larga carretera "
     "blanca aquel día, ni al siguiente. "},
    {"it",
     "Il 3 maggio 1931 il dott. Ek lasciò la città, e nessuno seppe perché. «Dov’è?», chiese la sig.ra Lund (sua zia). C’erano "
     "3,5 km fino al porto; le barche erano ferme nel ghiaccio. «Aspetto», disse. Nulla si mosse sulla lunga strada bianca "
     "quel "
     "giorno, né il giorno dopo. "},
    {"pl",
     "3 maja 1931 roku dr Ek opuścił miasto i nikt nie wiedział dlaczego. „Gdzie on jest?” — zapytała pani Lund (jego ciotka). "
     "Do portu było 3,5 km; łodzie zamarzły w lodzie. „Czekam” — powiedziała. Nic się nie poruszyło na długiej białej drodze "
     "tego dnia ani następnego. "},
    {"ru",
     "3 мая 1931 года доктор Эк покинул город, и никто не знал почему. «Где он?» — спросила госпожа Лунд (его тётя). До порта "
     "было 3,5 км; лодки вмёрзли в лёд. «Я подожду», — сказала она. Ничто не шевельнулось на длинной белой дороге в тот день, "
     "как и на следующий. "},
};

template <typename Work>
void measure(const char* name, std::size_t bytes, Work work) {
  using clock = std::chrono::steady_clock;
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const auto start = clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(clock::now() - start).count());
  }
  std::printf("%-10s %8.1f MB/s\n", name, static_cast<double>(bytes) / 1e6 / best);
}

}  // namespace

// How fast a language's normalizer is, sentence by sentence.
void measure_normalizer(const char* name, const std::string& language, const std::string& text) {
  const auto sentences = aloud::Segmenter(language).split(text);
  const auto normalizer = aloud::make_normalizer(language, aloud::espeak_traits().spelling);
  measure(name, text.size(), [&] {
    for (const aloud::ByteRange& range : sentences) {
      normalizer->normalize(
          aloud::AlignedText::verbatim(std::string_view(text).substr(range.begin, range.size()), range.begin));
    }
  });
}

// How fast the language stages are, on one core: best of five rounds.
int main() {
  const std::string text = prose();
  const aloud::Segmenter segmenter("en");
  measure("segmenter", text.size(), [&] { segmenter.split(text); });
  measure("words", text.size(), [&] { aloud::find_words(text); });
  measure_normalizer("normalizer", "en", text);
  for (const Language& language : kLanguages) {
    measure_normalizer((std::string("  ") + language.name).c_str(), language.name, repeated(language.part));
  }
}
