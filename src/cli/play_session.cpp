#include "cli/play_session.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include "cli/exit_codes.h"
#include "cli/print.h"
#include "cli/signals.h"
#include "util/error.h"
#include "util/temporary_file.h"
#include "util/utf8.h"

namespace aloud::cli {
namespace {

/// How often the highlight is looked after: several times within the shortest words.
constexpr int kFrameMilliseconds = 33;
constexpr int kIdleMilliseconds = 250;

/// After an ESC, the rest of its sequence comes at once or never.
constexpr int kEscapeMilliseconds = 40;

constexpr auto kNoteTime = std::chrono::seconds(2);
constexpr double kSpeedStep = 1.1;
constexpr int kVolumeStep = 2;

std::string text_of(char32_t character) {
  std::string text;
  append_utf8(text, character);
  return text;
}

}  // namespace

int PlaySession::run() {
  if (parts_.terminal != nullptr) parts_.terminal->enter();
  try {
    listen();
  } catch (...) {
    leave_screen();
    if (parts_.terminal != nullptr) parts_.terminal->leave();
    remember();
    throw;
  }
  leave_screen();
  if (parts_.terminal != nullptr) parts_.terminal->leave();
  const std::size_t failures = parts_.player.failures();
  if (failures > 0) std::fprintf(stderr, "aloud: %zu passages could not be spoken\n", failures);
  parts_.device.close();
  parts_.signals.stop();
  handle_signals();  // what is left of --save is waited for, and can be interrupted
  const int saved = finish_saves();
  return code_ == kDone ? saved : code_;
}

int PlaySession::finish_saves() {
  int code = kDone;
  for (const RenderOutcome& outcome : parts_.player.finish_saves()) {
    if (!outcome.failure) continue;
    try {
      std::rethrow_exception(outcome.failure);
    } catch (const Error& error) {
      complain(error.what());
      code = exit_code_of(error.kind());
    }
  }
  return code;
}

void PlaySession::listen() {
  while (turn()) wait();
}

bool PlaySession::turn() {
  obey_signals();
  read_keys();
  if (quit_) return false;
  parts_.device.check();
  const View view = parts_.player.view();
  if (view.begun) serve_bus();
  look_at_clock(view);
  if (quit_) return false;
  const bool over = parts_.player.finished();
  report_problems();
  if (over) {
    if (view.article) parts_.positions.forget(*view.article);
    return false;
  }
  draw();
  return true;
}

void PlaySession::wait() {
  const bool keys = parts_.terminal != nullptr && parts_.terminal->in_foreground();
  std::array<pollfd, 2> watched{{{parts_.wake_up.descriptor(), POLLIN, 0}, {keys ? parts_.terminal->keys() : -1, POLLIN, 0}}};
  const int limit = decoder_.is_waiting() ? kEscapeMilliseconds : keys ? kFrameMilliseconds : kIdleMilliseconds;
  const int ready = ::poll(watched.data(), watched.size(), limit);
  parts_.wake_up.clear();
  if (decoder_.is_waiting() && ready == 0) {
    for (const Key& key : decoder_.settle()) press(key);
  }
  const bool hung_up = (watched[1].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
  if (hung_up) stop(SIGHUP);
}

void PlaySession::obey_signals() {
  for (const int signal : SignalQueue::take()) {
    if (signal == SIGCONT || signal == SIGWINCH) continue;
    if (signal != SIGTSTP) return stop(signal);
    leave_screen();
    if (parts_.terminal != nullptr) parts_.terminal->leave();
    parts_.signals.do_default(SIGTSTP);
    if (parts_.terminal != nullptr && parts_.terminal->in_foreground()) parts_.terminal->enter();
  }
}

/// Ends the process by `signal`, so that whoever started it sees that.
void PlaySession::stop(int signal) {
  leave_screen();
  if (parts_.terminal != nullptr) parts_.terminal->leave();
  remember();
  remove_temporary_files();  // of --save
  parts_.signals.do_default(signal);
}

void PlaySession::read_keys() {
  if (parts_.terminal == nullptr || !parts_.terminal->in_foreground()) return;
  parts_.terminal->enter();  // continued in the background, and brought forward later
  const std::string bytes = parts_.terminal->read_keys();
  if (bytes.empty()) return;
  for (const Key& key : decoder_.decode(bytes)) press(key);
}

void PlaySession::press(const Key& key) {
  if (typed_) return type(key);
  if (const auto command = command_of(key)) return *command == PlayCommand::tenth ? go_to_tenth(key) : obey(*command);
  if (key.special == SpecialKey::escape) {
    help_ = false;
  } else {
    note(key.character > U' ' ? "no key " + text_of(key.character) + ": ? shows the keys" : "no such key: ? shows the keys");
  }
}

void PlaySession::go_to_tenth(const Key& key) {
  parts_.player.seek(parts_.player.view().total * static_cast<double>(key.character - U'0') / 10);
}

/// A is where it begins, again A ends it; B is where it ends, and from then on it is played over and over.
void PlaySession::mark_loop(PlayCommand command) {
  const double here = parts_.player.view().position;
  if (command == PlayCommand::mark_loop_start && loop_begin_) {
    loop_begin_ = loop_end_ = std::nullopt;
    return note("the loop is over");
  }
  if (command == PlayCommand::mark_loop_start) {
    loop_begin_ = here;
    return note("from here: B marks the end of the loop");
  }
  if (!loop_begin_ || here <= *loop_begin_) return note("A marks where the loop begins, before B");
  loop_end_ = here;
  note("from A to B, over and over: A ends it");
  parts_.player.seek(*loop_begin_);
}

/// What is over by itself: a loop begins again, and the time that was asked for ends playing, with the place remembered.
void PlaySession::look_at_clock(const View& view) {
  if (looped_ != view.article) {
    looped_ = view.article;
    loop_begin_ = loop_end_ = std::nullopt;
  }
  if (loop_end_ && view.position >= *loop_end_) parts_.player.seek(*loop_begin_);
  if (!view.begun || stop_after_.count() <= 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (!stop_at_) stop_at_ = now + stop_after_;
  if (now < *stop_at_) return;
  remember();
  quit_ = true;
}

std::string PlaySession::information(const View& view) {
  if (!view.article) return {};
  const Reading& reading = view.article->reading;
  return view.article->title + " (" + reading.profile.name + ", " + reading.language + ')';
}

void PlaySession::obey(PlayCommand command) {
  Player& player = parts_.player;
  using Step = Player::Step;
  const View view = player.view();
  switch (command) {
    case PlayCommand::toggle_pause:
      return player.set_paused(!view.paused);
    case PlayCommand::previous_sentence:
      return player.step(Step::sentence, Direction::back);
    case PlayCommand::next_sentence:
      return player.step(Step::sentence, Direction::on);
    case PlayCommand::previous_word:
      return player.step(Step::word, Direction::back);
    case PlayCommand::next_word:
      return player.step(Step::word, Direction::on);
    case PlayCommand::previous_paragraph:
      return player.step(Step::block, Direction::back);
    case PlayCommand::next_paragraph:
      return player.step(Step::block, Direction::on);
    case PlayCommand::previous_heading:
      return player.step(Step::heading, Direction::back);
    case PlayCommand::next_heading:
      return player.step(Step::heading, Direction::on);
    case PlayCommand::slower:
      return player.set_speed(view.speed / kSpeedStep);
    case PlayCommand::faster:
      return player.set_speed(view.speed * kSpeedStep);
    case PlayCommand::normal_speed:
      return player.set_speed(1);
    case PlayCommand::quieter:
      return player.set_volume(view.volume - kVolumeStep);
    case PlayCommand::louder:
      return player.set_volume(view.volume + kVolumeStep);
    case PlayCommand::toggle_mute:
      return player.set_muted(!view.muted);
    case PlayCommand::toggle_repeat:
      return player.toggle_repeat();
    case PlayCommand::beginning:
      return player.go_to_beginning();
    case PlayCommand::end:
      return player.seek(view.total);
    case PlayCommand::tenth:
      return;  // with the key that it is
    case PlayCommand::mark_loop_start:
    case PlayCommand::mark_loop_end:
      return mark_loop(command);
    case PlayCommand::information:
      return note(information(view));
    case PlayCommand::previous_article:
      if (!player.skip_article(Direction::back)) note("this is the first article");
      return;
    case PlayCommand::next_article:
      if (!player.skip_article(Direction::on)) note("this is the last article");
      return;
    case PlayCommand::search:
      typed_.emplace();
      return;
    case PlayCommand::search_again:
      return search();
    case PlayCommand::help:
      help_ = !help_;
      return;
    case PlayCommand::quit_and_remember:
      remember();
      [[fallthrough]];
    case PlayCommand::quit:
      quit_ = true;
      return;
  }
}

void PlaySession::type(const Key& key) {
  if (key.special == SpecialKey::enter) {
    if (!typed_->empty()) query_ = *typed_;
    typed_.reset();
    search();
  } else if (key.special == SpecialKey::escape || (key.special == SpecialKey::backspace && typed_->empty())) {
    typed_.reset();
  } else if (key.special == SpecialKey::backspace) {
    typed_->resize(floor_to_code_point(*typed_, typed_->size() - 1));
  } else if (key.special == SpecialKey::none && key.character >= U' ') {
    append_utf8(*typed_, key.character);
  }
}

/// From the word behind the one that is heard to the end, and then from the beginning.
void PlaySession::search() {
  const View view = parts_.player.view();
  if (query_.empty() || !view.article) return;
  if (searched_ != view.article) {
    searched_ = view.article;
    folded_.emplace(view.article->document);
  }
  ByteRange here = view.word;
  if (here.empty() && !view.sentence_source.empty()) here = view.sentence_source.front();
  const std::string query = folded(query_);
  const std::size_t from = here.empty() ? 0 : folded_->part(here).begin + 1;
  auto at = folded_->find(query, from);
  if (!at) {
    at = folded_->find(query);
    if (at) note("from the beginning again");
  }
  if (!at || !parts_.player.go_to_source(folded_->source_of(*at))) note("not found: " + query_);
}

/// After the first sound, which comes first.
void PlaySession::serve_bus() {
  if (bus_) return;
  bus_ = std::make_unique<MprisServer>(parts_.player, parts_.articles, [this] {
    quit_ = true;
    parts_.wake_up.ring();
  });
}

void PlaySession::note(std::string text) {
  note_ = std::move(text);
  note_until_ = std::chrono::steady_clock::now() + kNoteTime;
}

void PlaySession::draw() {
  if (parts_.terminal == nullptr || !parts_.terminal->in_foreground()) return;
  const View view = parts_.player.view();
  if (!view.article || !view.begun) return;
  const std::size_t columns = parts_.terminal->columns(), rows = parts_.terminal->rows();
  Footer footer;
  if (help_) footer.lines = key_help();
  const bool has_note = std::chrono::steady_clock::now() < note_until_;
  footer.status = typed_ ? "/" + *typed_ : has_note ? note_ : status_line(view, parts_.articles, columns > 1 ? columns - 1 : 1);
  parts_.terminal->write(screen_.show(view, footer, columns, rows));
}

void PlaySession::leave_screen() {
  if (parts_.terminal != nullptr && parts_.terminal->in_foreground())
    parts_.terminal->write(screen_.leave(parts_.terminal->columns(), parts_.terminal->rows()));
}

void PlaySession::report_problems() {
  const std::vector<std::string> problems = parts_.player.take_problems();
  if (problems.empty()) return;
  leave_screen();
  for (const std::string& problem : problems) complain(problem);
  code_ = kFailed;
}

void PlaySession::remember() {
  const View view = parts_.player.view();
  if (!view.article || view.sentence_source.empty()) return;
  try {
    parts_.positions.keep(*view.article, place_in_article(*view.article, view.sentence_source));
  } catch (const Error& error) {
    complain(std::string("the place is not remembered: ") + error.what());
  }
}

}  // namespace aloud::cli
