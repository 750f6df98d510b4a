# The web page, training-tracker-ui/dist/, which becomes part of the binary. Built when one of its files has changed.
page=training-tracker-ui
page_stamp=build/.page
# The checksum of everything that the page is made of; dist/ and assets/ are made.
page_wanted() {
  find "$page/" -name node_modules -prune -o -name dist -prune -o -name assets -prune -o -type f -print | LC_ALL=C sort | xargs cat | cksum
}
# npm_install FOLDER: what its package-lock.json names, once.
npm_install() {
  npm_wanted=$(cat "$1/package.json" "$1/package-lock.json" | cksum)
  [ "$(cat "$1/node_modules/.installed" 2>/dev/null)" = "$npm_wanted" ] && return 0
  say "Fetching the packages of $1 (npm)"
  (cd "$1" && npm ci --silent --no-audit --no-fund) || fail "npm could not fetch the packages of $1; look at the network, then try again."
  echo "$npm_wanted" >"$1/node_modules/.installed"
}

wanted=$(page_wanted)
if [ ! -f "$page/dist/index.html" ] || [ "$(cat "$page_stamp" 2>/dev/null)" != "$wanted" ]; then
  npm_install "$page"
  say "Building the web page"
  (cd "$page" && npm run --silent build >../build/page.log 2>&1) || {
    tail -n 30 build/page.log >&2
    fail "The web page could not be built; the words above say why, all of them are in build/page.log."
  }
  echo "$wanted" >"$page_stamp"
fi
