# Every test, built with AddressSanitizer and UndefinedBehaviorSanitizer. `./pw test http` runs those whose name matches.
ensure_installed
say "Building the tests (ASan, UBSan)"
build_preset dev
say "Running the tests"
run_tests dev "" "$@"
