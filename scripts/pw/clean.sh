rm -rf build
say "build/ is gone. Your training data is elsewhere and untouched."
