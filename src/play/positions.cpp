#include "play/positions.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cache/cache_key.h"
#include "play/folded_text.h"
#include "util/atomic_file.h"
#include "util/json_scan.h"
#include "util/regular_file.h"
#include "util/user_directories.h"
#include "util/utf8.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFormat = "aloud-position";
constexpr int kVersion = 1;

/// Stretches that are remembered on either side, and how long each is: enough to know a place by, and to find another when one
/// was edited.
constexpr std::size_t kStretches = 5;
constexpr std::size_t kStretchBytes = 60;

/// A file is a few hundred bytes; what is much longer is none of ours.
constexpr std::size_t kMostBytes = 65536;

std::string content_of(const Article& article) {
  return to_hex(CacheKeyBuilder().add("article", article.document.source.text()).finish());
}

std::string absolute(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  return error ? path : whole.string();
}

std::optional<nlohmann::json> read_place(const fs::path& path) {
  const std::optional<std::string> text = read_if_regular(path.string(), kMostBytes);
  if (!text || json_nests_deeper(*text)) return std::nullopt;
  nlohmann::json json = nlohmann::json::parse(*text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || json.value("format", nlohmann::json()) != kFormat ||
      json.value("version", nlohmann::json()) != kVersion) {
    return std::nullopt;
  }
  return json;
}

std::optional<RememberedPlace> place_of(const nlohmann::json& json) {
  try {
    return RememberedPlace{json.at("sentence").get<std::string>(), json.at("before").get<std::vector<std::string>>(),
                           json.at("after").get<std::vector<std::string>>(), json.at("fraction").get<double>()};
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

/// How well the text around [begin, end) is what was remembered.
int context_score(const std::string& text, std::size_t begin, std::size_t end, const RememberedPlace& place) {
  int score = 0;
  for (const std::string& stretch : place.before) {
    if (begin < stretch.size() || text.compare(begin - stretch.size(), stretch.size(), stretch) != 0) break;
    begin -= stretch.size();
    ++score;
  }
  for (const std::string& stretch : place.after) {
    if (text.compare(end, stretch.size(), stretch) != 0) break;
    end += stretch.size();
    ++score;
  }
  return score;
}

/// The occurrence of `what` that lies nearest to `near`.
std::optional<std::size_t> nearest(const FoldedText& text, const std::string& what, double near) {
  std::optional<std::size_t> best;
  const auto distance = [&](std::size_t at) { return std::abs(static_cast<double>(at) - near); };
  for (auto at = text.find(what); at; at = text.find(what, *at + 1))
    if (!best || distance(*at) < distance(*best)) best = at;
  return best;
}

}  // namespace

std::string default_position_directory() {
  const std::string state = user_state_directory();
  return state.empty() ? "" : state + "/positions";
}

RememberedPlace place_in_article(const Article& article, const std::vector<ByteRange>& sentence) {
  const FoldedText folded(article.document);
  const std::string& text = folded.text();
  ByteRange all{text.size(), 0};
  for (const ByteRange& piece : sentence) {
    const ByteRange part = folded.part(piece);
    if (part.empty()) continue;
    all = {std::min(all.begin, part.begin), std::max(all.end, part.end)};
  }
  while (!all.empty() && text[all.begin] == ' ') ++all.begin;
  RememberedPlace place;
  if (all.empty()) return place;
  place.sentence = text.substr(all.begin, all.size());
  place.fraction = static_cast<double>(all.begin) / static_cast<double>(text.size());
  for (std::size_t end = all.begin; end > 0 && place.before.size() < kStretches;) {
    std::size_t begin = end > kStretchBytes ? end - kStretchBytes : 0;
    begin = floor_to_code_point(text, begin);
    place.before.push_back(text.substr(begin, end - begin));
    end = begin;
  }
  for (std::size_t begin = all.end; begin < text.size() && place.after.size() < kStretches;) {
    std::size_t end = floor_to_code_point(text, std::min(begin + kStretchBytes, text.size()));
    if (end <= begin) end = text.size();
    place.after.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return place;
}

std::optional<std::size_t> find_place(const Article& article, const RememberedPlace& place) {
  const FoldedText folded(article.document);
  const std::string& text = folded.text();
  if (text.empty()) return std::nullopt;
  const double near = place.fraction * static_cast<double>(text.size());
  std::optional<std::size_t> best;
  std::pair<int, double> best_score;
  for (auto at = folded.find(place.sentence); at; at = folded.find(place.sentence, *at + 1)) {
    const std::pair score{context_score(text, *at, *at + place.sentence.size(), place),
                          -std::abs(static_cast<double>(*at) - near)};
    if (best && score <= best_score) continue;
    best = at;
    best_score = score;
  }
  // The sentence itself was edited: it begins where the text before it ends.
  for (std::size_t i = 0; !best && i < std::max(place.before.size(), place.after.size()); ++i) {
    if (i < place.before.size()) {
      best = nearest(folded, place.before[i], near);
      if (best) *best += place.before[i].size();
    }
    if (!best && i < place.after.size()) best = nearest(folded, place.after[i], near);
  }
  if (!best) return std::nullopt;
  while (*best < text.size() && text[*best] == ' ') ++*best;
  return folded.source_of(std::min(*best, text.size() - 1));
}

std::string PositionStore::path_for(const Article& article) const {
  const std::string name = article.path == "-" ? "content " + content_of(article) : "path " + absolute(article.path);
  return directory_ + '/' + to_hex(CacheKeyBuilder().add("article", name).finish()).substr(0, 32) + ".json";
}

std::optional<RememberedPlace> PositionStore::find(const Article& article) const {
  if (directory_.empty()) return std::nullopt;
  if (const auto json = read_place(path_for(article))) return place_of(*json);
  const std::string content = content_of(article);
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory_, error)) {
    const auto json = read_place(entry.path());
    if (json && json->value("content", nlohmann::json()) == content) return place_of(*json);
  }
  return std::nullopt;
}

void PositionStore::keep(const Article& article, const RememberedPlace& place) const {
  if (directory_.empty() || place.sentence.empty()) return;
  std::error_code error;
  fs::create_directories(directory_, error);  // what comes of it, the file tells
  const nlohmann::ordered_json json = {{"format", kFormat},
                                       {"version", kVersion},
                                       {"article", absolute(article.path)},
                                       {"content", content_of(article)},
                                       {"fraction", place.fraction},
                                       {"sentence", place.sentence},
                                       {"before", place.before},
                                       {"after", place.after}};
  AtomicFile file(path_for(article));
  file.write_text(json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
  file.commit();
  prune();
}

std::vector<BegunArticle> PositionStore::begun(std::size_t most) const {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(directory_, error))
    files.emplace_back(entry.last_write_time(error), entry.path());
  std::sort(files.rbegin(), files.rend());
  std::vector<BegunArticle> articles;
  for (const auto& [time, path] : files) {
    if (articles.size() == most) break;
    const auto json = read_place(path);
    const auto place = json ? place_of(*json) : std::nullopt;
    if (!place || !json->contains("article") || !(*json)["article"].is_string()) continue;
    BegunArticle begun{(*json)["article"].get<std::string>(), std::clamp(place->fraction, 0.0, 1.0)};
    if (fs::is_regular_file(begun.path, error)) articles.push_back(std::move(begun));
  }
  return articles;
}

void PositionStore::forget(const Article& article) const {
  if (directory_.empty()) return;
  std::error_code error;
  fs::remove(path_for(article), error);
}

void PositionStore::prune() const {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(directory_, error)) {
    const auto time = entry.last_write_time(error);
    if (!error) files.emplace_back(time, entry.path());
  }
  if (files.size() <= kMost) return;
  std::sort(files.begin(), files.end());
  for (std::size_t i = 0; i < files.size() - kMost; ++i) fs::remove(files[i].second, error);
}

}  // namespace aloud
