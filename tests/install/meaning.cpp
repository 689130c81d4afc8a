// SPDX-License-Identifier: MIT
// Ten lines that use the installed library: what does this response mean?
#include <iostream>
#include <sipgloss/session.hpp>

int main() {
  const auto message = sipgloss::Message::parse({.bytes = "SIP/2.0 486 Busy Here\r\n\r\n"});
  sipgloss::Annotation annotation;
  sipgloss::annotate(message, annotation);
  std::cout << annotation.name.en << " / " << annotation.name.zh << '\n';
}
