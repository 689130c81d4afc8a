// SPDX-License-Identifier: MIT
// 305 Use Proxy. RFC 3261 section 21.3.4.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K305-1",
     .slug = "305-without-contact",
     .level = Level::should,
     .cite = {3261, "21.3.4"},
     .applies_to = {.codes = {305},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "305 names no proxy in Contact: the client cannot learn through which one to "
                      "send the request.",
                .zh = "305 响应没有用 Contact "
                      "头域给出代理服务器，客户端不知道该经哪个代理服务器发送请求。"},
     .check = [](const Seen& seen) { return names_a_value(seen.message, HeaderName::contact); }},
    {.code = "K305-2",
     .slug = "305-from-proxy",
     .level = Level::note,
     .cite = {3261, "21.3.4"},
     .applies_to = {.codes = {305},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "305 from an element that had forwarded the request: it is a proxy, and only "
                      "a UAS generates "
                      "a 305.",
                .zh = "这个网元已转发过该请求，可见它是代理服务器，而 305 响应只能由 UAS 产生。"},
     .check =
         [](const Seen& seen) {
           const Capture& capture = *seen.capture;
           const TransactionId last = capture.transaction().last_branch;
           if (came_from_behind(seen)) return Verdict::holds();
           const TransactionId open = capture.find_branch(
               [](const Transaction& branch) { return branch.final == no_message; });
           if (last == TransactionId::none || open != TransactionId::none)
             return Verdict::unknown();
           const Transaction& branch = capture.tracker().transaction(last);
           return Verdict::broken_at(seen.message.start_line)
               .resting_on(capture.frame(capture.transaction().request),
                           capture.frame(branch.request), capture.frame(branch.final));
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_305{table};

}  // namespace sipgloss::subject
