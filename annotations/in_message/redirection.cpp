// SPDX-License-Identifier: MIT
// Where a redirection sends the client, and the choices that an ambiguous address leaves. RFC 3261
// sections 8.1.3.4, 20.10, 21.3 and 21.4.23.
#include <fmt/format.h>

#include "in_message/ranking.hpp"
#include "in_message/words.hpp"
#include "message/check.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {

using namespace scan;

namespace {

constexpr std::size_t most_targets = 10;
using Targets = Ranking<NameAddr, most_targets>;

struct Contacts {
  Targets targets;
  std::size_t unreadable = 0;
  bool cut = false;  ///< the capture ends within one
};

Contacts contacts_of(const Message& response) {
  Contacts contacts;
  for (const Header& header : response.headers) {
    if (header.name != HeaderName::contact) continue;
    if (may_be_cut(response, header)) {
      contacts.cut = true;
      continue;
    }
    std::string_view list = header.value;
    while (!list.empty()) {
      const std::string_view value = take_list_value(list);
      if (value.empty()) continue;
      const NameAddr address = read_name_addr(value);
      if (scheme_of(address.uri) == UriScheme::none) {
        ++contacts.unreadable;
      } else {
        contacts.targets.add(address, read_qvalue(address.parameters.value("q").value_or("")));
      }
    }
  }
  return contacts;
}

/// "2, q=0.7".
Text place_of(std::size_t index, const Ranked<NameAddr>& target, Telling& telling) {
  fmt::memory_buffer text;
  fmt::format_to(std::back_inserter(text), "{}", index);
  if (target.q) {
    fmt::format_to(std::back_inserter(text), ", q={}", *target.item.parameters.value("q"));
  }
  const std::string_view words(text.data(), text.size());
  return telling.words(words, words);
}

/// The targets, one a sentence; `alone` is for one that has no other beside it.
void list(const Contacts& contacts, SentenceForm alone, Telling& telling) {
  const Targets& targets = contacts.targets;
  if (targets.total() == 1) return telling.say(alone, targets.front().item.uri);
  std::size_t index = 0;
  for (const Ranked<NameAddr>& target : targets) {
    telling.say({"Target {0}: {1}.", "目标 {0}：{1}。"}, place_of(++index, target, telling),
                target.item.uri);
  }
  if (targets.left_out() > 0) {
    telling.say({"There are {0} more targets.", "另外还有 {0} 个目标。"},
                static_cast<std::uint64_t>(targets.left_out()));
  }
}

/// What keeps the list from being all that the server said.
void tell_gaps(const Contacts& contacts, Telling& telling) {
  if (contacts.unreadable > 0) {
    telling.say({"Values of Contact that cannot be read as addresses: {0}.",
                 "Contact 中无法解读为地址的值：{0} 个。"},
                static_cast<std::uint64_t>(contacts.unreadable));
  }
  if (contacts.cut) {
    telling.say({"The capture ends within Contact: there may be more targets.",
                 "抓包在 Contact 处被截断：可能还有其他目标。"});
  }
}

/// How long a target may be kept. Nothing where it is not said, or cannot be read.
struct Validity {
  bool said = false;
  std::optional<std::uint32_t> seconds;
};

Validity validity_of(const NameAddr& target, const Message& response) {
  if (const auto parameter = target.parameters.value("expires"))
    return {true, read_number(*parameter)};
  if (!response.has(HeaderName::expires)) return {};
  return {true, read_number(response.value(HeaderName::expires))};
}

// RFC 3261 section 21.3.3.
void tell_validity(const Contacts& contacts, const Told& told, Telling& telling) {
  bool once = contacts.targets.total() > 0;
  for (const Ranked<NameAddr>& target : contacts.targets) {
    const Validity validity = validity_of(target.item, told.response);
    if (validity.said) once = false;
    if (!validity.seconds) continue;
    telling.say({"{0} may be kept for {1}.", "{0} 可缓存 {1}。"}, target.item.uri,
                term(told, *validity.seconds, telling));
  }
  if (once && told.response.status_code == 302 && !contacts.cut) {
    telling.say(
        {"No expiration time is given: this holds for one attempt and MUST NOT be cached "
         "(RFC 3261 section 21.3.3).",
         "未给出有效时间：仅供本次重试，不得缓存（RFC 3261 第 21.3.3 节）。"});
  }
}

/// What a client meets with when it tries a target.
void tell_obstacle(const NameAddr& target, const Told& told, Telling& telling) {
  const UriScheme scheme = scheme_of(target.uri);
  if (told.request && told.request->uri == fact_hash(target.uri)) {
    telling.say({"{0} is the very address that was asked for: the client MUST NOT try it again "
                 "(RFC 3261 section 8.1.3.4).",
                 "{0} 正是原请求的地址：客户端不得再试（RFC 3261 第 8.1.3.4 节）。"},
                target.uri);
  }
  if (scheme == UriScheme::tel) {
    telling.say({"{0} is a telephone number: the client needs a proxy or gateway that routes it.",
                 "{0} 是电话号码：客户端须经能路由该号码的代理服务器或网关。"},
                target.uri);
  } else if (scheme != UriScheme::sip && scheme != UriScheme::sips) {
    telling.say({"{0} is no SIP address: another application is needed to use it.",
                 "{0} 不是 SIP 地址：须由其他应用处理。"},
                target.uri);
  } else if (scheme == UriScheme::sip && told.request && told.request->scheme == UriScheme::sips) {
    telling.say({"The request was for a sips URI, {0} is none: the client SHOULD tell the user "
                 "that it is not secure (RFC 3261 section 8.1.3.4).",
                 "原请求是 sips URI，而 {0} 不是：应当告知用户此去不安全"
                 "（RFC 3261 第 8.1.3.4 节）。"},
                target.uri);
  }
}

// RFC 3261 section 19.1.1: header components stand behind a "?", which a user part may hold as
// well.
bool has_headers(std::string_view uri) {
  const std::size_t at = uri.find('@');
  return uri.find('?', at == std::string_view::npos ? 0 : at) != std::string_view::npos;
}

void tell_obstacles(const Contacts& contacts, const Told& told, Telling& telling) {
  bool headers = false;
  for (const Ranked<NameAddr>& target : contacts.targets) {
    tell_obstacle(target.item, told, telling);
    headers = headers || has_headers(target.item.uri);
  }
  if (headers) {
    telling.say({"What stands behind “?” in a target becomes header fields of the new request.",
                 "目标 URI 中“?”之后的内容将成为新请求的头域。"});
  }
}

/// The sentence for a target that is alone, by the code.
SentenceForm alone_form(unsigned code) {
  switch (code) {
    case 301:
      return {"The new address, for good: {0}.", "永久改用新地址：{0}。"};
    case 302:
      return {"For now the user is at {0}.", "用户目前在：{0}。"};
    case 305:
      return {"This one request is to be repeated through the proxy {0}.",
              "应经代理服务器 {0} 重发这一个请求。"};
    case 380:
      return {"The alternative service is at {0}.", "替代服务的地址：{0}。"};
    default:
      return {"The request can go to {0}.", "可改发至：{0}。"};
  }
}

/// The first target, and how many more there are.
Text headline_of(const Targets& targets, Telling& telling) {
  constexpr std::size_t longest = 30;
  const std::string first = printable(targets.front().item.uri, longest);
  if (targets.total() == 1) return telling.words("to " + first, "改发 " + first);
  const std::size_t more = targets.total() - 1;
  return telling.words(fmt::format("to {} and {} more", first, more),
                       fmt::format("改发 {} 等 {} 个目标", first, targets.total()));
}

void tell_targets(const Told& told, Telling& telling) {
  const Contacts contacts = contacts_of(told.response);
  const unsigned code = told.response.status_code;
  if (contacts.targets.total() == 0) {
    tell_gaps(contacts, telling);
    if (contacts.unreadable == 0 && !told.response.truncated && code != 380) {
      telling.say({"The response names no target in Contact: the client has nowhere to go.",
                   "响应没有用 Contact 给出目标：客户端无处可去。"});
    }
    return;
  }
  list(contacts, alone_form(code), telling);
  telling.headline(headline_of(contacts.targets, telling));
  tell_gaps(contacts, telling);
  if (contacts.targets.total() > 1 && !contacts.targets.has_q()) {
    telling.say({"No target has a q: the client tries them in any order.",
                 "各目标均无 q 参数：客户端可按任意顺序尝试。"});
  }
  tell_obstacles(contacts, told, telling);
  if (code != 305) tell_validity(contacts, told, telling);
}

// RFC 3261 section 21.4.23: unlike 3xx, this takes a person.
void tell_choices(const Told& told, Telling& telling) {
  const Contacts contacts = contacts_of(told.response);
  if (contacts.targets.total() > 0) {
    ListTelling choices(telling, {"Meant can be: {0}.", "可能是指：{0}。"});
    for (const std::string_view value : Values(told.response, HeaderName::contact)) {
      choices.add(value);
    }
    choices.finish();
    tell_gaps(contacts, telling);
    telling.say({"The user has to choose: it is not for the client to try them in turn.",
                 "须由用户选择：客户端不宜逐个尝试。"});
  }
}

constexpr Teller table[] = {
    {.codes = {{300, 399}}, .tell = tell_targets},
    {.codes = {485}, .tell = tell_choices},
};

}  // namespace

constinit const std::span<const Teller> redirection{table};

}  // namespace sipgloss::in_message
