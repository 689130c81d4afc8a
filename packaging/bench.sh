#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Measures what sipgloss costs, and prints the ratios that the README quotes.
#
#   packaging/bench.sh            both of the following
#   packaging/bench.sh library    reading, judging and annotating, beside other SIP stacks, in one run
#   packaging/bench.sh tshark     whole runs of tshark with and without the plugin: instructions and seconds
#
# MESSAGES (200000) and PAIRS (9) are taken from the environment. Needs an otherwise idle machine for the seconds; the
# instructions do not mind.
set -euo pipefail
. "$(dirname "$0")/common.sh"

messages=${MESSAGES:-200000}
pairs=${PAIRS:-9}
bench_packages=(libgtest-dev libgmock-dev libbenchmark-dev libosip2-dev libsofia-sip-ua-dev libre-dev libpcap-dev time valgrind wireshark-common util-linux)

case "${1:-all}" in
  all | library | tshark) ;;
  *) fail "'$1' is not known here. Use: packaging/bench.sh [library|tshark]" ;;
esac

install_missing "${build_packages[@]}" "${bench_packages[@]}"
say "Building (release)"
(cd "$root" && cmake --preset release -DBUILD_TESTING=ON >/dev/null &&
  cmake --build --preset release --target sipgloss_benchmark sipgloss_traffic sipgloss_plugin) ||
  fail "the build failed; the compiler's message stands above. To begin afresh, remove build/release."
bin=$root/build/release/tests/benchmark

library() {
  say "The library, beside libosip2, sofia-sip and re reading the same message"
  "$bin/sipgloss_benchmark" --benchmark_repetitions=5 --benchmark_report_aggregates_only=true \
    --benchmark_filter='parse|gloss|answer'
  say "Time and memory of a session by the size of the capture"
  "$bin/sipgloss_benchmark" --benchmark_filter=observe
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir -m 777 "$work/home"

# run PLUGIN_FOLDER COMMAND...: as a user that is not root, since root's Wireshark loads no personal plugins.
run() {
  local folder=$1
  shift
  local as=()
  [ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  "${as[@]}" env HOME="$work/home" WIRESHARK_PLUGIN_DIR="$folder" "$@"
}

instructions() {
  local folder=$1 out
  shift
  out=$(run "$folder" valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null)
  sed -n 's/.*Collected : *\([0-9]*\).*/\1/p' <<<"$out"
}

# What a run of N messages costs more than one of N/10: start-up left out.
slope() {
  local folder=$1
  shift
  echo $(($(instructions "$folder" tshark -r "$work/large.pcap" "$@") - $(instructions "$folder" tshark -r "$work/small.pcap" "$@")))
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }

milliseconds() {
  local folder=$1 begin end
  shift
  begin=$(date +%s%N)
  run "$folder" "$@" >/dev/null 2>&1
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# compare NAME TSHARK_OPTION...: instructions (a tenth of the messages: valgrind is slow), then interleaved pairs.
compare() {
  local name=$1 i with without
  shift
  with=$(slope "$plugins" "$@")
  without=$(slope "$work/none" "$@")
  printf '%-28s instructions %s x' "$name" "$(ratio "$with" "$without")"
  for ((i = 0; i < pairs; i++)); do
    without=$(milliseconds "$work/none" tshark -r "$work/whole.pcap" "$@")
    with=$(milliseconds "$plugins" tshark -r "$work/whole.pcap" "$@")
    ratio "$with" "$without"
    echo
  done | median | { read -r middle && printf '   seconds %s x (median of %d pairs)\n' "$middle" "$pairs"; }
}

tshark_runs() {
  plugins=$root/build/release/plugins
  mkdir -p "$work/none"
  "$bin/sipgloss_traffic" "$messages" "$work/whole.pcap"
  "$bin/sipgloss_traffic" $((messages / 10)) "$work/large.pcap"
  "$bin/sipgloss_traffic" $((messages / 100)) "$work/small.pcap"
  chmod 644 "$work"/*.pcap
  run "$plugins" tshark -G plugins | grep -q sipgloss || fail "tshark does not load the plugin of build/release."
  say "tshark with the plugin against tshark without, $messages messages"
  compare "tshark -r (summary)"
  compare "tshark -Y sip" -Y sip
  compare "tshark -T fields" -T fields -e sip.Status-Code
  say "Start-up: tshark -G plugins, median of $pairs pairs"
  local i
  for ((i = 0; i < pairs; i++)); do
    echo $(($(milliseconds "$plugins" tshark -G plugins) - $(milliseconds "$work/none" tshark -G plugins)))
  done | median | { read -r middle && echo "loading the plugin: $middle ms"; }
  say "Memory: peak resident size"
  local with without
  with=$(peak "$plugins")
  without=$(peak "$work/none")
  echo "with $with KiB, without $without KiB: $(((with - without) * 1024 / messages)) bytes a message"
}

peak() { run "$1" /usr/bin/time -f %M tshark -r "$work/whole.pcap" 2>&1 >/dev/null | tail -n 1; }

[ "${1:-all}" = tshark ] || library
[ "${1:-all}" = library ] || tshark_runs
