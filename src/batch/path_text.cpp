#include "batch/path_text.h"

#include <algorithm>

#include "util/utf8.h"

namespace aloud {
namespace {

constexpr char32_t kByte = 0x10FF00;
constexpr char32_t kFirstByte = kByte + 0x80;

void append_as_bytes(std::string& text, std::string_view bytes) {
  for (const char byte : bytes) append_utf8(text, kByte + static_cast<unsigned char>(byte));
}

}  // namespace

std::string text_of_path(std::string_view path) {
  std::string text;
  for (std::size_t at = 0; at < path.size();) {
    const CodePoint point = code_point_at(path, at);
    const std::string_view bytes = path.substr(at, point.size);
    const bool readable = point.value < kFirstByte && is_valid_utf8(bytes);
    if (readable) {
      text += bytes;
    } else {
      append_as_bytes(text, bytes);
    }
    at += point.size;
  }
  return text;
}

std::string path_from_text(std::string_view text) {
  std::string path;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value >= kFirstByte) {
      path += static_cast<char>(point.value - kByte);
    } else {
      path += text.substr(at, point.size);
    }
    at += point.size;
  }
  return path;
}

bool is_inner_path(const std::string& path) {
  if (path.empty() || path.find('\0') != std::string::npos) return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string segment = path.substr(begin, end - begin);
    if (segment.empty() || segment == "." || segment == "..") return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace aloud
