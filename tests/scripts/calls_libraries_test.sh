#!/usr/bin/env bash
# The audio libraries that the package list names are called by what was built, not only found.
#
#   calls_libraries_test.sh PROGRAM-OR-LIBRARY…
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

called=$(nm --dynamic --undefined-only -- "$@")
# libsndfile writes, and reads; the others by what each is there for.
for function in sf_open_virtual sf_writef_short sf_writef_float sf_readf_float sf_set_chunk soxr_oneshot vorbis_analysis \
  opus_encode_float FLAC__stream_encoder_process lame_encode_buffer_float; do
  grep -qE " U $function(@|\$)" <<<"$called" || fail "nothing calls $function"
done
