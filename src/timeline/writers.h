#pragma once

#include <memory>

#include "timeline/timeline.h"

namespace aloud {

// One maker per format, each in a file of its own; make_timeline_writer() chooses among them.
std::unique_ptr<TimelineWriter> make_json_writer(const TimelineHeader& header, ByteSink& sink);
std::unique_ptr<TimelineWriter> make_srt_writer(const TimelineHeader& header, ByteSink& sink);
std::unique_ptr<TimelineWriter> make_vtt_writer(const TimelineHeader& header, ByteSink& sink);
std::unique_ptr<TimelineWriter> make_lrc_writer(const TimelineHeader& header, ByteSink& sink);
std::unique_ptr<TimelineWriter> make_ass_writer(const TimelineHeader& header, ByteSink& sink);
std::unique_ptr<TimelineWriter> make_ttml_writer(const TimelineHeader& header, ByteSink& sink);
std::unique_ptr<TimelineWriter> make_labels_writer(const TimelineHeader& header, ByteSink& sink);
std::unique_ptr<TimelineWriter> make_textgrid_writer(const TimelineHeader& header, ByteSink& sink);
std::unique_ptr<TimelineWriter> make_chapters_writer(const TimelineHeader& header, ByteSink& sink);

}  // namespace aloud
