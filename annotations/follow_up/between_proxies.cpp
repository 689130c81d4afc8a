// SPDX-License-Identifier: MIT
// Final responses that tell of trouble between proxies: loops, hop and branch limits, servers
// behind a gateway. RFC 3261 sections 16.3, 21.4 and 21.5, RFC 5393, RFC 3311 section 5.2, RFC 3329
// section 2.3.1.
#include <algorithm>
#include <array>

#include "follow_up/failures.hpp"

namespace sipgloss::follow_up {
namespace {

/// One code: {0} of its sentence is the server, {1} the method.
struct Trouble {
  std::uint16_t code;
  SentenceForm what;
  SentenceForm consequence;
  Citation cite;
  Text gist;
};

constexpr SentenceForm unchanged_in_vain{
    "The client SHOULD NOT send it again unchanged: it would take the same way.",
    "客户端不应当原样重发：它会走同样的路。"};
constexpr SentenceForm other_way{
    "The request itself is not at fault: over another server it can still succeed.",
    "请求本身没有错：改经其他服务器仍可能成功。"};

constexpr Trouble troubles[] = {
    {.code = 440,
     .what = {"{0} reports that the {1} ran out of branches (Max-Breadth).",
              "{0} 报告 {1} 的分支数已用尽（Max-Breadth）。"},
     .consequence = unchanged_in_vain,
     .cite = {3261, "21.4"},
     .gist = {"out of branches", "分支数用尽"}},
    {.code = 482,
     .what = {"{0} reports that the {1} came a second time: a loop, or two copies of one request.",
              "{0} 报告 {1} 再次到达：存在环路，或同一请求有两份。"},
     .consequence = unchanged_in_vain,
     .cite = {3261, "21.4"},
     .gist = {"a loop, or a second copy", "环路，或有两份"}},
    {.code = 483,
     .what = {"{0} reports that the {1} ran out of hops (Max-Forwards).",
              "{0} 报告 {1} 的跳数已用尽（Max-Forwards）。"},
     .consequence = unchanged_in_vain,
     .cite = {3261, "21.4"},
     .gist = {"out of hops", "跳数用尽"}},
    {.code = 502,
     .what = {"{0} reports that a server behind it responded wrongly to the {1}.",
              "{0} 报告其下游服务器对 {1} 的响应无效。"},
     .consequence = other_way,
     .cite = {3261, "21.5.3"},
     .gist = {"bad upstream", "后方服务器响应无效"}},
    {.code = 504,
     .what = {"{0} reports that a server it needed for the {1} did not respond in time.",
              "{0} 报告处理 {1} 所需的服务器未及时响应。"},
     .consequence = other_way,
     .cite = {3261, "21.5.5"},
     .gist = {"no response behind the server", "后方服务器无响应"}},
};

/// A 504 to UPDATE asks for a user, and a 502 to Proxy-Require can be about a security agreement.
bool means_something_else(const Transaction& transaction, unsigned code) {
  if (code == 504) return transaction.method == Method::update;
  return code == 502 && transaction.request != no_message && transaction.facts.requires_proxy;
}

}  // namespace

std::optional<Failed> failed_between_proxies(const Sent& sent, Annotation& into) {
  const MessageRecord* const final = sent.final();
  if (final == nullptr) return std::nullopt;
  const auto* const found = std::ranges::find(troubles, final->code, &Trouble::code);
  if (found == std::end(troubles) || means_something_else(sent.transaction, final->code))
    return std::nullopt;
  Failed failed;
  failed.failure.response_class = ResponseClass::proxy_error;
  failed.failure.what =
      fill_in(found->what.text,
              {into.keep(to_string(sent.server)), named(sent.transaction.method), {}}, into);
  failed.failure.consequence = found->consequence.text;
  failed.failure.cite = found->cite;
  failed.failure.frame = final->frame;
  failed.gist = found->gist;
  return failed;
}

}  // namespace sipgloss::follow_up
