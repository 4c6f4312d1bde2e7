#include "play/player.h"

#include "play/player_impl.h"

namespace aloud {

Player::Player(PlayRequest request, const SynthesizerFactory& factory)
    : impl_(std::make_unique<Impl>(std::move(request), factory)) {
  impl_->speed = impl_->request.speed;
}

Player::~Player() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->closing = true;
    impl_->changed.notify_all();
  }
  if (impl_->producer.joinable()) impl_->producer.join();
  if (impl_->composer.joinable()) impl_->composer.join();
}

void Player::start() {
  impl_->wanted_article = 0;
  impl_->composer = std::thread([this] { impl_->compose_all(); });
  impl_->producer = std::thread([this] { impl_->produce(); });
}

void Player::attach(AudioSink& sink) {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->sink = &sink;
    impl_->latency = sink.latency();
    impl_->last_pull = impl_->now();
    impl_->last_handed = impl_->handed;
  }
  sink.start(*this);
}

void Player::detach() {
  const std::lock_guard lock(impl_->mutex);
  Impl& self = *impl_;
  if (self.track && !self.track->held() && !self.track->script().empty() && self.begun && !self.ended) {
    if (const auto target = target_at_time(*self.track, self.position().seconds)) self.track->playhead.jump(*target);
  }
  self.sink = nullptr;
  self.changed.notify_all();
}

void Player::pull(std::span<std::int16_t> out) {
  Impl& self = *impl_;
  std::unique_lock lock(self.mutex);
  std::size_t done = 0;
  const AudioSink* sink = self.sink;
  const bool paced = sink == nullptr || sink->is_paced();
  while (done < out.size() && !self.closing && self.sink != nullptr) {
    Playhead::Filled filled{0, Playhead::State::starved};
    if (self.track && !self.track->held() && !self.ended && !self.failure) {
      filled = self.track->playhead.fill(out.subspan(done));
      self.handed += Frames{static_cast<std::int64_t>(filled.frames)};
      done += filled.frames;
      if (filled.frames > 0) self.begun = true;
      self.changed.notify_all();
    }
    if (filled.state == Playhead::State::playing) continue;
    if (filled.state == Playhead::State::ended) self.ended = self.handed;
    const bool silent = filled.state != Playhead::State::starved || self.ended || self.failure || self.all_done;
    if (silent && paced) break;
    if (silent && done > 0) break;
    // Nothing to give yet: wait for it. A device that takes all it can get waits for a pause, or the end, to be over too.
    const auto limit = silent ? std::chrono::milliseconds(20) : std::chrono::milliseconds(1000);
    if (self.changed.wait_for(lock, limit) == std::cv_status::timeout && silent) break;
  }
  const std::size_t rest = out.size() - done;
  std::fill(out.begin() + static_cast<std::ptrdiff_t>(done), out.end(), std::int16_t{0});
  self.last_handed = self.handed - Frames{static_cast<std::int64_t>(done)};
  if (self.track) self.track->playhead.add_silence(rest);
  self.handed += Frames{static_cast<std::int64_t>(rest)};
  self.last_pull = self.now();
  lock.unlock();
  if (self.request.on_change) self.request.on_change();
}

void Player::set_paused(bool paused) {
  const std::lock_guard lock(impl_->mutex);
  if (impl_->track) impl_->track->playhead.set_paused(paused);
  impl_->tell();
}

void Player::toggle_pause() { set_paused(!view().paused); }

void Player::step(Step step, Direction direction) {
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->track) return;
  const Track& track = *impl_->track;
  const Position from = impl_->position();
  switch (step) {
    case Step::word:
      impl_->jump(next_word(track, from, direction));
      break;
    case Step::sentence:
      impl_->jump(next_sentence(track, from, direction));
      break;
    case Step::block:
      impl_->jump(next_block(track, from, direction));
      break;
    case Step::heading:
      impl_->jump(next_heading(track, from, direction));
      break;
  }
  impl_->tell();
}

void Player::go_to_beginning() {
  const std::lock_guard lock(impl_->mutex);
  impl_->jump(Target{});
  impl_->tell();
}

void Player::seek(double seconds) {
  const std::lock_guard lock(impl_->mutex);
  if (impl_->track) impl_->jump(target_at_time(*impl_->track, seconds));
  impl_->tell();
}

void Player::seek_by(double seconds) { seek(view().position + seconds); }

bool Player::go_to_source(std::size_t offset) {
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->track) return false;
  const std::optional<Target> target = target_of_source(*impl_->track, offset);
  impl_->jump(target);
  impl_->tell();
  return target.has_value();
}

void Player::set_speed(double speed) {
  const std::lock_guard lock(impl_->mutex);
  impl_->speed = std::clamp(speed, kSlowest, kFastest);
  if (std::abs(impl_->speed - 1) < 0.01) impl_->speed = 1;  // ten steps up and ten down are none
  impl_->apply_settings();
  impl_->tell();
}

void Player::set_volume(int percent) {
  const std::lock_guard lock(impl_->mutex);
  impl_->volume = std::clamp(percent, 0, 100);
  impl_->apply_settings();
  impl_->tell();
}

void Player::set_muted(bool muted) {
  const std::lock_guard lock(impl_->mutex);
  impl_->muted = muted;
  impl_->apply_settings();
  impl_->tell();
}

void Player::toggle_repeat() {
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->track || impl_->track->script().empty()) return;
  Playhead& playhead = impl_->track->playhead;
  if (playhead.repeating()) {
    playhead.set_repeat(std::nullopt);
  } else {
    playhead.set_repeat(utterances_of_sentence(*impl_->track, impl_->position().utterance));
  }
  impl_->tell();
}

bool Player::skip_article(Direction direction) {
  const std::lock_guard lock(impl_->mutex);
  const bool back = direction == Direction::back;
  const std::size_t current = impl_->wanted_article.value_or(impl_->number);
  if (back ? current == 0 : current + 1 >= impl_->request.articles.size()) return false;
  impl_->direction = direction;
  impl_->wanted_article = back ? current - 1 : current + 1;
  impl_->tell();
  return true;
}

View Player::view() const {
  const std::lock_guard lock(impl_->mutex);
  View view;
  view.speed = impl_->speed;
  view.volume = impl_->volume;
  view.muted = impl_->muted;
  view.number = impl_->number;
  view.begun = impl_->begun;
  if (!impl_->track) return view;
  const Track& track = *impl_->track;
  view.article = track.shared_article();
  view.paused = track.playhead.paused();
  view.repeating = track.playhead.repeating();
  view.total = track.total();
  view.total_is_exact = track.schedule.exact();
  if (track.script().empty() || track.held()) return view;
  const Position position = impl_->position();
  const Utterance& utterance = track.script()[position.utterance];
  view.position = std::min(position.seconds, view.total);
  view.sentence = utterance.sentence;
  view.block = utterance.block;
  if (position.word && *position.word < utterance.words.size()) view.word = utterance.words[*position.word].source;
  const auto [first, last] = utterances_of_sentence(track, position.utterance);
  for (std::size_t i = first; i <= last; ++i) {
    for (const ByteRange& piece : track.script()[i].text.source_pieces()) view.sentence_source.push_back(piece);
  }
  return view;
}

bool Player::finished() {
  const std::lock_guard lock(impl_->mutex);
  Impl& self = *impl_;
  if (self.failure) std::rethrow_exception(self.failure);
  if (self.all_done) return true;
  if (!self.ended || self.heard_now() + self.track_begin < *self.ended) return false;
  if (self.wanted_article || self.opening) return false;
  if (self.number + 1 >= self.request.articles.size()) {
    self.all_done = true;
    return true;
  }
  self.direction = Direction::on;
  self.wanted_article = self.number + 1;
  self.changed.notify_all();
  return false;
}

std::vector<std::string> Player::take_problems() {
  const std::lock_guard lock(impl_->mutex);
  return std::exchange(impl_->problems, {});
}

std::size_t Player::failures() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->failures + (impl_->track ? impl_->track->failures : 0);
}

}  // namespace aloud
