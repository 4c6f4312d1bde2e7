#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/flite_synthesizer.h"
#include "script/engine_table.h"
#include "script/profile_schema.h"
#include "script/toml_reader.h"
#include "script/voice_profile.h"
#include "util/suggest.h"

namespace aloud {
namespace {

template <typename Key>
const Key* find_key(const std::vector<Key>& keys, std::string_view name) {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return name == key.name; });
  return found == keys.end() ? nullptr : &*found;
}

template <typename Key>
void add_names(std::vector<std::string>& names, const std::vector<Key>& keys) {
  for (const Key& key : keys) names.emplace_back(key.name);
}

class ProfileParser : TomlReader {
 public:
  explicit ProfileParser(const std::string& path) : TomlReader(path) {
    profile_.path = path;
    profile_.name = std::filesystem::path(path).stem().string();
  }

  VoiceProfile parse(const toml::table& root) {
    for (const auto& [key, node] : entries_of(root)) {
      if (key->str() == "engine") read_engine(table_at(*key, *node));
    }
    read_main_voice(root);
    for (const auto& [key, node] : entries_of(root)) {
      const std::string_view name = key->str();
      if (name == "pauses") read_pauses(table_at(*key, *node));
      if (name == "speak") read_policy(table_at(*key, *node));
      if (name == "roles") read_roles(table_at(*key, *node));
      if (name == "languages") read_languages(table_at(*key, *node));
    }
    return std::move(profile_);
  }

 private:
  // First, as it decides what a voice may be called.
  void read_engine(const toml::table& table) {
    const EngineTable engine = read_engine_table(table, profile_.path);
    profile_.voice.engine = engine.kind;
    if (engine.kind == EngineKind::command) command_ = to_text(engine.command);
    profile_.voice.command = command_;
    if (engine.kind == EngineKind::flite) profile_.voice.engine_voice = flite_voices().front().name;
  }

  long long number_at(const toml::key& key, const toml::node& node, long long least, long long most,
                      const std::string& unit) const {
    const auto number = node.value_exact<std::int64_t>();
    if (!number) wrong_type(key, node, "a whole number");
    if (*number < least || *number > most) {
      fail(node.source(), in_quotes(key.str()) + " must be between " + std::to_string(least) + " and " + std::to_string(most) +
                              " (" + unit + "), not " + std::to_string(*number));
    }
    return *number;
  }

  // Whether the key belongs to VoiceParameters; if so it is read.
  bool read_parameter(const toml::key& key, const toml::node& node, VoiceParameters& voice) const {
    if (const NumberKey* number = find_key(number_keys(), key.str())) {
      voice.*number->member = static_cast<int>(number_at(key, node, number->least, number->most, number->unit));
      return true;
    }
    const TextKey* text = find_key(text_keys(), key.str());
    if (text == nullptr) return false;
    const std::string value = text_at(key, node);
    const auto objection = objection_to_text(text->name, value, voice.engine);
    if (objection) fail(node.source(), in_quotes(key.str()) + ' ' + *objection + ", not " + in_quotes(value));
    voice.*text->member = value;
    return true;
  }

  void read_main_voice(const toml::table& root) {
    std::vector<std::string> known = {"description", "language", "default_for", "loudness", "foreign_passages",
                                      "lexicons",    "pauses",   "speak",       "roles",    "languages",
                                      "engine"};
    add_names(known, text_keys());
    add_names(known, number_keys());
    add_names(known, clip_keys());
    for (const auto& [key, node] : entries_of(root)) {
      const std::string_view name = key->str();
      if (read_parameter(*key, *node, profile_.voice)) continue;
      if (std::find(known.begin(), known.end(), name) == known.end()) unknown_key(*key, "", known);
      if (name == "description") profile_.description = text_at(*key, *node);
      if (name == "language") profile_.language = language_at(*key, *node);
      if (name == "default_for") read_default_for(*key, *node);
      if (name == "loudness") read_loudness(*key, *node);
      if (name == "foreign_passages") read_foreign_passages(*key, *node);
      if (name == "lexicons") read_lexicons(*key, *node);
      if (const ClipKey* clip = find_key(clip_keys(), name)) read_clip(*key, *node, *clip);
    }
    settle_language(root);
  }

  // The default language belongs to the default engine voice; another engine voice has to say what it speaks.
  void settle_language(const toml::table& root) {
    if (profile_.voice.engine == EngineKind::command) {
      if (profile_.language.empty())
        fail(root.get("engine")->source(), "a program needs a \"language\", such as language = \"en\"");
      profile_.voice.engine_voice = profile_.language;
    }
    if (!profile_.language.empty()) return;
    const toml::node* voice = root.get("engine_voice");
    if (voice != nullptr) fail(voice->source(), "\"engine_voice\" needs a \"language\" beside it, such as language = \"en\"");
    profile_.language = "en-US";
  }

  void read_default_for(const toml::key& key, const toml::node& node) {
    const toml::array* tags = node.as_array();
    if (tags == nullptr) wrong_type(key, node, "an array of language tags");
    for (const toml::node& tag : *tags) profile_.default_for.push_back(language_at(key, tag));
  }

  void read_foreign_passages(const toml::key& key, const toml::node& node) {
    const std::string name = text_at(key, node);
    if (name != "detected" && name != "declared") {
      fail(node.source(), in_quotes(key.str()) + " must be \"detected\" or \"declared\", not " + in_quotes(name) +
                              did_you_mean(name, {"detected", "declared"}));
    }
    profile_.foreign_passages = name == "detected" ? ForeignPassageChoice::detected : ForeignPassageChoice::declared;
  }

  void read_lexicons(const toml::key& key, const toml::node& node) {
    const toml::array* paths = node.as_array();
    if (paths == nullptr) wrong_type(key, node, "an array of paths");
    for (const toml::node& path : *paths) {
      profile_.lexicons.push_back(text_at(key, path));
      if (profile_.lexicons.back().empty()) fail(path.source(), "\"lexicons\" has an empty path");
    }
  }

  void read_clip(const toml::key& key, const toml::node& node, const ClipKey& clip) {
    const std::string path = text_at(key, node);
    if (path.empty()) fail(node.source(), in_quotes(key.str()) + " must be a path or \"none\"");
    profile_.clips.*clip.member = path == kNoClip ? "" : path;
  }

  // A name or a number; the number is taken as it is written.
  void read_loudness(const toml::key& key, const toml::node& node) {
    const std::string name = scalar_at(key, node);
    const auto target = loudness_target_by_name(name);
    if (!target) fail(node.source(), in_quotes(key.str()) + ' ' + loudness_objection(name) + ", not " + in_quotes(name));
    profile_.loudness = *target;
  }

  void read_pauses(const toml::table& table) {
    for (const auto& [key, node] : entries_of(table)) {
      const PauseKey* pause = find_key(pause_keys(), key->str());
      if (pause == nullptr) {
        std::vector<std::string> known;
        add_names(known, pause_keys());
        unknown_key(*key, "pauses", known);
      }
      profile_.pauses.*pause->member = std::chrono::milliseconds(number_at(*key, *node, 0, kLongestPause.count(), "ms"));
    }
  }

  void read_policy(const toml::table& table) {
    for (const auto& [key, node] : entries_of(table)) {
      const PolicyKey* policy = find_key(policy_keys(), key->str());
      if (policy == nullptr) {
        std::vector<std::string> known;
        add_names(known, policy_keys());
        unknown_key(*key, "speak", known);
      }
      const std::string name = text_at(*key, *node);
      const auto treatment = treatment_by_name(name);
      if (!treatment || !offers(*policy, *treatment)) {
        fail(node->source(), in_quotes(key->str()) + " must be " + offered_treatments(*policy) + ", not " + in_quotes(name) +
                                 (treatment ? "" : did_you_mean(name, {"speak", "summarise", "skip"})));
      }
      profile_.policy.*policy->member = *treatment;
    }
  }

  void read_roles(const toml::table& table) {
    for (const auto& [key, node] : entries_of(table)) {
      const auto& roles = voiced_roles();
      const std::string_view name = key->str();
      const auto role = std::find_if(roles.begin(), roles.end(), [&](Role one) { return name == to_string(one); });
      if (role == roles.end()) {
        std::vector<std::string> known;
        for (const Role one : roles) known.emplace_back(to_string(one));
        unknown_key(*key, "roles", known);
      }
      profile_.roles[*role] = read_other_voice("roles." + std::string(key->str()), table_at(*key, *node));
    }
  }

  void read_languages(const toml::table& table) {
    for (const auto& [key, node] : entries_of(table)) {
      const std::string tag = language_of(key->str(), key->source());
      const toml::table& own = table_at(*key, *node);
      if (profile_.languages.contains(tag)) fail(key->source(), "[languages." + tag + "] stands there already");
      if (!own.contains("engine_voice") && engine_of(own) != EngineKind::command)
        fail(key->source(), "[languages." + tag + "] needs an \"engine_voice\"");
      VoiceParameters& voice = profile_.languages[tag] = read_other_voice("languages." + tag, own);
      if (voice.engine == EngineKind::command) voice.engine_voice = tag;
    }
  }

  VoiceParameters read_other_voice(const std::string& name, const toml::table& table) const {
    VoiceParameters voice = profile_.voice;
    voice.engine = engine_of(table);
    if (voice.engine != profile_.voice.engine) change_engine(voice, table);
    for (const auto& [key, node] : entries_of(table)) {
      if (key->str() == "engine" || read_parameter(*key, *node, voice)) continue;
      std::vector<std::string> known;
      add_names(known, text_keys());
      add_names(known, number_keys());
      known.emplace_back("engine");
      unknown_key(*key, name, known);
    }
    return voice;
  }

  // The engine of a role's or a language's voice: its own, or else the profile's.
  EngineKind engine_of(const toml::table& table) const {
    for (const auto& [key, node] : entries_of(table)) {
      if (key->str() != "engine") continue;
      const std::string name = text_at(*key, *node);
      const auto kind = engine_kind_by_name(name);
      if (!kind || (*kind == EngineKind::command && command_.empty()))
        fail(node->source(),
             "\"engine\" must be \"espeak\", \"flite\" or, under [engine] kind = \"command\", that, not " + in_quotes(name));
      return *kind;
    }
    return profile_.voice.engine;
  }

  // Another engine knows nothing of the voice's name and variant.
  void change_engine(VoiceParameters& voice, const toml::table& table) const {
    if (voice.engine != EngineKind::command && !table.contains("engine_voice"))
      fail(table.source(), "another engine than the profile's needs an \"engine_voice\" beside it");
    voice.variant.clear();
    voice.command = voice.engine == EngineKind::command ? command_ : "";
    if (voice.engine == EngineKind::command) voice.engine_voice = profile_.language;
  }

  VoiceProfile profile_;
  std::string command_;  // of [engine], as VoiceParameters has it
};

}  // namespace

VoiceProfile parse_voice_profile(std::string_view toml, const std::string& path) {
  return ProfileParser(path).parse(parse_toml(toml, path));
}

}  // namespace aloud
