#!/usr/bin/env bash
# Records the sample captures of this folder again: real SIP programs of Debian
# talk to one another inside network namespaces, tcpdump listens on the switch
# between them.  Nothing leaves the machine and nothing stays behind.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=record/lib.sh
source "$HERE/record/lib.sh"
# shellcheck source=record/samples-calls.sh
source "$HERE/record/samples-calls.sh"
# shellcheck source=record/samples-other.sh
source "$HERE/record/samples-other.sh"
# shellcheck source=record/samples-failures.sh
source "$HERE/record/samples-failures.sh"

OUT=$HERE
KEEP=no
# shellcheck disable=SC2034
SAMPLE=''           # for the messages of lib.sh
KEYS=''             # set by a TLS sample: rsa or file
LAST_FRAME=''       # set by a sample that would go on without end

usage() {
	cat <<-'END'
	Usage: record.sh [--list] [--keep] [--out DIR] [NAME...]
	  NAME       samples to record; none: all of them
	  --list     print the names and what each is about
	  --out DIR  write the captures to DIR instead of this folder
	  --keep     keep the scratch directory with all logs
	END
}

list() {
	sed -n 's/^#: //p' "$HERE"/record/samples-*.sh
}

names() { list | sed 's/:.*//'; }

clean_up() {
	local status=$?
	trap - EXIT
	set +e
	capture_stop
	stop_all
	net_down
	if [[ $KEEP == yes ]]; then
		say "logs are in $WORK"
	elif [[ -n $WORK ]]; then
		rm -rf "$WORK"
	fi
	exit "$status"
}

# finish NAME: from the raw recording to the file in this folder.  editcap
# writes a pcapng that says nothing about the machine it was made on.
finish() {
	local name=$1 pcap=$WORK/$1.pcap keys=$WORK/$1.keys
	if [[ -n $LAST_FRAME ]]; then
		editcap -F pcap -r "$pcap" "$pcap.cut" "1-$LAST_FRAME"
		mv "$pcap.cut" "$pcap"
	fi
	case $KEYS in
	rsa) tshark -r "$pcap" -o "tls.keys_list:${V4[proxy]},5061,sip,$WORK/tls/proxy.key;${V4[bob]},5061,sip,$WORK/tls/phone.key" \
		--export-tls-session-keys "$keys" >/dev/null 2>&1 || true ;;
	file) cp "$WORK/keylog" "$keys" ;;
	esac
	if [[ -n $KEYS ]]; then
		[[ -s $keys ]] || die "sample $name: no TLS keys were found; run it again with --keep and look at its logs."
		editcap -F pcapng --inject-secrets "tls,$keys" "$pcap" "$OUT/$name.pcapng" 2>/dev/null
		cp "$keys" "$OUT/$name.keys"
	else
		editcap -F pcapng "$pcap" "$OUT/$name.pcapng" 2>/dev/null
	fi
	say "  $name.pcapng: $(stat -c %s "$OUT/$name.pcapng") bytes;$(codes "$OUT/$name.pcapng")"
}

codes() {
	tshark -r "$1" -Y sip.Status-Code -T fields -E aggregator=/s -e sip.Status-Code 2>/dev/null |
		tr ' ' '\n' | sort -n | uniq -c | awk '{printf " %sx%s", $2, $1}'
}

record() {
	local name=$1
	# shellcheck disable=SC2034
	SAMPLE=$name KEYS='' LAST_FRAME=''
	say "recording $name"
	capture_start "$name"
	"sample_${name//-/_}"
	capture_stop
	stop_all
	finish "$name"
}

main() {
	local wanted=() name
	while (($#)); do
		case $1 in
		--list) list; exit 0 ;;
		--keep) KEEP=yes ;;
		--out) [[ -d ${2:-} ]] || die "--out needs an existing directory."; OUT=$2; shift ;;
		-h | --help) usage; exit 0 ;;
		-*) usage >&2; die "there is no option $1." ;;
		*) names | grep -xF -- "$1" >/dev/null || die "there is no sample $1; record.sh --list prints them."
			wanted+=("$1") ;;
		esac
		shift
	done
	((${#wanted[@]})) || mapfile -t wanted < <(names)
	require_root
	require_programs
	exec 9<"$HERE/record.sh"
	flock -n 9 || die "another run is recording, or ended less than two minutes ago by force; try again later."
	WORK=$(mktemp -d)
	trap clean_up EXIT
	trap 'exit 130' INT TERM HUP
	make_certificates
	net_up
	for name in "${wanted[@]}"; do record "$name"; done
	say "done: ${#wanted[@]} samples in $SECONDS s"
}

main "$@"
