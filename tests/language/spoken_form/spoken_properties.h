#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "engine/engine_traits.h"
#include "language/spoken_form/normalizer.h"
#include "util/utf8.h"

namespace aloud {

/// What holds for every normalizer and text; the name of the first property that does not, or null. Shared by tests and
/// fuzzing.
inline const char* broken_property(std::string_view text, const std::string& language = "en") {
  constexpr std::size_t kOffset = 100;
  static std::map<std::string, std::unique_ptr<Normalizer>> normalizers;
  auto& normalizer = normalizers[language];
  if (normalizer == nullptr) normalizer = make_normalizer(language, espeak_traits().spelling);
  const AlignedText once = normalizer->normalize(AlignedText::verbatim(text, kOffset));
  const std::string& spoken = once.text();
  if (!is_valid_utf8(spoken)) return "valid UTF-8";
  if (spoken.find("[[") != std::string::npos) return "no phoneme brackets";
  if (!spoken.empty() && (spoken.front() == ' ' || spoken.back() == ' ')) return "no space at the ends";
  for (const char c : spoken) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return "no control characters";
  }
  std::size_t at = 0, source = kOffset;
  for (const AlignedText::Run& run : once.runs()) {
    if (run.text_begin != at || run.text_end <= run.text_begin) return "runs cover the text";
    if (run.source.begin < source || run.source.end > kOffset + text.size()) return "sources in order and within the text";
    const bool linear = run.mapping == Mapping::linear;
    if (linear && text.substr(run.source.begin - kOffset, run.source.size()) !=
                      std::string_view(spoken).substr(run.text_begin, run.text_end - run.text_begin)) {
      return "linear runs are the same text";
    }
    if (!linear && !run.source.empty() && run.rule.empty()) return "what was rewritten names its rule";
    at = run.text_end;
    source = run.source.begin;
  }
  if (at != spoken.size()) return "runs cover the text to its end";
  if (normalizer->normalize(AlignedText::verbatim(spoken)).text() != spoken) return "idempotent";
  return nullptr;
}

}  // namespace aloud
