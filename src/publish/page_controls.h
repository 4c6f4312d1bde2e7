#pragma once

#include <string>
#include <vector>

#include "audio/audio_format.h"
#include "publish/page_labels.h"

namespace aloud {

/// The player at the page's lower edge: the audio element for all, and the controls that the script shows. `source`: the
/// audio's address. `chapters`: at `rate`.
std::string page_controls(const std::string& source, const std::vector<ChapterMark>& chapters, SampleRate rate,
                          const PageLabels& labels);

}  // namespace aloud
