#!/usr/bin/env bash
. "$BENCH_HOME/bin/env.sh"
stop_pid "$(basename "$(dirname "$0")")"
