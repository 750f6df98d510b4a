# Benchmarks, as ratios against peers measured in the same run; what each row means stands in docs/benchmarks.md.
# `./pw bench --quick` leaves out 1,000,000 sessions.
ensure_installed
ensure_clients_installed
say "Building what is measured, and its peers"
build_preset release training-tracker bare_beast_responder http_load fsync_writer load_sessions capacity_per_request remote_client
say "Measuring; leave the machine alone meanwhile"
exec python3 bench/run.py --build build/release --work build/bench "$@"
