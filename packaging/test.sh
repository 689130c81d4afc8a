#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and runs every test: the plugin's in the real tshark, all of them under sanitizers,
# and the fuzzers for a minute.
#
#   packaging/test.sh          everything
#   packaging/test.sh quick    every test, without sanitizers and fuzzers
set -euo pipefail
. "$(dirname "$0")/common.sh"

test_packages=(libgtest-dev libgmock-dev libpcap-dev clang libclang-rt-dev wireshark-common util-linux)

case "${1:-all}" in
  all | quick) ;;
  *) fail "'$1' is not known here. Use: packaging/test.sh [quick]" ;;
esac

install_missing "${build_packages[@]}" "${test_packages[@]}"

if [ "${1:-all}" = quick ]; then
  build dev
  say "Testing (dev)"
  ctest --test-dir "$root/build/dev" --output-on-failure --parallel "$(nproc)"
  exit 0
fi

# The library's tests run under the sanitizers below; here the plugin and the installation, as people use them.
say "Building the plugin (dev)"
(cd "$root" && cmake --preset dev >/dev/null && cmake --build --preset dev --target sipgloss_plugin plugin_test) ||
  fail "the build failed; the compiler's message stands above. To begin afresh, remove build/dev."
say "Testing the plugin and the installation (dev)"
ctest --test-dir "$root/build/dev" --output-on-failure --parallel "$(nproc)" --tests-regex '^(plugin/|install$)'

build asan
say "Testing under AddressSanitizer and UndefinedBehaviorSanitizer, and fuzzing the parser and whole sessions for 60 seconds"
ctest --test-dir "$root/build/asan" --output-on-failure --parallel "$(nproc)"
say "All tests passed."
