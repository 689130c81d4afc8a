// SPDX-License-Identifier: MIT
// Why, as the sender says it: Warning, Reason and Error-Info. RFC 3261 sections 20.18 and 20.43,
// RFC 3326, RFC 3398 section 7.2.4.1, RFC 4411, RFC 9410.
#include <algorithm>

#include "in_message/words.hpp"
#include "message/scan.hpp"
#include "sipgloss/cause.hpp"

namespace sipgloss::in_message {
namespace {

constexpr std::size_t most_values = 6;  // of a header field; further ones are left out

void tell_text(std::string_view text, const Text& name, Telling& telling) {
  if (text.empty() || scan::equal_ignoring_case(text, name.en)) return;
  say_text(text, telling, {"The sender’s words for it: “{0}”.", "发送方的说明：“{0}”。"});
}

void tell_warning(const Warning& warning, Telling& telling) {
  if (!warning.code) {
    return telling.say({"A Warning cannot be read: {0}.", "有一个 Warning 无法解析：{0}。"},
                       warning.raw);
  }
  if (const Cause* const cause = find_warning(*warning.code)) {
    telling.say({"Warning {0} from {1}: {2}.", "Warning {0}，来自 {1}：{2}。"},
                std::uint64_t{*warning.code}, warning.agent, cause->name);
    telling.say_meaning(cause->meaning);
    return tell_text(warning.text, cause->name, telling);
  }
  const CauseRange* const range = warning_range_of(*warning.code);
  telling.say({"There is a Warning {0} from {1}.", "有一个来自 {1} 的 Warning {0}。"},
              std::uint64_t{*warning.code}, warning.agent);
  if (range != nullptr) telling.say_meaning(range->meaning);
  tell_text(warning.text, {}, telling);
}

void tell_warnings(const Told& told, Telling& telling) {
  std::size_t count = 0;
  for (const std::string_view value : Values(told.response, HeaderName::warning)) {
    if (++count > most_values) return;
    tell_warning(read_warning(value), telling);
  }
}

/// A Q.850 cause that comes with another status than a gateway makes of it.
void tell_contradiction(const Told& told, unsigned cause, Telling& telling) {
  if (told.method != Method::invite) return;
  const unsigned status = told.response.status_code;
  const MappedCodes usual = statuses_instead(cause, status);
  if (usual.size() == 1) {
    telling.say({"Gateways usually make {0} of that cause (RFC 3398 section 7.2.4.1): the {1} may "
                 "have been changed on the way.",
                 "网关通常将此原因值映射为 {0}（RFC 3398 第 7.2.4.1 节）：{1} 可能在途中被改过。"},
                std::uint64_t{usual[0]}, std::uint64_t{status});
  } else if (usual.size() > 1) {
    telling.say({"Gateways usually make {0} or {1} of that cause (RFC 3398 section 7.2.4.1): the "
                 "{2} may have been changed on the way.",
                 "网关通常将此原因值映射为 {0} 或 {1}（RFC 3398 第 7.2.4.1 节）："
                 "{2} 可能在途中被改过。"},
                std::uint64_t{usual[0]}, std::uint64_t{usual[1]}, std::uint64_t{status});
  }
}

/// A cause by the table of its protocol; returns its name.
Text tell_entry(std::string_view protocol, std::uint64_t number, const Cause& cause,
                Telling& telling) {
  telling.say({"Reason, {0} cause {1}: {2}.", "Reason，{0} 原因值 {1}：{2}。"}, protocol, number,
              cause.name);
  telling.say_meaning(cause.meaning);
  return cause.name;
}

Text tell_q850(const Told& told, std::uint32_t number, Telling& telling) {
  if (const Cause* const cause = find_q850(number)) {
    const Text name = tell_entry("Q.850", number, *cause, telling);
    tell_contradiction(told, number, telling);
    return name;
  }
  const CauseRange* const range = q850_class_of(number);
  if (range == nullptr) {
    telling.say({"Reason, Q.850 cause {0}: there is no such cause.",
                 "Reason，Q.850 原因值 {0}：没有这样的原因值。"},
                std::uint64_t{number});
    return {};
  }
  telling.say({"Reason, Q.850 cause {0}: not assigned, of the class {1}.",
               "Reason，Q.850 原因值 {0}：未分配，属于“{1}”一类。"},
              std::uint64_t{number}, range->name);
  return {};
}

Text tell_status(std::uint32_t number, Telling& telling) {
  const Reading reading = read_code(number);
  if (reading.entry == nullptr || !reading.known) {
    telling.say({"Reason, SIP status {0}: it is not known.", "Reason，SIP 状态码 {0}：未知。"},
                std::uint64_t{number});
    return {};
  }
  telling.say({"Reason, SIP status {0}: {1}.", "Reason，SIP 状态码 {0}：{1}。"},
              std::uint64_t{number}, reading.entry->name());
  return reading.entry->name();
}

/// Says what a cause is; returns its name, empty where it has none here.
Text tell_cause(const Told& told, const Reason& reason, std::uint32_t number, Telling& telling) {
  const std::string_view protocol = reason.protocol;
  if (scan::equal_ignoring_case(protocol, "Q.850")) return tell_q850(told, number, telling);
  if (scan::equal_ignoring_case(protocol, "SIP")) return tell_status(number, telling);
  const bool stir = scan::equal_ignoring_case(protocol, "STIR");
  const bool preemption = scan::equal_ignoring_case(protocol, "Preemption");
  const Cause* const cause = stir         ? find_stir(number)
                             : preemption ? find_preemption(number)
                                          : nullptr;
  if (cause != nullptr) return tell_entry(protocol, number, *cause, telling);
  telling.say({"Reason, {0} cause {1}.", "Reason，{0} 原因值 {1}。"}, protocol,
              std::uint64_t{number});
  return {};
}

void tell_reasons(const Told& told, Telling& telling) {
  std::size_t count = 0;
  for (const std::string_view value : Values(told.response, HeaderName::reason)) {
    if (++count > most_values) return;
    const Reason reason = read_reason(value);
    const std::optional<std::uint32_t> number = reason.cause();
    if (!number) {
      telling.say({"A Reason names no cause that can be read: {0}.",
                   "有一个 Reason 没有可读的原因值：{0}。"},
                  reason.raw);
      continue;
    }
    const Text name = tell_cause(told, reason, *number, telling);
    tell_text(reason.parameters.value("text").value_or(""), name, telling);
  }
}

// A UAC may call a SIP URI of it, to hear an announcement (RFC 3261 section 20.18).
void tell_error_info(const Told& told, Telling& telling) {
  if (!told.response.has(HeaderName::error_info)) return;
  ListTelling list(telling, {"More on the failure is to be found (or heard) at {0}.",
                             "关于此次失败的更多信息（或录音通知）见 {0}。"});
  for (const std::string_view value : Values(told.response, HeaderName::error_info))
    list.add(read_name_addr(value).uri);
  list.finish();
}

constexpr Teller table[] = {
    {.tell = tell_reasons},
    {.tell = tell_warnings},
    {.codes = {{300, 699}}, .tell = tell_error_info},
};

}  // namespace

constinit const std::span<const Teller> reasons{table};

}  // namespace sipgloss::in_message
