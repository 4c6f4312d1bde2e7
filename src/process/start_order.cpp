#include "process/start_order.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <type_traits>

#include "process/local_socket.h"
#include "util/error.h"

namespace aloud {
namespace {

static_assert(std::is_trivially_copyable_v<ZygoteSetup> && std::is_trivially_copyable_v<StartOrder>);

template <std::size_t size>
void copy_into(char (&field)[size], const std::string& text, const char* what) {
  if (text.size() >= size) throw Error(ErrorKind::synthesis, std::string(what) + " is too long");
  std::memcpy(field, text.data(), text.size());
}

}  // namespace

StartOrder order_for(const VoiceParameters& voice) {
  StartOrder order;
  copy_into(order.engine_voice, voice.engine_voice, "the name of the engine voice");
  copy_into(order.variant, voice.variant, "the name of the engine voice");
  order.rate = voice.rate;
  order.pitch = voice.pitch;
  order.range = voice.range;
  order.volume = voice.volume;
  order.word_gap = voice.word_gap;
  order.level = voice.level;
  order.engine = voice.engine;
  copy_into(order.command, voice.command, "the engine's command");
  return order;
}

VoiceParameters voice_of(const StartOrder& order) {
  return {order.engine_voice, order.variant,  order.rate,  order.pitch,  order.range,
          order.volume,       order.word_gap, order.level, order.engine, order.command};
}

ZygoteSetup setup_message(const std::string& recipe, const PerformerOptions& options, std::size_t children, std::size_t slots) {
  ZygoteSetup setup;
  copy_into(setup.recipe, recipe, "the path of the engine's data");
  setup.format = options.format;
  setup.quality = options.quality;
  setup.encoding = options.encoding;
  setup.children = children;
  setup.slots = slots;
  setup.time_limit_ms = static_cast<std::uint64_t>(options.time_limit.count());
  setup.memory_limit = options.memory_limit;
  return setup;
}

bool send_setup(int socket, const ZygoteSetup& setup) {
  ssize_t sent = 0;
  do sent = send(socket, &setup, sizeof setup, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(sizeof setup);
}

bool receive_setup(int socket, ZygoteSetup& setup) {
  ssize_t size = 0;
  do size = recv(socket, &setup, sizeof setup, 0);
  while (size < 0 && errno == EINTR);
  return size == static_cast<ssize_t>(sizeof setup);
}

bool send_order(int socket, const StartOrder& order, const std::array<int, 2>& descriptors) {
  return send_with_descriptors(socket, std::as_bytes(std::span(&order, 1)), descriptors);
}

bool receive_order(int socket, StartOrder& order, std::array<int, 2>& descriptors) {
  return receive_with_descriptors(socket, std::as_writable_bytes(std::span(&order, 1)), descriptors) == sizeof order;
}

}  // namespace aloud
