# Install, build, serve. Everything after `start` goes to `training-tracker serve`.
. scripts/pw/build.sh
say "Starting; stop it with Ctrl-C"
exec build/training-tracker serve "$@"
