// SPDX-License-Identifier: MIT
// What a registrar holds after a REGISTER. RFC 3261 sections 10.2 and 10.3, RFC 3327, RFC 3608,
// RFC 5626 section 4.4, RFC 7315 section 4.1.
#include "in_message/words.hpp"

namespace sipgloss::in_message {
namespace {

constexpr std::uint64_t most_bindings = 8;  // of more than these only the number is told

/// The expires parameter, else Expires (RFC 3261 section 10.2.4).
std::optional<std::uint32_t> expires_of(const NameAddr& contact, const Message& response) {
  if (const auto parameter = contact.parameters.value("expires")) return read_number(*parameter);
  return read_number(response.value(HeaderName::expires));
}

void tell_binding(const Told& told, const NameAddr& contact, Telling& telling) {
  const std::optional<std::uint32_t> seconds = expires_of(contact, told.response);
  if (!seconds) {
    return telling.say(
        {"Binding {0}: no expiration time can be read.", "绑定 {0}：读不出有效时间。"},
        contact.uri);
  }
  if (*seconds == 0) {
    return telling.say({"Binding {0} has ended (expires=0).", "绑定 {0} 已失效（expires=0）。"},
                       contact.uri);
  }
  const Text lasts = term(told, *seconds, telling);
  constexpr std::size_t fits_beside_term = 64;
  if (contact.uri.size() <= fits_beside_term) {
    return telling.say({"Binding {0} lasts {1}.", "绑定 {0} 的有效时间：{1}。"}, contact.uri,
                       lasts);
  }
  telling.say({"There is a binding {0}.", "绑定：{0}。"}, contact.uri);
  telling.say({"That binding lasts {0}.", "该绑定的有效时间：{0}。"}, lasts);
}

void tell_no_binding(const Told& told, Telling& telling) {
  if (!told.response.headers_complete) return;
  if (told.request && told.request->expires == 0) {
    return telling.say({"No Contact: no binding is left, as the request asked (expires 0).",
                        "没有 Contact：已无任何绑定，正如请求所要求（expires 为 0）。"});
  }
  telling.say(
      {"No Contact: this registrar holds no binding for the address-of-record; calls to it "
       "reach no UA.",
       "没有 Contact：该 AOR 在此注册服务器上没有绑定，呼叫到达不了任何 UA。"});
}

/// What the request asked for, where it is known and differs from what there is.
void tell_asked(const Told& told, std::uint64_t bindings, const NameAddr& last, Telling& telling) {
  if (!told.request || told.request->expires == RequestFacts::no_interval) return;
  const std::uint32_t asked = told.request->expires;
  if (asked == 0) {
    return telling.say(
        {"The request asked to remove a binding (expires 0); the ones listed here "
         "remain.",
         "请求要求删除绑定（expires 为 0）；此处列出的绑定仍然保留。"});
  }
  const std::optional<std::uint32_t> granted = expires_of(last, told.response);
  if (bindings != 1 || !granted || *granted >= asked) return;
  telling.say({"The request asked for {0}; the registrar chose less.",
               "请求要求的是 {0}，注册服务器缩短了有效时间。"},
              duration(asked, telling));
}

void tell_bindings(const Told& told, Telling& telling) {
  const Values contacts(told.response, HeaderName::contact);
  std::uint64_t count = 0;
  for ([[maybe_unused]] const std::string_view contact : contacts) ++count;
  if (count == 0) return tell_no_binding(told, telling);
  if (count > 1) {
    telling.say({"The address-of-record has {0} bindings at this registrar; a call can go to any "
                 "of them.",
                 "该 AOR 在此注册服务器上有 {0} 个绑定，呼叫可能送往其中任何一个。"},
                count);
  }
  NameAddr last;
  std::uint64_t told_of = 0;
  for (const std::string_view contact : contacts) {
    if (++told_of > most_bindings) break;
    last = read_name_addr(contact);
    tell_binding(told, last, telling);
  }
  if (count > most_bindings) {
    telling.say({"A further {0} bindings are not listed here.", "另有 {0} 个绑定未在此列出。"},
                count - most_bindings);
  }
  tell_asked(told, count, last, telling);
}

void tell_uris(const Told& told, HeaderName name, Telling& telling, SentenceForm form) {
  if (!told.response.has(name)) return;
  ListTelling list(telling, form);
  for (const std::string_view value : Values(told.response, name))
    list.add(read_name_addr(value).uri);
  list.finish();
}

void tell_routes(const Told& told, Telling& telling) {
  tell_uris(told, HeaderName::path, telling,
            {"Requests to this binding travel along its Path: {0}.",
             "发往该绑定的请求沿 Path 所列路径传送：{0}。"});
  tell_uris(told, HeaderName::service_route, telling,
            {"The client can send its own requests along the Service-Route: {0}.",
             "客户端自己的请求可沿 Service-Route 发出：{0}。"});
  tell_uris(told, HeaderName::p_associated_uri, telling,
            {"The user may call under these identities (P-Associated-URI): {0}.",
             "该用户可用这些身份发起呼叫（P-Associated-URI）：{0}。"});
}

void tell_flow_timer(const Told& told, Telling& telling) {
  const auto seconds = read_number(told.response.value(HeaderName::flow_timer));
  if (!seconds) return;
  telling.say({"Flow-Timer: the client MUST send a keep-alive at least every {0}, or its flow may "
               "count as dead.",
               "Flow-Timer：客户端必须至少每 {0} 发送一次保活，否则其流（flow）可能被视为失效。"},
              duration(*seconds, telling));
}

// A client may set its clock by it (RFC 3261 section 10.2.5).
void tell_date(const Told& told, Telling& telling) {
  const auto date = read_date(told.response.value(HeaderName::date));
  if (!date || !told.time) return;
  const auto captured = std::chrono::floor<std::chrono::seconds>(*told.time);
  constexpr std::chrono::seconds agreeing{60};
  const std::chrono::seconds ahead = *date - captured;
  if (ahead > agreeing) {
    telling.say({"By its Date the registrar’s clock is {0} ahead of that of the capture.",
                 "按 Date 头域，注册服务器的时钟比抓包时钟快 {0}。"},
                duration(static_cast<std::uint64_t>(ahead.count()), telling));
  } else if (-ahead > agreeing) {
    telling.say({"By its Date the registrar’s clock is {0} behind that of the capture.",
                 "按 Date 头域，注册服务器的时钟比抓包时钟慢 {0}。"},
                duration(static_cast<std::uint64_t>(-ahead.count()), telling));
  }
}

constexpr Teller table[] = {
    {.codes = {{200, 299}}, .methods = {Method::register_}, .tell = tell_bindings},
    {.codes = {{200, 299}}, .methods = {Method::register_}, .tell = tell_routes},
    {.codes = {{200, 299}}, .methods = {Method::register_}, .tell = tell_flow_timer},
    {.codes = {{200, 299}}, .methods = {Method::register_}, .tell = tell_date},
};

}  // namespace

constinit const std::span<const Teller> registration{table};

}  // namespace sipgloss::in_message
