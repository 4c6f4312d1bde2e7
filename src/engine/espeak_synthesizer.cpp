#include "engine/espeak_synthesizer.h"

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <fcntl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <span>

#include "engine/espeak_input.h"
#include "engine/sounded_text.h"
#include "util/error.h"
#include "util/unique_descriptor.h"
#include "util/utf8.h"

// New in 1.52, and null before.
extern "C" [[gnu::weak]] espeak_ng_STATUS espeak_ng_SetRandSeed(long seed);

namespace aloud {
namespace {

/// 60 ms, the library's default. Longer buffers change the samples from about 200 ms on.
constexpr int kDefaultBuffer = 0;

/// Most audio for a text: eSpeak NG stretches some inputs without bound (a megabyte of one word is hours). A second a byte is
/// several times the slowest speech; ten minutes is far beyond any utterance.
constexpr std::size_t kFramesOfGrace = 22050 * 5, kFramesPerByte = 22050, kMostFrames = std::size_t{22050} * 600;

/// Breath and Klatt noise come from rand() in 1.51, and in 1.52 from a generator of its own, which begins with the clock.
void seed_noise() {
  std::srand(1);
  if (espeak_ng_SetRandSeed != nullptr) espeak_ng_SetRandSeed(1);
}

/// eSpeak NG's tables hold 1,000 phonemes and 300 words of a clause, and the rest of the clause is dropped without an error.
/// Some of the phonemes report no event, so suspicion starts earlier.
constexpr std::size_t kFullClausePhonemes = 900, kFullClauseWords = 300;

class EspeakSynthesizer : public Synthesizer {
 public:
  EspeakSynthesizer(const std::string& directory, const VoiceParameters& voice);
  Speech speak(std::string_view text) override;
  Speech speak_by_sound(std::string_view text, std::span<const ByteRange> ranges) override;
  std::optional<std::size_t> count_sounds(std::string_view text) override;
  std::string phonemes(std::string_view text) override;
  bool is_in_dictionary(std::string_view word) override;
  std::string data_directory() const override { return directory_; }

 private:
  static int on_audio(short* samples, int count, espeak_EVENT* events);
  bool take(std::span<const short> samples, const espeak_EVENT* events);
  void take_event(const espeak_EVENT& event);
  std::string transcribe(std::string_view text, int mode);

  std::string directory_;
  Letters letters_ = Letters::as_written;
  EspeakInput input_;  // being spoken
  Speech speech_;
  std::size_t text_characters_ = 0, most_frames_ = 0, clause_phonemes_ = 0, clause_words_ = 0;
  bool too_long_ = false, clause_overflowed_ = false;
};

/// The one that speaks: the library is one to a process, and does not hand user data to every callback.
EspeakSynthesizer* speaking = nullptr;

unsigned flags(const EspeakInput& input) {
  return input.phonemes ? unsigned{espeakCHARS_UTF8} | unsigned{espeakPHONEMES} : unsigned{espeakCHARS_UTF8};
}

void set(espeak_PARAMETER parameter, int value) { espeak_SetParameter(parameter, value, 0); }

/// eSpeak NG looks for a voice's file under its name in lower case, and where that fails ("gmw/en-US") reads every voice that
/// there is, which takes longer than all the rest of starting. So it gets a path below its data that is in lower case and leads
/// to the open file. False if that does not work out; nothing has then changed.
bool set_voice_by_open_file(const std::string& directory, const std::string& identifier, const std::string& variant) {
  constexpr std::size_t kLongestName = 39;  // of a voice in eSpeak NG
  if (std::none_of(identifier.begin(), identifier.end(), [](char c) { return 'A' <= c && c <= 'Z'; })) return false;
  const std::string path = directory + "/lang/" + identifier;
  const UniqueDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return false;
  std::string name;
  for (const auto& part : std::filesystem::path(directory + "/voices").relative_path()) name += part.empty() ? "" : "../";
  name += "proc/self/fd/" + std::to_string(file.get());
  return name.size() <= kLongestName && espeak_SetVoiceByName((name + variant).c_str()) == EE_OK;
}

// Of a phoneme by its mnemonic: pauses are "_", "_:", "_!", languages "(en)", and ";" leads from one vowel to the next.
SpeechEvent::Kind kind_of(std::string_view mnemonic) {
  if (mnemonic.empty() || mnemonic.front() == '_') return SpeechEvent::Kind::silence;
  return mnemonic.front() == '(' || mnemonic == ";" ? SpeechEvent::Kind::transition : SpeechEvent::Kind::sound;
}

// "gmw/en", "gmw/en-US".
bool is_english(std::string_view engine_voice) {
  const std::string_view name = engine_voice.substr(engine_voice.rfind('/') + 1);
  return name == "en" || name.starts_with("en-");
}

EspeakSynthesizer::EspeakSynthesizer(const std::string& directory, const VoiceParameters& voice)
    : directory_(directory), letters_(is_english(voice.engine_voice) ? Letters::english : Letters::as_written) {
  if (!start_espeak(directory)) throw Error(ErrorKind::synthesis, "eSpeak NG cannot start with the data in " + directory);
  espeak_SetSynthCallback(on_audio);
  std::string variant;
  if (!voice.variant.empty()) variant.append(1, '+').append(voice.variant);
  const std::string name = voice.engine_voice + variant;
  if (!set_voice_by_open_file(directory, voice.engine_voice, variant) && espeak_SetVoiceByName(name.c_str()) != EE_OK)
    throw Error(ErrorKind::synthesis, "eSpeak NG cannot load the voice \"" + name + '"');
  set(espeakRATE, voice.rate);
  set(espeakPITCH, voice.pitch);
  set(espeakRANGE, voice.range);
  set(espeakVOLUME, voice.volume);
  set(espeakWORDGAP, voice.word_gap);
}

Speech EspeakSynthesizer::speak(std::string_view text) {
  input_ = espeak_input(text, letters_);
  const std::string& safe = input_.text;
  speech_ = {};
  text_characters_ = count_code_points(safe);
  most_frames_ = std::min(kMostFrames, kFramesOfGrace + kFramesPerByte * safe.size());
  clause_phonemes_ = clause_words_ = 0;
  too_long_ = clause_overflowed_ = false;
  speaking = this;
  speech_.samples.reserve(std::min(most_frames_, 4096 + safe.size() * 2048));
  seed_noise();
  // Plain text only: markup runs programs and corrupts memory in 1.51. Phonemes are allowed where there are some of ours.
  // Without espeakENDPAUSE the final pause is ours.
  const espeak_ERROR error = espeak_Synth(safe.c_str(), safe.size() + 1, 0, POS_CHARACTER, 0, flags(input_), nullptr, nullptr);
  if (too_long_) throw Error(ErrorKind::synthesis, "spoke without end");
  if (error != EE_OK) throw Error(ErrorKind::synthesis, "was refused by eSpeak NG");
  if (clause_overflowed_)
    throw Error(ErrorKind::synthesis, "has a clause too long for eSpeak NG, which would leave out its end");
  return std::move(speech_);
}

Speech EspeakSynthesizer::speak_by_sound(std::string_view text, std::span<const ByteRange> ranges) {
  const SoundedText sounded = with_phonemes(text, ranges, [&](std::string_view word) { return transcribe(word, 0); });
  Speech speech = speak(sounded.text);
  for (SpeechEvent& event : speech.events) {
    if (event.character < sounded.characters.size()) event.character = sounded.characters[event.character];
  }
  return speech;
}

std::optional<std::size_t> EspeakSynthesizer::count_sounds(std::string_view text) {
  // The library puts the character whose code stands in these bits of the mode between the sounds of a word.
  constexpr int kSeparated = '|' << 8;
  constexpr std::string_view kStressMarks = "',=%";
  const std::string all = transcribe(text, kSeparated);
  std::size_t sounds = 0;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find_first_of("| ", at), all.size());
    std::string_view phoneme = std::string_view(all).substr(at, end - at);
    phoneme.remove_prefix(std::min(phoneme.find_first_not_of(kStressMarks), phoneme.size()));
    if (kind_of(phoneme) == SpeechEvent::Kind::sound) ++sounds;
    at = end + 1;
  }
  return sounds;
}

std::string EspeakSynthesizer::phonemes(std::string_view text) {
  constexpr int kIpa = 0x02;  // espeakPHONEMES_IPA in a mode word whose other bits choose separators
  return transcribe(text, kIpa);
}

std::string EspeakSynthesizer::transcribe(std::string_view text, int mode) {
  const EspeakInput input = espeak_input(text, letters_);
  // Whether brackets are phonemes is known to the library from what it spoke last.
  speaking = this;
  espeak_Synth("", 1, 0, POS_CHARACTER, 0, flags(input), nullptr, nullptr);
  std::string all;
  const void* rest = input.text.c_str();
  while (rest != nullptr) {  // one clause a call; the pointer is cleared at the end
    const char* clause = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, mode);
    if (clause == nullptr || *clause == '\0') continue;
    if (!all.empty()) all += ' ';
    all += clause;
  }
  return all;
}

// The library tells in its trace where it found a word. There is no other way to ask.
bool EspeakSynthesizer::is_in_dictionary(std::string_view word) {
  char* trace = nullptr;
  std::size_t size = 0;
  std::FILE* stream = open_memstream(&trace, &size);
  if (stream == nullptr) return true;
  espeak_SetPhonemeTrace(espeakPHONEMES_TRACE, stream);
  phonemes(word);
  espeak_SetPhonemeTrace(0, nullptr);
  std::fclose(stream);
  const bool found = std::string_view(trace, size).find("Found: ") != std::string_view::npos;
  std::free(trace);
  return found;
}

int EspeakSynthesizer::on_audio(short* samples, int count, espeak_EVENT* events) {
  const std::size_t size = samples != nullptr && count > 0 ? static_cast<std::size_t>(count) : 0;
  return speaking->take({samples, size}, events) ? 0 : 1;
}

bool EspeakSynthesizer::take(std::span<const short> samples, const espeak_EVENT* events) {
  speech_.samples.insert(speech_.samples.end(), samples.begin(), samples.end());
  for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) take_event(*events);
  too_long_ = speech_.samples.size() > most_frames_;
  return !too_long_;
}

void EspeakSynthesizer::take_event(const espeak_EVENT& event) {
  SpeechEvent heard;
  heard.at = Frames{event.sample};
  if (event.type == espeakEVENT_WORD) {
    clause_overflowed_ |= ++clause_words_ >= kFullClauseWords;
    // Positions count from 1; 0 and positions past the end belong to no word.
    const auto position = static_cast<std::size_t>(std::max(event.text_position, 0));
    if (position == 0 || position > text_characters_) return;
    heard.character = input_.marked_character(static_cast<std::uint32_t>(position - 1));
  } else if (event.type == espeakEVENT_PHONEME) {
    clause_overflowed_ |= ++clause_phonemes_ >= kFullClausePhonemes;
    heard.kind = kind_of({event.id.string, strnlen(event.id.string, sizeof event.id.string)});
  } else if (event.type == espeakEVENT_END) {
    clause_phonemes_ = clause_words_ = 0;
    heard.kind = SpeechEvent::Kind::silence;
  } else {
    return;
  }
  speech_.events.push_back(heard);
}

// Asked for samples alone, eSpeak NG has libpcaudio look for a sound card all the same, and so for PulseAudio, which may even
// be started for that. Programs of ours answer for libpcaudio (no_sound_card.cpp). In a copy of somebody else's program this
// address leads nowhere. Requires: one thread.
void look_for_no_sound_server() { setenv("PULSE_SERVER", "unix:/dev/null", 1); }

}  // namespace

bool start_espeak(const std::string& directory) {
  static std::string started_with;  // survives fork(), as what the library has loaded does
  if (!started_with.empty()) return started_with == directory;
  look_for_no_sound_server();
  const int options = espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT;
  const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, kDefaultBuffer, directory.c_str(), options);
  if (rate != kEngineRate.hertz) return false;
  started_with = directory;
  return true;
}

std::unique_ptr<Synthesizer> make_espeak_synthesizer(const std::string& directory, const VoiceParameters& voice) {
  return std::make_unique<EspeakSynthesizer>(directory, voice);
}

}  // namespace aloud
