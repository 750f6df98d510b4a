# Read before each block that the runner gives to bash. GUIDE_STATE is the terminal's own folder.
set -eo pipefail
# What a block exports is there for the next one, as in a terminal that stays open.
trap 'env -0 >"$GUIDE_STATE/environment"' EXIT

# in_background PORT COMMAND…: as in a second terminal; goes on when the server answers there.
in_background() {
  local port=$1 log
  shift
  log=$(mktemp "$GUIDE_STATE/server.XXXXXX")
  setsid "$@" >"$log" 2>&1 </dev/null &
  echo "$! $port $log" >>"$GUIDE_STATE/servers"
  for _ in $(seq 900); do
    if ! kill -0 $! 2>/dev/null; then
      cat "$log" >&2
      return 1
    fi
    # Each of them prints it when it answers; that somebody answers there is not enough.
    if grep -q "^listening on .*:$port" "$log"; then
      return 0
    fi
    sleep 0.1
  done
  echo "nothing answers on port $port" >&2
  return 1
}
