#include "render/production.h"

#include <filesystem>

#include "audio/file_check.h"
#include "language/language_tag.h"
#include "process/system_call_filter.h"
#include "render/article_cover.h"
#include "render/page_pictures.h"
#include "util/byte_source.h"
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
  for (const SourcePart& part : document.source.parts()) header.parts.push_back({part.name, part.bytes});
  header.converted_by = document.converted_by;
  return header;
}

// Hands the sentences of the timeline to whoever asked for them.
class SentenceListener final : public TimelineWriter {
 public:
  explicit SentenceListener(std::function<void(const TimelineSentence&)> listener) : listener_(std::move(listener)) {}
  void sentence(const TimelineSentence& sentence) override { listener_(sentence); }
  void finish(const TimelineEnd&) override {}

 private:
  std::function<void(const TimelineSentence&)> listener_;
};

PageOptions page_options_for(const Document& document, const RenderRequest& request, ByteSink& audio) {
  PageOptions options;
  options.audio = request.page_audio;
  options.mime = mime_of(request.format);
  options.link = std::filesystem::path(request.output).filename().string();
  options.bytes = [&audio]() -> std::unique_ptr<ByteSource> {
    if (!audio.can_read_back()) return nullptr;
    return std::make_unique<WrittenSource>(audio);
  };
  options.picture = [pictures = std::make_shared<PagePictures>(document, request.voice)](const std::string& address) {
    return pictures->address_of(address);
  };
  return options;
}

std::vector<std::unique_ptr<TimelineWriter>> open_timelines(const Document& document, const RenderRequest& request,
                                                            const TimelineHeader& header, ByteSink& audio, Outputs& outputs) {
  std::vector<std::unique_ptr<TimelineWriter>> writers;
  for (const TimelineOutput& timeline : request.timelines) {
    ByteSink& sink = outputs.open(timeline.path, timeline.sink);
    if (timeline.kind == TimelineKind::html) {
      writers.push_back(make_page_writer(document, header, page_options_for(document, request, audio), sink));
    } else {
      writers.push_back(make_timeline_writer(timeline.kind, header, sink));
    }
  }
  if (request.on_sentence) writers.push_back(std::make_unique<SentenceListener>(request.on_sentence));
  return writers;
}

bool speaks(const VoiceProfile& profile, const std::string& language) {
  return language_subtag(profile.language) == language_subtag(language);
}

Finding foreign_voice(const Document& document, const Reading& reading) {
  return {"no-voice-for-language", document.front_matter.source,
          "the article is in \"" + reading.language + "\", and the voice " + reading.profile.name + ", for \"" +
              reading.profile.language + "\", reads it: name another with --voice, or the language with --lang"};
}

// The same in frames of the file.
std::vector<ChapterMark> timeline_chapters(std::vector<ChapterMark> chapters, SampleRate rate) {
  for (ChapterMark& chapter : chapters) {
    chapter.begin = rescale(chapter.begin, kEngineRate, rate);
    chapter.end = rescale(chapter.end, kEngineRate, rate);
  }
  return chapters;
}

// The source of what was heard of an utterance, in order: its text without the words that the engine left out.
std::vector<ByteRange> heard_pieces(const Utterance& utterance, const Take& take) {
  std::vector<ByteRange> heard;
  for (const ByteRange& piece : utterance.text.source_pieces()) {
    std::size_t begin = piece.begin;
    for (std::size_t i = 0; i < take.words.size(); ++i) {
      const ByteRange& word = utterance.words[i].source;
      if (take.words[i].heard || word.end <= begin || word.begin >= piece.end) continue;
      if (word.begin > begin) heard.push_back({begin, word.begin});
      begin = word.end;
    }
    if (begin < piece.end) heard.push_back({begin, piece.end});
  }
  return heard;
}

Place place_of(const Finding& finding, const SourceText& source) {
  return finding.source.empty() ? Place{source.name(), 0, 0} : source.place_of(finding.source.begin);
}

}  // namespace

Production::Production(Document document, RenderRequest request, OnProgress on_progress, OnRendered on_rendered)
    : document_(std::move(document)),
      request_(std::move(request)),
      on_progress_(std::move(on_progress)),
      on_rendered_(std::move(on_rendered)),
      outputs_(request_.directory) {}

/// Unless something has gone wrong already; keeps what goes wrong.
template <typename Action>
void Production::attempt(const Action& action) noexcept {
  if (failure_) return;
  try {
    action();
  } catch (...) {
    failure_ = std::current_exception();
  }
}

void Production::compose(const SynthesizerFactory& factory, Submit submit) noexcept {
  attempt([&] {
    start(factory, choose_reading(document_, request_.voice), std::move(submit));
    if (on_progress_) on_progress_({0, 0, document_.source.text().size(), 0});
    ComposeOptions options = compose_options(reading_);
    options.engine_alone = request_.engine_alone;
    options.engine = &factory.traits();
    tail_ = aloud::compose(document_, options, *this);
  });
  composed_ = true;
}

void Production::open(const SynthesizerFactory& factory, Reading reading, Submit submit) noexcept {
  attempt([&] { start(factory, std::move(reading), std::move(submit)); });
}

void Production::take(Utterance utterance) noexcept {
  attempt([&] { say(std::move(utterance)); });
}

void Production::end_script(std::chrono::milliseconds tail) noexcept {
  tail_ = tail;
  composed_ = true;
}

void Production::start(const SynthesizerFactory& factory, Reading reading, Submit submit) {
  reading_ = std::move(reading);
  submit_ = std::move(submit);
  leveler_.emplace(reading_.profile.loudness, request_.format, request_.quality, factory);
  tags_ = tags_for(document_, reading_, request_.tags);
  audio_ = request_.audio_file == AudioFile::scratch ? &outputs_.open_scratch(request_.output)
                                                     : &outputs_.open(request_.output, request_.sink);
  tags_.loudness = TrackLoudness{};  // known at the end
  chapters_.emplace(document_, request_.chapter_level);
  tags_.chapters = chapters_->list();  // their times likewise
  tags_.cover = choose_cover(request_.cover);
  writer_ = request_.make_writer ? request_.make_writer(tags_, *audio_)
                                 : make_stream_writer(request_.format, request_.quality, tags_, *audio_);
  rate_ = writer_->file_rate();
  assembler_.emplace(*writer_);
  timeline_builder_.emplace(document_, rate_,
                            open_timelines(document_, request_, header_for(document_, tags_, rate_), *audio_, outputs_));
}

void Production::say(Utterance utterance) {
  if (failure_) std::rethrow_exception(failure_);
  if (utterance.clip) {
    utterance.voice.level = leveler_->level_of(*utterance.clip);
  } else {
    leveler_->set_level(utterance.voice);
  }
  ++submitted_;
  submit_(std::move(utterance));
}

void Production::place(const Utterance& utterance, const Take& take) noexcept {
  ++placed_;
  attempt([&] { lay(utterance, take); });
}

void Production::place_with(const Utterance& utterance, const std::function<Take()>& make) noexcept {
  ++placed_;
  attempt([&] { lay(utterance, make()); });
}

void Production::lay_clip(const Utterance& utterance, const Take& take) {
  if (take.failure) throw Error(ErrorKind::output, "the clip " + utterance.clip->name + " cannot be encoded: " + *take.failure);
  timeline_builder_->add_clip(utterance, take, assembler_->append(utterance.pause_before, take.audio));
}

void Production::lay(const Utterance& utterance, const Take& take) {
  if (utterance.clip) return lay_clip(utterance, take);
  const Frames position = take.failure ? assembler_->position() : assembler_->append(utterance.pause_before, take.audio);
  chapters_->heard(utterance.block, position + take.audio.speech_begin);
  timeline_builder_->add(utterance, take, position);
  account(utterance, take);
  ++report_.utterances;
  report_.words += utterance.words.size();
  if (on_progress_) on_progress_(progress(utterance));
}

void Production::account(const Utterance& utterance, const Take& take) {
  const std::vector<ByteRange> pieces = utterance.text.source_pieces();
  const ByteRange source = utterance.text.source_of({0, utterance.text.size()});
  if (take.simplified) {
    report_.findings.push_back(
        {"utterance-simplified", source, "said without its special characters: as it stands, it " + *take.simplified});
  }
  if (!take.failure) {
    for (const ByteRange& piece : heard_pieces(utterance, take)) ledger_.spoken(piece, utterance.index);
    account_unheard(utterance, take);
    return;
  }
  ++report_.failed_utterances;
  for (const ByteRange& piece : pieces) ledger_.left_out(piece, "not spoken: " + *take.failure);
  report_.findings.push_back({"utterance-failed", source, "not spoken: " + *take.failure});
}

void Production::account_unheard(const Utterance& utterance, const Take& take) {
  for (std::size_t i = 0; i < take.words.size(); ++i) {
    if (take.words[i].heard) continue;
    const Word& word = utterance.words[i];
    ledger_.left_out(word.source, "not spoken: the engine left it out");
    report_.findings.push_back({"word-not-spoken", word.source,
                                "the engine left out \"" + utterance.text.text().substr(word.spoken.begin, word.spoken.size()) +
                                    "\", and could not say it by its sounds either"});
  }
}

RenderProgress Production::progress(const Utterance& utterance) const {
  const ByteRange source = utterance.text.source_of({0, utterance.text.size()});
  return {timeline_builder_->sentences(), source.end, document_.source.text().size(),
          seconds_of(assembler_->position(), kEngineRate)};
}

void Production::finish() {
  attempt([&] { close(); });
  on_rendered_({std::move(report_), failure_});
}

void Production::verify() const {
  if (request_.verify == Verify::no || !audio_->can_read_back()) return;
  try {
    check_file(WrittenSource(*audio_), request_.format, report_.duration, report_.rate);
  } catch (const Error& error) {
    throw Error(error.kind(), error.message(), {request_.output, 0, 0});
  }
}

void Production::close() {
  report_.rate = rate_;
  const std::vector<ChapterMark> chapters = chapters_->finish(assembler_->append_tail(tail_));
  const Assembler::Finished finished = assembler_->finish(tail_, chapters);
  report_.duration = finished.length;
  report_.loudness = finished.loudness;
  report_.coverage = ledger_.close(document_);
  timeline_builder_->finish({report_.duration, report_.coverage, report_.loudness, timeline_chapters(chapters, rate_)});
  report_.sentences = timeline_builder_->sentences();
  const bool silent_file = report_.utterances == 0 && (request_.sink != nullptr || !request_.output.empty());
  if (silent_file) throw Error(ErrorKind::input, kNothingToSay, {document_.source.name(), 0, 0});
  verify();
  outputs_.commit();

  report_.title = tags_.title;
  report_.voice = reading_.profile.name;
  report_.language = reading_.language;
  report_.language_source = reading_.language_source;
  report_.audio_bytes = audio_->size();
  report_.findings.insert(report_.findings.begin(), document_.findings.begin(), document_.findings.end());
  if (lacks_system_call_filter())
    report_.findings.push_back(
        {"uncontained-speech", {}, "spoken without a system-call filter, which this machine does not have"});
  if (!speaks(reading_.profile, reading_.language)) report_.findings.push_back(foreign_voice(document_, reading_));
  std::erase_if(report_.findings, [this](const Finding& finding) {
    return level_of(request_.finding_levels, finding.code) == FindingLevel::ignore;
  });
  for (const Finding& finding : report_.findings) {
    report_.places.push_back(place_of(finding, document_.source));
    if (level_of(request_.finding_levels, finding.code) == FindingLevel::error) ++report_.errors;
  }
}

}  // namespace aloud
