#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "document/article_file.h"
#include "document/document.h"
#include "process/reader_limits.h"
#include "process/reader_process.h"

namespace aloud {

/// Reads articles, each in a process of its own: what a parser does wrong there costs that article, and nothing else.
/// The process has limits of memory and time, and can neither open anything nor send anything but the document; that is checked
/// as the stranger's word that it is (document/document_message.h).
class ArticleReader {
 public:
  /// Starts the process that the others are forked from; any thread may call (process/helper_process.h).
  /// On failure throws Error{synthesis}.
  /// `function`: for tests, what reads instead; then the process is a fork, and this one has to have one thread.
  explicit ArticleReader(const ReaderLimits& limits = {}, ReadFunction* function = nullptr);
  ~ArticleReader();
  ArticleReader(const ArticleReader&) = delete;
  ArticleReader& operator=(const ArticleReader&) = delete;

  /// As parse_any_article(): `path` is a name, and is not opened. Any thread may call; one article is read at a time.
  /// On failure (also a crash, a hang, or more memory or time than the limits) throws Error{input} at the article.
  Document read(const std::string& path, std::string_view bytes, const ReadOptions& options = {});

  /// The same, of what `loader` gets; of the file, or standard input for "-", where there is none.
  Document load(const std::string& path, const ReadOptions& options, const ArticleLoader& loader = {});

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aloud
