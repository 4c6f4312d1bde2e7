#include "script/utterance_writer.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "engine/silent_symbols.h"
#include "language/formulas/formula_words.h"
#include "language/language_tag.h"
#include "language/pronunciation/phoneme_table.h"
#include "language/spoken_form/code_runs.h"
#include "language/words.h"
#include "script/accounting.h"
#include "script/breath.h"
#include "script/foreign_passages.h"
#include "script/pause_rules.h"
#include "script/prosody.h"
#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

AlignedText trimmed(const AlignedText& text) { return text.slice(trim_white_space(text.text(), {0, text.size()})); }

// "*so*) it": the bracket belongs to what stands before it. After a space, marks open.
std::size_t end_of_closing_marks(std::string_view text, std::size_t offset) {
  if (offset > 0 && is_white_space(code_point_before(text, offset).value)) return offset;
  while (offset < text.size()) {
    const CodePoint at = code_point_at(text, offset);
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(at.value));
    const bool closing = (mask & (U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PO_MASK)) != 0;
    if (!closing || is_speakable(text.substr(offset, at.size))) break;
    offset += at.size;
  }
  return offset;
}

// White space and punctuation that were folded across a gap in the source (code that is left out, say) claim the whole gap.
// They need only the first piece that they came from; the gap has its own account.
AlignedText without_gaps(const AlignedText& spoken, const std::vector<ByteRange>& written) {
  AlignedText out;
  for (const AlignedText::Run& run : spoken.runs()) {
    const std::string_view text = std::string_view(spoken.text()).substr(run.text_begin, run.text_end - run.text_begin);
    ByteRange source = run.source;
    const auto piece = std::find_if(written.begin(), written.end(), [&](ByteRange one) { return one.contains(source.begin); });
    if (run.mapping == Mapping::whole && piece != written.end() && !is_speakable(text)) {
      source.end = std::min(source.end, piece->end);
    }
    out.append(text, source, run.mapping, run.rule);
  }
  return out;
}

// Those that lie in a part of the text, with their places in it.
std::vector<Pronunciation> within(ByteRange range, const std::vector<Pronunciation>& pronunciations) {
  std::vector<Pronunciation> inside;
  for (Pronunciation one : pronunciations) {
    if (one.spoken.begin < range.begin || one.spoken.end > range.end) continue;
    one.spoken = {one.spoken.begin - range.begin, one.spoken.end - range.begin};
    inside.push_back(std::move(one));
  }
  return inside;
}

// The stretch that holds an offset.
std::vector<Stretch>::const_iterator stretch_at(const Passage& passage, std::size_t offset) {
  return std::partition_point(passage.stretches.begin(), passage.stretches.end(),
                              [&](const Stretch& one) { return one.end <= offset; });
}

std::vector<Word> words_of(const AlignedText& text) {
  std::vector<Word> words;
  for (const ByteRange spoken : find_words(text.text())) words.push_back({spoken, text.source_of(spoken)});
  return words;
}

}  // namespace

UtteranceWriter::UtteranceWriter(const Document& document, const ComposeOptions& options, ScriptSink& sink, ComposeUntil until)
    : document_(document),
      profile_(options.profile),
      sink_(sink),
      language_(options.language.empty() ? options.profile.language : options.language),
      lexicons_(options.lexicons),
      engine_alone_(options.engine_alone),
      clips_(options.clips),
      espeak_(*options.engine),
      until_(until) {
  normalizing_.versions = std::make_shared<const VersionHistory>(document.source.text());
  if (profile_.policy.identifiers == Treatment::speak) normalizing_.identifiers = LongIdentifiers::speak;
  if (options.trace != nullptr) tracer_.emplace(document, *options.trace);
}

void UtteranceWriter::begin_block(std::size_t index) {
  block_ = index;
  said_in_block_ = false;
  continues_ = false;
  block_pause_ = next_index_ == 0 ? milliseconds(0)
                                  : pause_between(document_.blocks[last_block_], document_.blocks[index], profile_.pauses);
}

void UtteranceWriter::pause(milliseconds length) { pause_ = std::max(pause_, length); }

void UtteranceWriter::say(const Passage& passage, const Delivery& delivery, milliseconds separation) {
  const std::string_view text = passage.text.text();
  if (text.empty()) return;
  std::vector<ByteRange> split;
  if (passage.sentences.empty()) {
    const std::string label = said_in_block_ ? std::string() : list_label(document_.blocks[block_]);
    split = segmenter(delivery.language).split(text, code_runs(passage.text), label);
  }
  for (const ByteRange sentence : passage.sentences.empty() ? split : passage.sentences) {
    say_range(passage, sentence, delivery, separation);
    if (said_in_sentence_) separation = profile_.pauses.sentence;
  }
}

void UtteranceWriter::say_sentence(const Passage& passage, const Delivery& delivery, milliseconds separation) {
  say_range(passage, {0, passage.text.size()}, delivery, separation);
}

void UtteranceWriter::announce(const std::string& text, const Delivery& delivery) {
  const std::size_t here = document_.blocks[block_].source.begin;
  AlignedText inserted;
  inserted.append(text, {here, here}, Mapping::whole);
  say_sentence(Passage::plain(inserted, delivery.language), delivery, profile_.pauses.sentence);
}

void UtteranceWriter::say_range(const Passage& passage, ByteRange sentence, const Delivery& delivery, milliseconds separation) {
  const std::string_view text = std::string_view(passage.text.text()).substr(sentence.begin, sentence.size());
  const milliseconds pause_before = pause_;
  if (said_in_block_) pause(separation);
  said_in_sentence_ = false;
  std::vector<Part> parts;
  if (has_sound(passage.text, sentence)) parts = parts_of(passage, sentence);
  std::vector<ByteRange> said;
  if (until_ == ComposeUntil::sentences && surely_says(text)) {
    count_sentence();
  } else {
    const Part* before = nullptr;
    for (const Part& part : parts) {
      if (before != nullptr && before->breaks && said_in_sentence_) pause(std::max(before->pause, profile_.pauses.clause));
      say_part(passage, part, delivery, said);
      before = &part;
    }
  }
  if (!said_in_sentence_) pause_ = pause_before;  // silence brings no silence of its own
  const auto last = stretch_at(passage, sentence.empty() ? sentence.begin : sentence.end - 1);
  if (last != passage.stretches.end() && last->breaks && last->end <= sentence.end) pause(last->pause);
  if (tracer_ && said_in_sentence_) trace(passage, sentence, delivery);
  if (until_ == ComposeUntil::utterances) {
    leave_out_unsaid(passage.text.slice(sentence), std::move(said), document_.source.text(), sink_);
  }
}

// The sentence's stretches. What has no sound of its own (the full stop after an emphasised word) goes with its neighbour.
std::vector<UtteranceWriter::Part> UtteranceWriter::parts_of(const Passage& passage, ByteRange sentence) {
  const std::string_view text = passage.text.text();
  std::vector<Part> parts;
  std::size_t begin = sentence.begin;
  auto stretch = stretch_at(passage, sentence.begin);
  for (std::size_t at = begin; at < sentence.end && stretch != passage.stretches.end(); ++stretch) {
    const std::size_t end = std::min(stretch->end, sentence.end);
    const bool same_voice = !parts.empty() && !parts.back().breaks && parts.back().emphasised == stretch->emphasised &&
                            parts.back().language == stretch->language && parts.back().voice == stretch->voice &&
                            parts.back().prosody == stretch->prosody;
    if (same_voice || (!parts.empty() && !has_sound(passage.text, {at, end}))) {
      begin = parts.back().range.end = end;
      parts.back().breaks = parts.back().breaks || stretch->breaks;
      parts.back().pause = std::max(parts.back().pause, stretch->pause);
    } else if (has_sound(passage.text, {at, end})) {
      if (!parts.empty()) begin = parts.back().range.end = end_of_closing_marks(text, at);
      parts.push_back({{begin, end},
                       stretch->emphasised,
                       stretch->language,
                       stretch->breaks,
                       stretch->pause,
                       stretch->voice,
                       stretch->prosody});
      begin = end;
    }
    at = end;
  }
  return parts;
}

// Pronunciations that the article gives, as far as the part's language has their sounds.
void UtteranceWriter::add_asked(const Passage& passage, const Part& part, std::vector<Pronouncer::Claim>& claims) {
  for (const AskedPhonemes& asked : passage.phonemes) {
    const PhonemeTable* table = PhonemeTable::for_language(language(part.language));
    try {
      std::string phonemes = table != nullptr ? table->from_ipa(asked.ipa) : std::string();
      if (!is_harmless_phoneme_string(phonemes)) continue;
      claims.push_back({asked.source, {{}, std::move(phonemes), "article", asked.ipa}});
    } catch (const PhonemeTable::Unknown& unknown) {
      if (until_ == ComposeUntil::utterances)
        sink_.report({"unknown-phoneme", asked.source,
                      "the language has no sound \"" + unknown.symbol + "\" for [" + asked.ipa + "]; said by its letters"});
    }
  }
}

void UtteranceWriter::say_part(const Passage& passage, const Part& part, const Delivery& delivery,
                               std::vector<ByteRange>& said) {
  const AlignedText written = passage.text.slice(part.range);
  std::vector<Pronouncer::Claim> claims;
  const VoiceParameters& voice = voice_of(part, delivery);
  const EngineTraits& engine = engine_of(voice);
  const Pronouncer& words = pronouncer(part.language, voice);
  if (!passage.phonemes.empty()) add_asked(passage, part, claims);
  const bool engine_alone = engine_alone_ && engine_alone_(block_);
  const AlignedText prepared = engine_alone ? trimmed(written) : words.prepare(trimmed(written), claims);
  const AlignedText spoken = normalizer(part.language, voice).normalize(prepared);
  const AlignedText whole = without_gaps(spoken, written.source_pieces());
  const AlignedText audible = trimmed(without_silent_symbols(whole, engine));
  std::vector<Pronunciation> pronunciations;
  if (!engine_alone && engine.honours.pronunciations) pronunciations = words.pronounce(audible, claims);
  bool first = true;
  for (const ByteRange breath : cut_for_breath(audible.text(), engine)) {
    const ByteRange range = trim_white_space(audible.text(), breath);
    AlignedText text = audible.slice(range);
    if (!is_speakable(text.text())) continue;
    for (const ByteRange piece : text.source_pieces()) said.push_back(piece);
    if (!first) pause(profile_.pauses.clause);
    first = false;
    emit(std::move(text), within(range, pronunciations), part, delivery);
  }
}

// Whether there is anything in a sentence that no rule makes silent. A lexicon may, by an alias.
bool UtteranceWriter::surely_says(std::string_view written) const {
  if (!lexicons_.empty()) return false;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint c = code_point_at(written, at);
    const auto value = static_cast<UChar32>(c.value);
    const bool sound = (U_GET_GC_MASK(value) & (U_GC_L_MASK | U_GC_ND_MASK)) != 0;
    if (sound && u_hasBinaryProperty(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) return true;
    at += c.size;
  }
  return false;
}

// Something is about to be said: of a new sentence, unless it goes on.
void UtteranceWriter::count_sentence() {
  const bool same_sentence = said_in_sentence_ || (continues_ && said_in_block_);
  if (!same_sentence) {
    if (tracer_) tracer_->finish();
    ++next_sentence_;
  }
  continues_ = false;
  said_in_block_ = said_in_sentence_ = true;
}

void UtteranceWriter::trace(const Passage& passage, ByteRange sentence, const Delivery& delivery) {
  std::vector<ForeignPhrase> phrases;
  const bool one_language = std::all_of(passage.stretches.begin(), passage.stretches.end(),
                                        [&](const Stretch& one) { return one.language == delivery.language; });
  if (!one_language) phrases = phrases_of(passage, sentence);
  tracer_->add(next_sentence_ - 1, block_, passage, sentence, language(delivery.language), std::move(phrases));
}

// All of a sentence that is heard, with its languages.
std::vector<ForeignPhrase> UtteranceWriter::phrases_of(const Passage& passage, ByteRange sentence) const {
  const std::string& text = passage.text.text();
  std::vector<ForeignPhrase> phrases;
  std::size_t begin = sentence.begin;
  for (auto stretch = stretch_at(passage, begin); begin < sentence.end && stretch != passage.stretches.end(); ++stretch) {
    const ByteRange range = trim_white_space(text, {begin, std::min(stretch->end, sentence.end)});
    if (is_speakable(std::string_view(text).substr(range.begin, range.size()))) {
      phrases.push_back({language(stretch->language), passage.text.source_of(range)});
    }
    begin = stretch->end;
  }
  return phrases;
}

void UtteranceWriter::finish() {
  if (tracer_) tracer_->finish();
}

void UtteranceWriter::emit(AlignedText text, std::vector<Pronunciation> pronunciations, const Part& part,
                           const Delivery& delivery) {
  if (next_index_ == 0) {
    pause_ = profile_.pauses.start;
  } else if (!said_in_block_) {
    pause(block_pause_);
  }
  const bool begins_block = !said_in_block_;
  count_sentence();
  play_before_utterance(begins_block);

  Utterance utterance;
  utterance.index = next_index_++;
  utterance.sentence = next_sentence_ - 1;
  utterance.block = block_;
  utterance.words = words_of(text);
  utterance.text = std::move(text);
  utterance.language = language(part.language);
  utterance.voice = voice_of(part, delivery);
  report_ignored_settings(utterance.voice);
  // A voice for another language has other phonemes, and would fall silent at the first that it lacks.
  if (language_subtag(engine_of(utterance.voice).language_of(utterance.voice)) == language_subtag(utterance.language)) {
    for (const Pronunciation& one : pronunciations) utterance.text.name_rule(one.spoken, one.rule);
    utterance.pronunciations = std::move(pronunciations);
  }
  utterance.role = part.emphasised ? Role::emphasis : delivery.role;
  utterance.pause_before = pause_;
  pause_ = milliseconds(0);
  last_block_ = block_;
  sink_.say(std::move(utterance));
}

// Clips take the silence that the utterance would have had before it, and leave it their own.
void UtteranceWriter::play_before_utterance(bool begins_block) {
  if (next_index_ == 0 && clips_.intro) play(ClipRole::intro, clips_.intro, profile_.pauses.intro_after);
  const bool heading = document_.blocks[block_].kind == BlockKind::heading;
  if (heading && begins_block && clips_.heading_cue) play(ClipRole::heading_cue, clips_.heading_cue, profile_.pauses.cue_after);
}

void UtteranceWriter::play(ClipRole role, const std::shared_ptr<const Clip>& clip, milliseconds pause_after) {
  Utterance utterance;
  utterance.index = next_index_++;
  utterance.sentence = next_sentence_ - 1;
  utterance.block = block_;
  utterance.language = language_;
  utterance.voice = profile_.voice;
  utterance.pause_before = pause_;
  utterance.clip = clip;
  utterance.clip_role = role;
  pause_ = pause_after;
  sink_.say(std::move(utterance));
}

void UtteranceWriter::play_outro(const std::shared_ptr<const Clip>& clip) {
  block_ = last_block_;
  pause(profile_.pauses.outro_before);
  play(ClipRole::outro, clip, milliseconds(0));
}

VoiceParameters UtteranceWriter::voice_of(const Part& part, const Delivery& delivery) const {
  const std::string& named = part.voice.empty() ? delivery.voice : part.voice;
  if (!named.empty()) return with_prosody(profile_.named.at(named), part.prosody);
  if (!part.language.empty()) return with_prosody(profile_.languages.at(part.language), part.prosody);
  return with_prosody(profile_.voice_for(part.emphasised ? Role::emphasis : delivery.role), part.prosody);
}

std::string UtteranceWriter::named_voice(const std::string& name, ByteRange source) {
  if (name.empty() || profile_.named.contains(name)) return name;
  if (until_ == ComposeUntil::utterances && reported_voices_.insert(name).second)
    sink_.report(
        {"unknown-voice", source, "there is no voice \"" + plain_line(name) + "\"; the voice that reads the article says it"});
  return {};
}

const Segmenter& UtteranceWriter::segmenter(const std::string& key) {
  return segmenters_.try_emplace(key, language(key)).first->second;
}

const VoiceParameters& UtteranceWriter::voice_for_language(const std::string& key) const {
  return key.empty() ? profile_.voice : profile_.languages.at(key);
}

const Normalizer& UtteranceWriter::normalizer(const std::string& key, const VoiceParameters& voice) {
  std::unique_ptr<Normalizer>& normalizer = normalizers_[{key, voice.engine}];
  if (normalizer == nullptr) normalizer = make_normalizer(language(key), engine_of(voice).spelling, normalizing_);
  return *normalizer;
}

const Pronouncer& UtteranceWriter::pronouncer(const std::string& key, const VoiceParameters& voice) {
  std::unique_ptr<Pronouncer>& pronouncer = pronouncers_[{key, voice.engine}];
  if (pronouncer == nullptr) {
    const VoiceParameters& main = voice_for_language(key);
    const VoiceParameters& speaking = main.engine == voice.engine ? main : voice;
    pronouncer = std::make_unique<Pronouncer>(language(key), lexicons_, engine_of(speaking).language_of(speaking));
  }
  return *pronouncer;
}

// What a profile or a call asks of a voice and its engine cannot do: said once, at the first words that it concerns.
void UtteranceWriter::report_ignored_settings(const VoiceParameters& voice) {
  if (voice.engine == EngineKind::espeak) return;
  const EngineTraits& traits = engine_of(voice);
  const HonouredSettings& honours = traits.honours;
  const VoiceParameters usual;
  std::string names;
  const auto add = [&](bool honoured, bool asked, const char* name) {
    if (asked && !honoured) names += (names.empty() ? "" : ", ") + std::string(name);
  };
  add(honours.variant, voice.variant != usual.variant, "variant");
  add(honours.rate, voice.rate != usual.rate, "rate");
  add(honours.pitch, voice.pitch != usual.pitch, "pitch");
  add(honours.range, voice.range != usual.range, "range");
  add(honours.volume, voice.volume != usual.volume, "volume");
  add(honours.word_gap, voice.word_gap != usual.word_gap, "word_gap");
  add(honours.pronunciations, !lexicons_.empty(), "lexicons");
  const std::string engine = to_string(voice.engine) + std::string(voice.engine_voice.empty() ? "" : " ") + voice.engine_voice;
  if (!traits.tells_words && reported_settings_.insert(engine).second) {
    sink_.report(
        {"estimated-word-times", {}, "the engine " + engine + " does not tell when words sound: estimated by their lengths"});
  }
  if (names.empty() || !reported_settings_.insert(engine + names).second) return;
  sink_.report({"setting-not-honoured", {}, "the engine " + engine + " cannot do anything about: " + names});
}

std::string UtteranceWriter::formula_words(const Expression& formula, const std::string& key) {
  if (!has_formula_words(language(key))) return {};
  const Normalizer& plain_speech = normalizer(key, voice_for_language(key));
  return aloud::formula_words(formula, language(key), [&](std::string_view plain) {
    return plain_speech.normalize(AlignedText::verbatim(plain)).text();
  });
}

bool UtteranceWriter::speaks(const std::string& tag) const {
  const std::string language = language_subtag(tag);
  return language == language_subtag(language_) || language == language_subtag(profile_.language);
}

std::string UtteranceWriter::voice_language(const std::string& declared, ByteRange source) {
  const std::string tag = normal_language_tag(declared);
  if (profile_.languages.contains(tag)) return tag;
  if (tag.empty() || speaks(tag)) return {};
  for (const auto& [key, voice] : profile_.languages) {
    if (language_subtag(key) == language_subtag(tag)) return key;
  }
  const std::string name = is_language_tag(tag) ? "the language \"" + tag + '"' : "a language that is not named by a tag";
  if (reported_languages_.insert(name).second) {
    sink_.report({"no-voice-for-language", source, "the voice profile has no voice for " + name + "; its main voice reads it"});
  }
  return {};
}

}  // namespace aloud
