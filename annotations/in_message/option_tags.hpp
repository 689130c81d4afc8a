// SPDX-License-Identifier: MIT
// The registered option tags, and what each stands for. RFC 3261 sections 19.2 and 27.1.
#pragma once

#include <span>
#include <string_view>

#include "sipgloss/text.hpp"

namespace sipgloss::in_message {

/// One option tag.
struct OptionTag {
  std::string_view name;
  Text what;  ///< in a few words: "session timer" / "会话定时器"
  Citation cite;
};

/// All of them, in the order of their names.
std::span<const OptionTag> option_tags();

/// The entry of an option tag (case does not matter); null when it is not registered.
const OptionTag* find_option_tag(std::string_view name);

}  // namespace sipgloss::in_message
