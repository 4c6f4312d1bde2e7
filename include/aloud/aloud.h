#pragma once

/// # aloud: articles to speech, as a library
///
/// An article (Markdown or plain text) becomes an audio file and a timeline that says when every sentence and word is heard.
///
///     #include <aloud/aloud.h>
///
///     int main() {
///       const auto article = aloud::Document::from_file("article.md");
///       const auto report = aloud::render(article, aloud::Output::file("article.opus"));
///       return report.findings.empty() ? 0 : 1;
///     }
///
/// | header     | what it has                                                        |
/// |------------|--------------------------------------------------------------------|
/// | errors.h   | Error, the one exception; Place                                    |
/// | document.h | Document, an article that was read; Finding                        |
/// | voices.h   | the voices there are; VoiceOptions                                 |
/// | engine.h   | the processes that speak; the cache                                |
/// | timeline.h | sentences and words with their times                               |
/// | render.h   | render() and RenderSession: one article; outputs, progress, stopping |
/// | batch.h    | run_batch(), check_batch(): a tree of articles, only what changed  |
/// | player.h   | Player: hear an article while it is being spoken                   |
///
/// C++20, and types of the standard library alone. docs/library.md shows more; examples/ has whole programs.
///
/// **Errors.** A job that fails throws Error, and has then changed nothing under a final name. What was odd in the material and
/// failed nothing is a Finding. The library never prints, never exits, and reads no standard stream unless it is named ("-").
/// Its messages are English.
///
/// **Text** is UTF-8 wherever a std::string holds any. Paths are bytes, as the file system has them. Articles may be in any
/// encoding; positions in them count bytes of the file as it is.
///
/// **Units.** Positions in audio are frames at the file's rate. Durations are seconds where they are a double, and milliseconds
/// or kbit/s where a name says so. Loudness is LUFS (ITU-R BS.1770-4), peaks are dBTP.
///
/// **Same input, same bytes.** No clock, locale, host name, path or order of threads reaches an output; the version of the
/// engine and of this library does.
///
/// **Threads.** Any function may be called from any thread, and renders, batches and players may run side by side. A Document
/// is immutable and shared freely. A RenderSession is used by one thread at a time, a Player by as many as like. Callbacks come
/// on the thread that called, but for PlayerOptions::on_change.
///
/// **Processes.** The speech engine runs in processes of its own (engine.h), which end with the job; a crash costs a sentence.
/// Where the calling process has one thread they are forks of it, which is fastest; where it has more, the library starts the
/// installed program aloud-engine by posix_spawn. Signal handlers and masks, the umask, the locale, the environment and the
/// open files of the calling process are left as they are, and none of its files are passed on. SIGCHLD comes as from any
/// child. A write to a pipe that nobody reads raises SIGPIPE, as anywhere, unless the program ignores it.
///
/// **Files** that are read without being named: voice profiles and the engine's data (voices.h, engine.h), and below the user's
/// cache directory the loudness of voices that had to be measured. Written: that, the outputs, and the cache if there is one.
///
/// **Lifetime.** What a call is handed has to live until it returns; results own what they hold. No object has to outlive
/// another, but for sinks and memory that an Output names.
///
/// **Before version 1.0** the interface may change with each minor version (0.1 → 0.2), and with it the SOVERSION and the
/// format of option structs; patch versions change neither. Set options by name, never by position. Codes of findings, names of
/// formats and the file formats under docs/formats/ are kept, and only added to.

#include "aloud/batch.h"
#include "aloud/document.h"
#include "aloud/engine.h"
#include "aloud/errors.h"
#include "aloud/player.h"
#include "aloud/render.h"
#include "aloud/timeline.h"
#include "aloud/voices.h"

namespace aloud::v0 {

/// The library's version, "0.1.0": of the library that runs, which need not be the headers' that a program was built with.
ALOUD_API const char* version();

}  // namespace aloud::v0
