// SPDX-License-Identifier: MIT
// Sentences that are said of several codes. RFC 3261 sections 20.33, 21.4.26 and 21.6.
#pragma once

#include "sipgloss/text.hpp"

namespace sipgloss::catalogue {

// 303, 409, 411
inline constexpr Text dropped = {
    .en = "RFC 3261 no longer has this code, and IANA does not list it.",
    .zh = "RFC 3261 已不再收录此状态码，IANA 也没有登记它。"};

// 477, 478, 479
inline constexpr Text internal_error_number = {
    .en = "The code is an error number of that software; IANA does not list it.",
    .zh = "此状态码是该软件的错误编号，IANA 没有登记它。"};

// 480, 486, 600, 603
inline constexpr Text better_time_to_call = {
    .en = "Retry-After MAY name a better time to call.",
    .zh = "响应可以用 Retry-After 头域给出更合适的呼叫时间。"};

// 488, 606
inline constexpr Text media_capabilities = {
    .en =
        "The response MAY have a body with media capabilities, formatted as the Accept of the "
        "INVITE asks (application/sdp without Accept), like the body of a 200 to OPTIONS.",
    .zh =
        "响应可以带媒体能力消息体，格式按 INVITE 的 Accept 头域（没有则为 "
        "application/sdp），与 OPTIONS 的 200 响应的消息体相同。"};

// 603, 606
inline constexpr Text only_if_nobody_else = {
    .en = "It is returned only if it is known that no other end point will answer the request.",
    .zh = "只有知道不会有其他终端接受该请求时，才返回此响应。"};

}  // namespace sipgloss::catalogue
