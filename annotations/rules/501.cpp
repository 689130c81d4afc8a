// SPDX-License-Identifier: MIT
// 501 Not Implemented. RFC 3261 sections 8.2.1, 11 and 21.5.2.
#include "rules/capture.hpp"
#include "rules/subject.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a server may say that it does not know the method.
Verdict may_be_unknown(const Seen& seen) {
  const CSeq& cseq = seen.message.cseq();
  for (const std::string_view value : Values(seen.message, HeaderName::allow)) {
    if (value != cseq.method_name) continue;
    return Verdict::broken_at(value, value,
                              Text{"its own Allow lists it", "响应的 Allow 头域列有该方法"});
  }
  const Captured* const request = seen.capture->request();
  if (cseq.method != Method::options || request == nullptr) return Verdict::holds();
  // To a URI that names no user, a proxy or redirect server may respond, which is no UA.
  if (read_uri(request->message.request_uri).user.empty()) return Verdict::unknown();
  return Verdict::broken_at(cseq.method_name, cseq.method_name,
                            Text{"every UA has to support it", "任何 UA 都必须支持该方法"});
}

constexpr Rule table[] = {
    {.code = "K501-1",
     .slug = "501-to-known-method",
     .level = Level::should,
     .cite = {3261, "21.5.2"},
     .applies_to = {.codes = {501},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::transaction},
     .broken = {.en = "501 says that {0} is not known here, but {1}.",
                .zh = "501 响应表示此处不认识 {0} 方法，但{1}。"},
     .check = may_be_unknown},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_501{table};

}  // namespace sipgloss::subject
