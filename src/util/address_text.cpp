#include "util/address_text.h"

#include <fmt/format.h>

#include "util/ascii.h"

namespace aloud {

std::string address_of_path(std::string_view path) {
  std::string escaped;
  for (const char c : path) {
    const bool plain = is_ascii_letter(c) || is_ascii_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
    escaped += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return escaped;
}

}  // namespace aloud
