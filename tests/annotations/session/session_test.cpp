// SPDX-License-Identifier: MIT
// A session: messages go in, in capture order; annotations come out, in any order.
#include "sipgloss/session.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sipgloss {
namespace {

Message parse(const Packet& packet) { return Message::parse(packet.wire()); }

constexpr std::string_view invite =
    "INVITE sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nCSeq: 1 "
    "INVITE\r\n\r\n";
constexpr std::string_view busy =
    "SIP/2.0 486 Busy Here\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nCSeq: 1 INVITE\r\n\r\n";

TEST(Session, AResponseNamesItsRequestWheneverItIsAnnotated) {
  Session session;
  Packet request{.frame = 7, .time = Time(std::chrono::milliseconds(1000)), .bytes = invite};
  Packet response{.frame = 9, .time = Time(std::chrono::milliseconds(1250)), .bytes = busy};
  session.observe(request, parse(request));
  const MessageId id = session.observe(response, parse(response));

  const Message message = parse(response);
  Annotation annotation;
  for (int visit = 0; visit < 2; ++visit) {
    session.annotate(id, response, message, annotation);
    ASSERT_TRUE(annotation.links.request);
    EXPECT_EQ(annotation.links.request->frame, 7U);
    EXPECT_EQ(annotation.links.request->delay_ns, 250'000'000);
    EXPECT_EQ(annotation.name.en, "Busy Here");
  }
}

TEST(Session, AResponseWithoutItsRequestIsAnnotatedAllTheSame) {
  Session session;
  const Packet response{.frame = 1, .bytes = busy};
  const Message message = parse(response);
  Annotation annotation;
  session.annotate(session.observe(response, message), response, message, annotation);
  EXPECT_FALSE(annotation.links.request);
  EXPECT_EQ(annotation.code, 486U);
}

// Not every capture tells addresses.
TEST(Session, AnnotatesEveryCodeToEveryMethodWithoutAddresses) {
  Annotation annotation;
  for (const char* method : {"INVITE", "BYE", "CANCEL", "REGISTER", "OPTIONS", "PRACK", "UPDATE",
                             "SUBSCRIBE", "NOTIFY", "REFER", "MESSAGE", "PUBLISH"}) {
    for (int code = 100; code < 700; ++code) {
      const std::string bytes =
          "SIP/2.0 " + std::to_string(code) +
          " x\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\nTo: <sip:a@b>;tag=b\r\n"
          "From: <sip:a@b>;tag=a\r\nCall-ID: c\r\nContact: <sip:a@h>\r\n"
          "CSeq: 1 " +
          method + "\r\nExpires: 60\r\n\r\n";
      const Packet packet{.frame = 1, .bytes = bytes};
      const Message message = parse(packet);
      Session session;
      EXPECT_NO_THROW(
          session.annotate(session.observe(packet, message), packet, message, annotation))
          << code << " to " << method;
      EXPECT_EQ(annotation.code, static_cast<unsigned>(code));
    }
  }
}

TEST(Session, ANumberThatItNeverGaveIsNoHarm) {
  const Message message = Message::parse({busy});
  Annotation annotation;
  Session().annotate(static_cast<MessageId>(12345), {.bytes = busy}, message, annotation);
  EXPECT_EQ(annotation.code, 486U);
}

TEST(Endpoint, IsWrittenAsPeopleWriteIt) {
  EXPECT_EQ(to_string(Endpoint{{192, 0, 2, 1}, 4, 5060}), "192.0.2.1:5060");
  EXPECT_EQ(
      to_string(Endpoint{{0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 16, 5061}),
      "[2001:db8::1]:5061");
  EXPECT_EQ(to_string(Endpoint{}), "-");
}

TEST(Transport, DecidesWhatBoundsAMessage) {
  EXPECT_EQ(framing_of(Transport::udp), Framing::datagram);
  EXPECT_EQ(framing_of(Transport::tls), Framing::stream);
  EXPECT_EQ(framing_of(Transport::websocket), Framing::enclosed);
}

}  // namespace
}  // namespace sipgloss
