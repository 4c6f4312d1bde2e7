#pragma once

namespace aloud::cli {

// Examples that follow the options in --help.

inline constexpr const char* kMainHelp =
    "Examples:\n"
    "  aloud render article.md                      article.ogg, here\n"
    "  aloud render article.md -o a.mp3 -t vtt      with subtitles beside it\n"
    "  aloud render text/* -o out/                  a folder of articles\n"
    "  aloud batch text -o out                      a tree of them, only what changed\n"
    "  aloud inspect --stage coverage article.md    where every byte went\n"
    "  aloud article.md                             hear it at once, as aloud play does\n"
    "  aloud play https://example.org/page.html     hear a page of the web\n"
    "  aloud say Good evening.                      hear some words\n"
    "  aloud voices                                 who can read\n"
    "  aloud doctor                                 is all there that it needs?\n\n"
    "Exit codes: 0 done, 1 failed, 2 wrong call, 3 done with findings under --strict,\n"
    "            4 no sound device.\n"
    "Manual: man aloud";

inline constexpr const char* kSayHelp =
    "Examples:\n"
    "  aloud say Good evening.\n"
    "  aloud say -v de \"Guten Abend.\" -o abend.wav\n"
    "  date | aloud say";

inline constexpr const char* kRenderHelp =
    "Examples:\n"
    "  aloud render report.md -o report.opus --bitrate 24\n"
    "  aloud render report.md -o - --format wav | aplay\n"
    "  aloud render book.docx -o book.flac\n"
    "  aloud render text/*.md -o out/ --voice en-gb --timeline json,vtt --stats\n"
    "  aloud render novel.epub -o novel/ --split chapters --chapters 3-\n"
    "  aloud render https://example.org/page.html -o page.ogg\n"
    "  aloud render notes.txt --speak urls=skip --pause paragraph=900 --rate 160";

inline constexpr const char* kBatchHelp =
    "Examples:\n"
    "  aloud batch content -o public/audio            a site's articles, only what changed\n"
    "  aloud batch 'posts/**/*.md' -o out -f opus,mp3 -t vtt\n"
    "  aloud batch                                    as ./aloud.toml says\n"
    "  aloud batch --check --report github            in CI: is everything up to date?\n"
    "  aloud batch content -o out --prune --report junit=out.xml --report markdown\n"
    "  aloud batch content -o out --shard auto        one task of an array job\n"
    "  aloud batch merge out                          join what the shards have made\n\n"
    "A project file, the manifest and the reports are described in docs/formats/, CI in docs/ci.md.";

inline constexpr const char* kPlayHelp =
    "Examples:\n"
    "  aloud play article.md                   in a terminal: read along; ? shows the keys\n"
    "  aloud play article.md --resume          where Q stopped it\n"
    "  aloud play article.md --from 12:30 --speed 1.3\n"
    "  aloud play a.md b.md --from \"the second bell\"\n"
    "  aloud play https://example.org/a.html --save a.ogg\n\n"
    "Exit code 4: there is no sound device.";

inline constexpr const char* kInspectHelp =
    "Examples:\n"
    "  aloud inspect article.md                       the script: what is said, and the pauses\n"
    "  aloud inspect --stage sentences - < book.txt   one sentence a line\n"
    "  aloud inspect --stage spoken --lines - < in    one line in, one line out\n"
    "  aloud inspect --stage coverage --json article.md\n"
    "  aloud inspect --stage extraction page.html     what of a page is read, and why\n"
    "  aloud inspect --stage outline book.epub        its chapters, by number";

inline constexpr const char* kLexiconHelp =
    "Examples:\n"
    "  aloud lexicon test Nguyen --lexicon names.txt -o both.wav\n"
    "  aloud lexicon check article.md\n"
    "  aloud lexicon add names.txt Nguyen \"[[w'In]]\"\n"
    "  aloud lexicon add names.pls GIF /d\u0292\u026af/\n"
    "  aloud lexicon add names.txt SQL sequel";

inline constexpr const char* kVoicesHelp =
    "Examples:\n"
    "  aloud voices\n"
    "  aloud voices --show storyteller > voices/mine.toml\n"
    "  aloud voices --say \"Good evening.\" --voice en-gb -o evening.wav";

inline constexpr const char* kConfigHelp =
    "Strongest first: the command line, the article's front matter, aloud.toml above the article,\n"
    "your own config.toml ($XDG_CONFIG_HOME/aloud), then $ALOUD_VOICE, _RATE, _PITCH, _RANGE, _VOLUME,\n"
    "_WORD_GAP and _LOUDNESS. 'aloud batch' goes by the command line, the articles and aloud.toml alone.\n\n"
    "Examples:\n"
    "  aloud config                    for articles in this directory\n"
    "  aloud config posts/de/ein.md    for this one";

inline constexpr const char* kInitHelp =
    "Knows Hugo, Jekyll, Eleventy, Astro and MkDocs; everything else is folders of articles.\n"
    "Never writes over an aloud.toml that is there.\n\n"
    "Examples:\n"
    "  aloud init\n"
    "  aloud init site --print";

inline constexpr const char* kDoctorHelp =
    "Exit codes: 0 all is there, 1 something that is needed is not, 4 there is no sound device, which\n"
    "            only play and say need.";

inline constexpr const char* kCacheHelp =
    "Actions:\n"
    "  path    print the directory\n"
    "  stats   print how many takes there are and how much room they take\n"
    "  verify  read all of it; exit with 1 if anything is damaged\n"
    "  prune   remove what was used longest ago beyond --cache-size; mend damaged packs\n"
    "  clear   remove everything\n\n"
    "Examples:\n"
    "  aloud cache stats\n"
    "  aloud cache prune --cache-size 200M\n"
    "  aloud render article.md --explain-cache";

}  // namespace aloud::cli
