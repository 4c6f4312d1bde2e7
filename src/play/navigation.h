#pragma once

#include <optional>

#include "play/track.h"

namespace aloud {

enum class Direction { back, on };

// Where a step leads from a position; nothing where there is no further step.
std::optional<Target> next_word(const Track& track, const Position& from, Direction direction);
std::optional<Target> next_sentence(const Track& track, const Position& from, Direction direction);
std::optional<Target> next_block(const Track& track, const Position& from, Direction direction);
/// Headings and the title.
std::optional<Target> next_heading(const Track& track, const Position& from, Direction direction);

/// What is heard at a time, in seconds at the voice's own speed.
std::optional<Target> target_at_time(const Track& track, double seconds);

/// The utterance and word that say a byte of the decoded source, or the first that say what stands behind it; only among what
/// is composed already.
std::optional<Target> target_of_source(const Track& track, std::size_t offset);

/// First and last utterance of a sentence.
std::pair<std::size_t, std::size_t> utterances_of_sentence(const Track& track, std::size_t utterance);

}  // namespace aloud
