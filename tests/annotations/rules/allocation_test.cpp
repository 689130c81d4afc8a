// SPDX-License-Identifier: MIT
// A response that breaks nothing costs no memory: operator new is counted in this test program.
#include <gtest/gtest.h>

#include "allocations.hpp"
#include "page.hpp"
#include "rules/engine.hpp"

namespace sipgloss::test {
namespace {

TEST(Allocations, AreNoneWhereNothingIsBroken) {
  std::size_t judged = 0;
  for (const Exchange& exchange : exchanges()) {
    if (exchange.findings != "none\n" || exchange.malformed) continue;
    const Message message = Message::parse(exchange.packet(0).wire());
    Annotation annotation;
    judge(Seen{message}, Occasion::alone, annotation);  // the index is built on first use
    const std::size_t before = allocations;
    judge(Seen{message}, Occasion::alone, annotation);
    EXPECT_EQ(allocations, before) << exchange.name();
    ++judged;
  }
  EXPECT_GT(judged, 0U);
}

}  // namespace
}  // namespace sipgloss::test
