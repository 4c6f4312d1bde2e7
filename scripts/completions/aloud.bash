# Completion of aloud(1) for bash. Installed as share/bash-completion/completions/aloud; or: source this file.
# Needs nothing but bash itself.

# The words of $1 that begin with what stands under the cursor; file names are completed by readline itself.
_aloud_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }

_aloud_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$current")
}

# Files whose names end in one of these, and directories; any file where there are none.
_aloud_files_named() {
  local file ending found=()
  _aloud_files
  for file in "${COMPREPLY[@]}"; do
    for ending in "$@"; do
      [[ $file != *"$ending" && ! -d $file ]] || { found+=("$file") && break; }
    done
  done
  ((${#found[@]} == 0)) || COMPREPLY=("${found[@]}")
}
_aloud_articles() { _aloud_files_named .md .markdown .mdown .mkd .mdx .qmd .rmd .txt .html .htm .xhtml .xht .epub; }
_aloud_lexicons() { _aloud_files_named .pls .xml .txt .tsv; }

_aloud_directories() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -d -- "$current")
}

# KIND=VALUE: the kinds ($1) with their "=", then the values ($2). Bash splits words at "=", which is why the kind may
# stand in a word of its own.
_aloud_pairs() {
  if [[ $after_kind == yes ]]; then
    _aloud_words "$2"
  else
    compopt -o nospace 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -S = -W "$1" -- "$current")
  fi
}

# Voices by name; profiles in files where no name fits.
_aloud_voices() {
  _aloud_words "$("${COMP_WORDS[0]}" voices --names 2>/dev/null)"
  ((${#COMPREPLY[@]} > 0)) || _aloud_files_named .toml
}

# One of the words $1, the last of a list with commas.
_aloud_list() {
  local done=
  if [[ $current == *,* ]]; then
    done=${current%,*},
    current=${current##*,}
  fi
  compopt -o nospace 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -P "$done" -W "$1" -- "$current")
}

# Codes of findings, as docs/findings.md has them.
_aloud_findings() {
  printf '%s\n' link-leaves-input cache-not-trusted deep-nesting book-archive book-damaged-file book-duplicate-file book-file-name book-markup book-missing-file book-no-page book-package book-repeated-page book-type undecodable-bytes front-matter unsupported-markup unknown-phoneme unknown-voice unknown-directive unclosed-directive text-of-pdf unaligned-markup markdown-too-complex unplaced-text no-voice-for-language setting-not-honoured estimated-word-times uncontained-speech utterance-simplified word-not-spoken utterance-failed
}

# KIND[=FILE]
_aloud_report() {
  if [[ $after_kind == yes ]]; then
    _aloud_files
  else
    _aloud_words 'text json junit github markdown'
  fi
}

_aloud_formats() {
  local formats='wav flac vorbis opus mp3 aiff caf au w64 rf64'
  if [[ $command == batch || $command == render ]]; then
    _aloud_list "$formats"
  else
    _aloud_words "$formats"
  fi
}

# The value of the option $1. Fails if the option takes none.
_aloud_value() {
  case $1 in
    -f | --format) _aloud_formats ;;
    -v | --voice | --show) _aloud_voices ;;
    --extract) _aloud_words 'article all' ;;
    --split) _aloud_words 'chapters' ;;
    -s | --stage) _aloud_words 'extraction outline text blocks sentences spoken phonemes script timeline coverage' ;;
    --dialect) _aloud_list 'auto commonmark github gitlab hugo jekyll liquid nunjucks eleventy hexo handlebars kramdown mkdocs material mdx docusaurus astro vitepress obsidian logseq pandoc quarto rmarkdown myst jupyterbook' ;;
    -t | --timeline) _aloud_list 'json srt vtt lrc ass ttml labels textgrid chapters html' ;;
    --chapter-level) _aloud_words '0 1 2 3 4 5 6' ;;
    --page-audio) _aloud_words 'embed link' ;;
    -l | --lang) _aloud_words 'en en-GB en-US de de-AT de-CH fr es it nl pl pt' ;;
    --loudness) _aloud_words 'podcast-mono podcast-stereo ebu acx none' ;;
    --speak) _aloud_pairs 'code_blocks inline_code tables footnotes images badges urls list_numbers emphasis html math identifiers citations headings quotes admonition_titles matter' 'speak summarise skip' ;;
    --pause) _aloud_pairs 'start intro_after clause sentence paragraph title heading_before heading_after cue_after list_item quote code table_cell
      table_row thematic_break outro_before end' '100 250 500 750 1000 1500' ;;
    --quality) _aloud_words '-1 0 1 2 3 4 5 6 7 8 9 10' ;;
    --bitrate) _aloud_words '24 32 48 64 96 128' ;;
    --compression) _aloud_words '0 1 2 3 4 5 6 7 8' ;;
    --sample-format) _aloud_words '16 24 float' ;;
    --speed) _aloud_words '0.75 1 1.25 1.5 2' ;;
    --voices-dir | --cache-dir) _aloud_directories ;;
    --cache-size) _aloud_words '200M 500M 1G 4G' ;;
    --read-memory) _aloud_words '256Mi 1G 4G' ;;
    --fetch-size) _aloud_words '20M 50M 200M' ;;
    --report) _aloud_report ;;
    --shard) _aloud_words 'auto' ;;
    --ignore) _aloud_list "$(_aloud_findings)" ;;
    --project) _aloud_files_named .toml ;;
    --lexicon) _aloud_lexicons ;;
    --intro | --outro | --heading-cue | --cover | --ca-file) _aloud_files ;;
    -o | --output | --save | --depfile) _aloud_files ;;
    -r | --rate | --pitch | --range | --volume | --word-gap | --title | --author | --date | --comment | --read-time | --fetch-time | -j | --jobs | --say | --chapters | \
      --exclude | --from | --stop-after) COMPREPLY=() ;;
    *) return 1 ;;
  esac
}

# The options of the command $1; what several commands have stands once.
_aloud_options() {
  local voice='-v --voice --voices-dir --allow-commands -l --lang --no-detect --lexicon -r --rate --pitch --range --volume --word-gap --loudness
    --speak --pause'
  local clips='--intro --outro --heading-cue'
  local reading='--markdown --plain --html --ssml --extract --chapters --dialect' work='-j --jobs --no-cache' cache='--cache-dir --cache-size --shared-cache' limits='--read-memory --read-time'
  local fetch='--fetch-size --fetch-time --allow-private --ca-file'
  local files='-o --output -f --format --quality --bitrate --compression --sample-format -t --timeline --chapter-level --cover --page-audio --no-verify --stats --ignore --strict -q --quiet --explain-cache'
  case $1 in
    render) _aloud_words "$files --split --title --author --date --comment $work $voice $limits $fetch $clips $cache $reading --no-project -h --help" ;;
    batch) _aloud_words "$files --project --no-project --exclude --follow-links --check --dry-run --prune --force --drafts --no-future --fail-fast --shard
      --report --depfile --print-cache-key --dialect $work $voice $limits $clips $cache -h --help" ;;
    play) _aloud_words "--from --stop-after --resume --speed --save --no-highlight -q --quiet $work $voice $limits $fetch $clips $cache $reading --no-project -h --help" ;;
    inspect) _aloud_words "-s --stage --json --lines $voice $limits $fetch $clips $reading --no-project -h --help" ;;
    config) _aloud_words '--no-project --json -h --help' ;;
    init) _aloud_words '--print -h --help' ;;
    doctor) _aloud_words "--voices-dir $cache -h --help" ;;
    lexicon) _aloud_words "-o --output $voice -h --help" ;;
    cache) _aloud_words "$cache -h --help" ;;
    say) _aloud_words "-o --output -f --format --speed $work $voice $cache -h --help" ;;
    voices) _aloud_words "--json --names --show --say -o --output -f --format --engine $voice -h --help" ;;
    *) _aloud_words '-h --help -V --version' ;;
  esac
}

# A word that is no option, of the command $1 and its action $2.
_aloud_operand() {
  case $1:$2 in
    :) _aloud_words 'render batch play say inspect voices lexicon config init doctor cache' ;;
    cache:) _aloud_words 'path stats verify prune clear' ;;
    lexicon:) _aloud_words 'check add test' ;;
    lexicon:add) _aloud_lexicons ;;
    batch:merge) _aloud_files_named .json ;;
    init:) _aloud_directories ;;
    voices: | say: | doctor: | lexicon:test) ;;
    *) _aloud_articles ;;
  esac
  [[ ${COMP_WORDS[COMP_CWORD - 1]} != batch || merge != "$current"* ]] || COMPREPLY+=(merge)
}

_aloud() {
  local current=${COMP_WORDS[COMP_CWORD]} index=$((COMP_CWORD - 1)) equals=no after_kind=no command='' action='' word
  COMPREPLY=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $command:$word in
      :render | :batch | :play | :say | :inspect | :voices | :lexicon | :config | :init | :doctor | :cache) command=$word ;;
      batch:merge | lexicon:check | lexicon:add | lexicon:test) action=$word ;;
    esac
  done

  # Back from the cursor to the option: over a "=", and for pairs over the kind and its "=".
  [[ $current != '=' ]] || equals=yes
  if [[ ${COMP_WORDS[index]} == '=' ]]; then
    equals=yes
    index=$((index - 1))
  fi
  if [[ $equals == yes && ${COMP_WORDS[index]} != --* ]] && ((index > 1)); then
    after_kind=yes
    index=$((index - 1))
    [[ ${COMP_WORDS[index]} != '=' ]] || index=$((index - 1))
  fi
  [[ $current != '=' ]] || current=
  if _aloud_value "${COMP_WORDS[index]}"; then
    return
  fi

  if [[ $current == -* ]]; then
    _aloud_options "$command"
  else
    _aloud_operand "$command" "$action"
  fi
}

complete -F _aloud aloud
