#include <array>

#include "render/calibration.h"

namespace aloud {
namespace {

struct Passage {
  std::string_view language;
  std::vector<std::string_view> sentences;
};

/// Sentences of several lengths with the sounds of everyday prose. Changing one changes the audio of every voice that is
/// calibrated with it.
const std::vector<Passage>& passages() {
  static const std::vector<Passage> all = {
      {"en",
       {"The morning boat leaves the harbour shortly after six, when the market on the quay is still being set up.",
        "Who would have thought that a single page could be read in so many ways?",
        "Two of the older houses were sold last year, and nobody quite remembers who used to live there.",
        "She closed the window, put the kettle on, and waited for the rain to stop."}},
      {"de",
       {"Das erste Schiff verlässt den Hafen kurz nach sechs, wenn auf dem Markt noch die Stände aufgebaut werden.",
        "Wer hätte gedacht, dass man eine einzige Seite auf so viele Arten lesen kann?",
        "Zwei der älteren Häuser wurden im letzten Jahr verkauft, und niemand weiß mehr, wer dort gewohnt hat.",
        "Sie schloss das Fenster, setzte Wasser auf und wartete, bis der Regen nachließ."}},
      {"fr",
       {"Le premier bateau quitte le port peu après six heures, quand le marché du quai s'installe encore.",
        "Qui aurait cru qu'une seule page pouvait se lire de tant de façons ?",
        "Deux des plus vieilles maisons ont été vendues l'an dernier, et personne ne sait plus qui les habitait.",
        "Elle ferma la fenêtre, mit de l'eau à chauffer et attendit que la pluie cesse."}},
      {"es",
       {"El primer barco sale del puerto poco después de las seis, cuando todavía se monta el mercado del muelle.",
        "¿Quién habría pensado que una sola página puede leerse de tantas maneras?",
        "Dos de las casas más antiguas se vendieron el año pasado, y ya nadie recuerda quién vivía en ellas.",
        "Ella cerró la ventana, puso agua a calentar y esperó a que dejara de llover."}},
      {"",
       {"The morning boat leaves the harbour shortly after six, 1, 2, 3, 4, 5, 6, 7, 8.",
        "El primer barco sale del puerto, cuando todavía se monta el mercado del muelle.",
        "Zwei der Häuser wurden im letzten Jahr verkauft, und niemand weiß mehr, wer dort gewohnt hat.",
        "Deux des maisons ont été vendues, et personne ne sait plus qui les habitait, 14, 32, 58."}},
  };
  return all;
}

}  // namespace

std::vector<std::string_view> calibration_passage(std::string_view engine_voice) {
  const std::string_view name = engine_voice.substr(engine_voice.rfind('/') + 1);
  const std::string_view language = name.substr(0, name.find('-'));
  for (const Passage& passage : passages()) {
    if (passage.language == language || passage.language.empty()) return passage.sentences;
  }
  return {};
}

}  // namespace aloud
