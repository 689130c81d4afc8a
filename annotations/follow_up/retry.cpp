// SPDX-License-Identifier: MIT
// A request that is sent again after its response: with credentials, to another target, corrected,
// or later. RFC 3261 sections 8.1.3.4, 8.1.3.5, 14.1, 20.33 and 22, and the RFCs of the later
// codes.
#include <fmt/format.h>

#include "follow_up/expectation.hpp"

namespace sipgloss::follow_up {
namespace {

/// What the new request has to show.
enum class Proof { none, credentials, proxy_credentials };

/// The value of the response that the new request is to heed.
enum class Heeded {
  nothing,
  realm,
  contact,
  types,
  scheme,
  unsupported,
  require,
  min_expires,
  min_se
};

/// A retry as data: {0} of its phrase is the request, {1} who sends it, {2} the value heeded.
struct Retry {
  Action action = Action::corrected_retry;
  Strength strength = Strength::may;
  PhraseForm what;
  Citation cite;
  Heeded heeded = Heeded::nothing;
  Proof proof = Proof::none;
};

bool shows(const Transaction& request, Proof proof) {
  if (request.request == no_message) return true;
  if (proof == Proof::credentials) return request.facts.credentials.some;
  if (proof == Proof::proxy_credentials) return request.facts.proxy_credentials.some;
  return true;
}

/// The new request, or the first of those that do not show what they have to.
struct Found {
  MessageId retry = no_message;
  MessageId other = no_message;
};

Found retry_of(const Subject& subject, Proof proof) {
  constexpr int most_retries = 8;
  Found found;
  TransactionId id = subject.transaction.successor;
  for (int i = 0; i < most_retries && id != TransactionId::none; ++i) {
    const Transaction& next = subject.tracker.transaction(id);
    if (shows(next, proof)) {
      found.retry = first_of(next);
      return found;
    }
    if (found.other == no_message) found.other = first_of(next);
    id = next.successor;
  }
  return found;
}

Standing not_retried(const Subject& subject, Expecting& expecting, const Found& found) {
  if (found.other != no_message) {
    return {.status = FollowUpStatus::not_visible,
            .reason = expecting.why({"The next request, in frame {0}, came without credentials.",
                                     "下一个请求在帧 {0}，未携带凭证。"},
                                    std::uint64_t{subject.tracker.message(found.other).frame})};
  }
  return expecting.silent(Side::client, {},
                          expecting.why({"None is in the capture: the client can have given up.",
                                         "抓包中没有：客户端可能已放弃。"}));
}

/// "REGISTER (CSeq 3 or more)".
Text request_named(const Subject& subject, Expecting& expecting) {
  const std::string_view method = subject.message.cseq().method_name;
  const std::uint64_t least = std::uint64_t{subject.transaction.cseq} + 1;
  return {expecting.keep(fmt::format("{} (CSeq {} or more)", printable(method, 24), least)),
          expecting.keep(fmt::format("{}（CSeq 不小于 {}）", printable(method, 24), least))};
}

/// What stands for a value that the response fails to give.
constexpr Text not_given{"(not given)", "（未给出）"};

Value heeded_value(const Subject& subject, Heeded heeded) {
  const Message& message = subject.message;
  switch (heeded) {
    case Heeded::realm: {
      const HeaderName name =
          subject.code == 407 ? HeaderName::proxy_authenticate : HeaderName::www_authenticate;
      const auto realm = read_challenge(message.value(name)).value("realm");
      return realm ? Value(*realm) : Value(not_given);
    }
    case Heeded::contact: {
      const Values contacts(message, HeaderName::contact);
      const auto first = contacts.begin();
      return first == contacts.end() ? Value(not_given) : Value(read_name_addr(*first).uri);
    }
    case Heeded::unsupported:
      return message.value(HeaderName::unsupported);
    case Heeded::require:
      return message.value(HeaderName::require);
    case Heeded::types:
      return message.value(HeaderName::accept);
    case Heeded::min_expires:
      return std::uint64_t{read_number(message.value(HeaderName::min_expires)).value_or(0)};
    case Heeded::min_se:
      return std::uint64_t{
          read_field_value(message.value(HeaderName::min_se)).number().value_or(0)};
    case Heeded::scheme:
    case Heeded::nothing:
      return {};
  }
  return {};
}

void expect_retry(const Subject& subject, Expecting& expecting, const Retry& retry) {
  const Found found = retry_of(subject, retry.proof);
  expecting.add({.action = retry.action,
                 .strength = retry.strength,
                 .what = expecting.what(retry.what, request_named(subject, expecting),
                                        expecting.client(), heeded_value(subject, retry.heeded)),
                 .cite = retry.cite},
                found.retry != no_message ? expecting.came(found.retry)
                                          : not_retried(subject, expecting, found));
}

constexpr Retry authenticated{
    .action = Action::authenticated_retry,
    .strength = Strength::should,
    .what = {"{0} again from {1} with Authorization for realm {2}",
             "{1} 重发 {0}，带上 realm {2} 的 Authorization"},
    .cite = {3261, "22.2"},
    .heeded = Heeded::realm,
    .proof = Proof::credentials,
};

constexpr Retry proxy_authenticated{
    .action = Action::authenticated_retry,
    .strength = Strength::should,
    .what = {"{0} again from {1} with Proxy-Authorization for realm {2}",
             "{1} 重发 {0}，带上 realm {2} 的 Proxy-Authorization"},
    .cite = {3261, "22.3"},
    .heeded = Heeded::realm,
    .proof = Proof::proxy_credentials,
};

constexpr Retry redirected{
    .action = Action::redirected_request,
    .strength = Strength::should,
    .what = {"{0} from {1} to {2}", "{1} 改向 {2} 发送 {0}"},
    .cite = {3261, "8.1.3.4"},
    .heeded = Heeded::contact,
};

/// Where the response has the value that is heeded, and where it has not.
struct Correction {
  std::uint16_t code;
  HeaderName with = HeaderName::unknown;  ///< said only where the response has it
  Retry retry;
};

constexpr Correction corrections[] = {
    {.code = 406,
     .retry = {.what = {"{0} again from {1} with an Accept that takes more types",
                        "{1} 放宽 Accept 后重发 {0}"},
               .cite = {3261, "21.4.7"}}},
    {.code = 412,
     .retry = {.strength = Strength::should,
               .what = {"{0} from {1} without SIP-If-Match, with the whole state",
                        "{1} 发送不带 SIP-If-Match 的 {0}，携带完整状态"},
               .cite = {3903, "5"}}},
    {.code = 413,
     .retry = {.strength = Strength::should,
               .what = {"{0} again from {1} without its body or with a smaller one",
                        "{1} 去掉或缩小消息体后重发 {0}"},
               .cite = {3261, "8.1.3.5"}}},
    {.code = 414,
     .retry = {.what = {"{0} again from {1} with a shorter Request-URI",
                        "{1} 缩短 Request-URI 后重发 {0}"},
               .cite = {3261, "21.4"}}},
    {.code = 415,
     .with = HeaderName::accept,
     .retry = {.strength = Strength::should,
               .what = {"{0} again from {1} with a body of type {2}",
                        "{1} 重发 {0}，消息体类型为 {2}"},
               .cite = {3261, "8.1.3.5"},
               .heeded = Heeded::types}},
    {.code = 415,
     .retry = {.strength = Strength::should,
               .what = {"{0} again from {1} with another type, encoding or language of its body",
                        "{1} 更换消息体的类型、编码或语言后重发 {0}"},
               .cite = {3261, "8.1.3.5"}}},
    {.code = 416,
     .retry = {.strength = Strength::should,
               .what = {"{0} again from {1} with a SIP URI", "{1} 改用 SIP URI 重发 {0}"},
               .cite = {3261, "8.1.3.5"}}},
    {.code = 417,
     .retry = {.what = {"{0} again from {1} with another Resource-Priority",
                        "{1} 更换 Resource-Priority 后重发 {0}"},
               .cite = {4412, "4.7.1"}}},
    {.code = 420,
     .with = HeaderName::unsupported,
     .retry = {.strength = Strength::should,
               .what = {"{0} again from {1} without {2}", "{1} 去掉扩展 {2} 后重发 {0}"},
               .cite = {3261, "8.1.3.5"},
               .heeded = Heeded::unsupported}},
    {.code = 421,
     .with = HeaderName::require,
     .retry = {.what = {"{0} again from {1} with Supported: {2}",
                        "{1} 带上 Supported: {2} 重发 {0}"},
               .cite = {3261, "21.4.16"},
               .heeded = Heeded::require}},
    {.code = 422,
     .with = HeaderName::min_se,
     .retry = {.what = {"{0} again from {1} with Session-Expires and Min-SE of at least {2}",
                        "{1} 重发 {0}，Session-Expires 和 Min-SE 不小于 {2}"},
               .cite = {4028, "7.3"},
               .heeded = Heeded::min_se}},
    {.code = 423,
     .with = HeaderName::min_expires,
     .retry = {.what = {"{0} again from {1}, Expires at least {2}",
                        "{1} 重发 {0}，Expires 不小于 {2}"},
               .cite = {3261, "10.2.8"},
               .heeded = Heeded::min_expires}},
    {.code = 424,
     .retry = {.what = {"{0} again from {1} with a corrected location",
                        "{1} 改正位置信息后重发 {0}"},
               .cite = {6442, "4.3"}}},
    {.code = 428,
     .retry = {.what = {"{0} again from {1} with Identity", "{1} 带上 Identity 重发 {0}"},
               .cite = {8224, "6.2.3"}}},
    {.code = 429,
     .retry = {.what = {"{0} from {1} with a Referred-By token",
                        "{1} 另发带有 Referred-By 令牌的 {0}"},
               .cite = {3892, "2.1"}}},
    {.code = 437,
     .retry = {.what = {"{0} again from {1}, signed with another certificate",
                        "{1} 改用其他证书签名后重发 {0}"},
               .cite = {8224, "6.2.2"}}},
    {.code = 438,
     .retry = {.strength = Strength::should,
               .what = {"{0} again from {1} with the full form of the PASSporT, once",
                        "{1} 改用完整格式的 PASSporT 重发 {0}，仅一次"},
               .cite = {8224, "6.1.1"}}},
    {.code = 439,
     .retry = {.what = {"{0} again from {1} without outbound, or through another proxy",
                        "{1} 不使用 outbound 或改经其他代理服务器重发 {0}"},
               .cite = {5626, "4.2.1"}}},
    {.code = 484,
     .retry = {.what = {"{0} again from {1} with more digits", "{1} 补充号码后重发 {0}"},
               .cite = {3261, "21.4.22"}}},
    {.code = 488,
     .retry = {.what = {"{0} again from {1} with another offer", "{1} 更换 offer 后重发 {0}"},
               .cite = {3261, "21.4.26"}}},
    {.code = 489,
     .retry = {.what = {"{0} again from {1} with another event package",
                        "{1} 换用其他事件包后重发 {0}"},
               .cite = {6665, "4.4.4"}}},
    {.code = 494,
     .retry = {.strength = Strength::should,
               .what = {"{0} again from {1} with Security-Verify, once a mechanism is started",
                        "{1} 启用安全机制后，带上 Security-Verify 重发 {0}"},
               .cite = {3329, "2.3.1"}}},
    {.code = 513,
     .retry = {.what = {"{0} again from {1}, as a smaller message", "{1} 缩小消息后重发 {0}"},
               .cite = {3261, "21.5.7"}}},
    {.code = 580,
     .retry = {.what = {"{0} again from {1} with other preconditions",
                        "{1} 更换前置条件后重发 {0}"},
               .cite = {3312, "8"}}},
    {.code = 606,
     .retry = {.what = {"{0} again from {1} with another offer", "{1} 更换 offer 后重发 {0}"},
               .cite = {3261, "21.6.4"}}},
};

void expect_credentials(const Subject& subject, Expecting& expecting) {
  expect_retry(subject, expecting, subject.code == 401 ? authenticated : proxy_authenticated);
}

void expect_redirected(const Subject& subject, Expecting& expecting) {
  if (subject.message.has(HeaderName::contact)) expect_retry(subject, expecting, redirected);
}

void expect_corrected(const Subject& subject, Expecting& expecting) {
  for (const Correction& correction : corrections) {
    const bool applies =
        correction.code == subject.code &&
        (correction.with == HeaderName::unknown || subject.message.has(correction.with));
    if (applies) return expect_retry(subject, expecting, correction.retry);
  }
}

/// A retry before its time is worth a word.
Standing later_or_too_early(const Subject& subject, Expecting& expecting, Time earliest,
                            MessageId retry) {
  const MessageRecord& message = subject.tracker.message(retry);
  const Transaction* const transaction = subject.tracker.transaction_of(retry);
  const bool here = transaction != nullptr && transaction->hop == subject.transaction.hop;
  if (!here || message.time >= earliest) return expecting.came(retry);
  const auto early = std::chrono::duration_cast<std::chrono::milliseconds>(earliest - message.time);
  const std::string_view seconds =
      expecting.keep(fmt::format("{:.1f}", static_cast<double>(early.count()) / 1000));
  return expecting.came(
      retry, {},
      expecting.why({"It came in frame {0}, {1} s too early.", "出现在帧 {0}，早了 {1} 秒。"},
                    std::uint64_t{message.frame}, seconds));
}

void expect_later(const Subject& subject, Expecting& expecting) {
  const Header* const header = subject.message.find(HeaderName::retry_after);
  if (header == nullptr) return;
  const auto seconds = read_retry_after(header->value).seconds;
  if (!seconds || subject.code == 491) return;
  const Time earliest = later(subject.record.time, std::chrono::seconds(*seconds));
  const MessageId retry = retry_of(subject, Proof::none).retry;
  const Text what = expecting.what(
      {"{0} again from {1}, not before {2}", "{1} 在 {2}之后才可重发 {0}"},
      request_named(subject, expecting), expecting.client(), expecting.moment(*seconds));
  const Text why = expecting.why({"None is in the capture; a retry is up to the client.",
                                  "抓包中没有；是否重发由客户端决定。"});
  expecting.add(
      {.action = Action::later_retry,
       .strength = Strength::may,
       .what = what,
       .cite = {3261, "20.33"}},
      retry != no_message
          ? later_or_too_early(subject, expecting, earliest, retry)
          : expecting.silent_until(Side::client, later(earliest, 64 * subject.settings.t1), why));
}

/// The one that chose the Call-ID of the dialog waits longer (RFC 3261 section 14.1).
bool owns_call_id(const Subject& subject, const Dialog& dialog) {
  return subject.tracker.transaction(dialog.created_by).from_tag == subject.transaction.from_tag;
}

void expect_after_glare(const Subject& subject, Expecting& expecting) {
  constexpr std::chrono::milliseconds owner_waits{2100};
  const Dialog* const dialog = subject.dialog();
  const bool known = dialog != nullptr && dialog->created_by != TransactionId::none;
  const bool owner = known && owns_call_id(subject, *dialog);
  const Text request = request_named(subject, expecting);
  Text what;
  if (owner) {
    what = expecting.what(
        {"{0} again from {1} after a random 2.1 to 4 s", "{1} 随机等待 2.1 至 4 秒后重发 {0}"},
        request, expecting.client());
  } else if (known) {
    what = expecting.what(
        {"{0} again from {1} after a random 0 to 2 s", "{1} 随机等待 0 至 2 秒后重发 {0}"}, request,
        expecting.client());
  } else {
    what = expecting.what(
        {"{0} again from {1} after a short random wait", "{1} 随机等待片刻后重发 {0}"}, request,
        expecting.client());
  }
  const MessageId retry = retry_of(subject, Proof::none).retry;
  const Time earliest =
      later(subject.record.time, owner ? owner_waits : std::chrono::milliseconds{0});
  const bool update = subject.method == Method::update;
  expecting.add({.action = Action::later_retry,
                 .strength = Strength::should,
                 .what = what,
                 .cite = update ? Citation{3311, "5.3"} : Citation{3261, "14.1"}},
                retry != no_message ? later_or_too_early(subject, expecting, earliest, retry)
                                    : not_retried(subject, expecting, {}));
}

using enum Method;
constexpr Set<Method> resendable = {invite,    bye,    register_, options, prack,   update, info,
                                    subscribe, notify, refer,     message, publish, other};

constexpr Expectation table[] = {
    {.codes = {401, 407}, .methods = resendable, .expect = expect_credentials},
    {.codes = {{300, 399}}, .methods = resendable, .expect = expect_redirected},
    {.codes = {406, {412, 429}, {437, 439}, 484, {488, 489}, 494, 513, 580, 606},
     .methods = resendable,
     .expect = expect_corrected},
    {.codes = {404, 413, 480, 486, 500, 503, 600, 603},
     .methods = resendable,
     .expect = expect_later},
    {.codes = {491}, .methods = {invite, update}, .expect = expect_after_glare},
};

}  // namespace

constinit const std::span<const Expectation> retry{table};

}  // namespace sipgloss::follow_up
