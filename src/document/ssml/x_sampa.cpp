#include "document/ssml/x_sampa.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aloud {
namespace {

// Letters that are themselves in IPA are not named. https://www.phon.ucl.ac.uk/home/sampa/x-sampa.htm
constexpr auto kSymbols = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"_>", "ʼ"},      {"_h", "ʰ"},       {"_j", "ʲ"},   {"_w", "ʷ"},  {"_~", "\u0303"}, {"_0", "\u0325"}, {"_v", "\u032C"},
    {"_d", "\u032A"}, {"_G", "ˠ"},       {"_?\\", "ˤ"}, {"_n", "ⁿ"},  {"_l", "ˡ"},      {"_=", "\u0329"}, {"_^", "\u032F"},
    {"_}", "\u031A"}, {"_\"", "\u0308"}, {"b_<", "ɓ"},  {"d_<", "ɗ"}, {"g_<", "ɠ"},     {"d`", "ɖ"},      {"l`", "ɭ"},
    {"n`", "ɳ"},      {"r`", "ɽ"},       {"s`", "ʂ"},   {"t`", "ʈ"},  {"z`", "ʐ"},      {"@`", "ɚ"},      {"3`", "ɝ"},
    {"r\\`", "ɻ"},    {"h\\", "ɦ"},      {"j\\", "ʝ"},  {"l\\", "ɺ"}, {"p\\", "ɸ"},     {"r\\", "ɹ"},     {"s\\", "ɕ"},
    {"v\\", "ʋ"},     {"x\\", "ɧ"},      {"z\\", "ʑ"},  {"B\\", "ʙ"}, {"G\\", "ɢ"},     {"H\\", "ʜ"},     {"J\\", "ɟ"},
    {"K\\", "ɮ"},     {"L\\", "ʟ"},      {"M\\", "ɰ"},  {"N\\", "ɴ"}, {"O\\", "ʘ"},     {"R\\", "ʀ"},     {"X\\", "ħ"},
    {"?\\", "ʕ"},     {"@\\", "ɘ"},      {"3\\", "ɞ"},  {"U\\", "ᵿ"}, {"I\\", "ᵻ"},     {"<\\", "ʢ"},     {">\\", "ʡ"},
    {"|\\|\\", "ǁ"},  {"|\\", "ǀ"},      {"=\\", "ǂ"},  {"!\\", "ǃ"}, {"||", ""},       {"-\\", "‿"},     {"A", "ɑ"},
    {"B", "β"},       {"C", "ç"},        {"D", "ð"},    {"E", "ɛ"},   {"F", "ɱ"},       {"G", "ɣ"},       {"H", "ɥ"},
    {"I", "ɪ"},       {"J", "ɲ"},        {"K", "ɬ"},    {"L", "ʎ"},   {"M", "ɯ"},       {"N", "ŋ"},       {"O", "ɔ"},
    {"P", "ʋ"},       {"Q", "ɒ"},        {"R", "ʁ"},    {"S", "ʃ"},   {"T", "θ"},       {"U", "ʊ"},       {"V", "ʌ"},
    {"W", "ʍ"},       {"X", "χ"},        {"Y", "ʏ"},    {"Z", "ʒ"},   {"1", "ɨ"},       {"2", "ø"},       {"3", "ɜ"},
    {"4", "ɾ"},       {"5", "ɫ"},        {"6", "ɐ"},    {"7", "ɤ"},   {"8", "ɵ"},       {"9", "œ"},       {"&", "ɶ"},
    {"?", "ʔ"},       {"@", "ə"},        {"{", "æ"},    {"}", "ʉ"},   {"\"", "ˈ"},      {"%", "ˌ"},       {":", "ː"},
    {"=", "\u0329"},  {"~", "\u0303"},   {"`", "˞"},    {".", "."},   {"-", ""},        {"|", ""},        {" ", " "},
    {"g", "ɡ"},
});

}  // namespace

std::optional<std::string> ipa_of_x_sampa(std::string_view text) {
  std::string ipa;
  while (!text.empty()) {
    const std::pair<std::string_view, std::string_view>* best = nullptr;
    for (const auto& symbol : kSymbols) {
      if (text.starts_with(symbol.first) && (best == nullptr || symbol.first.size() > best->first.size())) best = &symbol;
    }
    if (best != nullptr) {
      ipa += best->second;
      text.remove_prefix(best->first.size());
    } else if (text.front() >= 'a' && text.front() <= 'z') {
      ipa += text.front();
      text.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  return ipa;
}

}  // namespace aloud
