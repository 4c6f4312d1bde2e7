#include "play/recordings.h"

#include <algorithm>

namespace aloud {

std::pair<AudioFormat, Quality> Recordings::format_of(std::size_t article) const {
  if (files_.empty()) return {AudioFormat::wav, Quality{}};
  const RenderRequest& request = state_.request.saves[article];
  return {request.format, request.quality};
}

void Recordings::begin(std::size_t article, const std::shared_ptr<Track>& track) {
  if (files_.empty() || files_[article].recorder) return;
  File& file = files_[article];
  file.track = track;
  file.failure = nullptr;
  file.recorder = std::make_unique<Recorder>(track->article(), state_.request.saves[article], state_.factory);
  track->recorded = true;
}

void Recordings::fail(std::size_t article, std::exception_ptr error) {
  if (!files_.empty() && !files_[article].recorder) files_[article].failure = std::move(error);
}

void Recordings::offer(const std::shared_ptr<Track>& track, const Utterance& utterance, const Take& take) {
  for (File& file : files_) {
    if (file.track != track || file.over()) continue;
    follow_script(file);
    file.recorder->offer(utterance, take);
  }
}

/// Hands the recorder what has been composed since.
void Recordings::follow_script(File& file) {
  std::vector<Utterance> fresh;
  std::optional<std::chrono::milliseconds> tail;
  {
    const MutexLock lock(state_.mutex);
    const auto& script = file.track->script();
    fresh.assign(script.begin() + static_cast<std::ptrdiff_t>(file.recorder->utterances()), script.end());
    tail = file.track->tail();
  }
  for (const Utterance& utterance : fresh) file.recorder->add(utterance);
  if (tail) file.recorder->end_script(*tail);
}

std::optional<Recordings::Missing> Recordings::missing(std::size_t most) {
  for (File& file : files_) {
    if (!file.recorder || file.over()) continue;
    follow_script(file);
    std::vector<Utterance> utterances = file.recorder->wanted(most);
    if (!utterances.empty()) return Missing{file.track, std::move(utterances)};
  }
  return std::nullopt;
}

std::optional<std::size_t> Recordings::next_to_begin() const {
  const auto found =
      std::find_if(files_.begin(), files_.end(), [](const File& file) { return !file.recorder && !file.failure; });
  if (found == files_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - files_.begin());
}

bool Recordings::all_over() const {
  return std::all_of(files_.begin(), files_.end(), [](const File& file) { return file.over(); });
}

std::vector<RenderOutcome> Recordings::outcomes(const std::exception_ptr& failure) const {
  std::vector<RenderOutcome> outcomes;
  for (const File& file : files_) {
    if (file.recorder && file.recorder->over()) {
      outcomes.push_back(*file.recorder->outcome());
    } else {
      outcomes.push_back({{}, file.failure ? file.failure : failure});
    }
  }
  return outcomes;
}

}  // namespace aloud
