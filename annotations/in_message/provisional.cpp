// SPDX-License-Identifier: MIT
// What a provisional response tells besides its code: how it is acknowledged, what the caller may
// hear. RFC 3261 sections 20.4 and 21.1.4, RFC 3262 sections 3 and 4, RFC 5009 section 8, RFC 6228,
// RFC 7462 section 8.2.
#include "in_message/words.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {
namespace {

void tell_reliable(const Told& told, Telling& telling) {
  const Message& response = told.response;
  if (!lists_token(response, HeaderName::require, "100rel")) {
    if (!response.headers_complete) return;
    return telling.say({"Not sent reliably (no Require: 100rel): no PRACK follows.",
                        "未以可靠方式发送（没有 Require: 100rel）：不会有 PRACK。"});
  }
  const auto rseq = read_number(response.value(HeaderName::rseq));
  const CSeq& cseq = response.cseq();
  if (!rseq || !cseq.number) {
    if (!response.headers_complete) return;
    return telling.say({"Sent reliably, but without a readable RSeq or CSeq: no PRACK can name it.",
                        "以可靠方式发送，但读不出 RSeq 或 CSeq：PRACK 无法指明此响应。"});
  }
  telling.say({"Sent reliably: the PRACK for it carries RAck: {0} {1} {2}.",
               "以可靠方式发送：确认它的 PRACK 须带 RAck: {0} {1} {2}。"},
              std::uint64_t{*rseq}, std::uint64_t{*cseq.number}, cseq.method_name);
}

/// What a direction of P-Early-Media means to the caller (RFC 5009 section 8).
struct EarlyMedia {
  std::string_view direction;
  Text name;
};

constexpr EarlyMedia early_media[] = {
    {"sendrecv", {"both ways", "双向"}},
    {"sendonly", {"towards the caller", "发往主叫"}},
    {"recvonly", {"from the caller", "来自主叫"}},
    {"inactive", {"none", "无"}},
};

void tell_early_media(const Told& told, Telling& telling) {
  if (!told.response.has(HeaderName::p_early_media)) return;
  ListTelling directions(
      telling, {"P-Early-Media asks for this early media, one media line after the other: {0}.",
                "P-Early-Media 依次为各媒体行请求放行早期媒体：{0}。"});
  bool gated = false;
  for (const std::string_view value : Values(told.response, HeaderName::p_early_media)) {
    for (const EarlyMedia& entry : early_media) {
      if (scan::equal_ignoring_case(value, entry.direction)) directions.add(entry.name);
    }
    gated = gated || scan::equal_ignoring_case(value, "gated");
  }
  directions.finish();
  if (!gated) return;
  telling.say({"A network element towards the callee already gates the early media (gated).",
               "靠被叫一侧已有网元按此控制早期媒体的通断（gated）。"});
}

/// What a URN of Alert-Info tells the caller (RFC 7462 section 8.2.1).
struct Alert {
  std::string_view urn;
  SentenceForm says;
};

constexpr Alert alerts[] = {
    {"urn:alert:service:call-waiting",
     {"Alert-Info: the callee is in another call and hears call waiting.",
      "Alert-Info：被叫正在另一个通话中，听到的是呼叫等待提示。"}},
    {"urn:alert:service:forward",
     {"Alert-Info: the call has been forwarded.", "Alert-Info：呼叫已被前转。"}},
};

/// Whether a URN is that one or a kind of it.
bool is_a(std::string_view urn, std::string_view general) {
  return scan::starts_ignoring_case(urn, general) &&
         (urn.size() == general.size() || urn[general.size()] == ':');
}

void tell_alert(const Told& told, Telling& telling) {
  if (!told.response.has(HeaderName::alert_info)) return;
  ListTelling tones(telling, {"Alert-Info asks the caller’s side for this ringback: {0}.",
                              "Alert-Info 要求主叫侧播放此回铃音：{0}。"});
  for (const std::string_view value : Values(told.response, HeaderName::alert_info)) {
    const std::string_view uri = read_name_addr(value).uri;
    const auto known =
        std::ranges::find_if(alerts, [uri](const Alert& alert) { return is_a(uri, alert.urn); });
    if (known == std::end(alerts)) {
      tones.add(uri);
    } else {
      telling.say(known->says);
    }
  }
  tones.finish();
}

void tell_queue(const Told& told, Telling& telling) {
  const std::string_view phrase = told.response.reason_phrase;
  if (scan::equal_ignoring_case(phrase, "Queued")) return;
  telling.say(
      {"The reason phrase says how the queue stands: “{0}”.", "原因短语说明了排队情况：“{0}”。"},
      phrase);
}

void tell_ended(const Told& told, Telling& telling) {
  const auto tag = told.response.to().tag;
  if (tag && !tag->empty()) {
    return telling.say({"The early dialog that has ended is the one with the To tag {0}; others go "
                        "on.",
                        "终止的是 To 头域 tag 为 {0} 的早期对话，其他早期对话照常进行。"},
                       *tag);
  }
  if (!told.response.headers_complete) return;
  telling.say({"Without a To tag, it does not tell which early dialog has ended.",
               "To 头域没有 tag，无法得知终止的是哪个早期对话。"});
}

constexpr Teller table[] = {
    {.codes = {199}, .methods = {Method::invite}, .tell = tell_ended},
    {.codes = {182}, .methods = {Method::invite}, .tell = tell_queue},
    {.codes = {{101, 199}}, .methods = {Method::invite}, .tell = tell_early_media},
    {.codes = {180}, .methods = {Method::invite}, .tell = tell_alert},
    {.codes = {{101, 199}}, .methods = {Method::invite}, .tell = tell_reliable},
};

}  // namespace

constinit const std::span<const Teller> provisional{table};

}  // namespace sipgloss::in_message
