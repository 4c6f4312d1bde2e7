#pragma once

#include <chrono>
#include <string>

#include "audio/units.h"

namespace aloud {

/// "3:05", from an hour on "1:02:03": for people. Rounded to the nearest second.
std::string clock_text(double seconds);

/// "00:00:07,050": SubRip. Hours grow beyond two digits where they must.
std::string srt_time(std::chrono::milliseconds time);

/// "00:07.050", from an hour on "01:00:07.050": WebVTT.
std::string vtt_time(std::chrono::milliseconds time);

/// "00:07.05": LRC. Minutes grow beyond 59; hundredths are rounded down.
std::string lrc_time(std::chrono::milliseconds time);

/// "00:00:07.050": chapters in Vorbis comments, ASS-like formats and TTML. Always hours of two digits, so as long for one time
/// as for another: beyond 99:59:59.999 it stays there.
std::string chapter_time(std::chrono::milliseconds time);

/// Seconds with six decimals, rounded to the nearest (half up): exact to the frame for every rate below 500 kHz, and the same
/// in every locale. Requires: frames >= 0.
std::string decimal_seconds(Frames frames, SampleRate rate);

}  // namespace aloud
