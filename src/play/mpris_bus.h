#pragma once

#include <systemd/sd-bus.h>

#include "util/shared_library.h"

namespace aloud {

/// The functions of sd-bus that are used. libsystemd is loaded when there is a bus to talk to, and not linked.
struct SdBus {
  SharedLibrary library{"libsystemd.so.0"};
  decltype(sd_bus_open_user)* open_user = library.symbol("sd_bus_open_user");
  decltype(sd_bus_flush_close_unref)* close = library.symbol("sd_bus_flush_close_unref");
  decltype(sd_bus_get_fd)* descriptor = library.symbol("sd_bus_get_fd");
  decltype(sd_bus_get_events)* events = library.symbol("sd_bus_get_events");
  decltype(sd_bus_process)* process = library.symbol("sd_bus_process");
  decltype(sd_bus_add_object_vtable)* add_vtable = library.symbol("sd_bus_add_object_vtable");
  decltype(sd_bus_request_name_async)* request_name = library.symbol("sd_bus_request_name_async");
  decltype(sd_bus_message_is_method_error)* is_error = library.symbol("sd_bus_message_is_method_error");
  decltype(sd_bus_message_append)* append = library.symbol("sd_bus_message_append");
  decltype(sd_bus_message_read)* read = library.symbol("sd_bus_message_read");
  decltype(sd_bus_message_open_container)* open_container = library.symbol("sd_bus_message_open_container");
  decltype(sd_bus_message_close_container)* close_container = library.symbol("sd_bus_message_close_container");
  decltype(sd_bus_reply_method_return)* reply = library.symbol("sd_bus_reply_method_return");
  decltype(sd_bus_emit_signal)* emit_signal = library.symbol("sd_bus_emit_signal");
  decltype(sd_bus_emit_properties_changed)* emit_changed = library.symbol("sd_bus_emit_properties_changed");
};

}  // namespace aloud
