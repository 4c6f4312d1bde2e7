#include "process/article_reader.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <span>

#include "document/article_file.h"
#include "document/chapters.h"
#include "process/containment.h"
#include "process/converter.h"
#include "process/helper_process.h"
#include "process/local_socket.h"
#include "process/reader_message.h"
#include "process/reader_process.h"
#include "util/address.h"
#include "util/error.h"
#include "util/message.h"
#include "util/poll_for.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

constexpr int kWallPerProcessor = 4;

/// Of the process that waits for orders, beyond what it allows the one that reads.
constexpr milliseconds kPatience{10'000};

/// What cmark-gfm is kept from, it cannot hand over either.
constexpr std::size_t kMessage = std::size_t{128} << 20, kMessagePerByte = 80;

constexpr int kPipeBytes = 1 << 20;
constexpr std::size_t kPiece = 256 * 1024;

/// Pages are pictures of text.
constexpr const char* kTextOfPdf =
    "a PDF says where letters stand, and not what they belong to: listen for heads and feet of pages, columns, tables and "
    "notes "
    "in the wrong place; a page or a document of the same text reads better";

/// How reading went that made no document.
struct Trouble {
  std::string what;
};

/// Whatever does not arrive shows in what comes back.
void send_bytes(int socket, std::string_view bytes, milliseconds patience) {
  const timeval longest{patience.count() / 1000, 0};
  setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest);
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

ReadOrder order_for(const std::string& path, std::size_t bytes, const ReadOptions& options, const ReaderLimits& limits) {
  ReadOrder order;
  const std::string end = path.size() < sizeof order.path ? path : path.substr(path.size() - sizeof order.path + 1);
  std::memcpy(order.path, end.data(), end.size());
  const milliseconds time = limits.time + limits.time_per_mb * (bytes / 1'000'000);
  order.bytes = bytes;
  order.memory = limits.memory + limits.memory_per_byte * bytes;
  order.processor_ms = static_cast<std::uint64_t>(time.count());
  order.wall_ms = static_cast<std::uint64_t>((time * kWallPerProcessor + limits.patience).count());
  if (options.format) order.format = static_cast<std::int32_t>(*options.format);
  order.extract = static_cast<std::int32_t>(options.extract);
  order.dialects = options.dialects.bits();
  options.encoding.copy(order.encoding, sizeof order.encoding - 1);
  order.explain = options.explain ? 1 : 0;
  return order;
}

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }
std::string seconds(std::uint64_t ms) { return ms % 1000 == 0 ? std::to_string(ms / 1000) + " s" : std::to_string(ms) + " ms"; }

std::string description_of(const ReadReport& report, const ReadOrder& order) {
  if (report.how == ReadReport::How::not_started) return "got no process: " + describe_errno(report.detail);
  if (report.how == ReadReport::How::overdue) return "did not finish within " + seconds(order.wall_ms);
  const int status = report.detail;
  if (WIFEXITED(status) && WEXITSTATUS(status) == kOutOfMemory)
    return "needed more than " + megabytes(order.memory) + " of memory";
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotContained) return "could not be contained";
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
    return "needed more than " + seconds(order.processor_ms) + " of processor time";
  return describe_end(status);
}

bool await_input(int descriptor, std::uint64_t ms) {
  pollfd watched{descriptor, POLLIN, 0};
  return poll_for({&watched, 1}, milliseconds(ms)) > 0;
}

}  // namespace

class ArticleReader::Impl {
 public:
  Impl(const ReaderLimits& limits, ReadFunction* function) : limits_(limits), read_(function) { start(); }

  Document read(const std::string& path, std::string_view bytes, const ReadOptions& options) {
    const std::lock_guard lock(mutex_);
    const ReadOrder order = order_for(path, bytes.size(), options, limits_);
    try {
      const std::string message = message_for(order, bytes);
      Document document = document_or_failure(message, path, bytes.size());
      if (!options.chapters.empty()) keep_chapters(document, options.chapters);
      return document;
    } catch (const Trouble& trouble) {
      throw Error(ErrorKind::input, "cannot be read: the process that read it " + trouble.what, {article_name(path)});
    } catch (const BadMessage&) {
      throw Error(ErrorKind::input, "cannot be read: the process that read it left a damaged result", {article_name(path)});
    }
  }

  Document read_converted(const Conversion& conversion, const std::string& path, std::string_view bytes, ReadOptions options) {
    const std::string text = convert(conversion, bytes, article_name(path), limits_);
    options.format = conversion.result;
    options.encoding = "UTF-8";
    Document document = read(path, text, options);
    document.converted_by = conversion.program;
    if (conversion.result == DocumentFormat::plain_text) document.findings.push_back({"text-of-pdf", {}, kTextOfPdf});
    return document;
  }

 private:
  void start() {
    auto [ours, theirs] = connected_pair();
    HelperTask task{kReaderEntryPoint, {theirs.get()}, limits_.program, {}};
    if (read_ != nullptr) task.run_forked = [this](std::span<const int> ends) { serve_readings(ends[0], read_); };
    process_.emplace(task, read_ != nullptr ? StartMethod::fork : StartMethod::automatic);
    orders_ = std::move(ours);
  }

  std::string message_for(const ReadOrder& order, std::string_view bytes) {
    UniqueDescriptor pipe = send(order, bytes);
    const std::string message = receive(std::move(pipe), order);
    const ReadReport report = receive_report(order);
    const bool well = report.how == ReadReport::How::ended && WIFEXITED(report.detail) && WEXITSTATUS(report.detail) == 0;
    if (!well) throw Trouble{description_of(report, order)};
    return message;
  }

  /// The pipe that the message will come from. The article goes over a socket: a file in memory would be held to the caller's
  /// limit on the size of files. A process that died of something else is replaced, once.
  UniqueDescriptor send(const ReadOrder& order, std::string_view bytes) {
    auto [article, their_article] = connected_streams();
    auto [from, to] = open_pipe();
    if (bytes.size() > kPiece) fcntl(from.get(), F_SETPIPE_SZ, kPipeBytes);
    const std::array<int, 2> descriptors = {their_article.get(), to.get()};
    const auto sent = [&] { return send_with_descriptors(orders_.get(), std::as_bytes(std::span(&order, 1)), descriptors); };
    if (!sent()) {
      restart();
      if (!sent()) throw Trouble{"has died"};
    }
    their_article.reset();
    send_bytes(article.get(), bytes, milliseconds(order.wall_ms) + kPatience);
    return std::move(from);
  }

  std::string receive(UniqueDescriptor pipe, const ReadOrder& order) {
    const std::size_t most = kMessage + kMessagePerByte * order.bytes;
    std::string message;
    for (;;) {
      if (!await_input(pipe.get(), order.wall_ms + kPatience.count())) give_up("does not answer");
      const std::size_t before = message.size();
      message.resize(before + std::min(kPiece, 4096 + before));
      const ssize_t count = ::read(pipe.get(), message.data() + before, message.size() - before);
      message.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
      if (count == 0) return message;
      if (count < 0 && errno != EINTR) give_up("cannot be heard: " + describe_errno(errno));
      if (message.size() > most) give_up("handed over more than " + megabytes(most));
    }
  }

  ReadReport receive_report(const ReadOrder& order) {
    ReadReport report;
    if (!await_input(orders_.get(), order.wall_ms + kPatience.count())) give_up("does not answer");
    if (recv(orders_.get(), &report, sizeof report, 0) != sizeof report) give_up("has died");
    return report;
  }

  /// Whatever goes on below, goes on no more.
  [[noreturn]] void give_up(const std::string& what) {
    restart();
    throw Trouble{what};
  }

  void restart() {
    orders_.reset();
    process_->end(milliseconds(0));
    start();
  }

  const ReaderLimits limits_;
  ReadFunction* const read_;
  std::mutex mutex_;
  UniqueDescriptor orders_;
  std::optional<HelperProcess> process_;
};

ArticleReader::ArticleReader(const ReaderLimits& limits, ReadFunction* function)
    : impl_(std::make_unique<Impl>(limits, function)) {}

ArticleReader::~ArticleReader() = default;

Document ArticleReader::read(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  const Conversion* conversion = conversion_of(is_address(path) ? path_of(path) : path, bytes, options);
  return conversion == nullptr ? impl_->read(path, bytes, options) : impl_->read_converted(*conversion, path, bytes, options);
}

Document ArticleReader::load(const std::string& path, const ReadOptions& options, const ArticleLoader& loader) {
  const ArticleBytes article = loader ? loader(path) : ArticleBytes{read_article_bytes(path)};
  return read(path, article.bytes, options_with(options, article));
}

}  // namespace aloud
