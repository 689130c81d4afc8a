// SPDX-License-Identifier: MIT
// Whom a call was forwarded by and to, and how attempts on the way ended. RFC 7044 section 5,
// RFC 4458 section 2.2, RFC 7544 sections 2 and 4 (Diversion: RFC 5806).
#include <array>

#include "in_message/words.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {
namespace {

constexpr std::size_t most_entries = 12;

/// Why a call was forwarded: the cause of a URI (RFC 4458 section 2.2).
struct ForwardingCause {
  std::uint32_t cause;
  Text name;
};

constexpr ForwardingCause forwarding_causes[] = {
    {302, {"unconditional", "无条件"}},
    {404, {"unknown or not available", "未知或不可用"}},
    {408, {"no answer", "无应答"}},
    {480, {"deflection, at once", "立即偏转"}},
    {486, {"user busy", "用户忙"}},
    {487, {"deflection, while ringing", "振铃中偏转"}},
    {503, {"mobile subscriber not reachable", "移动用户不可达"}},
};

/// Why a call was diverted, as Diversion says it (RFC 7544 section 4).
struct DiversionReason {
  std::string_view reason;
  Text name;
};

constexpr DiversionReason diversion_reasons[] = {
    {"unknown", {"for a reason not known", "原因未知"}},
    {"user-busy", {"user busy", "用户忙"}},
    {"no-answer", {"no answer", "无应答"}},
    {"unavailable", {"unavailable", "不可用"}},
    {"unconditional", {"unconditional", "无条件"}},
    {"time-of-day", {"by time of day", "按时段"}},
    {"do-not-disturb", {"do not disturb", "免打扰"}},
    {"deflection", {"deflection", "偏转"}},
    {"follow-me", {"follow me", "随我转"}},
    {"out-of-service", {"out of service", "停止服务"}},
    {"away", {"away", "离开"}},
};

/// One entry of History-Info.
struct Entry {
  std::string_view target;  ///< the URI without its header part
  std::string_view index;
  std::string_view mapped_from;  ///< mp: the index of the entry that was forwarded
  std::optional<std::uint32_t> cause;
  std::optional<std::uint32_t> ended_with;  ///< the status that Reason carries
};

/// The digits behind a name within a URI.
std::optional<std::uint32_t> number_behind(std::string_view text, std::string_view name) {
  for (; text.size() >= name.size(); text.remove_prefix(1)) {
    if (!scan::starts_ignoring_case(text, name)) continue;
    text.remove_prefix(name.size());
    std::size_t digits = 0;
    while (digits < text.size() && scan::is_digit(text[digits])) ++digits;
    return read_number(text.substr(0, digits));
  }
  return std::nullopt;
}

Entry read_entry(std::string_view value) {
  const NameAddr address = read_name_addr(value);
  std::string_view headers = address.uri;
  Entry entry;
  entry.target = scan::take_until(headers, '?');
  entry.index = address.parameters.value("index").value_or("");
  entry.mapped_from = address.parameters.value("mp").value_or("");
  entry.cause = number_behind(entry.target, ";cause=");
  // Reason is escaped: ";" is %3B and "=" is %3D (RFC 7044 section 5).
  entry.ended_with = number_behind(headers, "Reason=SIP%3Bcause%3D");
  return entry;
}

std::optional<Text> name_of_cause(std::optional<std::uint32_t> cause) {
  for (const ForwardingCause& entry : forwarding_causes) {
    if (entry.cause == cause) return entry.name;
  }
  return std::nullopt;
}

void tell_forwarded(const Entry& entry, const Entry* from, Telling& telling) {
  const std::optional<Text> cause = name_of_cause(entry.cause);
  if (from == nullptr && !cause) return;
  if (from == nullptr) {
    telling.say({"The call was forwarded to {0}: {1}.", "呼叫被前转到 {0}：{1}。"}, entry.target,
                *cause);
  } else if (!cause) {
    telling.say({"The call was forwarded from {0} to {1}.", "呼叫由 {0} 前转到 {1}。"},
                from->target, entry.target);
  } else {
    telling.say({"The call was forwarded from {0} to {1}: {2}.", "呼叫由 {0} 前转到 {1}：{2}。"},
                from->target, entry.target, *cause);
  }
}

void tell_ended(const Entry& entry, Telling& telling) {
  if (!entry.ended_with || *entry.ended_with < 300) return;
  const Reading reading = read_code(*entry.ended_with);
  if (reading.entry == nullptr || !reading.known) return;
  telling.say({"The attempt at {0} ended with {1} {2}.", "对 {0} 的尝试以 {1} {2} 告终。"},
              entry.target, std::uint64_t{*entry.ended_with}, reading.entry->name());
}

void tell_history(const Told& told, Telling& telling) {
  if (!told.response.has(HeaderName::history_info)) return;
  std::array<Entry, most_entries> entries;
  std::size_t count = 0;
  for (const std::string_view value : Values(told.response, HeaderName::history_info)) {
    if (count == most_entries) break;
    entries[count++] = read_entry(value);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Entry& entry = entries[i];
    const auto from = std::find_if(entries.begin(), entries.begin() + i, [&](const Entry& other) {
      return !entry.mapped_from.empty() && other.index == entry.mapped_from;
    });
    tell_forwarded(entry, from == entries.begin() + i ? nullptr : &*from, telling);
    tell_ended(entry, telling);
  }
}

void tell_diversion(const Told& told, Telling& telling) {
  std::size_t count = 0;
  for (const std::string_view value : Values(told.response, HeaderName::diversion)) {
    if (++count > most_entries) return;
    const NameAddr address = read_name_addr(value);
    const std::string_view reason = address.parameters.value("reason").value_or("");
    const auto known = std::ranges::find_if(diversion_reasons, [reason](const auto& entry) {
      return scan::equal_ignoring_case(entry.reason, reason);
    });
    if (known != std::end(diversion_reasons)) {
      telling.say({"The call was diverted by {0}: {1}.", "呼叫由 {0} 前转：{1}。"}, address.uri,
                  known->name);
    } else if (!reason.empty()) {
      telling.say({"The call was diverted by {0}: {1}.", "呼叫由 {0} 前转：{1}。"}, address.uri,
                  reason);
    } else {
      telling.say({"The call was diverted by {0}.", "呼叫由 {0} 前转。"}, address.uri);
    }
  }
}

constexpr Teller table[] = {
    {.methods = {Method::invite}, .tell = tell_diversion},
    {.methods = {Method::invite}, .tell = tell_history},
};

}  // namespace

constinit const std::span<const Teller> forwarding{table};

}  // namespace sipgloss::in_message
