# The web page, and the optimised binary with it inside, at build/training-tracker.
ensure_installed
(. scripts/pw/page.sh)
say "Building build/training-tracker"
build_preset release training-tracker
ln -sf release/training-tracker build/training-tracker
