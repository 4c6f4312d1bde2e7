// render_tree ARTICLES OUTPUT: a tree of articles into a tree of audio files, only what has changed, and a report about it.
//
// Run it again, and nothing is made: the manifest in OUTPUT knows what each file was made from. The report is the one that
// `aloud batch --report markdown` writes, fit for the summary of a CI job.
#include <aloud/aloud.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: render_tree ARTICLES OUTPUT\n";
    return 2;
  }
  try {
    aloud::BatchOptions batch;
    batch.inputs = {argv[1]};
    batch.output = argv[2];
    batch.formats = {"opus"};
    batch.timelines = {"json"};
    batch.on_article = [](const aloud::BatchArticle& article) {
      std::cerr << article.name << (article.error.empty() ? "" : ": " + article.error) << '\n';
    };
    const aloud::BatchReport report = aloud::run_batch(batch);
    std::cout << report.text("markdown");
    return report.good() ? 0 : 1;
  } catch (const aloud::Error& error) {
    std::cerr << "render_tree: " << error.what() << '\n';
    return 1;
  }
}
