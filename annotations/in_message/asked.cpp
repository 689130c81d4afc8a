// SPDX-License-Identifier: MIT
// What became of the credentials for a challenge. RFC 3261 section 22, RFC 7616 section 3.3, RFC
// 8760 section 2.7; RFC 3310 sections 3.3 and 3.4 (AKA), RFC 8898 (Bearer).
#include "in_message/asked.hpp"

namespace sipgloss::in_message {

using namespace scan;

namespace {

/// What the request says of the realm of a challenge.
enum class Round : std::uint8_t {
  not_known,    ///< the request is not at hand, or what it carried cannot be told
  first,        ///< it carried no credentials
  unproved,     ///< it carried a user name, and no proof of anything
  other_realm,  ///< it carried credentials for other realms
  misplaced,    ///< it carried credentials for this realm in the other header field
  answered,     ///< it carried credentials for this realm
};

bool holds(const Realms& realms, std::uint32_t realm) {
  return std::ranges::any_of(realms, [realm](std::uint32_t kept) { return kept == realm; });
}

const CredentialFacts& facts_of(const Asked& asked, const RequestFacts& request) {
  return asked.by_proxy ? request.proxy_credentials : request.credentials;
}

Round round_of(const Asked& asked, const RequestFacts& request) {
  const CredentialFacts& facts = facts_of(asked, request);
  const Realms& realms = asked.by_proxy ? request.proxy_realms : request.realms;
  const Realms& others = asked.by_proxy ? request.realms : request.proxy_realms;
  const std::uint32_t realm = fact_hash(asked.realm);
  if (asked.is("Bearer") && facts.token) return Round::answered;
  if (holds(realms, realm)) return Round::answered;
  if (facts.more_realms) return Round::not_known;
  if (facts.unproved) return Round::unproved;
  if (holds(others, realm)) return Round::misplaced;
  return facts.some ? Round::other_realm : Round::first;
}

constexpr std::string_view answer_of(bool to_proxy) {
  return to_proxy ? "Proxy-Authorization" : "Authorization";
}

/// Whether the nonce may have been too old although the server does not say stale=true: the client
/// had used it before, or the reason phrase speaks of it.
bool may_be_old(const CredentialFacts& facts, std::string_view reason_phrase) {
  if (facts.used_nonce && !facts.new_nonce) return true;
  for (; !reason_phrase.empty(); reason_phrase.remove_prefix(1)) {
    if (starts_ignoring_case(reason_phrase, "nonce")) return true;
  }
  return false;
}

// RFC 7616 section 3.3: without stale=true, user name or password are wrong. Servers are met that
// leave it out.
void tell_refused_password(const Asked& asked, const Told& told, Telling& telling) {
  const CredentialFacts& facts = facts_of(asked, *told.request);
  if (may_be_old(facts, told.response.reason_phrase)) {
    telling.headline({"nonce probably expired", "可能是 nonce 过期"});
    telling.say({"The request carried credentials for realm “{0}”: most likely only their nonce "
                 "was too old, though stale=true is missing.",
                 "请求已带有 realm “{0}”的凭证：多半只是 nonce 过期，但服务器未标明 stale=true。"},
                asked.realm);
    telling.say(
        {"If the answer to the new nonce is refused as well, the user name or password is "
         "wrong.",
         "若换用新 nonce 后仍被拒绝，则是用户名或密码错误。"});
    return;
  }
  telling.headline({"credentials refused", "凭证被拒"});
  telling.say({"The request carried credentials for realm “{0}”, and they were refused: without "
               "stale=true, this means a wrong user name or password.",
               "请求已带有 realm “{0}”的凭证，但被拒绝：没有 stale=true，即用户名或密码错误。"},
              asked.realm);
  if (facts.new_nonce && !facts.used_nonce) {
    telling.say({"The client MUST NOT try again with these credentials (RFC 3261 section 22.1).",
                 "客户端不得用这些凭证再试（RFC 3261 第 22.1 节）。"});
  } else {
    telling.say(
        {"Unless only the nonce was too old and the server failed to say so, the client "
         "MUST NOT try again with these credentials (RFC 3261 section 22.1).",
         "除非只是 nonce 过期而服务器漏报，客户端不得用这些凭证再试"
         "（RFC 3261 第 22.1 节）。"});
  }
}

void tell_refused_card(const Asked& asked, const RequestFacts& request, Telling& telling) {
  if (facts_of(asked, request).resynchronise) {
    telling.say(
        {"The request carried auts: the card's sequence number (SQN) was out of step, and "
         "this challenge is expected to fit it; no key is wrong.",
         "请求带有 auts：卡内序列号（SQN）失步，新质询应已重新同步，并非密钥错误。"});
    return;
  }
  telling.say(
      {"The request carried an AKA response for realm “{0}”: the network wants a fresh one, "
       "or it did not match.",
       "请求已带有 realm “{0}”的 AKA 认证结果：网络要求重新认证，或者该结果不符。"},
      asked.realm);
  telling.say(
      {"If every attempt ends like this, compare the key on the card with the one that the "
       "network keeps for this subscriber.",
       "若每次都如此，应核对卡内与网络侧该用户的密钥。"});
}

void tell_refused(const Asked& asked, const Told& told, Telling& telling) {
  if (asked.is_aka()) {
    tell_refused_card(asked, *told.request, telling);
  } else if (asked.is_password()) {
    tell_refused_password(asked, told, telling);
  } else if (asked.is("Bearer")) {
    telling.say(
        {"The request carried an access token that was not accepted: the client has to get "
         "a new one.",
         "请求所带的访问令牌未被接受：客户端须重新获取令牌。"});
  }
}

void tell_stale(const Asked& asked, Round round, Telling& telling) {
  if (round == Round::first || round == Round::unproved) {
    telling.say({"stale=true speaks of a nonce that was too old, but the request carried no proof "
                 "for realm “{0}”: the client answers as in a first round.",
                 "stale=true 指 nonce 过期，但请求并未带有 realm “{0}”的凭证：按首轮质询处理。"},
                asked.realm);
    return;
  }
  if (asked.is_aka()) {
    telling.say({"Only the nonce was too old (stale=true): the card answers the new one.",
                 "只是 nonce 过期（stale=true）：由卡对新 nonce 作答即可。"});
    return;
  }
  telling.say({"Only the nonce was too old: for realm “{0}” the same user name and password will "
               "do, with the new nonce (stale=true).",
               "只是 nonce 过期：realm “{0}”的用户名和密码照旧，换用新 nonce 重发即可"
               "（stale=true）。"},
              asked.realm);
}

void tell_not_known(const Asked& asked, const Told& told, Telling& telling) {
  if (told.request || !asked.is_password()) return;
  telling.say(
      {"The request is not at hand: if it carried no credentials, this is the usual first "
       "round; if it did, they were refused.",
       "手头没有该请求：若未带凭证，这是正常的首轮质询；若已带凭证，则说明凭证被拒绝。"});
}

}  // namespace

namespace {

/// The round in a few words, for a column. Nothing where the code says as much by itself.
Text headline_of(Round round, bool stale) {
  const bool proved = round != Round::first && round != Round::unproved;
  if (stale && proved) return {"nonce expired", "nonce 已过期"};
  switch (round) {
    case Round::first:
    case Round::unproved:
      return {"usual first round", "正常的首轮质询"};
    case Round::other_realm:
      return {"no credentials for this realm", "缺少此 realm 的凭证"};
    case Round::misplaced:
      return {"credentials in the wrong header field", "凭证放错头域"};
    default:
      return {};
  }
}

}  // namespace

void tell_round(const Asked& asked, bool stale, const Told& told, Telling& telling) {
  const Round round = told.request ? round_of(asked, *told.request) : Round::not_known;
  if (const Text words = headline_of(round, stale); !words.empty()) telling.headline(words);
  if (stale) return tell_stale(asked, round, telling);
  switch (round) {
    case Round::not_known:
      return tell_not_known(asked, told, telling);
    case Round::first:
      return telling.say({"The request carried no {0}: this is the usual first round, no failure.",
                          "请求未带 {0}：这是正常的首轮质询，并非故障。"},
                         answer_of(asked.by_proxy));
    case Round::unproved:
      return telling.say(
          {"The request gave a user name and an empty response, as the first "
           "REGISTER in IMS does: this is the usual first round, no failure.",
           "请求只给出用户名，response 为空（IMS 首个 REGISTER 即如此）："
           "这是正常的首轮质询。"});
    case Round::other_realm:
      return telling.say({"The request carried credentials, but none for realm “{0}”: the client "
                          "has to add some for it.",
                          "请求带有凭证，但没有 realm “{0}”的：客户端须再补上。"},
                         asked.realm);
    case Round::misplaced:
      return telling.say({"The request carried credentials for realm “{0}” in {1}; this challenge "
                          "is answered in {2}.",
                          "realm “{0}”的凭证放在了 {1} 中；回答本质询须用 {2}。"},
                         asked.realm, answer_of(!asked.by_proxy), answer_of(asked.by_proxy));
    case Round::answered:
      return tell_refused(asked, told, telling);
  }
}

}  // namespace sipgloss::in_message
