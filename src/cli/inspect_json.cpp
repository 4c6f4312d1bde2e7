#include "cli/inspect_json.h"

#include <algorithm>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "cli/inspect_text.h"
#include "language/sentences/segmenter.h"
#include "script/foreign_passages.h"

namespace aloud::cli {
namespace {

using Json = nlohmann::ordered_json;

// What an article holds may be anything; what we print is valid UTF-8.
std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'; }

Json range_json(ByteRange range) { return Json::array({range.begin, range.end}); }

Json source_json(ByteRange decoded, const Document& document) { return range_json(document.source.source_bytes(decoded)); }

Json rich_text_json(const RichText& content) {
  Json spans = Json::array();
  for (const Span& span : content.spans) {
    spans.push_back({{"kind", to_string(span.kind)}, {"text", range_json(span.text)}, {"target", span.target}});
  }
  return {{"text", content.text.text()}, {"spans", std::move(spans)}};
}

Json block_json(const Block& block, const Document& document) {
  Json json = {{"kind", to_string(block.kind)}, {"source", source_json(block.source, document)}};
  if (block.kind == BlockKind::heading) json["level"] = block.level;
  if (block.quote_depth > 0) json["quote_depth"] = block.quote_depth;
  if (block.list_depth > 0) json["list_depth"] = block.list_depth;
  if (block.ordinal) json["ordinal"] = *block.ordinal;
  if (block.task) json["task"] = block.task->done ? "done" : "open";
  if (!block.info.empty()) json["info"] = block.info;
  if (!block.language.empty()) json["language"] = block.language;
  if (!block.footnote.empty()) json["footnote"] = block.footnote;
  if (block.kind != BlockKind::table_row) {
    json.update(rich_text_json(block.content));
    return json;
  }
  json["table"] = block.table;
  json["header_row"] = block.header_row;
  json["cells"] = Json::array();
  for (const RichText& cell : block.cells) json["cells"].push_back(rich_text_json(cell));
  return json;
}

Json words_json(const Utterance& utterance, const Document& document) {
  Json words = Json::array();
  for (const Word& word : utterance.words) {
    Json json = {{"spoken", utterance.text.text().substr(word.spoken.begin, word.spoken.size())}};
    if (!word.source.empty()) json["source"] = source_json(word.source, document);
    words.push_back(std::move(json));
  }
  return words;
}

Json clip_json(const Utterance& utterance) {
  return {{"index", utterance.index},
          {"sentence", utterance.sentence},
          {"clip", utterance.clip->name},
          {"role", to_string(utterance.clip_role)},
          {"pause_before_ms", utterance.pause_before.count()}};
}

Json utterance_json(const Utterance& utterance, const Document& document) {
  if (utterance.clip) return clip_json(utterance);
  return {{"index", utterance.index},
          {"sentence", utterance.sentence},
          {"role", to_string(utterance.role)},
          {"voice", utterance.voice.engine_voice},
          {"pause_before_ms", utterance.pause_before.count()},
          {"text", utterance.text.text()},
          {"source", source_json(utterance.text.source_of({0, utterance.text.size()}), document)},
          {"words", words_json(utterance, document)}};
}

Json changes_json(const Utterance& utterance, const Document& document) {
  Json changes = Json::array();
  for (const Change& change : changes_of(utterance)) {
    Json json = {{"written", document.source.text().substr(change.source.begin, change.source.size())},
                 {"spoken", utterance.text.text().substr(change.spoken.begin, change.spoken.size())},
                 {"class", class_of_rule(change.rule)},
                 {"rule", change.rule}};
    if (!change.phonemes.empty()) json["phonemes"] = change.phonemes;
    if (!change.source.empty()) json["source"] = source_json(change.source, document);
    changes.push_back(std::move(json));
  }
  return changes;
}

Json explained_words_json(const Utterance& utterance, const std::optional<Transcription>& said, const Document& document) {
  Json words = words_json(utterance, document);
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i]["ipa"] = said && !said->words[i].empty() ? Json(said->words[i]) : Json();
    words[i]["language"] = utterance.language;
    const std::string rule = utterance.text.rule_of(utterance.words[i].spoken);
    if (!rule.empty()) words[i]["rule"] = rule;
  }
  return words;
}

// Splits as composing does, and tells the language of each sentence.
class SentenceLister {
 public:
  explicit SentenceLister(const Reading& reading) : language_(reading.language) {
    if (reading.profile.foreign_passages == ForeignPassageChoice::declared) return;
    passages_.emplace(language_, [&reading](const std::string& tag) { return has_voice_for(reading.profile, tag); });
  }

  std::vector<WrittenSentence> run(const Document& document) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      const Block block = passages_ ? passages_->marked(document.blocks[i]) : document.blocks[i];
      const std::size_t first = sentences_.size();
      const std::string& language = block.language.empty() ? language_ : block.language;
      add(block.content, i, language);
      for (const RichText& cell : block.cells) add(cell, i, language);
      if (block.marker.empty() || sentences_.size() == first) continue;
      WrittenSentence& opening = sentences_[first];  // the item's number or bullet stands before its first sentence
      opening.text = document.source.text().substr(block.marker.begin, block.marker.size()) + ' ' + opening.text;
      opening.source.begin = block.marker.begin;
    }
    return std::move(sentences_);
  }

 private:
  void add(const RichText& content, std::size_t block, const std::string& language) {
    const std::string& text = content.text.text();
    for (const ByteRange& range : segmenters_.try_emplace(language, language).first->second.split(text)) {
      const ByteRange trimmed = trim_white_space(text, range);
      if (trimmed.empty()) continue;
      WrittenSentence sentence{
          text.substr(trimmed.begin, trimmed.size()), block, content.text.source_of(trimmed), language, {}};
      tell_languages(content, trimmed, sentence);
      sentences_.push_back(std::move(sentence));
    }
  }

  static void tell_languages(const RichText& content, ByteRange range, WrittenSentence& sentence) {
    for (const Span& span : content.spans) {
      if (span.kind != SpanKind::language || span.text.end <= range.begin || range.end <= span.text.begin) continue;
      const ByteRange shared = {std::max(span.text.begin, range.begin), std::min(span.text.end, range.end)};
      if (shared == range) {
        sentence.language = span.target;
      } else {
        sentence.phrases.push_back({span.target, content.text.source_of(shared)});
      }
    }
  }

  std::string language_;
  std::optional<ForeignPassages> passages_;
  std::map<std::string, Segmenter> segmenters_;
  std::vector<WrittenSentence> sentences_;
};

}  // namespace

std::vector<WrittenSentence> written_sentences(const Document& document, const Reading& reading) {
  return SentenceLister(reading).run(document);
}

std::string blocks_json(const Document& document) {
  Json json = {{"title", document.title()}, {"encoding", document.source.encoding()}, {"blocks", Json::array()}};
  for (const Block& block : document.blocks) json["blocks"].push_back(block_json(block, document));
  return dump(json);
}

std::string sentences_json(const std::vector<WrittenSentence>& sentences, const Document& document, const Reading& reading) {
  Json json = {
      {"language", reading.language}, {"language_source", to_string(reading.language_source)}, {"sentences", Json::array()}};
  for (const WrittenSentence& sentence : sentences) {
    Json one = {{"block", sentence.block},
                {"text", sentence.text},
                {"language", sentence.language},
                {"source", source_json(sentence.source, document)}};
    for (const ForeignPhrase& phrase : sentence.phrases) {
      one["phrases"].push_back({{"language", phrase.language}, {"source", source_json(phrase.source, document)}});
    }
    json["sentences"].push_back(std::move(one));
  }
  return dump(json);
}

std::string spoken_json(const Script& script, const std::vector<std::optional<Transcription>>& said, const Document& document) {
  Json json = {{"sentences", Json::array()}};
  for (std::size_t i = 0; i < script.utterances.size(); ++i) {
    const Utterance& utterance = script.utterances[i];
    const ByteRange source = utterance.text.source_of({0, utterance.text.size()});
    json["sentences"].push_back({{"written", document.source.text().substr(source.begin, source.size())},
                                 {"spoken", utterance.text.text()},
                                 {"source", source_json(source, document)},
                                 {"language", utterance.language},
                                 {"ipa", said[i] ? Json(said[i]->ipa) : Json()},
                                 {"changes", changes_json(utterance, document)},
                                 {"words", explained_words_json(utterance, said[i], document)}});
  }
  return dump(json);
}

std::string phonemes_json(const Script& script, const std::vector<std::optional<std::string>>& phonemes) {
  Json json = {{"utterances", Json::array()}};
  for (std::size_t i = 0; i < phonemes.size(); ++i) {
    const Utterance& utterance = script.utterances[i];
    Json overrides = Json::array();
    for (const Pronunciation& one : utterance.pronunciations) {
      overrides.push_back({{"word", utterance.text.text().substr(one.spoken.begin, one.spoken.size())},
                           {"phonemes", one.phonemes},
                           {"rule", one.rule},
                           {"reason", one.reason}});
    }
    json["utterances"].push_back({{"text", utterance.text.text()},
                                  {"ipa", phonemes[i] ? Json(*phonemes[i]) : Json()},
                                  {"pronunciations", std::move(overrides)}});
  }
  return dump(json);
}

std::string script_json(const Script& script, const Document& document) {
  Json json = {{"utterances", Json::array()}, {"tail_pause_ms", script.tail_pause.count()}, {"left_out", Json::array()}};
  for (const Utterance& utterance : script.utterances) json["utterances"].push_back(utterance_json(utterance, document));
  for (const LeftOut& left_out : script.left_out) {
    json["left_out"].push_back({{"source", source_json(left_out.source, document)}, {"reason", left_out.reason}});
  }
  return dump(json);
}

std::string coverage_json(const Coverage& coverage) {
  Json json = {{"total", coverage.total},       {"spoken", coverage.spoken},           {"silent", coverage.silent},
               {"left_out", coverage.left_out}, {"unaccounted", coverage.unaccounted}, {"entries", Json::array()}};
  for (const CoverageEntry& entry : coverage.entries) {
    Json one = {{"source", range_json(entry.source)}, {"status", to_string(entry.status)}};
    if (entry.status == CoverageStatus::spoken) one["utterance"] = entry.utterance;
    if (!entry.reason.empty()) one["reason"] = entry.reason;
    json["entries"].push_back(std::move(one));
  }
  return dump(json);
}

}  // namespace aloud::cli
