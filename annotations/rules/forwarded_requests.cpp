// SPDX-License-Identifier: MIT
// Requests that a proxy should have answered itself: hops used up, a loop, a secure request that
// would go on without security. RFC 3261 sections 16.3 and 16.7, RFC 5393 section 4.2.2, RFC 5630
// section 5.3.
#include "rules/across_proxy.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

using scan::equal_ignoring_case;

Verdict had_hops_left(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const upstream = capture.upstream();
  if (upstream == nullptr || capture.record().copy != Copy::none) return Verdict::unknown();
  const Captured* const received = capture.at(upstream->request);
  if (received == nullptr || header_section_cut(received->message)) return Verdict::unknown();
  const Header* const hops = received->message.find(HeaderName::max_forwards);
  if (hops == nullptr || read_number(hops->value) != 0U) return Verdict::holds();
  const Header* const now = seen.message.find(HeaderName::max_forwards);
  return Verdict::broken_at(now == nullptr ? seen.message.start_line : row_of(*now),
                            seen.message.method_name, std::uint64_t{received->packet.frame})
      .resting_on(received->packet.frame);
}

/// What a proxy adds to a request or counts down in it. Nothing else changes where it goes.
constexpr bool is_of_the_way(HeaderName name) {
  return name == HeaderName::via || name == HeaderName::max_forwards ||
         name == HeaderName::record_route;
}

/// The request that came round to the proxy as the one with that transaction; none where it did
/// not.
TransactionId came_round_from(const Capture& capture, TransactionId looped) {
  const EventId event = capture.tracker().transaction(looped).failed_by;
  if (event == no_event) return TransactionId::none;
  if (capture.tracker().event(event).kind != EventKind::came_round) return TransactionId::none;
  for (const TransactionId first : capture.tracker().touched_by(event)) {
    if (first != looped) return first;
  }
  return TransactionId::none;
}

/// Whether a request was forwarded on more than one branch.
bool was_forked(const Capture& capture, const Transaction& request) {
  int branches = 0;
  return capture.find_branch_of(request, [&](const Transaction& branch) {
    if (branch.same_branch == TransactionId::none) ++branches;
    return branches > 1;
  }) != TransactionId::none;
}

Verdict does_not_loop(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const upstream = capture.upstream();
  if (upstream == nullptr || capture.record().copy != Copy::none) return Verdict::unknown();
  const TransactionId first = came_round_from(capture, capture.transaction().upstream);
  if (first == TransactionId::none) return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(first);
  // Who sends a request on one way only need not look for loops (RFC 5393 section 4.1).
  if (!was_forked(capture, before) || !was_forked(capture, *upstream)) return Verdict::unknown();
  const Captured* const then = capture.at(before.request);
  const Captured* const now = capture.at(upstream->request);
  if (then == nullptr || now == nullptr || then->message.truncated || now->message.truncated ||
      !are_alike(then->message, now->message, is_of_the_way))
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name,
                            std::uint64_t{now->packet.frame}, std::uint64_t{then->packet.frame})
      .resting_on(now->packet.frame, then->packet.frame);
}

/// Whether one of the targets of a redirection is that URI.
bool is_target_of(const Message& redirection, std::string_view uri) {
  for (const std::string_view value : Values(redirection, HeaderName::contact)) {
    if (same_uri(read_name_addr(value).uri, uri)) return true;
  }
  return false;
}

/// Whether a response says by the warn-code 380 that SIPS is not allowed (RFC 5630 section 6.3).
bool refuses_sips(const Message& response) {
  for (const std::string_view value : Values(response, HeaderName::warning)) {
    if (read_warning(value).code == 380) return true;
  }
  return false;
}

/// Whether two URIs differ in their scheme and parameters only.
bool is_same_place(std::string_view one, std::string_view other) {
  const Uri a = read_uri(one);
  const Uri b = read_uri(other);
  return a.user == b.user && equal_ignoring_case(a.host, b.host);
}

/// Whether a request to `uri` is what a proxy makes of that response to a SIPS request: it recurses
/// on it.
bool follows_from(const Captured& refused, const Captured& response, std::string_view uri) {
  const unsigned code = response.message.status_code;
  if (code >= 300 && code < 400) return is_target_of(response.message, uri);
  const bool is_refused = code == 416 || (code == 480 && refuses_sips(response.message));
  return is_refused && is_same_place(refused.message.request_uri, uri);
}

Verdict stays_with_sips(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const Transaction* const upstream = capture.upstream();
  if (upstream == nullptr || capture.record().copy != Copy::none) return Verdict::unknown();
  if (own.facts.scheme != UriScheme::sip && own.facts.scheme != UriScheme::tel)
    return Verdict::holds();
  const Transaction* left = nullptr;
  capture.find_branch_of(*upstream, [&](const Transaction& branch) {
    if (branch.facts.scheme != UriScheme::sips || !is_before(branch.final, capture.id()))
      return false;
    const Captured* const request = capture.at(branch.request);
    const Captured* const response = capture.at(branch.final);
    const bool recursed = request != nullptr && response != nullptr &&
                          follows_from(*request, *response, seen.message.request_uri);
    if (recursed) left = &branch;
    return recursed;
  });
  if (left == nullptr) return Verdict::holds();
  return Verdict::broken_at(seen.message.request_uri, std::uint64_t{final_code(capture, *left)},
                            std::uint64_t{capture.frame(left->final)})
      .resting_on(capture.frame(left->final), capture.frame(left->request));
}

constexpr Rule table[] = {
    {.code = "PRX-11",
     .slug = "forwarded-with-no-hops-left",
     .level = Level::must,
     .cite = {3261, "16.3"},
     .applies_to = {.methods = forwarded_methods,
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "{0} came with Max-Forwards 0 (frame {1}) and is sent on all the same: it had "
                    "to be answered 483, or loops never end.",
                .zh = "{0} 请求（帧 {1}）的 Max-Forwards 已是 0，代理服务器却仍然转发，没有返回 "
                      "483，环路将无法终止。"},
     .check = had_hops_left},
    {.code = "PRX-12",
     .slug = "loop-forked-again",
     .level = Level::must,
     .cite = {5393, "4.2.2"},
     .applies_to = {.methods = forwarded_methods,
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "A loop: frame {1} is the {0} of frame {2} come round unchanged, and the proxy "
                    "forks it again, with no 482.",
                .zh = "环路：帧 {1} 是原样绕回的帧 {2} 的 "
                      "{0}，代理服务器没有返回 482，又作了分支转发。"},
     .check = does_not_loop},
    {.code = "PRX-16",
     .slug = "recursion-from-sips-to-sip",
     .level = Level::must,
     .cite = {5630, "5.3"},
     .applies_to = {.methods = forwarded_methods,
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "After the {0} to a sips URI (frame {1}) the proxy tries this one, which is "
                      "not secure: the caller asked for security all the way.",
                .zh = "sips URI 得到 {0}（帧 {1}）后，代理服务器改试这个不安全的 "
                      "URI，而主叫要求全程安全。"},
     .check = stays_with_sips},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> forwarded_requests{table};

}  // namespace sipgloss::subject
