// SPDX-License-Identifier: MIT
// SIP traffic for benchmarks.
#include "traffic.hpp"

#include <fmt/format.h>

#include <chrono>

namespace sipgloss::benchmark {
namespace {

Endpoint host(unsigned network, std::size_t number) {
  const auto byte = [number](unsigned shift) { return static_cast<std::uint8_t>(number >> shift); };
  return {{static_cast<std::uint8_t>(network), byte(16), byte(8), byte(0)}, 4, 5060};
}

/// Two hosts that exchange messages: a client and its server.
struct Pair {
  Endpoint client;
  Endpoint server;
};

void add(std::deque<Captured>& all, const Pair& pair, bool from_client,
         std::chrono::milliseconds time, std::string bytes) {
  Captured& captured = all.emplace_back();
  captured.bytes = std::move(bytes);
  captured.packet = {.frame = static_cast<std::uint32_t>(all.size()),
                     .time = Time(std::chrono::hours(24) + time),
                     .source = from_client ? pair.client : pair.server,
                     .destination = from_client ? pair.server : pair.client,
                     .bytes = captured.bytes};
}

std::string sdp(std::size_t call) {
  return fmt::format(
      "v=0\r\no=- {0} {0} IN IP4 10.{2}.{3}.1\r\ns=-\r\nc=IN IP4 10.{2}.{3}.1\r\nt=0 0\r\n"
      "m=audio {1} RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n"
      "a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n",
      call, 10000 + call % 20000 * 2, call / 250 % 250, call % 250);
}

/// One message of a call: its start line, the header fields that all have, and its own.
struct Part {
  std::string_view start;
  std::string_view branch;
  std::string_view cseq;
  bool is_request = false;
  bool in_dialog = false;
  std::string_view own = {};  ///< header fields
  bool describes = false;
};

std::string message(const Pair& pair, std::size_t call, const Part& part) {
  const std::string body = part.describes ? sdp(call) : "";
  return fmt::format(
      "{1}\r\nVia: SIP/2.0/UDP {2};branch=z9hG4bK-{0}-{3}\r\n{4}"
      "From: \"Alice {0}\" <sip:alice{0}@example.com>;tag=a{0}\r\n"
      "To: <sip:bob{0}@example.com>{5}\r\nCall-ID: {0}-3848276298220188511@example.com\r\n"
      "CSeq: {6}\r\n{7}{8}Content-Length: {9}\r\n\r\n{10}",
      call, part.start, to_string(pair.client), part.branch,
      part.is_request ? "Max-Forwards: 70\r\nUser-Agent: example phone 1.0\r\n"
                      : "Server: example server 5.6\r\n",
      part.in_dialog ? fmt::format(";tag=b{}", call) : "", part.cseq, part.own,
      part.describes ? "Content-Type: application/sdp\r\n" : "", body.size(), body);
}

}  // namespace

std::deque<Captured> calls(std::size_t messages) {
  std::deque<Captured> all;
  for (std::size_t call = 0; all.size() < messages; ++call) {
    const Pair pair{host(10, call % 1000), host(172, call % 50)};
    const auto say = [&](int milliseconds, bool from_client, const Part& part) {
      add(all, pair, from_client, std::chrono::milliseconds(call * 100 + milliseconds),
          message(pair, call, part));
    };
    const std::string alice = fmt::format("Contact: <sip:alice@{}>\r\n", to_string(pair.client));
    const std::string bob = fmt::format("Contact: <sip:bob@{}>\r\n", to_string(pair.server));
    const std::string can = "Allow: INVITE, ACK, CANCEL, OPTIONS, BYE\r\nSupported: timer\r\n";
    const std::string invite = fmt::format("INVITE sip:bob{}@example.com SIP/2.0", call);
    const std::string target = fmt::format("sip:bob@{} SIP/2.0", to_string(pair.server));
    say(0, true, {invite, "i", "1 INVITE", true, false, alice + can, true});
    say(1, false, {"SIP/2.0 100 Trying", "i", "1 INVITE"});
    say(20, false, {"SIP/2.0 180 Ringing", "i", "1 INVITE", false, true, bob});
    say(40, false, {"SIP/2.0 200 OK", "i", "1 INVITE", false, true, bob + can, true});
    say(45, true, {"ACK " + target, "a", "1 ACK", true, true});
    say(80, true, {"BYE " + target, "b", "2 BYE", true, true});
    say(81, false, {"SIP/2.0 200 OK", "b", "2 BYE", false, true});
  }
  return all;
}

std::deque<Captured> challenges(std::size_t messages) {
  std::deque<Captured> all;
  for (std::size_t client = 0; all.size() < messages; ++client) {
    const Pair pair{host(10, client % 1000), host(172, client % 50)};
    const auto say = [&](int milliseconds, bool from_client, const Part& part) {
      add(all, pair, from_client, std::chrono::milliseconds(client * 10 + milliseconds),
          message(pair, client, part));
    };
    const std::string contact =
        fmt::format("Contact: <sip:alice@{}>\r\nExpires: 3600\r\n", to_string(pair.client));
    const std::string asked = fmt::format(
        "WWW-Authenticate: Digest realm=\"registrar.example.com\", qop=\"auth\", "
        "nonce=\"ea9c8e88df84f1cec4341ae6cbe5{:08x}\", "
        "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\", "
        "stale=FALSE, algorithm=MD5\r\n",
        client);
    say(0, true, {"REGISTER sip:example.com SIP/2.0", "r", "1 REGISTER", true, false, contact});
    say(5, false, {"SIP/2.0 401 Unauthorized", "r", "1 REGISTER", false, true, asked});
  }
  return all;
}

std::string challenge() {
  return "SIP/2.0 401 Unauthorized\r\n"
         "Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bK-524287-1---a1b2c3d4;rport=5060;"
         "received=192.0.2.7\r\n"
         "From: \"Alice\" <sip:alice@registrar.example.com>;tag=8321234356\r\n"
         "To: \"Alice\" <sip:alice@registrar.example.com>;tag=37GkEhwl6\r\n"
         "Call-ID: 1j9FpLxk3uxtm8tn@alice.example.com\r\nCSeq: 1 REGISTER\r\n"
         "WWW-Authenticate: Digest realm=\"registrar.example.com\", qop=\"auth\", "
         "nonce=\"ea9c8e88df84f1cec4341ae6cbe5a359\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\", "
         "stale=FALSE, algorithm=MD5\r\n"
         "Server: example registrar 5.6\r\nContent-Length: 0\r\n\r\n";
}

}  // namespace sipgloss::benchmark
