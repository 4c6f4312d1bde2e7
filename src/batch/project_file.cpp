#include "batch/project_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "render/article_cover.h"
#include "render/chapter_marks.h"
#include "script/profile_schema.h"
#include "script/toml_reader.h"
#include "script/voice_profile.h"
#include "util/error.h"
#include "util/lies_within.h"
#include "util/regular_file.h"
#include "util/suggest.h"

namespace aloud {
namespace {

constexpr std::size_t kLargest = 1 << 20;  // bytes: a page of text, not another file

// A key of a table, and what reads its value.
struct KeyReader {
  std::string name;
  std::function<void(const toml::key&, const toml::node&)> read;
};
using KeyReaders = std::vector<KeyReader>;

// Whose file it is: a stranger's, perhaps, that names nothing outside of its directory; or the user's own.
enum class Owner { project, user };

class ProjectParser : TomlReader {
 public:
  ProjectParser(const std::string& path, Owner owner) : TomlReader(path), owner_(owner) {}

  // What a user sets for all articles: what is made of them, and where, each call or project says.
  SettingsPatch parse_own(const toml::table& root) {
    read_table(root, "", readers_of_sound(project_.settings));
    return std::move(project_.settings);
  }

  Project parse(const toml::table& root) {
    KeyReaders readers = readers_of_settings(project_.settings);
    readers.push_back({"inputs", [this](auto& key, auto& node) { project_.inputs = inner_paths_at(key, node); }});
    readers.push_back({"exclude", [this](auto& key, auto& node) { project_.excludes = texts_at(key, node); }});
    readers.push_back({"output", [this](auto& key, auto& node) { project_.output = inner_path_at(key, node); }});
    readers.push_back({"drafts", [this](auto& key, auto& node) { project_.drafts = truth_at(key, node); }});
    readers.push_back({"future", [this](auto& key, auto& node) { project_.future = truth_at(key, node); }});
    readers.push_back({"articles", [this](auto& key, auto& node) { read_rules(key, node); }});
    readers.push_back({"feed", [this](auto& key, auto& node) { read_feed(key, node); }});
    read_table(root, "", readers);
    return std::move(project_);
  }

 private:
  void read_table(const toml::table& table, const std::string& name, const KeyReaders& readers) const {
    for (const auto& [key, node] : entries_of(table)) {
      const std::string_view wanted = key->str();
      const auto reader =
          std::find_if(readers.begin(), readers.end(), [&](const KeyReader& one) { return one.name == wanted; });
      if (reader == readers.end()) {
        std::vector<std::string> known;
        for (const KeyReader& one : readers) known.push_back(one.name);
        unknown_key(*key, name, known);
      }
      reader->read(*key, *node);
    }
  }

  bool truth_at(const toml::key& key, const toml::node& node) const {
    const auto truth = node.value_exact<bool>();
    if (!truth) wrong_type(key, node, "true or false");
    return *truth;
  }

  // What leads out of the project's own directory is for the command line to say, which is no stranger's.
  std::string inner_path_at(const toml::key& key, const toml::node& node) const {
    std::string text = text_at(key, node);
    refuse_outer_path(key, text, node);
    return text;
  }

  void refuse_outer_path(const toml::key& key, const std::string& text, const toml::node& node) const {
    if (owner_ == Owner::user) return;
    const bool is_inner = std::filesystem::path(text).is_relative() && is_named_within("/project/" + text, "/project");
    if (!is_inner || text.find('\0') != std::string::npos)
      fail(node.source(), in_quotes(key.str()) + " must lie within the directory of this file: only the command line may " +
                              "name another place");
  }

  // One string, or an array of them.
  template <class Use>
  void for_each_text(const toml::key& key, const toml::node& node, const Use& use) const {
    if (const toml::array* array = node.as_array()) {
      for (const toml::node& item : *array) {
        const auto text = item.value_exact<std::string>();
        if (!text) fail(item.source(), in_quotes(key.str()) + " must hold strings alone");
        use(*text, item);
      }
    } else if (const auto text = node.value_exact<std::string>()) {
      use(*text, node);
    } else {
      wrong_type(key, node, "a string or an array of strings");
    }
  }

  std::vector<std::string> texts_at(const toml::key& key, const toml::node& node) const {
    std::vector<std::string> texts;
    for_each_text(key, node, [&](const std::string& text, const toml::node& item) {
      if (text.empty()) fail(item.source(), in_quotes(key.str()) + " must not be empty");
      texts.push_back(text);
    });
    return texts;
  }

  std::vector<std::string> inner_paths_at(const toml::key& key, const toml::node& node) const {
    std::vector<std::string> texts = texts_at(key, node);
    for (const std::string& text : texts) refuse_outer_path(key, text, node);
    return texts;
  }

  // A name, or a path from the directory of this file.
  std::string voice_at(const toml::key& key, const toml::node& node) const {
    const std::string voice = text_at(key, node);
    if (!is_profile_path(voice)) return voice;
    refuse_outer_path(key, voice, node);
    return (std::filesystem::path(path()).parent_path() / voice).string();
  }

  DialectSet dialects_at(const toml::key& key, const toml::node& node) const {
    DialectSet all = DialectSet::none();
    for_each_text(key, node, [&](const std::string& names, const toml::node& item) {
      std::string unknown;
      const auto dialects = dialects_of(names, &unknown);
      if (!dialects)
        fail(item.source(), in_quotes(unknown) + " is no dialect of Markdown" + did_you_mean(unknown, dialect_names()));
      all.add(*dialects);
    });
    return all;
  }

  KeyReaders readers_of_settings(SettingsPatch& patch) const {
    KeyReaders readers = readers_of_sound(patch);
    readers.push_back({"formats", [this, &patch](auto& key, auto& node) { read_formats(key, node, patch); }});
    readers.push_back({"timelines", [this, &patch](auto& key, auto& node) { read_timelines(key, node, patch); }});
    readers.push_back({"quality", [this, &patch](auto& key, auto& node) { read_quality(table_at(key, node), patch); }});
    readers.push_back({"sample_format", [this, &patch](auto& key, auto& node) { read_sample_format(key, node, patch); }});
    readers.push_back(
        {"chapter_level", [this, &patch](auto& key, auto& node) { patch.chapter_level = chapter_level_at(key, node); }});
    readers.push_back({"page_audio", [this, &patch](auto& key, auto& node) { patch.page_audio = page_audio_at(key, node); }});
    readers.push_back({"cover", [this, &patch](auto& key, auto& node) { read_clip(key, node, patch.cover); }});
    return readers;
  }

  // What changes how an article sounds, and what is told of it.
  KeyReaders readers_of_sound(SettingsPatch& patch) const {
    KeyReaders readers = {
        {"voice", [this, &patch](auto& key, auto& node) { patch.voice = voice_at(key, node); }},
        {"language", [this, &patch](auto& key, auto& node) { patch.language = language_at(key, node); }},
        {"dialect", [this, &patch](auto& key, auto& node) { patch.dialects = dialects_at(key, node); }},
        {"lexicons", [this, &patch](auto& key, auto& node) { read_lexicons(key, node, patch); }},
        {"findings", [this, &patch](auto& key, auto& node) { read_findings(table_at(key, node), patch); }},
        {"loudness",
         [this, &patch](auto& key, auto& node) { override_by(patch, "loudness", scalar_at(key, node), key, node); }},
        {"pauses", [this, &patch](auto& key, auto& node) { read_pairs("pause", key, node, patch); }},
        {"speak", [this, &patch](auto& key, auto& node) { read_pairs("speak", key, node, patch); }},
    };
    for (const ClipKey& clip : clip_keys())
      readers.push_back(
          {clip.name, [this, &patch, &clip](auto& key, auto& node) { read_clip(key, node, patch.clips.*clip.member); }});
    for (const NumberKey& number : number_keys()) {
      std::string option = number.name;
      std::replace(option.begin(), option.end(), '_', '-');
      readers.push_back({number.name, [this, &patch, option](auto& key, auto& node) {
                           override_by(patch, option, scalar_at(key, node), key, node);
                         }});
    }
    return readers;
  }

  void read_lexicons(const toml::key& key, const toml::node& node, SettingsPatch& patch) const {
    const std::filesystem::path directory = std::filesystem::path(path()).parent_path();
    for (const std::string& path : inner_paths_at(key, node)) patch.lexicons.push_back((directory / path).string());
  }

  void read_clip(const toml::key& key, const toml::node& node, std::string& clip) const {
    const std::string path = text_at(key, node);
    if (path.empty()) fail(node.source(), in_quotes(key.str()) + " must be a path or \"none\"");
    if (path != kNoClip) refuse_outer_path(key, path, node);
    clip = path == kNoClip ? path : (std::filesystem::path(this->path()).parent_path() / path).string();
  }

  void read_formats(const toml::key& key, const toml::node& node, SettingsPatch& patch) const {
    patch.formats.emplace();
    for_each_text(key, node, [&](const std::string& name, const toml::node& item) {
      const auto format = format_by_name(name);
      if (!format) fail(item.source(), "unknown format " + in_quotes(name) + did_you_mean(name, format_names()));
      if (std::find(patch.formats->begin(), patch.formats->end(), *format) != patch.formats->end())
        fail(item.source(), "format " + in_quotes(name) + " is named twice");
      patch.formats->push_back(*format);
    });
    if (patch.formats->empty()) fail(node.source(), "\"formats\" must name at least one format");
  }

  void read_timelines(const toml::key& key, const toml::node& node, SettingsPatch& patch) const {
    patch.timelines.emplace();
    for_each_text(key, node, [&](const std::string& name, const toml::node& item) {
      const auto kind = timeline_kind_by_name(name);
      if (!kind) fail(item.source(), "unknown timeline " + in_quotes(name) + did_you_mean(name, timeline_names()));
      patch.timelines->push_back(*kind);
    });
  }

  double number_at(const toml::key& key, const toml::node& node) const {
    if (!node.is_number()) wrong_type(key, node, "a number");
    return node.value<double>().value_or(0);
  }

  int whole_number_at(const toml::key& key, const toml::node& node) const {
    const double number = number_at(key, node);
    if (number != std::floor(number) || std::abs(number) > 1e6)
      fail(node.source(), in_quotes(key.str()) + " must be a whole number");
    return static_cast<int>(number);
  }

  int chapter_level_at(const toml::key& key, const toml::node& node) const {
    const int level = whole_number_at(key, node);
    if (level < 0 || level > kLowestChapterLevel)
      fail(node.source(), fmt::format("{} must be from 0 to {}", in_quotes(key.str()), kLowestChapterLevel));
    return level;
  }

  PageAudio page_audio_at(const toml::key& key, const toml::node& node) const {
    const std::string how = text_at(key, node);
    if (how != "embed" && how != "link") fail(node.source(), in_quotes(key.str()) + " must be \"embed\" or \"link\"");
    return how == "embed" ? PageAudio::embed : PageAudio::link;
  }

  template <class Value>
  Value valid_quality(AudioFormat format, Value Quality::*member, Value value, const toml::node& node) const {
    Quality quality;
    quality.*member = value;
    try {
      validate_quality(format, quality);
    } catch (const Error& error) {
      fail(node.source(), error.message());
    }
    return value;
  }

  // In the units of the command line: Vorbis -1 to 10, kbit/s for Opus and MP3.
  void read_quality(const toml::table& table, SettingsPatch& patch) const {
    const KeyReaders readers = {
        {"vorbis",
         [&](auto& key, auto& node) {
           const auto quality = static_cast<float>(number_at(key, node) / 10);
           patch.vorbis_quality = valid_quality(AudioFormat::vorbis, &Quality::vorbis_quality, quality, node);
         }},
        {"opus",
         [&](auto& key, auto& node) {
           const int bitrate = whole_number_at(key, node) * 1000;
           patch.opus_bitrate = valid_quality(AudioFormat::opus, &Quality::opus_bitrate, bitrate, node);
         }},
        {"flac",
         [&](auto& key, auto& node) {
           const int compression = whole_number_at(key, node);
           patch.flac_compression = valid_quality(AudioFormat::flac, &Quality::flac_compression, compression, node);
         }},
        {"mp3", [&](auto& key, auto& node) {
           const int bitrate = whole_number_at(key, node);
           patch.mp3_bitrate = valid_quality(AudioFormat::mp3, &Quality::mp3_bitrate, bitrate, node);
         }}};
    read_table(table, "quality", readers);
  }

  void read_sample_format(const toml::key& key, const toml::node& node, SettingsPatch& patch) const {
    const std::string name = scalar_at(key, node);
    patch.sample_format = sample_format_by_name(name);
    if (!patch.sample_format)
      fail(node.source(), in_quotes(key.str()) + " must be 16, 24 or \"float\", not " + in_quotes(name));
  }

  void read_pairs(const std::string& option, const toml::key& name, const toml::node& table, SettingsPatch& patch) const {
    for (const auto& [key, node] : entries_of(table_at(name, table))) {
      override_by(patch, option, std::string(key->str()) + '=' + scalar_at(*key, *node), *key, *node);
    }
  }

  void read_findings(const toml::table& table, SettingsPatch& patch) const {
    for (const auto& [key, node] : entries_of(table)) {
      const std::string code(key->str());
      if (std::find(finding_codes().begin(), finding_codes().end(), code) == finding_codes().end())
        unknown_key(*key, "[findings]", finding_codes());
      const std::string name = text_at(*key, *node);
      const auto level = finding_level_by_name(name);
      if (!level)
        fail(node->source(), in_quotes(code) + " must be \"ignore\", \"warning\" or \"error\", not " + in_quotes(name));
      patch.finding_levels[code] = *level;
    }
  }

  // Tried at once on a profile, so that what the command line would refuse is refused here with its place.
  void override_by(SettingsPatch& patch, const std::string& option, const std::string& value, const toml::key& key,
                   const toml::node& node) const {
    VoiceProfile profile;
    try {
      apply_override(profile, option, value);
    } catch (const Error& error) {
      const std::string prefix = "--" + option + ' ' + value + ": ";
      std::string why = error.message();
      if (why.starts_with(prefix)) why.erase(0, prefix.size());
      const bool about_key = why.starts_with("unknown kind");
      fail(about_key ? key.source() : node.source(), why.starts_with("must") ? in_quotes(key.str()) + ' ' + why : why);
    }
    patch.overrides.emplace_back(option, value);
  }

  void read_feed(const toml::key& key, const toml::node& node) {
    FeedSettings& feed = project_.feed.emplace();
    feed.language = project_.settings.language.value_or("");
    constexpr std::pair<const char*, std::string FeedSettings::*> kTexts[] = {
        {"url", &FeedSettings::url},       {"link", &FeedSettings::link},
        {"title", &FeedSettings::title},   {"description", &FeedSettings::description},
        {"author", &FeedSettings::author}, {"language", &FeedSettings::language},
        {"email", &FeedSettings::email},   {"image", &FeedSettings::image},
        {"type", &FeedSettings::type},     {"category", &FeedSettings::category},
        {"medium", &FeedSettings::medium}, {"copyright", &FeedSettings::copyright},
    };
    KeyReaders readers;
    for (const auto& text : kTexts) {
      readers.push_back(
          {text.first, [this, &feed, member = text.second](auto& one, auto& value) { feed.*member = text_at(one, value); }});
    }
    readers.push_back({"file", [this, &feed](auto& one, auto& value) { feed.file = inner_path_at(one, value); }});
    readers.push_back({"explicit", [this, &feed](auto& one, auto& value) { feed.is_explicit = truth_at(one, value); }});
    readers.push_back({"locked", [this, &feed](auto& one, auto& value) { feed.locked = truth_at(one, value); }});
    read_table(table_at(key, node), "feed", readers);
    if (!feed.url.empty() && !feed.url.ends_with('/')) feed.url += '/';
    if (const std::string objection = objection_to(feed); !objection.empty()) fail(node.source(), objection);
  }

  void read_rules(const toml::key& key, const toml::node& node) {
    const toml::array* tables = node.as_array();
    if (tables == nullptr) fail(node.source(), "write " + in_quotes(key.str()) + " as [[articles]]");
    for (const toml::node& item : *tables) {
      if (item.as_table() == nullptr) fail(item.source(), "write " + in_quotes(key.str()) + " as [[articles]]");
      SettingsRule& rule = project_.rules.emplace_back();
      KeyReaders readers = readers_of_settings(rule.patch);
      readers.push_back({"match", [&](auto& name, auto& value) { rule.match = text_at(name, value); }});
      read_table(*item.as_table(), "[articles]", readers);
      if (rule.match.empty()) fail(item.source(), "[[articles]] needs \"match\", a pattern such as \"de/**\"");
    }
  }

  Owner owner_;
  Project project_;
};

// What its names say of voice, lexicons and clips, links may not undo.
void refuse_outer_files(const SettingsPatch& patch, const std::string& project) {
  std::vector<std::string> files = patch.lexicons;
  if (patch.voice && is_profile_path(*patch.voice)) files.push_back(*patch.voice);
  for (const ClipKey& clip : clip_keys()) {
    const std::string& file = patch.clips.*clip.member;
    if (!file.empty() && file != kNoClip) files.push_back(file);
  }
  if (!patch.cover.empty() && patch.cover != kNoCover) files.push_back(patch.cover);
  for (const std::string& file : files) {
    if (!lies_within(file, std::filesystem::path(project).parent_path().string()))
      throw Error(ErrorKind::profile, "names " + file + ", which a link leads out of the project", {project, 0, 0});
  }
}

}  // namespace

Project parse_project(std::string_view toml, const std::string& path) {
  return ProjectParser(path, Owner::project).parse(parse_toml(toml, path));
}

SettingsPatch parse_own_settings(std::string_view toml, const std::string& path) {
  return ProjectParser(path, Owner::user).parse_own(parse_toml(toml, path));
}

SettingsPatch load_own_settings(const std::string& path) {
  return parse_own_settings(read_regular_file(path, {"settings file", kLargest, ErrorKind::usage, ErrorKind::profile}), path);
}

std::optional<FindingLevel> finding_level_by_name(std::string_view name) {
  for (const FindingLevel level : {FindingLevel::ignore, FindingLevel::warning, FindingLevel::error}) {
    if (name == to_string(level)) return level;
  }
  return std::nullopt;
}

const char* to_string(FindingLevel level) {
  switch (level) {
    case FindingLevel::ignore:
      return "ignore";
    case FindingLevel::warning:
      return "warning";
    case FindingLevel::error:
      return "error";
  }
  return "";
}

Project load_project(const std::string& path) {
  Project project =
      parse_project(read_regular_file(path, {"project file", kLargest, ErrorKind::usage, ErrorKind::profile}), path);
  refuse_outer_files(project.settings, path);
  for (const SettingsRule& rule : project.rules) refuse_outer_files(rule.patch, path);
  return project;
}

}  // namespace aloud
