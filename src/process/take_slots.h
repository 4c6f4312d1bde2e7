#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "process/take_maker.h"
#include "util/unique_descriptor.h"

namespace aloud {

/// What a fork server is asked to make. A private copy: nothing a child does to the shared memory can change it.
struct TakeRequest {
  std::string text;
  std::vector<ByteRange> words;
};

/// Memory shared between the performer, its fork servers and their children: one slot per utterance of the window. A slot holds
/// first the request, written by the performer, then the result, written by the child. Pages cost memory only once touched.
class TakeSlots {
 public:
  /// On failure throws Error{synthesis}.
  explicit TakeSlots(std::size_t count);

  /// The slots of another process, by their memory_descriptor(), which is closed. On failure throws Error{synthesis}.
  TakeSlots(UniqueDescriptor memory, std::size_t count);
  ~TakeSlots();
  TakeSlots(const TakeSlots&) = delete;
  TakeSlots& operator=(const TakeSlots&) = delete;

  std::size_t count() const { return count_; }

  /// By which another process gets at the slots. On failure (a limit to the size of files leaves none) throws Error{synthesis}.
  int memory_descriptor() const;

  /// Requires: fits_request(request).
  void write_request(std::size_t slot, std::string_view text, const std::vector<ByteRange>& words);
  static bool fits_request(std::string_view text, std::size_t words);
  std::optional<TakeRequest> read_request(std::size_t slot) const;

  /// Called in a child, before it does anything dangerous: all other slots are unmapped.
  void keep_only(std::size_t slot);

  /// Called in a child, last. A result that does not fit becomes a failure.
  void write_result(std::size_t slot, const MadeTake& made);
  void write_failure(std::size_t slot, std::string_view reason);

  /// Called in a child, in a signal handler, last: there is no result until the file `path` can be read.
  void write_file_request(std::size_t slot, const char* path);

  enum class Outcome : std::uint32_t { none, made, failed, wants_file };
  Outcome outcome(std::size_t slot) const;
  std::string failure(std::size_t slot) const;  ///< the reason, or the file that is asked for

  /// Whether the slot holds a result for `words` words with sizes and times in range.
  bool holds_result(std::size_t slot, std::size_t words) const;

  /// The result, or nullopt unless holds_result().
  std::optional<MadeTake> read_result(std::size_t slot, std::size_t words) const;

  /// Forgets a result, so that no later one can be mistaken for it. Called before a child is forked.
  void clear_outcome(std::size_t slot);

  /// Gives the pages of a large result back, so that memory stays bounded by the window and not by the largest take.
  void release(std::size_t slot);

 private:
  std::byte* at(std::size_t slot) const;
  void write_reason(std::size_t slot, Outcome outcome, std::string_view reason);

  void map(int descriptor);

  std::size_t count_;
  UniqueDescriptor descriptor_;
  std::byte* memory_ = nullptr;
};

}  // namespace aloud
