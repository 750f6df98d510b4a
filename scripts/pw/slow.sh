# The suites that take minutes: killed processes, longer random runs, ThreadSanitizer, fuzzers.
ensure_installed
build_preset release training-tracker
build_preset dev
say "Slow tests (ASan, UBSan)"
slow_status=0
run_tests dev slow || slow_status=1
say "The threaded rooms under ThreadSanitizer"
build_preset tsan engine_test http_test
run_tests tsan "" 'engine_test|http_test' || slow_status=1
say "Fuzzers, ${FUZZ_SECONDS:=20} seconds each"
build_preset fuzz fuzzers
python3 scripts/pw/run_fuzzers.py build/fuzz/fuzz "$FUZZ_SECONDS" || slow_status=1
[ "$slow_status" = 0 ] || fail "A slow suite failed; its output is above."
