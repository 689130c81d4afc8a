# SPDX-License-Identifier: MIT
# What try.sh and test.sh share: saying what is done, and getting what is missing. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# What a build needs, as Debian 12 names it.
build_packages=(g++ cmake ninja-build pkg-config libfmt-dev libxxhash-dev robin-map-dev libglib2.0-dev wireshark-dev libwireshark-dev tshark)

say() { printf '\n==> %s\n' "$*"; }

fail() {
  printf '\nsipgloss: %s\n' "$*" >&2
  exit 1
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_missing PACKAGE...: installs those that are not there yet, and says so.
install_missing() {
  command -v dpkg-query >/dev/null || fail "this script installs Debian packages. Elsewhere install what \
$0 lists under *_packages by your system's means, then follow 'Building by hand' in README.md."
  local missing=() package
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "packages are missing and sudo is not there. Run as root: \
apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update -q && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    fail "apt-get could not install: ${missing[*]}. The end of its output stands above, all of it in $log. \
Check the network and /etc/apt/sources.list.d, then run this again."
  fi
  rm -f "$log"
}

# build PRESET [CMAKE OPTION...]: configures and builds into build/PRESET.
build() {
  local preset=$1
  shift
  say "Building ($preset)"
  (cd "$root" && cmake --preset "$preset" "$@" >"/dev/null" && cmake --build --preset "$preset") ||
    fail "the build failed; the compiler's message stands above. To begin afresh, remove build/$preset."
}
