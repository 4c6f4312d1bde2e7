#include "play/schedule.h"

#include <algorithm>

namespace aloud {
namespace {

/// Frames of speech for a byte of text before anything was heard: some 15 letters a second.
constexpr double kFramesPerByte = 22050.0 / 15;

}  // namespace

void Schedule::add(Frames pause, std::size_t bytes) {
  entries_.push_back({pause, bytes});
  ++unknown_;
  settled_ = false;
}

void Schedule::finish(Frames tail) {
  tail_ = tail;
  finished_ = true;
  settled_ = false;
}

void Schedule::set_exact(std::size_t utterance, Frames length) {
  Entry& entry = entries_[utterance];
  if (entry.exact) return;
  entry.exact = true;
  entry.length = static_cast<double>(length.count);
  --unknown_;
  known_speech_ += std::max(0.0, entry.length - static_cast<double>(entry.pause.count));
  known_bytes_ += static_cast<double>(entry.bytes);
  settled_ = false;
}

void Schedule::set_estimate(std::size_t utterance, Frames length) {
  Entry& entry = entries_[utterance];
  if (entry.exact) return;
  entry.measured = true;
  entry.length = static_cast<double>(length.count);
  settled_ = false;
}

bool Schedule::exact_until(double seconds) const {
  return (first_unknown() == entries_.size() ? total() : start(first_unknown())) > seconds;
}

std::size_t Schedule::first_unknown() const {
  if (unknown_ == 0) return entries_.size();
  const auto found = std::find_if(entries_.begin(), entries_.end(), [](const Entry& entry) { return !entry.exact; });
  return static_cast<std::size_t>(found - entries_.begin());
}

double Schedule::estimate(const Entry& entry) const {
  if (entry.exact || entry.measured) return entry.length;
  const double per_byte = known_bytes_ > 0 ? known_speech_ / known_bytes_ : kFramesPerByte;
  return static_cast<double>(entry.pause.count) + per_byte * static_cast<double>(entry.bytes);
}

void Schedule::settle() const {
  if (settled_) return;
  starts_.clear();
  double at = 0;
  for (const Entry& entry : entries_) {
    starts_.push_back(at);
    at += estimate(entry);
  }
  starts_.push_back(at);
  settled_ = true;
}

double Schedule::start(std::size_t utterance) const {
  settle();
  return starts_[std::min(utterance, entries_.size())] / static_cast<double>(kEngineRate.hertz);
}

double Schedule::total() const {
  settle();
  return (starts_.back() + static_cast<double>(tail_.count)) / static_cast<double>(kEngineRate.hertz);
}

std::size_t Schedule::at(double seconds) const {
  settle();
  const double frames = seconds * static_cast<double>(kEngineRate.hertz);
  const auto after = std::upper_bound(starts_.begin(), starts_.end() - 1, frames);
  return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
}

}  // namespace aloud
