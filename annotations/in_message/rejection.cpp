// SPDX-License-Identifier: MIT
// What was wrong with one part of a request, or who refused it. RFC 3261 sections 14.1, 21.3.5 and
// 23.2, RFC 4412 section 3.2, RFC 5360 section 5.9, RFC 6442 section 4.4, RFC 8688 section 3,
// RFC 8876 section 5.2.
#include <algorithm>

#include "in_message/words.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {
namespace {

/// What an error code of a header field says.
struct ErrorCode {
  std::uint32_t code;
  Text meaning;
};

constexpr ErrorCode location_errors[] = {
    {100, {"the location cannot be processed", "位置信息无法处理"}},
    {200, {"permission to use the location is missing", "缺少使用位置信息的许可"}},
    {201,
     {"permission to pass the location on to a third party is missing",
      "缺少向第三方转发位置信息的许可"}},
    {202, {"permission to route by the location is missing", "缺少按位置选路的许可"}},
    {300, {"no location could be fetched from the location URI", "无法凭位置 URI 取得位置"}},
};

constexpr ErrorCode alert_errors[] = {
    {100, {"the alert cannot be processed", "告警内容无法处理"}},
    {101, {"there is no alert, or it was not found", "没有告警内容，或未能找到"}},
    {102, {"too little to tell what the alert is for", "信息不足，无法判断告警的目的"}},
    {103, {"the alert is corrupted", "告警内容已损坏"}},
};

template <std::size_t size>
const Text* meaning_of(const ErrorCode (&table)[size], std::optional<std::uint32_t> code) {
  const auto found =
      std::ranges::find_if(table, [code](const ErrorCode& entry) { return entry.code == code; });
  return found == std::end(table) ? nullptr : &found->meaning;
}

void tell_text(const FieldValue& field, std::string_view parameter, Telling& telling) {
  say_text(field.parameters.value(parameter).value_or(""), telling,
           {"The sender’s words for it: “{0}”.", "发送方的说明：“{0}”。"});
}

/// A code out of the list stands for the first of its hundred (RFC 6442 section 4.4).
void tell_location(const Told& told, Telling& telling) {
  const Header* const header = told.response.find(HeaderName::geolocation_error);
  if (header == nullptr) return;
  const FieldValue field = read_field_value(header->value);
  const auto code = field.number();
  const Text* meaning = meaning_of(location_errors, code);
  if (meaning == nullptr && code) meaning = meaning_of(location_errors, *code / 100 * 100);
  if (meaning == nullptr) {
    telling.say(
        {"Geolocation-Error has the unknown code {0}.", "Geolocation-Error 为未知代码 {0}。"},
        field.value);
  } else {
    telling.say({"Geolocation-Error {0}: {1}.", "Geolocation-Error {0}：{1}。"}, field.value,
                *meaning);
  }
  tell_text(field, "code", telling);
}

void tell_alert(const Told& told, Telling& telling) {
  const Header* const header = told.response.find(HeaderName::alertmsg_error);
  if (header == nullptr) return;
  const FieldValue field = read_field_value(header->value);
  if (const Text* const meaning = meaning_of(alert_errors, field.number())) {
    telling.say({"AlertMsg-Error {0}: {1}.", "AlertMsg-Error {0}：{1}。"}, field.value, *meaning);
  } else {
    telling.say({"AlertMsg-Error has the unknown code {0}.", "AlertMsg-Error 为未知代码 {0}。"},
                field.value);
  }
  tell_text(field, "message", telling);
}

void tell_priorities(const Told& told, Telling& telling) {
  say_values(told, HeaderName::accept_resource_priority, telling,
             {"Resource-Priority is accepted here with these values: {0}.",
              "此处接受的 Resource-Priority 取值：{0}。"});
}

void tell_permissions(const Told& told, Telling& telling) {
  ListTelling list(telling, {"There is no permission to send to {0}.", "尚未获准向 {0} 发送。"});
  for (const std::string_view value : Values(told.response, HeaderName::permission_missing))
    list.add(read_name_addr(value).uri);
  list.finish();
}

void tell_glare(const Told& told, Telling& telling) {
  telling.say({"Who waits longer depends on which side made the Call-ID {0}: see the request that "
               "began the dialog.",
               "哪一侧等得更久，取决于 Call-ID {0} 由谁生成：见建立该对话的请求。"},
              told.response.call_id());
}

void tell_key(const Told& told, Telling& telling) {
  if (told.response.truncated) return;
  const MediaType type = read_media_type(told.response.value(HeaderName::content_type));
  const bool has_key =
      !told.response.body.empty() && scan::equal_ignoring_case(type.subtype, "pkcs7-mime");
  if (has_key) {
    return telling.say(
        {"The body carries the certificate to encrypt with.", "消息体带有加密应使用的证书。"});
  }
  telling.say({"There is no certificate: the peer cannot or will not decrypt S/MIME bodies.",
               "没有证书：对端不能或不愿解密 S/MIME 消息体。"});
}

void tell_alternative(const Told& told, Telling& telling) {
  const Message& response = told.response;
  if (response.truncated || response.body.empty()) return;
  telling.say({"The alternative is described in a body of the type {0}.",
               "替代服务在类型为 {0} 的消息体中描述。"},
              response.value(HeaderName::content_type));
  const auto xml = find_body(response, "application", "3gpp-ims+xml");
  if (!xml || xml->content.find(">emergency<") == std::string_view::npos) return;
  telling.say(
      {"It names an emergency: the network takes the number for an emergency number and "
       "wants an emergency call.",
       "其中注明 emergency：网络认定所拨为紧急号码，要求改为紧急呼叫。"});
}

void tell_blocker(const Told& told, Telling& telling) {
  for (const std::string_view value : Values(told.response, HeaderName::call_info)) {
    const NameAddr info = read_name_addr(value);
    if (!scan::equal_ignoring_case(info.parameters.value("purpose").value_or(""), "jwscard"))
      continue;
    return telling.say({"Who blocked it, and how to object, is told in a signed card at {0}.",
                        "由谁拦截、如何申诉，见 {0} 处经签名的名片。"},
                       info.uri);
  }
  if (!told.response.headers_complete) return;
  telling.say({"No Call-Info with a signed card (jwscard): it does not tell who blocked it.",
               "没有带签名名片（jwscard）的 Call-Info：无从得知由谁拦截。"});
}

constexpr Teller table[] = {
    {.tell = tell_location},
    {.tell = tell_alert},
    {.codes = {380}, .tell = tell_alternative},
    {.codes = {417}, .tell = tell_priorities},
    {.codes = {470}, .tell = tell_permissions},
    {.codes = {491}, .methods = {Method::invite, Method::update}, .tell = tell_glare},
    {.codes = {493}, .tell = tell_key},
    {.codes = {608}, .tell = tell_blocker},
};

}  // namespace

constinit const std::span<const Teller> rejection{table};

}  // namespace sipgloss::in_message
