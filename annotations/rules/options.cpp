// SPDX-License-Identifier: MIT
// What a response says of its sender's capabilities. RFC 3261 section 11.2, RFC 6665 section 4.4.4.
#include "rules/capture.hpp"
#include "rules/contact.hpp"
#include "rules/names_of.hpp"
#include "rules/subject.hpp"

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
  const CSeq cseq = seen.message.cseq();
  if (seen.message.has(HeaderName::allow_events) || !is_from_a_notifier(seen.message, cseq.method))
    return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, cseq.method_name);
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
