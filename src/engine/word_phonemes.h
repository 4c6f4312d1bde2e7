#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// Divides the phonemes of an utterance (IPA, as the engine gives them: in groups, with spaces between) among its words.
///
/// The engine says some words in one group ("of the") and some in several ("747", "e.g."), so the groups are laid along the
/// words by how much each resembles what the engine says for the word alone (`alone`, one for each word); a group of several
/// words is cut where its parts resemble theirs most. Returns one string for each word; joined they are `ipa` without its
/// spaces. Takes time in proportion to the number of words, as long as groups and words run about abreast.
std::vector<std::string> share_phonemes(std::string_view ipa, const std::vector<std::string>& alone);

}  // namespace aloud
