// SPDX-License-Identifier: MIT
// What a verifier says of the identity of the caller, against what the request carried. RFC 5079
// section 3, RFC 8224 section 6.2.2.
#include "in_message/words.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {
namespace {

/// Whether the reason phrase is that one, by which a verifier tells what exactly it found.
bool says(const Told& told, std::string_view phrase) {
  return scan::equal_ignoring_case(scan::trim(told.response.reason_phrase), phrase);
}

void tell_missing(const Told& told, Telling& telling) {
  if (says(told, "Use Supported PASSporT Format")) {
    telling.say(
        {"By its reason phrase the request was signed, but in a PASSporT format (ppt) that "
         "the verifier does not support.",
         "原因短语表明请求有签名，但验证方不支持其 PASSporT 格式（ppt）。"});
  }
  if (!told.request) return;
  if (told.request->has_identity) {
    return telling.say(
        {"The request as captured has an Identity: it was removed further on, or "
         "its ppt is not supported.",
         "所捕获的请求带有 Identity：它在后面的路径上被删除，或其 ppt 不受支持。"});
  }
  telling.say({"The request as captured has no Identity.", "所捕获的请求没有 Identity。"});
}

void tell_unsigned(const Told& told, Telling& telling) {
  if (says(told, "Invalid PASSporT")) {
    telling.say({"By its reason phrase the PASSporT lacks something that its format requires.",
                 "原因短语表明 PASSporT 缺少其格式所要求的内容。"});
  }
  if (!told.request || told.request->has_identity) return;
  telling.say({"The request as captured has no Identity: it was signed further on.",
               "所捕获的请求没有 Identity：签名是在后面的路径上加入的。"});
}

void tell_stale(const Told& told, Telling& telling) {
  if (!says(told, "Stale Date")) return;
  telling.say(
      {"By its reason phrase the Date (or iat) of a signed request is too old: compare the "
       "clocks of caller’s side and verifier.",
       "原因短语表明已签名请求的 Date（或 iat）过旧：需核对主叫侧与验证方的时钟。"});
}

void tell_anonymity(const Told& told, Telling& telling) {
  if (!told.request) return;
  if (told.request->anonymous) {
    return telling.say({"The request as captured asks for anonymity, in From or in Privacy.",
                        "所捕获的请求在 From 或 Privacy 中要求匿名。"});
  }
  telling.say(
      {"The request as captured does not ask for anonymity: it was made anonymous further "
       "on, or is taken for it.",
       "所捕获的请求没有要求匿名：它在后面的路径上被匿名化，或被误判为匿名。"});
}

constexpr Teller table[] = {
    {.codes = {403}, .tell = tell_stale},
    {.codes = {428}, .tell = tell_missing},
    {.codes = {{436, 438}}, .tell = tell_unsigned},
    {.codes = {433}, .tell = tell_anonymity},
};

}  // namespace

constinit const std::span<const Teller> identity{table};

}  // namespace sipgloss::in_message
