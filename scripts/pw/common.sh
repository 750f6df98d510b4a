# Shared by the commands of pw: saying what happens, and failing with a sentence that says what to do.

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
fail() {
  printf '\npw: %s\n' "$*" >&2
  exit 1
}
run_as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "Installing packages needs root. Run './pw install' once as root, then go on as yourself."
  fi
}

# The program that a Debian package is wanted for, where a machine may have it from elsewhere.
program_of() {
  case $1 in
    npm) echo npm ;;
    golang-go) echo go ;;
    maven) echo mvn ;;
    default-jdk-headless) echo javac ;;
    python-is-python3) echo python ;;
    *) echo ;;
  esac
}
# install_packages PACKAGE…: those of Debian that are not here yet.
install_packages() {
  missing=
  for package in "$@"; do
    program=$(program_of "$package")
    [ -n "$program" ] && command -v "$program" >/dev/null && continue
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "Installing Debian packages:$missing"
  run_as_root apt-get update -qq || fail "apt-get update failed; look at the network and /etc/apt/sources.list."
  run_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >build/apt.log 2>&1 || {
    tail -n 20 build/apt.log >&2
    fail "apt-get could not install a package; its words are above, all of them in build/apt.log."
  }
}

# The stamp holds the checksum of what was installed, so a changed list installs again and an unchanged one costs nothing.
install_stamp=build/.installed
install_wanted() { cat scripts/pw/packages.txt scripts/pw/install.sh scripts/pw/aws-crt.sh cmake/aws-crt/CMakeLists.txt | cksum; }
ensure_installed() {
  [ -f "$install_stamp" ] && [ "$(cat "$install_stamp")" = "$(install_wanted)" ] && return 0
  (. scripts/pw/install.sh) || exit 1
}
# What runs the SDKs of tests/clients, DynamoDB Local and the peers of benchmarks: nothing that the program itself needs.
ensure_clients_installed() { install_packages $(cat scripts/pw/packages-of-clients.txt); }

# Two checkouts of the same files share what was compiled, wherever they are.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1

# build_preset PRESET [target…]: configures once, then builds.
build_preset() {
  preset=$1
  shift
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >"build/$preset.configure.log" 2>&1 || {
    cat "build/$preset.configure.log" >&2
    fail "CMake could not configure. If a package is missing above, remove $install_stamp and run ./pw install."
  }
  cmake --build --preset "$preset" ${1:+--target "$@"} || fail "The build failed; the first error above says where."
}

# Names in the sanitizers' reports; ThreadSanitizer needs them to know which report is suppressed.
symbolizer=/usr/bin/llvm-symbolizer-19
export ASAN_SYMBOLIZER_PATH="$symbolizer" UBSAN_SYMBOLIZER_PATH="$symbolizer"

# run_tests PRESET LABEL [name…]: runs the CTest tests with that label (empty: those without one) whose name matches, and
# counts their GoogleTest cases; the last line is "N passed, N failed, N skipped".
run_tests() {
  tests_preset=$1
  tests_label=$2
  shift 2
  results="$PWD/build/results/$tests_preset-${tests_label:-quick}${1:+-$1}"
  rm -rf "$results"
  mkdir -p "$results"
  if [ -n "$tests_label" ]; then set -- -L "$tests_label" ${1:+-R "$(join_names "$@")"}; else set -- -LE 'slow' ${1:+-R "$(join_names "$@")"}; fi
  status=0
  GTEST_OUTPUT="json:$results/" ctest --test-dir "build/$tests_preset" -j2 --output-on-failure --no-tests=error "$@" || status=$?
  python3 scripts/pw/count_tests.py "$results" "$status"
}
join_names() { echo "$*" | tr ' ' '|'; }
