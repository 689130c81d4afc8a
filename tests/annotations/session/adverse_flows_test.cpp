// SPDX-License-Identifier: MIT
// Flows in which responses are easily taken for those of other requests: every response names its
// own, copies are told from what is sent anew, and nothing is called missing or late. RFC 3261
// sections 17.1.3, 17.2.3 and 18.2.2.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

/// Behind the # of a line stands what its message is: "answers 1", "again 1" (sent again), "twice
/// 1" (captured twice), "follows 2", with a comma between them. What is not named there is not so.
struct AdverseFlow {
  const char* name;
  const char* text;
};

constexpr AdverseFlow flows[] = {
    {"IPv6", R"(
    0.0  ipv6a>ipv6b  INVITE 1
    0.1  ipv6b>ipv6a  180 1 INVITE                 # answers 1
    0.2  ipv6b>ipv6a  200 1 INVITE                 # answers 1
    0.3  ipv6a>ipv6b  ACK 1  to=b branch=x         # follows 3
    9.0  ipv6b>ipv6a  BYE 1  from=b to=a
    9.1  ipv6a>ipv6b  200 1 BYE  from=b to=a       # answers 5
)"},
    {"The request comes from an ephemeral port, the response goes to the one in Via", R"(
    0.0  a:40000>b  OPTIONS 1  branch=1 sent-by=10.0.0.1:5070
    0.1  b>a:5070   200 1 OPTIONS  branch=1 sent-by=10.0.0.1:5070  # answers 1
    0.2  a:40001>b  OPTIONS 2  branch=2 sent-by=10.0.0.1:5070
    0.3  b>a:5070   200 2 OPTIONS  branch=2 sent-by=10.0.0.1:5070  # answers 3
)"},
    {"A NAT changes the port between two sendings", R"(
    0.0  a:1024>b  INVITE 1  branch=1 sent-by=192.168.0.7
    0.5  a:2048>b  INVITE 1  branch=1 sent-by=192.168.0.7          # again 1
    0.6  b>a:2048  180 1 INVITE  branch=1 sent-by=192.168.0.7      # answers 1
    0.7  b>a:1024  486 1 INVITE  branch=1 sent-by=192.168.0.7      # answers 1
    0.8  a:2048>b  ACK 1  branch=1 sent-by=192.168.0.7 to=b        # follows 4
)"},
    {"Two calls with equal CSeq, sent again by turns", R"(
    0.0  a>b  INVITE 1  call=one branch=1
    0.1  a>b  INVITE 1  call=two branch=2
    0.5  a>b  INVITE 1  call=one branch=1                 # again 1
    0.6  a>b  INVITE 1  call=two branch=2                 # again 2
    0.7  b>a  486 1 INVITE  call=two branch=2             # answers 2
    0.8  b>a  486 1 INVITE  call=one branch=1             # answers 1
    1.2  b>a  486 1 INVITE  call=two branch=2             # answers 2, again 5
    1.3  b>a  486 1 INVITE  call=one branch=1             # answers 1, again 6
    1.4  a>b  ACK 1  call=two branch=2 to=b               # follows 5
    1.5  a>b  ACK 1  call=one branch=1 to=b               # follows 6
)"},
    {"The same of old peers without the magic cookie", R"(
    0.0  a>b  INVITE 1  call=one branch=~1
    0.1  a>b  INVITE 1  call=two branch=~1
    0.5  a>b  INVITE 1  call=one branch=~1                # again 1
    0.6  a>b  INVITE 1  call=two branch=~1                # again 2
    0.7  b>a  486 1 INVITE  call=two branch=~1            # answers 2
    0.8  b>a  486 1 INVITE  call=one branch=~1            # answers 1
    1.4  a>b  ACK 1  call=two branch=~1 to=b              # follows 5
    1.5  a>b  ACK 1  call=one branch=~1 to=b              # follows 6
)"},
    {"Old peers without any branch", R"(
    0.0  a>b  INVITE 1  call=one branch=~
    0.1  a>b  INVITE 1  call=two branch=~
    0.2  b>a  200 1 INVITE  call=two branch=~             # answers 2
    0.3  b>a  404 1 INVITE  call=one branch=~             # answers 1
    0.4  a>b  ACK 1  call=one branch=~ to=b               # follows 4
    0.5  a>b  ACK 1  call=two branch=~ to=b               # follows 3
    9.0  a>b  BYE 2  call=two branch=~ to=b
    9.1  b>a  200 2 BYE  call=two branch=~                # answers 7
)"},
    {"A client that has one branch for all that it sends", R"(
     0.0  a>b  REGISTER 1  branch=1
     0.1  b>a  401 1 REGISTER  branch=1 | WWW-Authenticate: Digest realm="r", nonce="n"    # answers 1
     0.2  a>b  REGISTER 2  branch=1 | Authorization: Digest realm="r", response="0"         # follows 2
     0.3  b>a  200 2 REGISTER  branch=1                   # answers 3
    50.0  a>b  REGISTER 3  branch=1                       # follows 4
    50.1  b>a  200 3 REGISTER  branch=1                   # answers 5
    60.0  a>b  OPTIONS 7  call=d branch=1
    60.1  b>a  200 7 OPTIONS  call=d branch=1             # answers 7
    61.0  a>b  OPTIONS 7  call=e branch=1
    61.1  b>a  200 7 OPTIONS  call=e branch=1             # answers 9
    61.6  b>a  200 7 OPTIONS  call=e branch=1             # answers 9, again 10
    62.0  b>a  200 7 OPTIONS  call=d branch=1             # answers 7, again 8
)"},
    {"An INVITE that is sent again with credentials and its branch", R"(
    0.0  a>b  INVITE 1  branch=1
    0.1  b>a  407 1 INVITE  branch=1 | Proxy-Authenticate: Digest realm="r", nonce="n"     # answers 1
    0.2  a>b  ACK 1  branch=1 to=b                        # follows 2
    0.3  a>b  INVITE 2  branch=1 | Proxy-Authorization: Digest realm="r", response="0"     # follows 2
    0.4  b>a  180 2 INVITE  branch=1 to=c                 # answers 4
    0.5  b>a  200 2 INVITE  branch=1 to=c                 # answers 4
    0.6  a>b  ACK 2  branch=1 to=c                        # follows 6
)"},
    {"The ACK to a success has the branch of its INVITE", R"(
    0.0  a>b  INVITE 1
    0.1  b>a  200 1 INVITE                                # answers 1
    0.2  a>b  ACK 1  to=b                                 # follows 2
    0.6  b>a  200 1 INVITE                                # answers 1, again 2
    0.7  a>b  ACK 1  to=b                                 # follows 2, again 3
)"},
    {"A proxy and two phones on one host", R"(
    0.00  h:5070>h:5060  INVITE 1  branch=1
    0.01  h:5060>h:5080  INVITE 1  branch=2 via=h:5070
    0.02  h:5060>h:5070  100 1 INVITE  branch=1                  # answers 1
    0.10  h:5080>h:5060  180 1 INVITE  branch=2 via=h:5070       # answers 2
    0.11  h:5060>h:5070  180 1 INVITE  branch=1                  # answers 1
    2.00  h:5080>h:5060  200 1 INVITE  branch=2 via=h:5070 | Record-Route: <sip:10.0.0.1;lr>  # answers 2
    2.01  h:5060>h:5070  200 1 INVITE  branch=1 | Record-Route: <sip:10.0.0.1;lr>             # answers 1
    2.02  h:5070>h:5060  ACK 1  branch=3 to=b                    # follows 7
    2.03  h:5060>h:5080  ACK 1  branch=4 via=h:5070 to=b         # follows 6
    9.00  h:5080>h:5060  BYE 1  branch=5 from=b to=a
    9.01  h:5060>h:5070  BYE 1  branch=6 via=h:5080 from=b to=a
    9.02  h:5070>h:5060  200 1 BYE  branch=6 via=h:5080 from=b to=a   # answers 11
    9.03  h:5060>h:5080  200 1 BYE  branch=5 from=b to=a              # answers 10
)"},
    {"One branch on two ways within a host", R"(
    0.000  h:5070>h:5060  OPTIONS 1  branch=1 sent-by=10.0.0.1:5070
    0.001  h:5061>h:5080  OPTIONS 1  branch=1 sent-by=10.0.0.1:5070
    0.100  h:5080>h:5061  200 1 OPTIONS  branch=1 sent-by=10.0.0.1:5070  # answers 2
    0.101  h:5060>h:5070  200 1 OPTIONS  branch=1 sent-by=10.0.0.1:5070  # answers 1
)"},
    {"The same link on both sides of a NAT", R"(
    0.000  a:5060>b  INVITE 1  branch=1 sent-by=192.168.0.7
    0.001  n:3333>b  INVITE 1  branch=1 sent-by=192.168.0.7
    0.100  b>n:3333  486 1 INVITE  branch=1 sent-by=192.168.0.7    # answers 2
    0.101  b>a:5060  486 1 INVITE  branch=1 sent-by=192.168.0.7    # answers 1
    0.200  a:5060>b  ACK 1  branch=1 sent-by=192.168.0.7 to=b      # follows 4
    0.201  n:3333>b  ACK 1  branch=1 sent-by=192.168.0.7 to=b      # follows 3
)"},
    {"A fork: two phones answer, and both are acknowledged", R"(
    0.0  a>p  INVITE 1
    0.1  p>b  INVITE 1  via=a branch=one
    0.2  p>c  INVITE 1  via=a branch=two
    1.0  b>p  180 1 INVITE  via=a branch=one to=b         # answers 2
    1.1  c>p  180 1 INVITE  via=a branch=two to=c         # answers 3
    1.2  p>a  180 1 INVITE  to=b                          # answers 1
    1.3  p>a  180 1 INVITE  to=c                          # answers 1
    2.0  b>p  200 1 INVITE  via=a branch=one to=b | Record-Route: <sip:10.0.0.2;lr>   # answers 2
    2.0  c>p  200 1 INVITE  via=a branch=two to=c | Record-Route: <sip:10.0.0.2;lr>   # answers 3
    2.1  p>a  200 1 INVITE  to=b | Record-Route: <sip:10.0.0.2;lr>                    # answers 1
    2.1  p>a  200 1 INVITE  to=c | Record-Route: <sip:10.0.0.2;lr>                    # answers 1
    2.2  a>p  ACK 1  to=c branch=ack1                     # follows 11
    2.2  p>c  ACK 1  to=c branch=ack2 via=a               # follows 9
    2.3  a>p  ACK 1  to=b branch=ack3                     # follows 10
    2.3  p>b  ACK 1  to=b branch=ack4 via=a               # follows 8
)"},
    {"Re-INVITEs cross", R"(
    0.0  a>b  INVITE 1
    0.1  b>a  200 1 INVITE                                # answers 1
    0.2  a>b  ACK 1  to=b branch=x                        # follows 2
    5.0  a>b  INVITE 2  to=b
    5.0  b>a  INVITE 2  from=b to=a
    5.1  b>a  491 2 INVITE                                # answers 4
    5.1  a>b  491 2 INVITE  from=b to=a                   # answers 5
    5.2  a>b  ACK 2  to=b                                 # follows 6
    5.2  b>a  ACK 2  from=b to=a                          # follows 7
    6.0  b>a  INVITE 3  from=b to=a                       # follows 7
    6.1  a>b  200 3 INVITE  from=b to=a                   # answers 10
    6.2  b>a  ACK 3  from=b to=a branch=y                 # follows 11
    8.0  a>b  INVITE 3  to=b                              # follows 6
    8.1  b>a  200 3 INVITE                                # answers 13
    8.2  a>b  ACK 3  to=b branch=z                        # follows 14
)"},
    {"CANCEL crosses the 200", R"(
    0.00  a>b  INVITE 1
    0.10  b>a  180 1 INVITE                               # answers 1
    1.00  a>b  CANCEL 1
    1.00  b>a  200 1 INVITE                               # answers 1
    1.10  b>a  200 1 CANCEL  branch=a1INVITE              # answers 3
    1.11  a>b  ACK 1  to=b branch=x                       # follows 4
    1.20  a>b  BYE 2  to=b
    1.30  b>a  200 2 BYE                                  # answers 7
)"},
    {"CANCEL and the responses to both, out of order", R"(
    0.00  a>b  INVITE 1
    0.10  b>a  180 1 INVITE                               # answers 1
    1.00  a>b  CANCEL 1
    1.10  b>a  487 1 INVITE                               # answers 1
    1.11  b>a  200 1 CANCEL  branch=a1INVITE              # answers 3
    1.12  a>b  ACK 1  to=b                                # follows 4
)"},
    {"Several reliable responses, one of which is lost on the way", R"(
    0.0  a>b  INVITE 1
    0.1  b>a  180 1 INVITE | Require: 100rel | RSeq: 5    # answers 1
    0.2  b>a  183 1 INVITE | Require: 100rel | RSeq: 6    # answers 1
    0.6  b>a  180 1 INVITE | Require: 100rel | RSeq: 5    # answers 1, again 2
    0.7  a>b  PRACK 2  to=b | RAck: 5 1 INVITE            # follows 2
    0.8  b>a  200 2 PRACK                                 # answers 5
    0.9  a>b  PRACK 3  to=b | RAck: 6 1 INVITE            # follows 3
    1.0  b>a  200 3 PRACK                                 # answers 7
    1.2  a>b  PRACK 2  to=b | RAck: 5 1 INVITE            # follows 2, again 5
    1.3  b>a  200 2 PRACK                                 # answers 5, again 6
    2.0  b>a  200 1 INVITE                                # answers 1
    2.1  a>b  ACK 1  to=b branch=x                        # follows 11
)"},
    {"A reliable response that is sent again with another Date", R"(
    0.0  a>b  INVITE 1
    0.1  b>a  180 1 INVITE | Require: 100rel | RSeq: 5 | Date: Mon, 05 Jan 2026 12:00:00 GMT  # answers 1
    0.6  b>a  180 1 INVITE | Require: 100rel | RSeq: 5 | Date: Mon, 05 Jan 2026 12:00:01 GMT  # answers 1, again 2
    0.7  a>b  PRACK 2  to=b | RAck: 5 1 INVITE            # follows 2
    0.8  b>a  200 2 PRACK                                 # answers 4
    2.0  b>a  200 1 INVITE                                # answers 1
    2.1  a>b  ACK 1  to=b branch=x                        # follows 6
)"},
    {"Every packet is captured twice, a few milliseconds apart", R"(
    0.000  a>b  INVITE 1  id=1
    0.001  a>b  INVITE 1  id=1                            # twice 1
    0.100  b>a  180 1 INVITE  id=2                        # answers 1
    0.103  b>a  180 1 INVITE  id=2                        # answers 1, twice 3
    0.500  b>a  486 1 INVITE  id=3                        # answers 1
    0.505  b>a  486 1 INVITE  id=3                        # answers 1, twice 5
    0.600  a>b  ACK 1  to=b id=4                          # follows 5
    0.602  a>b  ACK 1  to=b id=4                          # follows 5, twice 7
)"},
    {"The two captures of both ends of a slow line are merged", R"(
    0.000  a>b  INVITE 1  id=1
    0.080  a>b  INVITE 1  id=1                            # twice 1
    0.100  b>a  486 1 INVITE  id=3                        # answers 1
    0.180  b>a  486 1 INVITE  id=3                        # answers 1, twice 3
    0.200  a>b  ACK 1  to=b id=4                          # follows 3
    0.280  a>b  ACK 1  to=b id=4                          # follows 3, twice 5
)"},
    {"A 180 that arrives after the 200", R"(
    0.0  a>b  INVITE 1
    0.1  b>a  200 1 INVITE                                # answers 1
    0.1  b>a  180 1 INVITE                                # answers 1
    0.2  a>b  ACK 1  to=b branch=x                        # follows 2
)"},
    {"UPDATE of both sides before the 200", R"(
    0.0  a>b  INVITE 1
    0.1  b>a  183 1 INVITE | Require: 100rel | RSeq: 1    # answers 1
    0.2  a>b  PRACK 2  to=b | RAck: 1 1 INVITE            # follows 2
    0.3  b>a  200 2 PRACK                                 # answers 3
    0.4  a>b  UPDATE 3  to=b
    0.4  b>a  UPDATE 3  from=b to=a
    0.5  b>a  491 3 UPDATE                                # answers 5
    0.5  a>b  200 3 UPDATE  from=b to=a                   # answers 6
    3.0  a>b  UPDATE 4  to=b                              # follows 7
    3.1  b>a  200 4 UPDATE                                # answers 9
    4.0  b>a  200 1 INVITE                                # answers 1
    4.1  a>b  ACK 1  to=b branch=x                        # follows 11
)"},
    {"NOTIFY before the 200 to SUBSCRIBE, and both refreshed", R"(
    0.0  a>b  SUBSCRIBE 1 | Event: presence
    0.1  b>a  NOTIFY 1  from=b to=a | Event: presence | Subscription-State: active
    0.2  b>a  200 1 SUBSCRIBE | Expires: 60 | Contact: <sip:b@10.0.0.2>    # answers 1
    0.3  a>b  200 1 NOTIFY  from=b to=a                   # answers 2
   50.0  a>b  SUBSCRIBE 2  to=b | Event: presence         # follows 3
   50.1  b>a  NOTIFY 2  from=b to=a | Event: presence | Subscription-State: active
   50.2  b>a  200 2 SUBSCRIBE | Expires: 3600 | Contact: <sip:b@10.0.0.2>    # answers 5
   50.3  a>b  200 2 NOTIFY  from=b to=a                   # answers 6
)"},
    {"REGISTER is refreshed over a new connection", R"(
    0.0  a:40000>b  REGISTER 1  transport=tcp branch=1 | Contact: <sip:a@10.0.0.1>
    0.1  b>a:40000  200 1 REGISTER  transport=tcp branch=1 sent-by=10.0.0.1:40000 | Contact: <sip:a@10.0.0.1>;expires=60   # answers 1
   50.0  a:40001>b  REGISTER 2  transport=tcp branch=2 | Contact: <sip:a@10.0.0.1>   # follows 2
   50.1  b>a:40001  200 2 REGISTER  transport=tcp branch=2 sent-by=10.0.0.1:40001 | Contact: <sip:a@10.0.0.1>;expires=3600   # answers 3
)"},
    {"REGISTER is refreshed from another address, while its old neighbours go on", R"(
    0.0  a>b  REGISTER 1 | Contact: <sip:a@10.0.0.1>
    0.1  b>a  200 1 REGISTER | Contact: <sip:a@10.0.0.1>;expires=60                    # answers 1
   50.0  c>b  REGISTER 2 | Contact: <sip:a@10.0.0.1>                                   # follows 2
   50.1  b>c  200 2 REGISTER | Contact: <sip:a@10.0.0.1>;expires=3600                  # answers 3
  200.0  a>b  OPTIONS 1  call=neighbour
  200.1  b>a  200 1 OPTIONS  call=neighbour                                            # answers 5
)"},
    {"A request that is too long for UDP goes again over TCP", R"(
    0.0  a>b  MESSAGE 1
    0.2  a>b  MESSAGE 1  transport=tcp
    0.3  b>a  200 1 MESSAGE  transport=tcp                # answers 2
    0.4  b>a  413 1 MESSAGE                               # answers 1
)"},
    {"The server has several addresses", R"(
    0.0  a>b   OPTIONS 1
    0.1  b2>a  200 1 OPTIONS                              # answers 1
    0.2  a>b   INVITE 2
    0.3  b2>a  486 2 INVITE                               # answers 3
    0.4  a>b   ACK 2  to=b                                # follows 4
)"},
    {"The server writes sent-by in another way", R"(
    0.0  a>b  OPTIONS 1  branch=1 sent-by=Pc33.example.com:5060
    0.1  b>a  200 1 OPTIONS  branch=1 sent-by=pc33.example.com     # answers 1
    0.2  a>b  OPTIONS 2  branch=2 sent-by=[2001:DB8::1]
    0.3  b>a  200 2 OPTIONS  branch=2 sent-by=[2001:db8::1]:5060   # answers 3
)"},
    {"A response that stands before its request in the file", R"(
    0.1  b>a  180 1 INVITE                                # answers 2
    0.0  a>b  INVITE 1
    0.3  b>a  486 1 INVITE                                # answers 2
    0.4  a>b  ACK 1  to=b                                 # follows 3
)"},
};

std::string expected_of(std::string_view line) {
  const std::size_t hash = line.find('#');
  if (hash == std::string_view::npos) return "";
  const std::size_t begin = line.find_first_not_of(' ', hash + 1);
  return std::string(line.substr(begin, line.find_last_not_of(' ') + 1 - begin));
}

std::string found_in(const Links& links) {
  std::string found;
  const auto add = [&](std::string_view what, std::uint32_t frame) {
    if (frame != 0) found += fmt::format("{}{} {}", found.empty() ? "" : ", ", what, frame);
  };
  if (links.request) add("answers", links.request->frame);
  if (links.follows) add("follows", links.follows->frame);
  add("again", links.retransmission_of);
  add("twice", links.duplicate_of);
  return found;
}

TEST(AdverseFlows, EveryMessageIsWhatItIs) {
  for (const AdverseFlow& flow : flows) {
    Played played(flow.text);
    std::istringstream lines{std::string(flow.text)};
    std::uint32_t frame = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.find('>') == std::string::npos) continue;
      EXPECT_EQ(found_in(played.at(++frame).links), expected_of(line))
          << flow.name << ", frame " << frame;
    }
  }
}

// Long after, all who spoke to one another still do.
std::string with_life_after(std::string_view text) {
  std::string longer(text);
  std::istringstream lines{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string time;
    std::string way;
    if (!(words >> time >> way) || way.find('>') == std::string::npos) continue;
    const std::string from = way.substr(0, way.find('>'));
    const std::string to = way.substr(way.find('>') + 1);
    const std::string more = line.find("=tcp") == std::string::npos ? "" : " transport=tcp";
    longer += fmt::format(
        "900.0 {0}>{1} OPTIONS 1 call=life{2} branch=life{2} sent-by=x{3}\n"
        "900.1 {1}>{0} 200 1 OPTIONS call=life{2} branch=life{2} sent-by=x{3}\n",
        from, to, ++number, more);
  }
  return longer;
}

TEST(AdverseFlows, NothingIsMissingOrLate) {
  for (const AdverseFlow& flow : flows) {
    const Flow longer(with_life_after(flow.text));
    Played played(longer);
    const std::size_t size = Flow(flow.text).steps().size();
    for (std::uint32_t frame = 1; frame <= size; ++frame) {
      for (const FollowUp& follow_up : played.at(frame).follow_ups) {
        const bool unfit =
            follow_up.status == FollowUpStatus::missing || follow_up.status == FollowUpStatus::late;
        EXPECT_FALSE(unfit) << flow.name << ", frame " << frame << ": "
                            << name_of(follow_up.action).en << " " << name_of(follow_up.status).en
                            << ": " << follow_up.reason.en;
      }
    }
  }
}

}  // namespace
}  // namespace sipgloss::test
