// SPDX-License-Identifier: MIT
// Columns of text for a terminal.
#include "triage/table.hpp"

#include <gtest/gtest.h>

namespace sipgloss {
namespace {

TEST(Table, ColumnsAreAsWideAsWhatTheyHold) {
  Table table({"Code", "Name", "Next"});
  table.add_row({"486", "Busy Here", "ACK"});
  table.add_row({"200", "OK", "-"});
  EXPECT_EQ(table.text(),
            "Code  Name       Next\n"
            "---------------------\n"
            "486   Busy Here  ACK\n"
            "200   OK         -\n");
}

TEST(Table, AChineseCharacterTakesTwoColumns) {
  Table table({"码", "名称", "后续"});
  table.add_row({"486", "此处忙", "ACK"});
  EXPECT_EQ(table.text(),
            "码   名称    后续\n"
            "-----------------\n"
            "486  此处忙  ACK\n");
}

TEST(Table, ACellMayHoldSeveralLines) {
  Table table({"Code", "Name"});
  table.add_row({"486", "Busy Here\n此处忙"});
  EXPECT_EQ(table.text(),
            "Code  Name\n"
            "---------------\n"
            "486   Busy Here\n"
            "      此处忙\n");
}

TEST(Cell, HoldsBothLanguagesOneAboveTheOther) {
  EXPECT_EQ(cell({"Busy Here", "此处忙"}, Language::both), "Busy Here\n此处忙");
  EXPECT_EQ(cell({"Busy Here", "此处忙"}, Language::chinese), "此处忙");
  EXPECT_EQ(cell({"NOTIFY", "NOTIFY"}, Language::both), "NOTIFY");
}

TEST(Table, ARemarkStandsUnderItsRow) {
  Table table({"Frame", "Result"});
  table.add_row({"12", "486"});
  table.add_remark("The callee takes no further call now.");
  EXPECT_EQ(table.text(),
            "Frame  Result\n"
            "-------------\n"
            "12     486\n"
            "       The callee takes no further call now.\n");
}

TEST(SecondsBetween, HasThreeDecimals) {
  const Time begin{};
  EXPECT_EQ(seconds_between(begin, begin + std::chrono::microseconds(1234567)), "1.235");
}

}  // namespace
}  // namespace sipgloss
