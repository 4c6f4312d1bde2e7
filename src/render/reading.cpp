#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <set>

#include "language/language_tag.h"
#include "render/named_files.h"
#include "render/render.h"
#include "script/foreign_passages.h"
#include "script/profile_schema.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr const char* kDefaultVoice = "en-us";

// A profile that runs a program is code: the caller's own word, or a profile that lies where the user keeps profiles, makes it
// run, and nothing that came with a project.
VoiceProfile permitted(VoiceProfile profile, const VoiceChoice& choice, bool named_by_project) {
  if (choice.allow_commands || !runs_program(profile) || !(named_by_project || profile.of_project)) return profile;
  throw Error(ErrorKind::profile,
              "the voice \"" + profile.name + "\" runs a program, and " +
                  (named_by_project ? "a project or an article asks for it" : "it lies in the project's own ./voices") +
                  ": allow it with --allow-commands",
              {profile.path, 0, 0});
}

VoiceProfile load_for_article(const Document& document, const VoiceChoice& choice, const std::string& language) {
  if (!choice.name.empty())
    return permitted(load_voice_profile(choice.name, choice.directories), choice, choice.named_by_project);
  if (const std::optional<std::string>& name = document.front_matter.voice) {
    try {
      const bool is_path = is_profile_path(*name);
      const std::string own = is_path ? NamedFiles(document, choice).of_article("voice", *name) : *name;
      return permitted(load_voice_profile(own, choice.directories), choice, true);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::usage) throw;
      throw Error(ErrorKind::input, error.message(), {document.source.name(), 0, 0});
    }
  }
  if (!choice.usual_voice.empty())
    return permitted(load_voice_profile(choice.usual_voice, choice.directories), choice, true);  // the project's word
  if (!choice.preferred_voice.empty()) {
    VoiceProfile preferred = permitted(load_voice_profile(choice.preferred_voice, choice.directories), choice, false);
    if (language.empty() || language_subtag(preferred.language) == language_subtag(language)) return preferred;
  }
  std::optional<std::string> name;
  if (!language.empty()) name = default_voice_for(language, choice.directories);
  return permitted(load_voice_profile(name.value_or(kDefaultVoice), choice.directories), choice, false);
}

std::vector<std::string> declared_languages(const Document& document) {
  std::vector<std::string> languages;
  for (const Block& block : document.blocks) {
    if (!block.language.empty()) languages.push_back(block.language);
    const auto add = [&](const RichText& content) {
      for (const Span& span : content.spans) {
        if (span.kind == SpanKind::language) languages.push_back(span.target);
      }
    };
    add(block.content);
    for (const RichText& cell : block.cells) add(cell);
  }
  return languages;
}

std::set<std::string> asked_voices(const Document& document) {
  std::set<std::string> names;
  const auto add = [&](const RichText& content) {
    for (const Span& span : content.spans) {
      if (span.kind == SpanKind::voice) names.insert(span.target);
    }
  };
  for (const Block& block : document.blocks) {
    if (!block.voice.empty()) names.insert(block.voice);
    add(block.content);
    for (const RichText& cell : block.cells) add(cell);
  }
  return names;
}

// The voices that the article asks for in places, by name alone: it has no say in where profiles lie. Those that are not there
// are reported when they are to speak.
void add_named_voices(VoiceProfile& profile, const Document& document, const VoiceChoice& choice) {
  constexpr std::size_t kMostVoices = 50;
  for (const std::string& name : asked_voices(document)) {
    if (is_profile_path(name) || profile.named.size() >= kMostVoices) continue;
    try {
      profile.named[name] = permitted(load_voice_profile(name, choice.directories), choice, true).voice;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::usage) throw;
    }
  }
}

// Gives the profile voices for the languages of passages that it has none for: those of the profiles that would read an
// article in them.
class ForeignVoices {
 public:
  ForeignVoices(Reading& reading, const VoiceChoice& choice) : reading_(reading), choice_(choice) {}

  void add_for(const Document& document) {
    for (const std::string& language : declared_languages(document)) add_for(language);
    if (reading_.profile.foreign_passages == ForeignPassageChoice::declared) return;
    const auto can_speak = [this](const std::string& language) {
      return has_voice_for(reading_.profile, language) || default_for(language);
    };
    reading_.passages = std::make_shared<const ArticlePassages>(find_passages(document, reading_.language, can_speak));
    for (const std::string& language : foreign_languages(*reading_.passages)) add_for(language);
  }

 private:
  void add_for(const std::string& language) {
    if (has_voice_for(reading_.profile, language)) return;
    if (const std::optional<std::string>& name = default_for(language)) {
      reading_.profile.languages[language_subtag(language)] =
          permitted(load_voice_profile(*name, choice_.directories), choice_, false).voice;
    }
  }

  // The profiles are read once a language.
  const std::optional<std::string>& default_for(const std::string& language) {
    const std::string key = language_subtag(language);
    const auto known = defaults_.find(key);
    if (known != defaults_.end()) return known->second;
    const bool own = key == language_subtag(reading_.language) || key == language_subtag(reading_.profile.language);
    return defaults_[key] = own ? std::nullopt : default_voice_for(key, choice_.directories);
  }

  Reading& reading_;
  const VoiceChoice& choice_;
  std::map<std::string, std::optional<std::string>> defaults_;
};

// What an article asks for and is not there is the article's mistake.
std::string in_article(const Document& document, const NamedFiles& files, const std::string& path) {
  const std::string full = files.of_article("lexicon", path);
  if (std::error_code error; !std::filesystem::exists(full, error)) {
    throw Error(ErrorKind::input, "the front matter asks for the lexicon " + path + ", and there is no " + full,
                {document.source.name(), 0, 0});
  }
  return full;
}

// Many articles of a batch have the same lexicons: one is parsed again only when its file holds something else.
std::shared_ptr<const Lexicon> remembered_lexicon(const std::string& path, const std::string& language) {
  constexpr std::size_t kMost = 64;
  static thread_local std::map<std::pair<std::string, std::string>, std::pair<std::string, std::shared_ptr<const Lexicon>>>
      known;  // by path and language: the file's text, and what it says
  std::string text = read_lexicon_file(path);
  const auto found = known.find({path, language});
  if (found != known.end() && found->second.first == text) return found->second.second;
  auto lexicon = std::make_shared<const Lexicon>(parse_lexicon(text, path, language));
  if (known.size() >= kMost) known.clear();
  known.insert_or_assign({path, language}, std::pair(std::move(text), lexicon));
  return lexicon;
}

std::vector<std::shared_ptr<const Lexicon>> load_lexicons(const Document& document, const VoiceChoice& choice,
                                                          const Reading& reading) {
  const NamedFiles files(document, choice);
  std::vector<std::string> paths;  // weakest first
  for (const std::string& path : reading.profile.lexicons)
    paths.push_back(files.of_profile(reading.profile.path, "lexicon", path));
  paths.insert(paths.end(), choice.project_lexicons.begin(), choice.project_lexicons.end());
  for (const std::string& path : document.front_matter.lexicons) paths.push_back(in_article(document, files, path));
  paths.insert(paths.end(), choice.lexicons.begin(), choice.lexicons.end());
  std::vector<std::shared_ptr<const Lexicon>> lexicons;
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    lexicons.push_back(remembered_lexicon(*path, reading.language));
  }
  return lexicons;
}

// What a file is known by while the program runs: one that was written again has other numbers.
std::vector<std::int64_t> identity_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {static_cast<std::int64_t>(status.st_dev),
          static_cast<std::int64_t>(status.st_ino),
          status.st_size,
          status.st_mtim.tv_sec,
          status.st_mtim.tv_nsec,
          status.st_ctim.tv_sec,
          status.st_ctim.tv_nsec};
}

// The articles of a batch have the same clips: one is decoded again only when its file has changed.
std::shared_ptr<const Clip> remembered_clip(const std::string& path) {
  constexpr std::size_t kMost = 16;
  static thread_local std::map<std::string, std::pair<std::vector<std::int64_t>, std::shared_ptr<const Clip>>> known;
  const std::vector<std::int64_t> identity = identity_of(path);
  const auto found = known.find(path);
  if (found != known.end() && found->second.first == identity) return found->second.second;
  auto clip = std::make_shared<const Clip>(load_clip(path));
  if (known.size() >= kMost) known.clear();
  known.insert_or_assign(path, std::pair(identity, clip));
  return clip;
}

std::shared_ptr<const Clip> choose_clip(const ClipKey& key, const Document& document, const VoiceChoice& choice,
                                        Reading& reading) {
  std::string path = choice.clips.*key.member;
  const std::string& own = reading.profile.clips.*key.member;
  if (path.empty() && !own.empty())
    path = own == kNoClip ? own : NamedFiles(document, choice).of_profile(reading.profile.path, "clip", own);
  if (path.empty() || path == kNoClip) return nullptr;
  reading.clip_paths.push_back(path);
  try {
    return remembered_clip(path);
  } catch (const Error& error) {
    throw Error(ErrorKind::profile, std::string(key.name) + ": " + error.message(), error.place());
  }
}

void load_clips(const Document& document, const VoiceChoice& choice, Reading& reading) {
  const std::map<std::string_view, std::shared_ptr<const Clip> Clips::*> members = {
      {"intro", &Clips::intro}, {"outro", &Clips::outro}, {"heading_cue", &Clips::heading_cue}};
  for (const ClipKey& key : clip_keys()) reading.clips.*members.at(key.name) = choose_clip(key, document, choice, reading);
}

}  // namespace

const char* to_string(LanguageSource source) {
  switch (source) {
    case LanguageSource::declared:
      return "declared";
    case LanguageSource::detected:
      return "detected";
    case LanguageSource::assumed:
      return "assumed";
  }
  return "";
}

ComposeOptions compose_options(const Reading& reading) {
  ComposeOptions options;
  options.profile = reading.profile;
  options.language = reading.language;
  options.lexicons = reading.lexicons;
  options.clips = reading.clips;
  options.passages = reading.passages;
  return options;
}

Reading choose_reading(const Document& document, const VoiceChoice& choice) {
  const std::string declared =
      choice.language.empty() ? document.front_matter.language.value_or(choice.usual_language) : choice.language;
  std::string language = normal_language_tag(declared);
  LanguageSource source = language.empty() ? LanguageSource::assumed : LanguageSource::declared;
  if (language.empty() && choice.detect) {
    if (const std::optional<std::string> detected = detect_language(document)) {
      language = *detected;
      source = LanguageSource::detected;
    }
  }
  Reading reading{load_for_article(document, choice, language), language, source, {}};
  const std::string& spoken = reading.profile.language;
  const bool less_exact =
      source == LanguageSource::detected && language_subtag(spoken) == language_subtag(language);  // "en" for "en-GB"
  if (language.empty() || less_exact) reading.language = spoken;
  if (!choice.detect) reading.profile.foreign_passages = ForeignPassageChoice::declared;
  ForeignVoices(reading, choice).add_for(document);
  add_named_voices(reading.profile, document, choice);
  if (choice.adjust) choice.adjust(reading.profile);
  reading.lexicons = load_lexicons(document, choice, reading);
  load_clips(document, choice, reading);
  return reading;
}

}  // namespace aloud
