// SPDX-License-Identifier: MIT
// How long a subscription or a publication lasts. RFC 6665 sections 4.1.2 and 4.2.1, RFC 3903
// sections 4 and 5, RFC 4488 section 4, RFC 5839 section 6.3.
#include "in_message/words.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {
namespace {

/// What the request asked for, where it is known and differs.
void tell_asked(const Told& told, std::uint32_t granted, Telling& telling) {
  if (!told.request || told.request->expires == RequestFacts::no_interval) return;
  if (told.request->expires == granted) return;
  telling.say({"The request asked for {0}.", "请求要求的是 {0}。"},
              duration(told.request->expires, telling));
}

/// The expiration time that a response grants; what cannot be read is said.
std::optional<std::uint32_t> granted_in(const Told& told, Telling& telling) {
  const Header* const header = told.response.find(HeaderName::expires);
  if (header == nullptr) return std::nullopt;
  const std::optional<std::uint32_t> seconds = read_number(header->value);
  if (!seconds) {
    telling.say({"Expires cannot be read: {0}.", "Expires 无法解析：{0}。"}, header->value);
  }
  return seconds;
}

void tell_subscription(const Told& told, Telling& telling) {
  if (!told.response.has(HeaderName::expires) && told.response.headers_complete) {
    return telling.say(
        {"No Expires: how long the subscription lasts shows only in the NOTIFY, in "
         "Subscription-State.",
         "没有 Expires：订阅的有效时间只能从 NOTIFY 的 Subscription-State 得知。"});
  }
  const std::optional<std::uint32_t> seconds = granted_in(told, telling);
  if (!seconds) return;
  if (*seconds == 0) {
    telling.say({"Expires is 0: no subscription goes on; one last NOTIFY tells the state.",
                 "Expires 为 0：订阅不再继续，只有最后一个 NOTIFY 告知状态。"});
  } else {
    telling.say({"The subscription lasts {0}; a SUBSCRIBE before then renews it.",
                 "订阅的有效时间：{0}；此前需用 SUBSCRIBE 刷新。"},
                term(told, *seconds, telling));
  }
  tell_asked(told, *seconds, telling);
}

void tell_refer(const Told& told, Telling& telling) {
  const FieldValue refer_sub = read_field_value(told.response.value(HeaderName::refer_sub));
  if (!scan::equal_ignoring_case(refer_sub.value, "false")) return;
  telling.say(
      {"Refer-Sub is false: the REFER created no subscription, no NOTIFY tells how it ends.",
       "Refer-Sub 为 false：该 REFER 没有建立订阅，不会有 NOTIFY 告知其结果。"});
}

void tell_entity_tag(const Told& told, Telling& telling) {
  const std::string_view tag = told.response.value(HeaderName::sip_etag);
  if (tag.empty()) return;
  telling.say({"Entity-tag {0}: the next PUBLISH for this state has to name it in SIP-If-Match.",
               "实体标签为 {0}：对此状态的下一个 PUBLISH 须在 SIP-If-Match 中带上它。"},
              tag);
}

void tell_publication(const Told& told, Telling& telling) {
  const std::optional<std::uint32_t> seconds = granted_in(told, telling);
  if (seconds == 0U) {
    return telling.say(
        {"Expires is 0: the publication has been removed.", "Expires 为 0：该发布已被删除。"});
  }
  tell_entity_tag(told, telling);
  if (!seconds) return;
  telling.say({"The publication lasts {0}; a PUBLISH before then renews it.",
               "发布的有效时间：{0}；此前需用 PUBLISH 刷新。"},
              term(told, *seconds, telling));
  tell_asked(told, *seconds, telling);
}

constexpr Teller table[] = {
    {.codes = {{200, 299}}, .methods = {Method::subscribe}, .tell = tell_subscription},
    {.codes = {{200, 299}}, .methods = {Method::refer}, .tell = tell_refer},
    {.codes = {{200, 299}}, .methods = {Method::publish}, .tell = tell_publication},
};

}  // namespace

constinit const std::span<const Teller> subscription{table};

}  // namespace sipgloss::in_message
