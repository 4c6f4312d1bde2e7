#include "cli/inspect_json.h"

#include <utility>

#include <nlohmann/json.hpp>

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
  if (block.matter != Matter::text) json["matter"] = to_string(block.matter);
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
                 {"class", change.kind()},
                 {"rule", change.rule.substr(0, change.rule.find('{'))}};
    if (!change.value().empty()) json["value"] = change.value();
    if (!change.phonemes.empty()) json["phonemes"] = change.phonemes;
    if (!change.reason.empty()) json["reason"] = change.reason;
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
    if (!rule.empty()) words[i]["rule"] = rule.substr(0, rule.find('{'));
  }
  return words;
}

}  // namespace

std::string extraction_json(const Document& document) {
  Json json = {{"title", document.title()}, {"blocks", Json::array()}};
  for (const ExtractionLine& line : document.extraction) {
    json["blocks"].push_back({{"kept", line.kept},
                              {"score", line.score},
                              {"rule", line.rule},
                              {"text", line.text},
                              {"source", source_json(line.source, document)}});
  }
  return dump(json);
}

std::string outline_json(const Document& document) {
  Json json = {{"title", document.title()}, {"sections", Json::array()}};
  for (const Section& section : document.sections) {
    Json one = {{"title", section.title}, {"depth", section.depth}, {"block", section.block}};
    if (section.chapter > 0) one["chapter"] = section.chapter;
    if (section.block < document.blocks.size()) {
      const Block& block = document.blocks[section.block];
      one["matter"] = to_string(block.matter);
      one["source"] = source_json(block.source, document);
    }
    json["sections"].push_back(std::move(one));
  }
  return dump(json);
}

std::string blocks_json(const Document& document) {
  Json json = {{"title", document.title()}, {"encoding", document.source.encoding()}, {"blocks", Json::array()}};
  for (const Block& block : document.blocks) json["blocks"].push_back(block_json(block, document));
  return dump(json);
}

std::string sentences_json(const std::vector<SentenceTrace>& sentences, const Document& document, const Reading& reading) {
  Json json = {
      {"language", reading.language}, {"language_source", to_string(reading.language_source)}, {"sentences", Json::array()}};
  for (const SentenceTrace& sentence : sentences) {
    Json one = {{"index", sentence.index},
                {"block", sentence.block},
                {"text", sentence.written},
                {"prepared", sentence.prepared.text()},
                {"language", sentence.language}};
    if (!sentence.source.empty()) one["source"] = source_json(sentence.source, document);
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
    json["sentences"].push_back({{"sentence", utterance.sentence},
                                 {"written", document.source.text().substr(source.begin, source.size())},
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
