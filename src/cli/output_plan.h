#pragma once

#include <string>
#include <vector>

#include "audio/audio_format.h"
#include "cli/arguments.h"
#include "document/chapters.h"
#include "timeline/timeline.h"

namespace aloud::cli {

/// Where one article goes.
struct PlannedOutput {
  std::string article;
  std::string path;               ///< "-" for standard output
  bool named_by_article = false;  ///< in a directory that was asked for, or the current one; else the whole path was
  AudioFormat format = AudioFormat::vorbis;
  std::vector<std::pair<TimelineKind, std::string>> timelines;
  std::string title;     ///< for the tags, of a chapter; empty: the article's
  bool is_page = false;  ///< `path` is a page that holds the audio
};

/// Decides names and formats of all outputs before any work is done.
/// On failure (an unknown format, two articles with one output, several formats for one file, an output that is one of the
/// articles, a timeline with nowhere to go) throws Error{usage}.
std::vector<PlannedOutput> plan_outputs(const RenderArguments& arguments);

/// Where a chapter of a book goes, of which `output` is planned: the same with the chapter's number, which has as many digits
/// as `last`, and its title as the name: "03-the-tide.ogg".
PlannedOutput output_of_chapter(const PlannedOutput& output, const Chapter& chapter, int last);

/// Whether this is the name of a page.
bool is_page_name(const std::string& path);

/// The format to write `path` in: `asked` by name in any case, else by extension, else vorbis.
/// On failure (an unknown name, or an extension that says otherwise nothing known) throws Error{usage}.
AudioFormat choose_format(const std::string& asked, const std::string& path);

/// The formats that are asked for, each once; one by the output's extension where none is. On failure throws Error{usage}.
std::vector<AudioFormat> formats_of(const RenderArguments& arguments);

/// The options that are for `format`, and those that are for none of `formats`, which choose_quality() refuses.
QualityArguments quality_among(const QualityArguments& asked, AudioFormat format, const std::vector<AudioFormat>& formats);

/// On failure (an unknown name) throws Error{usage}.
SampleFormat choose_sample_format(const std::string& name);

/// Quality for `format` from the options. On failure (an option of another format, a value out of range) throws Error{usage}.
Quality choose_quality(const QualityArguments& arguments, AudioFormat format);

/// On failure (an unknown name) throws Error{usage}.
TimelineKind choose_timeline(const std::string& name);

}  // namespace aloud::cli
