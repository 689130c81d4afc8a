// SPDX-License-Identifier: MIT
// What the peer supports, refuses or requires. RFC 3261 sections 8.1.3.5, 11.2, 20.1
// to 20.5, 20.32, 20.40 and 21.4; RFC 4412, RFC 6086, RFC 6665.
#include "in_message/option_tags.hpp"
#include "in_message/words.hpp"
#include "message/check.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {
namespace {

/// A header field that lists something, what is said of its values, and what it means when it is
/// there and empty.
struct Listed {
  HeaderName name = HeaderName::unknown;
  SentenceForm form;
  SentenceForm empty;
};

/// Whether the capture may end within the values.
bool is_cut(const Message& response, HeaderName name) {
  return !response.headers.empty() && response.headers.back().name == name &&
         may_be_cut(response, response.headers.back());
}

void tell_list(const Listed& listed, const Told& told, Telling& telling) {
  if (!told.response.has(listed.name)) return;
  const Values values(told.response, listed.name);
  const bool cut = is_cut(told.response, listed.name);
  if (values.begin() == values.end()) {
    if (!cut) telling.say(listed.empty);
    return;
  }
  ListTelling items(telling, listed.form);
  for (const std::string_view value : values) items.add(value);
  items.finish();
  if (cut) {
    telling.say({"The capture ends within {0}: its list may be longer.",
                 "抓包在 {0} 处被截断：列表可能更长。"},
                name_of(listed.name));
  }
}

constexpr Listed allowed{
    HeaderName::allow,
    {"Methods allowed here: {0}.", "此处允许的方法：{0}。"},
    {"Allow is empty: no method at all is allowed here.", "Allow 为空：此处不允许任何方法。"}};

// RFC 3261 section 20.5: method names are case-sensitive (section 7.1).
bool allows(const Message& response, std::string_view method) {
  for (const std::string_view value : Values(response, HeaderName::allow)) {
    if (value == method) return true;
  }
  return false;
}

/// A server that lists the very method that it refuses.
void tell_contradiction(const Told& told, Telling& telling) {
  const std::string_view method = told.response.cseq().method_name;
  if (method.empty() || !allows(told.response, method)) return;
  telling.say({"Allow lists {0}, the very method that is refused: the server contradicts itself.",
               "Allow 中列有被拒绝的 {0}：服务器自相矛盾。"},
              method);
}

void tell_not_allowed(const Told& told, Telling& telling) {
  tell_list(allowed, told, telling);
  tell_contradiction(told, telling);
}

// RFC 3261 section 21.5.2.
void tell_not_implemented(const Told& told, Telling& telling) {
  const std::string_view method = told.response.cseq().method_name;
  if (!method.empty()) {
    telling.say({"501 usually means the method: then the server knows {0} for no user at all, and "
                 "another address there does not help.",
                 "501 通常指方法：该服务器对任何用户都不支持 {0}，换用其他地址无济于事。"},
                method);
  }
  tell_list(allowed, told, telling);
  tell_contradiction(told, telling);
}

// RFC 3261 sections 8.1.3.5 and 20.1 to 20.3.
void tell_formats(const Told& told, Telling& telling) {
  tell_list(
      {HeaderName::accept,
       {"The body may have one of these formats: {0}.", "消息体可用的格式：{0}。"},
       {"Accept is empty: no body at all is acceptable.", "Accept 为空：不接受任何格式的消息体。"}},
      told, telling);
  tell_list({HeaderName::accept_encoding,
             {"The body may be encoded by: {0}.", "消息体可用的编码：{0}。"},
             {"Accept-Encoding is empty: the body must not be compressed or otherwise encoded.",
              "Accept-Encoding 为空：消息体不能压缩，也不能使用其他编码。"}},
            told, telling);
  tell_list({HeaderName::accept_language,
             {"The body may be in one of these languages: {0}.", "消息体可用的语言：{0}。"},
             {"Accept-Language is empty.", "Accept-Language 为空。"}},
            told, telling);
}

// RFC 3261 section 21.4.7: the Accept that matters is that of the request.
void tell_not_acceptable(const Told& told, Telling& telling) {
  tell_list(
      {HeaderName::accept,
       {"The formats that the server names: {0}; the Accept of the request lacks them.",
        "服务器列出的格式：{0}；请求的 Accept 中缺少这些格式。"},
       {"Accept is empty: the server names no format.", "Accept 为空：服务器未列出任何格式。"}},
      told, telling);
}

void tell_scheme(const Told& told, Telling& telling) {
  if (!told.request) return;
  switch (told.request->scheme) {
    case UriScheme::tel:
      return telling.say(
          {"The Request-URI was a tel URI: send the number in a sip URI, with a "
           "domain that routes it.",
           "原 Request-URI 是 tel URI：把号码写成 sip URI，"
           "并用能路由该号码的域。"});
    case UriScheme::sips:
      return telling.say(
          {"The Request-URI was a sips URI: a sip URI may be taken, but does "
           "without TLS on every hop.",
           "原 Request-URI 是 sips URI：改用 sip URI 或可接受，"
           "但不再保证每一跳都用 TLS。"});
    case UriScheme::sip:
      return telling.say(
          {"The Request-URI was a sip URI, which every SIP element has to know: "
           "the fault is the server's.",
           "原 Request-URI 就是 sip URI，任何 SIP 网元都须支持：问题在服务器。"});
    case UriScheme::urn:
      return telling.say(
          {"The Request-URI was a URN, such as an emergency service has: this "
           "server does not route it.",
           "原 Request-URI 是 URN（如紧急服务）：该服务器不能为其选路。"});
    case UriScheme::none:
    case UriScheme::other:
      return telling.say({"The Request-URI was neither a sip, a sips nor a tel URI.",
                          "原 Request-URI 既非 sip、sips，也非 tel URI。"});
  }
}

/// What each option tag of a list stands for.
void tell_option_tags(const Told& told, HeaderName name, Telling& telling) {
  constexpr std::size_t most_tags = 8;
  std::size_t count = 0;
  const bool cut = is_cut(told.response, name);
  for (const std::string_view value : Values(told.response, name)) {
    if (count++ == most_tags) return;
    const OptionTag* const tag = find_option_tag(value);
    if (tag != nullptr) {
      telling.say({"{0}: {1} (RFC {2}).", "{0}：{1}（RFC {2}）。"}, tag->name, tag->what,
                  std::uint64_t{tag->cite.rfc});
    } else if (!cut) {
      telling.say({"{0}: none of the registered option tags known here; perhaps a vendor's own, or "
                   "misspelt.",
                   "{0}：不在已知的注册选项标签之列；可能是厂商私有，或拼写有误。"},
                  value);
    }
  }
}

// RFC 3261 sections 8.2.2.3 and 16.3: a UAS refuses what Require names, a proxy what Proxy-Require
// does.
void tell_refuser(const Told& told, Telling& telling) {
  if (!told.request) return;
  const bool uas = told.request->requires_uas;
  const bool proxy = told.request->requires_proxy;
  if (proxy && !uas) {
    telling.say(
        {"The request has Proxy-Require and no Require: most likely a proxy on the way "
         "refused it, not the called side.",
         "请求只有 Proxy-Require，没有 Require：多半是途中的代理服务器拒绝，"
         "而非被叫侧。"});
  } else if (uas && !proxy) {
    telling.say(
        {"The request has Require and no Proxy-Require: most likely the end point refused "
         "it, no proxy.",
         "请求只有 Require，没有 Proxy-Require：多半是终端拒绝，而非途中的代理服务器。"});
  } else if (!uas) {
    telling.say(
        {"The request as captured demands no extension: a proxy added the demand later, or "
         "this 420 is a fault.",
         "抓到的请求并未要求任何扩展：要么后面的代理服务器加了要求，要么此 420 有误。"});
  }
}

// RFC 3261 section 8.1.3.5.
void tell_unsupported(const Told& told, Telling& telling) {
  tell_list({HeaderName::unsupported,
             {"To be left out of the next attempt: {0}.", "重发时应去掉的扩展：{0}。"},
             {"Unsupported is empty: which extension was refused is not said.",
              "Unsupported 为空：未说明拒绝的是哪个扩展。"}},
            told, telling);
  tell_option_tags(told, HeaderName::unsupported, telling);
  tell_refuser(told, telling);
}

// RFC 3261 section 21.4.16.
void tell_required(const Told& told, Telling& telling) {
  tell_list({HeaderName::require,
             {"The client has to support this, and say so in Supported: {0}.",
              "客户端须支持，并在 Supported 中声明：{0}。"},
             {"Require is empty: which extension is wanted is not said.",
              "Require 为空：未说明需要哪个扩展。"}},
            told, telling);
  tell_option_tags(told, HeaderName::require, telling);
}

// RFC 6086 section 4.2.2.
void tell_info_packages(const Told& told, Telling& telling) {
  tell_list({HeaderName::recv_info,
             {"Info Packages that the peer takes in this dialog: {0}.",
              "对端在该对话中接收的 Info Package：{0}。"},
             {"Recv-Info is empty: the peer takes no Info Package in this dialog.",
              "Recv-Info 为空：对端在该对话中不接收任何 Info Package。"}},
            told, telling);
}

constexpr Listed events{HeaderName::allow_events,
                        {"Event packages that are known here: {0}.", "此处支持的事件包：{0}。"},
                        {"Allow-Events is empty: no event package is known here.",
                         "Allow-Events 为空：此处不支持任何事件包。"}};

void tell_events(const Told& told, Telling& telling) { tell_list(events, told, telling); }

void tell_version(const Told& told, Telling& telling) {
  if (!told.request) return;
  if (told.request->is_sip_2) {
    telling.say(
        {"The request was SIP/2.0, the only version in use: the fault is the server's, or "
         "it is no SIP server.",
         "请求的版本就是 SIP/2.0，即唯一在用的版本：问题在服务器，或者对端不是 SIP 服务器。"});
  } else {
    telling.say({"The version of the request was not SIP/2.0: the fault is the client's.",
                 "请求的版本不是 SIP/2.0：问题在客户端。"});
  }
}

constexpr Listed supported{
    HeaderName::supported,
    {"Extensions it supports: {0}.", "支持的扩展：{0}。"},
    {"Supported is empty: it supports no extensions.", "Supported 为空：不支持任何扩展。"}};

// RFC 3261 section 11.2.
void tell_capabilities(const Told& told, Telling& telling) {
  tell_list({HeaderName::allow,
             {"Methods it takes: {0}.", "支持的方法：{0}。"},
             {"Allow is empty: it takes no method.", "Allow 为空：不支持任何方法。"}},
            told, telling);
  tell_list(supported, told, telling);
  tell_list({HeaderName::accept,
             {"Body formats it takes: {0}.", "可接受的消息体格式：{0}。"},
             {"Accept is empty: it takes no body.", "Accept 为空：不接受消息体。"}},
            told, telling);
  tell_events(told, telling);
}

void tell_state(const Told& /*told*/, Telling& telling) {
  telling.say({"By RFC 3261 section 11.2 an INVITE would get the same answer now.",
               "按 RFC 3261 第 11.2 节，此刻若发 INVITE，会得到同样的响应。"});
}

constexpr Teller table[] = {
    {.codes = {405}, .tell = tell_not_allowed},
    {.codes = {501}, .tell = tell_not_implemented},
    {.codes = {406}, .tell = tell_not_acceptable},
    {.codes = {415}, .tell = tell_formats},
    {.codes = {416}, .tell = tell_scheme},
    {.codes = {420}, .tell = tell_unsupported},
    {.codes = {421}, .tell = tell_required},
    {.codes = {469}, .tell = tell_info_packages},
    {.codes = {489}, .tell = tell_events},
    {.codes = {505}, .tell = tell_version},
    {.codes = {200}, .methods = {Method::options}, .tell = tell_capabilities},
    {.codes = {480, 486, 600, 603}, .methods = {Method::options}, .tell = tell_state},
};

}  // namespace

constinit const std::span<const Teller> capability{table};

}  // namespace sipgloss::in_message
