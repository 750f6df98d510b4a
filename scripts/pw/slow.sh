# The suites that take minutes: killed processes, longer random runs, ThreadSanitizer, fuzzers.
ensure_installed
ensure_clients_installed
slow_status=0
(. scripts/pw/build.sh)
(. scripts/pw/page.sh && npm_install tests/web)
say "Building the slow tests (ASan, UBSan)"
build_preset dev training-tracker kill_test engine_test tracker_test api_test
say "Killed processes ($((${KILLS:=100})) times), real clients of DynamoDB, DynamoDB Local beside our endpoint, one suite on three stores, the guides word for word, the page in a browser"
export KILLS
run_tests dev slow || slow_status=1
say "Longer random runs of the engine: operations against a model, power cuts"
ENGINE_MODEL_OPERATIONS=10000 ENGINE_POWER_CUTS=200 run_tests dev "" engine_test || slow_status=1
say "The server and the engine under ThreadSanitizer"
build_preset tsan http_test engine_test
export TSAN_OPTIONS="suppressions=$PWD/cmake/tsan-suppressions.txt:external_symbolizer_path=$symbolizer"
run_tests tsan "" http_test engine_test || slow_status=1
say "Fuzzers, $((${FUZZ_SECONDS:=20})) seconds each"
build_preset fuzz fuzzers
python3 scripts/pw/run_fuzzers.py build/fuzz/fuzz "$FUZZ_SECONDS" || slow_status=1
[ "$slow_status" = 0 ] || fail "A slow suite failed; its output is above."
