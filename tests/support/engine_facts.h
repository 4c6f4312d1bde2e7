#pragma once

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/synthesizer.h"

namespace aloud::test {

/// What releases of eSpeak NG say otherwise, as far as tests know it. docs/engine.md tells the rest.
struct EngineFacts {
  std::string_view release;  ///< SynthesizerFactory::release()
  std::string north_in_ipa;  ///< the vowel of "for" and "record" with its r, American
};

/// The facts of the release that is linked. One that is not in the table fails the test that asks, with its name.
inline const EngineFacts& engine_facts() {
  static const EngineFacts known[] = {{"espeak-ng 1.51", "oːɹ"}, {"espeak-ng 1.52.0", "ɔːɹ"}};
  static const std::string release = make_espeak_factory()->release();
  const auto* facts =
      std::find_if(std::begin(known), std::end(known), [](const auto& each) { return each.release == release; });
  if (facts == std::end(known)) throw std::runtime_error("tests/support/engine_facts.h has no line for " + release);
  return *facts;
}

}  // namespace aloud::test
