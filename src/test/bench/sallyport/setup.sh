#!/usr/bin/env bash
# Gives the server a fresh database and a master key.
set -eu
. "$BENCH_HOME/bin/env.sh"
mkdir -p "$BENCH_RUN/sallyport"
openssl rand -base64 32 >"$BENCH_RUN/sallyport/master-key"
"$BENCH_HOME/bin/pg.sh" createdb sallyport
