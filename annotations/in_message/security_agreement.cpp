// SPDX-License-Identifier: MIT
// The security mechanisms that a server offers. RFC 3329 sections 2.2 and 2.3 and appendix A; for
// the ports of ipsec-3gpp 3GPP TS 33.203.
#include <fmt/format.h>

#include "in_message/ranking.hpp"
#include "in_message/words.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {

using namespace scan;

namespace {

constexpr std::size_t most_mechanisms = 12;
using Mechanisms = Ranking<FieldValue, most_mechanisms>;

Mechanisms mechanisms_of(const Message& response) {
  Mechanisms mechanisms;
  for (const std::string_view value : Values(response, HeaderName::security_server)) {
    const FieldValue mechanism = read_field_value(value);
    mechanisms.add(mechanism, read_qvalue(mechanism.parameters.value("q").value_or("")));
  }
  return mechanisms;
}

/// "ipsec-3gpp (hmac-sha-1-96, aes-cbc)": several offers of one mechanism differ in its algorithms.
void list(const FieldValue& mechanism, ListTelling& into) {
  constexpr std::size_t longest = 130;  // more than is shown; three fit the buffer's own memory
  const std::string_view algorithm = mechanism.parameters.value("alg").value_or("");
  const std::string_view encryption = mechanism.parameters.value("ealg").value_or("");
  fmt::memory_buffer text;
  text.append(mechanism.value.substr(0, longest));
  if (!algorithm.empty() || !encryption.empty()) {
    const std::string_view between = algorithm.empty() || encryption.empty() ? "" : ", ";
    fmt::format_to(std::back_inserter(text), " ({}{}{})", algorithm.substr(0, longest), between,
                   encryption.substr(0, longest));
  }
  into.add(std::string_view(text.data(), text.size()));
}

bool is_ipsec_3gpp(const Ranked<FieldValue>& mechanism) {
  return equal_ignoring_case(mechanism.item.value, "ipsec-3gpp");
}

/// Where the next requests go: what a capture shows of them is ESP to this port's association.
void tell_ports(const Mechanisms& mechanisms, Telling& telling) {
  const auto* const found = std::ranges::find_if(mechanisms, is_ipsec_3gpp);
  if (found == mechanisms.end()) return;
  const auto port = found->item.parameters.value("port-s");
  const auto spi = found->item.parameters.value("spi-s");
  if (!port || !spi) return;
  telling.say({"With ipsec-3gpp, the next requests go to port {0} of this server within IPsec "
               "(SPI {1}).",
               "选用 ipsec-3gpp 时，后续请求经 IPsec（SPI {1}）发往该服务器的端口 {0}。"},
              *port, *spi);
}

void tell_mechanisms(const Told& told, Telling& telling) {
  const Mechanisms mechanisms = mechanisms_of(told.response);
  if (mechanisms.total() == 0) return;
  ListTelling names(telling, {"Security mechanisms on offer, the preferred first: {0}.",
                              "可选的安全机制（优先的在前）：{0}。"});
  for (const Ranked<FieldValue>& mechanism : mechanisms) list(mechanism.item, names);
  names.finish();
  if (mechanisms.left_out() > 0) {
    telling.say({"{0} more mechanisms are left out here.", "另有 {0} 种机制此处从略。"},
                static_cast<std::uint64_t>(mechanisms.left_out()));
  }
  telling.say(
      {"The client MUST take the first of them that it knows, and return the list in "
       "Security-Verify (RFC 3329 section 2.3.1).",
       "客户端必须选用其中所支持的最优先者，并在 Security-Verify 中带回此列表"
       "（RFC 3329 第 2.3.1 节）。"});
  tell_ports(mechanisms, telling);
}

constexpr Teller table[] = {
    {.codes = {401, 407, 421, 494}, .tell = tell_mechanisms},
};

}  // namespace

constinit const std::span<const Teller> security_agreement{table};

}  // namespace sipgloss::in_message
