// SPDX-License-Identifier: MIT
// What rules about transactions ask of the messages around theirs. RFC 3261 sections 9.1, 17.1 and
// 17.2.
#include "rules/within_transaction.hpp"

#include "message/scan.hpp"

namespace sipgloss::subject {
namespace {

using scan::equal_ignoring_case;

constexpr Text via_text{"Via", "Via"};
constexpr Text request_uri_text{"Request-URI", "Request-URI"};
constexpr Text call_id_text{"Call-ID", "Call-ID"};
constexpr Text from_text{"From", "From"};
constexpr Text cseq_text{"CSeq number", "CSeq 序号"};
constexpr Text route_text{"Route", "Route"};

std::string_view value_of(const Message& message, HeaderName name) {
  const Header* const header = message.find(name);
  return header == nullptr ? std::string_view{} : header->value;
}

/// Where the INVITE has Route, its values stand in the other request too.
bool has_same_route(const Message& request, const Message& invite) {
  const Values wanted(invite, HeaderName::route);
  const Values given(request, HeaderName::route);
  auto route = given.begin();
  for (const std::string_view value : wanted) {
    if (route == given.end()) return false;
    if (!equal_ignoring_case(read_name_addr(*route).uri, read_name_addr(value).uri)) return false;
    ++route;
  }
  return true;
}

/// The next header field at or behind `at` that is not left out.
const Header* next_of(const Message& message, std::size_t& at, bool (*left_out)(HeaderName)) {
  while (at < message.headers.size()) {
    const Header& header = message.headers[at++];
    if (!left_out(header.name)) return &header;
  }
  return nullptr;
}

}  // namespace

std::optional<bool> is_reliable(Transport transport) {
  if (transport == Transport::udp) return false;
  if (transport == Transport::other) return std::nullopt;
  return true;
}

unsigned final_code_of(const Capture& capture, const Transaction& transaction) {
  return transaction.final == no_message ? 0U : capture.tracker().message(transaction.final).code;
}

bool repeats_one_request(const Capture& capture) {
  const Transaction& transaction = capture.transaction();
  const std::uint64_t bytes = capture.tracker().message(transaction.request).bytes_hash;
  return capture.find_in(transaction, [bytes](const MessageRecord& message) {
    return is_request(message) && message.bytes_hash != bytes;
  }) == no_message;
}

bool is_of_one_request(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Captured* const request = capture.request();
  return request != nullptr && seen.message.cseq().number == capture.transaction().cseq &&
         seen.message.call_id() == request->message.call_id() && repeats_one_request(capture);
}

bool comes_from_server(const Capture& capture, const Packet& packet) {
  const Endpoint& server = capture.hop().hosts[capture.transaction().client ? 0 : 1];
  return is_same_host(packet.source, server);
}

bool is_gap_free_since(const Capture& capture, Time time) { return capture.hop().last_gap < time; }

bool both_went_on(const Capture& capture, std::chrono::nanoseconds patience) {
  const auto client = capture.tracker().last_from_client(capture.transaction());
  const auto server = capture.tracker().last_from_server(capture.transaction());
  return client && server && std::min(*client, *server) - capture.record().time > patience;
}

const Transaction* partner_here(const Capture& capture) {
  const Transaction& own = capture.transaction();
  if (own.partner == TransactionId::none) return nullptr;
  const Transaction& partner = capture.tracker().transaction(own.partner);
  return partner.hop == own.hop && partner.client == own.client ? &partner : nullptr;
}

bool is_still_sent(const Capture& capture, const Transaction& invite) {
  if (is_reliable(capture.packet().transport).value_or(true)) return true;
  const MessageId last = capture.find_in(invite, is_request);
  const Tracker& tracker = capture.tracker();
  const auto before = tracker.message(last).time - tracker.message(invite.request).time;
  // The next interval is as long as all those before it, and T1 (RFC 3261 section 17.1.1.2).
  return capture.since(last) <= before + times_t1(capture, 3) / 2;
}

int via_count(const Message& message) {
  if (message.top_via().raw.empty()) return 0;
  return message.second_via().empty() ? 1 : 2;
}

std::optional<Part> part_unlike(const Message& request, const Message& invite) {
  if (!equal_ignoring_case(request.request_uri, invite.request_uri))
    return Part{request.request_uri, request_uri_text};
  if (request.call_id() != invite.call_id())
    return Part{value_of(request, HeaderName::call_id), call_id_text};
  if (!is_same_address(request.from(), invite.from()))
    return Part{value_of(request, HeaderName::from), from_text};
  if (request.cseq().number != invite.cseq().number)
    return Part{value_of(request, HeaderName::cseq), cseq_text};
  // A stateless proxy sends on what it gets, with its own Via on top: then the INVITE has several
  // too.
  if (via_count(request) > 1 && via_count(invite) == 1) return Part{request.second_via(), via_text};
  if (!has_same_route(request, invite))
    return Part{value_of(request, HeaderName::route), route_text};
  return std::nullopt;
}

bool is_same_address(const NameAddr& one, const NameAddr& other) {
  return equal_ignoring_case(one.uri, other.uri) &&
         equal_ignoring_case(one.tag.value_or(""), other.tag.value_or(""));
}

bool has_same_rows(const Message& one, const Message& other, HeaderName name) {
  const Values ours(one, name);
  const Values theirs(other, name);
  auto a = ours.begin();
  auto b = theirs.begin();
  while (a != ours.end() && b != theirs.end()) {
    if (*a != *b) return false;
    ++a;
    ++b;
  }
  return a == ours.end() && b == theirs.end();
}

bool are_alike(const Message& one, const Message& other, bool (*left_out)(HeaderName)) {
  if (one.request_uri != other.request_uri || one.body != other.body) return false;
  std::size_t of_one = 0;
  std::size_t of_other = 0;
  while (true) {
    const Header* const a = next_of(one, of_one, left_out);
    const Header* const b = next_of(other, of_other, left_out);
    if (a == nullptr || b == nullptr) return a == b;
    if (a->value != b->value || !equal_ignoring_case(a->raw_name, b->raw_name)) return false;
  }
}

}  // namespace sipgloss::subject
