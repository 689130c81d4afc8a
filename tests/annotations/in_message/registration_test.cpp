// SPDX-License-Identifier: MIT
// What a registrar holds after a REGISTER. RFC 3261 sections 10.2 and 10.3.
#include "clock.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Gloss registered(const std::string& bytes, const std::string& asked = "") {
  return Gloss(bytes, {.request = asked, .time = may_day_in_utc()});
}

TEST(Registration, TellsWhenEachBindingEnds) {
  const Gloss said = registered(
      response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=3600, <sip:b@192.0.2.2>",
               "Expires: 60"));
  EXPECT_THAT(said.en, ElementsAre("The address-of-record has 2 bindings at this registrar; a call "
                                   "can go to any of them.",
                                   "Binding sip:a@192.0.2.1 lasts 1 h, until 15:03:12.",
                                   "Binding sip:b@192.0.2.2 lasts 1 min, until 14:04:12."));
  EXPECT_THAT(said.zh, ElementsAre("该 AOR 在此注册服务器上有 2 个绑定，呼叫可能送往其中任何一个。",
                                   "绑定 sip:a@192.0.2.1 的有效时间：1 小时，到 15:03:12。",
                                   "绑定 sip:b@192.0.2.2 的有效时间：1 分，到 14:04:12。"));
}

TEST(Registration, GivesALongUriASentenceOfItsOwn) {
  const std::string uri =
      "sip:+8613800138000@[2001:db8:1111:2222:3333:4444:5555:6666]:5060;"
      "transport=udp";
  EXPECT_THAT(
      registered(response(200, "REGISTER", "Contact: <" + uri + ">;expires=3600")).en,
      ElementsAre("There is a binding " + uri + ".", "That binding lasts 1 h, until 15:03:12."));
}

TEST(Registration, TellsABindingThatHasEndedOrHasNoReadableEnd) {
  EXPECT_THAT(registered(response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=0")).en,
              ElementsAre("Binding sip:a@192.0.2.1 has ended (expires=0)."));
  EXPECT_THAT(registered(response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=x")).en,
              ElementsAre("Binding sip:a@192.0.2.1: no expiration time can be read."));
  EXPECT_THAT(registered(response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>")).zh,
              ElementsAre("绑定 sip:a@192.0.2.1：读不出有效时间。"));
}

TEST(Registration, TellsWhereNoBindingIsLeft) {
  EXPECT_THAT(registered(response(200, "REGISTER")).en,
              ElementsAre("No Contact: this registrar holds no binding for the address-of-record; "
                          "calls to it reach no UA."));
  const std::string removal = request("REGISTER sip:example.com", "Contact: *", "Expires: 0");
  EXPECT_THAT(registered(response(200, "REGISTER"), removal).en,
              ElementsAre("No Contact: no binding is left, as the request asked (expires 0)."));
  EXPECT_THAT(registered(response(200, "REGISTER"), removal).zh,
              ElementsAre("没有 Contact：已无任何绑定，正如请求所要求（expires 为 0）。"));
  EXPECT_THAT(Gloss("SIP/2.0 200 OK\r\nCSeq: 1 REGISTER\r\n", {.truncated = true}).en, IsEmpty());
}

TEST(Registration, TellsWhatARemovalLeft) {
  EXPECT_EQ(registered(response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=60"),
                       request("REGISTER sip:example.com", "Contact: <sip:b@192.0.2.2>;expires=0"))
                .en.back(),
            "The request asked to remove a binding (expires 0); the ones listed here remain.");
}

TEST(Registration, TellsWhatWasAskedWhereTheRegistrarChoseLess) {
  const std::string asked = request("REGISTER sip:example.com", "Expires: 3600");
  const auto granted = [](std::string_view seconds) {
    return response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=" + std::string(seconds));
  };
  EXPECT_EQ(registered(granted("60"), asked).en.back(),
            "The request asked for 1 h; the registrar chose less.");
  EXPECT_EQ(registered(granted("60"), asked).zh.back(),
            "请求要求的是 1 小时，注册服务器缩短了有效时间。");
  EXPECT_THAT(registered(granted("3600"), asked).en, SizeIs(1));
  EXPECT_THAT(registered(granted("60")).en, SizeIs(1));
}

TEST(Registration, OnlyCountsVeryManyBindings) {
  std::string row = "Contact: <sip:0@192.0.2.1>;expires=1";
  for (int i = 1; i < 1000; ++i) row += ", <sip:" + std::to_string(i) + "@192.0.2.1>;expires=1";
  const Gloss said = registered(response(200, "REGISTER", row));
  EXPECT_THAT(said.en, SizeIs(10));
  EXPECT_EQ(said.en.front(),
            "The address-of-record has 1000 bindings at this registrar; a call can go to any of "
            "them.");
  EXPECT_EQ(said.en.back(), "A further 992 bindings are not listed here.");
}

TEST(Registration, TellsRoutesAndIdentities) {
  const Gloss said = registered(response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=60",
                                         "Path: <sip:p1.example.com;lr>, <sip:p2.example.com;lr>",
                                         "Service-Route: <sip:s.example.com;lr>",
                                         "P-Associated-URI: <sip:+861@example.com>, <tel:+861>"));
  EXPECT_THAT(said.en,
              ElementsAre(testing::_,
                          "Requests to this binding travel along its Path: sip:p1.example.com;lr, "
                          "sip:p2.example.com;lr.",
                          "The client can send its own requests along the Service-Route: "
                          "sip:s.example.com;lr.",
                          "The user may call under these identities (P-Associated-URI): "
                          "sip:+861@example.com, tel:+861."));
  EXPECT_EQ(said.zh.back(),
            "该用户可用这些身份发起呼叫（P-Associated-URI）：sip:+861@example.com、"
            "tel:+861。");
}

TEST(Registration, TellsTheKeepAliveThatIsDue) {
  EXPECT_EQ(registered(response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=60",
                                "Flow-Timer: 120"))
                .en.back(),
            "Flow-Timer: the client MUST send a keep-alive at least every 2 min, or its flow may "
            "count as dead.");
}

TEST(Registration, TellsAClockThatIsWrong) {
  const auto dated = [](const std::string& date) {
    return registered(
        response(200, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=60", "Date: " + date));
  };
  EXPECT_EQ(dated("Wed, 01 May 2024 15:03:12 GMT").en.back(),
            "By its Date the registrar’s clock is 1 h ahead of that of the capture.");
  EXPECT_EQ(dated("Wed, 01 May 2024 14:00:00 GMT").zh.back(),
            "按 Date 头域，注册服务器的时钟比抓包时钟慢 3 分 12 秒。");
  EXPECT_THAT(dated("Wed, 01 May 2024 14:03:30 GMT").en, SizeIs(1));
  EXPECT_THAT(dated("yesterday").en, SizeIs(1));
}

TEST(Registration, IsToldOfSuccessOnly) {
  EXPECT_THAT(Gloss(response(403, "REGISTER", "Contact: <sip:a@192.0.2.1>;expires=60")).en,
              IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
