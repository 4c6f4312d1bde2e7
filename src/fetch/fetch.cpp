#include "fetch/fetch.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "document/document.h"
#include "document/html/page_encoding.h"
#include "fetch/page_cache.h"
#include "util/address.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

constexpr const char* kSaveIt = "save it from the browser, and read the file";

[[noreturn]] void fail(const std::string& name, const std::string& message) {
  throw Error(ErrorKind::input, message, {name, 0, 0});
}

void require_success(const Response& response, const std::string& name) {
  const long status = response.status;
  if (status >= 200 && status < 300 && status != 204) return;
  if (status == 204) fail(name, "the server has nothing there (204)");
  if (status == 401 || status == 403 || status == 451)
    fail(name, fmt::format("the server refuses it ({}): if a browser shows it, {}", status, kSaveIt));
  if (status == 404 || status == 410) fail(name, fmt::format("is not there ({}): is the address right?", status));
  if (status == 429) fail(name, "the server asks for patience (429): try again later");
  if (status >= 500) fail(name, fmt::format("the server has trouble ({}): try again later", status));
  fail(name, fmt::format("the server answers with status {}: if a browser shows it, {}", status, kSaveIt));
}

// "text/html; charset=utf-8" is {"text/html", "utf-8"}.
struct ContentType {
  std::string media, charset;
};

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

ContentType parse_content_type(std::string_view header) {
  ContentType type;
  type.media = ascii_lower(trimmed(header.substr(0, header.find(';'))));
  while (header.find(';') != std::string_view::npos) {
    header.remove_prefix(header.find(';') + 1);
    const std::string_view parameter = trimmed(header.substr(0, header.find(';')));
    constexpr std::string_view kCharset = "charset=";
    if (!type.charset.empty() || ascii_lower(parameter.substr(0, kCharset.size())) != kCharset) continue;
    std::string_view value = parameter.substr(kCharset.size());
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
      return is_ascii_letter(c) || is_ascii_digit(c) || std::string_view("-_:.+").find(c) != std::string_view::npos;
    });
    if (plain && value.size() <= ReadOptions::kLongestEncoding) type.charset = meant_encoding(value);
  }
  return type;
}

// What holds no text that could be read out; what is not known here is looked at by the reader.
bool holds_no_text(const std::string& media) {
  static constexpr auto kKinds = std::to_array<std::string_view>({"image/", "audio/", "video/", "font/", "model/"});
  static constexpr auto kTypes = std::to_array<std::string_view>(
      {"application/json", "application/ld+json", "application/javascript", "text/javascript", "text/css", "application/wasm",
       "application/gzip", "application/x-tar", "application/x-executable"});
  return std::any_of(kKinds.begin(), kKinds.end(), [&](std::string_view kind) { return media.starts_with(kind); }) ||
         std::find(kTypes.begin(), kTypes.end(), media) != kTypes.end();
}

std::optional<DocumentFormat> format_of_media(const std::string& media, const std::string& path) {
  if (media == "text/html" || media == "application/xhtml+xml") return DocumentFormat::html;
  if (media == "text/markdown" || media == "text/x-markdown") return DocumentFormat::markdown;
  const DocumentFormat by_path = format_of_path(path);
  if (by_path == DocumentFormat::plain_text) return std::nullopt;  // by what it begins with, and its name
  const bool plain = media == "text/plain" && by_path == DocumentFormat::html;
  return plain ? DocumentFormat::plain_text : by_path;
}

}  // namespace

ArticleBytes article_of(Response response, const std::string& path, const std::string& name) {
  require_success(response, name);
  const ContentType type = parse_content_type(response.content_type);
  if (holds_no_text(type.media)) fail(name, fmt::format("is {}, which has no text to read out", plain_line(type.media)));
  if (response.bytes.empty()) fail(name, fmt::format("the server sends an empty page: if a browser shows it, {}", kSaveIt));
  ArticleBytes article;
  article.bytes = std::move(response.bytes);
  article.format = format_of_media(type.media, path);
  article.encoding = type.charset;
  return article;
}

ArticleBytes fetch_article(const std::string& address, const FetchOptions& options) {
  if (const auto objection = objection_to(address)) fail(plain_line(address), *objection);
  const std::string sent = sent_form_of(address);
  const PageCache cache(options.cache_directory);
  std::optional<Response> known = cache.find(sent, options.most_bytes);
  Response response = transfer(sent, address, options, known ? known->validators : Validators{});
  constexpr long kNotModified = 304;
  if (response.status == kNotModified && known) return article_of(std::move(*known), path_of(address), address);
  if (response.status == 200) cache.keep(sent, response);
  return article_of(std::move(response), path_of(address), address);
}

}  // namespace aloud
