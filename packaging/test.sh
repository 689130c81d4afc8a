#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and runs every test: the library's, the plugin's in the real tshark, all of them
# once more under sanitizers, and the fuzzers for a minute.
#
#   packaging/test.sh          everything
#   packaging/test.sh quick    without sanitizers and fuzzers
set -euo pipefail
. "$(dirname "$0")/common.sh"

test_packages=(libgtest-dev libgmock-dev clang libclang-rt-dev wireshark-common util-linux)

case "${1:-all}" in
  all | quick) ;;
  *) fail "'$1' is not known here. Use: packaging/test.sh [quick]" ;;
esac

install_missing "${build_packages[@]}" "${test_packages[@]}"

build dev
say "Testing (dev)"
ctest --test-dir "$root/build/dev" --output-on-failure --parallel "$(nproc)"
[ "${1:-all}" = all ] || exit 0

build asan
say "Testing under AddressSanitizer and UndefinedBehaviorSanitizer"
ctest --test-dir "$root/build/asan" --output-on-failure --parallel "$(nproc)"

build fuzz
say "Fuzzing the parser and whole sessions for 60 seconds"
ctest --test-dir "$root/build/fuzz" --output-on-failure --label-regex fuzz --parallel "$(nproc)"
say "All tests passed."
