// SPDX-License-Identifier: MIT
// Content-Type: what the body is. RFC 3261 sections 20.15 and 25.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<MediaType> media_type(std::string_view value) { return {read_media_type, value}; }

TEST(MediaType, ComesApart) {
  const auto read = media_type("application/sdp");
  EXPECT_EQ(read->type, "application");
  EXPECT_EQ(read->subtype, "sdp");
  EXPECT_EQ(read->parameters.text(), "");
  EXPECT_EQ(read.defects(), intact);
}

TEST(MediaType, MayHaveParameters) {
  const auto read = media_type("multipart/mixed;boundary=\"a; b\"; version=2.0");
  EXPECT_EQ(read->subtype, "mixed");
  EXPECT_EQ(read->parameters.value("boundary"), "a; b");
  EXPECT_EQ(read->parameters.value("Version"), "2.0");
  EXPECT_EQ(read.defects(), intact);
}

TEST(MediaType, MayHaveBlanksAndFolds) {
  const auto read = media_type("text /\r\n html ; charset=ISO-8859-4");
  EXPECT_EQ(read->type, "text");
  EXPECT_EQ(read->subtype, "html");
  EXPECT_EQ(read->parameters.value("charset"), "ISO-8859-4");
  EXPECT_EQ(read.defects(), intact);
}

TEST(MediaType, MayBeAnyTokens) {
  const auto read = media_type("x-own/vnd.example+xml");
  EXPECT_EQ(read->type, "x-own");
  EXPECT_EQ(read->subtype, "vnd.example+xml");
  EXPECT_EQ(read.defects(), intact);
}

TEST(MediaType, IsMalformedWithoutTypeOrSubtype) {
  for (const std::string value : {"application", "application/", "/sdp", "/", "text/html/5",
                                  "text html", "text/two words", ";charset=utf-8"}) {
    EXPECT_EQ(media_type(value).defects(), (Found{{media_type_malformed, value}}));
  }
  EXPECT_EQ(media_type("").defects(), (Found{{media_type_malformed, ""}}));
}

TEST(MediaType, WithABrokenParameterKeepsItsType) {
  const auto read = media_type("multipart/mixed;boundary=\"open");
  EXPECT_EQ(read->type, "multipart");
  EXPECT_EQ(read.defects(), (Found{{quoted_string_open, "\"open"}}));
}

TEST(MediaType, IsCheckedInEveryMessage) {
  EXPECT_EQ(response_with("c: application").defects(),
            (Found{{media_type_malformed, "application"}}));
}

}  // namespace
}  // namespace sipgloss::test
