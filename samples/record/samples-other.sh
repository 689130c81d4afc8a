# shellcheck shell=bash
# Samples whose story is not a call: registration, presence, OPTIONS, MESSAGE,
# and the one that breaks rules on purpose.

#: register-401: the registrar asks for credentials and gets them
sample_register_401() {
	kamailio_start WITH_AUTH
	baresip_start alice "$(account alice)"
	await 1 'SIP/2.0 200 OK'
	sleep 0.3
}

#: wrong-password-403: the credentials are wrong
sample_wrong_password_403() {
	kamailio_start WITH_AUTH
	sipsak_run alice -U -C "sip:alice@${V4[alice]}:5060" -x 300 -u alice -a wrong -s sip:alice@example.com
	await 1 'SIP/2.0 403 '
	sleep 0.3
}

#: register-tls: a registration over TLS with forward secrecy, with the key log of the client
sample_register_tls() {
	KEYS=file
	kamailio_start WITH_TLS WITH_AUTH WITH_ECDHE
	sipsak_run alice -E tls --tls-ca-cert="$WORK/tls/ca.pem" --tls-ignore-cert-failure -U \
		-C "sip:alice@${V4[alice]}:5060" -x 300 -u alice -a pw-alice -p "${V4[proxy]}:5061" \
		-s sip:alice@example.com
	sleep 0.3
}

#: interval-423: too short a registration; the phone comes back with a longer one
sample_interval_423() {
	kamailio_start
	linphone_start alice expires=30
	await 1 'SIP/2.0 423 '
	await 1 'SIP/2.0 200 '
	sleep 0.3
}

#: overload-503: a server in maintenance, with Retry-After
sample_overload_503() {
	kamailio_start WITH_OVERLOAD
	sipsak_run alice -s sip:example.com
	baresip_start bob "$(account bob)"
	await 2 'SIP/2.0 503 '
	baresip_do bob dial sip:alice@example.com
	await 3 'SIP/2.0 503 '
	sleep 0.3
}

#: options-200: sipsak asks the proxy and a phone what they can do
sample_options_200() {
	kamailio_start
	baresip_start bob "$(account bob)"
	await 1 'SIP/2.0 200 OK'
	sipsak_run alice -s sip:example.com
	sipsak_run alice -s sip:bob@example.com
	sleep 0.3
}

#: hops-483: Max-Forwards is used up
sample_hops_483() {
	kamailio_start
	baresip_start bob "$(account bob)"
	await 1 'SIP/2.0 200 OK'
	sipsak_run alice -m 0 -s sip:bob@example.com
	sipsak_run carol -T -s sip:bob@example.com
	sleep 0.3
}

#: publish-405: linphone publishes its presence to a server without presence
sample_publish_405() {
	kamailio_start
	linphone_start alice publish=1
	await 1 'SIP/2.0 405 '
	sleep 0.5
}

#: message-415: the phone takes plain text and refuses an "is composing" notice
sample_message_415() {
	kamailio_start
	linphone_start alice
	baresip_start bob "$(account bob)"
	await 2 'SIP/2.0 200 OK'
	linphone_do alice "message sip:bob@example.com hello"
	await 2 'MESSAGE sip:'
	sleep 0.5
	sipp_start carol uac-composing.xml "${V4[proxy]}:5060"
	await 2 'SIP/2.0 415 '
	sleep 0.5
}

#: subscribe-notify: alice watches the presence of bob
sample_subscribe_notify() {
	kamailio_start WITH_PRESENCE
	baresip_start bob "$(account bob ';pubint=600')" 'extra=module_app presence.so'
	await 2 'SIP/2.0 200 '
	baresip_start alice "$(account alice)" 'extra=module_app presence.so' \
		'contacts="Bob" <sip:bob@example.com>;presence=p2p\n'
	await 1 'NOTIFY sip:' 12
	sleep 1
}

#: bad-event-489: a subscription the server cannot serve, a voice mail notice
sample_bad_event_489() {
	kamailio_start WITH_PRESENCE
	baresip_start alice "$(account alice)" 'extra=module_app mwi.so'
	await 1 'SIP/2.0 489 ' 15
	LAST_FRAME=4
}

#: subscribe-423: the presence server finds the subscription too short
sample_subscribe_423() {
	kamailio_start WITH_PRESENCE
	sipp_start alice uac-subscribe.xml "${V4[proxy]}:5060"
	await 1 'SIP/2.0 423 '
	sleep 0.5
}

#: broken-rules: SIPp answers with responses that break one rule each
sample_broken_rules() {
	sipp_start bob broken-uas.xml
	sipp_wait alice broken-uac.xml "${V4[bob]}:5060"
	sleep 0.5
}
