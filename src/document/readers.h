#pragma once

#include <cstddef>

#include "document/document.h"

namespace aloud {

/// Appends the blocks of the plain text from `body_begin` on to `document`, with what is silent in it.
/// Paragraphs by blank lines; a title line, underlined headings and simple lists are recognised.
void read_plain_text(Document& document, std::size_t body_begin);

/// The same for CommonMark with GitHub's extensions and those dialects. Every letter and digit from `body_begin` on ends up in
/// a block or in document.silent.
void read_markdown(Document& document, std::size_t body_begin, DialectSet dialects);

/// Reads a line that stands for itself, as the title in front matter: its inline markup, the tags that HTML knows, and
/// entities. Never empty where `line` is not.
RichText read_markdown_line(const AlignedText& line);

/// The same for a whole web page, with its metadata as front matter.
void read_html_page(Document& document, const ReadOptions& options);

/// The same for SSML 1.1 (document/ssml/). On failure (XML that is not well-formed) throws Error{input} at the place.
void read_ssml(Document& document);

/// The same for SubRip and WebVTT: the cues' text in paragraphs; numbers, times, positions and comments are silent.
void read_subtitles(Document& document);

}  // namespace aloud
