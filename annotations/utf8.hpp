// SPDX-License-Identifier: MIT
// One UTF-8 character at a time. RFC 3629 section 4.
#pragma once

#include <cstddef>
#include <string_view>

namespace sipgloss {

struct Character {
  char32_t code_point = 0;
  std::size_t length = 0;  ///< 0 when the bytes are no valid UTF-8
};

/// The character at the beginning of `bytes`, which must not be empty.
Character first_character(std::string_view bytes);

/// Whether all bytes are ASCII that is shown as it is.
bool is_printable_ascii(std::string_view bytes);

/// Whether all bytes are valid UTF-8.
bool is_utf8(std::string_view bytes);

}  // namespace sipgloss
