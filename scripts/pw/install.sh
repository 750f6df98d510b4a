# Debian packages, the files of Swagger UI from npm (they become part of the binary), and AWS's C libraries.
swagger_ui_version=5.35.0

mkdir -p build
. /etc/os-release 2>/dev/null || true
command -v apt-get >/dev/null || fail "This needs Debian 12 (apt-get is not here). On another system, install by hand what scripts/pw/packages.txt names."
[ "${VERSION_ID:-12}" = 12 ] || say "This is ${PRETTY_NAME:-not Debian 12}; it was made for Debian 12 and may lack a package."

install_packages $(cat scripts/pw/packages.txt)

swagger_ui=third_party/node_modules/swagger-ui-dist
if ! grep -qs "\"version\": \"$swagger_ui_version\"" "$swagger_ui/package.json"; then
  say "Fetching Swagger UI $swagger_ui_version (shown at /docs)"
  mkdir -p third_party
  npm install --silent --no-audit --no-fund --no-save --no-package-lock --ignore-scripts --prefix third_party "swagger-ui-dist@$swagger_ui_version" ||
    fail "npm could not fetch swagger-ui-dist; look at the network, then run ./pw install again."
fi
sha256sum --quiet --check scripts/pw/swagger-ui.sha256 || fail "The files of Swagger UI are not the ones we know; remove third_party/ and run ./pw install again."

. scripts/pw/aws-crt.sh

install_wanted >"$install_stamp"
say "Everything is installed."
