#pragma once

#include <string>
#include <utility>
#include <vector>

#include "process/performer.h"

namespace aloud {

/// Takes as they are handed over: index of the utterance, and the take.
using Performed = std::vector<std::pair<std::size_t, Take>>;

/// Keeps the samples as they are, behind kPlainLeadIn frames that stand for the lead-in of a real format.
inline constexpr Frames kPlainLeadIn{256};
std::unique_ptr<TakeEncoder> make_plain_encoder();

/// The samples in a take of the plain encoder.
std::vector<std::int16_t> samples_of(const Take& take);

/// An utterance of `text` whose words are what stands between spaces, without punctuation at their edges.
Utterance utterance_of(const std::string& text, VoiceParameters voice = {});

/// Options with the plain encoder and a short time limit.
PerformerOptions plain_options(unsigned jobs, std::chrono::milliseconds time_limit = std::chrono::seconds(10));

Performed perform(const SynthesizerFactory& factory, const std::vector<std::string>& texts, PerformerOptions options,
                  VoiceParameters voice = {});

/// Live processes below `ancestor`, zombies left out.
std::vector<int> descendants_of(int ancestor);

/// Live processes whose parent is `parent`.
std::vector<int> children_of(int parent);

bool is_alive(int pid);

}  // namespace aloud
