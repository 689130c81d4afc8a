// SPDX-License-Identifier: MIT
// What was sent again, and what was captured twice.
#include "triage/copies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sipgloss {

void Copies::add(const Packet& packet, const Message& message, const Annotation& annotation) {
  if (annotation.links.duplicate_of != 0) ++duplicates_;
  const std::uint32_t original = annotation.links.retransmission_of;
  if (original == 0) return;
  ++(message.is_request() ? requests_ : responses_);
  Kind kind{packet.source, packet.destination, ""};
  kind.source.port = 0;
  kind.destination.port = 0;
  kind.what = message.is_request() ? printable(message.method_name, 16)
                                   : fmt::format("{} {}", message.status_code,
                                                 printable(message.cseq().method_name, 16));
  ++repeated_[kind][original];
}

std::vector<Repeated> Copies::told() const {
  std::vector<Repeated> told;
  for (const auto& [kind, messages] : repeated_) {
    Repeated& repeated = told.emplace_back();
    repeated.source = kind.source;
    repeated.destination = kind.destination;
    repeated.what = kind.what;
    repeated.messages = messages.size();
    for (const auto& [frame, count] : messages) {
      repeated.again += count;
      if (count <= repeated.most) continue;
      repeated.most = count;
      repeated.most_frame = frame;
    }
  }
  std::ranges::stable_sort(told, std::ranges::greater{}, &Repeated::again);
  return told;
}

}  // namespace sipgloss
