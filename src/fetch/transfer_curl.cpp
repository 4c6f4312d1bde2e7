#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "fetch/special_address.h"
#include "fetch/transfer.h"
#include "util/address.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/plain_line.h"
#include "util/shared_library.h"
#include "version.h"

namespace aloud {
namespace {

constexpr long kMostRedirects = 10;
constexpr std::size_t kMostHeaderBytes = 256 * 1024;
constexpr long kConnectMilliseconds = 10'000;  // a host that answers at all does so within them

/// The functions of libcurl that are used. It is neither linked nor started before there is something to fetch: it brings some
/// thirty libraries, which every start would map and every forked child copy page tables for.
struct Curl {
  SharedLibrary library{"libcurl.so.4"};
  decltype(curl_global_init)* start = library.symbol("curl_global_init");
  decltype(curl_easy_init)* make = library.symbol("curl_easy_init");
  decltype(curl_easy_setopt)* set = library.symbol("curl_easy_setopt");
  decltype(curl_easy_perform)* perform = library.symbol("curl_easy_perform");
  decltype(curl_easy_getinfo)* info = library.symbol("curl_easy_getinfo");
  decltype(curl_easy_strerror)* describe = library.symbol("curl_easy_strerror");
  decltype(curl_easy_cleanup)* destroy = library.symbol("curl_easy_cleanup");
  decltype(curl_slist_append)* append = library.symbol("curl_slist_append");
  decltype(curl_slist_free_all)* free_list = library.symbol("curl_slist_free_all");
};

const Curl& curl(const std::string& name) {
  static const Curl functions;
  static const bool started = functions.library.is_complete() && functions.start(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  if (!started)
    throw Error(ErrorKind::input,
                "no libcurl to fetch it with: install the package libcurl4, or save the page and read the file", {name, 0, 0});
  return functions;
}

/// One request, and what came of it so far; libcurl calls back into it.
class Request {
 public:
  Request(std::string address, std::string name, const FetchOptions& options)
      : curl_(curl(name)), address_(std::move(address)), name_(std::move(name)), options_(options), handle_(curl_.make()) {
    if (handle_ == nullptr) fail("cannot be fetched: libcurl does not start");
  }
  ~Request() {
    curl_.free_list(headers_);
    curl_.destroy(handle_);
  }
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  Response run(const Validators& known) {
    set_bounds();
    set_protocols();
    set_headers(known);
    set_callbacks();
    const CURLcode code = curl_.perform(handle_);
    if (code != CURLE_OK) fail_with(code);
    curl_.info(handle_, CURLINFO_RESPONSE_CODE, &response_.status);
    return std::move(response_);
  }

 private:
  template <class Value>
  void set(CURLoption option, Value value) {
    if (curl_.set(handle_, option, value) != CURLE_OK) fail("cannot be fetched: this libcurl is too old");
  }

  void set_bounds() {
    const auto all = static_cast<long>(options_.time.count());
    set(CURLOPT_TIMEOUT_MS, all);
    set(CURLOPT_CONNECTTIMEOUT_MS, std::min(all, kConnectMilliseconds));
    set(CURLOPT_MAXREDIRS, kMostRedirects);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, error_.data());
  }

  void set_protocols() {
    const bool secure = ascii_lower(address_).starts_with("https:");
    set(CURLOPT_URL, address_.c_str());
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, secure ? "https" : "http,https");
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!options_.certificates.empty()) set(CURLOPT_CAINFO, options_.certificates.c_str());
    // A proxy resolves names and connects by itself, so that no address could be looked at.
    if (!options_.allow_private) set(CURLOPT_PROXY, "");
  }

  void set_headers(const Validators& known) {
    add_header("Accept: text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.5");
    if (!known.etag.empty()) add_header("If-None-Match: " + known.etag);
    if (!known.last_modified.empty()) add_header("If-Modified-Since: " + known.last_modified);
    set(CURLOPT_HTTPHEADER, headers_);
    set(CURLOPT_USERAGENT, ("aloud/" + std::string(kVersion)).c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");  // whatever this libcurl unpacks
  }

  void add_header(const std::string& line) {
    curl_slist* longer = curl_.append(headers_, line.c_str());
    if (longer != nullptr) headers_ = longer;
  }

  void set_callbacks() {
    set(CURLOPT_WRITEFUNCTION, &Request::take_bytes);
    set(CURLOPT_WRITEDATA, static_cast<void*>(this));
    set(CURLOPT_HEADERFUNCTION, &Request::take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(this));
    set(CURLOPT_OPENSOCKETFUNCTION, &Request::open_socket);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
  }

  static std::size_t take_bytes(char* bytes, std::size_t /*one*/, std::size_t count, void* self) {
    auto& request = *static_cast<Request*>(self);
    std::string& all = request.response_.bytes;
    request.too_large_ = all.size() + count > request.options_.most_bytes;
    if (request.too_large_) return 0;
    all.append(bytes, count);
    return count;
  }

  static std::size_t take_header(char* bytes, std::size_t /*one*/, std::size_t count, void* self) {
    auto& request = *static_cast<Request*>(self);
    request.header_bytes_ += count;
    if (request.header_bytes_ > kMostHeaderBytes) return 0;
    request.take_header_line(std::string_view(bytes, count));
    return count;
  }

  void take_header_line(std::string_view line) {
    if (line.starts_with("HTTP/")) {  // of the next answer, behind a redirect
      response_ = {};
      return;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string key = ascii_lower(line.substr(0, colon));
    std::string_view value = line.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
    value = value.substr(0, value.find_last_not_of(" \t\r\n") + 1);
    if (key == "content-type") response_.content_type = value;
    if (key == "etag") response_.validators.etag = value;
    if (key == "last-modified") response_.validators.last_modified = value;
    if (key == "cache-control" && ascii_lower(value).find("no-store") != std::string::npos) response_.may_be_kept = false;
  }

  // What is connected to is what was looked at, whatever a name resolves to the next time.
  static curl_socket_t open_socket(void* self, curlsocktype /*purpose*/, curl_sockaddr* address) {
    auto& request = *static_cast<Request*>(self);
    const char* special = special_kind_of(address->addr);
    if (special != nullptr && !request.options_.allow_private) {
      request.refused_ = special;
      return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  std::string seconds() const { return fmt::format("{} s", static_cast<double>(options_.time.count()) / 1000); }

  // Where the last redirect led, if there was any.
  std::string where() const {
    const char* last = nullptr;
    long redirects = 0;
    curl_.info(handle_, CURLINFO_EFFECTIVE_URL, &last);
    curl_.info(handle_, CURLINFO_REDIRECT_COUNT, &redirects);
    const std::string host = last != nullptr && is_address(last) ? host_of(last) : host_of(address_);
    return redirects > 0 ? plain_line(host) + " (where it leads)" : plain_line(host);
  }

  std::string detail(CURLcode code) const { return plain_line(error_[0] != '\0' ? error_.data() : curl_.describe(code)); }

  [[noreturn]] void fail_with(CURLcode code) const {
    if (too_large_) fail(fmt::format("is larger than {} bytes: --fetch-size allows more", options_.most_bytes));
    if (header_bytes_ > kMostHeaderBytes) fail("cannot be fetched: the server's answer has no end of headers");
    if (refused_ != nullptr && code == CURLE_COULDNT_CONNECT)
      fail(fmt::format("the address of {} is {}: --allow-private fetches from there", where(), refused_));
    switch (code) {
      case CURLE_COULDNT_RESOLVE_HOST:
        fail(fmt::format("there is no host {}, or no network: is the address right?", where()));
      case CURLE_COULDNT_CONNECT:
        fail(fmt::format("cannot connect to {}: {}", where(), detail(code)));
      case CURLE_OPERATION_TIMEDOUT:
        fail(fmt::format("did not come within {}: --fetch-time allows more", seconds()));
      case CURLE_PEER_FAILED_VERIFICATION:
        fail(fmt::format("the certificate of {} is not to be trusted ({}): --ca-file names an authority of your own", where(),
                         detail(code)));
      case CURLE_SSL_CACERT_BADFILE:
        fail(options_.certificates.empty()
                 ? "no certificates to know a server by: install the package ca-certificates"
                 : "--ca-file " + options_.certificates + ": cannot be read, or holds no certificates");
      case CURLE_TOO_MANY_REDIRECTS:
        fail(fmt::format("leads on and on (more than {} redirects): open it in a browser, and take the address it ends at",
                         kMostRedirects));
      case CURLE_UNSUPPORTED_PROTOCOL:
        fail("leads to what is not fetched: from https to http, or to neither");
      case CURLE_LOGIN_DENIED:
      case CURLE_URL_MALFORMAT:
        fail("it, or where it leads, is no address that can be fetched");
      default:
        fail("cannot be fetched: " + detail(code));
    }
  }

  [[noreturn]] void fail(const std::string& message) const { throw Error(ErrorKind::input, message, {name_, 0, 0}); }

  const Curl& curl_;
  const std::string address_, name_;
  const FetchOptions& options_;
  CURL* handle_;
  curl_slist* headers_ = nullptr;
  std::array<char, CURL_ERROR_SIZE> error_{};
  Response response_;
  std::size_t header_bytes_ = 0;
  bool too_large_ = false;
  const char* refused_ = nullptr;
};

}  // namespace

Response transfer(const std::string& address, const std::string& name, const FetchOptions& options, const Validators& known) {
  return Request(address, name, options).run(known);
}

}  // namespace aloud
