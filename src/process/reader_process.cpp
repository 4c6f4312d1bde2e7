#include "process/reader_process.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <new>
#include <optional>
#include <string>

#include "document/document.h"
#include "process/containment.h"
#include "process/data_files.h"
#include "process/local_socket.h"
#include "process/reader_message.h"
#include "process/system_call_filter.h"
#include "util/error.h"
#include "util/poll_for.h"
#include "util/unique_descriptor.h"

extern "C" {  // which glibc 2.36 leaves out
#include <sys/pidfd.h>
}

namespace aloud {
namespace {

/// All of the article, before any limit counts.
std::string receive_bytes(int socket, std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t at = 0; at < size;) {
    const ssize_t count = recv(socket, bytes.data() + at, size - at, MSG_WAITALL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) _exit(1);
    at += static_cast<std::size_t>(count);
  }
  return bytes;
}

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(1);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Touches a stranger's bytes: nothing is open but them and the pipe, and nothing more can be opened.
[[noreturn]] void be_reader(const ReadOrder& order, std::array<int, 2> descriptors, pid_t parent, ReadFunction* read) {
  die_with_parent(parent);
  const std::string bytes = receive_bytes(descriptors[0], order.bytes);
  limit_resources(order.memory);
  limit_processor_time(std::chrono::milliseconds(order.processor_ms));
  answer_that_no_file_is_there();
  if (can_filter_system_calls() && !filter_system_calls()) _exit(kNotContained);
  try {
    write_all(descriptors[1], read(order, bytes));
  } catch (const std::bad_alloc&) {
    _exit(kOutOfMemory);
  }
  _exit(0);
}

/// Until the process ends, is overdue, or nobody waits for it any more.
ReadReport await(pid_t pid, const ReadOrder& order, int orders) {
  const UniqueDescriptor process(pidfd_open(pid, 0));
  pollfd watched[] = {{process.get(), POLLIN, 0}, {orders, POLLRDHUP, 0}};
  poll_for(watched, std::chrono::milliseconds(order.wall_ms));
  ReadReport report;
  if (watched[0].revents == 0) {
    report.how = ReadReport::How::overdue;
    kill(pid, SIGKILL);
  }
  while (waitpid(pid, &report.detail, 0) < 0 && errno == EINTR) {
  }
  return report;
}

ReadReport carry_out(const ReadOrder& order, std::array<int, 2> descriptors, int orders, ReadFunction* read) {
  const pid_t self = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    close(orders);
    be_reader(order, descriptors, self, read);
  }
  const int error = errno;
  for (const int descriptor : descriptors) close(descriptor);
  return pid < 0 ? ReadReport{ReadReport::How::not_started, error} : await(pid, order, orders);
}

}  // namespace

std::string read_in_process(const ReadOrder& order, std::string_view bytes) {
  try {
    ReadOptions options;
    if (order.format >= 0) options.format = static_cast<DocumentFormat>(order.format);
    options.extract = static_cast<Extract>(order.extract);
    options.dialects = DialectSet::of_bits(order.dialects);
    options.encoding = order.encoding;
    options.explain = order.explain != 0;
    return message_of_document(parse_any_article(order.path, bytes, options));
  } catch (const Error& error) {
    return message_of_failure(error);
  }
}

namespace {

/// What libraries set up when they are first used would be set up by each process anew.
void warm_up() { (void)read_in_process({.path = "warm-up.md"}, "---\ntitle: *a*\n---\n# *a* \xC3\xA4 b\n\n|a|\n|-|\n|b|\n"); }

}  // namespace

void serve_readings(int orders, ReadFunction* read) {
  warm_up();
  ReadOrder order;
  std::array<int, 2> received{};
  while (receive_with_descriptors(orders, std::as_writable_bytes(std::span(&order, 1)), received) == sizeof order) {
    const ReadReport report = carry_out(order, received, orders, read);
    if (send(orders, &report, sizeof report, MSG_NOSIGNAL) < 0) return;
  }
}

void run_reader(std::span<const int> descriptors) {
  if (descriptors.size() == 1) serve_readings(descriptors[0], &read_in_process);
}

}  // namespace aloud
