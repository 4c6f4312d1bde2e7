#include "render/page_pictures.h"

#include <span>

#include "audio/cover.h"
#include "render/named_files.h"
#include "util/base64.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::size_t kMostBytes = 32 * 1024 * 1024;  // of all pictures of a page

bool is_path_beside(const std::string& address) {
  return !address.empty() && address.front() != '/' && address.front() != '#' && address.find(':') == std::string::npos;
}

}  // namespace

std::string PagePictures::address_of(const std::string& address) {
  if (!is_path_beside(address)) return address;
  try {
    const Cover picture = load_cover(NamedFiles(document_, choice_).of_article("image", address));
    if (picture.bytes.size() > kMostBytes - bytes_) return address;
    bytes_ += picture.bytes.size();
    return "data:" + picture.mime + ";base64," + base64_of(std::as_bytes(std::span(picture.bytes)));
  } catch (const Error&) {
    return address;  // it is not there, or not ours to read: the page shows what the article says
  }
}

}  // namespace aloud
