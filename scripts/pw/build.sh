# The optimised binary, at build/training-tracker.
ensure_installed
say "Building build/training-tracker"
build_preset release training-tracker
ln -sf release/training-tracker build/training-tracker
