// SPDX-License-Identifier: MIT
// Reason in a response. RFC 3326 section 2, RFC 6432 section 3, RFC 8606 section 4, RFC 9366
// section 3, RFC 9410 sections 5 and 7.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

bool is_of(const Reason& reason, std::string_view protocol) {
  return scan::equal_ignoring_case(reason.protocol, protocol);
}

/// Protocols of which one value is allowed in a message. STIR may have several (RFC 9410 section
/// 3), and so may one that is not known here (RFC 9366 section 3).
constexpr std::string_view single_valued[] = {"SIP", "Q.850"};

Verdict protocols_differ(const Seen& seen) {
  std::array<bool, std::size(single_valued)> met{};
  for (const std::string_view value : Values(seen.message, HeaderName::reason)) {
    const Reason reason = read_reason(value);
    for (std::size_t i = 0; i < met.size(); ++i) {
      if (!is_of(reason, single_valued[i])) continue;
      if (met[i]) return Verdict::broken_at(value, single_valued[i]);
      met[i] = true;
    }
  }
  return Verdict::holds();
}

Verdict sip_is_absent(const Seen& seen) {
  for (const std::string_view value : Values(seen.message, HeaderName::reason)) {
    if (is_of(read_reason(value), "SIP")) {
      return Verdict::broken_at(value, seen.message.status_code);
    }
  }
  return Verdict::holds();
}

/// ITU-T Q.850 gives a cause seven bits, and 0 to none.
constexpr std::uint32_t highest_cause = 127;

Verdict q850_is_in_range(const Seen& seen) {
  constexpr Text out_of_range = {"a Q.850 cause is a number from 1 to 127",
                                 "Q.850 原因值的范围是 1 至 127"};
  constexpr Text location_elsewhere = {"the parameter location counts with Q.850 alone",
                                       "location 参数只对 Q.850 有效"};
  for (const std::string_view value : Values(seen.message, HeaderName::reason)) {
    const Reason reason = read_reason(value);
    const std::optional<std::uint32_t> cause = reason.cause();
    const bool is_q850 = is_of(reason, "Q.850");
    if (is_q850 && cause && (*cause == 0 || *cause > highest_cause)) {
      return Verdict::broken_at(value, value, out_of_range);
    }
    if (!is_q850 && reason.parameters.find("location")) {
      return Verdict::broken_at(value, value, location_elsewhere);
    }
  }
  return Verdict::holds();
}

Verdict stir_cause_is_known(const Seen& seen) {
  constexpr std::uint32_t known[] = {403, 428, 436, 437, 438};
  for (const std::string_view value : Values(seen.message, HeaderName::reason)) {
    const Reason reason = read_reason(value);
    const std::optional<std::uint32_t> cause = reason.cause();
    if (!is_of(reason, "STIR") || !cause || std::ranges::find(known, *cause) != std::end(known)) {
      continue;
    }
    return Verdict::broken_at(value, *cause);
  }
  return Verdict::holds();
}

/// A PASSporT that is named to a client which sent none was made behind it, and its maker has to
/// take the value out.
Verdict names_no_passport(const Seen& seen) {
  for (const std::string_view value : Values(seen.message, HeaderName::reason)) {
    const Reason reason = read_reason(value);
    if (!is_of(reason, "STIR") || !reason.parameters.find("ppi")) continue;
    if (seen.capture->request()->message.has(HeaderName::identity)) return Verdict::unknown();
    return Verdict::broken_at(value, seen.message.status_code);
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "EXT-01",
     .slug = "reason-protocol-twice",
     .level = Level::must,
     .cite = {3326, "2"},
     .applies_to = {.evidence = Evidence::message},
     .broken =
         {.en = "Two Reason values of the protocol {0}: one is allowed, and the client cannot tell "
                "which counts.",
          .zh = "有两个协议为 {0} 的 Reason 值，而只允许有一个，客户端不知道以哪个为准。"},
     .check = protocols_differ},
    {.code = "EXT-02",
     .slug = "reason-sip-in-response",
     .level = Level::note,
     .cite = {3326, "2"},
     // Into 199 it belongs (RFC 6228 section 5), and 100 takes no Reason at all (RFC 6432 section
     // 3).
     .applies_to = {.codes = {{101, 198}, {200, 699}}, .evidence = Evidence::message},
     .broken = {.en = "Reason: SIP in a {0}: no RFC provides for it, and the client may ignore it.",
                .zh = "{0} 响应带有 Reason: SIP，没有 RFC 规定这种用法，客户端可能不予理会。"},
     .check = sip_is_absent},
    {.code = "EXT-03",
     .slug = "q850-reason-out-of-range",
     .level = Level::should,
     .cite = {3326, "2"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "Reason {0} says something that the peer cannot use: {1}.",
                .zh = "Reason {0} 中有对端用不上的内容：{1}。"},
     .check = q850_is_in_range},
    {.code = "EXT-04",
     .slug = "stir-reason-unknown-cause",
     .level = Level::should,
     .cite = {9410, "5"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en = "Reason: STIR with cause {0}, which is no error code of STIR: the "
                      "authentication service cannot act on it.",
                .zh = "Reason: STIR 的 cause 为 {0}，不是 STIR 的错误码，认证服务无法据此处理。"},
     .check = stir_cause_is_known},
    {.code = "EXT-05",
     .slug = "stir-reason-reaches-caller",
     .level = Level::must,
     .cite = {9410, "7"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "Reason: STIR with ppi in a {0}, though the request has no Identity: the "
                      "authentication service had to take it out.",
                .zh = "{0} 响应的 Reason: STIR 带有 ppi，而请求没有 Identity，"
                      "认证服务本应将此 Reason 删除。"},
     .check = names_no_passport},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> reason{table};

}  // namespace sipgloss::subject
