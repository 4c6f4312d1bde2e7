#pragma once

#include "engine/synthesizer.h"

namespace aloud {

/// Speech of an engine that has another rate than kEngineRate, with its events where they were. Resampled as a whole by soxr
/// at high quality. On failure throws Error{synthesis}.
Speech at_engine_rate(Speech speech, SampleRate rate);

}  // namespace aloud
