#include "cli/shorthands.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace aloud::cli {
namespace {

bool is_file(const std::string& word) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(word, ignored);
}

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

// "notes.txt", "./notes", "-": no command is named like one. What is not there gets an error that speaks of a file.
bool looks_like_article(const std::string& word) {
  return word == "-" || word.find('/') != std::string::npos || std::filesystem::path(word).has_extension() || is_file(word);
}

}  // namespace

bool input_is_given() {
  struct stat status {};
  if (::fstat(STDIN_FILENO, &status) != 0) return false;
  return S_ISFIFO(status.st_mode) || S_ISREG(status.st_mode) || S_ISSOCK(status.st_mode);
}

std::vector<std::string> expand_shorthands(std::vector<std::string> words, const std::vector<std::string>& commands,
                                           bool input_given) {
  const auto is_command = [&](const std::string& word) {
    return std::find(commands.begin(), commands.end(), word) != commands.end();
  };
  if (words.empty()) return input_given ? std::vector<std::string>{"play", "-"} : words;
  const std::string first = words.front();
  if (is_command(first)) return words;
  if (first == "version" && words.size() == 1) return {"--version"};
  if (first == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
    return words;
  }
  const bool options_first = is_option(first) && std::none_of(words.begin(), words.end(), is_command) &&
                             std::any_of(words.begin(), words.end(), is_file);
  if (options_first || (!is_option(first) && looks_like_article(first))) words.insert(words.begin(), "play");
  return words;
}

}  // namespace aloud::cli
