#include "aloud/player.h"

#include <utility>

#include "library/conversions.h"
#include "play/player.h"

namespace aloud::v0 {
namespace {

static_assert(Player::kRate == kEngineRate.hertz);
static_assert(Player::kSlowest == aloud::Player::kSlowest && Player::kFastest == aloud::Player::kFastest);

/// Stands for a device of the caller's own, which asks for samples by itself.
class OwnDevice final : public AudioSink {
 public:
  void start(AudioSource&) override {}
  Frames latency() const override { return latency_; }
  bool is_paced() const override { return true; }
  bool lost() const override { return false; }

  /// False if it is known to be that.
  bool set_latency(std::int64_t frames) { return std::exchange(latency_, Frames{frames}) != Frames{frames}; }

 private:
  Frames latency_{-1};
};

PlayRequest request_of(std::vector<std::string> articles, const PlayerOptions& options) {
  if (articles.empty()) throw Error(ErrorKind::usage, "nothing to play");
  PlayRequest request;
  request.articles = std::move(articles);
  request.read.format = document_format_of(options.syntax);
  request.voice = voice_choice_of(options.voice);
  request.speed = options.speed;
  request.jobs = options.engine.jobs;
  request.limits = reader_limits_of(options.engine);
  if (options.cache) request.cache = cache_options_of(*options.cache);
  request.on_change = options.on_change;
  return request;
}

SourceRange file_range(const SourceText& source, ByteRange decoded) {
  return decoded.empty() ? SourceRange{} : range_of(source.source_bytes(decoded));
}

PlayerState state_of(const View& view) {
  PlayerState state;
  state.article = view.number;
  state.begun = view.begun;
  state.paused = view.paused;
  state.muted = view.muted;
  state.sentence = view.sentence;
  state.position = view.position;
  state.total = view.total;
  state.total_is_exact = view.total_is_exact;
  state.speed = view.speed;
  state.volume = view.volume;
  if (view.article == nullptr) return state;
  state.title = view.article->title;
  const SourceText& source = view.article->document.source;
  state.word_source = file_range(source, view.word);
  if (!view.sentence_source.empty()) {
    const SourceRange first = file_range(source, view.sentence_source.front());
    state.sentence_source = {first.begin, file_range(source, view.sentence_source.back()).end};
  }
  return state;
}

/// The first byte of the decoded text that stands for byte `offset` of the file, or for one behind it.
std::size_t decoded_offset(const SourceText& source, std::size_t offset) {
  std::size_t begin = 0, end = source.text().size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (source.source_bytes({middle, middle + 1}).end <= offset)
      begin = middle + 1;
    else
      end = middle;
  }
  return begin;
}

}  // namespace

class Player::Impl {
 public:
  Impl(std::vector<std::string> articles, const PlayerOptions& options)
      : factory_(factory_of(options.engine)), player_(request_of(std::move(articles), options), *factory_) {
    player_.start();
  }

  ~Impl() { player_.detach(); }

  void open_device(const std::string& title) {
    device_ = open_sound_device(title);
    player_.attach(*device_);
  }

  void pull(std::span<std::int16_t> samples, std::int64_t latency) {
    if (own_.set_latency(latency)) player_.attach(own_);
    player_.pull(samples);
  }

  bool finished() {
    if (device_ && device_->lost()) throw Error(ErrorKind::device, "the sound device has gone");
    return player_.finished();
  }

  aloud::Player& player() { return player_; }

 private:
  std::unique_ptr<SynthesizerFactory> factory_;
  OwnDevice own_;
  aloud::Player player_;
  std::unique_ptr<AudioSink> device_;  // last: it pulls from the player
};

Player::Player(std::vector<std::string> articles, PlayerOptions options)
    : impl_(std::make_unique<Impl>(std::move(articles), options)) {}
Player::~Player() = default;

void Player::open_device(const std::string& title) { impl_->open_device(title); }
void Player::pull(std::span<std::int16_t> samples, std::int64_t latency) { impl_->pull(samples, latency); }
void Player::set_paused(bool paused) { impl_->player().set_paused(paused); }
void Player::set_speed(double speed) { impl_->player().set_speed(speed); }
void Player::set_volume(int percent) { impl_->player().set_volume(percent); }
void Player::set_muted(bool muted) { impl_->player().set_muted(muted); }
void Player::seek(double seconds) { impl_->player().seek(seconds); }
void Player::next_sentence() { impl_->player().step(aloud::Player::Step::sentence, Direction::on); }
void Player::previous_sentence() { impl_->player().step(aloud::Player::Step::sentence, Direction::back); }
bool Player::next_article() { return impl_->player().skip_article(Direction::on); }
bool Player::previous_article() { return impl_->player().skip_article(Direction::back); }

bool Player::go_to_source(std::size_t offset) {
  const View view = impl_->player().view();
  return view.article != nullptr && impl_->player().go_to_source(decoded_offset(view.article->document.source, offset));
}

PlayerState Player::state() const { return state_of(impl_->player().view()); }
bool Player::finished() { return impl_->finished(); }
std::vector<std::string> Player::take_problems() { return impl_->player().take_problems(); }

}  // namespace aloud::v0
