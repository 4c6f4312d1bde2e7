#include "cli/play_start.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <regex>
#include <set>

#include "cli/print.h"
#include "play/folded_text.h"
#include "util/error.h"
#include "util/plain_line.h"
#include "util/white_space.h"

namespace aloud::cli {
namespace {

double number_of(const std::ssub_match& match) { return match.matched ? std::stod(match.str()) : 0; }

Start start_of_text(const Article& article, const std::string& text) {
  const FoldedText shown(article.document);
  const auto at = shown.find(folded(text));
  if (!at) throw Error(ErrorKind::usage, "--from \"" + text + "\": the article does not say that", {article.path, 0, 0});
  return FromSource{shown.source_of(*at)};
}

}  // namespace

From parse_from(const std::string& from) {
  static const std::regex sentence("[0-9]{1,9}");
  static const std::regex clock(R"((?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{2}(?:\.[0-9]{1,6})?))");
  static const std::regex units(R"((?:([0-9]{1,3})h)?(?:([0-9]{1,4})m)?(?:([0-9]{1,6}(?:\.[0-9]{1,6})?)s)?)");
  From parsed;
  std::smatch match;
  if (from.empty()) return parsed;
  if (std::regex_match(from, sentence)) {
    const int number = std::stoi(from);
    if (number == 0) throw Error(ErrorKind::usage, "--from 0: sentences are counted from 1");
    parsed.kind = From::Kind::sentence;
    parsed.sentence = static_cast<std::size_t>(number) - 1;
  } else if (std::regex_match(from, match, clock) || std::regex_match(from, match, units)) {
    parsed.kind = From::Kind::time;
    parsed.seconds = number_of(match[1]) * 3600 + number_of(match[2]) * 60 + number_of(match[3]);
  } else {
    parsed.kind = From::Kind::text;
    parsed.text = from;
    if (folded(from).empty()) throw Error(ErrorKind::usage, "--from: no text to look for");
  }
  return parsed;
}

std::chrono::seconds parse_duration(const std::string& text, const char* option) {
  const From parsed = parse_from(text);
  if (parsed.kind != From::Kind::time || parsed.seconds < 1)
    throw Error(ErrorKind::usage, std::string(option) + ' ' + text + ": no time, such as 30m, 90s or 1:30:00");
  return std::chrono::seconds(static_cast<std::int64_t>(parsed.seconds));
}

std::vector<std::string> choose_begun_article(const PositionStore& positions) {
  constexpr std::size_t kMostOffered = 9;  // a digit chooses
  const std::vector<BegunArticle> begun = positions.begun(kMostOffered);
  if (begun.empty())
    throw Error(ErrorKind::usage, "play what? Name an article; what you stop with Q is offered here the next time");
  for (std::size_t i = 0; i < begun.size(); ++i)
    print(fmt::format("{}  {:3.0f} %  {}\n", i + 1, begun[i].fraction * 100, plain_line(begun[i].path)));
  print(fmt::format("Which? [1]{} ", begun.size() > 1 ? fmt::format(" to {}", begun.size()) : ""));
  std::fflush(stdout);
  std::array<char, 64> line{};
  if (std::fgets(line.data(), line.size(), stdin) == nullptr) return {};
  const std::string answer = fold_white_space(line.data());
  if (answer.empty()) return {begun.front().path};
  const bool is_digit = answer.size() == 1 && answer.front() >= '1' && answer.front() <= '9';
  const auto number = static_cast<std::size_t>(answer.front() - '1');
  return is_digit && number < begun.size() ? std::vector<std::string>{begun[number].path} : std::vector<std::string>{};
}

std::function<Start(const Article&)> start_chooser(const PlayArguments& arguments, const PositionStore& positions) {
  auto from = std::make_shared<From>(parse_from(arguments.from));
  auto seen = std::make_shared<std::set<std::string>>();
  return [from, seen, positions, resume = arguments.resume](const Article& article) -> Start {
    const From asked = std::exchange(*from, {});
    const bool first_time = seen->insert(article.path).second;
    switch (asked.kind) {
      case From::Kind::sentence:
        return FromSentence{asked.sentence};
      case From::Kind::time:
        return FromTime{asked.seconds};
      case From::Kind::text:
        return start_of_text(article, asked.text);
      case From::Kind::beginning:
        break;
    }
    if (!resume || !first_time) return FromBeginning{};
    const auto place = positions.find(article);
    const auto source = place ? find_place(article, *place) : std::nullopt;
    return source ? Start{FromSource{*source}} : Start{FromBeginning{}};
  };
}

}  // namespace aloud::cli
