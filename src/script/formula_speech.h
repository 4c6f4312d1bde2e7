#pragma once

#include <string>
#include <string_view>

#include "script/spoken_content.h"

namespace aloud {

/// What is said of a formula.
struct FormulaSpeech {
  std::string words;
  bool summarised = false;  ///< `words` say that one stands there
};

/// For TeX source, or MathML from "<math" on, in a language by its key. A formula is summarised where the policy says so and it
/// is long, where it is longer than anybody listens to, and where the language has no words for more than names and numbers.
FormulaSpeech speech_of_formula(std::string_view tex, const ContentOptions& options, const std::string& language);

}  // namespace aloud
