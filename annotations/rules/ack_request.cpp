// SPDX-License-Identifier: MIT
// What an ACK acknowledges, and what it has to be like for that. RFC 3261 sections 13.2.2.4 and
// 17.1.1.3.
#include <algorithm>
#include <array>
#include <string>

#include "message/scan.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

using scan::equal_ignoring_case;

constexpr int most_messages = 64;  ///< that are looked at of a transaction
constexpr int timer_h = 64;        ///< T1: how long a server waits for ACK

/// What an ACK acknowledges, on its hop.
struct Acknowledged {
  const Transaction* invite = nullptr;  ///< null where it is not known
  MessageId response = no_message;      ///< the final response with its To tag, or else the last
  bool same_branch = false;

  unsigned code(const Capture& capture) const { return capture.tracker().message(response).code; }
};

Acknowledged acknowledged_by(const Capture& capture) {
  const Tracker& tracker = capture.tracker();
  const Transaction& own = capture.transaction();
  Acknowledged found{.same_branch = own.method == Method::invite};
  const MessageId followed = capture.record().follows;
  const Transaction* const answered = tracker.transaction_of(followed);
  const bool here =
      answered != nullptr && answered->hop == own.hop && answered->client == own.client;
  if (here) found.response = followed;
  found.invite = found.same_branch ? &own : here ? answered : partner_here(capture);
  if (found.invite == nullptr || found.invite->request == no_message) return {};
  if (found.response == no_message) found.response = capture.find_in(*found.invite, is_final);
  return found.response == no_message ? Acknowledged{} : found;
}

Verdict differs(const Seen& seen, const Acknowledged& acknowledged, const Part& part) {
  const Capture& capture = *seen.capture;
  const std::string_view bytes = part.bytes.empty() ? seen.message.start_line : part.bytes;
  return Verdict::broken_at(bytes, part.name, std::uint64_t{acknowledged.code(capture)})
      .resting_on(capture.frame(acknowledged.response),
                  capture.frame(acknowledged.invite->request));
}

/// The branch of the ACK, where INVITE and ACK both have one that identifies their transaction.
std::optional<Part> branch_part(const Message& ack, const Message& invite) {
  if (!ack.top_via().has_magic_cookie() || !invite.top_via().has_magic_cookie())
    return std::nullopt;
  return Part{ack.top_via().branch, {"branch", "branch"}};
}

/// The To of the ACK, where no response of the INVITE from that code on had that tag.
std::optional<Part> to_part(const Capture& capture, const Message& ack, const Transaction& invite,
                            unsigned from_code) {
  const std::uint32_t tag = capture.record().to_tag;
  const MessageId known = capture.find_in(invite, [&](const MessageRecord& message) {
    return message.code >= from_code && message.to_tag == tag;
  });
  if (known != no_message) return std::nullopt;
  const NameAddr& to = ack.to();
  return Part{to.tag.value_or(to.raw), {"To tag", "To tag"}};
}

Verdict acknowledges_failure_rightly(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.record().copy != Copy::none) return Verdict::holds();
  const Acknowledged acknowledged = acknowledged_by(capture);
  if (acknowledged.invite == nullptr) return Verdict::unknown();
  if (acknowledged.code(capture) < 300) return Verdict::holds();
  const Captured* const invite = capture.at(acknowledged.invite->request);
  if (invite == nullptr || header_section_cut(invite->message)) return Verdict::unknown();
  std::optional<Part> part;
  if (!acknowledged.same_branch) {
    // Towards the same host a client can have another INVITE, which was not captured.
    const bool same_client =
        equal_ignoring_case(seen.message.top_via().sent_by, invite->message.top_via().sent_by);
    part = branch_part(seen.message, invite->message);
    if (!same_client || !part || capture.lost_packets()) return Verdict::unknown();
    return differs(seen, acknowledged, *part);
  }
  part = part_unlike(seen.message, invite->message);
  if (!part) part = to_part(capture, seen.message, *acknowledged.invite, 300);
  return part ? differs(seen, acknowledged, *part) : Verdict::holds();
}

/// Whether that INVITE had no final response when the ACK came: what proves it is a new response
/// after the ACK. A final one may be sent again where its first sending was not captured, but then
/// soon after the ACK.
Verdict acknowledges_no_provisional(const Capture& capture, const Message& ack,
                                    const Transaction& invite) {
  const MessageId own = capture.id();
  const Time time = capture.record().time;
  MessageId earlier = no_message;
  MessageId later = no_message;
  bool ended = false;
  MessageId at = invite.last;
  for (int i = 0; i < most_messages && at != no_message; ++i) {
    const MessageRecord& message = capture.tracker().message(at);
    const bool is_new = message.is_response() && message.copy == Copy::none;
    if (at > own && is_new && message.time - time > reordering) later = at;
    if (at < own && is_new && earlier == no_message) earlier = at;
    ended = ended || (at < own && is_final(message));
    at = message.previous;
  }
  if (ended) return Verdict::holds();
  if (later == no_message) return Verdict::unknown();
  const MessageRecord& proof = capture.tracker().message(later);
  if (is_final(proof) && proof.time - time < longest_crossing(capture)) return Verdict::unknown();
  return Verdict::broken_at(ack.start_line, Text{"no final response had come", "尚无任何最终响应"})
      .resting_on(capture.frame(earlier), capture.frame(later));
}

/// Whether the number in CSeq is that of another request, and of no INVITE.
Verdict acknowledges_an_invite(const Capture& capture, const Message& ack) {
  const Transaction& own = capture.transaction();
  if (!ack.cseq().number) return Verdict::unknown();
  const TransactionId id = capture.find_in_dialog([&own](const Transaction& other) {
    const bool same_client = other.hop == own.hop && other.client == own.client;
    return same_client && other.cseq == own.cseq && other.method != Method::ack &&
           other.method != Method::cancel && other.request != no_message;
  });
  if (id == TransactionId::none) return Verdict::unknown();
  const Transaction& other = capture.tracker().transaction(id);
  if (other.method == Method::invite) return Verdict::unknown();
  return Verdict::broken_at(ack.cseq().raw, Text{"its CSeq is of a request other than INVITE",
                                                 "其 CSeq 属于非 INVITE 请求"})
      .resting_on(capture.frame(other.request), capture.frame(other.final));
}

/// Whether a provisional response of the INVITE had the To tag of the ACK.
bool is_for_early_dialog(const Capture& capture, const Transaction& invite) {
  const std::uint32_t tag = capture.record().to_tag;
  return capture.find_in(invite, [tag](const MessageRecord& message) {
    return message.code > 100 && message.code < 200 && message.to_tag == tag;
  }) != no_message;
}

Verdict follows_a_final_to_invite(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (own.method != Method::ack) return acknowledges_no_provisional(capture, seen.message, own);
  if (capture.record().follows != no_message) return Verdict::holds();
  const Transaction* const invite = partner_here(capture);
  if (invite == nullptr) return acknowledges_an_invite(capture, seen.message);
  if (!is_for_early_dialog(capture, *invite)) return Verdict::unknown();
  return acknowledges_no_provisional(capture, seen.message, *invite);
}

/// A request straight from the UAC: nobody has added to it or taken from it.
bool comes_from_uac(const Message& request) { return via_count(request) == 1; }

/// A URI up to its parameters, its default port left aside.
std::string_view target_of(std::string_view uri) {
  static constexpr scan::Characters behind_address(";?>");
  uri = uri.substr(0, scan::find_any(uri, behind_address));
  return uri.ends_with(":5060") ? uri.substr(0, uri.size() - 5) : uri;
}

/// "192.0.2.20" in "sip:bob@192.0.2.20:5060".
std::string_view host_of(std::string_view target) {
  target.remove_prefix(std::min(target.find(':') + 1, target.size()));
  const std::size_t at = target.rfind('@');
  if (at != std::string_view::npos) target.remove_prefix(at + 1);
  return target.starts_with('[') ? target.substr(0, target.find(']') + 1)
                                 : target.substr(0, target.find(':'));
}

bool is_loose(std::string_view route) {
  const std::string_view uri = read_name_addr(route).uri;
  return uri.find(";lr") != std::string_view::npos || uri.find(";LR") != std::string_view::npos;
}

/// The route that the UAC takes from Record-Route, in its order; nothing where it is too long.
struct RouteSet {
  std::array<std::string_view, 16> values{};
  std::size_t count = 0;
  bool whole = true;

  explicit RouteSet(const Message& response) {
    for (const std::string_view value : Values(response, HeaderName::record_route)) {
      whole = count < values.size();
      if (!whole) return;
      values[count++] = value;
    }
    std::reverse(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
  }
};

/// Where the ACK goes, and whether that is the Contact of the 2xx by way of its Record-Route.
std::optional<Part> way_part(const Message& ack, const Message& invite, const Captured& response) {
  const RouteSet route_set(response.message);
  const bool strict = route_set.count > 0 && !is_loose(route_set.values[0]);
  if (!comes_from_uac(ack) || !comes_from_uac(invite) || strict || !route_set.whole)
    return std::nullopt;
  const bool opens_dialog = !invite.to().tag;  // the route set stays what it was then
  const Values routes(ack, HeaderName::route);
  auto route = routes.begin();
  if (route != routes.end() && !is_loose(*route)) return std::nullopt;
  for (std::size_t i = 0; opens_dialog && i < route_set.count; ++i) {
    const Text name{"Route", "Route"};
    if (route == routes.end()) return Part{ack.value(HeaderName::route), name};
    const std::string_view wanted = target_of(read_name_addr(route_set.values[i]).uri);
    if (!equal_ignoring_case(target_of(read_name_addr(*route).uri), wanted))
      return Part{*route, name};
    ++route;
  }
  const std::string_view contact = target_of(response.message.contact().uri);
  const std::string_view target = target_of(ack.request_uri);
  if (contact.empty() || equal_ignoring_case(contact, target)) return std::nullopt;
  // Clients that help themselves through a NAT write the address that the 2xx came from.
  const std::string source = to_string(response.packet.source);
  if (source.starts_with(std::string(host_of(target)) + ':')) return std::nullopt;
  return Part{ack.request_uri, {"Request-URI", "Request-URI"}};
}

/// An ACK with a CSeq number that no request of the dialog has, while a 2xx waits for its ACK.
Verdict has_the_number_of_an_invite(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (!capture.saw_dialog_open() || capture.lost_packets()) return Verdict::unknown();
  bool number_is_known = false;
  const TransactionId id = capture.find_in_dialog([&](const Transaction& other) {
    if (other.client != own.client) return false;
    if (other.cseq == own.cseq && other.method != Method::ack) number_is_known = true;
    return other.method == Method::invite && other.hop == own.hop && other.ack == no_message &&
           is_success(final_code_of(capture, other)) &&
           capture.since(other.final) < times_t1(capture, timer_h);
  });
  if (id == TransactionId::none || number_is_known) return Verdict::unknown();
  const Transaction& invite = capture.tracker().transaction(id);
  const Captured* const request = capture.at(invite.request);
  const bool known = request != nullptr && request->message.cseq().number;
  if (!known || !seen.message.cseq().number) return Verdict::unknown();
  const Acknowledged waiting{.invite = &invite, .response = invite.final};
  return differs(seen, waiting, {seen.message.cseq().raw, {"CSeq number", "CSeq 序号"}});
}

Verdict acknowledges_success_rightly(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.record().copy != Copy::none) return Verdict::holds();
  const Acknowledged acknowledged = acknowledged_by(capture);
  if (acknowledged.invite == nullptr) {
    return capture.transaction().method == Method::ack ? has_the_number_of_an_invite(seen)
                                                       : Verdict::unknown();
  }
  if (acknowledged.code(capture) >= 300) return Verdict::holds();
  const Captured* const invite = capture.at(acknowledged.invite->request);
  const Captured* const response = capture.at(acknowledged.response);
  if (invite == nullptr || response == nullptr || header_section_cut(invite->message) ||
      header_section_cut(response->message))
    return Verdict::unknown();
  std::optional<Part> part;
  if (acknowledged.same_branch) part = branch_part(seen.message, invite->message);
  // A 2xx of a fork may have escaped the capture.
  if (!part) part = to_part(capture, seen.message, *acknowledged.invite, 101);
  const bool of_that_dialog =
      capture.tracker().message(acknowledged.response).to_tag == capture.record().to_tag;
  if (!part && !of_that_dialog) return Verdict::unknown();
  if (!part) part = way_part(seen.message, invite->message, *response);
  return part ? differs(seen, acknowledged, *part) : Verdict::holds();
}

Verdict carries_the_credentials(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.record().copy != Copy::none) return Verdict::holds();
  const Acknowledged acknowledged = acknowledged_by(capture);
  if (acknowledged.invite == nullptr) return Verdict::unknown();
  if (acknowledged.code(capture) >= 300) return Verdict::holds();
  const Captured* const invite = capture.at(acknowledged.invite->request);
  if (invite == nullptr || !comes_from_uac(invite->message) || !comes_from_uac(seen.message))
    return Verdict::unknown();
  for (const HeaderName name : {HeaderName::authorization, HeaderName::proxy_authorization}) {
    const Header* const credentials = invite->message.find(name);
    if (credentials == nullptr || seen.message.has(name)) continue;
    const std::string_view header = name == HeaderName::authorization
                                        ? std::string_view("Authorization")
                                        : std::string_view("Proxy-Authorization");
    return Verdict::broken_at(seen.message.start_line, header)
        .resting_on(capture.frame(acknowledged.invite->request),
                    capture.frame(acknowledged.response));
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "TRN-18",
     .slug = "ack-to-failure-differs",
     .level = Level::must,
     .cite = {3261, "17.1.1.3"},
     .applies_to = {.methods = {Method::ack},
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated, Guard::older_peer}},
     .broken = {.en = "The {0} of this ACK is not what the {1} asks for: the server may not match "
                      "it, and repeats its response.",
                .zh = "此 ACK 的“{0}”与所确认的 {1} 不符：服务器可能无法匹配，会一直重传响应。"},
     .check = acknowledges_failure_rightly},
    {.code = "TRN-20",
     .slug = "ack-to-no-final-of-invite",
     .level = Level::must,
     .cite = {3261, "21.1"},
     .applies_to = {.methods = {Method::ack},
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "This ACK acknowledges nothing: {0}, and only a final response to INVITE is "
                      "acknowledged.",
                .zh = "此 ACK 没有可确认的响应：{0}，而只有 INVITE 的最终响应才用 ACK 确认。"},
     .check = follows_a_final_to_invite},
    {.code = "TRN-22",
     .slug = "ack-to-2xx-differs",
     .level = Level::must,
     .cite = {3261, "13.2.2.4"},
     .applies_to = {.methods = {Method::ack},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::truncated, Guard::older_peer}},
     .broken =
         {.en = "The {0} of this ACK does not fit the {1}: the callee may not take it, repeats its "
                "response and ends the call.",
          .zh = "此 ACK 的“{0}”与 {1} 响应不符：被叫可能不认此 ACK，一直重传响应，最后释放呼叫。"},
     .check = acknowledges_success_rightly},
    {.code = "TRN-26",
     .slug = "ack-without-credentials",
     .level = Level::must,
     .cite = {3261, "13.2.2.4"},
     .applies_to = {.methods = {Method::ack},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "ACK without the {0} of its INVITE: a server that asks for credentials drops "
                      "it, and the call soon ends.",
                .zh =
                    "ACK 没有 INVITE 携带的 {0}：要求凭证的服务器会丢弃此 ACK，呼叫不久就会释放。"},
     .check = carries_the_credentials},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> ack_request{table};

}  // namespace sipgloss::subject
