// SPDX-License-Identifier: MIT
// A request that is sent again with credentials. RFC 3261 sections 8.1.3.5, 22.1 and 22.2.
#include <chrono>

#include "rules/answered_challenges.hpp"
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

constexpr Set<Method> repeatable = any_method_but({Method::ack, Method::cancel});

/// What was challenged, with its bytes.
struct Challenged {
  const Captured* request = nullptr;
  const Captured* response = nullptr;
};

/// Nothing where the bytes are no longer at hand, or cut.
std::optional<Challenged> challenged_by(const Capture& capture, const Transaction& before) {
  const Challenged found{capture.at(before.request), capture.at(before.final)};
  const bool whole = found.request != nullptr && found.response != nullptr &&
                     !header_section_cut(found.request->message) &&
                     !header_section_cut(found.response->message);
  return whole ? std::optional(found) : std::nullopt;
}

bool was_challenged(const Capture& capture, const Transaction& before) {
  return is_challenge(final_code(capture, before));
}

/// Whether a request has credentials. One that is forwarded from a hop in the capture with its
/// credentials is judged there.
bool is_judged_here(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!has_credentials(seen.message)) return false;
  const TransactionId upstream = capture.transaction().upstream;
  if (upstream == TransactionId::none) return true;
  const RequestFacts& facts = capture.tracker().transaction(upstream).facts;
  return !facts.credentials.some && !facts.proxy_credentials.some;
}

/// The same of one that is sent for the first time.
bool is_first_with_credentials(const Seen& seen) {
  return seen.capture->record().copy == Copy::none && is_judged_here(seen);
}

/// Whether it is linked to a request of the same call that it repeats or refreshes.
bool is_linked_in_call(const Capture& capture) {
  const TransactionId before = capture.transaction().predecessor;
  return before != TransactionId::none &&
         capture.tracker().transaction(before).call == capture.transaction().call;
}

/// The digits in CSeq.
std::string_view cseq_digits(const Message& request) {
  const std::string_view value = request.value(HeaderName::cseq);
  return value.substr(0, value.find_first_not_of("0123456789"));
}

// The tracker links a retry to what it repeats where its CSeq is higher. The nonce proves that a
// request which is not linked came after the challenge.

/// The last request of the same name that was challenged; the transaction itself where its branch
/// is used once more.
TransactionId challenged_in_call(const Capture& capture) {
  const Transaction& own = capture.transaction();
  if (was_challenged(capture, own)) return capture.transaction_id();
  if (capture.record().copy != Copy::none || is_linked_in_call(capture)) return TransactionId::none;
  return capture.find_on_flow([&](const Transaction& other) {
    return other.client == own.client && other.call == own.call && other.method == own.method &&
           other.from_tag == own.from_tag && was_challenged(capture, other);
  });
}

Verdict raises_cseq(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (!is_judged_here(seen)) return Verdict::holds();
  const TransactionId id = challenged_in_call(capture);
  if (id == TransactionId::none) return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(id);
  if (before.cseq < own.cseq) return Verdict::holds();
  const std::optional<Challenged> challenged = challenged_by(capture, before);
  // A proxy that knows the password itself cannot raise the CSeq of somebody else's request.
  if (!challenged || !comes_from_client(seen.message) ||
      !find_new_answer(challenged->response->message, seen.message, challenged->request->message))
    return Verdict::unknown();
  return Verdict::broken_at(cseq_digits(seen.message), seen.message.method_name,
                            std::uint64_t{own.cseq}, std::uint64_t{capture.frame(before.final)})
      .resting_on(capture.frame(before.request), capture.frame(before.final));
}

/// What was challenged a moment ago under another Call-ID or From tag, and was not sent again yet.
TransactionId challenged_elsewhere(const Capture& capture) {
  constexpr std::chrono::seconds right_after{5};
  const Transaction& own = capture.transaction();
  const Tracker& tracker = capture.tracker();
  const auto is_recent = [&](const Transaction& other) {
    return was_challenged(capture, other) && capture.since(other.final) <= right_after;
  };
  if (own.predecessor != TransactionId::none) {
    const Transaction& before = tracker.transaction(own.predecessor);
    const bool same_call = before.call == own.call;
    const bool counts = same_call ? was_challenged(capture, before) : is_recent(before);
    return counts && before.hop == own.hop ? own.predecessor : TransactionId::none;
  }
  return capture.find_on_flow([&](const Transaction& other) {
    return other.client == own.client && other.method == own.method && other.event == own.event &&
           other.successor == TransactionId::none && is_recent(other);
  });
}

/// What names the request to the server, and is not as before. A REGISTER makes no dialog, so its
/// From tag does nothing.
std::optional<Part> part_changed(const Message& now, const Message& before) {
  static constexpr Text call_id{"Call-ID", "Call-ID"};
  static constexpr Text from_tag{"From tag", "From tag"};
  static constexpr Text to{"To", "To"};
  static constexpr Text to_tag{"To tag", "To tag"};
  if (now.call_id() != before.call_id()) return Part{now.call_id(), call_id};
  if (now.method() != Method::register_ && now.from().tag != before.from().tag)
    return Part{now.from().tag.value_or(now.value(HeaderName::from)), from_tag};
  const NameAddr& address = now.to();
  const NameAddr& address_before = before.to();
  if (!same_uri(address.uri, address_before.uri)) return Part{address.uri, to};
  if (address.tag == address_before.tag) return std::nullopt;
  return Part{address.tag.value_or(now.value(HeaderName::to)), to_tag};
}

/// Whether two requests ask the same of the same server, apart from what names them.
bool ask_the_same(const Message& one, const Message& other) {
  return one.request_uri == other.request_uri && one.body == other.body &&
         has_same_rows(one, other, HeaderName::contact) && one.from().uri == other.from().uri;
}

Verdict keeps_its_names(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!is_first_with_credentials(seen)) return Verdict::holds();
  const TransactionId id = challenged_elsewhere(capture);
  if (id == TransactionId::none) return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(id);
  const std::optional<Challenged> challenged = challenged_by(capture, before);
  if (!challenged || !comes_from_client(seen.message)) return Verdict::unknown();
  const Message& first = challenged->request->message;
  const std::optional<Part> part = part_changed(seen.message, first);
  if (!part) return Verdict::holds();
  const bool is_retry = find_new_answer(challenged->response->message, seen.message, first) &&
                        ask_the_same(seen.message, first);
  if (!is_retry) return Verdict::unknown();
  return Verdict::broken_at(part->bytes, seen.message.method_name, part->name,
                            std::uint64_t{capture.frame(before.final)})
      .resting_on(capture.frame(before.request), capture.frame(before.final));
}

/// What becomes of credentials that were refused, and come again with the same nonce.
enum class Again : std::uint8_t { same, others, not_known };

Again compare(const Challenge& now, const Challenge& before) {
  for (const std::string_view name : {"username", "algorithm"}) {
    if (now.value(name) != before.value(name)) return Again::others;
  }
  if (now.value("response") == before.value("response")) return Again::same;
  bool same_input = true;
  for (const std::string_view name : {"nc", "cnonce", "uri", "qop"})
    same_input = same_input && now.value(name) == before.value(name);
  return same_input ? Again::others : Again::not_known;
}

/// What does not wait for the response to the request before it.
bool may_have_crossed(const Capture& capture, const Transaction& before) {
  constexpr Set<Method> one_at_a_time = {Method::invite, Method::register_, Method::subscribe,
                                         Method::publish};
  return !one_at_a_time.has(before.method) &&
         capture.since(before.final) <= longest_crossing(capture);
}

/// A refused request, its response, and the request behind it.
struct Refusal {
  const Message& before;
  const Message& response;
  const Message& now;
  bool may_be_typed;  ///< the credentials answer the response, and there was time for a person
};

/// Whether the response asks for that realm again, and not because the nonce was too old.
bool refuses(const Refusal& refusal, HeaderName name, std::string_view realm) {
  const auto asks = [realm](const Challenge& challenge) {
    return challenge.value("realm").value_or("") == realm && !is_for_a_card(challenge);
  };
  return any_digest(refusal.response, name, asks) && !tells_stale(refusal.response, name, realm);
}

/// Whether credentials are those of the refused request.
bool is_refused(const Refusal& refusal, HeaderName name, const Challenge& now) {
  if (now.value("response").value_or("").empty() || now.value("nonce").value_or("").empty() ||
      !refuses(refusal, name, now.value("realm").value_or("")))
    return false;
  return any_digest(refusal.before, answering(name), [&](const Challenge& before) {
    const bool same_nonce =
        before.value("realm") == now.value("realm") && before.value("nonce") == now.value("nonce");
    if (!same_nonce) return false;
    const Again again = compare(now, before);
    return again == Again::same || (again == Again::not_known && !refusal.may_be_typed);
  });
}

/// The credentials that come again; nothing where there are none.
std::optional<Challenge> find_refused(const Refusal& refusal) {
  std::optional<Challenge> found;
  for (const HeaderName name : {HeaderName::www_authenticate, HeaderName::proxy_authenticate}) {
    any_digest(refusal.now, answering(name), [&](const Challenge& now) {
      if (!found && is_refused(refusal, name, now)) found = now;
      return found.has_value();
    });
  }
  return found;
}

// Whoever uses the nonce of the latest challenge has answered it: another proxy of the same realm
// may have made it.
Verdict gives_up_refused(const Seen& seen) {
  constexpr std::chrono::seconds typing{2};
  const Capture& capture = *seen.capture;
  const TransactionId id = capture.transaction().predecessor;
  if (id == TransactionId::none || !is_first_with_credentials(seen)) return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(id);
  if (before.hop != capture.transaction().hop || !was_challenged(capture, before))
    return Verdict::holds();
  const std::optional<Challenged> refused = challenged_by(capture, before);
  if (!refused || may_have_crossed(capture, before)) return Verdict::unknown();
  const Message& response = refused->response->message;
  const Message& first = refused->request->message;
  if (find_new_answer(response, seen.message, first)) return Verdict::holds();
  const bool answers = find_answer(response, seen.message).has_value();
  const std::optional<Challenge> again =
      find_refused({.before = first,
                    .response = response,
                    .now = seen.message,
                    .may_be_typed = answers && capture.since(before.final) > typing});
  if (!again) return Verdict::holds();
  return Verdict::broken_at(again->value("nonce").value_or(again->raw),
                            again->value("realm").value_or(""),
                            std::uint64_t{capture.frame(before.final)})
      .resting_on(capture.frame(before.request), capture.frame(before.final));
}

constexpr Scope retried = {
    .methods = repeatable, .about = About::request, .evidence = Evidence::capture};

constexpr Rule table[] = {
    {.code = "AUT-09",
     .slug = "cseq-kept-with-credentials",
     .level = Level::must,
     .cite = {3261, "22.2"},
     .applies_to = retried,
     .broken =
         {.en = "{0} with the credentials for frame {2} has CSeq {1}, no higher than before: the "
                "server may take it for the old one.",
          .zh = "按帧 {2} 的质询携带凭证重发的 {0}，CSeq 为 {1}，没有递增，服务器可能当作旧请求。"},
     .check = raises_cseq},
    {.code = "AUT-10",
     .slug = "request-renamed-with-credentials",
     .level = Level::should,
     .cite = {3261, "8.1.3.5"},
     .applies_to = retried,
     .broken = {.en = "{0} with the credentials for frame {2} has another {1}: the server cannot "
                      "tell that it is that request again.",
                .zh =
                    "按帧 {2} 的质询携带凭证重发的 {0} 换了 {1}，服务器看不出这是同一请求的重试。"},
     .check = keeps_its_names},
    {.code = "AUT-11",
     .slug = "refused-credentials-sent-again",
     .level = Level::must,
     .cite = {3261, "22.1"},
     .applies_to = retried,
     .broken = {.en = "The credentials for realm {0} come again with the nonce that frame {1} "
                      "refused, and not as stale: the server can only refuse them once more.",
                .zh = "realm {0} 的凭证已被帧 {1} 拒绝（并非 nonce 过期），却以同一 nonce 重发，"
                      "服务器只会再次拒绝。"},
     .check = gives_up_refused},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> credentials{table};

}  // namespace sipgloss::subject
