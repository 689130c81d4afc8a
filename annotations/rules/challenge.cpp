// SPDX-License-Identifier: MIT
// The challenge in 401 and 407. RFC 3261 section 22, RFC 2617 section 3.2.1, RFC 8760 sections 2
// and 3, RFC 8898 section 2.
#include "message/scan.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// ACK and CANCEL must not be challenged at all (RFC 3261 section 22.1): SYN-15 and CAN-05 speak.
constexpr Set<Method> challenged = any_method_but({Method::ack, Method::cancel});

constexpr HeaderName challenging[] = {HeaderName::www_authenticate, HeaderName::proxy_authenticate};

bool has_scheme(const Challenge& challenge, std::string_view scheme) {
  return scan::equal_ignoring_case(challenge.scheme, scheme);
}

/// A challenge of a response; nothing where it cannot be read to its end, of which the parser
/// tells.
std::optional<Challenge> read_whole(const Message& response, std::string_view value) {
  if (response.defects.empty()) return read_challenge(value);  // the parser has checked it
  Defects defects;
  const Challenge challenge = read_challenge(value, &defects);
  return defects.empty() ? std::optional(challenge) : std::nullopt;
}

/// What `judge` says of the first challenge of that scheme in which it finds a fault.
template <typename Judge>
Verdict first_fault(const Message& response, std::string_view scheme, Judge judge) {
  for (const HeaderName name : challenging) {
    for (const std::string_view value : Values(response, name)) {
      const std::optional<Challenge> challenge = read_whole(response, value);
      if (!challenge || !has_scheme(*challenge, scheme)) continue;
      const Verdict verdict = judge(*challenge);
      if (verdict.kind() == Verdict::Kind::broken) return verdict;
    }
  }
  return Verdict::holds();
}

Verdict basic_is_absent(const Seen& seen) {
  for (const HeaderName name : challenging) {
    for (const std::string_view value : Values(seen.message, name)) {
      if (has_scheme(read_challenge(value), "Basic")) return Verdict::broken_at(value);
    }
  }
  return Verdict::holds();
}

Verdict has_qop(const Challenge& challenge) {
  return challenge.value("qop") ? Verdict::holds() : Verdict::broken_at(challenge.raw);
}

Verdict has_realm_and_nonce(const Challenge& challenge) {
  const bool realm = challenge.value("realm").has_value();
  const bool nonce = challenge.value("nonce").has_value();
  if (realm && nonce) return Verdict::holds();
  if (!realm && !nonce)
    return Verdict::broken_at(challenge.raw, Text{"realm and nonce", "realm 和 nonce"});
  return Verdict::broken_at(challenge.raw, realm ? "nonce" : "realm");
}

/// Where nothing is said, the algorithm is MD5 (RFC 2617 section 3.2.1).
std::string_view algorithm_of(const Challenge& challenge) {
  return challenge.value("algorithm").value_or("MD5");
}

/// The challenges of one server that are compared with one another. Nobody sends more, and a
/// hostile message could.
constexpr std::size_t most_compared = 16;

/// Whether two challenges are one server's and say the same. A forking proxy may have collected
/// challenges for one realm from several servers, whose nonces differ (RFC 3261 section 22.3).
bool is_repetition(const Challenge& a, const Challenge& b) {
  return a.value("realm") == b.value("realm") && a.value("nonce") == b.value("nonce") &&
         scan::equal_ignoring_case(algorithm_of(a), algorithm_of(b));
}

Verdict algorithms_differ(const Message& response, HeaderName name) {
  std::array<Challenge, most_compared> earlier;
  std::size_t count = 0;
  for (const std::string_view value : Values(response, name)) {
    const std::optional<Challenge> challenge = read_whole(response, value);
    if (!challenge || !has_scheme(*challenge, "Digest") || !challenge->value("nonce")) continue;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_repetition(earlier[i], *challenge)) continue;
      return Verdict::broken_at(value, challenge->value("realm").value_or(""),
                                algorithm_of(*challenge));
    }
    if (count == most_compared) break;
    earlier[count++] = *challenge;
  }
  return Verdict::holds();
}

/// Whether a challenge lets the client answer with something better than MD5.
bool is_better_than_md5(const Challenge& challenge) {
  const std::string_view algorithm = algorithm_of(challenge);
  return !has_scheme(challenge, "Digest") || !(scan::equal_ignoring_case(algorithm, "MD5") ||
                                               scan::equal_ignoring_case(algorithm, "MD5-sess"));
}

Verdict offers_more_than_md5(const Seen& seen) {
  std::string_view first;
  for (const HeaderName name : challenging) {
    for (const std::string_view value : Values(seen.message, name)) {
      const std::optional<Challenge> challenge = read_whole(seen.message, value);
      if (!challenge) return Verdict::unknown();
      if (is_better_than_md5(*challenge)) return Verdict::holds();
      if (first.empty()) first = value;
    }
  }
  return first.empty() ? Verdict::holds() : Verdict::broken_at(first);
}

Verdict names_authorization_server(const Challenge& challenge) {
  const std::optional<std::string_view> server = challenge.value("authz_server");
  if (!server) {
    return Verdict::broken_at(challenge.raw,
                              Text{"without authz_server", "缺少 authz_server 参数"});
  }
  if (scan::starts_ignoring_case(*server, "https://")) return Verdict::holds();
  return Verdict::broken_at(
      server->empty() ? challenge.raw : *server,
      Text{"whose authz_server is no https URI", "的 authz_server 不是 https URI"});
}

constexpr Rule table[] = {
    {.code = "AUT-01",
     .slug = "401-without-www-authenticate",
     .level = Level::must,
     .cite = {3261, "22.2"},
     .applies_to = {.codes = {401},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en =
                    "401 without WWW-Authenticate: the client gets no challenge to which it could "
                    "give credentials.",
                .zh =
                    "401 响应缺少 WWW-Authenticate 头域，客户端得不到质询，无法携带凭证重新请求。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::www_authenticate)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "AUT-02",
     .slug = "407-without-proxy-authenticate",
     .level = Level::must,
     .cite = {3261, "22.3"},
     .applies_to = {.codes = {407},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "407 without Proxy-Authenticate: the client gets no challenge to which it "
                "could give credentials.",
          .zh = "407 响应缺少 Proxy-Authenticate 头域，客户端得不到质询，无法携带凭证重新请求。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::proxy_authenticate)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "AUT-03",
     .slug = "digest-without-qop",
     .level = Level::should,
     .cite = {3261, "22.4"},
     .applies_to = {.codes = {401, 407},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en =
                    "Digest challenge without qop: credentials come without cnonce and count, so a "
                    "replay goes unnoticed.",
                .zh = "Digest 质询没有 qop 参数，凭证中就没有 cnonce 和 nc，难以发现重放。"},
     .check = [](const Seen& seen) { return first_fault(seen.message, "Digest", has_qop); }},
    {.code = "AUT-04",
     .slug = "basic-challenge",
     .level = Level::must,
     .cite = {3261, "22.4"},
     .applies_to = {.codes = {401, 407}, .methods = challenged, .evidence = Evidence::message},
     .broken =
         {.en = "A challenge of the scheme Basic: SIP forbids it, for the password would travel "
                "in the clear.",
          .zh = "质询使用 Basic 方案，SIP 禁止该方案，因为密码会以明文传送。"},
     .check = basic_is_absent},
    {.code = "AUT-05",
     .slug = "digest-without-realm-or-nonce",
     .level = Level::must,
     .cite = {2617, "3.2.1"},
     .applies_to = {.codes = {401, 407},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "Digest challenge without {0}: the client cannot compute its credentials.",
                .zh = "Digest 质询缺少 {0} 参数，客户端算不出凭证。"},
     .check =
         [](const Seen& seen) { return first_fault(seen.message, "Digest", has_realm_and_nonce); }},
    {.code = "AUT-06",
     .slug = "same-algorithm-twice",
     .level = Level::must,
     .cite = {8760, "2.3"},
     .applies_to = {.codes = {401, 407},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "Realm {0} is challenged twice with {1}: each challenge of a server needs an "
                      "algorithm of its own.",
                .zh = "realm {0} 有两个 {1} 质询，而同一服务器的各个质询必须使用不同的算法。"},
     .check =
         [](const Seen& seen) {
           const Verdict user = algorithms_differ(seen.message, HeaderName::www_authenticate);
           if (user.kind() == Verdict::Kind::broken) return user;
           return algorithms_differ(seen.message, HeaderName::proxy_authenticate);
         }},
    {.code = "AUT-07",
     .slug = "md5-only",
     .level = Level::note,
     .cite = {8760, "3"},
     .applies_to = {.codes = {401, 407},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "The challenge offers MD5 alone, an obsolete hash; SHA-256 can be offered "
                      "beside it.",
                .zh = "质询只提供 MD5 算法，而 MD5 已过时，可同时提供 SHA-256。"},
     .check = offers_more_than_md5},
    {.code = "AUT-08",
     .slug = "bearer-without-authz-server",
     .level = Level::must,
     .cite = {8898, "2.2"},
     .applies_to = {.codes = {401, 407},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "Bearer challenge {0}: the client is not told where to get an access token "
                      "safely.",
                .zh = "Bearer 质询{0}，客户端不知道到哪里安全地获取访问令牌。"},
     .check =
         [](const Seen& seen) {
           return first_fault(seen.message, "Bearer", names_authorization_server);
         }},
    {.code = "CAN-05",
     .slug = "cancel-challenged",
     .level = Level::must,
     .cite = {3261, "22.1"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = {Method::cancel},
                    .evidence = Evidence::message},
     .broken = {.en =
                    "{0} to CANCEL: a CANCEL cannot be sent again with credentials, so the call is "
                    "not cancelled.",
                .zh = "对 CANCEL 的 {0} 响应：CANCEL 无法携带凭证重发，呼叫就取消不了。"},
     .check =
         [](const Seen& seen) {
           const unsigned code = seen.message.status_code;
           if (code != 401 && code != 407) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, code);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> challenge{table};

}  // namespace sipgloss::subject
