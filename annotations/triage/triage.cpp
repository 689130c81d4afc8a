// SPDX-License-Identifier: MIT
// A whole capture in a page: what became of its calls, registrations and subscriptions.
#include "sipgloss/triage.hpp"

#include <ctime>

#include "triage/counts.hpp"
#include "triage/material.hpp"
#include "triage/page.hpp"

namespace sipgloss {

struct Triage::State {
  std::uint64_t requests = 0;
  std::uint64_t responses = 0;
  Time begin{};
  Material material;
  Counts counts;
  UnsentRequests unsent;
};

Triage::Triage() : state_(std::make_unique<State>()) {}
Triage::~Triage() = default;

void Triage::add(const Session& session, const Packet& packet, const Message& message, MessageId id,
                 const Annotation& annotation) {
  State& state = *state_;
  if (message.kind == Message::Kind::neither) return;
  if (state.requests + state.responses == 0) state.begin = packet.time;
  ++(message.is_request() ? state.requests : state.responses);
  state.material.add(session, packet, message, id, annotation);
  if (message.is_response()) state.counts.add_response(annotation);
  state.counts.add_findings(annotation);
}

void Triage::add_failure(const Annotation& annotation) { state_->unsent.add(annotation); }

namespace {

/// "2026-01-05 14:05:12", in local time.
std::string clock_of(Time time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(
      std::chrono::floor<std::chrono::system_clock::duration>(time));
  std::tm local{};
  localtime_r(&seconds, &local);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", local.tm_year + 1900, local.tm_mon + 1,
                     local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec);
}

std::string tables_of(const Stories& stories, Which which, const Style& style) {
  return calls_text(stories.calls, which, style) +
         registrations_text(stories.registrations, which, style) +
         subscriptions_text(stories.subscriptions, which, style);
}

}  // namespace

std::string Triage::text(Language language, const Session& session) const {
  const State& state = *state_;
  const Stories stories = state.material.told(session);
  const auto say = [&](const Text& text) { return in_language(text, language); };
  std::string out = fmt::format("{}: {}  {}: {}\n", say({"Requests", "请求"}), state.requests,
                                say({"Responses", "响应"}), state.responses);
  if (state.requests + state.responses > 0) {
    out += line_of(filled("Times count in seconds from the first message, {}.",
                          "时间从第一条消息（{}）起以秒计。", clock_of(state.begin)),
                   language);
  }
  const Style style{language, state.begin};
  out += summary_of(stories, state.material.copies(), language);
  out += tables_of(stories, Which::in_trouble, style);
  out += others_text(stories.others, style);
  out += unsent_text(state.unsent, style);
  out += missing_text(stories.missing, style);
  out += tables_of(stories, Which::others, style);
  out += copies_text(state.material.copies(), style);
  return out + state.counts.findings(session.findings_not_kept(), language) +
         state.counts.responses(language);
}

}  // namespace sipgloss
