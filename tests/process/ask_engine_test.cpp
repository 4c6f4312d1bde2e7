#include "process/ask_engine.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstdlib>
#include <new>

#include "process/word_sounds.h"
#include "support/tone_synthesizer.h"
#include "util/error.h"

namespace aloud {
namespace {

using Question = std::function<void(Synthesizer&, const Say&)>;

EngineAnswer ask(const Question& question) { return ask_engine(ToneSynthesizerFactory(), VoiceParameters{}, question); }

std::string message_of_failure(const Question& question, const VoiceParameters& voice = {}) {
  try {
    ask_engine(ToneSynthesizerFactory(), voice, question);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::synthesis);
    return error.message();
  }
  return "(no failure)";
}

TEST(AskEngine, ReturnsWhatIsSaid) {
  const std::string much(100'000, 'x');  // more than a pipe holds
  const EngineAnswer answer = ask([&](Synthesizer& engine, const Say& say) {
    say(std::to_string(engine.speak("four").samples.size()) + '\n');
    say(much);
  });
  EXPECT_TRUE(answer.complete);
  EXPECT_EQ(answer.text, std::to_string(4 * kToneFramesPerCharacter) + '\n' + much);
}

TEST(AskEngine, KeepsWhatWasSaidBeforeACrash) {
  const EngineAnswer answer = ask([](Synthesizer& engine, const Say& say) {
    say("before");
    say(std::to_string(engine.speak("CRASH").samples.size()));
  });
  EXPECT_FALSE(answer.complete);
  EXPECT_EQ(answer.text, "before");
}

TEST(AskEngine, ThrowsTheErrorOfTheEngineAlone) {
  VoiceParameters missing;
  missing.engine_voice = "missing";
  EXPECT_NE(message_of_failure([](Synthesizer&, const Say&) {}, missing), "(no failure)");
  const auto question = [](Synthesizer& engine, const Say& say) {
    say("one line\n");
    engine.speak("THROW");
  };
  EXPECT_EQ(message_of_failure(question), "was told to");
}

// What the caller has open must not be undone by the copy of it that the child has.
TEST(AskEngine, LeavesTheCallersObjectsAloneWhateverIsThrown) {
  void* shared = ::mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(shared, MAP_FAILED);
  int& ends = *static_cast<int*>(shared);
  {
    const std::unique_ptr<int, void (*)(int*)> guard(&ends, [](int* count) { ++*count; });
    EXPECT_FALSE(ask([](Synthesizer&, const Say&) { throw std::bad_alloc(); }).complete);
    EXPECT_EQ(ends, 0);
  }
  EXPECT_EQ(ends, 1);
  ::munmap(shared, sizeof(int));
}

/// Crashes over the word "CRASH", and has only short words in its dictionary.
class WordFactory : public SynthesizerFactory {
 public:
  std::unique_ptr<Synthesizer> make(const VoiceParameters&) const override { return std::make_unique<Engine>(); }
  const EngineTraits& traits() const override { return espeak_traits(); }
  std::string version() const override { return "words 1"; }

 private:
  struct Engine : Synthesizer {
    Speech speak(std::string_view) override { return {}; }
    std::string phonemes(std::string_view word) override {
      if (word == "CRASH") std::abort();
      return '/' + std::string(word) + '/';
    }
    bool is_in_dictionary(std::string_view word) override { return word.size() < 4; }
  };
};

TEST(WordSounds, LeaveOutOnlyTheWordThatTheEngineCrashesOver) {
  std::string text;
  for (const WordSound& sound : sounds_of({"one", "CRASH", "three", "CRASH", "CRASH"}, {}, WordFactory()))
    text += sound.ipa + (sound.in_dictionary ? "+ " : "- ");
  EXPECT_EQ(text, "/one/+ - /three/- - - ");
  EXPECT_TRUE(sounds_of({}, {}, WordFactory()).empty());
}

}  // namespace
}  // namespace aloud
