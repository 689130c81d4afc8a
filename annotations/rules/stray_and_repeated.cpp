// SPDX-License-Identifier: MIT
// Responses that belong to no request, come when the transaction is over, or differ from what was
// sent before. RFC 3261 sections 16.7, 17.1 and 17.2, RFC 6026.
#include "message/scan.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

constexpr Set<Method> other_methods = any_method_but({Method::invite, Method::ack});
constexpr Set<Method> any_method = any_method_but({Method::ack});

// How long a client may have waited for the response: RFC 3261 sections 17.1.2.2 and 16.6, item 11.
constexpr int timer_f = 64;
constexpr int timer_m = 64;  ///< how long a 2xx has a transaction (RFC 6026 section 7.2)
constexpr std::chrono::minutes longest_invite{5};

Verdict has_a_request(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& transaction = capture.transaction();
  if (transaction.request != no_message) return Verdict::holds();
  // The ACK of its client shows that there was an INVITE.
  const bool is_first = capture.record().previous == no_message;
  if (!is_first || transaction.ack != no_message) return Verdict::unknown();
  const std::chrono::nanoseconds wait = seen.message.method() == Method::invite
                                            ? std::chrono::nanoseconds(longest_invite)
                                            : times_t1(capture, timer_f);
  const Time since = capture.hop().first[transaction.client ? 1 : 0];
  if (since == Time{} || capture.record().time - since <= wait) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
}

/// Whether a response and one before it answer the same request, from the same host.
bool answers_the_same(const Seen& seen, MessageId earlier) {
  const Capture& capture = *seen.capture;
  const Captured* const before = capture.at(earlier);
  return is_of_one_request(seen) && comes_from_server(capture, capture.packet()) &&
         (before == nullptr || comes_from_server(capture, before->packet));
}

/// Whether the client sent its request again between an earlier message and this one.
bool was_asked_again_since(const Capture& capture, MessageId earlier) {
  const MessageId again = capture.find_before([](const MessageRecord& message) {
    return is_request(message) && message.copy == Copy::retransmission;
  });
  return again != no_message && again > earlier;
}

/// The To tag; the value of To where it has none.
std::string_view to_tag_of(const Message& message) {
  const NameAddr& to = message.to();
  return to.tag.value_or(to.raw);
}

/// The first final response, where the one at hand is another.
const MessageRecord* final_before(const Capture& capture) {
  const MessageId first = capture.transaction().final;
  if (first == no_message || first >= capture.id() || capture.record().copy != Copy::none)
    return nullptr;
  return &capture.tracker().message(first);
}

Verdict is_the_only_final(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord* const earlier = final_before(capture);
  if (earlier == nullptr) return Verdict::holds();
  const MessageId first = capture.transaction().final;
  if (!answers_the_same(seen, first)) return Verdict::unknown();
  if (earlier->code == capture.record().code && was_asked_again_since(capture, first))
    return Verdict::holds();  // the same one, with another tag
  return Verdict::broken_at(seen.message.start_line, seen.message.cseq().method_name,
                            seen.message.status_code, std::uint64_t{earlier->code})
      .resting_on(capture.frame(first), capture.frame(capture.transaction().request));
}

Verdict ends_the_invite_once(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord* const earlier = final_before(capture);
  if (earlier == nullptr) return Verdict::holds();
  const unsigned code = seen.message.status_code;
  if (earlier->code == code || (is_success(earlier->code) && is_success(code)))
    return Verdict::holds();
  const MessageId first = capture.transaction().final;
  if (!answers_the_same(seen, first)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, code, std::uint64_t{earlier->code})
      .resting_on(capture.frame(first), capture.frame(capture.transaction().request));
}

Verdict comes_before_the_final(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  const MessageId id = capture.transaction().final;
  if (id == no_message) return Verdict::holds();
  const MessageRecord& final = capture.tracker().message(id);
  const bool invite = own.method == Method::invite;
  if (invite && own.to_tag != 0 && own.to_tag != final.to_tag) return Verdict::holds();  // a fork
  // What was reliable may be sent until its PRACK comes (RFC 3262 section 3). A server without RFC
  // 6026 takes an INVITE that is sent again after its 2xx for a new one.
  const bool anew = invite && is_success(final.code) && was_asked_again_since(capture, id);
  if (own.rseq != 0 || anew || capture.since(id) <= reordering) return Verdict::unknown();
  const MessageRecord* const original =
      own.original == no_message ? nullptr : &capture.tracker().message(own.original);
  const bool same_packet = original != nullptr && own.ip_id != 0 && original->ip_id == own.ip_id;
  if (same_packet || !answers_the_same(seen, id)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            std::uint64_t{final.code})
      .resting_on(capture.frame(id), capture.frame(capture.transaction().request));
}

/// What the client relies on, and is not as it was.
std::optional<Part> part_that_changed(const Message& response, const Message& original) {
  if (response.body != original.body && !response.truncated && !original.truncated) {
    if (response.body.empty()) return Part{response.start_line, {"body", "消息体"}};
    return Part{response.body, {"body", "消息体"}};
  }
  const bool is_target = response.method() == Method::invite && is_success(response.status_code);
  if (is_target && !has_same_rows(response, original, HeaderName::contact))
    return Part{response.value(HeaderName::contact), {"Contact", "Contact"}};
  return std::nullopt;
}

Verdict is_as_before(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  MessageId before = own.original;
  std::optional<Part> part;
  if (own.copy == Copy::retransmission) {
    const Captured* const original = capture.at(before);
    if (original == nullptr || header_section_cut(original->message)) return Verdict::unknown();
    part = part_that_changed(seen.message, original->message);
  } else {
    before = capture.find_before([&own](const MessageRecord& message) {
      return message.code == own.code && message.to_tag != own.to_tag;
    });
    const bool fork = own.method == Method::invite && is_success(own.code);
    const bool again = own.method == Method::invite || was_asked_again_since(capture, before);
    if (before == no_message || fork || !again) return Verdict::holds();
    part = Part{to_tag_of(seen.message), {"To tag", "To tag"}};
  }
  if (!part) return Verdict::holds();
  if (!answers_the_same(seen, before)) return Verdict::unknown();
  return Verdict::broken_at(part->bytes, seen.message.status_code, part->name)
      .resting_on(capture.frame(before), capture.frame(capture.transaction().request));
}

bool has_same_contact(const Message& one, const Message& other) {
  const std::string_view uri = one.contact().uri;
  return !uri.empty() && uri == other.contact().uri;
}

Verdict is_of_the_same_call(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  const MessageId first = capture.transaction().final;
  if (first == no_message || first >= capture.id()) return Verdict::holds();
  const MessageRecord& success = capture.tracker().message(first);
  const bool new_tag = own.copy == Copy::none && own.to_tag != 0 && own.to_tag != success.to_tag;
  if (!is_success(success.code) || !new_tag || !was_asked_again_since(capture, first))
    return Verdict::holds();
  const MessageId known = capture.find_before(
      [&own](const MessageRecord& message) { return message.to_tag == own.to_tag; });
  const Captured* const answer = capture.at(first);
  if (known != no_message || answer == nullptr) return Verdict::unknown();
  // Behind a fork each callee has its own Contact.
  if (!has_same_contact(seen.message, answer->message)) return Verdict::unknown();
  if (!answers_the_same(seen, first)) return Verdict::unknown();
  return Verdict::broken_at(to_tag_of(seen.message), seen.message.status_code)
      .resting_on(capture.frame(first), capture.frame(capture.transaction().request));
}

Verdict is_passed_on_in_time(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  MessageId came = no_message;
  const TransactionId id = capture.find_branch([&](const Transaction& branch) {
    came = capture.find_in(branch, [&own](const MessageRecord& message) {
      return message.code == own.code && message.to_tag == own.to_tag;
    });
    return came != no_message && branch.final != no_message;
  });
  if (id == TransactionId::none) return Verdict::holds();  // it is not passed on
  const Transaction& branch = capture.tracker().transaction(id);
  // A 100 of the proxy itself shows that it keeps state. One without may pass on what it likes.
  const MessageId trying =
      capture.find_before([](const MessageRecord& message) { return message.code == 100; });
  if (trying == no_message) return Verdict::unknown();
  const MessageId behind =
      capture.find_in(branch, [trying, &capture](const MessageRecord& message) {
        return message.code == 100 && message.time <= capture.tracker().message(trying).time;
      });
  const MessageRecord& first = capture.tracker().message(branch.final);
  if (behind != no_message || !is_success(first.code)) return Verdict::unknown();
  const std::chrono::nanoseconds after = capture.tracker().message(came).time - first.time;
  if (after <= times_t1(capture, timer_m) + longest_crossing(capture)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, in_seconds(after))
      .resting_on(capture.frame(came), capture.frame(branch.final));
}

/// The response that the client has known for long when it sends its request again.
MessageId known_to_client(const Capture& capture, MessageId response) {
  const bool is_known =
      response != no_message && capture.since(response) > longest_crossing(capture);
  return is_known ? response : no_message;
}

Verdict stops_at_the_final(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.record().copy != Copy::retransmission) return Verdict::holds();
  if (is_reliable(capture.packet().transport).value_or(true)) return Verdict::unknown();
  const MessageId final = known_to_client(capture, capture.transaction().final);
  if (final == no_message) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name,
                            std::uint64_t{capture.tracker().message(final).code},
                            in_ms(capture.since(final)))
      .resting_on(capture.frame(final));
}

constexpr Rule table[] = {
    {.code = "TRN-01",
     .slug = "response-without-request",
     .level = Level::note,
     .cite = {6026, "7.3"},
     .applies_to = {.methods = any_method,
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "No request in the capture matches this {0}: a UA drops such a response, and a "
                "stateful proxy must not pass it on.",
          .zh = "抓包中没有与此 {0} 响应匹配的请求：UA 会丢弃这种响应，有状态代理服务器不得转发。"},
     .check = has_a_request},
    {.code = "TRN-02",
     .slug = "second-final-response",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = other_methods,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "{1} is a second final response to {0}, after {2}: the client takes the first "
                    "and drops this one.",
                .zh =
                    "{1} 是继 {2} 之后对 {0} 的第二个最终响应：客户端只认第一个，此响应会被丢弃。"},
     .check = is_the_only_final},
    {.code = "TRN-03",
     .slug = "second-final-to-invite",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} to an INVITE that {1} has ended already: the client ignores it, "
                      "whatever the server now believes.",
                .zh = "该 INVITE 已由 {1} 结束，又来了 {0} "
                      "响应：客户端会将其忽略，双方状态可能从此不一致。"},
     .check = ends_the_invite_once},
    {.code = "TRN-04",
     .slug = "provisional-after-final",
     .level = Level::must,
     .cite = {3261, "17.2.1"},
     .applies_to = {.codes = {{100, 199}},
                    .methods = any_method,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} after the final response {1}: the transaction has its result, and the "
                      "client drops this.",
                .zh = "最终响应 {1} 之后又来了临时响应 {0}：事务已有结果，客户端会将其丢弃。"},
     .check = comes_before_the_final},
    {.code = "TRN-16",
     .slug = "retransmitted-response-differs",
     .level = Level::should,
     .cite = {3261, "17.2.2"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = any_method,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "This {0} was sent before with another {1}: what the client keeps depends on "
                      "which of the two arrives.",
                .zh = "此 {0} 响应此前发过，但“{1}”不同：客户端采用哪一份，取决于哪一份先到。"},
     .check = is_as_before},
    {.code = "TRN-29",
     .slug = "retransmitted-invite-taken-for-new",
     .level = Level::should,
     .cite = {6026, "7.1"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "The INVITE sent again got {0} with a new To tag: the server took it for a "
                      "second call.",
                .zh = "重传的 INVITE 得到带有新 To tag 的 {0} 响应：服务器将其当成了另一个呼叫。"},
     .check = is_of_the_same_call},
    {.code = "TRN-30",
     .slug = "proxy-passes-on-late-2xx",
     .level = Level::should,
     .cite = {6026, "7.3"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "The proxy passed on this {0}, {1} s after the first 2xx: it has no "
                      "transaction for it any more and must not forward it.",
                .zh = "首个 2xx 之后已过 {1} 秒，代理服务器仍转发此 {0} "
                      "响应：对应的事务已不存在，不得转发。"},
     .check = is_passed_on_in_time},
    {.code = "TRN-32",
     .slug = "request-sent-again-after-final",
     .level = Level::should,
     .cite = {3261, "17.1.2.2"},
     .applies_to = {.methods = any_method,
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} is sent again {2} ms after its {1}: that response did not reach the "
                      "client, or was not accepted.",
                .zh = "{0} 已有最终响应 {1}，{2} 毫秒后却又重传：该响应未到达客户端，或未被接受。"},
     .check = stops_at_the_final},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> stray_and_repeated{table};

}  // namespace sipgloss::subject
