#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/synthesizer.h"
#include "util/byte_range.h"

namespace aloud {

/// How many sounds a stretch of text has when it is said alone (Synthesizer::count_sounds).
using CountSounds = std::function<std::optional<std::size_t>(std::string_view)>;

/// The words that the engine was given and did not say, as indices into `words`, in order.
///
/// An event for a word is no witness: engines say several words as one ("of the" is one entry of eSpeak NG's dictionary), and
/// leave others out without a word (of a letter that is repeated, eSpeak NG 1.51 says three). The sounds are: words that share
/// an event have been said if what sounded is about what they sound alone. Words run together lose some of that ("of the" keeps
/// four sounds of four, the most that is lost in what was measured is a third), a word that is left out loses all of its own;
/// so below three fifths the last ones of the group are taken to be missing. `count` is asked for such groups alone.
std::vector<std::size_t> unheard_words(std::string_view text, std::span<const ByteRange> words,
                                       std::span<const SpeechEvent> events, const CountSounds& count);

}  // namespace aloud
