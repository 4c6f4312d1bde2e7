#include "process/take_slots.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include "util/error.h"

namespace aloud {
namespace {

/// Ten minutes of 16-bit samples and their word times; address space, not memory.
constexpr std::size_t kSlotBytes = std::size_t{32} << 20;
/// What a slot keeps in memory between takes: an average sentence, so that its pages need not be made anew.
constexpr std::size_t kKeptBytes = std::size_t{512} << 10;

struct Head {
  std::uint32_t outcome = 0;
  std::uint32_t words = 0;
  std::uint64_t payload = 0;  ///< bytes after the words: text, audio, or the reason of a failure
  std::int64_t length = 0, speech_begin = 0, speech_end = 0;
};

constexpr std::size_t kLongestReason = 4096;  // or path (PATH_MAX)

constexpr std::size_t kPayloadBytes = kSlotBytes - sizeof(Head);
constexpr std::size_t kWordBytes = std::max(sizeof(WordTime), sizeof(ByteRange));

bool fits(std::uint64_t payload, std::uint64_t words) {
  return words <= kPayloadBytes / kWordBytes && payload <= kPayloadBytes - words * kWordBytes;
}

bool is_plausible(const Head& head, const std::byte* words) {
  if (head.speech_begin < 0 || head.speech_end < head.speech_begin || head.length < head.speech_end) return false;
  Frames last{0};
  for (std::uint32_t i = 0; i < head.words; ++i) {
    WordTime word;
    const std::byte* from = words + i * sizeof word;
    // No bool may hold what a child that went wild has left there.
    if (std::to_integer<unsigned>(from[offsetof(WordTime, heard)]) > 1) return false;
    std::memcpy(&word, from, sizeof word);
    if (word.begin < last || word.end < word.begin || word.end.count > head.length) return false;
    last = word.begin;
  }
  return true;
}

/// Maps the pages of what is about to be written in one call: a new child has none of them, and a fault for each costs more
/// than the copying. Kernels before 5.14 do not know the call, and take the faults.
void map_at_once(std::byte* begin, std::size_t size) {
#ifdef MADV_POPULATE_WRITE
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  madvise(begin, (size + page - 1) / page * page, MADV_POPULATE_WRITE);
#else
  static_cast<void>(begin), static_cast<void>(size);
#endif
}

// Beyond the limit, the kernel would not only refuse, but send SIGXFSZ.
bool size_within_limit(std::size_t bytes) {
  rlimit limit{};
  return getrlimit(RLIMIT_FSIZE, &limit) == 0 && (limit.rlim_cur == RLIM_INFINITY || bytes <= limit.rlim_cur);
}

[[noreturn]] void fail_for_want_of_memory() {
  throw Error(ErrorKind::synthesis, "no shared memory for the takes: " + describe_errno(errno));
}

}  // namespace

// Its size is fixed: whoever else has the memory cannot take pages away from under us. A limit to the size of files (ulimit -f)
// holds for it, too; memory without a descriptor then serves the processes that are forked from this one.
TakeSlots::TakeSlots(std::size_t count) : count_(count), descriptor_(memfd_create("takes", MFD_CLOEXEC | MFD_ALLOW_SEALING)) {
  if (descriptor_ && size_within_limit(count * kSlotBytes) &&
      ftruncate(descriptor_.get(), static_cast<off_t>(count * kSlotBytes)) == 0) {
    fcntl(descriptor_.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
  } else {
    descriptor_ = UniqueDescriptor();
  }
  map(descriptor_.get());
}

int TakeSlots::memory_descriptor() const {
  if (!descriptor_)
    throw Error(ErrorKind::synthesis,
                "the limit to the size of files (ulimit -f) leaves no memory to share with a program that speaks");
  return descriptor_.get();
}

TakeSlots::TakeSlots(UniqueDescriptor memory, std::size_t count) : count_(count) { map(memory.get()); }

void TakeSlots::map(int descriptor) {
  const int anonymous = descriptor < 0 ? MAP_ANONYMOUS : 0;
  void* memory =
      mmap(nullptr, count_ * kSlotBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE | anonymous, descriptor, 0);
  if (memory == MAP_FAILED) fail_for_want_of_memory();
  memory_ = static_cast<std::byte*>(memory);
}

TakeSlots::~TakeSlots() { munmap(memory_, count_ * kSlotBytes); }

std::byte* TakeSlots::at(std::size_t slot) const { return memory_ + slot * kSlotBytes; }

bool TakeSlots::fits_request(std::string_view text, std::size_t words) { return fits(text.size(), words); }

void TakeSlots::write_request(std::size_t slot, std::string_view text, const std::vector<ByteRange>& words) {
  Head head;
  head.words = static_cast<std::uint32_t>(words.size());
  head.payload = text.size();
  std::byte* to = at(slot);
  std::memcpy(to, &head, sizeof head);
  if (!words.empty()) std::memcpy(to + sizeof head, words.data(), words.size() * sizeof(ByteRange));
  std::memcpy(to + sizeof head + words.size() * sizeof(ByteRange), text.data(), text.size());
}

std::optional<TakeRequest> TakeSlots::read_request(std::size_t slot) const {
  Head head;
  const std::byte* from = at(slot);
  std::memcpy(&head, from, sizeof head);
  if (!fits(head.payload, head.words)) return std::nullopt;
  TakeRequest request;
  request.words.resize(head.words);
  if (head.words > 0) std::memcpy(request.words.data(), from + sizeof head, head.words * sizeof(ByteRange));
  request.text.resize(head.payload);
  std::memcpy(request.text.data(), from + sizeof head + head.words * sizeof(ByteRange), head.payload);
  return request;
}

void TakeSlots::keep_only(std::size_t slot) {
  if (slot > 0) munmap(memory_, slot * kSlotBytes);
  if (slot + 1 < count_) munmap(at(slot + 1), (count_ - slot - 1) * kSlotBytes);
}

void TakeSlots::write_result(std::size_t slot, const MadeTake& made) {
  if (!fits(made.audio.bytes.size(), made.words.size())) return write_failure(slot, "became too much audio");
  Head head;
  head.words = static_cast<std::uint32_t>(made.words.size());
  head.payload = made.audio.bytes.size();
  head.length = made.audio.length.count;
  head.speech_begin = made.audio.speech_begin.count;
  head.speech_end = made.audio.speech_end.count;
  std::byte* to = at(slot);
  const std::size_t words_bytes = made.words.size() * sizeof(WordTime);
  map_at_once(to, sizeof head + words_bytes + head.payload);
  if (words_bytes > 0) std::memcpy(to + sizeof head, made.words.data(), words_bytes);
  if (head.payload > 0) std::memcpy(to + sizeof head + words_bytes, made.audio.bytes.data(), head.payload);
  // The head goes last: a child that dies halfway leaves no outcome behind.
  head.outcome = static_cast<std::uint32_t>(Outcome::made);
  std::memcpy(to, &head, sizeof head);
}

void TakeSlots::write_reason(std::size_t slot, Outcome outcome, std::string_view reason) {
  Head head;
  head.outcome = static_cast<std::uint32_t>(outcome);
  head.payload = std::min(reason.size(), kLongestReason);
  std::memcpy(at(slot) + sizeof head, reason.data(), head.payload);
  std::memcpy(at(slot), &head, sizeof head);
}

void TakeSlots::write_failure(std::size_t slot, std::string_view reason) { write_reason(slot, Outcome::failed, reason); }

void TakeSlots::write_file_request(std::size_t slot, const char* path) { write_reason(slot, Outcome::wants_file, path); }

TakeSlots::Outcome TakeSlots::outcome(std::size_t slot) const {
  Head head;
  std::memcpy(&head, at(slot), sizeof head);
  return head.outcome <= static_cast<std::uint32_t>(Outcome::wants_file) ? static_cast<Outcome>(head.outcome) : Outcome::none;
}

std::string TakeSlots::failure(std::size_t slot) const {
  Head head;
  std::memcpy(&head, at(slot), sizeof head);
  return {reinterpret_cast<const char*>(at(slot) + sizeof head), std::min<std::size_t>(head.payload, kLongestReason)};
}

bool TakeSlots::holds_result(std::size_t slot, std::size_t words) const {
  Head head;
  std::memcpy(&head, at(slot), sizeof head);
  return head.outcome == static_cast<std::uint32_t>(Outcome::made) && head.words == words && fits(head.payload, head.words) &&
         is_plausible(head, at(slot) + sizeof head);
}

std::optional<MadeTake> TakeSlots::read_result(std::size_t slot, std::size_t words) const {
  if (!holds_result(slot, words)) return std::nullopt;
  Head head;
  const std::byte* from = at(slot);
  std::memcpy(&head, from, sizeof head);
  MadeTake made;
  made.audio.length = Frames{head.length};
  made.audio.speech_begin = Frames{head.speech_begin};
  made.audio.speech_end = Frames{head.speech_end};
  made.words.resize(words);
  if (words > 0) std::memcpy(made.words.data(), from + sizeof head, words * sizeof(WordTime));
  const std::byte* bytes = from + sizeof head + words * sizeof(WordTime);
  made.audio.bytes.assign(bytes, bytes + head.payload);
  return made;
}

void TakeSlots::clear_outcome(std::size_t slot) { std::memset(at(slot), 0, sizeof(Head)); }

void TakeSlots::release(std::size_t slot) {
  Head head;
  std::memcpy(&head, at(slot), sizeof head);
  // What a failed child wrote is unknown.
  const bool small = head.outcome == static_cast<std::uint32_t>(Outcome::made) &&
                     sizeof head + head.words * kWordBytes + head.payload <= kKeptBytes;
  if (!small) madvise(at(slot) + kKeptBytes, kSlotBytes - kKeptBytes, MADV_REMOVE);
}

}  // namespace aloud
