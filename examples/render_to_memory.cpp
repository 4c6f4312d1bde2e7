// render_to_memory ARTICLE...: several articles into memory at the same time, as a server might, each on a thread of its own.
//
// A process with threads must not fork, so the speech engine is started by the library's helper program; nothing of that shows
// here. Progress and sentences come by callback, and a stop token ends a render that somebody no longer waits for.
#include <aloud/aloud.h>

#include <atomic>
#include <iostream>
#include <mutex>
#include <thread>

namespace {

std::mutex printing;

void say(const std::string& line) {
  const std::lock_guard lock(printing);
  std::cout << line << std::endl;
}

/// Returns whether it worked.
bool render(const std::string& path, std::stop_token stop) {
  std::vector<std::byte> audio;
  aloud::RenderOptions options;
  options.stop = std::move(stop);
  options.on_progress = [&](const aloud::RenderProgress& made) {
    const std::size_t percent = made.source_total > 0 ? 100 * made.source_done / made.source_total : 0;
    say(path + ": " + std::to_string(percent) + " %");
  };
  std::size_t words = 0;
  options.on_sentence = [&](const aloud::SpokenSentence& sentence) { words += sentence.words.size(); };
  try {
    aloud::SessionOptions session;
    session.format = "wav";
    const aloud::RenderReport report =
        aloud::render(aloud::Document::from_file(path), aloud::Output::memory(audio), options, session);
    say(path + ": " + std::to_string(audio.size()) + " bytes, " + std::to_string(report.frames) + " frames, " +
        std::to_string(words) + " words");
    return true;
  } catch (const aloud::Error& error) {
    say(std::string("failed: ") + error.what());
    return false;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::stop_source stop;  // a server would request_stop() when the client hangs up
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (int i = 1; i < argc; ++i)
    threads.emplace_back([&, path = std::string(argv[i])] { failures += render(path, stop.get_token()) ? 0 : 1; });
  for (std::thread& thread : threads) thread.join();
  return failures == 0 ? 0 : 1;
}
