#pragma once

#include <systemd/sd-bus.h>

#include "play/shared_library.h"

namespace aloud {

/// The functions of sd-bus that are used. libsystemd is loaded when there is a bus to talk to, and not linked.
struct SdBus {
  SharedLibrary library{"libsystemd.so.0"};
  decltype(sd_bus_open_user)* open_user = nullptr;
  decltype(sd_bus_flush_close_unref)* close = nullptr;
  decltype(sd_bus_get_fd)* descriptor = nullptr;
  decltype(sd_bus_get_events)* events = nullptr;
  decltype(sd_bus_process)* process = nullptr;
  decltype(sd_bus_add_object_vtable)* add_vtable = nullptr;
  decltype(sd_bus_request_name_async)* request_name = nullptr;
  decltype(sd_bus_message_is_method_error)* is_error = nullptr;
  decltype(sd_bus_message_get_bus)* bus_of = nullptr;
  decltype(sd_bus_message_append)* append = nullptr;
  decltype(sd_bus_message_read)* read = nullptr;
  decltype(sd_bus_message_open_container)* open_container = nullptr;
  decltype(sd_bus_message_close_container)* close_container = nullptr;
  decltype(sd_bus_reply_method_return)* reply = nullptr;
  decltype(sd_bus_emit_signal)* emit_signal = nullptr;
  decltype(sd_bus_emit_properties_changed)* emit_changed = nullptr;
  bool complete = false;

  SdBus() {
    complete =
        library.is_loaded() && library.find(open_user, "sd_bus_open_user") && library.find(close, "sd_bus_flush_close_unref") &&
        library.find(descriptor, "sd_bus_get_fd") && library.find(events, "sd_bus_get_events") &&
        library.find(process, "sd_bus_process") && library.find(add_vtable, "sd_bus_add_object_vtable") &&
        library.find(request_name, "sd_bus_request_name_async") && library.find(is_error, "sd_bus_message_is_method_error") &&
        library.find(bus_of, "sd_bus_message_get_bus") && library.find(append, "sd_bus_message_append") &&
        library.find(read, "sd_bus_message_read") && library.find(open_container, "sd_bus_message_open_container") &&
        library.find(close_container, "sd_bus_message_close_container") && library.find(reply, "sd_bus_reply_method_return") &&
        library.find(emit_signal, "sd_bus_emit_signal") && library.find(emit_changed, "sd_bus_emit_properties_changed");
  }
};

}  // namespace aloud
