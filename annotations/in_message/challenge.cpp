// SPDX-License-Identifier: MIT
// Who asks for which credentials. RFC 3261 section 22, RFC 7616 section 3.3, RFC 8760 section 2;
// RFC 3310 (AKA), RFC 8898 (Bearer).
#include <fmt/format.h>

#include "in_message/asked.hpp"
#include "in_message/teller.hpp"
#include "message/check.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {

using namespace scan;

namespace {

/// Challenges that are told of. More than a handful is no real server.
constexpr std::size_t most_challenges = 6;

/// The challenges of a response, as far as they are told of.
struct AllAsked {
  std::array<Asked, most_challenges> items{};
  std::size_t count = 0;
  std::size_t left_out = 0;
  bool cut = false;  ///< the capture ends within one

  const Asked* begin() const { return items.data(); }
  const Asked* end() const { return items.data() + count; }
};

Asked read_asked(std::string_view value, bool by_proxy) {
  const Challenge challenge = read_challenge(value);
  return {.challenge = challenge,
          .realm = challenge.value("realm").value_or(""),
          .algorithm = challenge.value("algorithm").value_or(""),
          .by_proxy = by_proxy,
          .is_stale = equal_ignoring_case(challenge.value("stale").value_or(""), "true")};
}

AllAsked challenges_of(const Message& response) {
  AllAsked all;
  for (const Header& header : response.headers) {
    const bool by_proxy = header.name == HeaderName::proxy_authenticate;
    if (!by_proxy && header.name != HeaderName::www_authenticate) continue;
    if (may_be_cut(response, header)) {
      all.cut = true;
    } else if (all.count == most_challenges) {
      ++all.left_out;
    } else {
      all.items[all.count++] = read_asked(header.value, by_proxy);
    }
  }
  return all;
}

// RFC 7616 section 3.3, RFC 8760 section 2.6.
void tell_digest(const Asked& asked, Telling& telling) {
  constexpr Text usual{"MD5 (the default)", "MD5（默认）"};
  constexpr Text none{"not given", "未给出"};
  const Value algorithm = asked.algorithm.empty() ? Value(usual) : Value(asked.algorithm);
  const std::string_view options = asked.challenge.value("qop").value_or("");
  const Value qop = options.empty() ? Value(none) : Value(options);
  telling.say({"Wanted: user name and password of realm “{0}” (Digest, algorithm {1}, qop {2}).",
               "需要 realm “{0}”的用户名和密码（Digest，算法 {1}，qop {2}）。"},
              asked.realm, algorithm, qop);
  if (equal_ignoring_case(trim(options), "auth-int")) {
    telling.say(
        {"With qop auth-int the proof covers the body as well: whoever changes the body on "
         "the way, such as a SIP ALG, makes it invalid.",
         "qop 为 auth-int，凭证也涵盖消息体：途中改动消息体（如 SIP ALG）会使其失效。"});
  }
}

/// Hexadecimal digits, as the logs of an authentication centre have them.
std::array<char, 32> hexadecimal(const std::array<std::uint8_t, 16>& bytes) {
  std::array<char, 32> digits{};
  char* end = digits.data();
  for (const std::uint8_t byte : bytes) end = fmt::format_to(end, "{:02x}", byte);
  return digits;
}

// RFC 3310 section 3.2.
void tell_aka(const Asked& asked, Telling& telling) {
  telling.say({"Wanted: the answer of the card (SIM) for realm “{0}”, by {1}; no password plays a "
               "part.",
               "需要由卡（SIM）按 {1} 为 realm “{0}”作答，与用户密码无关。"},
              asked.realm, asked.algorithm);
  const std::optional<AkaNonce> nonce = read_aka_nonce(asked.challenge.value("nonce").value_or(""));
  if (!nonce) {
    telling.say({"Its nonce does not hold RAND and AUTN, 32 bytes in base64: a card cannot answer.",
                 "其 nonce 中没有 RAND 和 AUTN（base64 编码的 32 字节）：卡无法作答。"});
    return;
  }
  const std::array<char, 32> rand = hexadecimal(nonce->rand);
  const std::array<char, 32> autn = hexadecimal(nonce->autn);
  telling.say({"Its nonce carries RAND {0} and AUTN {1}.", "其 nonce 携带 RAND {0} 和 AUTN {1}。"},
              std::string_view(rand.data(), rand.size()),
              std::string_view(autn.data(), autn.size()));
}

// RFC 8898 section 4; the errors: RFC 6750 section 3.1, RFC 6749 section 5.2.
void tell_bearer(const Asked& asked, Telling& telling) {
  const std::string_view server = asked.challenge.value("authz_server").value_or("");
  const std::string_view scope = asked.challenge.value("scope").value_or("");
  const std::string_view error = asked.challenge.value("error").value_or("");
  if (server.empty()) {
    telling.say({"Wanted: an access token for realm “{0}” (Bearer); no server that issues one is "
                 "named, so the client has to know it.",
                 "需要 realm “{0}”的访问令牌（Bearer）；未给出授权服务器，客户端须事先知道。"},
                asked.realm);
  } else {
    telling.say({"Wanted: an access token for realm “{0}”, issued by {1} (Bearer).",
                 "需要 realm “{0}”的访问令牌，由 {1} 签发（Bearer）。"},
                asked.realm, server);
  }
  if (!scope.empty())
    telling.say({"The token needs the scope “{0}”.", "令牌须具有 scope “{0}”。"}, scope);
  if (error == "invalid_token") {
    telling.say({"The token was refused as invalid_token: expired, revoked or malformed.",
                 "令牌被拒绝（invalid_token）：已过期、被吊销或格式有误。"});
  } else if (!error.empty()) {
    telling.say({"The server gives the error “{0}”.", "服务器给出的错误为“{0}”。"}, error);
  }
}

void tell_other_scheme(const Asked& asked, Telling& telling) {
  if (asked.is("Basic")) {
    telling.say({"Realm “{0}” asks by Basic, which SIP forbids: the password would travel readable "
                 "(RFC 3261 section 22).",
                 "realm “{0}”使用 Basic 质询：密码等于明文传送，SIP 禁止使用"
                 "（RFC 3261 第 22 节）。"},
                asked.realm);
  } else {
    telling.say({"Realm “{0}” asks by the scheme {1}: a client that does not know it ignores this "
                 "challenge.",
                 "realm “{0}”使用 {1} 方案质询：不支持此方案的客户端会忽略它。"},
                asked.realm, asked.challenge.scheme);
  }
}

/// What a Digest challenge cannot do without.
void tell_gaps(const Asked& asked, Telling& telling) {
  if (!asked.challenge.value("realm")) {
    telling.say(
        {"The challenge names no realm: a client cannot tell whose user name and password "
         "are meant.",
         "该质询没有 realm：客户端无从得知要用哪里的用户名和密码。"});
  }
  if (asked.challenge.value("nonce").value_or("").empty()) {
    telling.say({"The challenge has no nonce: no answer to it can be computed.",
                 "该质询没有 nonce：客户端无法算出凭证。"});
  }
}

void describe(const Asked& asked, Telling& telling) {
  if (asked.challenge.scheme.empty()) {
    telling.say({"A challenge cannot be read: “{0}”.", "有一个质询无法解读：“{0}”。"},
                asked.challenge.raw);
    return;
  }
  if (asked.is_aka()) return tell_aka(asked, telling);
  if (asked.is("Bearer")) return tell_bearer(asked, telling);
  if (!asked.is("Digest")) return tell_other_scheme(asked, telling);
  tell_digest(asked, telling);
  tell_gaps(asked, telling);
}

/// How the challenges before one, and all of them, compare with it.
std::size_t alike(const Asked* begin, const Asked* end, const Asked& asked) {
  return static_cast<std::size_t>(
      std::count_if(begin, end, [&](const Asked& other) { return other.same_realm(asked); }));
}

bool any_stale(const AllAsked& all, const Asked& asked) {
  return std::ranges::any_of(
      all, [&](const Asked& other) { return other.same_realm(asked) && other.is_stale; });
}

// RFC 8760 section 2.4.
void tell_choice(const AllAsked& all, Telling& telling) {
  std::size_t realms = 0;
  for (const Asked& asked : all) {
    if (alike(all.begin(), &asked, asked) > 0) continue;
    ++realms;
    const std::size_t count = alike(&asked, all.end(), asked);
    if (count < 2) continue;
    telling.say({"Realm “{0}” gives the choice of {1} challenges: the client SHOULD answer the "
                 "topmost that it supports (RFC 8760 section 2.4).",
                 "realm “{0}”给出 {1} 个质询：客户端应当选用所支持的最靠前的一个"
                 "（RFC 8760 第 2.4 节）。"},
                asked.realm, static_cast<std::uint64_t>(count));
  }
  if (realms > 1) {
    telling.say({"The challenges are of {0} realms, each with user names and passwords of its own.",
                 "这些质询分属 {0} 个 realm，各有各的用户名和密码。"},
                static_cast<std::uint64_t>(realms));
  }
}

// RFC 8760 section 2.1: RFC 3261 knows MD5 alone.
void tell_without_md5(const AllAsked& all, Telling& telling) {
  const auto is_new = [](const Asked& asked) {
    return asked.is_password() && !asked.algorithm.empty() &&
           !starts_ignoring_case(asked.algorithm, "MD5");
  };
  if (all.count == 0 || all.left_out > 0 || !std::ranges::all_of(all, is_new)) return;
  telling.say(
      {"No challenge is for MD5: a client that knows nothing newer than RFC 3261 cannot "
       "answer.",
       "所有质询都不用 MD5：只支持 RFC 3261 的客户端无法作答。"});
}

void tell_challenges(const Told& told, Telling& telling) {
  const AllAsked all = challenges_of(told.response);
  for (const Asked& asked : all) {
    if (asked.challenge.scheme.empty() || alike(all.begin(), &asked, asked) > 0) continue;
    tell_round(asked, any_stale(all, asked), told, telling);
  }
  for (const Asked& asked : all) describe(asked, telling);
  tell_choice(all, telling);
  tell_without_md5(all, telling);
  if (all.left_out > 0) {
    telling.say({"There are {0} more challenges.", "另外还有 {0} 个质询。"},
                static_cast<std::uint64_t>(all.left_out));
  }
  if (all.cut) {
    telling.say({"The capture cuts a challenge off; it is left out here.",
                 "有一个质询在抓包中被截断，此处从略。"});
  }
}

constexpr Teller table[] = {
    {.codes = {401, 407, 421, 494}, .tell = tell_challenges},
};

}  // namespace

constinit const std::span<const Teller> challenge{table};

}  // namespace sipgloss::in_message
