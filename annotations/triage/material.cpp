// SPDX-License-Identifier: MIT
// What is gathered while a capture is read, and the stories that are made of it at its end.
#include "triage/material.hpp"

#include <algorithm>

#include "session/inside.hpp"

namespace sipgloss {
namespace {

/// What went missing within a call is part of its story.
void tell_missing(const std::vector<MissingFollowUp>& missing, const CallThreads& threads,
                  const Tracker& tracker, std::vector<Call>& calls) {
  for (const MissingFollowUp& one : missing) {
    if (one.status != FollowUpStatus::missing) continue;
    const auto thread = threads.thread_of(tracker.message(one.response).transaction);
    if (!thread) continue;
    Call& call = calls[*thread];
    call.in_trouble = true;
    call.remarks.push_back(filled("Missing after the {} in frame {}: {}.",
                                  "帧 {1} 的 {0} 之后缺失：{2}。", one.code, one.frame, one.what));
  }
}

}  // namespace

void Material::add(const Session& session, const Packet& packet, const Message& message,
                   MessageId id, const Annotation& annotation) {
  notes_.add(packet, message, id, annotation);
  registrations_.add(message, id, annotation);
  subscriptions_.add(message, id, annotation);
  copies_.add(packet, message, annotation);
  missing_.add(session, packet, message, id, annotation);
}

Stories Material::told(const Session& session) const {
  const Inside within = inside(session);
  const CallThreads threads(within, notes_);
  Stories stories;
  stories.without_call = notes_.without_call();
  stories.calls.reserve(threads.all().size());
  for (const CallThread& thread : threads.all())
    stories.calls.push_back(tell_call(thread, within, notes_));
  stories.registrations = registrations_.told(within, notes_);
  stories.subscriptions = subscriptions_.told(within, notes_);
  stories.others = tell_others(threads, within, notes_);
  stories.missing = missing_.told(session);
  tell_missing(stories.missing, threads, within.tracker, stories.calls);
  std::ranges::stable_sort(stories.calls, {}, &Call::first_frame);
  return stories;
}

}  // namespace sipgloss
