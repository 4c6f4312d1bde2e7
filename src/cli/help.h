#pragma once

namespace aloud::cli {

// Examples that follow the options in --help.

inline constexpr const char* kMainHelp =
    "Examples:\n"
    "  aloud render article.md                      article.ogg, here\n"
    "  aloud render article.md -o article.mp3 -t vtt  with subtitles beside it\n"
    "  aloud render text/* -o out/                  a folder of articles\n"
    "  aloud inspect --stage coverage article.md    where every byte went\n"
    "  aloud voices                                 who can read\n\n"
    "Exit codes: 0 done, 1 failed, 2 wrong call, 3 done with findings under --strict.\n"
    "Manual: man aloud";

inline constexpr const char* kRenderHelp =
    "Examples:\n"
    "  aloud render report.md -o report.opus --bitrate 24\n"
    "  aloud render report.md -o - --format wav | aplay\n"
    "  pandoc book.docx -t markdown | aloud render - --markdown -o book.flac\n"
    "  aloud render text/*.md -o out/ --voice en-gb --timeline json,vtt --stats\n"
    "  aloud render notes.txt --speak urls=skip --pause paragraph=900 --rate 160";

inline constexpr const char* kInspectHelp =
    "Examples:\n"
    "  aloud inspect article.md                       the script: what is said, and the pauses\n"
    "  aloud inspect --stage sentences - < book.txt   one sentence a line\n"
    "  aloud inspect --stage spoken --lines - < in    one line in, one line out\n"
    "  aloud inspect --stage coverage --json article.md";

inline constexpr const char* kVoicesHelp =
    "Examples:\n"
    "  aloud voices\n"
    "  aloud voices --show storyteller > voices/mine.toml\n"
    "  aloud voices --say \"Good evening.\" --voice en-gb -o evening.wav";

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
