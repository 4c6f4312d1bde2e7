#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/call_settings.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/print.h"
#include "util/plain_line.h"
#include "util/user_directories.h"
#include "util/utf8.h"

namespace aloud::cli {
namespace {

struct Line {
  std::string key, value, source;
  bool holds = true;  // nothing stronger says otherwise
};

std::string variable_of(std::string key) {
  std::replace(key.begin(), key.end(), '_', '-');
  for (const auto& [variable, option] : settings_variables()) {
    if (option == key) return '$' + variable;
  }
  return "the environment";
}

// Of one source the last value of a key holds; lexicons all do.
void add(std::vector<Line>& lines, const SettingsPatch& patch, const std::string& source, std::set<std::string>& said) {
  const auto described = describe(patch);
  std::set<std::string> here;
  std::vector<Line> fresh;
  for (auto one = described.rbegin(); one != described.rend(); ++one) {
    const auto& [key, value] = *one;
    const bool joins_others = key == "lexicons";
    const bool holds = joins_others || (!said.contains(key) && !here.contains(key));
    here.insert(key);
    fresh.push_back({key, value, source.empty() ? variable_of(key) : source, holds});
  }
  lines.insert(lines.end(), fresh.rbegin(), fresh.rend());
  said.insert(here.begin(), here.end());
}

std::vector<Line> lines_of(const StandingSettings& standing) {
  std::vector<Line> lines;
  std::set<std::string> said;
  add(lines, standing.project, standing.project_path, said);
  add(lines, standing.own, standing.own_path, said);
  add(lines, standing.environment, "", said);
  return lines;
}

void print_lines(const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, display_width(line.key + line.value));
  for (const Line& line : lines) {
    const std::string setting = plain_line(line.key + " = " + line.value);
    print(fmt::format("{:{}}  {}{}\n", setting, width + 3, plain_line(line.source), line.holds ? "" : " (overruled)"));
  }
}

nlohmann::ordered_json json_of(const std::vector<Line>& lines) {
  nlohmann::ordered_json settings = nlohmann::ordered_json::array();
  for (const Line& line : lines)
    settings.push_back({{"key", line.key}, {"value", line.value}, {"source", line.source}, {"holds", line.holds}});
  return settings;
}

std::string path_or(const std::string& path, const std::string& otherwise) {
  return path.empty() ? otherwise : plain_line(path);
}

}  // namespace

int run_config(const ConfigArguments& arguments) {
  const UseProject use = arguments.project ? UseProject::yes : UseProject::no;
  const StandingSettings standing = settings_finder(use).for_article(arguments.article);
  const std::vector<Line> lines = lines_of(standing);
  if (arguments.json) {
    const nlohmann::ordered_json json = {
        {"project", standing.project_path}, {"own", standing.own_path}, {"settings", json_of(lines)}};
    print_json(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
    return kDone;
  }
  const std::string own = user_config_directory() + "/config.toml";
  print(fmt::format("project:  {}\n", path_or(standing.project_path, "none (no aloud.toml here or above)")));
  if (!standing.stranger.empty())
    print(
        fmt::format("          {} is passed by: it belongs to another user than the article\n", plain_line(standing.stranger)));
  print(fmt::format("your own: {}\n", path_or(standing.own_path, "none (" + plain_line(own) + ")")));
  print(lines.empty() ? "\nNothing is set: every article is read by the voice of its language.\n" : "\n");
  print_lines(lines);
  return kDone;
}

}  // namespace aloud::cli
