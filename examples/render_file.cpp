// render_file ARTICLE AUDIO: an article into a file, with what was odd about it.
//
// The format follows the file's name (a.opus, a.ogg, a.mp3, a.flac, a.wav), the voice follows the article: what its front
// matter says, else its language. Subtitles go beside the audio; all of it appears when it is complete, or none.
#include <aloud/aloud.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: render_file ARTICLE AUDIO\n";
    return 2;
  }
  const std::string audio = argv[2];
  try {
    const aloud::Document article = aloud::Document::from_file(argv[1]);
    aloud::RenderOptions options;
    options.timelines.push_back({"vtt", aloud::Output::file(audio + ".vtt")});
    const aloud::RenderReport report = aloud::render(article, aloud::Output::file(audio), options);
    for (const aloud::Finding& finding : report.findings)
      std::cerr << to_string(finding.place) << ": " << finding.code << ": " << finding.message << '\n';
    std::cout << report.sentences << " sentences in " << report.language << ", " << report.seconds() << " s\n";
    return 0;
  } catch (const aloud::Error& error) {
    std::cerr << "render_file: " << error.what() << '\n';
    return error.kind() == aloud::ErrorKind::usage ? 2 : 1;
  }
}
