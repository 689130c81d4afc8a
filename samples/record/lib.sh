# shellcheck shell=bash
# The laboratory behind record.sh: a small LAN of network namespaces, the SIP
# programs in it, and the recording of what they say to one another.

PREFIX=sgrec                       # every namespace created here starts so
HOSTS=(proxy alice bob carol)
declare -A V4=([proxy]=192.0.2.1 [alice]=192.0.2.11 [bob]=192.0.2.12 [carol]=192.0.2.13)
declare -A V6=([proxy]=2001:db8::1 [alice]=2001:db8::11 [bob]=2001:db8::12 [carol]=2001:db8::13)
CAPTURE_FILTER='port 5060 or port 5061 or port 53 or (icmp and icmp[30:2] == 5060)'
WORK=''                            # scratch directory of this run
PIDS=()                            # processes of the sample being recorded
CAPTURE=''
CAPTURE_PID=''
declare -A LINPHONE_IN=()          # the pipe to each linphone-daemon
PORT_SEED=0                        # gives every phone its own RTP ports

say() { printf '%s\n' "$*"; }
die() { printf 'record.sh: %s\n' "$*" >&2; exit 1; }

# --- what has to be there ---------------------------------------------------

require_root() {
	[[ $(id -u) == 0 ]] || die "network namespaces need root: run it with sudo."
}

require_programs() {
	local missing=() pair program package
	for pair in ip:iproute2 ethtool:ethtool tcpdump:tcpdump unshare:util-linux openssl:openssl \
		editcap:wireshark-common tshark:tshark kamailio:kamailio sipp:sip-tester \
		baresip:baresip-core linphone-daemon:linphone-cli sipsak:sipsak python3:python3; do
		program=${pair%%:*} package=${pair##*:}
		command -v "$program" >/dev/null || missing+=("$package")
	done
	MODULES_KAMAILIO=$(find_modules kamailio/modules/tm.so)
	MODULES_BARESIP=$(find_modules baresip/modules/menu.so)
	[[ -n $MODULES_KAMAILIO ]] || missing+=(kamailio)
	[[ -n $MODULES_BARESIP ]] || missing+=(baresip-core)
	[[ -f $MODULES_KAMAILIO/tls.so ]] || missing+=(kamailio-tls-modules)
	[[ -f $MODULES_KAMAILIO/presence.so ]] || missing+=(kamailio-presence-modules)
	((${#missing[@]} == 0)) ||
		die "packages are missing; install them with: apt-get install ${missing[*]}"
}

find_modules() {
	local found
	found=$(find /usr/lib /usr/lib64 -path "*/$1" -print -quit 2>/dev/null || true)
	[[ -z $found ]] || dirname "$found"
}

# --- the network ------------------------------------------------------------

ns() { printf '%s-%s' "$PREFIX" "$1"; }

net_up() {
	local host n=0
	net_down
	ip netns add "$(ns lan)" || die "cannot create a network namespace: is this a container without CAP_SYS_ADMIN?"
	ip -n "$(ns lan)" link add name br0 type bridge
	ip -n "$(ns lan)" link set br0 up
	for host in "${HOSTS[@]}"; do
		n=$((n + 1))
		net_host "$host" "$n"
	done
}

net_host() {
	local host=$1 n=$2 space
	space=$(ns "$host")
	ip netns add "$space"
	ip -n "$space" link set lo up
	ip -n "$space" link add name eth0 address "02:00:00:00:00:0$n" type veth \
		peer name "to-$host" netns "$(ns lan)"
	# Finished checksums, as on a wire: veth would leave them to nobody.
	ip netns exec "$space" ethtool -K eth0 tx off tso off gso off >/dev/null
	ip -n "$(ns lan)" link set "to-$host" master br0 up
	ip -n "$space" link set eth0 up
	ip -n "$space" addr add "${V4[$host]}/24" dev eth0
	ip -n "$space" addr add "${V6[$host]}/64" dev eth0 nodad
}

net_down() {
	local space pid
	while read -r space _; do
		[[ $space == "$PREFIX"-* ]] || continue
		for pid in $(ip netns pids "$space" 2>/dev/null); do
			kill -KILL "$pid" 2>/dev/null || true
		done
		ip netns del "$space" 2>/dev/null || true
	done < <(ip netns list 2>/dev/null)
}

# --- processes --------------------------------------------------------------

# run_in HOST COMMAND...: in that host's network and under that host's name, so
# that no program can put the name of the recording machine into a message.
run_in() {
	local host=$1
	shift
	ip netns exec "$(ns "$host")" unshare --uts \
		env -i PATH="$PATH" LANG=C HOME="$WORK/$host" bash -c \
		'hostname "$1"; shift; exec "$@"' _ "$host.example.com" "$@"
}

spawn() {
	local host=$1 name=$2
	shift 2
	mkdir -p "$WORK/$host/.local/share/linphone"
	run_in "$host" timeout -k 2 90 "$@" >"$WORK/$name.log" 2>&1 </dev/null &
	PIDS+=($!)
	disown				# baresip may crash while it ends: no word of the shell about it
}

stop_all() {
	local pid
	for pid in "${PIDS[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
	for pid in "${PIDS[@]}"; do gone "$pid" 30 || kill -KILL "$pid" 2>/dev/null || true; done
	PIDS=()
	local host
	for host in "${HOSTS[@]}"; do
		for pid in $(ip netns pids "$(ns "$host")" 2>/dev/null); do
			kill -KILL "$pid" 2>/dev/null || true
		done
	done
	wait 2>/dev/null || true
}

# gone PID TENTHS: true as soon as the process has ended.
gone() {
	local n
	for ((n = 0; n < $2; n++)); do
		kill -0 "$1" 2>/dev/null || return 0
		sleep 0.1
	done
	return 1
}

# --- the recording ----------------------------------------------------------

capture_start() {
	CAPTURE=$WORK/$1.pcap
	: >"$CAPTURE"
	: >"$WORK/tcpdump.log"
	ip netns exec "$(ns lan)" timeout 120 tcpdump -Z root --immediate-mode -U -n -i br0 -s 0 \
		-c 5000 -w "$CAPTURE" "$CAPTURE_FILTER" 2>"$WORK/tcpdump.log" &
	CAPTURE_PID=$!
	local n
	for ((n = 0; n < 50; n++)); do
		grep -q listening "$WORK/tcpdump.log" && return 0
		sleep 0.1
	done
	die "tcpdump did not start: $(cat "$WORK/tcpdump.log")"
}

capture_stop() {
	[[ -n $CAPTURE_PID ]] || return 0
	sleep 0.3
	kill -TERM "$CAPTURE_PID" 2>/dev/null || true
	wait "$CAPTURE_PID" 2>/dev/null || true
	CAPTURE_PID=''
}

# seen TEXT: how often a literal text has gone over the wire so far.
seen() { grep -aoF -- "$1" "$CAPTURE" | wc -l || true; }

# await COUNT TEXT [SECONDS]: wait until TEXT was on the wire COUNT times.
await() {
	local count=$1 text=$2 seconds=${3:-8} n
	for ((n = 0; n < seconds * 10; n++)); do
		(($(seen "$text") >= count)) && return 0
		sleep 0.1
	done
	die "sample $SAMPLE: waited $seconds s in vain for \"$text\" ($count times); see the logs in $WORK (kept with --keep)."
}

# --- Kamailio ---------------------------------------------------------------

# kamailio_start [WITH_FEATURE]...
kamailio_start() {
	local flags=() feature a4=${V4[proxy]} a6=${V6[proxy]} dir=$WORK/kamailio
	for feature in "$@"; do flags+=(-A "$feature"); done
	mkdir -p "$dir" && rm -rf "${dir:?}"/*
	mkdir "$dir/db" "$dir/run"
	cp /usr/share/kamailio/dbtext/kamailio/* "$dir/db/"
	sed -e "s|TLS_DIR|$WORK/tls|g" "$HERE/record/tls.cfg" >"$WORK/tls/tls.cfg"
	# For a client that writes a key log itself, forward secrecy will do.  Not
	# TLS 1.3: sipsak takes its session tickets for the end of the connection.
	[[ " $* " != *" WITH_ECDHE "* ]] || sed -i '/^cipher_list/d' "$WORK/tls/tls.cfg"
	sed -e "s|TLS_DIR|$WORK/tls|g" -e "s|DB_DIR|$dir/db|g" \
		"$HERE/record/kamailio.cfg" >"$dir/kamailio.cfg"
	local listen=(-l "udp:$a4:5060" -l "tcp:$a4:5060" -l "udp:[$a6]:5060")
	[[ " $* " != *" WITH_TLS "* ]] || listen+=(-l "tls:$a4:5061")
	spawn proxy kamailio kamailio -DD -E -m 32 -M 8 -L "$MODULES_KAMAILIO" -Y "$dir/run" \
		-w "$dir" -f "$dir/kamailio.cfg" "${flags[@]}" "${listen[@]}"
	wait_port proxy "$a4:5060" kamailio
}

# wait_port HOST ADDRESS:PORT LOG: until a program listens there over UDP.
wait_port() {
	local n
	for ((n = 0; n < 80; n++)); do
		ip netns exec "$(ns "$1")" ss -Hlun | grep -F "$2" >/dev/null && return 0
		sleep 0.1
	done
	die "nothing listens on $2: $(tail -n 3 "$WORK/$3.log")"
}

# --- baresip ----------------------------------------------------------------

# baresip_start HOST "ACCOUNT LINE" [key=value]...
# keys: max_calls, extra (a config line), listen, contacts
baresip_start() {
	local host=$1 account=$2 dir=$WORK/$1/baresip key
	local max_calls=4 extra='' listen="${V4[$1]}:5060" contacts=''
	shift 2
	for key in "$@"; do local "${key%%=*}=${key#*=}"; done
	mkdir -p "$dir"
	PORT_SEED=$(((PORT_SEED + 1) % 200))
	sed -e "s|@LISTEN@|$listen|" -e "s|@TLS_DIR@|$WORK/tls|" -e "s|@MAX_CALLS@|$max_calls|" \
		-e "s|@RTP_PORTS@|$(rtp_port)-$(($(rtp_port) + 18))|" \
		-e "s|@MODULES@|$MODULES_BARESIP|" -e "s|@EXTRA@|$extra|" \
		"$HERE/record/baresip.config" >"$dir/config"
	printf '%s\n' "$account" >"$dir/accounts"
	printf '%b' "$contacts" >"$dir/contacts"
	rm -f "$dir/uuid"
	spawn "$host" "baresip-$host" stdbuf -oL baresip -f "$dir"
	wait_port "$host" ":5060" "baresip-$host"
	wait_control "$host"
}

rtp_port() { echo $((10000 + 2 * (PORT_SEED * 20 + RANDOM % 5))); }

wait_control() {
	local n
	for ((n = 0; n < 50; n++)); do
		ip netns exec "$(ns "$1")" ss -Hltn | grep -F ":4444" >/dev/null && return 0
		sleep 0.1
	done
	die "baresip on $1 opened no control port: $(tail -n 3 "$WORK/baresip-$1.log")"
}

# account HOST [PARAMETERS]: the line of a phone of example.com behind the proxy.
account() {
	printf '"%s" <sip:%s@example.com>;auth_user=%s;auth_pass=pw-%s;outbound="sip:192.0.2.1";regint=600;audio_codecs=PCMU,PCMA%s' \
		"${1^}" "$1" "$1" "$1" "${2:-}"
}

# baresip_do HOST COMMAND [PARAMETER]: one command over its control port.
baresip_do() {
	local json
	json=$(printf '{"command":"%s","params":"%s","token":"t"}' "$2" "${3:-}")
	ip netns exec "$(ns "$1")" timeout 3 bash -c \
		'exec 3<>/dev/tcp/127.0.0.1/4444; printf "%d:%s," "${#1}" "$1" >&3; sleep 0.2' _ "$json" ||
		die "baresip on $1 does not take the command $2; see $WORK/baresip-$1.log"
}

# --- linphone ---------------------------------------------------------------

# linphone_start HOST [key=value]...: linphone-daemon reading commands from a pipe
linphone_start() {
	local host=$1 dir=$WORK/$1/linphone key
	local ring_seconds=30 rel100=1 expires=600 publish=0 transport=udp password="pw-$1"
	local extra_sip='' extra_proxy='' max_calls=10 registers=1
	shift
	for key in "$@"; do local "${key%%=*}=${key#*=}"; done
	rm -rf "$dir" && mkdir -p "$dir"
	PORT_SEED=$(((PORT_SEED + 1) % 200))
	sed -e "s|@USER@|$host|g" -e "s|@ADDRESS@|${V4[$host]}|" -e "s|@RING_SECONDS@|$ring_seconds|" \
		-e "s|@REL100@|$rel100|" -e "s|@RTP_PORT@|$(rtp_port)|" -e "s|@PASSWORD@|$password|" \
		-e "s|@TRANSPORT@|$transport|g" -e "s|@EXPIRES@|$expires|" -e "s|@PUBLISH@|$publish|" \
		-e "s|@EXTRA_SIP@|$extra_sip|" -e "s|@EXTRA_PROXY@|$extra_proxy|" \
		-e "s|@MAX_CALLS@|$max_calls|" \
		"$HERE/record/linphonerc" >"$dir/linphonerc"
	# A phone that calls the other one directly.
	[[ $registers == 1 ]] || sed -i '/^reg_route/d; s/^reg_sendregister=1/reg_sendregister=0/' "$dir/linphonerc"
	mkfifo "$dir/in"
	mkdir -p "$WORK/$host/.local/share/linphone"
	# The pipe is held open by the shell, or the daemon would see its end.
	# shellcheck disable=SC1083
	exec {LINPHONE_IN[$host]}<>"$dir/in"
	HOST_IN=${LINPHONE_IN[$host]}
	run_in "$host" timeout -k 2 90 linphone-daemon --disable-stats-events \
		--log "$dir/log" --config "$dir/linphonerc" \
		<&"$HOST_IN" >"$WORK/linphone-$host.log" 2>&1 &
	PIDS+=($!)
	disown
	wait_port "$host" ":5060" "linphone-$host"
}

linphone_do() {
	local host=$1
	shift
	printf '%s\n' "$*" >&"${LINPHONE_IN[$host]}"
}

# --- certificates -----------------------------------------------------------

# A certificate authority, a proxy and a phone that live as long as this run.
make_certificates() {
	local dir=$WORK/tls quiet=(-batch)
	mkdir -p "$dir"
	openssl req "${quiet[@]}" -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Example laboratory CA' \
		-keyout "$dir/ca.key" -out "$dir/ca.pem" 2>/dev/null
	make_certificate proxy example.com "DNS:example.com,IP:${V4[proxy]}"
	make_certificate phone phone.example.com 'DNS:phone.example.com'
	cat "$dir/phone.crt" "$dir/phone.key" >"$dir/phone.pem"
}

make_certificate() {
	local dir=$WORK/tls name=$1
	openssl req -batch -newkey rsa:2048 -nodes -subj "/CN=$2" \
		-keyout "$dir/$name.key" -out "$dir/$name.csr" 2>/dev/null
	openssl x509 -req -in "$dir/$name.csr" -CA "$dir/ca.pem" -CAkey "$dir/ca.key" -CAcreateserial \
		-days 30 -out "$dir/$name.crt" -extfile <(printf 'subjectAltName=%s\n' "$3") 2>/dev/null
}

# --- SIPp and sipsak --------------------------------------------------------

# sipp_start HOST SCENARIO [REMOTE]: one run of a scenario of this folder, in the background
sipp_start() {
	local host=$1 scenario=$2 remote=${3:-}
	PORT_SEED=$(((PORT_SEED + 1) % 200))
	# No remote, no argument: hence without quotes.
	# shellcheck disable=SC2086
	spawn "$host" "sipp-$host" sipp $remote -sf "$HERE/record/$scenario" -i "${V4[$host]}" \
		-p 5060 -mp "$(rtp_port)" -m 1 -nostdin -default_behaviors none -timeout 60 -cid_str '%u-%p-sipp@%s'
	[[ -n $remote ]] || wait_port "$host" "${V4[$host]}:5060" "sipp-$host"
}

# sipp_wait: the same, in the foreground
sipp_wait() {
	sipp_start "$@"
	gone "${PIDS[-1]}" 300 || die "SIPp on $1 did not finish $2; see $WORK/sipp-$1.log"
}

# sipsak ends with a non-zero status on every code but 200: that is no failure here.
sipsak_run() {
	local host=$1
	shift
	mkdir -p "$WORK/$host"
	run_in "$host" env SSLKEYLOGFILE="$WORK/keylog" timeout 15 \
		sipsak -vv -H "${V4[$host]}" -p "${V4[proxy]}" "$@" >>"$WORK/sipsak-$host.log" 2>&1 || true
}

pid_of() { ip netns pids "$(ns "$1")" | while read -r pid; do
	[[ $(cat "/proc/$pid/comm" 2>/dev/null) != "$2" ]] || echo "$pid"
done; }

# await_log NAME PATTERN: for what is encrypted on the wire
await_log() {
	local n
	for ((n = 0; n < 80; n++)); do
		grep -q -- "$2" "$WORK/$1.log" && return 0
		sleep 0.1
	done
	die "sample $SAMPLE: \"$2\" did not appear in the log of $1: $(tail -n 3 "$WORK/$1.log")"
}

account_over() { account "$2" "${3:-}" | sed "s|192.0.2.1\"|192.0.2.1$([[ $1 == tls ]] && echo :5061);transport=$1\"|; s|@example.com>|@example.com;transport=$1>|"; }
account_v6() { account "$1" | sed "s|sip:192.0.2.1|sip:[${V6[proxy]}]|"; }
