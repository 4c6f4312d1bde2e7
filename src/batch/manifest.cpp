#include "batch/manifest.h"

#include <ctime>
#include <nlohmann/json.hpp>

#include "batch/json_number.h"
#include "batch/path_text.h"
#include "util/digest.h"
#include "util/json_scan.h"
#include "util/json_text.h"

namespace aloud {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kManifestVersion = 1;
constexpr std::size_t kSealDigits = 16;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void put_file(Json& json, const OutputFile& file) {
  json["path"] = text_of_path(file.path);
  json["bytes"] = file.bytes;
  json["sha256"] = file.sha256;
}

Json json_of(const ManifestAudio& audio) {
  Json json;
  json["format"] = audio.format;
  put_file(json, audio.file);
  json["seconds"] = audio.seconds();
  json["samples"] = audio.samples;
  json["sample_rate"] = audio.sample_rate;
  if (audio.integrated_lufs) json["integrated_lufs"] = *audio.integrated_lufs;
  if (audio.true_peak_dbtp) json["true_peak_dbtp"] = *audio.true_peak_dbtp;
  json["made_from"] = audio.made_from;
  json["timelines"] = Json::array();
  for (const ManifestTimeline& timeline : audio.timelines) {
    Json one;
    one["kind"] = timeline.kind;
    put_file(one, timeline.file);
    json["timelines"].push_back(std::move(one));
  }
  return json;
}

Json json_of(const ManifestFinding& finding) {
  Json json;
  json["code"] = finding.code;
  json["message"] = finding.message;
  if (finding.line > 0) json["line"] = finding.line;
  if (finding.line > 0 && finding.column > 0) json["column"] = finding.column;
  return json;
}

Json unsealed(const ManifestArticle& article) {
  Json json;
  json["article"] = text_of_path(article.name);
  json["title"] = article.title;
  json["language"] = article.language;
  json["voice"] = article.voice;
  json["words"] = article.words;
  json["sentences"] = article.sentences;
  json["utterances"] = article.utterances;
  json["failed_utterances"] = article.failed_utterances;
  const ManifestCoverage& coverage = article.coverage;
  json["coverage"] = {{"bytes", coverage.bytes},
                      {"spoken", coverage.spoken},
                      {"silent", coverage.silent},
                      {"left_out", coverage.left_out},
                      {"unaccounted", coverage.unaccounted}};
  json["findings"] = Json::array();
  for (const ManifestFinding& finding : article.findings) json["findings"].push_back(json_of(finding));
  json["inputs"] = Json::object();
  for (const auto& [name, digest] : article.inputs) json["inputs"][name] = digest;
  json["audio"] = Json::array();
  for (const ManifestAudio& audio : article.audio) json["audio"].push_back(json_of(audio));
  return json;
}

std::string seal_of(const Json& unsealed) { return sha256_of(dump(unsealed)).substr(0, kSealDigits); }

OutputFile file_of(const Json& json) {
  OutputFile file;
  file.path = path_from_text(json.at("path").get<std::string>());
  file.bytes = whole_number<std::uint64_t>(json.at("bytes"));
  file.sha256 = json.at("sha256").get<std::string>();
  if (!is_inner_path(file.path)) throw std::invalid_argument("a path that leads out of the output directory");
  return file;
}

ManifestAudio audio_of(const Json& json) {
  ManifestAudio audio;
  audio.format = json.at("format").get<std::string>();
  audio.file = file_of(json);
  audio.samples = whole_number<std::int64_t>(json.at("samples"));
  audio.sample_rate = whole_number<int>(json.at("sample_rate"));
  if (json.contains("integrated_lufs")) audio.integrated_lufs = json["integrated_lufs"].get<double>();
  if (json.contains("true_peak_dbtp")) audio.true_peak_dbtp = json["true_peak_dbtp"].get<double>();
  audio.made_from = json.at("made_from").get<std::string>();
  for (const Json& one : json.at("timelines")) audio.timelines.push_back({one.at("kind").get<std::string>(), file_of(one)});
  return audio;
}

std::size_t number_or_none(const Json& json, const char* key) {
  return json.contains(key) ? whole_number<std::size_t>(json[key]) : 0;
}

// Throws Json::exception or std::invalid_argument for anything that unsealed() would not have written.
ManifestArticle article_of(const Json& json) {
  ManifestArticle article;
  article.name = path_from_text(json.at("article").get<std::string>());
  article.title = json.at("title").get<std::string>();
  article.language = json.at("language").get<std::string>();
  article.voice = json.at("voice").get<std::string>();
  article.words = whole_number<std::size_t>(json.at("words"));
  article.sentences = whole_number<std::size_t>(json.at("sentences"));
  article.utterances = whole_number<std::size_t>(json.at("utterances"));
  article.failed_utterances = whole_number<std::size_t>(json.at("failed_utterances"));
  const Json& coverage = json.at("coverage");
  article.coverage = {whole_number<std::size_t>(coverage.at("bytes")), whole_number<std::size_t>(coverage.at("spoken")),
                      whole_number<std::size_t>(coverage.at("silent")), whole_number<std::size_t>(coverage.at("left_out")),
                      whole_number<std::size_t>(coverage.at("unaccounted"))};
  for (const Json& one : json.at("findings")) {
    article.findings.push_back({one.at("code").get<std::string>(), one.at("message").get<std::string>(),
                                number_or_none(one, "line"), number_or_none(one, "column")});
  }
  for (const auto& [name, digest] : json.at("inputs").items()) article.inputs.emplace_back(name, digest.get<std::string>());
  for (const Json& one : json.at("audio")) article.audio.push_back(audio_of(one));
  return article;
}

std::optional<ManifestArticle> sealed_article_of(Json json) {
  try {
    const std::string seal = json.at("seal").get<std::string>();
    json.erase("seal");
    if (seal_of(json) != seal) return std::nullopt;
    return article_of(json);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

// What cannot be read, or was not written by a batch, is not removed.
std::optional<Orphan> sealed_orphan_of(Json json) {
  try {
    const std::string seal = json.at("seal").get<std::string>();
    json.erase("seal");
    if (seal_of(json) != seal) return std::nullopt;
    return Orphan{file_of(json), path_from_text(json.at("article").get<std::string>())};
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::string text_at(const Json& json, const char* key, const char* otherwise) {
  const bool is_there = json.is_object() && json.contains(key) && json[key].is_string();
  return is_there ? json[key].get<std::string>() : otherwise;
}

std::string utc_text(std::int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  if (::gmtime_r(&time, &parts) == nullptr) return {};
  char text[64];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

void write_head(const Manifest& manifest, ByteSink& sink) {
  std::string head =
      "{\n\"manifest\": " + std::to_string(kManifestVersion) + ",\n\"software\": " + json_string(manifest.software);
  if (manifest.generated) head += ",\n\"generated\": " + json_string(utc_text(*manifest.generated));
  if (!manifest.shard.is_whole()) {
    Json shard;
    shard["index"] = manifest.shard.index;
    shard["count"] = manifest.shard.count;
    shard["selection"] = manifest.selection;
    shard["selected"] = manifest.selected;
    shard["skipped"] = Json::array();
    for (const std::string& name : manifest.skipped) shard["skipped"].push_back(text_of_path(name));
    head += ",\n\"shard\": " + dump(shard);
  }
  sink.write_text(head + ",\n\"articles\": [");
}

std::string_view at(std::string_view text, ByteRange range) { return text.substr(range.begin, range.size()); }

// Reads a manifest part by part, so that no more than one article is held as JSON, and time is linear in its size.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  ManifestReading read() {
    if (json_nests_deeper(text_) || !Json::accept(text_) || text_.find_first_not_of(" \t\r\n") != text_.find('{'))
      return refusal("is not the JSON of a manifest");
    try {
      read_members();
    } catch (const std::exception&) {
      return refusal("is no manifest that this version of aloud reads");
    }
    return std::move(reading_);
  }

 private:
  static ManifestReading refusal(const char* problem) {
    ManifestReading reading;
    reading.problems.emplace_back(problem);
    return reading;
  }

  void read_members() {
    Json head = Json::object();
    JsonParts members(text_, {0, text_.size()});
    while (const auto member = members.next()) {
      const std::string key = Json::parse(at(text_, member->key)).get<std::string>();
      if (key == "articles") {
        read_elements(member->value, [this](Json element) { keep_article(std::move(element)); });
      } else if (key == "orphans") {
        has_orphans_ = true;
        read_elements(member->value, [this](const Json& element) { keep_orphan(element); });
      } else {
        head[key] = Json::parse(at(text_, member->value));
      }
    }
    if (!has_orphans_) throw std::invalid_argument("orphans");
    tell_of_damaged_orphans();
    read_head(head);
  }

  template <typename Keep>
  void read_elements(ByteRange array, const Keep& keep) {
    if (text_[array.begin] != '[') throw std::invalid_argument("not a list");
    JsonParts elements(text_, array);
    while (const auto element = elements.next()) keep(Json::parse(at(text_, element->value)));
  }

  void keep_article(Json element) {
    const std::string name = text_at(element, "article", "an article without a name");
    if (auto article = sealed_article_of(std::move(element))) {
      reading_.manifest.articles.push_back(std::make_shared<const ManifestArticle>(std::move(*article)));
    } else {
      reading_.problems.push_back("the entry of " + name + " was changed by another hand, or is damaged");
    }
  }

  void keep_orphan(const Json& element) {
    if (auto orphan = sealed_orphan_of(element)) {
      reading_.manifest.orphans.push_back(std::move(*orphan));
    } else {
      if (damaged_orphans_++ == 0) damaged_orphan_ = text_at(element, "path", "without a path");
    }
  }

  // In one line: a bomb may hold many.
  void tell_of_damaged_orphans() {
    if (damaged_orphans_ == 0) return;
    const std::string others = damaged_orphans_ == 1 ? "" : " and " + std::to_string(damaged_orphans_ - 1) + " more";
    reading_.problems.push_back("the orphan " + damaged_orphan_ + others + (others.empty() ? " was" : " were") +
                                " changed by another hand, or damaged");
  }

  void read_head(const Json& json) {
    if (json.at("manifest") != kManifestVersion) throw std::invalid_argument("version");
    Manifest& manifest = reading_.manifest;
    manifest.software = json.value("software", "");
    if (!json.contains("shard")) return;
    const Json& shard = json["shard"];
    manifest.shard = {whole_number<unsigned>(shard.at("index")), whole_number<unsigned>(shard.at("count"))};
    manifest.selection = shard.at("selection").get<std::string>();
    manifest.selected = whole_number<std::size_t>(shard.at("selected"));
    for (const Json& name : shard.at("skipped")) manifest.skipped.push_back(path_from_text(name.get<std::string>()));
  }

  std::string_view text_;
  bool has_orphans_ = false;
  std::size_t damaged_orphans_ = 0;
  std::string damaged_orphan_;  // the first
  ManifestReading reading_;
};

class TextSink final : public ByteSink {
 public:
  explicit TextSink(std::string& text) : text_(text) {}
  void write(std::span<const std::byte> bytes) override {
    text_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  bool can_rewrite() const override { return false; }
  void rewrite(std::uint64_t, std::span<const std::byte>) override {}
  std::uint64_t size() const override { return text_.size(); }

 private:
  std::string& text_;
};

class HashSink final : public ByteSink {
 public:
  void write(std::span<const std::byte> bytes) override {
    hash_.update(bytes.data(), bytes.size());
    written_ += bytes.size();
  }
  bool can_rewrite() const override { return false; }
  void rewrite(std::uint64_t, std::span<const std::byte>) override {}
  std::uint64_t size() const override { return written_; }
  std::string finish() { return to_hex(hash_.finish()); }

 private:
  Sha256 hash_;
  std::uint64_t written_ = 0;
};

}  // namespace

std::vector<OutputFile> files_of(const ManifestAudio& audio) {
  std::vector<OutputFile> files = {audio.file};
  for (const ManifestTimeline& timeline : audio.timelines) files.push_back(timeline.file);
  return files;
}

std::vector<OutputFile> files_of(const ManifestArticle& article) {
  std::vector<OutputFile> files;
  for (const ManifestAudio& audio : article.audio) {
    for (OutputFile& file : files_of(audio)) files.push_back(std::move(file));
  }
  return files;
}

std::string to_json_line(const ManifestArticle& article) {
  Json json = unsealed(article);
  json["seal"] = seal_of(json);
  return dump(json);
}

void write_manifest(const Manifest& manifest, ByteSink& sink) {
  write_head(manifest, sink);
  const char* separator = "\n";
  for (const SharedArticle& article : manifest.articles) {
    sink.write_text(separator + to_json_line(*article));
    separator = ",\n";
  }
  sink.write_text("\n],\n\"orphans\": [");
  separator = "\n";
  for (const Orphan& orphan : manifest.orphans) {
    Json json;
    put_file(json, orphan.file);
    json["article"] = text_of_path(orphan.article);
    json["seal"] = seal_of(json);
    sink.write_text(separator + dump(json));
    separator = ",\n";
  }
  sink.write_text("\n]\n}\n");
}

std::string manifest_text(const Manifest& manifest) {
  std::string text;
  TextSink sink(text);
  write_manifest(manifest, sink);
  return text;
}

std::string manifest_sha256(const Manifest& manifest) {
  HashSink sink;
  write_manifest(manifest, sink);
  return sink.finish();
}

ManifestReading parse_manifest(std::string_view json) { return Reader(json).read(); }

std::optional<ManifestArticle> parse_manifest_line(std::string_view line) {
  if (json_nests_deeper(line)) return std::nullopt;
  Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return sealed_article_of(std::move(json));
}

}  // namespace aloud
