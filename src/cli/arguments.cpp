// The only file that includes CLI11, which takes long to compile.
#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <utility>

#include "audio/audio_format.h"
#include "batch/project_file.h"
#include "cli/exit_codes.h"
#include "cli/help.h"
#include "cli/print.h"
#include "cli/shorthands.h"
#include "cli/version_text.h"
#include "document/markdown/dialect.h"
#include "render/chapter_marks.h"
#include "util/ascii.h"
#include "util/suggest.h"

namespace aloud::cli {
namespace {

constexpr const char* kVoiceGroup = "Voice";
constexpr const char* kCacheGroup = "Cache";
constexpr const char* kFetchGroup = "Pages by address";
constexpr const char* kLimitsGroup = "Limits";
constexpr const char* kSpeakingGroup = "What is said, and how";

// An empty word is a variable of a script that was not set.
std::string emptiness_objection(const std::string& text) { return text.empty() ? "must not be empty" : ""; }

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit<char>);
}

std::string whole_number_objection(const std::string& text) {
  constexpr std::size_t kMostDigits = 9;  // no overflow
  const std::string_view digits = std::string_view(text).substr(!text.empty() && text.front() == '-' ? 1 : 0);
  return is_all_digits(digits) && digits.size() <= kMostDigits ? "" : '"' + text + "\" is no whole number";
}

std::string missing_directory_objection(const std::string& text) {
  std::error_code error;
  return std::filesystem::is_directory(text, error) ? "" : "there is no directory " + text;
}

std::string number_objection(const std::string& text) {
  double number = 0;
  return CLI::detail::lexical_cast(text, number) ? "" : '"' + text + "\" is no number";
}

void add_override(CLI::App& command, VoiceArguments& voice, const std::string& option, const std::string& key,
                  const std::string& type, const std::string& help) {
  const auto remember = [&voice, key](const std::string& value) { voice.overrides.emplace_back(key, value); };
  command.add_option_function<std::string>(option, remember, help)
      ->type_name(type)
      ->group(kSpeakingGroup)
      ->trigger_on_parse()
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_voice_options(CLI::App& command, VoiceArguments& voice) {
  command.add_option("-v,--voice", voice.voice, "Voice profile, by name (see 'aloud voices') or path")
      ->type_name("NAME")
      ->group(kVoiceGroup);
  command.add_option("--voices-dir", voice.directories, "Look for profiles in DIR first; may be given again")
      ->type_name("DIR")
      ->group(kVoiceGroup)
      ->allow_extra_args(false)
      ->check(missing_directory_objection);
  command
      .add_flag("--allow-commands", voice.allow_commands,
                "A project and its articles may name voices that run\na program, and have them in ./voices")
      ->group(kVoiceGroup);
  command.add_option("-l,--lang", voice.language, "Language of the article, e.g. en, de-AT; wins over its front matter")
      ->type_name("TAG")
      ->group(kVoiceGroup);
  command
      .add_flag_callback(
          "--no-detect", [&voice] { voice.detect = false; }, "Tell no language from the text: what is declared counts")
      ->group(kVoiceGroup);
  command.add_option("--lexicon", voice.lexicons, "Pronunciations from FILE (PLS or two columns); may be given again")
      ->type_name("FILE")
      ->group(kSpeakingGroup)
      ->allow_extra_args(false);
  add_override(command, voice, "-r,--rate", "rate", "WPM", "Words a minute, 80 to 449");
  add_override(command, voice, "--pitch", "pitch", "N", "Pitch, 0 to 99");
  add_override(command, voice, "--range", "range", "N", "Pitch range, 0 (monotone) to 99");
  add_override(command, voice, "--volume", "volume", "N", "Volume, 0 to 100");
  add_override(command, voice, "--word-gap", "word-gap", "N", "Extra gap between words, in 10 ms");
  add_override(command, voice, "--loudness", "loudness", "TARGET",
               "podcast-mono [the profile's], podcast-stereo, ebu, acx, none,\nor a number of LUFS from -40 to -10");
  add_override(
      command, voice, "--speak", "speak", "KIND=HOW",
      "How a kind of material is treated: speak, summarise or skip,\ne.g. --speak tables=skip,urls=speak; may be given again");
  add_override(command, voice, "--pause", "pause", "KIND=MS",
               "Length of a pause, e.g. --pause sentence=400; may be given again");
}

void add_cache_location(CLI::App& command, CacheArguments& cache) {
  command
      .add_option("--cache-dir", cache.directory,
                  "Where takes are kept between runs\n[$ALOUD_CACHE_DIR, else $XDG_CACHE_HOME/aloud]")
      ->type_name("DIR")
      ->group(kCacheGroup);
  command.add_option("--cache-size", cache.size, "Most that the cache may hold, e.g. 500M [4G]")
      ->type_name("SIZE")
      ->envname("ALOUD_CACHE_SIZE")
      ->group(kCacheGroup);
  command
      .add_flag("--shared-cache", cache.shared,
                "Play what others have put into the cache, too:\nwhoever can write it decides what is heard")
      ->envname("ALOUD_SHARED_CACHE")
      ->group(kCacheGroup);
}

void add_cache_use(CLI::App& command, CacheArguments& cache) {
  add_cache_location(command, cache);
  command.add_flag("--no-cache", cache.off, "Neither use nor fill the cache")->group(kCacheGroup);
}

void add_cache_explanation(CLI::App& command, CacheArguments& cache) {
  command.add_flag("--explain-cache", cache.explain, "Say of each sentence why it was or was not in the cache")
      ->group(kCacheGroup);
}

void add_limit_options(CLI::App& command, LimitArguments& limits) {
  command.add_option("--read-memory", limits.memory, "Most memory for reading an article, beside 128 times its size\n[256Mi]")
      ->type_name("SIZE")
      ->group(kLimitsGroup);
  command
      .add_option("--read-time", limits.seconds,
                  "Most processor time for reading an article, beside one\nsecond a megabyte [30]")
      ->type_name("SECONDS")
      ->group(kLimitsGroup)
      ->check(whole_number_objection)
      ->check(CLI::Range(1U, 86400U).description(""));
}

void add_fetch_options(CLI::App& command, FetchArguments& fetch) {
  command.add_option("--fetch-size", fetch.size, "Most bytes of a page that is fetched, e.g. 50M [20M]")
      ->type_name("SIZE")
      ->group(kFetchGroup);
  command.add_option("--fetch-time", fetch.seconds, "Most time that fetching a page may take [30]")
      ->type_name("SECONDS")
      ->group(kFetchGroup)
      ->check(whole_number_objection)
      ->check(CLI::Range(1U, 86400U).description(""));
  command
      .add_flag("--allow-private", fetch.allow_private,
                "Fetch from this machine and private networks, too, and by\nthe proxy that the environment names")
      ->group(kFetchGroup);
  command.add_option("--ca-file", fetch.certificates, "Believe these certificates (PEM) instead of the system's")
      ->type_name("FILE")
      ->group(kFetchGroup)
      ->check(emptiness_objection);
}

void add_articles(CLI::App& command, std::vector<std::string>& articles) {
  command
      .add_option("ARTICLE", articles,
                  "File, or address (https://…) of a page; - is standard input,\nand so is none where something is piped in")
      ->type_name(" ")
      ->check(emptiness_objection);
}

void add_clip_options(CLI::App& command, ClipPaths& clips) {
  const auto add = [&](const char* option, std::string& path, const char* help) {
    command.add_option(option, path, help)->type_name("FILE")->group(kSpeakingGroup)->check(emptiness_objection);
  };
  add("--intro", clips.intro, "Audio before the first words; none: not even the voice's own");
  add("--outro", clips.outro, "Audio after the last words");
  add("--heading-cue", clips.heading_cue, "Audio before each heading");
}

void add_quality_options(CLI::App& command, QualityArguments& quality) {
  const Quality usual;
  command
      .add_option("--quality", quality.quality,
                  fmt::format("Vorbis quality, {:.0f} to {:.0f} [{:.0f}]", kVorbisQualities.least * 10,
                              kVorbisQualities.most * 10, usual.vorbis_quality * 10))
      ->type_name("Q")
      ->check(number_objection);
  command
      .add_option("--bitrate", quality.bitrate,
                  fmt::format("Opus [{}] or constant MP3 [{}] bit rate", usual.opus_bitrate / 1000, usual.mp3_bitrate))
      ->type_name("KBIT/S")
      ->check(whole_number_objection);
  command
      .add_option("--compression", quality.compression,
                  fmt::format("FLAC compression, {} to {} [{}]", kFlacCompressions.least, kFlacCompressions.most,
                              usual.flac_compression))
      ->type_name("N")
      ->check(whole_number_objection);
  command
      .add_option("--sample-format", quality.sample_format, "16 or 24 bit, or float [16]; for formats that do not\ncompress")
      ->type_name("NAME")
      ->check(emptiness_objection);
}

void add_chapter_options(CLI::App& command, ChapterArguments& chapters) {
  command
      .add_option("--chapter-level", chapters.level,
                  "Headings down to level N, 1 to 6, begin chapters; 0: none\n[the highest of which there are two]")
      ->type_name("N")
      ->check(whole_number_objection)
      ->check(CLI::Range(0, kLowestChapterLevel).description(""));
  command.add_option("--cover", chapters.cover, "PNG or JPEG that mp3, vorbis, opus and flac files carry;\nnone: no cover")
      ->type_name("FILE")
      ->check(emptiness_objection);
  command
      .add_option("--page-audio", chapters.page_audio,
                  "The page's sound: embed it, or link the file beside it\n[link; embed for -o FILE.html]")
      ->type_name("HOW")
      ->check(CLI::IsMember({"embed", "link"}).description(""));
}

void add_timeline_option(CLI::App& command, std::vector<std::string>& timelines) {
  command
      .add_option("-t,--timeline", timelines,
                  "Write beside the audio: json, srt, vtt, lrc, ass, ttml,\nlabels (Audacity), textgrid (Praat), chapters or "
                  "html (a page)")
      ->type_name("KIND,...")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_jobs_option(CLI::App& command, unsigned& jobs, const char* help) {
  command.add_option("-j,--jobs", jobs, help)
      ->type_name("N")
      ->check(whole_number_objection)
      ->check(CLI::Range(1U, 1024U).description(""));
}

void add_report_flags(CLI::App& command, bool& strict, bool& quiet) {
  command.add_flag("--strict", strict, "Exit with 3 if anything was odd (findings)");
  command.add_flag("-q,--quiet", quiet, "Say nothing but errors");
}

void add_verify_flag(CLI::App& command, bool& verify) {
  command.add_flag_callback(
      "--no-verify", [&verify] { verify = false; }, "Do not open finished audio files again to see that they are whole");
}

// Why `names` are no dialects; empty: they are.
std::string dialect_objection(const std::string& names) {
  std::string unknown;
  if (dialects_of(names, &unknown)) return {};
  return '"' + unknown + "\" is no dialect of Markdown" + did_you_mean(unknown, dialect_names());
}

void add_dialect_option(CLI::App& command, std::function<void(DialectSet)> use) {
  command
      .add_option_function<std::string>(
          "--dialect", [use = std::move(use)](const std::string& names) { use(dialects_of(names).value_or(DialectSet{})); },
          "What Markdown is written for: auto, commonmark, or names of\ngenerators and sites, e.g. hugo,mkdocs [auto]")
      ->type_name("NAME,...")
      ->check(dialect_objection);
}

void add_document_options(CLI::App& command, ReadArguments& read) {
  const auto add = [&](const char* name, DocumentFormat format, const char* help) {
    return command.add_flag_callback(
        name, [&read, format] { read.format = format; }, help);
  };
  auto* markdown = add("--markdown", DocumentFormat::markdown, "Read the article as Markdown, whatever its name");
  auto* plain = add("--plain", DocumentFormat::plain_text, "Read the article as plain text")->excludes(markdown);
  auto* html = add("--html", DocumentFormat::html, "Read the article as a web page")->excludes(markdown)->excludes(plain);
  add("--ssml", DocumentFormat::ssml, "Read the article as SSML")->excludes(markdown)->excludes(plain)->excludes(html);
  command
      .add_option_function<std::string>(
          "--extract", [&read](const std::string& what) { read.extract = what == "all" ? Extract::all : Extract::article; },
          "What of a web page is read: article, or all of it [article]")
      ->type_name("WHAT")
      ->check(CLI::IsMember({"article", "all"}).description(""));
  command
      .add_option("--chapters", read.chapters,
                  "Of a book: numbers and titles of chapters, as\n3-7,\"The Tide\" (inspect --stage outline lists them)")
      ->type_name("LIST");
  add_dialect_option(command, [&read](DialectSet dialects) {
    read.dialects = dialects;
    read.dialect_named = true;
  });
}

void add_project_flag(CLI::App& command, bool& project) {
  command.add_flag_callback(
      "--no-project", [&project] { project = false; }, "Ignore aloud.toml, in the article's directory or above");
}

// Why it is the code of no finding; empty: it is one.
std::string finding_objection(const std::string& code) {
  const std::vector<std::string>& codes = finding_codes();
  if (std::find(codes.begin(), codes.end(), code) != codes.end()) return {};
  return "there is no finding \"" + code + '"' + did_you_mean(code, codes);
}

void add_ignore_option(CLI::App& command, std::vector<std::string>& ignored) {
  command.add_option("--ignore", ignored, "Leave a finding untold, by its code; may be given again")
      ->type_name("CODE,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(finding_objection);
}

CLI::App* add_render(CLI::App& app, RenderArguments& arguments) {
  CLI::App* command = app.add_subcommand("render", "Turn articles into audio files");
  command->footer(kRenderHelp);
  add_articles(*command, arguments.articles);
  command
      ->add_option("-o,--output", arguments.output,
                   "File, directory, or - for standard output; FILE.html: a page\nthat holds the sound; without it: the "
                   "article's name here")
      ->type_name("PATH")
      ->check(emptiness_objection);
  command
      ->add_option("-f,--format", arguments.formats,
                   "wav, flac, vorbis (ogg), opus, mp3, aiff, caf, au, w64,\nrf64, or several of them, separated by "
                   "commas;\nwithout it: by the output's extension, else vorbis")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(emptiness_objection);
  add_quality_options(*command, arguments.quality);
  add_timeline_option(*command, arguments.timelines);
  add_chapter_options(*command, arguments.chapters);
  command->add_option("--title", arguments.title, "Title in the tags, instead of the article's")->type_name("TEXT");
  command->add_option("--author", arguments.author, "Author in the tags")->type_name("TEXT");
  command
      ->add_option("--split", arguments.split, "chapters: of a book, a numbered file for each, in the directory\nthat -o names")
      ->type_name("BY")
      ->check(CLI::IsMember({"chapters"}).description(""));
  command->add_option("--date", arguments.date, "Date in the tags")->type_name("TEXT");
  command->add_option("--comment", arguments.comment, "Comment in the tags")->type_name("TEXT");
  add_jobs_option(*command, arguments.jobs, "Sentences at once [the cores there are]");
  add_verify_flag(*command, arguments.verify);
  command->add_flag("--stats", arguments.stats, "Print counters and what became of every byte");
  add_ignore_option(*command, arguments.ignored);
  add_report_flags(*command, arguments.strict, arguments.quiet);
  add_document_options(*command, arguments.read);
  add_project_flag(*command, arguments.voice.project);
  add_voice_options(*command, arguments.voice);
  add_clip_options(*command, arguments.voice.clips);
  add_cache_use(*command, arguments.cache);
  add_limit_options(*command, arguments.limits);
  add_fetch_options(*command, arguments.fetch);
  add_cache_explanation(*command, arguments.cache);
  return command;
}

void add_batch_outputs(CLI::App& command, BatchArguments& arguments) {
  command.add_option("-o,--output", arguments.output, "Directory to write into; without it: the project file's")
      ->type_name("DIR");
  command
      .add_option(
          "-f,--format", arguments.formats,
          "wav, flac, vorbis (ogg), opus, mp3, aiff, caf, au, w64,\nrf64, or several of them, separated by commas [vorbis]")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  add_quality_options(command, arguments.quality);
  add_timeline_option(command, arguments.timelines);
  add_chapter_options(command, arguments.chapters);
}

void add_batch_modes(CLI::App& command, BatchArguments& arguments) {
  auto* check = command.add_flag("--check", arguments.check,
                                 "Write nothing; exit with 1 if any output is missing, out of date,\norphaned or damaged");
  command.add_flag("--dry-run", arguments.dry_run, "Write nothing; say what would be done, and why")->excludes(check);
  command.add_flag("--prune", arguments.prune, "Remove outputs whose article is gone, if the manifest says they are ours")
      ->excludes(check);
  command.add_flag("--force", arguments.force, "Render everything, up to date or not");
  command.add_flag("--drafts", arguments.drafts, "Render drafts too");
  command.add_flag("--no-future", arguments.no_future, "Leave out articles whose date is yet to come");
  command.add_flag("--fail-fast", arguments.fail_fast, "Stop at the first article that fails");
  command.add_option("--shard", arguments.shard, "Render part I of N only, as 2/5; auto: as the scheduler says")
      ->type_name("I/N");
  command
      .add_option("--report", arguments.reports,
                  "text, json, junit, github or markdown, to standard output or FILE;\nmay be given again")
      ->type_name("KIND[=FILE]")
      ->allow_extra_args(false);
  command.add_option("--depfile", arguments.depfile, "Write what the manifest depends on, for Make and Ninja")
      ->type_name("FILE");
  command.add_flag("--print-cache-key", arguments.print_cache_key,
                   "Print a name for the cache of this batch, for CI, and do nothing");
}

CLI::App* add_batch(CLI::App& app, BatchArguments& arguments) {
  CLI::App* command = app.add_subcommand("batch", "Render a tree of articles, only what changed");
  command->footer(kBatchHelp);
  command
      ->add_option("INPUT", arguments.inputs,
                   "Directories, files, patterns; without them: the project file's;\nmerge DIR joins shards")
      ->type_name(" ");
  add_batch_outputs(*command, arguments);
  command->add_option("--project", arguments.project, "Project file [aloud.toml, if it is here]")->type_name("FILE");
  command->add_flag("--no-project", arguments.no_project, "Ignore aloud.toml");
  command->add_option("--exclude", arguments.excludes, "Leave out what matches; may be given again")
      ->type_name("PATTERN")
      ->allow_extra_args(false);
  command->add_flag("--follow-links", arguments.follow_links, "Follow links that lead out of their input, too");
  add_batch_modes(*command, arguments);
  add_dialect_option(*command, [&arguments](DialectSet dialects) { arguments.dialects = dialects; });
  add_jobs_option(*command, arguments.jobs, "Sentences at once [the cores there are, or what make gives]");
  add_verify_flag(*command, arguments.verify);
  command->add_flag("--stats", arguments.stats, "Print counters");
  add_ignore_option(*command, arguments.ignored);
  add_report_flags(*command, arguments.strict, arguments.quiet);
  add_voice_options(*command, arguments.voice);
  add_clip_options(*command, arguments.voice.clips);
  add_cache_use(*command, arguments.cache);
  add_limit_options(*command, arguments.limits);
  add_cache_explanation(*command, arguments.cache);
  return command;
}

CLI::App* add_play(CLI::App& app, PlayArguments& arguments) {
  CLI::App* command = app.add_subcommand("play", "Play articles, and read along");
  command->footer(kPlayHelp);
  add_articles(*command, arguments.articles);
  command
      ->add_option("--from", arguments.from,
                   "Begin at the first place that says this text,\nat sentence N, or at a time (1:30, 90s)")
      ->type_name("TEXT|N|TIME");
  command->add_option("--stop-after", arguments.stop_after, "Stop after this time, e.g. 30m, and remember the place")
      ->type_name("TIME");
  command->add_flag("--resume", arguments.resume, "Begin where playing stopped (Q, or no device) the last time");
  command->add_option("--speed", arguments.speed, "0.25 to 4 times the voice's own [1]")
      ->type_name("X")
      ->check(CLI::Range(0.25, 4.0).description(""));
  command->add_option("--save", arguments.save, "Render into this file, or directory, meanwhile")->type_name("PATH");
  command->add_flag("--no-highlight", arguments.no_highlight, "Mark neither sentence nor word in the text");
  add_jobs_option(*command, arguments.jobs, "Sentences at once [the cores there are]");
  command->add_flag("-q,--quiet", arguments.quiet, "No text, no keys: only sound");
  add_document_options(*command, arguments.read);
  add_project_flag(*command, arguments.voice.project);
  add_voice_options(*command, arguments.voice);
  add_clip_options(*command, arguments.voice.clips);
  add_cache_use(*command, arguments.cache);
  add_limit_options(*command, arguments.limits);
  add_fetch_options(*command, arguments.fetch);
  return command;
}

CLI::App* add_say(CLI::App& app, SayArguments& arguments) {
  CLI::App* command = app.add_subcommand("say", "Say some words at once");
  command->footer(kSayHelp);
  command->add_option("WORD", arguments.words, "What to say; without any: what is piped in")->type_name(" ");
  command->add_option("-o,--output", arguments.output, "Write it to a file, or - for standard output, instead")
      ->type_name("PATH")
      ->check(emptiness_objection);
  command->add_option("-f,--format", arguments.format, "Format of the file; without it: by its extension")->type_name("NAME");
  command->add_option("--speed", arguments.speed, "0.25 to 4 times the voice's own [1]")
      ->type_name("X")
      ->check(CLI::Range(0.25, 4.0).description(""));
  add_jobs_option(*command, arguments.jobs, "Sentences at once [the cores there are]");
  add_voice_options(*command, arguments.voice);
  add_cache_use(*command, arguments.cache);
  return command;
}

CLI::App* add_inspect(CLI::App& app, InspectArguments& arguments) {
  CLI::App* command = app.add_subcommand("inspect", "Show what any stage makes of an article");
  command->footer(kInspectHelp);
  add_articles(*command, arguments.articles);
  command
      ->add_option("-s,--stage", arguments.stage,
                   "extraction, outline, text, blocks, sentences, spoken, phonemes,\nscript, timeline or coverage [script]")
      ->type_name("NAME");
  command->add_flag("--json", arguments.json, "As JSON");
  command->add_flag("--lines", arguments.lines, "Each input line is a text of its own and gives one output line");
  add_document_options(*command, arguments.read);
  add_project_flag(*command, arguments.voice.project);
  add_voice_options(*command, arguments.voice);
  add_limit_options(*command, arguments.limits);
  add_fetch_options(*command, arguments.fetch);
  add_clip_options(*command, arguments.voice.clips);
  return command;
}

CLI::App* add_voices(CLI::App& app, VoicesArguments& arguments) {
  CLI::App* command = app.add_subcommand("voices", "List, show and try voices");
  command->footer(kVoicesHelp);
  command->add_flag("--names", arguments.names, "Only the names, one a line");
  command->add_flag("--json", arguments.json, "As JSON");
  command->add_option("--show", arguments.show, "Print a profile in full, as TOML")->type_name("NAME");
  command->add_flag("--engine", arguments.engine, "List the engine's own voices, for 'engine_voice' in a profile");
  command->add_option("--say", arguments.say, "Say TEXT, into a file with -o")->type_name("TEXT");
  command->add_option("-o,--output", arguments.output, "File for --say; - is standard output")->type_name("FILE");
  command->add_option("-f,--format", arguments.format, "Format for --say")->type_name("NAME");
  add_voice_options(*command, arguments.voice);
  return command;
}

CLI::App* add_cache(CLI::App& app, CacheCommandArguments& arguments) {
  CLI::App* command = app.add_subcommand("cache", "Look after the takes that are kept between runs");
  command->footer(kCacheHelp);
  command->add_option("ACTION", arguments.action, "path, stats, verify, prune or clear")->required()->type_name(" ");
  add_cache_location(*command, arguments.cache);
  return command;
}

// Options may stand after the action.
CLI::App* add_lexicon_action(CLI::App& command, LexiconCommandArguments& arguments, const std::string& name,
                             const std::string& help) {
  CLI::App* action = command.add_subcommand(name, help)->fallthrough();
  action->callback([&arguments, name] { arguments.action = name; });
  return action;
}

CLI::App* add_lexicon(CLI::App& app, LexiconCommandArguments& arguments) {
  CLI::App* command = app.add_subcommand("lexicon", "Look after pronunciations: try words, find unknown ones, add entries");
  command->footer(kLexiconHelp);
  command->require_subcommand(1);
  command->add_option("-o,--output", arguments.output, "test: audio file for the words, said both ways")->type_name("FILE");
  add_voice_options(*command, arguments.voice);
  CLI::App* check = add_lexicon_action(*command, arguments, "check", "List the words of articles that no dictionary knows");
  check->add_option("ARTICLE", arguments.words, "Text or Markdown files")->required()->type_name(" ");
  CLI::App* add = add_lexicon_action(*command, arguments, "add", "Add an entry to a lexicon, which is made if it is not there");
  add->add_option("FILE", arguments.file, "Lexicon: PLS or two columns")->required()->type_name(" ");
  add->add_option("WORD", arguments.word, "Word or words, as they are written")->required()->type_name(" ");
  add->add_option("PRONUNCIATION", arguments.pronunciation, "/IPA/, [[mnemonics]] or other words")->required()->type_name(" ");
  CLI::App* test = add_lexicon_action(*command, arguments, "test", "Say words without and with the lexicons");
  test->add_option("WORD", arguments.words, "Words")->required()->type_name(" ");
  return command;
}

CLI::App* add_config(CLI::App& app, ConfigArguments& arguments) {
  CLI::App* command = app.add_subcommand("config", "Show which settings hold, and where they come from");
  command->footer(kConfigHelp);
  command->add_option("ARTICLE", arguments.article, "An article; without it: for articles in this directory")->type_name(" ");
  add_project_flag(*command, arguments.project);
  command->add_flag("--json", arguments.json, "As JSON");
  return command;
}

CLI::App* add_init(CLI::App& app, InitArguments& arguments) {
  CLI::App* command = app.add_subcommand("init", "Write an aloud.toml for the site that is found");
  command->footer(kInitHelp);
  command->add_option("DIR", arguments.directory, "The site's directory; without it: this one")
      ->type_name(" ")
      ->check(missing_directory_objection);
  command->add_flag("--print", arguments.print, "Print it, and write nothing");
  return command;
}

CLI::App* add_doctor(CLI::App& app, DoctorArguments& arguments) {
  CLI::App* command = app.add_subcommand("doctor", "See whether all that aloud needs is there, and what to do");
  command->footer(kDoctorHelp);
  command->add_option("--voices-dir", arguments.voice.directories, "Look for profiles in DIR first; may be given again")
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->check(missing_directory_objection);
  add_cache_location(*command, arguments.cache);
  return command;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

// CLI11's own words for a value too few or too many ("At Most 1 required but received 2") help nobody.
std::string message_of(const CLI::ArgumentMismatch& error) {
  const std::string text = error.what();
  const std::string option = text.substr(0, text.find(':'));
  if (text.find("missing") != std::string::npos) return option + ": has no value";
  return text.find("At Most 1") != std::string::npos ? option + ": is given more than once" : text;
}

// CLI11's own message for a word too many names it, but not what may have been meant; for an unknown command it does not
// even do that.
std::string message_of(const CLI::ParseError& error, const CLI::App& app) {
  if (const auto* mismatch = dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return message_of(*mismatch);
  const auto chosen = app.get_subcommands();
  const bool lacks_command = chosen.empty() && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  if (!lacks_command && dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr) return error.what();
  const std::vector<std::string> left = app.remaining(true);
  if (left.empty()) return lacks_command ? "no command given" : error.what();
  const std::string& word = left.front();
  const bool is_option = word.size() > 1 && word.front() == '-';
  const std::vector<std::string> known = is_option ? option_names(chosen.empty() ? app : *chosen.front()) : command_names(app);
  if (!is_option && !chosen.empty()) return "one word too many: \"" + word + '"';
  return (is_option ? "unknown option \"" : "unknown command \"") + word + '"' +
         did_you_mean(word.substr(0, word.find('=')), known);
}

Answer refuse(const CLI::ParseError& error, const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  const std::string help = chosen.empty() ? "aloud --help" : "aloud " + chosen.front()->get_name() + " --help";
  complain(message_of(error, app));
  say("Try '" + help + "'.\n");
  return {kUsage};
}

// Of an option that is given again the last one counts, as in a shell's alias with more behind it.
void let_last_win(const CLI::App& command) {
  for (CLI::Option* option : const_cast<CLI::App&>(command).get_options()) {
    const bool single = !option->get_positional() && option->get_items_expected_max() == 1;
    if (single && option->get_multi_option_policy() == CLI::MultiOptionPolicy::Throw)
      option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }
}

// Whether there is an article to read: those that are named, or what stands on standard input.
bool find_article(std::vector<std::string>& articles) {
  if (articles.empty() && input_is_given()) articles = {"-"};
  return !articles.empty();
}

VoicesArguments list_of_voices(const VoiceArguments& voice) {
  VoicesArguments voices;
  voices.voice.directories = voice.directories;
  return voices;
}

template <class Command>
Arguments list_voices_or(const Command& arguments) {
  if (arguments.voice.voice == "?") return list_of_voices(arguments.voice);
  return arguments;
}

}  // namespace

Arguments parse_arguments(int argc, char** argv) {
  CLI::App app("Turns articles into speech: offline, deterministic, nothing dropped.", "aloud");
  app.set_version_flag("-V,--version", version_text);
  app.footer(kMainHelp);
  app.require_subcommand(1);
  app.get_formatter()->column_width(30);

  RenderArguments render;
  BatchArguments batch;
  InspectArguments inspect;
  PlayArguments play;
  SayArguments say_some;
  VoicesArguments voices;
  CacheCommandArguments cache;
  LexiconCommandArguments lexicon;
  ConfigArguments config;
  InitArguments init;
  DoctorArguments doctor;
  const CLI::App* render_command = add_render(app, render);
  const CLI::App* batch_command = add_batch(app, batch);
  const CLI::App* play_command = add_play(app, play);
  const CLI::App* say_command = add_say(app, say_some);
  const CLI::App* inspect_command = add_inspect(app, inspect);
  const CLI::App* voices_command = add_voices(app, voices);
  const CLI::App* lexicon_command = add_lexicon(app, lexicon);
  const CLI::App* config_command = add_config(app, config);
  const CLI::App* init_command = add_init(app, init);
  const CLI::App* doctor_command = add_doctor(app, doctor);
  add_cache(app, cache);
  for (const CLI::App* command : app.get_subcommands({})) let_last_win(*command);
  try {
    std::vector<std::string> words = expand_shorthands(std::vector<std::string>(argv + std::min(argc, 1), argv + argc),
                                                       command_names(app), input_is_given());
    std::reverse(words.begin(), words.end());  // as CLI11 wants them
    app.parse(words);
    for (const auto& [command, articles] :
         {std::pair{render_command, &render.articles}, {play_command, &play.articles}, {inspect_command, &inspect.articles}}) {
      const bool offers = command == play_command && ::isatty(STDIN_FILENO) != 0;  // what was begun
      if (command->parsed() && !find_article(*articles) && !offers) throw CLI::RequiredError("ARTICLE");
    }
    if (say_command->parsed() && say_some.words.empty() && !input_is_given()) throw CLI::RequiredError("WORD");
  } catch (const CLI::CallForHelp& call) {
    return Answer{app.exit(call)};
  } catch (const CLI::CallForVersion& call) {
    return Answer{app.exit(call)};
  } catch (const CLI::ParseError& error) {
    return refuse(error, app);
  }
  if (render_command->parsed()) return list_voices_or(render);
  if (batch_command->parsed()) return list_voices_or(batch);
  if (play_command->parsed()) return list_voices_or(play);
  if (say_command->parsed()) return list_voices_or(say_some);
  if (inspect_command->parsed()) return list_voices_or(inspect);
  if (voices_command->parsed()) return voices;
  if (lexicon_command->parsed()) return lexicon;
  if (config_command->parsed()) return config;
  if (init_command->parsed()) return init;
  if (doctor_command->parsed()) return doctor;
  return cache;
}

}  // namespace aloud::cli
