// SPDX-License-Identifier: MIT
// Exchanges that are as they should be. RFC 3665 sections 2 and 3, RFC 5359 sections 2.1, 2.4 and
// 2.5, RFC 5407 section 3.
#include "flows.hpp"

namespace sipgloss::test {

const std::vector<SoundFlow>& sound_flows() {
  static const std::vector<SoundFlow> flows = {
      {"RFC 3665 section 2.1, registration", R"(
   0.0  bob>reg  REGISTER 1 | Contact: <sip:bob@10.0.0.1>
   0.1  reg>bob  401 1 REGISTER | WWW-Authenticate: Digest realm="r", nonce="n"
   0.2  bob>reg  REGISTER 2 | Contact: <sip:bob@10.0.0.1> | Authorization: Digest realm="r", response="0"
   0.3  reg>bob  200 2 REGISTER | Contact: <sip:bob@10.0.0.1>;expires=3600
1800.0  bob>reg  REGISTER 3 | Contact: <sip:bob@10.0.0.1> | Authorization: Digest realm="r", response="1"
1800.1  reg>bob  200 3 REGISTER | Contact: <sip:bob@10.0.0.1>;expires=3600
3000.0  bob>reg  OPTIONS 1  call=other
3000.1  reg>bob  200 1 OPTIONS  call=other
)"},
      {"RFC 3665 section 2.2, update of the contact list", R"(
   0.0  bob>reg  REGISTER 1 | Contact: <mailto:bob@example.com>
   0.1  reg>bob  200 1 REGISTER | Contact: <sip:bob@10.0.0.1>;expires=3600, <mailto:bob@example.com>;expires=4294967295
 100.0  bob>reg  OPTIONS 1  call=other
 100.1  reg>bob  200 1 OPTIONS  call=other
)"},
      {"RFC 3665 section 2.3, request for the current contact list", R"(
   0.0  bob>reg  REGISTER 1
   0.1  reg>bob  200 1 REGISTER | Contact: <sip:bob@10.0.0.1>;expires=30
 100.0  bob>reg  OPTIONS 1  call=other
 100.1  reg>bob  200 1 OPTIONS  call=other
)"},
      {"RFC 3665 section 2.4, cancellation of a registration", R"(
   0.0  bob>reg  REGISTER 1 | Contact: <sip:bob@10.0.0.1>
   0.1  reg>bob  200 1 REGISTER | Contact: <sip:bob@10.0.0.1>;expires=60
   9.0  bob>reg  REGISTER 2 | Contact: * | Expires: 0
   9.1  reg>bob  200 2 REGISTER
 190.0  bob>reg  OPTIONS 1  call=other
 190.1  reg>bob  200 1 OPTIONS  call=other
)"},
      {"RFC 3665 section 3.1, successful session", R"(
   0.0  alice>bob  INVITE 1
   0.1  bob>alice  180 1 INVITE
   2.0  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   2.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   9.0  bob>alice  BYE 1  from=b to=a
   9.1  alice>bob  200 1 BYE  from=b to=a
 190.0  alice>bob  OPTIONS 9  call=other
 190.1  bob>alice  200 9 OPTIONS  call=other
)"},
      {"RFC 3665 section 3.2, session through two proxies", R"(
   0.00  alice>p1  INVITE 1
   0.01  p1>alice  407 1 INVITE | Proxy-Authenticate: Digest realm="r", nonce="n"
   0.02  alice>p1  ACK 1  to=b
   0.03  alice>p1  INVITE 2 | Proxy-Authorization: Digest realm="r", response="0"
   0.04  p1>p2     INVITE 2  via=alice
   0.05  p1>alice  100 2 INVITE
   0.06  p2>bob    INVITE 2  via=p1,alice
   0.07  p2>p1     100 2 INVITE  via=alice
   0.20  bob>p2    180 2 INVITE  via=p1,alice
   0.21  p2>p1     180 2 INVITE  via=alice
   0.22  p1>alice  180 2 INVITE
   3.00  bob>p2    200 2 INVITE  via=p1,alice | Contact: <sip:bob@10.0.0.4> | Record-Route: <sip:10.0.0.3;lr>, <sip:10.0.0.2;lr>
   3.01  p2>p1     200 2 INVITE  via=alice | Contact: <sip:bob@10.0.0.4> | Record-Route: <sip:10.0.0.3;lr>, <sip:10.0.0.2;lr>
   3.02  p1>alice  200 2 INVITE | Contact: <sip:bob@10.0.0.4> | Record-Route: <sip:10.0.0.3;lr>, <sip:10.0.0.2;lr>
   3.03  alice>p1  ACK 2  to=b branch=ack1 uri=sip:bob@10.0.0.4 | Route: <sip:10.0.0.2;lr>, <sip:10.0.0.3;lr> | Proxy-Authorization: Digest realm="r", response="0"
   3.04  p1>p2     ACK 2  to=b branch=ack2 via=alice uri=sip:bob@10.0.0.4 | Route: <sip:10.0.0.3;lr>
   3.05  p2>bob    ACK 2  to=b branch=ack3 via=p1,alice uri=sip:bob@10.0.0.4
   9.00  bob>p2    BYE 1  from=b to=a
   9.01  p2>p1     BYE 1  from=b to=a via=bob
   9.02  p1>alice  BYE 1  from=b to=a via=p2,bob
   9.03  alice>p1  200 1 BYE  from=b to=a via=p2,bob
   9.04  p1>p2     200 1 BYE  from=b to=a via=bob
   9.05  p2>bob    200 1 BYE  from=b to=a
 190.0  alice>p1   OPTIONS 9  call=other
 190.1  p1>alice   200 9 OPTIONS  call=other
 190.2  p1>p2      OPTIONS 8  call=other1
 190.3  p2>p1      200 8 OPTIONS  call=other1
 190.4  p2>bob     OPTIONS 7  call=other2
 190.5  bob>p2     200 7 OPTIONS  call=other2
)"},
      {"RFC 3665 section 3.6, session by way of a redirect server", R"(
   0.0  alice>server  INVITE 1
   0.1  server>alice  302 1 INVITE | Contact: <sip:bob@10.0.0.3>
   0.2  alice>server  ACK 1  to=b
   0.3  alice>bob     INVITE 2  uri=sip:bob@10.0.0.3
   0.4  bob>alice     180 2 INVITE
   2.0  bob>alice     200 2 INVITE | Contact: <sip:bob@10.0.0.3>
   2.1  alice>bob     ACK 2  to=b branch=x uri=sip:bob@10.0.0.3
   9.0  alice>bob     BYE 3  to=b
   9.1  bob>alice     200 3 BYE
 190.0  alice>bob     OPTIONS 9  call=other
 190.1  bob>alice     200 9 OPTIONS  call=other
 190.2  alice>server  OPTIONS 8  call=other1
 190.3  server>alice  200 8 OPTIONS  call=other1
)"},
      {"RFC 3665 section 3.8, no answer", R"(
   0.0  alice>p1  INVITE 1
   0.1  p1>bob    INVITE 1  via=alice
   0.2  p1>alice  100 1 INVITE
   0.3  bob>p1    180 1 INVITE  via=alice
   0.4  p1>alice  180 1 INVITE
   9.0  alice>p1  CANCEL 1
   9.1  p1>alice  200 1 CANCEL  branch=alice1INVITE
   9.2  p1>bob    CANCEL 1
   9.3  bob>p1    200 1 CANCEL  branch=p11INVITE
   9.4  bob>p1    487 1 INVITE  via=alice
   9.5  p1>bob    ACK 1  to=b
   9.6  p1>alice  487 1 INVITE
   9.7  alice>p1  ACK 1  to=b
 190.0  alice>p1  OPTIONS 9  call=other
 190.1  p1>alice  200 9 OPTIONS  call=other
 190.2  p1>bob    OPTIONS 8  call=other1
 190.3  bob>p1    200 8 OPTIONS  call=other1
)"},
      {"RFC 3665 section 3.9, busy", R"(
   0.0  alice>p1  INVITE 1
   0.1  p1>bob    INVITE 1  via=alice
   0.2  p1>alice  100 1 INVITE
   0.3  bob>p1    486 1 INVITE  via=alice
   0.4  p1>bob    ACK 1  to=b
   0.5  p1>alice  486 1 INVITE
   0.6  alice>p1  ACK 1  to=b
 190.0  alice>p1  OPTIONS 9  call=other
 190.1  p1>alice  200 9 OPTIONS  call=other
 190.2  p1>bob    OPTIONS 8  call=other1
 190.3  bob>p1    200 8 OPTIONS  call=other1
)"},
      {"RFC 5359 section 2.1, call hold", R"(
   0.0  alice>bob  INVITE 1
   0.1  bob>alice  180 1 INVITE
   1.0  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.1  alice>bob  ACK 1  to=b branch=x1 uri=sip:bob@10.0.0.2
   5.0  bob>alice  INVITE 1  from=b to=a
   5.1  alice>bob  200 1 INVITE  from=b to=a
   5.2  bob>alice  ACK 1  from=b to=a branch=x2
  50.0  bob>alice  INVITE 2  from=b to=a
  50.1  alice>bob  200 2 INVITE  from=b to=a
  50.2  bob>alice  ACK 2  from=b to=a branch=x3
  60.0  alice>bob  BYE 2  to=b
  60.1  bob>alice  200 2 BYE
 190.0  alice>bob  OPTIONS 9  call=other
 190.1  bob>alice  200 9 OPTIONS  call=other
)"},
      {"RFC 5359 section 2.4, unattended transfer", R"(
   0.0  alice>bob    INVITE 1
   0.1  bob>alice    180 1 INVITE
   1.0  bob>alice    200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.1  alice>bob    ACK 1  to=b branch=x1 uri=sip:bob@10.0.0.2
   5.0  bob>alice    REFER 1  from=b to=a
   5.1  alice>bob    202 1 REFER  from=b to=a | Contact: <sip:alice@10.0.0.1>
   5.2  alice>bob    NOTIFY 2  to=b | Event: refer | Subscription-State: active;expires=60
   5.3  bob>alice    200 2 NOTIFY
   5.4  bob>alice    BYE 2  from=b to=a
   5.5  alice>bob    200 2 BYE  from=b to=a
   5.6  alice>carol  INVITE 1  call=d
   5.7  carol>alice  180 1 INVITE  call=d
   6.0  carol>alice  200 1 INVITE  call=d | Contact: <sip:carol@10.0.0.3>
   6.1  alice>carol  ACK 1  call=d to=b branch=x2 uri=sip:carol@10.0.0.3
   6.2  alice>bob    NOTIFY 3  to=b | Event: refer | Subscription-State: terminated;reason=noresource
   6.3  bob>alice    200 3 NOTIFY
 190.0  alice>bob    OPTIONS 9  call=other
 190.1  bob>alice    200 9 OPTIONS  call=other
 190.2  alice>carol  OPTIONS 8  call=other1
 190.3  carol>alice  200 8 OPTIONS  call=other1
)"},
      {"A subscription that is refreshed and ended", R"(
   0.0  alice>bob  SUBSCRIBE 1 | Event: presence | Expires: 60
   0.1  bob>alice  200 1 SUBSCRIBE | Expires: 60 | Contact: <sip:bob@10.0.0.2>
   0.2  bob>alice  NOTIFY 1  from=b to=a | Event: presence | Subscription-State: active;expires=60
   0.3  alice>bob  200 1 NOTIFY  from=b to=a
  50.0  alice>bob  SUBSCRIBE 2  to=b | Event: presence | Expires: 60
  50.1  bob>alice  200 2 SUBSCRIBE | Expires: 60 | Contact: <sip:bob@10.0.0.2>
  50.2  bob>alice  NOTIFY 2  from=b to=a | Event: presence | Subscription-State: active;expires=60
  50.3  alice>bob  200 2 NOTIFY  from=b to=a
  90.0  alice>bob  SUBSCRIBE 3  to=b | Event: presence | Expires: 0
  90.1  bob>alice  200 3 SUBSCRIBE | Expires: 0 | Contact: <sip:bob@10.0.0.2>
  90.2  bob>alice  NOTIFY 3  from=b to=a | Event: presence | Subscription-State: terminated;reason=timeout
  90.3  alice>bob  200 3 NOTIFY  from=b to=a
 290.0  alice>bob  OPTIONS 9  call=other
 290.1  bob>alice  200 9 OPTIONS  call=other
)"},
      {"A call with reliable ringing and a session timer", R"(
   0.0  alice>bob  INVITE 1 | Supported: 100rel
   0.1  bob>alice  180 1 INVITE | Require: 100rel | RSeq: 1
   0.2  alice>bob  PRACK 2  to=b | RAck: 1 1 INVITE
   0.3  bob>alice  200 2 PRACK
   2.0  bob>alice  200 1 INVITE | Session-Expires: 90;refresher=uac | Contact: <sip:bob@10.0.0.2>
   2.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
  47.0  alice>bob  UPDATE 3  to=b
  47.1  bob>alice  200 3 UPDATE | Session-Expires: 90;refresher=uac
  90.0  alice>bob  BYE 4  to=b
  90.1  bob>alice  200 4 BYE
 290.0  alice>bob  OPTIONS 9  call=other
 290.1  bob>alice  200 9 OPTIONS  call=other
)"},
      {"RFC 5407 section 3.1.2, CANCEL crosses the 200", R"(
   0.00  alice>bob  INVITE 1
   0.10  bob>alice  180 1 INVITE
   1.00  alice>bob  CANCEL 1
   1.00  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.10  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   1.10  bob>alice  200 1 CANCEL  branch=alice1INVITE
   1.20  alice>bob  BYE 2  to=b
   1.30  bob>alice  200 2 BYE
 190.00  alice>bob  OPTIONS 9  call=other
 190.10  bob>alice  200 9 OPTIONS  call=other
)"},
      {"RFC 5407 section 3.2.1, BYEs cross", R"(
   0.00  alice>bob  INVITE 1
   0.10  bob>alice  180 1 INVITE
   1.00  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.10  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   5.00  alice>bob  BYE 2  to=b
   5.00  bob>alice  BYE 1  from=b to=a
   5.10  bob>alice  200 2 BYE
   5.10  alice>bob  200 1 BYE  from=b to=a
 190.00  alice>bob  OPTIONS 9  call=other
 190.10  bob>alice  200 9 OPTIONS  call=other
)"},
      {"RFC 5407 section 3.2.2, BYE crosses a re-INVITE", R"(
   0.00  alice>bob  INVITE 1
   0.10  bob>alice  180 1 INVITE
   1.00  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.10  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   5.00  alice>bob  BYE 2  to=b
   5.00  bob>alice  INVITE 1  from=b to=a
   5.10  alice>bob  481 1 INVITE  from=b to=a
   5.10  bob>alice  200 2 BYE
   5.20  bob>alice  ACK 1  from=b to=a
 190.00  alice>bob  OPTIONS 9  call=other
 190.10  bob>alice  200 9 OPTIONS  call=other
)"},
      {"BYE before the re-INVITE is answered", R"(
   0.00  alice>bob  INVITE 1
   0.10  bob>alice  180 1 INVITE
   1.00  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.10  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   5.00  bob>alice  INVITE 1  from=b to=a
   5.05  bob>alice  BYE 2  from=b to=a
   5.10  alice>bob  200 2 BYE  from=b to=a
   5.15  alice>bob  487 1 INVITE  from=b to=a
   5.20  bob>alice  ACK 1  from=b to=a
 190.00  alice>bob  OPTIONS 9  call=other
 190.10  bob>alice  200 9 OPTIONS  call=other
)"},
      {"RFC 5407 section 3.3.1, re-INVITEs cross", R"(
   0.00  alice>bob  INVITE 1
   0.10  bob>alice  180 1 INVITE
   1.00  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.10  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   5.00  alice>bob  INVITE 2  to=b
   5.00  bob>alice  INVITE 1  from=b to=a
   5.10  bob>alice  491 2 INVITE
   5.10  alice>bob  491 1 INVITE  from=b to=a
   5.20  alice>bob  ACK 2  to=b
   5.20  bob>alice  ACK 1  from=b to=a
   6.00  bob>alice  INVITE 2  from=b to=a
   6.10  alice>bob  200 2 INVITE  from=b to=a
   6.20  bob>alice  ACK 2  from=b to=a branch=y
   8.00  alice>bob  INVITE 3  to=b
   8.10  bob>alice  200 3 INVITE
   8.20  alice>bob  ACK 3  to=b branch=z uri=sip:bob@10.0.0.2
   9.00  alice>bob  BYE 4  to=b
   9.10  bob>alice  200 4 BYE
 190.00  alice>bob  OPTIONS 9  call=other
 190.10  bob>alice  200 9 OPTIONS  call=other
)"},
      {"RFC 5407 section 3.3.2, UPDATE crosses a re-INVITE", R"(
   0.00  alice>bob  INVITE 1
   0.10  bob>alice  180 1 INVITE
   1.00  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.10  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   5.00  alice>bob  UPDATE 2  to=b
   5.00  bob>alice  INVITE 1  from=b to=a
   5.10  bob>alice  491 2 UPDATE
   5.10  alice>bob  491 1 INVITE  from=b to=a
   5.20  bob>alice  ACK 1  from=b to=a
   6.00  bob>alice  INVITE 2  from=b to=a
   6.10  alice>bob  200 2 INVITE  from=b to=a
   6.20  bob>alice  ACK 2  from=b to=a branch=y
   8.00  alice>bob  UPDATE 3  to=b
   8.10  bob>alice  200 3 UPDATE
   9.00  alice>bob  BYE 4  to=b
   9.10  bob>alice  200 4 BYE
 190.00  alice>bob  OPTIONS 9  call=other
 190.10  bob>alice  200 9 OPTIONS  call=other
)"},
      {"A call whose ACK was lost twice on the way", R"(
   0.0  alice>bob  INVITE 1
   0.1  bob>alice  180 1 INVITE
   1.0  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   1.5  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   2.5  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   4.5  bob>alice  200 1 INVITE | Contact: <sip:bob@10.0.0.2>
   4.6  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   9.0  alice>bob  BYE 2  to=b
   9.1  bob>alice  200 2 BYE
 190.0  alice>bob  OPTIONS 9  call=other
 190.1  bob>alice  200 9 OPTIONS  call=other
)"},
  };
  return flows;
}

}  // namespace sipgloss::test
