#pragma once

#include <memory>
#include <optional>
#include <string>

#include "aloud/engine.h"
#include "aloud/render.h"
#include "aloud/timeline.h"
#include "aloud/voices.h"
#include "audio/audio_format.h"
#include "cache/take_cache.h"
#include "document/document.h"
#include "engine/synthesizer.h"
#include "process/reader_limits.h"
#include "render/render.h"
#include "timeline/timeline.h"
#include "util/byte_range.h"

namespace aloud::v0 {

// From the words of the public interface to those inside, and back. Each kind of value goes one way in one place.

std::optional<DocumentFormat> document_format_of(Syntax syntax);
inline SourceRange range_of(ByteRange range) { return {range.begin, range.end}; }

/// On failure (a tag that is none, a change that no profile knows) throws Error{usage}, the latter once a profile is changed.
VoiceChoice voice_choice_of(const VoiceOptions& options);

/// On failure (no data) throws Error{synthesis}.
std::unique_ptr<SynthesizerFactory> factory_of(const EngineOptions& options);
ReaderLimits reader_limits_of(const EngineOptions& options);
TakeCache::Options cache_options_of(const CacheOptions& options);

/// On failure (an unknown name) throws Error{usage} with the nearest known one.
AudioFormat audio_format_of(const std::string& name);
TimelineKind timeline_kind_of(const std::string& name);

/// On failure (a value out of range for `format`) throws Error{usage}.
aloud::Quality quality_of(const Quality& quality, AudioFormat format);

SpokenSentence sentence_of(const TimelineSentence& sentence);
RenderReport report_of(const aloud::RenderReport& report);

}  // namespace aloud::v0
