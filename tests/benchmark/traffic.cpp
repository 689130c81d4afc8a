// SPDX-License-Identifier: MIT
// SIP traffic for benchmarks.
#include "traffic.hpp"

#include <fmt/format.h>

namespace sipgloss::benchmark {
namespace {

Endpoint host(unsigned network, std::size_t number) {
  const auto byte = [number](unsigned shift) { return static_cast<std::uint8_t>(number >> shift); };
  return {{static_cast<std::uint8_t>(network), byte(16), byte(8), byte(0)}, 4, 5060};
}

std::string sdp(std::size_t call) {
  return fmt::format(
      "v=0\r\no=- {0} {0} IN IP4 10.0.0.1\r\ns=-\r\nc=IN IP4 10.0.0.1\r\nt=0 0\r\n"
      "m=audio {1} RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n"
      "a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n",
      call, 10000 + call % 50000);
}

/// The header fields that all messages of a call share.
std::string common(std::size_t call, std::string_view branch, std::string_view cseq, bool to_tag) {
  return fmt::format(
      "Via: SIP/2.0/UDP phone{0}.example.com:5060;branch=z9hG4bK{1}-{0};rport\r\n"
      "From: \"Alice {0}\" <sip:alice{0}@example.com>;tag=a{0}\r\n"
      "To: <sip:bob{0}@example.com>{2}\r\nCall-ID: {0}-3848276298220188511@phone{0}.example.com\r\n"
      "CSeq: {3}\r\n",
      call, branch, to_tag ? fmt::format(";tag=b{}", call) : "", cseq);
}

std::string message(std::string_view start, const std::string& headers, const std::string& body) {
  return fmt::format(
      "{}\r\n{}Contact: <sip:user@192.0.2.4:5060>\r\nUser-Agent: example/1.0\r\n"
      "Allow: INVITE, ACK, CANCEL, OPTIONS, BYE\r\n{}Content-Length: {}\r\n\r\n{}",
      start, headers, body.empty() ? "" : "Content-Type: application/sdp\r\n", body.size(), body);
}

}  // namespace

std::deque<Captured> calls(std::size_t messages) {
  std::deque<Captured> all;
  for (std::size_t call = 0; all.size() < messages; ++call) {
    const Endpoint caller = host(10, call % 1000);
    const Endpoint callee = host(172, call % 50);
    const auto add = [&](int milliseconds, bool from_caller, std::string bytes) {
      Captured& captured = all.emplace_back();
      captured.bytes = std::move(bytes);
      captured.packet = {.frame = static_cast<std::uint32_t>(all.size()),
                         .time = Time(std::chrono::hours(24) +
                                      std::chrono::milliseconds(call * 100 + milliseconds)),
                         .source = from_caller ? caller : callee,
                         .destination = from_caller ? callee : caller,
                         .bytes = captured.bytes};
    };
    const std::string uri = fmt::format("sip:bob{}@example.com", call);
    add(0, true,
        message("INVITE " + uri + " SIP/2.0", common(call, "i", "1 INVITE", false), sdp(call)));
    add(1, false, message("SIP/2.0 100 Trying", common(call, "i", "1 INVITE", false), ""));
    add(20, false, message("SIP/2.0 180 Ringing", common(call, "i", "1 INVITE", true), ""));
    add(40, false, message("SIP/2.0 200 OK", common(call, "i", "1 INVITE", true), sdp(call)));
    add(45, true, message("ACK " + uri + " SIP/2.0", common(call, "a", "1 ACK", true), ""));
    add(80, true, message("BYE " + uri + " SIP/2.0", common(call, "b", "2 BYE", true), ""));
    add(81, false, message("SIP/2.0 200 OK", common(call, "b", "2 BYE", true), ""));
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
