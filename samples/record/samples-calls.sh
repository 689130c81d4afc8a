# shellcheck shell=bash
# Samples whose story is a call.  One function a sample; the comment above it is
# what --list prints.  Every function starts with an empty network and a running
# capture, and waits for what it wants to see on the wire.

# alice and bob behind the proxy, both baresip, both registered.
two_phones() {
	local params=${1:-}
	baresip_start alice "$(account alice "$params")"
	baresip_start bob "$(account bob "$params")"
	await 2 'SIP/2.0 200 OK'
}

# answer_and_hang_up: from the ringing phone of bob to the end of the call.
answer_and_hang_up() {
	sleep 1
	baresip_do bob accept
	await "${1:-2}" 'ACK sip:'
	sleep 1
	baresip_do alice hangup
	sleep 0.7
}

#: call-basic: a plain call through a proxy: 100, 180, 200, ACK, BYE
sample_call_basic() {
	kamailio_start
	two_phones
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	answer_and_hang_up
}

#: call-proxy-auth-407: the proxy asks the caller for credentials first
sample_call_proxy_auth_407() {
	kamailio_start WITH_AUTH
	two_phones
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	answer_and_hang_up 3
}

#: call-tcp: the same call over TCP
sample_call_tcp() {
	kamailio_start
	baresip_start alice "$(account_over tcp alice)"
	baresip_start bob "$(account_over tcp bob)"
	await 2 'SIP/2.0 200 OK'
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	answer_and_hang_up
}

#: call-ipv6: the same call over IPv6
sample_call_ipv6() {
	local user
	kamailio_start
	for user in alice bob; do
		baresip_start "$user" "$(account_v6 "$user")" "listen=[${V6[$user]}]:5060"
	done
	await 2 'SIP/2.0 200 OK'
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	answer_and_hang_up
}

#: call-tls: the same call over TLS 1.2, with its key log
sample_call_tls() {
	KEYS=rsa
	kamailio_start WITH_TLS
	baresip_start alice "$(account_over tls alice)"
	baresip_start bob "$(account_over tls bob)"
	await_log baresip-alice 'registered successfully\|200 OK'
	await_log baresip-bob 'registered successfully\|200 OK'
	baresip_do alice dial sip:bob@example.com
	await_log baresip-alice '180 Ringing'
	sleep 1
	baresip_do bob accept
	await_log baresip-alice 'Call established'
	sleep 1
	baresip_do alice hangup
	await_log baresip-bob 'session closed'
	sleep 0.5
}

#: busy-486: bob talks to carol and his phone takes one call at a time
sample_busy_486() {
	kamailio_start
	linphone_start bob max_calls=1
	baresip_start alice "$(account alice)"
	baresip_start carol "$(account carol)"
	await 3 'SIP/2.0 200 OK'
	baresip_do carol dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	linphone_do bob answer
	await 2 'ACK sip:'
	sleep 1
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 486 '
	sleep 1
	baresip_do carol hangup
	await 2 'BYE sip:'
	sleep 0.5
}

#: rejected-486: bob presses "reject": 486 with a reason phrase of its own
sample_rejected_486() {
	kamailio_start
	two_phones
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	sleep 1
	baresip_do bob hangup
	await 2 'SIP/2.0 486 '
	sleep 0.5
}

#: declined-603: bob declines, everywhere
sample_declined_603() {
	kamailio_start
	linphone_start bob
	baresip_start alice "$(account alice)"
	await 2 'SIP/2.0 200 OK'
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	sleep 1
	linphone_do bob terminate
	await 2 'SIP/2.0 603 '
	sleep 0.5
}

#: cancelled-487: alice hangs up before bob answers
sample_cancelled_487() {
	kamailio_start
	two_phones
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	sleep 1
	baresip_do alice hangup
	await 2 'SIP/2.0 487 '
	await 2 'ACK sip:'
	sleep 0.3
}

#: redirect-302: bob has moved; the call follows the Contact of the 302
sample_redirect_302() {
	kamailio_start
	two_phones
	baresip_do alice dial sip:old-bob@example.com
	await 2 'SIP/2.0 180 '
	answer_and_hang_up 3
}

#: no-answer-408: the proxy gives up after some seconds of ringing
sample_no_answer_408() {
	kamailio_start WITH_SHORT_RING
	two_phones
	baresip_do alice dial sip:bob@example.com
	await 1 'SIP/2.0 408 ' 12
	await 2 'ACK sip:'
	sleep 0.3
}

#: no-answer-480: the phone of bob itself gives up ringing
sample_no_answer_480() {
	kamailio_start
	linphone_start bob ring_seconds=4 extra_sip=inc_timeout_status_code=480
	baresip_start alice "$(account alice)"
	await 2 'SIP/2.0 200 OK'
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 480 ' 12
	sleep 0.5
}

#: not-registered-480: bob exists and has no phone on
sample_not_registered_480() {
	kamailio_start
	baresip_start alice "$(account alice)"
	await 1 'SIP/2.0 200 OK'
	baresip_do alice dial sip:bob@example.com
	await 1 'SIP/2.0 480 '
	sleep 0.5
}

#: unknown-user-404: nobody of that name
sample_unknown_user_404() {
	kamailio_start
	baresip_start alice "$(account alice)"
	await 1 'SIP/2.0 200 OK'
	baresip_do alice dial sip:nobody@example.com
	await 1 'SIP/2.0 404 '
	sleep 0.5
}

#: fork-cancel-487: bob has two phones; one answers, the proxy cancels the other
sample_fork_cancel_487() {
	kamailio_start
	two_phones
	baresip_start carol "$(account bob)"
	await 3 'SIP/2.0 200 OK'
	baresip_do alice dial sip:bob@example.com
	await 4 'SIP/2.0 180 '
	answer_and_hang_up 3
}

#: merged-482: both contacts of bob lead to one phone, which sees the request twice
sample_merged_482() {
	local contact
	kamailio_start WITH_MERGE
	two_phones
	contact=$(grep -aom1 'sip:bob-0x[0-9a-f]*@[0-9.:]*' "$CAPTURE")
	sipsak_run carol -U -C "$contact;line=2" -x 300 -s sip:bob@example.com
	baresip_do alice dial sip:bob@example.com
	await 1 'SIP/2.0 482 '
	answer_and_hang_up 3
}

#: codec-488: no codec in common
sample_codec_488() {
	kamailio_start
	baresip_start alice "$(account alice | sed 's|PCMU,PCMA|G722/16000/1|')"
	baresip_start bob "$(account bob)"
	await 2 'SIP/2.0 200 OK'
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 488 '
	sleep 0.5
}

#: call-gone-481: the phone of bob restarts during the call; then the BYE
sample_call_gone_481() {
	kamailio_start
	two_phones
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	baresip_do bob accept
	await 2 'ACK sip:'
	kill -KILL "$(pid_of bob baresip)"
	sleep 0.5
	baresip_start bob "$(account bob)"
	sleep 0.5
	baresip_do alice hangup
	await 2 'SIP/2.0 481 '
	sleep 0.3
}

#: prack-reliable-180: a reliable 180 (RSeq, Require: 100rel) and its PRACK
sample_prack_reliable_180() {
	kamailio_start
	linphone_start alice rel100=2
	linphone_start bob rel100=2
	await 2 'SIP/2.0 200 OK'
	linphone_do alice call sip:bob@example.com
	await 2 'PRACK sip:'
	sleep 1
	linphone_do bob answer
	await 2 'CSeq: 20 ACK'	# "ACK sip:" is in "PRACK sip:" too
	sleep 1
	linphone_do alice terminate
	await 2 'BYE sip:'
	sleep 0.5
}

#: update-early-183: reliable 183 with SDP, PRACK, then UPDATE before the answer
sample_update_early_183() {
	# Without a registration linphone learns its own address from the way out
	# of the network; this one leads nowhere, the proxy forwards no packets.
	ip -n "$(ns alice)" route add default via "${V4[proxy]}"
	linphone_start alice rel100=2 registers=0
	sipp_start bob uas-update.xml
	linphone_do alice "call sip:bob@${V4[bob]}"
	await 1 'UPDATE sip:'
	await 1 'CSeq: 20 ACK'
	sleep 1
	linphone_do alice terminate
	await 1 'BYE sip:'
	sleep 0.5
	ip -n "$(ns alice)" route del default
}

answer_bob_end_by_linphone() {
	sleep 1
	baresip_do bob accept
	await 2 'ACK sip:'
	sleep 1
	linphone_do alice terminate
	await 2 'BYE sip:'
	sleep 0.5
}

#: transfer-refer-202: bob transfers alice to carol: REFER, 202, NOTIFY with sipfrag
sample_transfer_refer_202() {
	kamailio_start
	two_phones
	baresip_start carol "$(account carol)"
	await 3 'SIP/2.0 200 OK'
	baresip_do alice dial sip:bob@example.com
	await 2 'SIP/2.0 180 '
	baresip_do bob accept
	await 2 'ACK sip:'
	sleep 1
	baresip_do bob transfer sip:carol@example.com
	await 2 'SIP/2.0 202 '
	await 4 'SIP/2.0 180 '
	sleep 1
	baresip_do carol accept
	await 4 'ACK sip:'
	sleep 1
	baresip_do alice hangup
	sleep 1
}

#: bad-extension-420: extensions nobody has: Proxy-Require at the proxy, Require at the phone
sample_bad_extension_420() {
	kamailio_start
	baresip_start bob "$(account bob)"
	await 1 'SIP/2.0 200 OK'
	sipsak_run alice -j 'Proxy-Require: sec-agree' -s sip:bob@example.com
	await 1 'SIP/2.0 420 '
	sipp_start alice uac-require.xml "${V4[proxy]}:5060"
	await 3 'SIP/2.0 420 '
	await 2 'ACK sip:'
	sleep 0.5
}

#: session-timer-422: the session interval is too small; the caller raises it
sample_session_timer_422() {
	kamailio_start
	linphone_start alice 'extra_sip=session_expires_enabled=1\nsession_expires_value=120\nsession_expires_min_value=90'
	baresip_start bob "$(account bob)"
	await 2 'SIP/2.0 200 OK'
	linphone_do alice call sip:bob@example.com
	await 1 'SIP/2.0 422 '
	await 2 'SIP/2.0 180 '
	answer_bob_end_by_linphone
}

#: unreachable-408: the phone of bob is gone, its host says so (ICMP), 408
sample_unreachable_408() {
	kamailio_start
	two_phones
	kill -KILL "$(pid_of bob baresip)"
	sleep 0.3
	baresip_do alice dial sip:bob@example.com
	await 1 'SIP/2.0 408 ' 12
	await 1 'ACK sip:'
	sleep 0.3
}

#: send-failed-477: the phone of bob has left its TCP connection; a code nobody registered
sample_send_failed_477() {
	kamailio_start
	baresip_start alice "$(account alice)"
	baresip_start bob "$(account_over tcp bob)"
	await 2 'SIP/2.0 200 OK'
	kill -KILL "$(pid_of bob baresip)"
	sleep 0.5
	baresip_do alice dial sip:bob@example.com
	await 1 'SIP/2.0 477 ' 12
	sleep 0.5
}
