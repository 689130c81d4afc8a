// SPDX-License-Identifier: MIT
// The follow-ups of responses that provably did not come, or came too late.
#include "triage/missing.hpp"

#include <algorithm>

namespace sipgloss {
namespace {

// What came in time stays so. One that is missing may still come, and where packets turn out to be
// lost, one that came late need not be the first.
bool is_settled(const FollowUp& follow_up) {
  return !follow_up.deadline || follow_up.status == FollowUpStatus::seen;
}

bool is_settled(const Annotation& annotation) {
  return std::ranges::all_of(annotation.follow_ups,
                             [](const FollowUp& follow_up) { return is_settled(follow_up); });
}

void take(const Packet& packet, const Message& response, MessageId id, const Annotation& annotation,
          std::vector<MissingFollowUp>& into) {
  for (const FollowUp& follow_up : annotation.follow_ups) {
    const bool told =
        follow_up.status == FollowUpStatus::missing || follow_up.status == FollowUpStatus::late;
    if (!told) continue;
    into.push_back({.response = id,
                    .frame = packet.frame,
                    .time = packet.time,
                    .code = annotation.code,
                    .method = printable(response.cseq().method_name, 16),
                    .status = follow_up.status,
                    .what = follow_up.what,
                    .reason = follow_up.reason,
                    .deadline = follow_up.deadline});
  }
}

}  // namespace

void Missing::add(const Session& session, const Packet& packet, const Message& message,
                  MessageId id, const Annotation& annotation) {
  const Links& links = annotation.links;
  if (!message.is_response() || links.retransmission_of != 0 || links.duplicate_of != 0) return;
  if (is_settled(annotation)) return take(packet, message, id, annotation, late_);
  kept_.push_back({packet, std::string(message.bytes), id});
  if (kept_.size() >= limit_) settle(session);
}

// The limit doubles with what is left, so that each response is asked about a few times at most.
void Missing::settle(const Session& session) {
  Message message;
  Annotation annotation;
  std::erase_if(kept_, [&](Kept& kept) {
    kept.packet.bytes = kept.bytes;
    message.reparse(kept.packet.wire());
    session.annotate(kept.id, kept.packet, message, annotation);
    if (!is_settled(annotation)) return false;
    take(kept.packet, message, kept.id, annotation, late_);
    return true;
  });
  limit_ = std::max(first_limit, 2 * kept_.size());
}

std::vector<MissingFollowUp> Missing::told(const Session& session) const {
  std::vector<MissingFollowUp> told = late_;
  Message message;
  Annotation annotation;
  for (const Kept& kept : kept_) {
    Packet packet = kept.packet;
    packet.bytes = kept.bytes;
    message.reparse(packet.wire());
    session.annotate(kept.id, packet, message, annotation);
    take(packet, message, kept.id, annotation, told);
  }
  std::ranges::stable_sort(told, {}, &MissingFollowUp::frame);
  return told;
}

}  // namespace sipgloss
