// SPDX-License-Identifier: MIT
// The tables of the catalogue, by class and number, and the codes that they hold. RFC 3261 section
// 21, and the RFCs that the entries cite.
#pragma once

#include <array>
#include <cstdint>

#include "sipgloss/catalogue.hpp"

namespace sipgloss::catalogue {

// The codes stand here so that the reading of every number is worked out by the compiler. Each
// table asserts that it holds them.
inline constexpr auto codes_1xx = std::to_array<std::uint16_t>({100, 180, 181, 182, 183, 199});
inline constexpr auto codes_2xx = std::to_array<std::uint16_t>({200, 202, 204});
inline constexpr auto codes_3xx = std::to_array<std::uint16_t>({300, 301, 302, 303, 305, 380});
inline constexpr auto codes_40x_41x = std::to_array<std::uint16_t>(
    {400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417});
inline constexpr auto codes_42x_44x = std::to_array<std::uint16_t>(
    {420, 421, 422, 423, 424, 425, 428, 429, 430, 433, 436, 437, 438, 439, 440});
inline constexpr auto codes_46x_49x = std::to_array<std::uint16_t>(
    {469, 470, 477, 478, 479, 480, 481, 482, 483, 484, 485, 486, 487, 488, 489, 491, 493, 494});
inline constexpr auto codes_5xx =
    std::to_array<std::uint16_t>({500, 501, 502, 503, 504, 505, 513, 555, 580});
inline constexpr auto codes_6xx = std::to_array<std::uint16_t>({600, 603, 604, 606, 607, 608, 687});

extern const ResponseCode table_1xx[codes_1xx.size()];
extern const ResponseCode table_2xx[codes_2xx.size()];
extern const ResponseCode table_3xx[codes_3xx.size()];
extern const ResponseCode table_40x_41x[codes_40x_41x.size()];
extern const ResponseCode table_42x_44x[codes_42x_44x.size()];
extern const ResponseCode table_46x_49x[codes_46x_49x.size()];
extern const ResponseCode table_5xx[codes_5xx.size()];
extern const ResponseCode table_6xx[codes_6xx.size()];

}  // namespace sipgloss::catalogue
