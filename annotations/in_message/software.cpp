// SPDX-License-Identifier: MIT
// The software that responded. RFC 3261 sections 20.35 and 20.41.
#include "in_message/words.hpp"

namespace sipgloss::in_message {
namespace {

void tell_software(const Told& told, Telling& telling) {
  std::string_view software = told.response.value(HeaderName::server);
  if (software.empty()) software = told.response.value(HeaderName::user_agent);
  say_text(software, telling, {"Sent by the software {0}.", "发送此响应的软件：{0}。"});
}

constexpr Teller table[] = {
    {.tell = tell_software},
};

}  // namespace

constinit const std::span<const Teller> software{table};

}  // namespace sipgloss::in_message
