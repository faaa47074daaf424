#!/usr/bin/env bash
# Gives the server a fresh database and a master key.
set -eu
. "$BENCH_HOME/bin/env.sh"
peer=$(basename "$(dirname "$0")")
mkdir -p "$BENCH_RUN/$peer"
openssl rand -base64 32 >"$BENCH_RUN/$peer/master-key"
"$BENCH_HOME/bin/pg.sh" createdb "$peer"
