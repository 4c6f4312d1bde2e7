#include "document/document_checks.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "util/error.h"
#include "util/utf8.h"

namespace aloud {
namespace {

std::string check_text(const Document& document, const RichText& rich, std::vector<bool>& accounted) {
  const std::string& source = document.source.text();
  const std::string& text = rich.text.text();
  for (const AlignedText::Run& run : rich.text.runs()) {
    if (run.source.begin > run.source.end || run.source.end > source.size()) return "run outside of the source in: " + text;
    const std::size_t size = run.text_end - run.text_begin;
    if (run.mapping == Mapping::linear &&
        source.compare(run.source.begin, run.source.size(), text, run.text_begin, size) != 0) {
      return "linear run differs from its source in: " + text;
    }
    for (std::size_t at = run.source.begin; at < run.source.end; ++at) accounted[at] = true;
  }
  for (const Span& span : rich.spans) {
    if (span.text.begin > span.text.end || span.text.end > text.size()) return "span outside of its text: " + text;
  }
  return is_valid_utf8(text) ? "" : "text is not UTF-8: " + text;
}

std::string account(const Document& document, std::vector<bool>& accounted) {
  const std::string& source = document.source.text();
  for (const Block& block : document.blocks) {
    if (block.source.begin > block.source.end || block.source.end > source.size()) return "block outside of the source";
    std::string problem = check_text(document, block.content, accounted);
    for (const RichText& cell : block.cells) problem += check_text(document, cell, accounted);
    if (!problem.empty()) return problem;
  }
  std::size_t end = 0;
  for (const SilentRange& range : document.silent) {
    if (range.source.begin < end || range.source.empty() || range.source.end > source.size()) return "silent ranges overlap";
    end = range.source.end;
  }
  return {};
}

std::string account_silent(const Document& document, std::vector<bool>& accounted) {
  for (const SilentRange& range : document.silent) {
    for (std::size_t at = range.source.begin; at < range.source.end; ++at) {
      if (accounted[at]) return "silent and spoken at once at " + std::to_string(at);
      accounted[at] = true;
    }
  }
  return {};
}

}  // namespace

Document read_text(std::string_view text, DocumentFormat format) {
  return read_document(SourceText::decode("article", text), format);
}

std::string unsound(const Document& document) {
  std::vector<bool> accounted(document.source.text().size(), false);
  return account(document, accounted);
}

std::string violation(const Document& document) {
  const std::string& source = document.source.text();
  std::vector<bool> accounted(source.size(), false);
  std::string problem = account(document, accounted);
  if (problem.empty()) problem = account_silent(document, accounted);
  if (!problem.empty()) return problem;
  for (std::size_t at = 0; at < source.size();) {
    const CodePoint point = code_point_at(source, at);
    if (is_alphanumeric(point.value) && !accounted[at]) return "lost at " + std::to_string(at) + "\n" + describe(document);
    at += point.size;
  }
  return {};
}

void require_promises(std::string_view bytes, DocumentFormat format) {
  try {
    const std::string problem = violation(read_text(bytes, format));
    if (problem.empty()) return;
    std::fprintf(stderr, "%s\n", problem.c_str());
    std::abort();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) std::abort();
  }
}

}  // namespace aloud
