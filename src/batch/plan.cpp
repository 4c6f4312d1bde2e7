#include "batch/plan.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "batch/article_facts.h"
#include "batch/feed_file.h"
#include "batch/orphans.h"
#include "batch/plan_digests.h"
#include "batch/shard.h"
#include "document/article_file.h"
#include "process/article_reader.h"
#include "render/article_cover.h"
#include "render/output_claims.h"
#include "util/digest.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

// Settings by their content: there are few, and many articles.
class SharedSettings {
 public:
  explicit SharedSettings(const BatchRequest& request) : request_(request) {}

  std::shared_ptr<const ArticleSettings> settings_for(const std::string& name) {
    const ArticleSettings settings = request_.settings.for_article(name);
    auto& known = settings_[digest_of(settings)];
    if (!known) known = std::make_shared<const ArticleSettings>(settings);
    return known;
  }

 private:
  const BatchRequest& request_;
  std::map<std::string, std::shared_ptr<const ArticleSettings>> settings_;
};

// Timelines count the samples of one file: those of the first format have the article's name alone, the others that of their
// file.
void plan_audio(PlannedArticle& planned, const std::string& stem) {
  for (const AudioFormat format : planned.settings->formats) {
    PlannedAudio audio;
    audio.format = format;
    audio.quality = planned.settings->quality;
    audio.path = stem + extension_of(format);
    for (const TimelineKind kind : planned.settings->timelines)
      audio.timelines.push_back({kind, (planned.audio.empty() ? stem : audio.path) + extension_of(kind)});
    audio.made_from = digest_of_audio(planned, audio);
    planned.audio.push_back(std::move(audio));
  }
}

constexpr const char* kOwnName = "give one of them a \"slug\" in its front matter, or rename or exclude it";

class Planner {
 public:
  Planner(const BatchRequest& request, const SynthesizerFactory& factory, const OutputDirectory& directory)
      : request_(request), factory_(factory), directory_(directory), settings_(request), reader_(request.limits) {
    plan_.program = digest_of_program(factory);
  }

  BatchPlan plan() {
    Selection selection = select_articles(request_.selection);
    plan_.directories = std::move(selection.directories);
    plan_.links_passed_by = std::move(selection.links_passed_by);
    plan_.selected = selection.articles.size();
    plan_.selection = digest_of_selection(selection.articles);
    refuse_collisions_by_name(selection.articles);
    plan_.knowledge = directory_.read();
    for (SelectedArticle& article : articles_of_shard(std::move(selection.articles), request_.shard))
      plan_.articles.push_back(plan_article(std::move(article)));
    refuse_collisions();
    for (PlannedArticle& planned : plan_.articles) decide(planned);
    if (request_.shard.is_whole()) find_orphans();
    return std::move(plan_);
  }

 private:
  PlannedArticle plan_article(SelectedArticle article) {
    PlannedArticle planned;
    planned.article = std::move(article);
    const std::string& path = planned.article.path;
    const auto known = plan_.knowledge.articles.find(planned.article.name);
    if (known != plan_.knowledge.articles.end()) planned.known = known->second;
    try {
      const std::string bytes = read_article_bytes(path);
      planned.sha256 = sha256_of(bytes);
      std::shared_ptr<const ArticleSettings> settings = settings_.settings_for(planned.article.name);
      ReadOptions read;
      read.dialects = settings->dialects;
      const Document document = reader_.read(path, bytes, read);
      planned.skipped = reason_to_skip(document);
      if (planned.skipped) return planned;
      require_text(document);
      planned.settings = std::move(settings);
      planned.facts = feed_facts_of(document);
      const Reading reading = reading_of(document, planned);
      planned.voice_path = reading.profile.path;
      planned.inputs = {{"article", planned.sha256}, {"voice", digest_of(reading)}, {"program", plan_.program}};
      if (const std::string engines = versions_of_engines(reading.profile, factory_); !engines.empty())
        planned.inputs.emplace_back("engines", engines);
      if (!reading.lexicons.empty()) planned.inputs.emplace_back("lexicons", lexicon_digests_.of(reading.lexicons));
      if (!reading.clip_paths.empty()) planned.inputs.emplace_back("clips", digest_of(reading.clips));
      if (const auto cover = choose_cover(planned.settings->cover))
        planned.inputs.emplace_back("cover", sha256_of(cover->bytes));
      planned.clip_paths = reading.clip_paths;
      for (const auto& lexicon : reading.lexicons) planned.lexicon_paths.push_back(lexicon->path);
      const std::string& stem = planned.article.stem;
      const std::optional<std::string>& slug = document.front_matter.slug;
      plan_audio(planned, slug ? stem_for_slug(stem, *slug, path) : stem);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::usage || error.kind() == ErrorKind::profile) throw;  // it would meet every article
      planned.problem = error;
    }
    return planned;
  }

  std::optional<std::string> reason_to_skip(const Document& document) const {
    const ArticleFacts facts = facts_of(document);
    std::optional<std::string> reason = facts.opted_out;
    if (request_.drafts == Drafts::skip && !reason) reason = facts.draft;
    if (request_.no_later_than && !reason)
      reason = future_date(document.front_matter, *request_.no_later_than, document.source.name());
    return reason;
  }

  // The very choice that the render will make, so that what it depends on is known.
  Reading reading_of(const Document& document, const PlannedArticle& planned) const {
    const FrontMatter& front_matter = document.front_matter;
    try {
      return choose_reading(document,
                            voice_choice_for(*planned.settings, front_matter, request_.voice_directories, request_.project));
    } catch (const Error& error) {
      const std::string& place = error.place().path;
      if (planned.settings->names_lexicon(place))  // it would meet every article
        throw Error(ErrorKind::profile, error.message(), error.place());
      const bool own_choice = front_matter.voice && !planned.settings->voice_forced;
      const bool own_lexicon = error.kind() == ErrorKind::input && place != planned.article.path;
      if (!own_choice || own_lexicon) throw;
      const std::string message = error.kind() == ErrorKind::input ? error.message() : error.what();
      throw Error(ErrorKind::input, message, {planned.article.path, 0, 0});
    }
  }

  // Before any article is read: those that only differ in their extensions.
  void refuse_collisions_by_name(const std::vector<SelectedArticle>& articles) const {
    if (request_.shard.is_whole()) return;  // found below, slugs included
    std::map<std::string, const SelectedArticle*> by_stem;
    for (const SelectedArticle& article : articles) {
      const auto [entry, is_new] = by_stem.emplace(article.stem, &article);
      if (!is_new) OutputClaims(kOwnName).refuse(entry->second->name, article.name, article.stem);
    }
  }

  void refuse_collisions() const {
    OutputClaims claims(kOwnName);
    claims.claim(directory_.path_of(manifest_name({})), "the manifest");
    if (request_.feed) claims.claim(directory_.path_of(request_.feed->file), "the feed");
    if (!request_.shard.is_whole()) claims.claim(directory_.path_of(manifest_name(request_.shard)), "the manifest");
    for (const PlannedArticle& planned : plan_.articles) claims.protect(planned.article.path);
    for (const PlannedArticle& planned : plan_.articles) {
      for (const std::string& path : paths_of(planned)) claims.claim(directory_.path_of(path), planned.article.name);
    }
  }

  void decide(PlannedArticle& planned) {
    for (PlannedAudio& audio : planned.audio) {
      audio.reasons = reasons_for(planned, audio);
      if (audio.reasons.empty()) audio.known = known_audio(planned, audio);
      if (request_.force) {
        audio.reasons = {{Reason::Kind::asked, "asked for by --force"}};
        audio.known = nullptr;
      }
    }
  }

  static const ManifestAudio* known_audio(const PlannedArticle& planned, const PlannedAudio& audio) {
    if (planned.known == nullptr) return nullptr;
    for (const ManifestAudio& known : planned.known->audio) {
      if (known.file.path == audio.path && known.format == to_string(audio.format)) return &known;
    }
    return nullptr;
  }

  std::vector<Reason> reasons_for(const PlannedArticle& planned, const PlannedAudio& audio) const {
    const ManifestAudio* known = known_audio(planned, audio);
    if (known == nullptr) {
      const bool there = directory_.files().kind_of(audio.path) != EntryKind::missing;
      return {{Reason::Kind::missing, there ? audio.path + " is not in the manifest" : "not made yet"}};
    }
    if (known->made_from != audio.made_from) return {{Reason::Kind::stale, what_changed(planned)}};
    std::vector<Reason> reasons;
    for (const OutputFile& file : files_of(*known)) {
      const FileState state = directory_.state_of(file);
      if (state == FileState::missing) {
        reasons.push_back({Reason::Kind::missing, file.path + " is missing"});
      } else if (state == FileState::changed) {
        reasons.push_back({Reason::Kind::damaged, file.path + " is damaged, or was changed by another hand"});
      }
    }
    return reasons;
  }

  static std::string what_changed(const PlannedArticle& planned) {
    std::string names;
    for (const auto& [name, digest] : planned.inputs) {
      const auto& before = planned.known->inputs;
      const auto same = std::find(before.begin(), before.end(), std::pair(name, digest));
      if (same == before.end()) names += (names.empty() ? "" : " and ") + ("the " + name);
    }
    for (const auto& [name, digest] : planned.known->inputs) {
      const bool gone = std::none_of(planned.inputs.begin(), planned.inputs.end(),
                                     [&input = name](const auto& one) { return one.first == input; });
      if (gone) names += (names.empty() ? "" : " and ") + ("the " + name);
    }
    if (names.empty()) return "its quality or timelines changed";
    return names + " changed";
  }

  // What is known of articles that cannot be read today stays theirs.
  void find_orphans() {
    std::set<std::string> wanted;
    std::set<std::string> keepers;
    for (const PlannedArticle& planned : plan_.articles) {
      for (std::string& path : paths_of(planned)) wanted.insert(std::move(path));
      if (planned.problem) keepers.insert(planned.article.name);
    }
    std::vector<SharedArticle> articles;
    for (const auto& [name, article] : plan_.knowledge.articles) {
      if (!keepers.contains(name)) articles.push_back(article);
    }
    plan_.orphans = orphans_of(plan_.knowledge.orphans, articles, wanted, directory_);
  }

  const BatchRequest& request_;
  const SynthesizerFactory& factory_;
  const OutputDirectory& directory_;
  SharedSettings settings_;
  ArticleReader reader_;
  LexiconDigests lexicon_digests_;
  BatchPlan plan_;
};

}  // namespace

VoiceChoice voice_choice_for(const ArticleSettings& settings, const FrontMatter& front_matter,
                             const std::vector<std::string>& voice_directories, const std::string& project) {
  VoiceChoice choice;
  choice.project = project;
  choice.directories = voice_directories;
  choice.named_by_project = !settings.voice_forced;
  choice.allow_commands = settings.allow_commands;
  if (settings.voice_forced || !front_matter.voice) choice.name = settings.voice;
  if (settings.language_forced || !front_matter.language) choice.language = settings.language;
  choice.lexicons = settings.forced_lexicons;
  choice.project_lexicons = settings.lexicons;
  choice.clips = settings.clips;
  choice.adjust = [&settings](VoiceProfile& profile) {
    for (const auto& [option, value] : settings.overrides) apply_override(profile, option, value);
  };
  return choice;
}

bool PlannedArticle::to_render() const {
  return !skipped && !problem &&
         std::any_of(audio.begin(), audio.end(), [](const PlannedAudio& one) { return !one.reasons.empty(); });
}

std::string PlannedArticle::reasons() const {
  std::vector<std::string> all;
  for (const PlannedAudio& one : audio) {
    for (const Reason& reason : one.reasons) {
      if (std::find(all.begin(), all.end(), reason.text) == all.end()) all.push_back(reason.text);
    }
  }
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : "; ") + one;
  return text;
}

std::vector<std::string> paths_of(const PlannedArticle& article) {
  std::vector<std::string> paths;
  for (const PlannedAudio& audio : article.audio) {
    paths.push_back(audio.path);
    for (const TimelineOutput& timeline : audio.timelines) paths.push_back(timeline.path);
  }
  return paths;
}

BatchPlan make_plan(const BatchRequest& request, const SynthesizerFactory& factory, const OutputDirectory& directory) {
  return Planner(request, factory, directory).plan();
}

}  // namespace aloud
