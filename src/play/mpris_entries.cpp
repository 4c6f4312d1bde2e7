#include "play/mpris_entries.h"

#include <cstring>

namespace aloud {

sd_bus_vtable table_start() {
  sd_bus_vtable entry;
  std::memset(&entry, 0, sizeof entry);
  entry.type = _SD_BUS_VTABLE_START;
  entry.x.start.element_size = sizeof entry;
  return entry;
}

sd_bus_vtable table_end() {
  sd_bus_vtable entry;
  std::memset(&entry, 0, sizeof entry);
  entry.type = _SD_BUS_VTABLE_END;
  return entry;
}

sd_bus_vtable method_entry(const char* name, const char* signature, sd_bus_message_handler_t handler) {
  sd_bus_vtable entry = table_end();
  entry.type = _SD_BUS_VTABLE_METHOD;
  entry.flags = SD_BUS_VTABLE_UNPRIVILEGED;
  entry.x.method.member = name;
  entry.x.method.signature = signature;
  entry.x.method.result = "";
  entry.x.method.handler = handler;
  return entry;
}

sd_bus_vtable signal_entry(const char* name, const char* signature) {
  sd_bus_vtable entry = table_end();
  entry.type = _SD_BUS_VTABLE_SIGNAL;
  entry.x.signal.member = name;
  entry.x.signal.signature = signature;
  return entry;
}

sd_bus_vtable property_entry(const char* name, const char* signature, sd_bus_property_get_t get, std::uint64_t flags,
                             sd_bus_property_set_t set) {
  sd_bus_vtable entry = table_end();
  entry.type = set == nullptr ? _SD_BUS_VTABLE_PROPERTY : _SD_BUS_VTABLE_WRITABLE_PROPERTY;
  if (set != nullptr) flags |= SD_BUS_VTABLE_UNPRIVILEGED;
  entry.flags = flags & 0x00FFFFFFFFFFFFFF;
  entry.x.property.member = name;
  entry.x.property.signature = signature;
  entry.x.property.get = get;
  entry.x.property.set = set;
  return entry;
}

}  // namespace aloud
