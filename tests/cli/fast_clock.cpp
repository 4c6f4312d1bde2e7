// Preloaded (LD_PRELOAD), it lets a program believe that time runs a hundred thousand times too fast, as faketime can.
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>
#include <ctime>

namespace {
constexpr std::int64_t kFaster = 100'000;
}

extern "C" int clock_gettime(clockid_t clock, timespec* time) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  static timespec begin{};
  const long result = ::syscall(SYS_clock_gettime, clock, time);
  if (begin.tv_sec == 0) begin = *time;
  const std::int64_t passed = (time->tv_sec - begin.tv_sec) * kSecond + time->tv_nsec - begin.tv_nsec;
  const std::int64_t told = begin.tv_nsec + passed * kFaster;
  *time = {begin.tv_sec + told / kSecond, told % kSecond};
  return static_cast<int>(result);
}

extern "C" int poll(pollfd* watched, nfds_t count, int timeout) {
  return static_cast<int>(::syscall(SYS_poll, watched, count, timeout > 0 ? timeout / kFaster : timeout));
}
