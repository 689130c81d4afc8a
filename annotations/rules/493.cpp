// SPDX-License-Identifier: MIT
// 493 Undecipherable. RFC 3261 sections 21.4.28 and 23.2.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K493-2",
     .slug = "493-without-certificate",
     .level = Level::note,
     .cite = {3261, "23.2"},
     .applies_to = {.codes = {493},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en =
                    "493 without a certificate: the peer cannot or will not take encrypted bodies.",
                .zh = "493 响应没有携带证书，说明对端不能或不愿接收加密的消息体。"},
     .check = [](const Seen& seen) { return carries_body(seen.message); }},
    {.code = "K493-1",
     .slug = "493-to-request-not-encrypted",
     .level = Level::should,
     .cite = {3261, "21.4.28"},
     .applies_to = {.codes = {493},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "493 to a request with nothing encrypted in it: there was nothing that the "
                      "server could have failed to decipher.",
                .zh = "请求中没有任何加密的消息体，不存在无法解密的内容，却收到 493 响应。"},
     .check =
         [](const Seen& seen) {
           const bool is_plain = has_plain_body(seen.capture->request()->message);
           return is_plain ? Verdict::broken_at(seen.message.start_line) : Verdict::holds();
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_493{table};

}  // namespace sipgloss::subject
