#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/commands.h"
#include "util/error.h"
#include "util/unique_descriptor.h"
#include "util/white_space.h"

namespace aloud::cli {
namespace {

// Lets the text stand on standard input, where an article that has no file is read from.
void put_on_input(const std::string& text) {
  const UniqueDescriptor file(::memfd_create("text", MFD_CLOEXEC));
  std::size_t written = 0;
  while (file && written < text.size()) {
    const ssize_t count = ::write(file.get(), text.data() + written, text.size() - written);
    if (count <= 0) break;
    written += static_cast<std::size_t>(count);
  }
  const bool put =
      file && written == text.size() && ::lseek(file.get(), 0, SEEK_SET) == 0 && ::dup2(file.get(), STDIN_FILENO) >= 0;
  if (!put) throw Error(ErrorKind::output, std::string("cannot keep the text in memory: ") + std::strerror(errno));
}

}  // namespace

int run_say(const SayArguments& arguments) {
  std::string text;
  for (const std::string& word : arguments.words) text += (text.empty() ? "" : " ") + word;
  if (!arguments.words.empty()) {
    if (fold_white_space(text).empty()) throw Error(ErrorKind::usage, "say: no words");
    put_on_input(text);
  }
  if (arguments.output.empty()) {
    PlayArguments play;
    play.articles = {"-"};
    play.read = DocumentFormat::plain_text;
    play.voice = arguments.voice;
    play.voice.project = false;  // words of the call are no article of a project
    play.cache = arguments.cache;
    play.speed = arguments.speed;
    play.jobs = arguments.jobs;
    play.quiet = true;
    return run_play(play);
  }
  RenderArguments render;
  render.articles = {"-"};
  render.read = DocumentFormat::plain_text;
  render.output = arguments.output;
  if (!arguments.format.empty()) render.formats = {arguments.format};
  render.voice = arguments.voice;
  render.voice.project = false;
  render.cache = arguments.cache;
  render.jobs = arguments.jobs;
  render.quiet = true;
  return run_render(render);
}

}  // namespace aloud::cli
