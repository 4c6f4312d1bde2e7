#pragma once

#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace aloud {

/// Values that take long to make, one for each key: made when first asked for, and kept as long as this. Any thread may ask.
template <typename Value>
class MemoTable {
 public:
  /// `make()` gives the value of a new key. What it throws goes on to the caller, and the next one tries again.
  template <typename Make>
  const Value& get(const std::string& key, Make make) {
    const std::lock_guard lock(mutex_);
    auto found = values_.find(key);
    if (found == values_.end()) found = values_.emplace(key, make()).first;
    return found->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Value> values_;  // whose elements stay where they are
};

}  // namespace aloud
