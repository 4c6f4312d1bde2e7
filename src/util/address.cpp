#include "util/address.h"

#include <algorithm>
#include <array>
#include <vector>

#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kLongestAddress = 8000;  // what servers take (RFC 9110, section 4.1)
constexpr std::size_t kLongestName = 100;      // bytes: leaves room for extensions within the 255 of file systems

// Behind the scheme and its "://".
std::string_view rest_of(std::string_view address) { return address.substr(address.find(':') + 3); }

std::string_view authority_of(std::string_view address) {
  const std::string_view rest = rest_of(address);
  return rest.substr(0, rest.find_first_of("/?#\\"));
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    out += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
    if (low >= 0) i += 2;
  }
  return is_valid_utf8(out) ? out : std::string(text);
}

std::vector<std::string_view> names_in(std::string_view path) {
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) names.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

// What sites put behind the name of a page; "v1.2" keeps its end.
std::string_view without_page_extension(std::string_view name) {
  static constexpr auto kExtensions = std::to_array<std::string_view>(
      {".html", ".htm", ".shtml", ".xhtml", ".xht", ".php", ".asp", ".aspx", ".jsp", ".md", ".markdown", ".txt", ".pdf"});
  for (const std::string_view extension : kExtensions) {
    if (name.size() > extension.size() && ascii_lower(name.substr(name.size() - extension.size())) == extension)
      return name.substr(0, name.size() - extension.size());
  }
  return name;
}

std::string safe_name(std::string_view text) {
  if (!is_valid_utf8(text)) return {};
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (name.size() + point.size > kLongestName) break;
    const bool unfit = point.value == '/' || point.value == '\\' || point.value == ':' || point.value < 0x20 ||
                       (point.value >= 0x7F && point.value < 0xA0) || (point.value >= 0x202A && point.value <= 0x202E) ||
                       (point.value >= 0x2066 && point.value <= 0x2069);
    name += unfit ? "-" : std::string(text.substr(at, point.size));
    at += point.size;
  }
  name.erase(0, std::min(name.find_first_not_of(" .-~"), name.size()));  // hidden files, options, a shell's home
  return name;
}

}  // namespace

bool is_address(std::string_view word) {
  const std::string lower = ascii_lower(word.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://");
}

std::optional<std::string> objection_to(std::string_view address) {
  const std::string_view authority = authority_of(address);
  if (address.size() > kLongestAddress) return "the address is longer than any server takes";
  if (std::any_of(address.begin(), address.end(), is_control)) return "the address has control characters in it";
  if (!is_valid_utf8(address)) return "the address is not UTF-8";
  if (authority.find('@') != std::string_view::npos)
    return "the address holds a name or password, which aloud sends nowhere: save the page from the browser, and read the file";
  if (host_of(address).empty()) return "the address has no host: is it right?";
  return std::nullopt;
}

std::string sent_form_of(std::string_view address) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  address = address.substr(0, address.find('#'));
  const std::size_t host_end =
      static_cast<std::size_t>(authority_of(address).data() - address.data()) + authority_of(address).size();
  std::string sent(address.substr(0, host_end));  // a host in other scripts is libcurl's (IDN)
  for (const char c : address.substr(host_end)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos) {
      sent += c;
    } else {
      sent += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return sent;
}

std::string host_of(std::string_view address) {
  std::string_view authority = authority_of(address);
  authority.remove_prefix(authority.rfind('@') == std::string_view::npos ? 0 : authority.rfind('@') + 1);
  if (authority.starts_with('['))
    return std::string(authority.substr(0, std::min(authority.find(']'), authority.size() - 1) + 1));
  return std::string(authority.substr(0, authority.find(':')));
}

std::string path_of(std::string_view address) {
  std::string_view rest = rest_of(address);
  rest = rest.substr(0, rest.find_first_of("?#"));
  const std::size_t slash = rest.find_first_of("/\\");
  return slash == std::string_view::npos ? "" : std::string(rest.substr(slash));
}

std::string file_name_of(std::string_view address) {
  const std::string path = path_of(address);
  const std::vector<std::string_view> names = names_in(path);
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const std::string safe = safe_name(without_page_extension(decoded(*name)));
    const std::string lower = ascii_lower(safe);
    const bool says_nothing = lower == "index" || lower == "default" || lower == "home";
    if (!safe.empty() && !says_nothing) return safe;
  }
  const std::string host = safe_name(host_of(address));
  return host.empty() ? "page" : host;
}

}  // namespace aloud
