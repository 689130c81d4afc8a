// SPDX-License-Identifier: MIT
// The causes of the Reason protocol Preemption: what took a session away for another of higher
// priority. RFC 4411 section 5.

#include <array>

#include "causes.hpp"

namespace sipgloss {

namespace {

constexpr auto table = std::to_array<Cause>({
    {.code = 1,
     .name = {.en = "UA preemption", .zh = "UA 抢占"},
     .meaning = {.en =
                     "A UA of the session has ended it on purpose, to make room for one of higher "
                     "priority.",
                 .zh = "会话中的一个 UA 主动终止了此会话，为优先级更高的会话让路。"},
     .cite = {4411, "5.1"}},
    {.code = 2,
     .name = {.en = "reserved resources preempted", .zh = "预留资源被抢占"},
     .meaning = {.en =
                     "A router took away the resources reserved for the session on purpose (RSVP, "
                     "NSIS); no link has failed.",
                 .zh = "路由器有意收回了为此会话预留的资源（RSVP、NSIS），并非链路故障。"},
     .cite = {4411, "5.2"}},
    {.code = 3,
     .name = {.en = "generic preemption", .zh = "一般抢占"},
     .meaning = {.en = "The session was preempted; the network does not tell this UA in which way.",
                 .zh = "会话被抢占；网络不向此 UA 透露是哪一种抢占。"},
     .cite = {4411, "5.3"}},
    {.code = 4,
     .name = {.en = "non-IP preemption", .zh = "非 IP 网络的抢占"},
     .meaning = {.en = "The session was preempted in a part of the network that is not IP, such as "
                       "TDM, and a gateway reports it.",
                 .zh = "会话在非 IP 的网络（例如 TDM）中被抢占，由网关报告。"},
     .cite = {4411, "5.4"}},
});
static_assert(catalogue::well_formed(table) && catalogue::all_cited(table),
              "Preemption: ascending causes, every text in both languages, every cause cited");

}  // namespace

std::span<const Cause> preemption_causes() { return table; }

const Cause* find_preemption(unsigned cause) { return catalogue::find_in(table, cause); }

}  // namespace sipgloss
