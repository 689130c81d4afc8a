// SPDX-License-Identifier: MIT
// Which final response a proxy returns when all branches have ended. RFC 3261 sections 16.7, 16.8
// and 22.3, RFC 8760 section 2.5.
#include "rules/across_proxy.hpp"

namespace sipgloss::subject {
namespace {

constexpr unsigned class_of(unsigned code) { return code / 100; }

/// Whether a response is the first final one of a request that was forwarded and not cancelled. Of
/// a cancelled request nobody cares which code it gets.
bool is_choice(const Capture& capture) {
  const Transaction& own = capture.transaction();
  return own.last_branch != TransactionId::none && own.final == capture.id() &&
         own.partner == TransactionId::none;
}

Verdict honours_6xx(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!is_choice(capture)) return Verdict::unknown();
  if (class_of(seen.message.status_code) == 6) return Verdict::holds();
  const Transaction* refused = nullptr;
  capture.find_branch([&](const Transaction& branch) {
    const bool global = class_of(final_code(capture, branch)) == 6;
    if (global && is_known_to_proxy(capture, branch)) refused = &branch;
    return refused != nullptr;
  });
  if (refused == nullptr) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            std::uint64_t{final_code(capture, *refused)},
                            std::uint64_t{capture.frame(refused->final)})
      .resting_on(capture.frame(refused->final), capture.frame(capture.transaction().request));
}

/// Codes that tell the client how to send the request anew.
constexpr bool tells_how_to_resubmit(unsigned code) {
  constexpr unsigned codes[] = {401, 407, 415, 420, 484};
  return std::ranges::find(codes, code) != std::end(codes);
}

/// Codes that say something of the branch and nothing of the callee: nobody answered, the flow
/// broke, a copy came over two ways, the proxy cancelled it.
constexpr bool speaks_of_branch(unsigned code) {
  constexpr unsigned codes[] = {408, 430, 482, 487};
  return std::ranges::find(codes, code) != std::end(codes);
}

/// Whether a proxy should rather have chosen the one than the other.
constexpr bool is_better(unsigned code, unsigned chosen) {
  if (code < 300 || speaks_of_branch(code)) return false;
  if (class_of(code) != class_of(chosen)) return class_of(code) < class_of(chosen);
  return class_of(code) == 4 && tells_how_to_resubmit(code) && !tells_how_to_resubmit(chosen);
}

Verdict is_the_best(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const unsigned chosen = seen.message.status_code;
  if (!is_choice(capture)) return Verdict::unknown();
  const Transaction& own = capture.transaction();
  const Transaction* better = nullptr;
  bool was_chosen = false;
  bool global = false;
  capture.find_branch([&](const Transaction& branch) {
    const unsigned code = final_code(capture, branch);
    was_chosen = was_chosen || code == chosen;
    global = global || class_of(code) == 6;
    if (is_better(code, chosen) && is_known_to_proxy(capture, branch) &&
        !is_tried_again(capture, own, branch))
      better = &branch;
    return false;
  });
  if (better == nullptr) return Verdict::holds();
  // With a 6xx another rule speaks; what came on no branch is the proxy's own, and no choice.
  if (global || !was_chosen) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{chosen},
                            std::uint64_t{final_code(capture, *better)},
                            std::uint64_t{capture.frame(better->final)})
      .resting_on(capture.frame(better->final), capture.frame(own.request));
}

constexpr HeaderName challenging[] = {HeaderName::www_authenticate, HeaderName::proxy_authenticate};

/// Whether a response holds that challenge: the same bytes, or the same realm and nonce.
bool holds_challenge(const Message& response, HeaderName name, std::string_view wanted) {
  const Challenge challenge = read_challenge(wanted);
  for (const std::string_view value : Values(response, name)) {
    if (value == wanted) return true;
    const Challenge other = read_challenge(value);
    if (challenge.value("nonce") && challenge.value("nonce") == other.value("nonce") &&
        challenge.value("realm") == other.value("realm"))
      return true;
  }
  return false;
}

/// The challenges of a branch as the response that went upstream holds them.
struct Challenges {
  int passed_on = 0;
  std::string_view missing;  ///< the first that is not there
};

Challenges challenges_in(const Message& received, const Message& sent) {
  Challenges found;
  for (const HeaderName name : challenging) {
    for (const std::string_view value : Values(received, name)) {
      const bool there = holds_challenge(sent, name, value);
      if (there) ++found.passed_on;
      if (!there && found.missing.empty()) found.missing = value;
    }
  }
  return found;
}

Verdict holds_all_challenges(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!is_choice(capture)) return Verdict::unknown();
  const Transaction& own = capture.transaction();
  std::string_view missing;
  MessageId from = no_message;
  int passed_on = 0;
  bool cut = false;
  capture.find_branch([&](const Transaction& branch) {
    const unsigned code = final_code(capture, branch);
    if (code != 401 && code != 407) return false;
    const Captured* const received = capture.at(branch.final);
    cut = cut || received == nullptr || header_section_cut(received->message);
    if (cut) return true;
    const Challenges challenges = challenges_in(received->message, seen.message);
    passed_on += challenges.passed_on;
    const bool known = challenges.passed_on > 0 || is_known_to_proxy(capture, branch);
    if (!challenges.missing.empty() && known && !is_tried_again(capture, own, branch)) {
      missing = challenges.missing;
      from = branch.final;
    }
    return false;
  });
  // Without any challenge from behind it is the proxy that challenges.
  if (cut || passed_on == 0) return Verdict::unknown();
  if (from == no_message) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            read_challenge(missing).value("realm").value_or(missing),
                            std::uint64_t{capture.frame(from)})
      .resting_on(capture.frame(from), capture.frame(own.request));
}

/// Branches of an INVITE of which nothing came back.
struct Silence {
  bool all = true;  ///< no branch was answered, and each was given time to be
  Time over{};      ///< when Timer B of the last has fired
};

Silence silence_behind(const Capture& capture) {
  constexpr int give_up = 64;
  constexpr int enough_copies = 3;
  const Tracker& tracker = capture.tracker();
  Silence silence;
  capture.find_branch([&](const Transaction& branch) {
    int copies = 0;
    capture.find_in(branch, [&copies](const MessageRecord& record) {
      if (is_request(record) && record.copy != Copy::duplicate) ++copies;
      return false;
    });
    const bool reliable = is_reliable(tracker.hop(branch.hop).transport).value_or(false);
    const bool sent = branch.request != no_message && (reliable || copies >= enough_copies);
    silence.all = silence.all && !branch.answered && sent;
    if (!silence.all) return true;
    const Time fires = tracker.message(branch.request).time + times_t1(capture, give_up);
    silence.over = std::max(silence.over, fires);
    return false;
  });
  return silence;
}

Verdict ends_with_408(const Seen& seen) {
  constexpr int patience = 64;  // T1: a last target that the capture does not show
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const bool ended = own.final != no_message || own.ack != no_message;
  if (own.last_branch == TransactionId::none) return Verdict::unknown();
  if (ended) return Verdict::holds();
  // A provisional response shows a branch that was not captured; a 100 is the proxy's own.
  const MessageId progress =
      capture.find_in(own, [](const MessageRecord& record) { return record.code > 100; });
  if (!own.answered || progress != no_message || own.partner != TransactionId::none ||
      own.same_branch != TransactionId::none)
    return Verdict::unknown();
  const Silence silence = silence_behind(capture);
  if (!silence.all) return Verdict::unknown();
  const Time late = silence.over + times_t1(capture, patience);
  const auto client = capture.tracker().last_from_client(own);
  const auto server = capture.tracker().last_from_server(own);
  const bool both_went_on = client && server && std::min(*client, *server) > late;
  if (!both_went_on || !is_gap_free_since(capture, capture.record().time))
    return Verdict::unknown();
  const Transaction& branch = capture.tracker().transaction(own.last_branch);
  return Verdict::broken_at(seen.message.start_line).resting_on(capture.frame(branch.request));
}

constexpr Rule table[] = {
    {.code = "PRX-03",
     .slug = "proxy-hides-6xx",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{300, 699}},
                    .methods = forwarded_methods,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "The proxy returned {0} though a branch had ended with {1} (frame {2}): a 6xx "
                    "decides for all branches.",
                .zh = "某分支已得到 {1}（帧 {2}），代理服务器却返回 {0}，而 6xx 对所有分支有效。"},
     .check = honours_6xx},
    {.code = "PRX-04",
     .slug = "proxy-chooses-lesser-response",
     .level = Level::should,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{300, 599}},
                    .methods = forwarded_methods,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "The proxy chose {0} though a branch had brought {1} (frame {2}), which "
                      "would tell the client better what to do.",
                .zh = "某个分支得到了 {1}（帧 {2}），对客户端更有用，代理服务器却选择返回 {0}。"},
     .check = is_the_best},
    {.code = "PRX-05",
     .slug = "proxy-drops-challenge",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {401, 407},
                    .methods = forwarded_methods,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "{0} lacks the challenge of {1} that came in frame {2}: the client cannot "
                      "answer it, and is refused again.",
                .zh = "{0} 响应缺少帧 {2} 中来自 {1} "
                      "的质询，客户端无法给出相应的凭证，会再次被拒绝。"},
     .check = holds_all_challenges},
    {.code = "PRX-10",
     .slug = "proxy-never-gives-up",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.methods = {Method::invite},
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "No branch of this INVITE was answered, and the proxy returned no 408 when "
                      "it had to: the caller waits for nothing.",
                .zh = "此 INVITE 的各个分支都没有响应，代理服务器到时仍未返回 "
                      "408，主叫一直空等。"},
     .check = ends_with_408},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> best_response{table};

}  // namespace sipgloss::subject
