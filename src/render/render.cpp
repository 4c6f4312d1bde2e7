#include "render/render.h"

#include <algorithm>
#include <filesystem>

#include "render/assembler.h"
#include "render/chronicler.h"
#include "render/leveling.h"
#include "render/outputs.h"
#include "script/script.h"
#include "synthesis/performer.h"
#include "util/error.h"
#include "version.h"

namespace aloud {
namespace {

constexpr const char* kNothingToSay =
    "holds nothing that is spoken: see 'aloud inspect --stage coverage' for what became of it";

Tags tags_for(const Document& document, const Reading& reading, const Tags& asked) {
  Tags tags = asked;
  if (tags.title.empty()) tags.title = document.title();
  if (tags.artist.empty()) tags.artist = document.front_matter.author.value_or("");
  if (tags.date.empty()) tags.date = document.front_matter.date.value_or("");
  if (tags.language.empty()) tags.language = reading.language;
  tags.software = kSoftware;
  return tags;
}

TimelineHeader header_for(const Document& document, const Tags& tags, SampleRate rate) {
  TimelineHeader header;
  header.article = std::filesystem::path(document.source.name()).filename().string();
  header.title = tags.title;
  header.author = tags.artist;
  header.language = tags.language;
  header.date = tags.date;
  header.software = tags.software;
  header.rate = rate;
  return header;
}

std::vector<std::unique_ptr<TimelineWriter>> open_timelines(const RenderRequest& request, const TimelineHeader& header,
                                                            Outputs& outputs) {
  std::vector<std::unique_ptr<TimelineWriter>> writers;
  for (const TimelineOutput& timeline : request.timelines) {
    writers.push_back(make_timeline_writer(timeline.kind, header, outputs.open(timeline.path)));
  }
  return writers;
}

// "de" for "de-AT", and for "de_AT", which is no tag but often written.
std::string primary_language(std::string tag) {
  tag.resize(std::min(tag.find_first_of("-_"), tag.size()));
  std::transform(tag.begin(), tag.end(), tag.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return tag;
}

bool speaks(const VoiceProfile& profile, const std::string& language) {
  return primary_language(profile.language) == primary_language(language);
}

Finding foreign_voice(const Document& document, const Reading& reading) {
  return {"no-voice-for-language", document.front_matter.source,
          "the article is in \"" + reading.language + "\", and the voice " + reading.profile.name + ", for \"" +
              reading.profile.language + "\", reads it: name another with --voice, or the language with --lang"};
}

Place place_of(const Finding& finding, const SourceText& source) {
  return finding.source.empty() ? Place{source.name(), 0, 0} : source.place_of(finding.source.begin);
}

// The processes that speak. They are started before the article is read: they get ready meanwhile, and are forked from a small
// process. Takes go to whoever listens.
class Studio {
 public:
  using Listener = Performer::OnTake;

  Studio(const RenderRequest& request, const SynthesizerFactory& factory)
      : performer_(factory, options_for(request),
                   [this](const Utterance& utterance, const Take& take) { listener_(utterance, take); }) {
    if (request.cache == nullptr) return;
    store_.emplace(*request.cache, request.format, request.quality, factory.version());
    if (request.on_cache_decision) store_->explain(request.on_cache_decision);
  }

  void listen(Listener listener) { listener_ = std::move(listener); }
  Performer& performer() { return performer_; }
  std::size_t reused_takes() const { return store_ ? store_->counts().hits : 0; }

 private:
  PerformerOptions options_for(const RenderRequest& request) {
    PerformerOptions options;
    options.format = request.format;
    options.quality = request.quality;
    options.jobs = request.jobs;
    if (request.cache != nullptr) {
      options.recall = [this](const Utterance& utterance) { return store_->recall(utterance); };
      options.keep = [this](const Utterance& utterance, const Take& take) { store_->keep(utterance, take); };
    }
    return options;
  }

  Listener listener_;
  std::optional<TakeStore> store_;
  Performer performer_;  // last: it calls the others and must end first
};

// The stage between composing and writing: utterances go in, takes come back in order and are laid, timed and accounted.
class Production final : public ScriptSink {
 public:
  Production(const Document& document, Studio& studio, Leveler& leveler, StreamWriter& writer, Chronicler& chronicler,
             const OnProgress& on_progress)
      : document_(document),
        leveler_(leveler),
        assembler_(writer),
        chronicler_(chronicler),
        on_progress_(on_progress),
        performer_(studio.performer()) {
    studio.listen([this](const Utterance& utterance, const Take& take) { place(utterance, take); });
  }

  void say(Utterance utterance) override {
    leveler_.set_level(utterance.voice);
    performer_.submit(std::move(utterance));
  }
  void leave_out(LeftOut left_out) override { ledger_.left_out(left_out.source, left_out.reason); }
  void report(Finding finding) override { report_.findings.push_back(std::move(finding)); }

  RenderReport finish(std::chrono::milliseconds tail, SampleRate rate) {
    performer_.finish();
    report_.rate = rate;
    const Assembler::Finished finished = assembler_.finish(tail);
    report_.duration = finished.length;
    report_.loudness = finished.loudness;
    report_.coverage = ledger_.close(document_);
    chronicler_.finish({report_.duration, report_.coverage, report_.loudness});
    report_.sentences = chronicler_.sentences();
    return std::move(report_);
  }

 private:
  void place(const Utterance& utterance, const Take& take) {
    const Frames position = take.failure ? assembler_.position() : assembler_.append(utterance.pause_before, take.audio);
    chronicler_.add(utterance, take, position);
    account(utterance, take);
    ++report_.utterances;
    report_.words += utterance.words.size();
    if (on_progress_) on_progress_(progress(utterance));
  }

  void account(const Utterance& utterance, const Take& take) {
    const std::vector<ByteRange> pieces = utterance.text.source_pieces();
    const ByteRange source = utterance.text.source_of({0, utterance.text.size()});
    if (take.simplified) {
      report_.findings.push_back(
          {"utterance-simplified", source, "said without its special characters: as it stands, it " + *take.simplified});
    }
    if (!take.failure) {
      for (const ByteRange& piece : pieces) ledger_.spoken(piece, utterance.index);
      return;
    }
    ++report_.failed_utterances;
    for (const ByteRange& piece : pieces) ledger_.left_out(piece, "not spoken: " + *take.failure);
    report_.findings.push_back({"utterance-failed", source, "not spoken: " + *take.failure});
  }

  RenderProgress progress(const Utterance& utterance) const {
    const ByteRange source = utterance.text.source_of({0, utterance.text.size()});
    return {chronicler_.sentences(), source.end, document_.source.text().size(),
            seconds_of(assembler_.position(), kEngineRate)};
  }

  const Document& document_;
  Leveler& leveler_;
  Assembler assembler_;
  Chronicler& chronicler_;
  OnProgress on_progress_;
  CoverageLedger ledger_;
  RenderReport report_;
  Performer& performer_;
};

RenderReport produce(const Document& document, const RenderRequest& request, const SynthesizerFactory& factory, Studio& studio,
                     const OnProgress& on_progress) {
  const Reading reading = choose_reading(document, request.voice);
  Tags tags = tags_for(document, reading, request.tags);

  Outputs outputs;
  ByteSink& audio = outputs.open(request.output);
  tags.loudness = TrackLoudness{};  // known at the end
  const std::unique_ptr<StreamWriter> writer = make_stream_writer(request.format, request.quality, tags, audio);
  const TimelineHeader header = header_for(document, tags, writer->file_rate());
  Chronicler chronicler(document, header.rate, open_timelines(request, header, outputs));

  if (on_progress) on_progress({0, 0, document.source.text().size(), 0});
  Leveler leveler(reading.profile.loudness, request.format, factory);
  Production production(document, studio, leveler, *writer, chronicler, on_progress);
  const std::chrono::milliseconds tail = compose(document, {reading.profile, reading.language}, production);
  RenderReport report = production.finish(tail, header.rate);
  const bool silent_file = report.utterances == 0 && !request.output.empty();
  if (silent_file) throw Error(ErrorKind::input, kNothingToSay, {document.source.name(), 0, 0});
  outputs.commit();
  if (request.cache != nullptr) request.cache->flush();

  report.title = tags.title;
  report.reused_takes = studio.reused_takes();
  report.voice = reading.profile.name;
  report.language = reading.language;
  report.audio_bytes = audio.size();
  report.findings.insert(report.findings.begin(), document.findings.begin(), document.findings.end());
  if (!speaks(reading.profile, reading.language)) report.findings.push_back(foreign_voice(document, reading));
  for (const Finding& finding : report.findings) report.places.push_back(place_of(finding, document.source));
  return report;
}

}  // namespace

RenderReport render(const RenderRequest& request, const SynthesizerFactory& factory, const OnProgress& on_progress) {
  Studio studio(request, factory);
  return produce(read_article(request.article, request.document_format), request, factory, studio, on_progress);
}

RenderReport render(const Document& document, const RenderRequest& request, const SynthesizerFactory& factory,
                    const OnProgress& on_progress) {
  Studio studio(request, factory);
  return produce(document, request, factory, studio, on_progress);
}

}  // namespace aloud
