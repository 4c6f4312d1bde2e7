#include "language/spoken_form/version_history.h"

#include <algorithm>

#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kLongestPart = 3;  // digits: parts of versions count; longer ones are decimals
constexpr int kListed = 2;               // chunks ("and", "or") that may stand between the versions of a list

// What has versions and no decimals, wherever it is named.
constexpr std::string_view kVersioned =
    "python pypy cpython rust cargo java jdk jre kotlin scala swift go golang node node.js nodejs deno npm yarn pnpm "
    "typescript "
    "javascript ecmascript php ruby rails perl raku lua julia haskell ghc erlang elixir clojure dart flutter zig nim ocaml "
    "gcc clang llvm cmake make ninja meson bazel gradle maven git docker kubernetes helm terraform ansible vagrant "
    "linux ubuntu debian fedora centos rhel alpine arch opensuse freebsd openbsd netbsd android ios ipados macos windows "
    "postgresql postgres mysql mariadb sqlite redis mongodb elasticsearch cassandra kafka spark hadoop airflow "
    "django flask fastapi numpy scipy pandas pytorch tensorflow keras jupyter conda pip setuptools poetry "
    "react vue angular svelte jquery bootstrap tailwind webpack vite rollup babel eslint jest next.js nuxt "
    "qt gtk gnome kde plasma wayland mesa vulkan opengl opencl directx metal cuda blender unity godot unreal "
    "firefox chrome chromium safari edge opera thunderbird libreoffice emacs vim neovim xcode "
    "openssl tls ssl http html css usb bluetooth wi-fi unicode pdf epub posix boost spring hibernate .net "
    "wordpress drupal joomla magento laravel symfony hugo jekyll gatsby astro docusaurus mkdocs sphinx pandoc ffmpeg";

bool is_version_byte(char c) { return is_ascii_digit(c) || c == '.'; }

// A run of digits and periods between other characters.
struct Number {
  std::size_t begin = 0, end = 0;  // without periods at its ends
  std::size_t parts = 0;
  std::size_t first_point = 0;
};

// The number that begins at `at`, a digit.
Number number_at(std::string_view text, std::size_t at) {
  Number number{at, at, 1, kNone};
  while (number.end < text.size() && is_version_byte(text[number.end])) ++number.end;
  while (text[number.end - 1] == '.') --number.end;
  for (std::size_t i = at; i < number.end; ++i) {
    if (text[i] != '.') continue;
    if (number.first_point == kNone) number.first_point = i;
    ++number.parts;
  }
  return number;
}

// Whether nothing that makes another thing of it touches the number: letters but a "v" before it, money, percent.
bool stands_alone(std::string_view text, const Number& number) {
  std::size_t begin = number.begin;
  if (begin > 0 && (text[begin - 1] == 'v' || text[begin - 1] == 'V')) --begin;
  const auto joins = [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; };
  const bool before = begin > 0 && (joins(text[begin - 1]) || std::string_view("$/.,:_").find(text[begin - 1]) != kNone) &&
                      !text.substr(0, begin).ends_with("–");
  const bool after = number.end < text.size() && (joins(text[number.end]) || text[number.end] == '%') &&
                     !text.substr(number.end).starts_with("–") && text[number.end] != 'x';
  return !before && !after;
}

// A word without marks at its ends, in small letters.
std::string bare(std::string_view chunk) {
  constexpr std::string_view kMarks = "*_`\"'()[],;:!?";
  const std::size_t begin = std::min(chunk.find_first_not_of(kMarks), chunk.size());
  const std::size_t last = chunk.find_last_not_of(kMarks);
  return last == kNone || last < begin ? std::string() : ascii_lower(chunk.substr(begin, last + 1 - begin));
}

// Calls `use` with each number of the text, the chunk before the one that it stands in, and how many chunks have gone by.
template <typename Use>
void each_number(std::string_view text, Use use) {
  std::string_view before;
  std::size_t count = 0;
  for (std::size_t at = text.find_first_not_of(kSpace); at < text.size(); at = text.find_first_not_of(kSpace, at)) {
    const std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
    ++count;
    for (std::size_t i = at; i < end;) {
      if (!is_ascii_digit(text[i])) {
        ++i;
        continue;
      }
      const Number number = number_at(text.substr(0, end), i);
      use(number, before, count);
      i = number.end;
    }
    before = text.substr(at, end - at);
    at = end;
  }
}

}  // namespace

VersionHistory::VersionHistory(std::string_view text) {
  each_number(text, [&](const Number& number, std::string_view before, std::size_t /*count*/) {
    if (number.parts < 3 || number.parts > 4 || !stands_alone(text, number)) return;
    const std::size_t second = text.find('.', number.first_point + 1);
    numbers_.emplace(text.substr(number.begin, second - number.begin));
    if (std::string name = bare(before); !name.empty() && is_ascii_letter(name.front())) names_.insert(std::move(name));
  });
}

bool VersionHistory::is_versioned(std::string_view name, const CodeWords& words) const {
  return is_among(words.term("versions"), name) || is_among(kVersioned, name) || names_.contains(name);
}

Edits VersionHistory::find(std::string_view text, const CodeWords& words) const {
  Edits edits;
  std::size_t last = 0;  // the chunk in which a version stood, and a name before it
  each_number(text, [&](const Number& number, std::string_view before, std::size_t count) {
    if (number.parts > 2 || !stands_alone(text, number)) return;
    const std::string name = bare(before);
    const bool listed = last != 0 && count - last <= kListed;
    const bool v = number.begin > 0 && text[number.begin - 1] == 'v';
    const bool named = v || listed || (is_versioned(name, words) && !before.ends_with('.'));
    const bool known = number.parts == 2 && numbers_.contains(text.substr(number.begin, number.end - number.begin));
    if (!named && !known) return;
    if (named) last = count;
    if (number.parts != 2) return;
    const std::string_view minor = text.substr(number.first_point + 1, number.end - number.first_point - 1);
    if (minor.size() < 2 || minor.size() > kLongestPart || minor.front() == '0' || words.term("point").empty()) return;
    edits.push_back({{number.first_point, number.first_point + 1}, ' ' + std::string(words.term("point")) + ' ', "version"});
  });
  return edits;
}

}  // namespace aloud
