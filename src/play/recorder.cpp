#include "play/recorder.h"

#include "audio/pcm_take.h"

namespace aloud {
namespace {

/// Takes that were made ahead of their turn; what is beyond is made again.
constexpr std::size_t kMostHeldBytes = std::size_t{64} << 20;

}  // namespace

Recorder::Recorder(const Article& article, RenderRequest request, const SynthesizerFactory& factory)
    : format_(request.format),
      quality_(request.quality),
      production_(article.document, std::move(request), {}, [this](RenderOutcome outcome) { outcome_ = std::move(outcome); }) {
  production_.open(factory, article.reading, [this](Utterance utterance) { waiting_.push_back(std::move(utterance)); });
}

void Recorder::add(const Utterance& utterance) {
  ++added_;
  if (!over()) production_.take(utterance);
}

void Recorder::end_script(std::chrono::milliseconds tail) {
  if (over()) return;
  production_.end_script(tail);
  place_ready();
}

std::vector<Utterance> Recorder::wanted(std::size_t most) const {
  std::vector<Utterance> missing;
  for (std::size_t i = 0; i < waiting_.size() && missing.size() < most; ++i)
    if (!made_.contains(waiting_[i].index)) missing.push_back(waiting_[i]);
  return missing;
}

void Recorder::offer(const Utterance& utterance, const Take& take) {
  if (over() || waiting_.empty() || utterance.index < waiting_.front().index) return;
  const std::size_t place = utterance.index - waiting_.front().index;
  if (place >= waiting_.size() || waiting_[place].voice != utterance.voice || made_.contains(utterance.index)) return;
  if (place > 0 && held_bytes_ > kMostHeldBytes) return;
  held_bytes_ += take.audio.bytes.size();
  made_.emplace(utterance.index, take);
  place_ready();
}

void Recorder::place_ready() {
  while (!waiting_.empty()) {
    const auto made = made_.find(waiting_.front().index);
    if (made == made_.end()) return;
    held_bytes_ -= made->second.audio.bytes.size();
    const Utterance utterance = std::move(waiting_.front());
    waiting_.pop_front();
    production_.place_with(utterance, [&] { return encoded(made->second); });
    made_.erase(made);
  }
  if ((production_.complete() || production_.failed()) && !over()) production_.finish();
}

/// The same samples in the format of the file.
Take Recorder::encoded(const Take& take) {
  if (take.failure || take_format_of(format_) == AudioFormat::wav) return take;
  if (!encoder_) encoder_ = make_take_encoder(format_, quality_);
  Take in_format = take;
  in_format.audio = encoder_->encode(samples_of(pcm_of_take(take.audio, AudioFormat::wav)));
  const Frames shift = in_format.audio.speech_begin - take.audio.speech_begin;
  for (WordTime& word : in_format.words) {
    word.begin = word.begin + shift;
    word.end = word.end + shift;
  }
  return in_format;
}

}  // namespace aloud
