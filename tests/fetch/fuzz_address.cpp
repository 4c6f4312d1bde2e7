#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fetch/fetch.h"
#include "util/address.h"
#include "util/error.h"
#include "util/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_safe_name(const std::string& name) {
  return !name.empty() && name.size() <= 100 && name.front() != '.' && name.front() != '-' && aloud::is_valid_utf8(name) &&
         name.find_first_of("/\\\n\r") == std::string::npos && name.find('\0') == std::string::npos;
}

}  // namespace

// Whatever is typed: names of files are safe, and what is sent is of characters that an address has.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string address = "http://" + std::string(reinterpret_cast<const char*>(data), size);
  require(aloud::is_address(address));
  require(is_safe_name(aloud::file_name_of(address)));
  const std::string path = aloud::path_of(address);
  require(path.empty() || address.find(path) != std::string::npos);
  require(aloud::host_of(address).find('/') == std::string::npos);
  if (!aloud::objection_to(address)) {
    const std::string sent = aloud::sent_form_of(address);
    require(sent.find_first_of(" \t\r\n") == std::string::npos || sent.find(' ') < sent.find('/', 7));
    require(aloud::sent_form_of(sent) == sent);
  }
  try {
    aloud::Response response{200, "text", std::string(address.substr(7)), {}, true};
    require(aloud::article_of(std::move(response), path, "x").bytes == "text");
  } catch (const aloud::Error&) {  // a picture
  }
  return 0;
}
