# Completion of aloud(1) for bash. Installed as share/bash-completion/completions/aloud; or: source this file.
# Needs nothing but bash itself.

# The words of $1 that begin with what stands under the cursor; file names are completed by readline itself.
_aloud_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }

_aloud_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$current")
}

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

_aloud_voices() { _aloud_words "$("${COMP_WORDS[0]}" voices --names 2>/dev/null)"; }

# json,srt,vtt,lrc: completes the last of a list with commas.
_aloud_timelines() {
  local done=
  if [[ $current == *,* ]]; then
    done=${current%,*},
    current=${current##*,}
  fi
  compopt -o nospace 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -P "$done" -W 'json srt vtt lrc' -- "$current")
}

# The value of the option $1. Fails if the option takes none.
_aloud_value() {
  case $1 in
    --format) _aloud_words 'wav flac vorbis opus mp3' ;;
    --voice | --show) _aloud_voices ;;
    --stage) _aloud_words 'blocks sentences spoken phonemes script timeline coverage' ;;
    --timeline) _aloud_timelines ;;
    --lang) _aloud_words 'en en-GB en-US de de-AT de-CH fr es it nl pl pt' ;;
    --loudness) _aloud_words 'podcast-mono podcast-stereo ebu acx none' ;;
    --speak) _aloud_pairs 'code_blocks inline_code tables footnotes images urls list_numbers emphasis html' 'speak summarise skip' ;;
    --pause) _aloud_pairs 'start clause sentence paragraph title heading_before heading_after list_item quote code table_cell
      table_row thematic_break end' '100 250 500 750 1000 1500' ;;
    --quality) _aloud_words '-1 0 1 2 3 4 5 6 7 8 9 10' ;;
    --bitrate) _aloud_words '24 32 48 64 96 128' ;;
    --compression) _aloud_words '0 1 2 3 4 5 6 7 8' ;;
    --speed) _aloud_words '0.75 1 1.25 1.5 2' ;;
    --voices-dir | --cache-dir) _aloud_directories ;;
    --cache-size) _aloud_words '200M 500M 1G 4G' ;;
    --report) _aloud_words 'text json junit github markdown' ;;
    --shard) _aloud_words 'auto' ;;
    -o | --output | --save | --project | --depfile | --lexicon) _aloud_files ;;
    --rate | --pitch | --range | --volume | --word-gap | --title | --author | --date | --comment | --jobs | --say | --exclude | --from) COMPREPLY=() ;;
    *) return 1 ;;
  esac
}

_aloud_options() {
  case $1 in
    render) _aloud_words '--output --format --voice --voices-dir --lang --no-detect --lexicon --rate --pitch --range --volume --word-gap --loudness --speak
      --pause --quality --bitrate --compression --timeline --title --author --date --comment --jobs --cache-dir --cache-size --no-cache --explain-cache --stats --strict --quiet --markdown --plain
      --help' ;;
    batch) _aloud_words '--output --format --voice --voices-dir --lang --no-detect --lexicon --rate --pitch --range --volume --word-gap --loudness --speak
      --pause --quality --bitrate --compression --timeline --project --no-project --exclude --check --dry-run --prune --force --drafts
      --fail-fast --shard --report --depfile --print-cache-key --jobs --cache-dir --cache-size --no-cache --explain-cache --stats
      --strict --quiet --help' ;;
    play) _aloud_words '--from --resume --speed --save --no-highlight --voice --voices-dir --lang --no-detect --lexicon --rate --pitch --range --volume --word-gap
      --loudness --speak --pause --jobs --cache-dir --cache-size --no-cache --quiet --markdown --plain --help' ;;
    inspect) _aloud_words '--stage --json --lines --lang --no-detect --lexicon --voice --voices-dir --markdown --plain --help' ;;
    lexicon) _aloud_words '--lexicon --lang --no-detect --voice --voices-dir --output --help' ;;
    cache) _aloud_words '--cache-dir --cache-size --help' ;;
    voices) _aloud_words '--json --names --show --say --voice --voices-dir --output --engine --help' ;;
    *) _aloud_words '--help --version' ;;
  esac
}

_aloud() {
  local current=${COMP_WORDS[COMP_CWORD]} index=$((COMP_CWORD - 1)) equals=no after_kind=no command='' word
  COMPREPLY=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      render | batch | play | inspect | voices | lexicon | cache)
        command=$word
        break
        ;;
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
  elif [[ -z $command ]]; then
    _aloud_words 'render batch play inspect voices lexicon cache'
  elif [[ $command == cache ]]; then
    _aloud_words 'path stats verify prune clear'
  elif [[ $command == lexicon && ${COMP_WORDS[COMP_CWORD - 1]} == lexicon ]]; then
    _aloud_words 'check add test'
  elif [[ $command != voices ]]; then
    _aloud_files
  fi
}

complete -F _aloud aloud
