# What a reviewer would otherwise say by hand. clang-tidy looks at files changed since main (all of them with CI=true).
ensure_installed
say "Format"
git ls-files -co --exclude-standard '*.cc' '*.h' | xargs clang-format-19 --dry-run -Werror || fail "Format these files: clang-format-19 -i FILE"
say "The house: arrows, foreign headers, dead files, lengths, leftover words"
python3 scripts/pw/check_house.py || fail "The lines above say which file breaks which rule."
say "The web page: format, lint, arrows, types that agree with openapi.json"
(
  . scripts/pw/page.sh
  npm_install "$page"
  cd "$page"
  npm run --silent lint && npm run --silent check:types
) || fail "The lines above say what is wrong in training-tracker-ui/; 'npm run format' there formats, 'npm run types' renews the types."
say "Every header compiles alone"
build_preset dev all_verify_interface_header_sets
say "clang-tidy"
build_preset dev
python3 scripts/pw/run_clang_tidy.py build/dev || fail "clang-tidy's findings are above."
