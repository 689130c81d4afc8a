// SPDX-License-Identifier: MIT
// What follow-ups and their states are called.
#include <gtest/gtest.h>

#include "sipgloss/follow_up.hpp"

namespace sipgloss {
namespace {

TEST(FollowUp, HasAWordInBothLanguagesForWhatItIsAndHowItStands) {
  EXPECT_EQ(name_of(Action::ack).en, "ACK");
  EXPECT_EQ(name_of(Action::authenticated_retry), (Text{"retry with credentials", "携带凭证重发"}));
  EXPECT_EQ(name_of(FollowUpStatus::not_visible), (Text{"not visible", "不可见"}));
}

}  // namespace
}  // namespace sipgloss
