// SPDX-License-Identifier: MIT
// A flow, played into a session and told.
#include "told.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace sipgloss::test {
namespace {

/// Both ways of reading a capture.
enum class Passes { one, two };

void play(
    const Flow& flow, const Told::Wanted& wanted, Passes passes, Session& session, Triage& triage,
    const std::function<void(const Packet&, const Message&, MessageId, const Annotation&)>& taken) {
  Message message;
  Annotation annotation;
  std::vector<MessageId> ids;
  const auto take_event = [&](const Flow::Step& step) {
    const NetworkEvent event = event_of(step);
    ids.push_back({});
    const auto id = session.observe(event);
    if (!id) return;
    session.annotate(*id, event, annotation);
    triage.add_failure(annotation);
  };
  const auto show = [&](const Packet& packet, MessageId id) {
    if (wanted && !wanted(packet)) return;
    session.annotate(id, packet, message, annotation);
    taken(packet, message, id, annotation);
  };
  for (const Flow::Step& step : flow.steps()) {
    if (step.event) {
      take_event(step);
      continue;
    }
    message.reparse(step.packet.wire());
    ids.push_back(session.observe(step.packet, message));
    if (passes == Passes::one) show(step.packet, ids.back());
  }
  if (passes == Passes::one) return;
  for (std::size_t i = 0; i < flow.steps().size(); ++i) {
    if (flow.steps()[i].event) continue;
    message.reparse(flow.steps()[i].packet.wire());
    show(flow.steps()[i].packet, ids[i]);
  }
}

std::string seconds(std::string_view name, std::optional<std::chrono::nanoseconds> time) {
  if (!time) return "";
  return fmt::format(" {} {:g}", name, std::chrono::duration<double>(*time).count());
}

/// In one pass a rule does not know what comes later: findings can differ, stories cannot.
std::string without_findings(std::string page) {
  const std::size_t begin = page.find("\nFindings / ");
  const std::size_t end = page.find("\n\n", begin);
  if (begin != std::string::npos && end != std::string::npos) page.erase(begin, end - begin);
  return page;
}

}  // namespace

Told::Told(const Flow& given, const Wanted& wanted) {
  Flow flow = given;
  flow.drop_unless([](const Packet&) { return true; });  // its own bytes, not those of `given`
  Material material;
  play(flow, wanted, Passes::one, session_, triage_,
       [&](const Packet& packet, const Message& message, MessageId id,
           const Annotation& annotation) {
         material.add(session_, packet, message, id, annotation);
         triage_.add(session_, packet, message, id, annotation);
       });
  stories_ = material.told(session_);
  Session session;
  Triage triage;
  play(flow, wanted, Passes::two, session, triage,
       [&](const Packet& packet, const Message& message, MessageId id,
           const Annotation& annotation) { triage.add(session, packet, message, id, annotation); });
  EXPECT_EQ(without_findings(triage.text(Language::both, session)),
            without_findings(page(Language::both)));
}

std::string Told::page(Language language) const { return triage_.text(language, session_); }

std::vector<std::string> Told::calls() const {
  std::vector<std::string> lines;
  for (const Call& call : stories_.calls) {
    std::string line(name_of(call.outcome).en);
    if (call.code >= 300) line += fmt::format(" {}", call.code);
    if (call.code == 0 && !call.named.empty()) line += fmt::format(" ({})", call.named.en);
    if (call.began_before) line += " (began before)";
    line += seconds("setup", call.setup) + seconds("ring", call.ring) +
            seconds("duration", call.duration);
    if (call.hung_up != HungUp::nobody) line += fmt::format(" {}", name_of(call.hung_up).en);
    if (call.in_trouble) line += " !";
    lines.push_back(line + ": " + listed(call.sights));
  }
  return lines;
}

std::vector<std::string> Told::registrations() const {
  std::vector<std::string> lines;
  for (const Registration& one : stories_.registrations) {
    std::string line = one.contact + " " + std::string(name_of(one.outcome).en);
    if (one.in_trouble && one.code != 0) line += fmt::format(" {}", one.code);
    if (one.code == 0 && !one.named.empty()) line += fmt::format(" ({})", one.named.en);
    if (one.granted) line += fmt::format(" {} s", *one.granted);
    if (one.refreshes > 0) line += fmt::format(", {} refreshes", one.refreshes);
    lines.push_back(line + ": " + listed(one.sights));
  }
  return lines;
}

std::vector<std::string> Told::subscriptions() const {
  std::vector<std::string> lines;
  for (const Subscription& one : stories_.subscriptions) {
    std::string line = one.package + " " + std::string(name_of(one.outcome).en);
    if (one.code != 0) line += fmt::format(" {}", one.code);
    if (one.code == 0 && !one.named.empty()) line += fmt::format(" ({})", one.named.en);
    if (!one.reason.empty()) line += fmt::format(" ({})", one.reason);
    if (one.notified > 0) line += fmt::format(", {} NOTIFY", one.notified);
    lines.push_back(line + ": " + listed(one.sights));
  }
  return lines;
}

}  // namespace sipgloss::test
