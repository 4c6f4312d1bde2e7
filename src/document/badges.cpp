#include "document/badges.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/html_spans.h"
#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using namespace std::string_view_literals;

// Parts of addresses that only badges have: their hosts, and how sites name the pictures that they make.
constexpr std::array kBadgeAddresses{
    "shields.io"sv,        "badgen.net"sv,      "badge.fury.io"sv, "badges.gitter.im"sv,   "travis-ci."sv,
    "codecov.io"sv,        "coveralls.io"sv,    "circleci.com"sv,  "appveyor.com"sv,       "badge.svg"sv,
    "/badge/"sv,           "/badges/"sv,        "/badge?"sv,       "badge.png"sv,          "isitmaintained.com"sv,
    "snyk.io/test"sv,      "api.netlify.com"sv, "deepsource.io"sv, "opencollective.com"sv, "app.codacy.com"sv,
    "sonarcloud.io/api"sv, "forthebadge.com"sv, "pepy.tech"sv,     "build.svg"sv,          "status.svg"sv};

bool among_parts(std::string_view address) {
  return std::any_of(kBadgeAddresses.begin(), kBadgeAddresses.end(),
                     [&](std::string_view part) { return address.find(part) != std::string_view::npos; });
}

// The end of an address's path, in lower case.
std::string_view extension_of(std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  const std::size_t dot = path.find_last_of("./");
  return dot == std::string_view::npos || path[dot] == '/' ? std::string_view() : path.substr(dot + 1);
}

bool is_photograph(std::string_view extension) {
  return extension == "jpg" || extension == "jpeg" || extension == "webp" || extension == "avif" || extension == "gif";
}

bool is_picture(std::string_view extension) { return is_photograph(extension) || extension == "png" || extension == "svg"; }

struct Picture {
  const Span* image = nullptr;
  bool linked = false;      // to something that is no picture
  bool badge = false;       // by its address
  bool photograph = false;  // by its address
};

std::vector<Picture> pictures_in(const RichText& text) {
  std::vector<Picture> pictures;
  const Span* link = nullptr;
  for (const Span& span : text.spans) {
    if (span.kind == SpanKind::link) link = &span;
    if (span.kind != SpanKind::image) continue;
    const std::string address = ascii_lower(span.target);
    const bool inside = link != nullptr && span.text.end <= link->text.end;
    const std::string target = inside ? ascii_lower(link->target) : std::string();
    pictures.push_back(
        {&span, inside && !is_picture(extension_of(target)), among_parts(address), is_photograph(extension_of(address))});
  }
  return pictures;
}

// Whether nothing but white space and such marks as separate stands beside them.
bool stand_alone(const RichText& text, const std::vector<Picture>& pictures) {
  const std::string& all = text.text.text();
  std::size_t at = 0;
  const auto only_separators = [&](std::size_t begin, std::size_t end) {
    return all.find_first_not_of(" |\n\t", begin) >= end;
  };
  for (const Picture& picture : pictures) {
    if (!only_separators(at, picture.image->text.begin)) return false;
    at = picture.image->text.end;
  }
  return only_separators(at, all.size());
}

}  // namespace

void mark_badges(RichText& text) {
  const std::vector<Picture> pictures = pictures_in(text);
  if (pictures.empty()) return;
  const auto looks_like_badge = [](const Picture& one) { return one.badge || (one.linked && !one.photograph); };
  const bool any = std::any_of(pictures.begin(), pictures.end(), [](const Picture& one) { return one.badge; });
  const bool row = (pictures.size() > 1 || any) && std::all_of(pictures.begin(), pictures.end(), looks_like_badge);
  if (row && stand_alone(text, pictures)) {
    text.spans.insert(text.spans.begin(), {SpanKind::badge, {0, text.text.size()}, {}});
  } else {
    std::vector<Span> badges;
    for (const Picture& picture : pictures) {
      if (picture.badge) badges.push_back({SpanKind::badge, picture.image->text, {}});
    }
    text.spans.insert(text.spans.begin(), badges.begin(), badges.end());  // outside of the images
  }
  settle_spans(text.spans);
}

}  // namespace aloud
