# Debian packages, and the files of Swagger UI from npm (they become part of the binary).
swagger_ui_version=5.35.0

mkdir -p build
. /etc/os-release 2>/dev/null || true
command -v apt-get >/dev/null || fail "This needs Debian 12 (apt-get is not here). On another system, install by hand what scripts/pw/packages.txt names."
[ "${VERSION_ID:-12}" = 12 ] || say "This is ${PRETTY_NAME:-not Debian 12}; it was made for Debian 12 and may lack a package."

missing=
for package in $(cat scripts/pw/packages.txt); do
  # A machine with Node from elsewhere has npm inside nodejs; Debian's own npm would not fit it.
  [ "$package" = npm ] && command -v npm >/dev/null && continue
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
  say "Installing Debian packages:$missing"
  run_as_root apt-get update -qq || fail "apt-get update failed; look at the network and /etc/apt/sources.list."
  run_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >build/apt.log 2>&1 || {
    tail -n 20 build/apt.log >&2
    fail "apt-get could not install a package; its words are above, all of them in build/apt.log."
  }
fi

swagger_ui=third_party/node_modules/swagger-ui-dist
if ! grep -qs "\"version\": \"$swagger_ui_version\"" "$swagger_ui/package.json"; then
  say "Fetching Swagger UI $swagger_ui_version (shown at /docs)"
  mkdir -p third_party
  npm install --silent --no-audit --no-fund --no-save --no-package-lock --ignore-scripts --prefix third_party "swagger-ui-dist@$swagger_ui_version" ||
    fail "npm could not fetch swagger-ui-dist; look at the network, then run ./pw install again."
fi
sha256sum --quiet --check scripts/pw/swagger-ui.sha256 || fail "The files of Swagger UI are not the ones we know; remove third_party/ and run ./pw install again."

install_wanted >"$install_stamp"
say "Everything is installed."
