// SPDX-License-Identifier: MIT
// The calls of a capture and how they ended. RFC 3261 sections 8.1.1.4 and 13.
#include "triage/calls.hpp"

namespace sipgloss {
namespace {

/// The part of a URI that people say: "1001@example.com".
std::string address_of_record(const NameAddr& address) {
  std::string_view uri = address.uri;
  uri.remove_prefix(std::min(uri.find(':') + 1, uri.size()));
  return printable(uri.substr(0, uri.find_first_of(";?")), 60);
}

}  // namespace

Call& Calls::call_of(const Packet& packet, const Message& message) {
  const auto [place, is_new] =
      by_call_id_.try_emplace(std::string(message.call_id()), calls_.size());
  if (is_new) {
    Call& call = calls_.emplace_back();
    call.first_frame = packet.frame;
    call.begin = packet.time;
    call.from = address_of_record(message.from());
    call.to = address_of_record(message.to());
  }
  return calls_[place->second];
}

void Calls::add_request(const Packet& packet, const Message& message) {
  if (message.method() == Method::invite && !message.call_id().empty()) call_of(packet, message);
}

void Calls::add_response(const Packet& packet, const Message& message,
                         const Annotation& annotation) {
  if (message.method() != Method::invite || message.call_id().empty() || annotation.code < 200)
    return;
  Call& call = call_of(packet, message);
  if (annotation.code < 300) {
    call.answered = true;
    return;
  }
  call.final_frame = packet.frame;
  call.code = annotation.code;
  call.name_en = annotation.name.en;
  call.name_zh = annotation.name.zh;
  call.reason = annotation.explanation->meaning.front();
}

}  // namespace sipgloss
