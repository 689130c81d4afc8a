#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, installs the plugin for you, and shows the main job: a table of all SIP responses
# of a capture, then the full gloss of the one that tells most.
#
#   packaging/try.sh                 on a sample
#   packaging/try.sh FILE            on your own capture
#   packaging/try.sh --gui [FILE]    the same, then opens it in Wireshark
set -euo pipefail
. "$(dirname "$0")/common.sh"

gui=no
file=$root/samples/broken-rules.pcapng
for argument in "$@"; do
  case "$argument" in
    --gui) gui=yes ;;
    -*) fail "'$argument' is not known here. Use: packaging/try.sh [--gui] [FILE]" ;;
    *) file=$argument ;;
  esac
done
[ -r "$file" ] || fail "cannot read the capture '$file'. Give the path of a pcap or pcapng file."

wanted=("${build_packages[@]}")
[ "$gui" = no ] || wanted+=(wireshark fonts-wqy-microhei)
install_missing "${wanted[@]}"

# Wireshark ignores personal plugin folders when it runs as root.
if [ "$(id -u)" -eq 0 ]; then
  build release -DSIPGLOSS_PERSONAL=OFF
else
  build release -DSIPGLOSS_PERSONAL=ON
fi
say "Installing the plugin"
cmake --install "$root/build/release" --component plugin | sed -n 's/^-- \(Installing\|Up-to-date\): //p'
tshark -G plugins 2>/dev/null | grep -q '^sipgloss\.so' ||
  fail "tshark does not list the plugin. Run 'tshark -G plugins' and read what it says of sipgloss.so; another \
Wireshark than Debian's may come first in PATH ($(command -v tshark))."

# As root, tshark says on every run that this is dangerous; that is known here.
run_tshark() { tshark -o sipgloss.language:both "$@" 2> >(grep -v '^Running as user' >&2); }

say "All SIP responses in $file"
table=$(run_tshark -q -r "$file" -z sipgloss,responses)
printf '%s\n' "$table"

telling=$(printf '%s\n' "$table" | sed -n 's/^Most telling response.*: \([0-9]*\)$/\1/p')
if [ -n "$telling" ]; then
  say "The response in frame $telling, glossed:  tshark -r FILE -Y frame.number==$telling -O sipgloss"
  run_tshark -r "$file" -Y "frame.number==$telling" -O sipgloss | sed -n '/SIP gloss/,$p'
fi

say "What next"
cat <<EOF
    tshark -q -r FILE -z sipgloss,triage       what became of the calls and registrations, and why
    tshark -r FILE -Y 'sipgloss.class >= 4'    filters work in tshark and in Wireshark; README.md has more
EOF
if [ "$gui" = yes ]; then
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || fail "there is no display to open Wireshark on."
  wireshark -r "$file" ${telling:+-g "$telling"}
fi
