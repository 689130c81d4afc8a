# shellcheck shell=bash
# Samples in which a request dies without a response: the capture shows why.

#: register-icmp: nobody listens where the phone registers; its host answers with ICMP
sample_register_icmp() {
	baresip_start alice "$(account alice)"
	await 1 'REGISTER sip:'
	sleep 2
}

#: tcp-refused: the phone calls over TCP, and its proxy refuses the connection
sample_tcp_refused() {
	baresip_start alice "$(account_over tcp alice | sed 's/regint=600/regint=0/')"
	baresip_do alice dial sip:bob@example.com
	sleep 2
}

#: silence-invite: the server gets the INVITE and says nothing; the phone gives up after 32 s
sample_silence_invite() {
	sipp_start proxy uas-silent.xml
	baresip_start alice "$(account alice | sed 's/regint=600/regint=0/')"
	baresip_do alice dial sip:bob@example.com
	await 7 'INVITE sip:bob' 40
	sleep 2
}

#: dns-failure: the name of the proxy does not exist; the phone cannot even send
sample_dns_failure() {
	spawn proxy nameserver python3 "$HERE/record/nxdomain.py"
	wait_port proxy ":53" nameserver
	baresip_start alice "$(account alice | sed 's/sip:192.0.2.1/sip:proxy.nowhere.test/')" \
		extra="dns_server ${V4[proxy]}:53"
	await 1 nowhere
	sleep 2
}
