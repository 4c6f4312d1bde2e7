#include "script/profile_schema.h"

#include <algorithm>

#include "engine/flite_synthesizer.h"
#include "util/ascii.h"

namespace aloud {
namespace {

bool is_letter_or_digit(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

bool all_of_name(std::string_view text, std::string_view also) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_letter_or_digit(c) || also.find(c) != std::string_view::npos; });
}

std::optional<std::string> objection_to_flite_voice(std::string_view text) {
  std::string names;
  for (const FliteVoice& voice : flite_voices()) {
    if (text == voice.name) return std::nullopt;
    names += (names.empty() ? "\"" : ", \"") + std::string(voice.name) + '"';
  }
  return "must be a voice of Flite: one of " + names;
}

}  // namespace

const std::vector<NumberKey>& number_keys() {
  static const std::vector<NumberKey> keys = {
      {"rate", "words a minute", &VoiceParameters::rate, 80, 449}, {"pitch", "steps", &VoiceParameters::pitch, 0, 99},
      {"range", "steps", &VoiceParameters::range, 0, 99},          {"volume", "percent", &VoiceParameters::volume, 0, 100},
      {"word_gap", "10 ms", &VoiceParameters::word_gap, 0, 50},
  };
  return keys;
}

const std::vector<TextKey>& text_keys() {
  static const std::vector<TextKey> keys = {
      {"engine_voice", &VoiceParameters::engine_voice},
      {"variant", &VoiceParameters::variant},
  };
  return keys;
}

const std::vector<ClipKey>& clip_keys() {
  static const std::vector<ClipKey> keys = {
      {"intro", &ClipPaths::intro},
      {"outro", &ClipPaths::outro},
      {"heading_cue", &ClipPaths::heading_cue},
  };
  return keys;
}

const std::vector<PauseKey>& pause_keys() {
  static const std::vector<PauseKey> keys = {
      {"start", &Pauses::start},
      {"intro_after", &Pauses::intro_after},
      {"clause", &Pauses::clause},
      {"sentence", &Pauses::sentence},
      {"paragraph", &Pauses::paragraph},
      {"title", &Pauses::title},
      {"heading_before", &Pauses::heading_before},
      {"heading_after", &Pauses::heading_after},
      {"cue_after", &Pauses::cue_after},
      {"list_item", &Pauses::list_item},
      {"quote", &Pauses::quote},
      {"code", &Pauses::code},
      {"table_cell", &Pauses::table_cell},
      {"table_row", &Pauses::table_row},
      {"thematic_break", &Pauses::thematic_break},
      {"outro_before", &Pauses::outro_before},
      {"end", &Pauses::end},
  };
  return keys;
}

const std::vector<PolicyKey>& policy_keys() {
  static const std::vector<PolicyKey> keys = {
      {"code_blocks", &SpeakingPolicy::code_blocks, true, true},
      {"inline_code", &SpeakingPolicy::inline_code, true, true},
      {"tables", &SpeakingPolicy::tables, true, true},
      {"footnotes", &SpeakingPolicy::footnotes, true, true},
      {"images", &SpeakingPolicy::images, true, true},
      {"badges", &SpeakingPolicy::badges, false, true},
      {"urls", &SpeakingPolicy::urls, true, true},
      {"list_numbers", &SpeakingPolicy::list_numbers, false, true},
      {"emphasis", &SpeakingPolicy::emphasis, false, false},
      {"html", &SpeakingPolicy::html, true, true},
      {"math", &SpeakingPolicy::math, true, true},
      {"identifiers", &SpeakingPolicy::identifiers, true, false},
      {"citations", &SpeakingPolicy::citations, false, true},
      {"headings", &SpeakingPolicy::headings, false, true},
      {"quotes", &SpeakingPolicy::quotes, false, true},
      {"admonition_titles", &SpeakingPolicy::admonition_titles, false, true},
      {"matter", &SpeakingPolicy::matter, false, true},
  };
  return keys;
}

const std::vector<Role>& voiced_roles() {
  static const std::vector<Role> roles = {Role::heading, Role::quote, Role::code, Role::table, Role::footnote, Role::emphasis};
  return roles;
}

bool offers(const PolicyKey& key, Treatment treatment) {
  switch (treatment) {
    case Treatment::speak:
      return true;
    case Treatment::summarise:
      return key.summarise;
    case Treatment::skip:
      return key.skip;
  }
  return false;
}

std::string offered_treatments(const PolicyKey& key) {
  if (key.summarise && key.skip) return "\"speak\", \"summarise\" or \"skip\"";
  if (key.summarise) return "\"speak\" or \"summarise\"";
  if (key.skip) return "\"speak\" or \"skip\"";
  return "\"speak\"";
}

const char* to_string(Treatment treatment) {
  switch (treatment) {
    case Treatment::speak:
      return "speak";
    case Treatment::summarise:
      return "summarise";
    case Treatment::skip:
      return "skip";
  }
  return "";
}

std::optional<Treatment> treatment_by_name(std::string_view name) {
  if (name == "speak") return Treatment::speak;
  if (name == "summarise" || name == "summarize") return Treatment::summarise;
  if (name == "skip") return Treatment::skip;
  return std::nullopt;
}

std::optional<std::string> objection_to_text(std::string_view key, std::string_view text, EngineKind engine) {
  if (key == "engine_voice" && engine == EngineKind::flite) return objection_to_flite_voice(text);
  if (key == "engine_voice" && engine == EngineKind::command)
    return "is not for an engine of kind \"command\", which has one voice";
  if (key == "variant") {
    if (all_of_name(text, " _-")) return std::nullopt;
    return "must be the name of a variant such as \"f2\"";
  }
  if (text.empty() || text.front() == '/' || !all_of_name(text, "/_-")) {
    return "must be an engine voice such as \"gmw/en-US\" (the column File of \"espeak-ng --voices\")";
  }
  if (text.starts_with("mb/")) return "must not be an MBROLA voice";
  return std::nullopt;
}

}  // namespace aloud
