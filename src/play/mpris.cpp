#include "play/mpris.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "play/mpris_bus.h"
#include "play/mpris_entries.h"
#include "util/wake_up.h"

namespace aloud {
namespace {

constexpr const char* kName = "org.mpris.MediaPlayer2.aloud";
constexpr const char* kPath = "/org/mpris/MediaPlayer2";
constexpr const char* kRootInterface = "org.mpris.MediaPlayer2";
constexpr const char* kPlayerInterface = "org.mpris.MediaPlayer2.Player";

/// How often the player is looked at for what has changed.
constexpr int kLookMilliseconds = 150;

/// What is heard differs from what time alone would have brought by more than this: somebody jumped.
constexpr double kJump = 0.8;

std::int64_t microseconds(double seconds) { return std::llround(seconds * 1e6); }

bool has_session_bus() {
  const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
  if (address != nullptr && *address != '\0') return true;
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  std::error_code error;
  return runtime != nullptr && *runtime != '\0' && std::filesystem::exists(std::string(runtime) + "/bus", error);
}

std::string url_of(const std::string& path) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(path, error);
  if (path == "-" || error) return {};
  std::string url = "file://";
  constexpr const char* kDigits = "0123456789ABCDEF";
  for (const char c : whole.string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || std::strchr("/-._~", c) != nullptr;
    if (plain) {
      url += c;
    } else {
      url += '%';
      url += kDigits[byte >> 4];
      url += kDigits[byte & 15];
    }
  }
  return url;
}

}  // namespace

class MprisServer::Impl {
 public:
  Impl(Player& player, std::size_t articles, std::function<void()> on_quit)
      : player_(player), articles_(articles), on_quit_(std::move(on_quit)) {
    thread_ = std::thread([this] { run(); });
  }

  ~Impl() {
    stop_.ring();
    thread_.join();
  }

 private:
  // What is told of changes; the position is not, as the standard has it.
  struct Shown {
    std::string status;
    double rate = 0, volume = -1;
    std::shared_ptr<const Article> article;
    std::int64_t length = 0;
    std::size_t number = 0;
  };

  const SdBus& bus() const { return *loaded_; }
  void run();
  bool connect();
  void look();
  Shown shown(const View& view) const;
  std::string track_of(const View& view) const { return "/org/aloud/article/" + std::to_string(view.number); }
  void skip(Direction direction);

  // What the methods without arguments do.
  void do_nothing() {}
  void quit() { on_quit_(); }
  void go_on() { skip(Direction::on); }
  void go_back() { skip(Direction::back); }
  void pause() { player_.set_paused(true); }
  void resume() { player_.set_paused(false); }
  void toggle_pause() { player_.toggle_pause(); }

  // Handlers; `self` is the object, as sd-bus has them.
  template <void (Impl::*action)()>
  static int method(sd_bus_message* message, void* self, sd_bus_error*) {
    Impl& server = *static_cast<Impl*>(self);
    (server.*action)();
    return server.bus().reply(message, "");
  }
  static int seek(sd_bus_message* message, void* self, sd_bus_error* error);
  static int set_position(sd_bus_message* message, void* self, sd_bus_error* error);
  static int get(sd_bus* bus, const char* path, const char* interface, const char* property, sd_bus_message* reply, void* self,
                 sd_bus_error* error);
  static int set(sd_bus* bus, const char* path, const char* interface, const char* property, sd_bus_message* value, void* self,
                 sd_bus_error* error);
  int append_metadata(sd_bus_message* reply, const View& view) const;
  template <class... Values>
  int entry(sd_bus_message* reply, const char* key, const char* type, Values... values) const;

  void make_vtables();

  Player& player_;
  std::size_t articles_;
  std::function<void()> on_quit_;
  WakeUp stop_;
  std::optional<SdBus> loaded_;
  sd_bus* connection_ = nullptr;
  std::array<sd_bus_vtable, 10> root_{};
  std::array<sd_bus_vtable, 25> player_table_{};
  Shown last_;
  double last_position_ = 0;
  std::chrono::steady_clock::time_point last_look_;
  std::thread thread_;
};

void MprisServer::Impl::make_vtables() {
  constexpr std::uint64_t kFixed = SD_BUS_VTABLE_PROPERTY_CONST, kTold = SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE;
  root_ = {
      table_start(),
      method_entry("Raise", "", method<&Impl::do_nothing>),
      method_entry("Quit", "", method<&Impl::quit>),
      property_entry("CanQuit", "b", get, kFixed),
      property_entry("CanRaise", "b", get, kFixed),
      property_entry("HasTrackList", "b", get, kFixed),
      property_entry("Identity", "s", get, kFixed),
      property_entry("SupportedUriSchemes", "as", get, kFixed),
      property_entry("SupportedMimeTypes", "as", get, kFixed),
      table_end(),
  };
  player_table_ = {
      table_start(),
      method_entry("Next", "", method<&Impl::go_on>),
      method_entry("Previous", "", method<&Impl::go_back>),
      method_entry("Pause", "", method<&Impl::pause>),
      method_entry("Stop", "", method<&Impl::pause>),
      method_entry("PlayPause", "", method<&Impl::toggle_pause>),
      method_entry("Play", "", method<&Impl::resume>),
      method_entry("Seek", "x", seek),
      method_entry("SetPosition", "ox", set_position),
      method_entry("OpenUri", "s", method<&Impl::do_nothing>),
      signal_entry("Seeked", "x"),
      property_entry("PlaybackStatus", "s", get, kTold),
      property_entry("Rate", "d", get, kTold, set),
      property_entry("Volume", "d", get, kTold, set),
      property_entry("Metadata", "a{sv}", get, kTold),
      property_entry("Position", "x", get, 0),
      property_entry("MinimumRate", "d", get, kFixed),
      property_entry("MaximumRate", "d", get, kFixed),
      property_entry("CanGoNext", "b", get, kFixed),
      property_entry("CanGoPrevious", "b", get, kFixed),
      property_entry("CanPlay", "b", get, kFixed),
      property_entry("CanPause", "b", get, kFixed),
      property_entry("CanSeek", "b", get, kFixed),
      property_entry("CanControl", "b", get, kFixed),
      table_end(),
  };
}

void MprisServer::Impl::run() {
  if (!has_session_bus()) return;
  loaded_.emplace();
  if (!bus().library.is_complete()) return;
  if (!connect()) {
    if (connection_ != nullptr) bus().close(connection_);
    return;
  }
  for (bool stopping = false; !stopping;) {
    int done = 0;
    while ((done = bus().process(connection_, nullptr)) > 0) {
    }
    if (done < 0) break;  // the bus has gone
    const int events = bus().events(connection_);
    std::array<pollfd, 2> watched{{{bus().descriptor(connection_), static_cast<short>(events < 0 ? POLLIN : events), 0},
                                   {stop_.descriptor(), POLLIN, 0}}};
    ::poll(watched.data(), watched.size(), kLookMilliseconds);
    stopping = watched[1].revents != 0;
    look();
  }
  bus().close(connection_);
}

bool MprisServer::Impl::connect() {
  if (bus().open_user(&connection_) < 0) return false;
  make_vtables();
  if (bus().add_vtable(connection_, nullptr, kPath, kRootInterface, root_.data(), this) < 0) return false;
  if (bus().add_vtable(connection_, nullptr, kPath, kPlayerInterface, player_table_.data(), this) < 0) return false;
  const auto taken = [](sd_bus_message* reply, void* self, sd_bus_error*) {
    const Impl& server = *static_cast<Impl*>(self);
    if (server.bus().is_error(reply, nullptr) == 0) return 0;
    const std::string own = std::string(kName) + ".instance" + std::to_string(::getpid());
    server.bus().request_name(
        server.connection_, nullptr, own.c_str(), 0, [](sd_bus_message*, void*, sd_bus_error*) { return 0; }, nullptr);
    return 0;
  };
  return bus().request_name(connection_, nullptr, kName, 0, taken, this) >= 0;
}

MprisServer::Impl::Shown MprisServer::Impl::shown(const View& view) const {
  return {view.paused ? "Paused" : "Playing",
          view.speed,
          view.muted ? 0 : view.volume / 100.0,
          view.article,
          microseconds(view.total_is_exact ? view.total : std::round(view.total)),
          view.number};
}

/// Tells of what has changed since the last look.
void MprisServer::Impl::look() {
  const View view = player_.view();
  if (!view.article) return;
  const auto now = std::chrono::steady_clock::now();
  const double passed = std::chrono::duration<double>(now - last_look_).count() * (view.paused ? 0 : view.speed);
  const Shown fresh = shown(view);
  const bool same_article = fresh.article == last_.article && fresh.number == last_.number;
  const auto tell = [&](const char* property) {
    bus().emit_changed(connection_, kPath, kPlayerInterface, property, static_cast<const char*>(nullptr));
  };
  if (fresh.status != last_.status) tell("PlaybackStatus");
  if (fresh.rate != last_.rate) tell("Rate");
  if (fresh.volume != last_.volume) tell("Volume");
  // An estimate that grows better all the time is no news, until it is exact.
  const bool other_length = view.total_is_exact && fresh.length != last_.length;
  if (!same_article || other_length) tell("Metadata");
  if (last_.article && same_article && std::abs(view.position - last_position_ - passed) > kJump)
    bus().emit_signal(connection_, kPath, kPlayerInterface, "Seeked", "x", microseconds(view.position));
  const std::int64_t told = !same_article || other_length ? fresh.length : last_.length;
  last_ = fresh;
  last_.length = told;
  last_position_ = view.position;
  last_look_ = now;
}

/// To the next article; where there is but one, to its next sentence.
void MprisServer::Impl::skip(Direction direction) {
  if (articles_ > 1) {
    player_.skip_article(direction);
  } else {
    player_.step(Player::Step::sentence, direction);
  }
}

int MprisServer::Impl::seek(sd_bus_message* message, void* self, sd_bus_error*) {
  std::int64_t offset = 0;
  Impl& server = *static_cast<Impl*>(self);
  const int read = server.bus().read(message, "x", &offset);
  if (read < 0) return read;
  server.player_.seek_by(static_cast<double>(offset) / 1e6);
  return server.bus().reply(message, "");
}

int MprisServer::Impl::set_position(sd_bus_message* message, void* self, sd_bus_error*) {
  const char* track = nullptr;
  std::int64_t position = 0;
  Impl& server = *static_cast<Impl*>(self);
  const int read = server.bus().read(message, "ox", &track, &position);
  if (read < 0) return read;
  // The standard: a track that is not the current one, or a place outside of it, changes nothing.
  const View view = server.player_.view();
  const bool fits = server.track_of(view) == track && position >= 0 && position <= microseconds(view.total);
  if (fits) server.player_.seek(static_cast<double>(position) / 1e6);
  return server.bus().reply(message, "");
}

template <class... Values>
int MprisServer::Impl::entry(sd_bus_message* reply, const char* key, const char* type, Values... values) const {
  bus().open_container(reply, 'e', "sv");
  bus().append(reply, "s", key);
  bus().open_container(reply, 'v', type);
  bus().append(reply, type, values...);
  bus().close_container(reply);
  return bus().close_container(reply);
}

int MprisServer::Impl::append_metadata(sd_bus_message* reply, const View& view) const {
  bus().open_container(reply, 'a', "{sv}");
  if (view.article) {
    entry(reply, "mpris:trackid", "o", track_of(view).c_str());
    entry(reply, "mpris:length", "x", shown(view).length);
    entry(reply, "xesam:title", "s", view.article->title.c_str());
    if (!view.article->author.empty()) entry(reply, "xesam:artist", "as", 1, view.article->author.c_str());
    const std::string url = url_of(view.article->path);
    if (!url.empty()) entry(reply, "xesam:url", "s", url.c_str());
  }
  return bus().close_container(reply);
}

int MprisServer::Impl::get(sd_bus*, const char*, const char*, const char* property, sd_bus_message* reply, void* self,
                           sd_bus_error*) {
  const Impl& server = *static_cast<Impl*>(self);
  const std::string name = property;
  const View view = server.player_.view();
  const Shown now = server.shown(view);
  if (name == "Identity") return server.bus().append(reply, "s", "aloud");
  if (name == "SupportedUriSchemes" || name == "SupportedMimeTypes") return server.bus().append(reply, "as", 0);
  if (name == "CanRaise" || name == "HasTrackList") return server.bus().append(reply, "b", 0);
  if (name == "PlaybackStatus") return server.bus().append(reply, "s", now.status.c_str());
  if (name == "Rate") return server.bus().append(reply, "d", now.rate);
  if (name == "Volume") return server.bus().append(reply, "d", now.volume);
  if (name == "Position") return server.bus().append(reply, "x", microseconds(view.position));
  if (name == "MinimumRate") return server.bus().append(reply, "d", Player::kSlowest);
  if (name == "MaximumRate") return server.bus().append(reply, "d", Player::kFastest);
  if (name == "Metadata") return server.append_metadata(reply, view);
  return server.bus().append(reply, "b", 1);  // what can be done: all of it
}

int MprisServer::Impl::set(sd_bus*, const char*, const char*, const char* property, sd_bus_message* value, void* self,
                           sd_bus_error*) {
  const Impl& server = *static_cast<Impl*>(self);
  double number = 0;
  const int read = server.bus().read(value, "d", &number);
  if (read < 0 || !std::isfinite(number)) return read;
  if (std::string(property) == "Volume") {
    server.player_.set_muted(false);
    server.player_.set_volume(static_cast<int>(std::lround(std::clamp(number, 0.0, 1.0) * 100)));
  } else if (number == 0) {
    server.player_.set_paused(true);  // the standard: a rate of 0 is a pause
  } else {
    server.player_.set_speed(number);
  }
  return 0;
}

MprisServer::MprisServer(Player& player, std::size_t articles, std::function<void()> on_quit)
    : impl_(std::make_unique<Impl>(player, articles, std::move(on_quit))) {}

MprisServer::~MprisServer() = default;

}  // namespace aloud
