#pragma once

#include <systemd/sd-bus.h>

#include <cstdint>

namespace aloud {

// The entries of a table of an object on the bus, as sd-bus's macros make them; those need a symbol of the library at link
// time. Names and signatures have to outlive the table.
sd_bus_vtable table_start();
sd_bus_vtable table_end();
sd_bus_vtable method_entry(const char* name, const char* signature, sd_bus_message_handler_t handler);  ///< returns nothing
sd_bus_vtable signal_entry(const char* name, const char* signature);

/// Writable with `set`. `flags`: SD_BUS_VTABLE_PROPERTY_…
sd_bus_vtable property_entry(const char* name, const char* signature, sd_bus_property_get_t get, std::uint64_t flags,
                             sd_bus_property_set_t set = nullptr);

}  // namespace aloud
