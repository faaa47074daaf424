#!/usr/bin/env bash
# Starts the server as scripts/run does for anybody, on PostgreSQL.
set -eu
. "$BENCH_HOME/bin/env.sh"
here=$(dirname "$(readlink -f "$0")")
root=$(cd "$here/../../../.." && pwd)
export JAVA_HOME=$BENCH_PEER_JAVA SALLYPORT_DATABASE_USER=sallyport SALLYPORT_DATABASE_PASSWORD=sallyport
export SALLYPORT_KEYS_MASTER_KEY_FILE=$BENCH_RUN/sallyport/master-key
"$root/scripts/run" --no-demo --port 18090 --build
start_timed sallyport http://127.0.0.1:18090/.well-known/openid-configuration "$BENCH_RUN/sallyport.log" \
  "$root/scripts/run" --no-demo --port 18090 --issuer http://127.0.0.1:18090 --config "$here/bench.json" \
  --data "$BENCH_RUN/sallyport" --database "jdbc:postgresql://127.0.0.1:$PG_PORT/sallyport"
# The server itself, of all that the script starts.
server=$(pgrep -f "PayaraMicroImpl .*--port 18090 ")
echo "$server" >"$BENCH_RUN/sallyport.pid"
awk '/VmRSS/{print $2}' "/proc/$server/status" >"$BENCH_RUN/sallyport.rss_start_kb"
