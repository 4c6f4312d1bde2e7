#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "document/read_options.h"

namespace aloud {

// The processes that read articles, as ArticleReader starts them: one that waits for orders, and forks another for each.

/// Read an article: sent with a socket that its bytes come from, and an end of the pipe that the message goes into.
struct ReadOrder {
  static constexpr std::size_t kLongestPath = 4096;
  char path[kLongestPath] = {};    ///< its end, if it is longer; zero-terminated. Names the format, and is not opened
  std::uint64_t bytes = 0;         ///< of the article
  std::uint64_t memory = 0;        ///< bytes that reading may allocate
  std::uint64_t processor_ms = 0;  ///< that it may compute
  std::uint64_t wall_ms = 0;       ///< that it may take
  std::int32_t format = -1;        ///< DocumentFormat; -1: by what it begins with, and its name
  std::int32_t extract = 0;        ///< Extract
  std::uint32_t dialects = 0;      ///< DialectSet::bits()
  char encoding[ReadOptions::kLongestEncoding + 1] = {};  ///< ReadOptions::encoding; zero-terminated
  std::int32_t explain = 0;                               ///< ReadOptions::explain
};

/// How the process of an order ended.
struct ReadReport {
  enum class How : std::uint32_t { ended, overdue, not_started } how = How::ended;
  std::int32_t detail = 0;  ///< ended: as waitpid() tells; not_started: errno
};

/// Exit codes of a process that read.
inline constexpr int kOutOfMemory = 3, kNotContained = 4;

/// The message (process/reader_message.h) for an article.
using ReadFunction = std::string(const ReadOrder& order, std::string_view bytes);
std::string read_in_process(const ReadOrder& order, std::string_view bytes);

inline constexpr const char* kReaderEntryPoint = "article-reader";

/// Descriptors: a SOCK_SEQPACKET for ReadOrder and ReadReport. Ends when its other end is closed.
void run_reader(std::span<const int> descriptors);

/// The same, with what reads.
void serve_readings(int orders, ReadFunction* read);

}  // namespace aloud
