# Completion of aloud(1) for fish. Installed as share/fish/vendor_completions.d/aloud.fish.

function __aloud_no_command
    not __fish_seen_subcommand_from render batch play say inspect voices lexicon config init doctor cache
end

function __aloud_in
    __fish_seen_subcommand_from $argv
end

# KIND=VALUE for each kind and value.
function __aloud_speak
    for kind in code_blocks inline_code tables footnotes images badges urls list_numbers emphasis html math identifiers citations headings quotes admonition_titles matter
        for treatment in speak summarise skip
            echo $kind=$treatment
        end
    end
end

# Files whose names end in one of these, and directories; any file where there are none.
function __aloud_files
    set -l endings (string escape --style=regex -- $argv | string join '|')
    set -l files (complete -C "__fish_command_without_completions "(commandline -ct))
    string match -r -- "^.*(?:$endings|/)\$" $files; or printf '%s\n' $files
end

function __aloud_articles
    __aloud_files .md .markdown .mdown .mkd .mdx .qmd .rmd .txt .html .htm .xhtml .xht .epub
end

function __aloud_lexicons
    __aloud_files .pls .xml .txt .tsv
end

function __aloud_voices
    aloud voices --names 2>/dev/null
    __aloud_files .toml
end

function __aloud_pause
    for kind in start intro_after clause sentence paragraph title heading_before heading_after cue_after list_item quote code table_cell table_row thematic_break outro_before end
        echo $kind=
    end
end

function __aloud_merging
    __aloud_in batch; and __fish_seen_subcommand_from merge
end

function __aloud_reports
    set -l kinds text json junit github markdown
    printf '%s\n' $kinds
    set -l token (string replace -r '^--report=' '' -- (commandline -ct))
    if string match -q '*=*' -- $token
        set -l kind (string split -m 1 = -- $token)
        for file in (complete -C "__fish_command_without_completions $kind[2]")
            echo $kind[1]=$file
        end
    end
end

set -l languages 'en en-GB en-US de de-AT de-CH fr es it nl pl pt'
set -l formats 'wav flac vorbis opus mp3 aiff caf au w64 rf64'
set -l speaking '__aloud_in render batch play say inspect voices lexicon'

complete -c aloud -n __aloud_no_command -f
complete -c aloud -n __aloud_no_command -a render -d 'Render articles into audio files'
complete -c aloud -n __aloud_no_command -a batch -d 'Render a tree of articles, only what changed'
complete -c aloud -n __aloud_no_command -a play -d 'Play articles and read along'
complete -c aloud -n __aloud_no_command -a say -d 'Say some words at once'
complete -c aloud -n __aloud_no_command -a inspect -d 'Print what a stage makes of an article'
complete -c aloud -n __aloud_no_command -a voices -d 'List the voices, or hear one'
complete -c aloud -n __aloud_no_command -a lexicon -d 'Try, find and add pronunciations'
complete -c aloud -n __aloud_no_command -a config -d 'Show which settings hold'
complete -c aloud -n __aloud_no_command -a init -d 'Write an aloud.toml'
complete -c aloud -n __aloud_no_command -a doctor -d 'See whether all is there'
complete -c aloud -n __aloud_no_command -a cache -d 'Look after what is kept between runs'
complete -c aloud -n __aloud_no_command -s V -l version -d 'Print the version'
complete -c aloud -s h -l help -d Explain

# What several commands have: the voice
complete -c aloud -n $speaking -s v -l voice -x -a '(__aloud_voices)' -d 'Voice profile'
complete -c aloud -n $speaking -l voices-dir -x -a '(__fish_complete_directories)' -d 'Look for voice profiles here first'
complete -c aloud -n $speaking -l allow-commands -d 'A project may name voices that run a program'
complete -c aloud -n $speaking -s l -l lang -x -a $languages -d 'Language of the article'
complete -c aloud -n $speaking -l no-detect -d 'Tell no language from the text'
complete -c aloud -n $speaking -l lexicon -x -a '(__aloud_lexicons)' -d 'Pronunciations from a file'
complete -c aloud -n $speaking -s r -l rate -x -d 'Words a minute, 80 to 449'
complete -c aloud -n $speaking -l pitch -x -d 'Pitch, 0 to 99'
complete -c aloud -n $speaking -l range -x -d 'How far the pitch moves, 0 to 99'
complete -c aloud -n $speaking -l volume -x -d 'Volume, 0 to 100'
complete -c aloud -n $speaking -l word-gap -x -d 'Extra silence between words, 0 to 50'
complete -c aloud -n $speaking -l loudness -x -a 'podcast-mono podcast-stereo ebu acx none' -d 'How loud the article comes out'
complete -c aloud -n $speaking -l speak -x -a '(__aloud_speak)' -d 'What to do with a kind of material'
complete -c aloud -n $speaking -l pause -x -a '(__aloud_pause)' -d 'Silence at a kind of place, in ms'

# Clips
complete -c aloud -n '__aloud_in render batch play inspect' -l intro -r -F -d 'Audio before the first words'
complete -c aloud -n '__aloud_in render batch play inspect' -l outro -r -F -d 'Audio after the last words'
complete -c aloud -n '__aloud_in render batch play inspect' -l heading-cue -r -F -d 'Audio before each heading'

# Reading, work and cache
complete -c aloud -n '__aloud_in render play inspect' -x -a '(__aloud_articles)'
complete -c aloud -n '__aloud_in render play inspect' -l markdown -d 'Read as Markdown'
complete -c aloud -n '__aloud_in render play inspect' -l html -d 'Read as a web page'
complete -c aloud -n '__aloud_in render play inspect' -l ssml -d 'Read as SSML'
complete -c aloud -n '__aloud_in render play inspect' -l extract -x -a 'article all' -d 'What of a web page is read'
complete -c aloud -n '__aloud_in render play inspect' -l chapters -x -d 'Chapters of a book that are read'
complete -c aloud -n '__aloud_in render' -l split -x -a 'chapters' -d 'A file for each chapter of a book'
complete -c aloud -n '__aloud_in render play inspect' -l plain -d 'Read as plain text'
complete -c aloud -n '__aloud_in render batch play inspect' -l dialect -x -a '(__fish_append , auto commonmark github gitlab hugo jekyll liquid nunjucks eleventy hexo handlebars kramdown mkdocs material mdx docusaurus astro vitepress obsidian logseq pandoc quarto rmarkdown myst jupyterbook)' -d 'What Markdown is written for'
complete -c aloud -n '__aloud_in render batch play say' -s j -l jobs -x -d 'Sentences spoken at once'
complete -c aloud -n '__aloud_in render batch play' -s q -l quiet -d 'Errors alone'
complete -c aloud -n '__aloud_in render batch play say' -l no-cache -d 'Neither use nor fill the cache'
complete -c aloud -n '__aloud_in render batch play say doctor cache' -l cache-dir -x -a '(__fish_complete_directories)' -d 'Where takes are kept between runs'
complete -c aloud -n '__aloud_in render batch play say doctor cache' -l cache-size -x -a '200M 500M 1G 4G' -d 'Most that the cache may hold'
complete -c aloud -n '__aloud_in render batch play say doctor cache' -l shared-cache -d 'Play what others have put into the cache, too'
complete -c aloud -n '__aloud_in render batch play inspect' -l read-memory -x -a '256Mi 1G 4G' -d 'Most memory for reading an article'
complete -c aloud -n '__aloud_in render batch play inspect' -l read-time -x -d 'Most processor time for reading an article'
complete -c aloud -n '__aloud_in render play inspect' -l fetch-size -x -a '20M 50M 200M' -d 'Most bytes of a page that is fetched'
complete -c aloud -n '__aloud_in render play inspect' -l fetch-time -x -d 'Most time that fetching a page may take'
complete -c aloud -n '__aloud_in render play inspect' -l allow-private -d 'Fetch from this machine and private networks, too'
complete -c aloud -n '__aloud_in render play inspect' -l ca-file -r -F -d 'Certificates to believe'

# Files
complete -c aloud -n '__aloud_in render batch say voices lexicon' -s o -l output -r -F -d 'File or directory to write, - for standard output'
complete -c aloud -n '__aloud_in say voices' -s f -l format -x -a $formats -d 'Format of the audio'
complete -c aloud -n '__aloud_in render batch' -s f -l format -x -a "(__fish_append , $formats)" -d 'Formats of the audio'
complete -c aloud -n '__aloud_in render batch' -l quality -x -a '-1 0 1 2 3 4 5 6 7 8 9 10' -d 'Quality of Ogg Vorbis'
complete -c aloud -n '__aloud_in render batch' -l bitrate -x -a '24 32 48 64 96 128' -d 'Bit rate of Opus and MP3, kbit/s'
complete -c aloud -n '__aloud_in render batch' -l compression -x -a '0 1 2 3 4 5 6 7 8' -d 'Compression of FLAC'
complete -c aloud -n '__aloud_in render batch' -l sample-format -x -a '16 24 float' -d 'Samples of WAV and its like'
complete -c aloud -n '__aloud_in render batch' -s t -l timeline -x -a '(__fish_append , json srt vtt lrc ass ttml labels textgrid chapters html)' -d 'Files with timings beside the audio'
complete -c aloud -n '__aloud_in render batch' -l chapter-level -x -a '0 1 2 3 4 5 6' -d 'Lowest headings that begin chapters'
complete -c aloud -n '__aloud_in render batch' -l cover -r -F -d 'Picture for the audio file'
complete -c aloud -n '__aloud_in render batch' -l page-audio -x -a 'embed link' -d 'Sound of the page'
complete -c aloud -n '__aloud_in render batch' -l no-verify -d 'Do not open finished files again'
complete -c aloud -n '__aloud_in render batch' -l stats -d 'Print the counters of the job'
complete -c aloud -n '__aloud_in render batch' -l ignore -x -a '(__fish_append , link-leaves-input cache-not-trusted deep-nesting book-archive book-damaged-file book-duplicate-file book-file-name book-markup book-missing-file book-no-page book-package book-repeated-page book-type undecodable-bytes front-matter unsupported-markup unknown-phoneme unknown-voice unknown-directive unclosed-directive text-of-pdf unaligned-markup markdown-too-complex unplaced-text no-voice-for-language setting-not-honoured estimated-word-times uncontained-speech utterance-simplified word-not-spoken utterance-failed)' -d 'Leave a finding untold'
complete -c aloud -n '__aloud_in render batch' -l strict -d 'Fail if there was any finding'
complete -c aloud -n '__aloud_in render batch' -l explain-cache -d 'Say why each sentence was or was not in the cache'

# render
complete -c aloud -n '__aloud_in render' -l title -x -d 'Title for the tags'
complete -c aloud -n '__aloud_in render' -l author -x -d 'Author for the tags'
complete -c aloud -n '__aloud_in render' -l date -x -d 'Date for the tags'
complete -c aloud -n '__aloud_in render' -l comment -x -d 'Comment for the tags'

# batch
complete -c aloud -n '__aloud_in batch; and not __aloud_merging' -f -a merge -d 'Join what shards have made'
complete -c aloud -n '__aloud_in batch; and not __aloud_merging' -x -a '(__aloud_articles)'
complete -c aloud -n __aloud_merging -x -a '(__aloud_files .json)'
complete -c aloud -n '__aloud_in batch' -l project -x -a '(__aloud_files .toml)' -d 'Project file'
complete -c aloud -n '__aloud_in render batch play inspect config' -l no-project -d 'Ignore aloud.toml'
complete -c aloud -n '__aloud_in batch' -l exclude -x -d 'Leave out what matches'
complete -c aloud -n '__aloud_in batch' -l follow-links -d 'Follow links that lead out of their input, too'
complete -c aloud -n '__aloud_in batch' -l check -d 'Is everything up to date?'
complete -c aloud -n '__aloud_in batch' -l dry-run -d 'Say what would be done'
complete -c aloud -n '__aloud_in batch' -l prune -d 'Remove outputs whose article is gone'
complete -c aloud -n '__aloud_in batch' -l force -d 'Render everything'
complete -c aloud -n '__aloud_in batch' -l drafts -d 'Render drafts too'
complete -c aloud -n '__aloud_in batch' -l no-future -d 'Leave out what is dated in the future'
complete -c aloud -n '__aloud_in batch' -l fail-fast -d 'Stop at the first failure'
complete -c aloud -n '__aloud_in batch' -l shard -x -a auto -d 'Render one part, I/N'
complete -c aloud -n '__aloud_in batch' -l report -x -a '(__aloud_reports)' -d 'Tell machines and people'
complete -c aloud -n '__aloud_in batch' -l depfile -r -F -d 'What the manifest depends on'
complete -c aloud -n '__aloud_in batch' -l print-cache-key -d 'Print a name for the cache'

# play
complete -c aloud -n '__aloud_in play' -l from -x -d 'Begin at a text, a sentence or a time'
complete -c aloud -n '__aloud_in play' -l stop-after -x -d 'Stop after a time'
complete -c aloud -n '__aloud_in play' -l resume -d 'Begin where playing stopped'
complete -c aloud -n '__aloud_in play say' -l speed -x -a '0.75 1 1.25 1.5 2' -d 'How fast'
complete -c aloud -n '__aloud_in play' -l save -r -F -d 'Render into this meanwhile'
complete -c aloud -n '__aloud_in play' -l no-highlight -d 'Mark neither sentence nor word'

# inspect, cache, voices, lexicon
complete -c aloud -n '__aloud_in inspect' -s s -l stage -x -a 'extraction outline text blocks sentences spoken phonemes script timeline coverage' -d 'What to print'
complete -c aloud -n '__aloud_in inspect' -l lines -d 'One output line for each input line'
complete -c aloud -n '__aloud_in inspect voices config' -l json -d 'As JSON'
complete -c aloud -n '__aloud_in cache' -f -a 'path stats verify prune clear'
complete -c aloud -n '__aloud_in voices' -f
complete -c aloud -n '__aloud_in voices' -l names -d 'Names alone'
complete -c aloud -n '__aloud_in voices' -l show -x -a '(__aloud_voices)' -d 'Print a profile'
complete -c aloud -n '__aloud_in voices' -l say -x -d 'Speak a line into a file'
complete -c aloud -n '__aloud_in voices' -l engine -d 'List the voices of the speech engine'
complete -c aloud -n '__aloud_in lexicon; and not __aloud_in check add test' -f -a 'check add test' -d Action
complete -c aloud -n '__aloud_in lexicon; and __aloud_in check' -x -a '(__aloud_articles)'
complete -c aloud -n '__aloud_in lexicon; and __aloud_in add' -x -a '(__aloud_lexicons)'

# config, init, doctor
complete -c aloud -n '__aloud_in config' -x -a '(__aloud_articles)'
complete -c aloud -n '__aloud_in init' -x -a '(__fish_complete_directories)'
complete -c aloud -n '__aloud_in init' -l print -d 'Print it, and write nothing'
complete -c aloud -n '__aloud_in doctor' -f
complete -c aloud -n '__aloud_in doctor' -l voices-dir -x -a '(__fish_complete_directories)' -d 'Look for voice profiles here first'
