#include "timeline/timeline.h"

#include <cassert>

#include "timeline/writers.h"

namespace aloud {
namespace {

constexpr TimelineKind kKinds[] = {TimelineKind::json, TimelineKind::srt, TimelineKind::vtt, TimelineKind::lrc};

}  // namespace

std::optional<TimelineKind> timeline_kind_by_name(std::string_view name) {
  for (const TimelineKind kind : kKinds) {
    if (name == std::string_view(extension_of(kind)).substr(1)) return kind;
  }
  return std::nullopt;
}

std::vector<std::string> timeline_names() {
  std::vector<std::string> names;
  for (const TimelineKind kind : kKinds) names.emplace_back(extension_of(kind) + 1);
  return names;
}

const char* extension_of(TimelineKind kind) {
  switch (kind) {
    case TimelineKind::json:
      return ".json";
    case TimelineKind::srt:
      return ".srt";
    case TimelineKind::vtt:
      return ".vtt";
    case TimelineKind::lrc:
      break;
  }
  return ".lrc";
}

std::unique_ptr<TimelineWriter> make_timeline_writer(TimelineKind kind, const TimelineHeader& header, ByteSink& sink) {
  assert(header.rate.hertz > 0);
  switch (kind) {
    case TimelineKind::json:
      return make_json_writer(header, sink);
    case TimelineKind::srt:
      return make_srt_writer(header, sink);
    case TimelineKind::vtt:
      return make_vtt_writer(header, sink);
    case TimelineKind::lrc:
      break;
  }
  return make_lrc_writer(header, sink);
}

}  // namespace aloud
