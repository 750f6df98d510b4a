# Every test, built with AddressSanitizer and UndefinedBehaviorSanitizer. `./pw test http` runs those whose name matches.
# PW_TESTS: programs of tests, for whoever has to say `./pw test` and wants only these (tests/guide); others are not built either.
ensure_installed
[ -n "${PW_TESTS:-}" ] || (
  . scripts/pw/page.sh
  npm_install "$page"  # its tests need them also where the page is built already
)
say "Building the tests (ASan, UBSan)"
build_preset dev ${PW_TESTS:-}
say "Running the tests"
[ $# -gt 0 ] || set -- ${PW_TESTS:-}
run_tests dev "" "$@"
