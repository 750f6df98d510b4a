rm -rf build training-tracker-ui/dist training-tracker-ui/assets training-tracker-ui/node_modules tests/web/node_modules
say "build/, the built page and its packages are gone. Your training data is elsewhere and untouched."
