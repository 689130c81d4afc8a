// SPDX-License-Identifier: MIT
// Where a redirect server sends a request, and where its client goes. RFC 3261 sections 8.1.3.4 and
// 8.3, RFC 5630 section 5.1.1.
#include <chrono>

#include "message/scan.hpp"
#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

/// Whether two SIP URIs have the same scheme, user, host and port.
bool is_same_place(const Uri& one, const Uri& other) {
  return scan::equal_ignoring_case(one.scheme, other.scheme) && one.user == other.user &&
         scan::equal_ignoring_case(one.host, other.host) && one.port == other.port;
}

constexpr bool is_redirection(unsigned code) { return code >= 300 && code < 400; }

// Where the request goes on behind this server, the 3xx is another one's.
Verdict leads_elsewhere(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.transaction().last_branch != TransactionId::none) return Verdict::unknown();
  const std::string_view asked = capture.request()->message.request_uri;
  for (const std::string_view value : Values(seen.message, HeaderName::contact)) {
    const NameAddr contact = read_name_addr(value);
    if (!contact.uri.empty() && same_uri(contact.uri, asked))
      return Verdict::broken_at(contact.uri, std::uint64_t{seen.message.status_code}, contact.uri);
  }
  return Verdict::holds();
}

/// A later call is none of the redirected request's business.
constexpr std::chrono::seconds soon{32};

/// 305 sends the same request through a proxy, and 380 tells of another service: their Contact URIs
/// are no new Request-URIs (RFC 3261 sections 21.3.4 and 21.3.5).
constexpr bool names_other_things(unsigned code) { return code == 305 || code == 380; }

/// The request before this one, where that was redirected and the client goes on at once; null
/// else. Proxies try targets too: they are another rule's matter.
const Transaction* redirected_before(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const TransactionId id = capture.transaction().predecessor;
  if (id == TransactionId::none || !comes_from_client(seen.message)) return nullptr;
  const Transaction& before = capture.tracker().transaction(id);
  const bool redirected = is_redirection(final_code(capture, before));
  return redirected && capture.since(before.final) < soon ? &before : nullptr;
}

Verdict tries_each_target_once(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* before = redirected_before(seen);
  if (before == nullptr || capture.record().copy != Copy::none) return Verdict::holds();
  if (names_other_things(final_code(capture, *before))) return Verdict::unknown();
  const std::uint32_t uri = capture.transaction().facts.uri;
  const MessageId redirection = before->final;
  constexpr int most_targets = 64;
  for (int i = 0; i < most_targets; ++i) {
    if (before->facts.uri == uri) {
      return Verdict::broken_at(seen.message.request_uri, seen.message.request_uri,
                                std::uint64_t{capture.frame(before->request)})
          .resting_on(capture.frame(before->request), capture.frame(redirection));
    }
    if (before->predecessor == TransactionId::none) break;
    before = &capture.tracker().transaction(before->predecessor);
  }
  return Verdict::holds();
}

/// Whether a URI is one to which a 3xx sends its client. Parameters are left aside: method and
/// headers are taken off (RFC 3261 section 8.1.3.4), and clients leave out what they do not know.
enum class Listed : std::uint8_t { no, yes, unknown };
Listed is_listed(std::string_view uri, const Message& redirection) {
  bool any = false;
  for (const std::string_view value : Values(redirection, HeaderName::contact)) {
    const NameAddr contact = read_name_addr(value);
    const Uri target = read_uri(contact.uri);
    if (!target.is_sip()) return Listed::unknown;
    any = true;
    if (is_same_place(target, read_uri(uri))) return Listed::yes;
  }
  return any ? Listed::no : Listed::unknown;
}

/// Whether one of the redirections of this request names the target.
Listed is_listed_before(const Capture& capture, std::string_view uri, const Transaction* before) {
  constexpr int most_redirections = 8;
  for (int i = 0; i < most_redirections; ++i) {
    const unsigned code = final_code(capture, *before);
    const Captured* const final = capture.at(before->final);
    if (final == nullptr || names_other_things(code) || header_section_cut(final->message))
      return Listed::unknown;
    const Listed listed = is_redirection(code) ? is_listed(uri, final->message) : Listed::no;
    if (listed != Listed::no) return listed;
    if (before->predecessor == TransactionId::none) return Listed::no;
    before = &capture.tracker().transaction(before->predecessor);
  }
  return Listed::unknown;
}

Verdict not_made_from(const Seen& seen, const Transaction& redirected, std::string_view fault) {
  const Capture& capture = *seen.capture;
  return Verdict::broken_at(fault, std::uint64_t{final_code(capture, redirected)}, fault,
                            std::uint64_t{capture.frame(redirected.final)})
      .resting_on(capture.frame(redirected.final));
}

/// The transaction whose branch a redirected request uses again; null where it has its own.
const Transaction* with_same_branch(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (capture.record().copy == Copy::retransmission) {
    const Captured* const first = capture.request();
    const bool same = first == nullptr || first->message.request_uri == seen.message.request_uri;
    return same ? nullptr : &own;
  }
  if (own.same_branch == TransactionId::none) return nullptr;
  const Transaction& other = capture.tracker().transaction(own.same_branch);
  return other.facts.uri == own.facts.uri ? nullptr : &other;
}

/// "branch=z9hG4bK74bf9" of the top Via.
std::string_view branch_of(const Message& message) {
  const auto branch = message.top_via().parameters.find("branch");
  if (!branch || !branch->value) return message.start_line;
  const char* const begin = branch->name.data();
  const char* const end = branch->value->data() + branch->value->size();
  return {begin, static_cast<std::size_t>(end - begin)};
}

Verdict is_made_from_contact(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!comes_from_client(seen.message)) return Verdict::unknown();
  const Transaction* const reused = with_same_branch(seen);
  if (reused != nullptr && is_redirection(final_code(capture, *reused)) &&
      is_before(reused->final, capture.id()))
    return not_made_from(seen, *reused, branch_of(seen.message));
  const Transaction* const before = redirected_before(seen);
  if (before == nullptr || capture.record().copy != Copy::none) return Verdict::holds();
  switch (is_listed_before(capture, seen.message.request_uri, before)) {
    case Listed::yes:
      return Verdict::holds();
    case Listed::unknown:
      return Verdict::unknown();
    case Listed::no:
      break;
  }
  // The same target again is another rule's matter.
  if (before->facts.uri == capture.transaction().facts.uri) return Verdict::unknown();
  return not_made_from(seen, *before, seen.message.request_uri);
}

/// "SIPS Not Allowed" (RFC 5630 section 7).
bool refuses_sips(const Message& response) {
  constexpr unsigned unsupported_scheme = 416;
  constexpr unsigned sips_not_allowed = 380;
  if (response.status_code == unsupported_scheme) return true;
  if (response.status_code != 480) return false;
  for (const std::string_view value : Values(response, HeaderName::warning)) {
    if (read_warning(value).code == sips_not_allowed) return true;
  }
  return false;
}

// Nobody is asked and answers within a second.
Verdict keeps_to_sips(const Seen& seen) {
  const Capture& capture = *seen.capture;
  constexpr std::chrono::seconds too_fast_for_people{1};
  const Transaction& own = capture.transaction();
  if (own.predecessor == TransactionId::none || own.facts.scheme != UriScheme::sip)
    return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(own.predecessor);
  if (before.facts.scheme != UriScheme::sips) return Verdict::holds();
  const Captured* const response = capture.at(before.final);
  const Captured* const request = capture.at(before.request);
  if (response == nullptr || request == nullptr || !comes_from_client(seen.message))
    return Verdict::unknown();
  if (!refuses_sips(response->message)) return Verdict::holds();
  Uri secure = read_uri(request->message.request_uri);
  const Uri now = read_uri(seen.message.request_uri);
  secure.scheme = now.scheme;
  if (!is_same_place(secure, now) || capture.since(before.final) > too_fast_for_people)
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.request_uri, seen.message.request_uri,
                            std::uint64_t{response->message.status_code},
                            std::uint64_t{capture.frame(before.final)})
      .resting_on(capture.frame(before.request), capture.frame(before.final));
}

constexpr auto of_client = any_method_but({Method::ack, Method::cancel, Method::prack});

constexpr Rule table[] = {
    {.code = "DLG-34",
     .slug = "redirection-to-itself",
     .level = Level::must,
     .cite = {3261, "8.3"},
     .applies_to = {.codes = {{300, 304}, {306, 399}},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} redirects to {1}, the very URI of the request: a client that follows it "
                      "goes round in circles.",
                .zh = "{0} 重定向到 {1}，正是请求的 Request-URI，客户端照做就会陷入环路。"},
     .check = leads_elsewhere},
    {.code = "DLG-35",
     .slug = "redirect-target-tried-twice",
     .level = Level::must,
     .cite = {3261, "8.1.3.4"},
     .applies_to = {.methods = of_client, .about = About::request, .evidence = Evidence::capture},
     .broken =
         {.en = "The client was redirected to {0}, but has tried that URI in frame {1}: it must "
                "not take up a target twice.",
          .zh = "客户端被重定向到 {0}，而帧 {1} 已试过该 URI，同一目标不得重复加入。"},
     .check = tries_each_target_once},
    {.code = "DLG-36",
     .slug = "redirected-request-not-made-from-contact",
     .level = Level::should,
     .cite = {3261, "8.1.3.4"},
     .applies_to = {.methods = of_client, .about = About::request, .evidence = Evidence::capture},
     .broken = {.en = "The {0} of frame {2} redirects, but this is no new request to one of its "
                      "Contact URIs: {1}.",
                .zh = "帧 {2} 的 {0} 要求重定向，但这不是发往其 Contact URI 的新请求：{1}。"},
     .check = is_made_from_contact},
    {.code = "DLG-37",
     .slug = "sips-given-up-for-sip",
     .level = Level::must,
     .cite = {5630, "5.1.1"},
     .applies_to = {.methods = of_client, .about = About::request, .evidence = Evidence::capture},
     .broken = {.en =
                    "After the {1} of frame {2} the client turned sips into sip by itself: {0} is "
                    "tried unprotected.",
                .zh = "帧 {2} 的 {1} 之后客户端自行把 sips 改为 sip，以不安全的方式重发到 {0}。"},
     .check = keeps_to_sips},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> redirect_targets{table};

}  // namespace sipgloss::subject
