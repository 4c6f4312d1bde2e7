#include "timeline/timeline.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "timeline/writers.h"

namespace aloud {
namespace {

struct KindName {
  TimelineKind kind;
  const char* name;
  const char* extension;
};

constexpr KindName kKinds[] = {
    {TimelineKind::json, "json", ".json"},
    {TimelineKind::srt, "srt", ".srt"},
    {TimelineKind::vtt, "vtt", ".vtt"},
    {TimelineKind::lrc, "lrc", ".lrc"},
    {TimelineKind::ass, "ass", ".ass"},
    {TimelineKind::ttml, "ttml", ".ttml"},
    {TimelineKind::labels, "labels", ".labels"},
    {TimelineKind::textgrid, "textgrid", ".textgrid"},
    {TimelineKind::chapters, "chapters", ".chapters.json"},
    {TimelineKind::html, "html", ".html"},
};

}  // namespace

std::optional<TimelineKind> timeline_kind_by_name(std::string_view name) {
  for (const KindName& kind : kKinds) {
    if (name == kind.name) return kind.kind;
  }
  return std::nullopt;
}

std::vector<std::string> timeline_names() {
  std::vector<std::string> names;
  for (const KindName& kind : kKinds) names.emplace_back(kind.name);
  return names;
}

const char* extension_of(TimelineKind kind) {
  return std::find_if(std::begin(kKinds), std::end(kKinds), [&](const KindName& known) { return known.kind == kind; })
      ->extension;
}

std::unique_ptr<TimelineWriter> make_timeline_writer(TimelineKind kind, const TimelineHeader& header, ByteSink& sink) {
  assert(header.rate.hertz > 0 && kind != TimelineKind::html);
  switch (kind) {
    case TimelineKind::json:
      return make_json_writer(header, sink);
    case TimelineKind::srt:
      return make_srt_writer(header, sink);
    case TimelineKind::vtt:
      return make_vtt_writer(header, sink);
    case TimelineKind::lrc:
      return make_lrc_writer(header, sink);
    case TimelineKind::ass:
      return make_ass_writer(header, sink);
    case TimelineKind::ttml:
      return make_ttml_writer(header, sink);
    case TimelineKind::labels:
      return make_labels_writer(header, sink);
    case TimelineKind::textgrid:
      return make_textgrid_writer(header, sink);
    case TimelineKind::chapters:
      return make_chapters_writer(header, sink);
    case TimelineKind::html:
      break;
  }
  return nullptr;
}

}  // namespace aloud
