#pragma once

#include <functional>
#include <memory>
#include <string>

#include "document/document.h"
#include "timeline/timeline.h"
#include "util/byte_sink.h"
#include "util/byte_source.h"

namespace aloud {

/// Where the page's sound is: within the page, or in a file beside it.
enum class PageAudio { embed, link };

struct PageOptions {
  PageAudio audio = PageAudio::embed;
  std::string mime;  ///< of the audio: "audio/ogg; codecs=opus"
  std::string link;  ///< the file's name, from the page
  /// The finished audio, asked for in finish(); empty: there is none to be embedded.
  std::function<std::unique_ptr<ByteSource>()> bytes;
  /// The address that the page has for an image's; empty: as it is (article_html.h).
  std::function<std::string(const std::string&)> picture;
};

/// Writes the page to read along: one file of HTML that holds the article, its times, a script and a style, and works from
/// anywhere, without a network. docs/formats/page.md describes it.
///
/// Requires: `document` and `sink` outlive the writer. Nothing is written before finish().
std::unique_ptr<TimelineWriter> make_page_writer(const Document& document, const TimelineHeader& header, PageOptions options,
                                                 ByteSink& sink);

}  // namespace aloud
