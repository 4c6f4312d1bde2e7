#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace aloud {

/// The weights of a linear model: what each feature adds to each label. A view of bytes that a training script wrote
/// (docs/formats/weights.md), ready as they are: nothing is parsed but the head. Thread-safe.
class WeightTable {
 public:
  /// `bytes` live as long as this. Throws Error{usage} if they are not a whole table.
  explicit WeightTable(std::string_view bytes);

  /// The names of the labels, in order. A label's index is its number everywhere else.
  const std::vector<std::string_view>& labels() const { return labels_; }

  /// Calls `add(label, weight)` for each label that the feature speaks for or against.
  template <typename Add>
  void each(std::string_view feature, Add add) const {
    std::size_t count = 0;
    const char* pairs = find(hash(feature), count);
    for (std::size_t i = 0; i < count; ++i) {
      const auto label = static_cast<std::uint8_t>(pairs[2 * i]);
      if (label < labels_.size())
        add(std::size_t{label}, static_cast<float>(static_cast<std::int8_t>(pairs[2 * i + 1])) * unit_);
    }
  }

  /// What a feature is found by: FNV-1a of 32 bits, mixed so that all bits tell. The training scripts have the same.
  static std::uint32_t hash(std::string_view feature);

 private:
  const char* find(std::uint32_t hash, std::size_t& count) const;

  std::vector<std::string_view> labels_;
  float unit_ = 1;            // the weight of 1
  unsigned bucket_bits_ = 0;  // how many of the highest bits of a hash choose its bucket
  std::string_view buckets_;  // where each begins in entries_, and where the last ends: 4 bytes each, lowest first
  std::string_view entries_;
};

/// The table of that name that is built in ("en-tags"); empty if there is none.
std::string_view built_in_weights(std::string_view name);

}  // namespace aloud
