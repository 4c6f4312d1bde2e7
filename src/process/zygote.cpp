#include "process/zygote.h"

#include <poll.h>

#include <array>
#include <cerrno>

#include "process/local_socket.h"
#include "process/start_order.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::chrono::milliseconds kTimeToDie{5000};

/// A process closes what it holds a little before it can be asked how it ended.
constexpr std::chrono::milliseconds kTimeToTell{100};

/// Starts the zygote, and returns it with our end of its socket in `orders`.
HelperProcess start_zygote(const ForkServerSetup& setup, UniqueDescriptor& orders) {
  auto [ours, theirs] = connected_pair();
  const FactoryRecipe recipe = setup.factory->recipe();
  const bool known_to_others = !recipe.text.empty() && !setup.options.make_encoder;
  const StartMethod method =
      known_to_others ? method_for(recipe.always_spawn ? StartMethod::spawn : StartMethod::automatic) : StartMethod::fork;
  HelperTask task{kZygoteEntryPoint, {theirs.get()}, recipe.program, {}};
  if (method == StartMethod::fork) {
    task.run_forked = [&setup](std::span<const int> descriptors) { serve_orders(setup, descriptors[0]); };
  } else {
    task.descriptors.push_back(setup.slots->memory_descriptor());
    send_setup(ours.get(), setup_message(recipe.text, setup.options, setup.children, setup.slots->count()));
  }
  HelperProcess process(task, method);
  orders = std::move(ours);
  return process;
}

}  // namespace

Zygote::Zygote(const ForkServerSetup& setup) : process_(start_zygote(setup, orders_)) {}

Zygote::~Zygote() {
  orders_.reset();
  process_.end(kTimeToDie);
}

ServerConnection Zygote::start_server(const VoiceParameters& voice) {
  auto [control, their_control] = connected_pair();
  auto [life, their_life] = open_pipe();
  if (!send_order(orders_.get(), order_for(voice), {their_control.get(), their_life.get()}))
    throw Error(ErrorKind::synthesis, "the process that starts speech processes " + how_it_ended().value_or("has died"));
  return {std::move(control), std::move(life)};
}

std::optional<std::string> Zygote::how_it_ended() { return process_.how_it_ended(kTimeToTell); }

void await_death(const UniqueDescriptor& life) {
  if (life.get() < 0) return;
  pollfd watched{life.get(), POLLIN, 0};
  while (poll(&watched, 1, static_cast<int>(kTimeToDie.count())) < 0 && errno == EINTR) {
  }
}

}  // namespace aloud
