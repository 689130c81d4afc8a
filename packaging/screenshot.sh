#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Takes a screenshot for the README: the real Wireshark with the installed plugin, under Xvfb, on a sample.
#
#   packaging/screenshot.sh [FILE [FRAME [PICTURE [LANGUAGE]]]]      LANGUAGE: en (default), zh or both
set -euo pipefail
. "$(dirname "$0")/common.sh"

file=${1:-$root/samples/call-proxy-auth-407.pcapng}
frame=${2:-10}
language=${4:-en}
picture=${3:-$root/packaging/screenshot.$language.png}

install_missing wireshark xvfb xdotool imagemagick fonts-wqy-microhei util-linux
tshark -G plugins 2>/dev/null | grep -q '^sipgloss\.so' || fail "the plugin is not installed. Run packaging/try.sh first."

scratch=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$scratch"' EXIT
mkdir -p "$scratch/home/.config/wireshark"
cp "$file" "$scratch/capture"
cat >"$scratch/home/.config/wireshark/recent_common" <<'EOF'
gui.geometry_main_x: 0
gui.geometry_main_y: 0
gui.geometry_main_width: 1440
gui.geometry_main_height: 1060
gui.geometry_main_maximized: FALSE
EOF
cat >"$scratch/home/.config/wireshark/recent" <<'EOF'
gui.byte_view_show: FALSE
gui.geometry_main_upper_pane: 260
column.width: %m, 50, %t, 80, %s, 100, %d, 100, %i, 420, %Cus:sipgloss.summary:0:R, 620
EOF
cat >"$scratch/home/.config/wireshark/preferences" <<EOF
gui.update.enabled: FALSE
gui.ask_unsaved: FALSE
sipgloss.language: $language
gui.column.format: "No.","%m","Time","%t","Source","%s","Destination","%d","Info","%i","Gloss","%Cus:sipgloss.summary:0:R"
EOF
chmod -R a+rwX "$scratch"

# As root Wireshark asks whether that is wise: another user does for a picture.
as_user=()
[ "$(id -u)" -ne 0 ] || as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups)

display=:$((90 + RANDOM % 400))
Xvfb "$display" -screen 0 1440x1060x24 >/dev/null 2>&1 &
export DISPLAY=$display
sleep 1
"${as_user[@]}" env HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch" LC_ALL=C.UTF-8 \
  wireshark -r "$scratch/capture" -g "$frame" >"$scratch/log" 2>&1 &

window=$(timeout 60 xdotool search --sync --onlyvisible --name 'capture' | head -n 1) ||
  fail "Wireshark opened no window. It said: $(tail -n 3 "$scratch/log")"
xdotool windowsize "$window" 1440 1060 windowmove "$window" 0 0
sleep 4
# Into the details, to the last item, which is the gloss, and open all of it.
xdotool mousemove 400 700 click 1
sleep 1
xdotool key End
sleep 1
xdotool key shift+Right
sleep 1
import -window root "$picture"
say "Wrote $picture"
