#!/usr/bin/env bash
# Starts the server as scripts/run does for anybody, on PostgreSQL.
set -eu
. "$BENCH_HOME/bin/env.sh"
here=$(dirname "$(readlink -f "$0")")
root=$(cd "$here/../../../.." && pwd)
peer=$(basename "$(dirname "$0")")
issuer=$(sed -n 's/^issuer=//p' "$(dirname "$0")/peer.properties")
port=${issuer##*:}
export JAVA_HOME=$BENCH_PEER_JAVA SALLYPORT_DATABASE_USER=$peer SALLYPORT_DATABASE_PASSWORD=$peer
export SALLYPORT_KEYS_MASTER_KEY_FILE=$BENCH_RUN/$peer/master-key
"$root/scripts/run" --no-demo --port "$port" --build
start_timed "$peer" "$issuer/.well-known/openid-configuration" "$BENCH_RUN/$peer.log" \
  "$root/scripts/run" --no-demo --port "$port" --issuer "$issuer" --config "$here/bench.json" \
  --data "$BENCH_RUN/$peer" --database "jdbc:postgresql://127.0.0.1:$PG_PORT/$peer"
# The server itself, of all that the script starts; a process that it begins looks like it for a moment, but is newer.
server=$(pgrep -of "PayaraMicroImpl .*--port $port ")
echo "$server" >"$BENCH_RUN/$peer.pid"
awk '/VmRSS/{print $2}' "/proc/$server/status" >"$BENCH_RUN/$peer.rss_start_kb"
