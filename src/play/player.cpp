#include "play/player.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "play/composer_thread.h"
#include "play/producer.h"

namespace aloud {

class Player::Impl {
 public:
  Impl(PlayRequest request, const SynthesizerFactory& factory)
      : state(std::move(request), factory), producer(state), composer(state) {}

  ~Impl() {
    {
      const MutexLock lock(state.mutex);
      state.closing = true;
    }
    state.feed.disconnect();
  }  // and then the threads end

  PlayerState state;
  Producer producer;
  ComposerThread composer;
};

Player::Player(PlayRequest request, const SynthesizerFactory& factory)
    : impl_(std::make_unique<Impl>(std::move(request), factory)), state_(impl_->state) {}

Player::~Player() = default;

void Player::start() {
  {
    const MutexLock lock(state_.mutex);
    state_.wanted_article = 0;
  }
  impl_->composer.start();
  impl_->producer.start();
}

void Player::attach(AudioSink& sink) {
  const MutexLock lock(state_.mutex);
  state_.feed.connect(sink.latency());
  state_.waiting_sink = &sink;
  state_.source = this;
  state_.start_device();
}

void Player::detach() {
  const MutexLock lock(state_.mutex);
  const std::shared_ptr<Track> track = state_.track;
  if (track && !track->held() && !track->script().empty() && state_.feed.begun() && !state_.feed.ended()) {
    if (const auto target = target_at_time(*track, state_.position().seconds)) track->playhead->jump(*target);
  }
  state_.waiting_sink = nullptr;
  state_.feed.disconnect();
}

void Player::pull(std::span<std::int16_t> out) {
  state_.feed.pull(out);
  if (state_.request.on_change) state_.request.on_change();
}

void Player::pull_all(std::span<std::int16_t> out) {
  state_.feed.pull_all(out);
  if (state_.request.on_change) state_.request.on_change();
}

void Player::set_paused(bool paused) {
  const MutexLock lock(state_.mutex);
  state_.paused = paused;
  state_.apply_settings();
  state_.tell();
}

void Player::toggle_pause() { set_paused(!view().paused); }

void Player::step(Step step, Direction direction) {
  const MutexLock lock(state_.mutex);
  if (!state_.track) return;
  const Track& track = *state_.track;
  const Position from = state_.position();
  switch (step) {
    case Step::word:
      state_.jump(next_word(track, from, direction));
      break;
    case Step::sentence:
      state_.jump(next_sentence(track, from, direction));
      break;
    case Step::block:
      state_.jump(next_block(track, from, direction));
      break;
    case Step::heading:
      state_.jump(next_heading(track, from, direction));
      break;
  }
  state_.tell();
}

void Player::go_to_beginning() {
  const MutexLock lock(state_.mutex);
  state_.jump(Target{});
  state_.tell();
}

void Player::seek(double seconds) {
  const MutexLock lock(state_.mutex);
  if (state_.track) state_.jump(target_at_time(*state_.track, seconds));
  state_.tell();
}

void Player::seek_by(double seconds) { seek(view().position + seconds); }

bool Player::go_to_source(std::size_t offset) {
  const MutexLock lock(state_.mutex);
  if (!state_.track) return false;
  const std::optional<Target> target = target_of_source(*state_.track, offset);
  state_.jump(target);
  state_.tell();
  return target.has_value();
}

void Player::set_speed(double speed) {
  const MutexLock lock(state_.mutex);
  state_.speed = std::clamp(speed, kSlowest, kFastest);
  if (std::abs(state_.speed - 1) < 0.01) state_.speed = 1;  // ten steps up and ten down are none
  state_.apply_settings();
  state_.tell();
}

void Player::set_volume(int percent) {
  const MutexLock lock(state_.mutex);
  state_.volume = std::clamp(percent, 0, 100);
  state_.apply_settings();
  state_.tell();
}

void Player::set_muted(bool muted) {
  const MutexLock lock(state_.mutex);
  state_.muted = muted;
  state_.apply_settings();
  state_.tell();
}

void Player::toggle_repeat() {
  const MutexLock lock(state_.mutex);
  if (!state_.track || state_.track->script().empty()) return;
  SharedPlayhead& playhead = *state_.track->playhead;
  if (playhead.repeating()) {
    playhead.set_repeat(std::nullopt);
  } else {
    playhead.set_repeat(utterances_of_sentence(*state_.track, state_.position().utterance));
  }
  state_.tell();
}

bool Player::skip_article(Direction direction) {
  const MutexLock lock(state_.mutex);
  const bool back = direction == Direction::back;
  const std::size_t current = state_.wanted_article.value_or(state_.number);
  if (back ? current == 0 : current + 1 >= state_.request.articles.size()) return false;
  state_.direction = direction;
  state_.wanted_article = back ? current - 1 : current + 1;
  state_.tell();
  return true;
}

View Player::view() const {
  const MutexLock lock(state_.mutex);
  View view;
  view.speed = state_.speed;
  view.volume = state_.volume;
  view.muted = state_.muted;
  view.number = state_.number;
  view.begun = state_.feed.begun();
  if (!state_.track) return view;
  const Track& track = *state_.track;
  view.article = track.shared_article();
  view.paused = state_.paused;
  view.repeating = track.playhead->repeating();
  view.total = track.total();
  view.total_is_exact = track.schedule.exact();
  if (track.script().empty() || track.held()) return view;
  const Position position = state_.position();
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
  const MutexLock lock(state_.mutex);
  if (state_.failure) std::rethrow_exception(state_.failure);
  if (state_.all_done) return true;
  if (state_.wanted_article || state_.opening || !state_.feed.heard_out()) return false;
  if (state_.number + 1 >= state_.request.articles.size()) {
    state_.all_done = true;
    state_.feed.stop();
    return true;
  }
  state_.direction = Direction::on;
  state_.wanted_article = state_.number + 1;
  state_.wake_workers();
  return false;
}

std::vector<RenderOutcome> Player::finish_saves() {
  {
    const MutexLock lock(state_.mutex);
    state_.finishing_saves = true;
  }
  for (state_.wake_workers();; state_.saved_call.wait()) {
    const MutexLock lock(state_.mutex);
    if (state_.saved) return std::move(*state_.saved);
  }
}

std::vector<std::string> Player::take_problems() {
  const MutexLock lock(state_.mutex);
  return std::exchange(state_.problems, {});
}

std::size_t Player::failures() const {
  const MutexLock lock(state_.mutex);
  return state_.failures + (state_.track ? state_.track->failures : 0);
}

}  // namespace aloud
