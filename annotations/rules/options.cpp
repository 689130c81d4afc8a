// SPDX-License-Identifier: MIT
// What a response says of its sender's capabilities. RFC 3261 section 11.2, RFC 6665 section 4.4.4.
#include "rules/contact.hpp"
#include "rules/names_of.hpp"
#include "rules/within_transaction.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::array capabilities = {HeaderName::accept, HeaderName::accept_encoding,
                                     HeaderName::accept_language, HeaderName::supported,
                                     HeaderName::allow};
constexpr NamesOfSubsets<capabilities.size(), 64> names_of_missing({"Accept", "Accept-Encoding",
                                                                    "Accept-Language", "Supported",
                                                                    "Allow"});
constexpr std::size_t allow_alone = std::size_t{1} << (capabilities.size() - 1);

std::size_t missing_from(const Message& response) {
  std::size_t subset = 0;
  for (std::size_t i = 0; i < capabilities.size(); ++i) {
    if (!response.has(capabilities[i])) subset |= std::size_t{1} << i;
  }
  return subset;
}

/// A URI without a user names a server (RFC 3261 section 11).
bool names_a_server(const Uri& uri) { return uri.is_sip() && uri.user.empty(); }

/// A proxy should leave Allow out, and sends no body. Where a user was asked and a body came, a UA
/// responded. To is copied from the request.
bool is_from_a_ua(const Message& response) {
  return !response.body.empty() && !read_uri(response.to().uri).user.empty();
}

Verdict tells_capabilities(const Seen& seen) {
  std::size_t missing = missing_from(seen.message);
  if (!is_from_a_ua(seen.message)) missing &= ~allow_alone;
  if (missing == 0) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, names_of_missing[missing]);
}

Verdict proxy_sends_no_body(const Seen& seen) {
  const std::string_view asked = seen.capture->request()->message.request_uri;
  const bool from_a_proxy = names_a_server(read_uri(asked)) && !seen.message.has(HeaderName::allow);
  if (!from_a_proxy || seen.message.body.empty()) return Verdict::holds();
  return Verdict::broken_at(seen.message.body, asked);
}

/// Whether its sender can act as a notifier: it accepted a subscription or says that it takes them.
bool is_from_a_notifier(const Message& response, Method method) {
  return method == Method::subscribe || lists_token(response, HeaderName::allow, "SUBSCRIBE");
}

Verdict notifier_tells_events(const Seen& seen) {
  const CSeq& cseq = seen.message.cseq();
  if (seen.message.has(HeaderName::allow_events) || !is_from_a_notifier(seen.message, cseq.method))
    return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, cseq.method_name);
}

/// Codes with which a UA refuses a call because it is busy.
constexpr bool says_busy(unsigned code) { return code == 486 || code == 600; }

/// Whether a request was sent to a user at the very address where the packet went, so that a UA
/// responds to it and no proxy.
bool goes_straight_to_user(const Captured& request) {
  const Uri uri = read_uri(request.message.request_uri);
  return !uri.user.empty() && is_address(uri.host, request.packet.destination) &&
         !request.message.has(HeaderName::route) && !is_in_dialog(request.message);
}

/// Whether the INVITE was refused by the UA itself, at once: a person needs longer, and lets it
/// ring.
bool refused_unasked(const Capture& capture, const Transaction& invite) {
  constexpr std::chrono::milliseconds at_once{500};
  const Tracker& tracker = capture.tracker();
  const bool rang = capture.find_in(invite, [](const MessageRecord& message) {
    return message.code > 100 && message.code < 200;
  }) != no_message;
  return !rang &&
         tracker.message(invite.final).time - tracker.message(invite.request).time < at_once;
}

/// The other of the two requests for the same user, OPTIONS and INVITE, a moment ago; none where a
/// call ended in between.
const Transaction* asked_beside(const Capture& capture) {
  const Transaction& own = capture.transaction();
  const Method wanted = own.method == Method::options ? Method::invite : Method::options;
  const TransactionId id = capture.find_on_flow([&](const Transaction& other) {
    const bool same = other.client == own.client && other.facts.uri == own.facts.uri;
    return other.method == Method::bye || (other.method == wanted && same);
  });
  if (id == TransactionId::none) return nullptr;
  const Transaction& other = capture.tracker().transaction(id);
  const bool answered = other.method == wanted && !other.facts.in_dialog &&
                        other.request != no_message && other.final != no_message;
  return answered ? &other : nullptr;
}

Verdict responds_as_to_invite(const Seen& seen) {
  constexpr std::chrono::seconds beside{1};
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const bool options = own.method == Method::options;
  const unsigned code = capture.record().code;
  if (options == says_busy(code)) return Verdict::holds();
  if (!goes_straight_to_user(*capture.request())) return Verdict::unknown();
  const Transaction* const other = asked_beside(capture);
  if (other == nullptr || capture.since(other->final) > beside) return Verdict::holds();
  const unsigned other_code = capture.tracker().message(other->final).code;
  if (options ? !says_busy(other_code) : !is_success(other_code)) return Verdict::holds();
  if (!refused_unasked(capture, options ? *other : own)) return Verdict::unknown();
  const std::uint32_t frame = capture.frame(other->final);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{options ? code : other_code},
                            std::uint64_t{options ? other_code : code}, std::uint64_t{frame})
      .resting_on(capture.frame(own.request), frame);
}

constexpr Rule table[] = {
    {.code = "OPT-01",
     .slug = "options-200-without-capabilities",
     .level = Level::should,
     .cite = {3261, "11.2"},
     .applies_to = {.codes = {200},
                    .methods = {Method::options},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "200 to OPTIONS without {0}: the client learns only a part of what is supported.",
          .zh = "对 OPTIONS 的 200 响应缺少 {0} 头域，客户端只能了解部分能力。"},
     .check = tells_capabilities},
    {.code = "OPT-02",
     .slug = "options-200-of-proxy-with-body",
     .level = Level::note,
     .cite = {3261, "11.2"},
     .applies_to = {.codes = {200},
                    .methods = {Method::options},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "200 to OPTIONS for {0} with a body: the response of a proxy has none.",
                .zh =
                    "对发往 {0} 的 OPTIONS 的 200 响应带有消息体，而代理服务器的响应没有消息体。"},
     .check = proxy_sends_no_body},
    {.code = "OPT-03",
     .slug = "options-200-while-busy",
     .level = Level::note,
     .cite = {3261, "11.2"},
     .applies_to = {.codes = {{200, 299}, 486, 600},
                    .methods = {Method::options, Method::invite},
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "OPTIONS got {0}, and INVITE {1} at the same time (frame {2}): OPTIONS does "
                      "not tell whether this UA is busy.",
                .zh = "OPTIONS 得到 {0}，几乎同时的 INVITE 得到 {1}（帧 {2}），OPTIONS 反映不出 UA "
                      "是否忙。"},
     .check = responds_as_to_invite},
    {.code = "OPT-04",
     .slug = "notifier-without-allow-events",
     .level = Level::note,
     .cite = {6665, "4.4.4"},
     // 204 belongs to a subscription that is there already (RFC 5839 section 7.1).
     .applies_to = {.codes = {{200, 203}, {205, 299}},
                    .methods = {Method::invite, Method::subscribe, Method::options},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en =
                    "{0} to {1} without Allow-Events from a notifier: the peer does not learn its "
                    "event packages.",
                .zh =
                    "通知方对 {1} 的 {0} 响应缺少 Allow-Events 头域，对端无从得知其支持的事件包。"},
     .check = notifier_tells_events},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> options{table};

}  // namespace sipgloss::subject
