#pragma once

/// The library's public interface in one include, stage by stage. What is not reached from here is not installed.
///
///     article ──read──▶ Document ──compose──▶ Script ──perform──▶ takes ──assemble──▶ audio file + timeline
///                                                                       └──play──▶ sound device

#include "audio/audio_format.h"
#include "audio/take_codec.h"
#include "audio/units.h"
#include "document/document.h"
#include "engine/synthesizer.h"
#include "language/sentences/segmenter.h"
#include "language/spoken_form/normalizer.h"
#include "language/words.h"
#include "play/player.h"
#include "process/performer.h"
#include "render/render.h"
#include "script/script.h"
#include "script/speaking_policy.h"
#include "script/voice_profile.h"
#include "timeline/coverage.h"
#include "timeline/timeline.h"
#include "util/aligned_text.h"
#include "util/error.h"
#include "util/findings.h"
#include "util/utf8.h"
#include "version.h"
