// SPDX-License-Identifier: MIT
// The causes of the Reason protocol STIR: why a verifier did not accept an Identity header field.
// RFC 8224 section 6.2.2, RFC 9410 sections 3 and 4.

#include <array>

#include "causes.hpp"

namespace sipgloss {

namespace {

constexpr Citation failures = {8224, "6.2.2"};

constexpr auto table = std::to_array<Cause>({
    {.code = 403,
     .name = {.en = "Stale Date", .zh = "日期过期"},
     .meaning = {.en = "The Date header field, or iat in the full form of the PASSporT, is older "
                       "than the policy of the verifier permits.",
                 .zh = "Date 头域或完整形式 PASSporT 中的 iat 过旧，超出验证方策略允许的时限。"},
     .cite = failures},
    {.code = 428,
     .name = {.en = "Use Identity Header", .zh = "需要 Identity 头域"},
     .meaning = {.en = "The verifier requires an Identity header field, but got none that it can "
                       "use.",
                 .zh = "验证方要求有 Identity 头域，但没有收到可用的。"},
     .cite = failures},
    {.code = 436,
     .name = {.en = "Bad Identity Info", .zh = "身份信息错误"},
     .meaning = {.en = "The verifier could not get the credential, such as a certificate, that it "
                       "needs to check the signature.",
                 .zh = "验证方取不到验证签名所需的凭证，例如证书。"},
     .cite = failures},
    {.code = 437,
     .name = {.en = "Unsupported Credential", .zh = "不支持的凭证"},
     .meaning = {.en = "The verifier has the credential but does not support it: it does not trust "
                       "the CA, for example, or lacks the algorithm.",
                 .zh = "验证方已有该凭证但不支持它，例如不信任签发它的 CA，或不支持其算法。"},
     .cite = failures},
    {.code = 438,
     .name = {.en = "Invalid Identity Header", .zh = "无效的 Identity 头域"},
     .meaning = {.en =
                     "The verifier found no valid and supported PASSporT; this need not be fraud, "
                     "a network in between can have altered Date.",
                 .zh = "验证方没有找到有效且受支持的 PASSporT；"
                       "这不一定是伪造，途经的网络也可能改动了 Date 头域。"},
     .cite = failures},
});
static_assert(catalogue::well_formed(table) && catalogue::all_cited(table),
              "STIR: ascending causes, every text in both languages, every cause cited");

}  // namespace

std::span<const Cause> stir_causes() { return table; }

const Cause* find_stir(unsigned cause) { return catalogue::find_in(table, cause); }

}  // namespace sipgloss
