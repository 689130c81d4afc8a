// SPDX-License-Identifier: MIT
// Where a response comes from, and what a request repeats. RFC 3261 sections 12.1.1, 12.2.1.1 and
// 16.6.
#include "rules/origin.hpp"

#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a URI names that address and port.
bool names(std::string_view uri, const Endpoint& endpoint, Transport transport) {
  const Uri read = read_uri(uri);
  const bool secure = transport == Transport::tls;
  const std::uint16_t usual = secure ? 5061 : 5060;
  return read.is_sip() && read.port.value_or(usual) == endpoint.port &&
         is_address(read.host, endpoint);
}

bool went_to_its_target(const Captured& request) {
  const Message& message = request.message;
  return message.to().tag && !message.has(HeaderName::route) &&
         names(message.request_uri, request.packet.destination, request.packet.transport);
}

/// Whether a response with a target of its own named where it came from.
bool named_its_source(const Seen& seen) {
  constexpr int most_looked_at = 8;
  const Capture& capture = *seen.capture;
  const Packet& packet = capture.packet();
  MessageId id = capture.record().previous;
  for (int i = 0; i < most_looked_at && id != no_message; ++i) {
    const MessageRecord& record = capture.tracker().message(id);
    const Captured* const earlier =
        record.code > 100 && record.code < 300 ? capture.at(id) : nullptr;
    if (earlier != nullptr && earlier->packet.source == packet.source) {
      const std::string_view contact = earlier->message.value(HeaderName::contact);
      if (names(read_name_addr(contact).uri, packet.source, packet.transport)) return true;
    }
    id = record.previous;
  }
  return false;
}

}  // namespace

bool came_from_behind(const Seen& seen) {
  const Tracker& tracker = seen.capture->tracker();
  const auto got_it = [&](const Transaction& branch) {
    return branch.final != no_message &&
           tracker.message(branch.final).code == seen.message.status_code;
  };
  return seen.capture->find_branch(got_it) != TransactionId::none;
}

bool is_from_the_uas(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Captured* const request = capture.request();
  if (request == nullptr || capture.transaction().last_branch != TransactionId::none) return false;
  if (request->packet.destination.address != capture.packet().source.address) return false;
  return went_to_its_target(*request) || named_its_source(seen);
}

std::optional<Refused> repeated_after(const Seen& seen, unsigned code) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (capture.record().copy != Copy::none || own.upstream != TransactionId::none) return {};
  if (own.predecessor == TransactionId::none) return {};
  const Transaction& before = capture.tracker().transaction(own.predecessor);
  if (before.hop != own.hop || before.final == no_message) return {};
  if (capture.tracker().message(before.final).code != code) return {};
  const Refused refused{&before, capture.at(before.request), capture.at(before.final)};
  if (refused.request == nullptr || refused.response == nullptr) return {};
  const bool cut =
      header_section_cut(refused.request->message) || header_section_cut(refused.response->message);
  return cut ? std::nullopt : std::optional(refused);
}

}  // namespace sipgloss::subject
