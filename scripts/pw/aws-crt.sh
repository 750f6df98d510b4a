# AWS's C libraries (credentials, signatures, HTTP, TLS), which src/aws stands on: one source archive, checked against its digest and
# built once into third_party/aws-crt. Sourced by install.sh.
aws_crt_version=0.38.1
aws_crt_sha256=0dcebfaa70cf079133cd2352119e3d05e9b8ca1d1621736cfb54c03f3d5fef0f
aws_crt=third_party/aws-crt
# A changed archive, recipe or compiler builds again.
aws_crt_wanted="$aws_crt_sha256 $(cksum <cmake/aws-crt/CMakeLists.txt) $(clang-19 -dumpversion)"

build_aws_crt() {
  work=$(mktemp -d "$(pwd -P)/build/aws-crt.XXXXXX")
  log=$work/log
  # The digest stands in a requirements file, so pip refuses another archive before anything in it runs.
  echo "awscrt==$aws_crt_version --hash=sha256:$aws_crt_sha256" >"$work/requirements.txt"
  say "Fetching AWS's C libraries (awscrt $aws_crt_version, 38 MB)"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary awscrt --require-hashes \
    --requirement "$work/requirements.txt" --dest "$work" >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    fail "pip could not fetch awscrt $aws_crt_version; its words are above. Look at the network, then run ./pw install again."
  }
  echo "$aws_crt_sha256  $work/awscrt-$aws_crt_version.tar.gz" | sha256sum --quiet --check || fail "This is not the archive of awscrt $aws_crt_version that we know."
  tar -xzf "$work/awscrt-$aws_crt_version.tar.gz" -C "$work" --exclude='*/crt/aws-lc' "awscrt-$aws_crt_version/crt" "awscrt-$aws_crt_version/LICENSE" "awscrt-$aws_crt_version/NOTICE"
  source=$work/awscrt-$aws_crt_version
  say "Building AWS's C libraries once, for all presets (about a minute)"
  {
    cmake -G Ninja -S cmake/aws-crt -B "$work/build" -DAWS_CRT_SOURCE="$source/crt" -DCMAKE_C_COMPILER=clang-19 -DCMAKE_BUILD_TYPE=Release \
      -DCMAKE_INSTALL_PREFIX="$work/installed" -DCMAKE_INSTALL_LIBDIR=lib && ninja -C "$work/build" -j2 install
  } >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    fail "AWS's C libraries did not build; the end of the log is above, all of it in $log."
  }
  cp "$source/LICENSE" "$source/NOTICE" "$work/installed/"
  echo "$aws_crt_wanted" >"$work/installed/.built"
  rm -rf "$aws_crt"
  mkdir -p third_party
  mv "$work/installed" "$aws_crt"
  rm -rf "$work"
}

[ "$(cat "$aws_crt/.built" 2>/dev/null)" = "$aws_crt_wanted" ] || build_aws_crt
